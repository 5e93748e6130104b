"""Dates as the cells of tables write them: those of prose, and shorter forms."""

import calendar
import re
from datetime import date

from pipeline.mentions.dates import DateContext, find_dates
from pipeline.mentions.dates.spans import Days
from pipeline.mentions.model import DateMention
from pipeline.mentions.typography import plain
from pipeline.mentions.vocabulary import MONTHS
from schemas.vocabularies import DatePrecision

_MONTH = rf"(?:{'|'.join(f'{m[:3]}(?:{m[3:]})?' if m != 'May' else m for m in MONTHS)}|Sept)\.?"
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_YEAR = r"(?:1[89]|20)[0-9]{2}"
#: "Sep–Oct 2016", "Nov/Dec", "May".
_MONTHS_ALONE = re.compile(
    rf"(?P<first>{_MONTH})(?:\s?(?P<first_year>{_YEAR}))?"
    rf"(?:\s?[-/]\s?(?P<last>{_MONTH}))?(?:,?\s?(?P<year>{_YEAR}))?"
)
#: "2016 Feb".
_YEAR_MONTH = re.compile(rf"(?P<year>{_YEAR})[\s,/-]{{1,2}}(?P<first>{_MONTH})")
#: "21 Feb 16", "21 Feb '16".
_SHORT_YEAR = re.compile(rf"{_MONTH}\s?(?P<year>'[0-9]{{2}}|[0-9]{{2}})$")
_NUMBERS = {month[:3]: number for number, month in enumerate(MONTHS, start=1)}
_BARE_YEAR = re.compile(rf"(?<![0-9]){_YEAR}(?![0-9])")


def dates_in(text: str, year: int | None = None) -> list[DateMention]:
    """The dates of a cell, in order.

    Args:
        text: The prose of the cell.
        year: The year of dates that have none, None if it is not known.
    """
    alone = _months_alone(text, year)
    if alone is not None:
        return [alone]
    context = None if year is None else DateContext(_whole_year(year))
    return find_dates(text, context=context)


def years_in(text: str) -> set[int]:
    """The years that a text names in four figures."""
    return {int(match.group()) for match in _BARE_YEAR.finditer(plain(text[:400]))}


def with_short_year(text: str) -> int | None:
    """The year of a date that ends with its last two figures ("21 Feb 16"), None for any other.

    They are taken as of the hundred years up to 2050.
    """
    match = _SHORT_YEAR.search(plain(text.strip()[-20:]))
    if match is None:
        return None
    short = int(match["year"].lstrip("'"))
    is_day = not match["year"].startswith("'") and short <= 31 and not text.strip()[:1].isdigit()
    return None if is_day else short + (2000 if short <= 50 else 1900)


def _months_alone(text: str, year: int | None) -> DateMention | None:
    """A cell that is a month or several, written without days."""
    same = plain(text)
    start = len(same) - len(same.lstrip())
    end = len(same.rstrip())
    match = _MONTHS_ALONE.fullmatch(same, start, end) or _YEAR_MONTH.fullmatch(same, start, end)
    if match is None:
        return None
    groups = match.groupdict()
    first = _NUMBERS[groups["first"][:3]]
    last = _NUMBERS[(groups.get("last") or groups["first"])[:3]]
    stated = int(groups["year"]) if groups["year"] else None
    begun = int(groups["first_year"]) if groups.get("first_year") else None
    final = stated or begun or year
    precision = DatePrecision.MONTH if first == last else DatePrecision.RANGE_OF_MONTHS
    if final is None:
        return DateMention(start, end, text[start:end], "months_alone", None, None, precision)
    opened = begun or (final - 1 if first > last else final)
    days = date(opened, first, 1), _end_of(final, last)
    if days[0] > days[1]:
        return None
    return DateMention(
        start,
        end,
        text[start:end],
        "months_alone",
        *days,
        precision,
        inferred=not (stated or begun),
    )


def _end_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _whole_year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))
