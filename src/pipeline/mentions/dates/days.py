"""Days of the month, alone, in lists and in ranges, in every written order."""

import re
from dataclasses import replace
from itertools import pairwise
from re import Match

from pipeline.mentions.dates.anchors import Anchors
from pipeline.mentions.dates.calendars import CALENDAR_GAPS, new_style
from pipeline.mentions.dates.readings import Reading, Rule, dated, fixed, pointing
from pipeline.mentions.dates.spans import Days, day, span
from pipeline.mentions.dates.vocabulary import (
    COUNTED_PEOPLE,
    COUNTED_THINGS,
    DASH,
    DAY,
    MONTH,
    ORDINAL_DAY,
    ORDINALS,
    SPACE,
    WEEKDAY,
    YEAR_TAIL,
    day_number,
    either_case,
    month_number,
    one_of,
)
from schemas.vocabularies import DatePrecision

_RANGE = rf"(?:{DASH}|/|{SPACE}(?:to|until|till|through){SPACE}(?:the{SPACE})?)"
_AND = rf"(?:,?{SPACE}(?:and|or|&){SPACE}(?:(?:from|on){SPACE})?(?:the{SPACE})?)"
_LAST = rf"(?:{_RANGE}|{_AND}){DAY}"
_DAYS = rf"(?:{DAY}(?:,{SPACE}{DAY}|{_LAST}){{0,11}}{_LAST}|{DAY})"
_DAYS_FIRST = rf"(?:{_DAYS}(?=[^,])|{DAY}(?:,{SPACE}{DAY}){{2,11}})"
_COUNTED = one_of((*COUNTED_PEOPLE, *COUNTED_THINGS, "pm", "am"))
_NO_CLOCK_OR_COUNT = rf"(?!\d|[.:]\d|,\d\d\d|{SPACE}?%|{SPACE}{_COUNTED}\b)"

# Behind a day and month without a year these make it the name of a body or a place.
_NAMED_AFTER_A_DAY = (
    *("Movement", "Organization", "Organisation", "Brigade", "Brigades", "Street", "Square"),
    *("Avenue", "Stadium", "University", "Airport", "Front", "Bridge", "Party", "Group"),
    *("Regiment", "Battalion", "Committee", "Coalition", "Alliance", "Forces", "Club"),
)
_NO_NAME = rf"(?!{SPACE}{one_of(_NAMED_AFTER_A_DAY)}\b)"

_LEADS_TO_A_DAY = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Ss]ince|and|to|of)[^\S\n]{1,3}$"
)
_DAY = re.compile(DAY)
_IS_RANGE = re.compile(_RANGE)
_BETWEEN = re.compile(rf"\b[Bb]etween{SPACE}(?:the{SPACE})?$")


def is_between(text: str, start: int) -> bool:
    """Whether "between" stands in front of a phrase, so that its "and" makes a range."""
    return _BETWEEN.search(text, max(0, start - 16), start) is not None


def _iso_day(match: Match[str]) -> list[Reading]:
    days = day(int(match["year"]), int(match["month"]), int(match["day"]))
    return [fixed(match, "iso_day", DatePrecision.DAY, days)] if days else []


def _numeric_day(match: Match[str]) -> list[Reading]:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    possible = {day(year, second, first), day(year, first, second)} - {None}
    if len(possible) != 1:
        return []
    return [fixed(match, "numeric_day", DatePrecision.DAY, possible.pop())]


def _day_month(match: Match[str]) -> list[Reading]:
    return _days(match, "day_month")


def _month_day(match: Match[str]) -> list[Reading]:
    return _days(match, "month_day")


def _days(match: Match[str], shape: str) -> list[Reading]:
    """Readings of the days that share a month: a range is one, a list has one for each member.

    The first reading takes in what stands before the days, the last one what stands behind.
    """
    month = month_number(match["month"])
    rule = f"{shape}_year" if match["year"] else shape
    groups = _grouped(match)
    if len(groups) == 1 and len(groups[0]) == 1:
        number = day_number(groups[0][0].group())
        return [dated(match, rule, DatePrecision.DAY, lambda year: day(year, month, number), month)]
    readings = []
    for index, group in enumerate(groups):
        start = match.start() if index == 0 else group[0].start()
        end = match.end() if index == len(groups) - 1 else group[-1].end()
        name = f"{rule}_list" if len(groups) > 1 else f"{rule}_range"
        readings.append(_member(match, name, (start, end), month, group))
    return readings


