"""Words in front of a date that make another date of it: "the week of", "four days after"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from re import Match, Pattern

from pipeline.mentions.dates.durations import (
    LENGTH,
    NUMBER,
    PLACED_UNITS,
    count,
    moved,
    precision_of,
    unit_name,
)
from pipeline.mentions.dates.readings import Reading
from pipeline.mentions.dates.spans import Days, months, part_of_month, shifted, span, week
from pipeline.mentions.dates.vocabulary import MOMENTS, PARTS_OF_DAY, SPACE, either_case, one_of
from schemas.vocabularies import DatePrecision

_THE = rf"(?:[Tt]he{SPACE})"
_AT_THE_END = ("last", "final", "closing")


@dataclass(frozen=True, slots=True)
class Prefix:
    """A phrase shape that ends where a date begins; ``change`` makes the date that is meant."""

    pattern: Pattern[str]
    change: Callable[[Match[str], Reading], Reading | None]


def _start(match: Match[str], reading: Reading) -> int:
    """The prefix belongs to the date right behind it, not to further members of a list."""
    return match.start() if reading.start == match.end() else reading.start


def _part_of_day(match: Match[str], reading: Reading) -> Reading | None:
    if reading.precision is not DatePrecision.DAY:
        return None
    return reading.placed(_start(match, reading), reading.end)


def _week_of(match: Match[str], reading: Reading) -> Reading | None:
    if reading.precision is not DatePrecision.DAY:
        return None
    return reading.mapped(
        lambda days: week(days.first), DatePrecision.WEEK, "week_of", _start(match, reading)
    )


def _week_ending(match: Match[str], reading: Reading) -> Reading | None:
    if reading.precision is not DatePrecision.DAY:
        return None

    def change(days: Days) -> Days | None:
        return span(shifted(days.last, -6), days)

    return reading.mapped(change, DatePrecision.WEEK, "week_ending", _start(match, reading))


def _days_of(match: Match[str], reading: Reading) -> Reading | None:
    if reading.precision is not DatePrecision.MONTH:
        return None
    part = "late" if match["which"].lower() in _AT_THE_END else "early"
    return reading.mapped(
        lambda days: part_of_month(days.first.year, days.first.month, part),
        DatePrecision.PART_OF_MONTH,
        "days_of_month",
        _start(match, reading),
    )


def _first_of(match: Match[str], reading: Reading) -> Reading | None:
    """So many days, weeks or months at the start or the end of a month or year.

    "The last days of July" are its last part.
    """
    unit = unit_name(match["unit"])
    if match["unit"] == "days" and not match["number"]:
        return _days_of(match, reading)
    number = count(match["number"]) if match["number"] else 1
    at_the_end = match["which"].lower() in _AT_THE_END
    if not number or reading.precision not in (DatePrecision.MONTH, DatePrecision.YEAR):
        return None

    def change(days: Days) -> Days | None:
        if unit == "month":
            start = days.last.month - number if at_the_end else 0
            return months(days.first.year, days.first.month + start, number)
        length = number * (7 if unit == "week" else 1) - 1
        if at_the_end:
            return span(shifted(days.last, -length), days)
        return span(days, shifted(days.first, length))

    precision = {"day": DatePrecision.DAY, "week": DatePrecision.WEEK}.get(unit)
    precision = precision or DatePrecision.RANGE_OF_MONTHS
    return reading.mapped(change, precision, "first_units_of", _start(match, reading))


def _offset_from(match: Match[str], reading: Reading) -> Reading | None:
    unit, number = unit_name(match["unit"]), count(match["number"])
    if number is None or reading.precision is None or unit not in PLACED_UNITS:
        return None
    steps = number if match["direction"] in ("after", "from", "following") else -number

    def change(days: Days) -> Days | None:
        to_the_day = unit not in ("day", "week", "fortnight") or days.single_day is not None
        return moved(days, unit, steps) if to_the_day else None

    precision = precision_of(unit)
    if precision in (DatePrecision.DECADE, DatePrecision.RANGE_OF_YEARS):
        precision = DatePrecision.YEAR
    return reading.mapped(change, precision, "offset_from", _start(match, reading))


_HOUR = rf"\d{{1,2}}(?:[:.]\d\d)?{SPACE}?(?:[ap]\.?m\.?(?!\w)|hours\b|o['’]clock\b)"

PREFIXES = (
    Prefix(
        re.compile(
            rf"(?:{_THE}?(?:(?:very{SPACE})?(?:early|late|small|first|last){SPACE}(?:hours|{one_of(PARTS_OF_DAY)})"
            rf"|{one_of(PARTS_OF_DAY)})"
            rf"|{either_case(MOMENTS)}|{_HOUR}){SPACE}(?:of|on){SPACE}(?:the{SPACE}(?=\d))?"
        ),
        _part_of_day,
    ),
    Prefix(
        re.compile(
            rf"{_THE}?(?P<which>{either_case(('first', 'opening', *_AT_THE_END))}){SPACE}"
            rf"(?:(?P<number>{NUMBER}){SPACE})?(?P<unit>(?:day|week|month)s?){SPACE}of{SPACE}"
        ),
        _first_of,
    ),
    Prefix(
        re.compile(
            rf"{_THE}?weeks?{SPACE}(?:of|beginning|starting|commencing){SPACE}(?:on{SPACE})?"
        ),
        _week_of,
    ),
    Prefix(re.compile(rf"{_THE}?weeks?{SPACE}(?:ending|ended){SPACE}(?:on{SPACE})?"), _week_ending),
    Prefix(
        re.compile(
            rf"{LENGTH}{SPACE}(?P<direction>after|before|from|following|prior{SPACE}to){SPACE}"
        ),
        _offset_from,
    ),
    Prefix(
        re.compile(
            rf"(?P<number>[Tt]he){SPACE}(?P<unit>day|week|month|year){SPACE}"
            rf"(?P<direction>after|before|following){SPACE}"
        ),
        _offset_from,
    ),
)
