"""Dates of two calendars, and days of the French republican calendar.

The Julian calendar ("Old Style", O.S.) lies behind the Gregorian one ("New Style", N.S.). What a
text gives in both is read in New Style; what it gives in one is taken as written.
"""

import re
from datetime import date, timedelta
from re import Match

from pipeline.mentions.dates.readings import Reading, Rule, fixed
from pipeline.mentions.dates.spans import Days, day
from pipeline.mentions.dates.vocabulary import DAY, MONTH, SPACE, day_number, month_number, one_of
from schemas.vocabularies import DatePrecision

CALENDAR_GAPS = range(10, 14)
"""Days between the two calendars, from 1582 to 2100."""

_REPUBLICAN_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            *("Vendémiaire", "Brumaire", "Frimaire", "Nivôse", "Pluviôse", "Ventôse"),
            *("Germinal", "Floréal", "Prairial", "Messidor", "Thermidor", "Fructidor"),
        )
    )
}
_SPELLINGS = {"Vendemiaire": "Vendémiaire", "Nivose": "Nivôse", "Pluviose": "Pluviôse"}
_SPELLINGS |= {"Ventose": "Ventôse", "Floreal": "Floréal"}
# The day of September on which each year began (P. Couderc, Le Calendrier, 1946).
_REPUBLICAN_NEW_YEARS = dict(
    enumerate((22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23), start=1792)
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")


def calendar_gap(known: date) -> int:
    """How many days the Julian calendar lies behind the Gregorian one on a day of either."""
    century = (known.year - (known.month < 3)) // 100
    return century - century // 4 - 2


def new_style(days: Days | None) -> Days | None:
    """The later of two days that are one in the two calendars; any other span as it is."""
    if days is None or days.last.year < 1582:
        return days
    apart = (days.last - days.first).days
    return Days(days.last, days.last) if apart == calendar_gap(days.last) else days


def _both_styles(match: Match[str]) -> list[Reading]:
    """10 July [O.S. 29 June] 1774."""
    year = match["year"] or match["early_year"] or match["inner_year"]
    if not year:
        return []
    prefix = "inner" if (match["style"] or match["late_style"]).startswith("N") else "outer"
    name = match[f"{prefix}_month"] or match[f"{prefix}_first_month"]
    number = match[f"{prefix}_day"] or match[f"{prefix}_last_day"]
    days = day(int(year), month_number(name), day_number(number))
    return [fixed(match, "both_styles", DatePrecision.DAY, days)]


def _republican_day(match: Match[str]) -> list[Reading]:
    """18 Brumaire, Year VIII."""
    name = _SPELLINGS.get(match["month"], match["month"])
    offset = timedelta(days=30 * _REPUBLICAN_MONTHS[name] + int(match["day"]) - 1)

    def starting(year: int) -> Days | None:
        if year not in _REPUBLICAN_NEW_YEARS:
            return None
        known = date(year, 9, _REPUBLICAN_NEW_YEARS[year]) + offset
        return Days(known, known)

    def in_year(year: int) -> Days | None:
        possible = (starting(year), starting(year - 1))
        return next((days for days in possible if days and days.first.year == year), None)

    if match["year"]:
        roman = match["year"]
        number = int(roman) if roman.isdecimal() else _ROMAN.index(roman) + 1
        return [fixed(match, "republican_day", DatePrecision.DAY, starting(1791 + number))]
    start, end = match.span()
    return [Reading(start, end, "republican_day", DatePrecision.DAY, in_year=in_year)]


def _day_and_month(prefix: str) -> str:
    return (
        rf"(?:(?P<{prefix}_day>{DAY}){SPACE}(?P<{prefix}_month>{MONTH})"
        rf"|(?P<{prefix}_first_month>{MONTH}){SPACE}(?P<{prefix}_last_day>{DAY}))"
    )


_STYLE = r"(?:[ON]\.?S\b\.?|[Oo]ld [Ss]tyle|[Nn]ew [Ss]tyle)"
_BOTH_STYLES = Rule(
    re.compile(
        rf"{_day_and_month('outer')}(?:,?{SPACE}(?P<early_year>1\d\d\d))?{SPACE}[\[(]"
        rf"(?:(?P<style>{_STYLE})[,:]?{SPACE})?{_day_and_month('inner')}"
        rf"(?:,?{SPACE}(?P<inner_year>1\d\d\d))?(?:,?{SPACE}(?P<late_style>{_STYLE}))?[\])]"
        rf"(?(style)|(?(late_style)|(?!)))(?:,?{SPACE}(?P<year>1\d\d\d)\b)?"
    ),
    _both_styles,
)
_REPUBLICAN_DAY = Rule(
    re.compile(
        rf"(?P<day>[12]\d|30|[1-9]){SPACE}(?P<month>{one_of((*_REPUBLICAN_MONTHS, *_SPELLINGS))})\b"
        rf"(?:,?{SPACE}(?:of{SPACE}(?:the{SPACE})?)?(?:[Yy]ear|[Aa]n){SPACE}"
        rf"(?P<year>{one_of(_ROMAN)}|1[0-4]|[1-9])\b)?"
    ),
    _republican_day,
)

DIGIT_RULES = (_BOTH_STYLES, _REPUBLICAN_DAY)
MONTH_RULES = (_BOTH_STYLES,)