def _member(
    match: Match[str], rule: str, place: tuple[int, int], month: int, group: list[Match[str]]
) -> Reading:
    """The reading of a day of a list, or of a range of two, that stands at a place."""
    first, last = day_number(group[0].group()), day_number(group[-1].group())

    slashed = match.string[group[0].end() : group[-1].start()].strip() == "/"

    def in_year(year: int) -> Days | None:
        days = span(day(year, month, first), day(year, month, last))
        return new_style(days) if slashed else days

    whole = dated(match, rule, DatePrecision.DAY, in_year, month).placed(*place)
    if len(group) == 1 or (slashed and last - first in CALENDAR_GAPS):
        return whole
    ends = (
        _member(match, rule, (place[0], group[0].end()), month, group[:1]),
        _member(match, rule, (group[1].start(), place[1]), month, group[1:]),
    )
    return replace(whole, ends=ends)


def _grouped(match: Match[str]) -> list[list[Match[str]]]:
    """The numbers of the days of a match; those that make a range stand in one group."""
    text = match.string
    numbers = list(_DAY.finditer(text, *match.span("days")))
    between = len(numbers) == 2 and is_between(text, match.start())
    groups = [numbers[:1]]
    for before, number in pairwise(numbers):
        joined = _IS_RANGE.fullmatch(text, before.end(), number.start()) is not None
        if (joined or between) and len(groups[-1]) == 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _ordinal_day(match: Match[str]) -> list[Reading]:
    start = match.start()
    if _LEADS_TO_A_DAY.search(match.string, max(0, start - 8), start) is None:
        return []
    number = day_number(match["day"])

    def relative(anchors: Anchors) -> Days | None:
        month = anchors.month()
        return None if month is None else day(*month, number)

    return [pointing(match, "ordinal_day", DatePrecision.DAY, relative)]


def _weekday(match: Match[str]) -> list[Reading]:
    start = match.start()
    if _LEADS_TO_A_WEEKDAY.search(match.string, max(0, start - 8), start) is None:
        return []
    return [Reading(start, match.end(), "weekday", None)]


def _spelled_day(match: Match[str]) -> list[Reading]:
    month, number = month_number(match["month"]), ORDINALS[match["day"].lower()]
    rule = "spelled_day_year" if match["year"] else "spelled_day"
    return [dated(match, rule, DatePrecision.DAY, lambda year: day(year, month, number), month)]


DIGIT_RULES = (
    Rule(
        re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"),
        _iso_day,
    ),
    Rule(
        re.compile(
            r"(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)(?P=mark)(?P<year>[12]\d{3})\b"
        ),
        _numeric_day,
    ),
    Rule(
        re.compile(
            rf"(?:[Tt]he{SPACE}(?={ORDINAL_DAY}))?(?P<days>{_DAYS_FIRST})(?:{SPACE}(?:day{SPACE})?of)?{SPACE}"
            rf"(?P<month>{MONTH}){YEAR_TAIL}{_NO_NAME}"
        ),
        _day_month,
    ),
    Rule(
        re.compile(
            rf"[Tt]he{SPACE}(?P<day>{ORDINAL_DAY})"
            rf"(?:(?={SPACE}(?:and(?!{SPACE}\d)|to|when|he|she|they|the)\b|[.,;:)]|$)"
            rf"|{SPACE}of{SPACE}(?:that|the{SPACE}same){SPACE}month\b)"
        ),
        _ordinal_day,
    ),
)
MONTH_RULES = (
    Rule(
        re.compile(
            rf"(?P<month>{MONTH}){SPACE}(?:the{SPACE})?(?P<days>{_DAYS}){_NO_CLOCK_OR_COUNT}"
            rf"{YEAR_TAIL}{_NO_NAME}"
        ),
        _month_day,
    ),
)
# A capitalised neighbour makes it a name: "the Sunday Times".
_BARE_WEEKDAY = re.compile(rf"{WEEKDAY}\b(?!{SPACE}[A-Z])(?!-)")
_LEADS_TO_A_WEEKDAY = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ll]ast|[Nn]ext|[Tt]hat|[Tt]his)[^\S\n]$"
)
WEEKDAY_RULES = (
    Rule(
        re.compile(
            rf"{WEEKDAY},?{SPACE}(?:the{SPACE})?(?P<days>{DAY})(?:{SPACE}of)?{SPACE}"
            rf"(?P<month>{MONTH}){YEAR_TAIL}"
        ),
        _day_month,
    ),
    Rule(
        re.compile(rf"{WEEKDAY},?{SPACE}(?P<month>{MONTH}){SPACE}(?P<days>{DAY}){YEAR_TAIL}"),
        _month_day,
    ),
    Rule(_BARE_WEEKDAY, _weekday),
)

ORDINAL_RULES = (
    Rule(
        re.compile(
            rf"(?:[Tt]he{SPACE})?(?P<day>{either_case(ORDINALS)}){SPACE}(?:day{SPACE})?of{SPACE}"
            rf"(?P<month>{MONTH})(?!['’]){YEAR_TAIL}"
        ),
        _spelled_day,
    ),
)
