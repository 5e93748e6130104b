"""Phrases that point to a date named before: "that year", "the following month", "the next day"."""

import re
from re import Match

from pipeline.mentions.dates.anchors import Anchors
from pipeline.mentions.dates.durations import (
    CLAUSE_END,
    anchor_for,
    moved,
    precision_of,
    week_around,
)
from pipeline.mentions.dates.readings import Reading, Rule, pointing
from pipeline.mentions.dates.spans import Days, months, part_of_month, part_of_year, shifted, years
from pipeline.mentions.dates.vocabulary import (
    PART,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    SPACE,
    WEEKDAY,
    WEEKDAYS,
    either_case,
    part_name,
)
from schemas.vocabularies import DatePrecision

_UNIT = rf"(?P<unit>day|week|month|year|decade|{'|'.join(PARTS_OF_DAY)})\b(?!['’])"
_SAME = either_case(("that", "this", "that same", "the same", "that very", "the very same"))
_AFTER = either_case(("following", "next", "ensuing", "subsequent"))
_BEFORE = either_case(("previous", "preceding", "prior"))
_THE = rf"(?:[Tt]he{SPACE})"
_LAST = r"(?<!\b[Tt]he[^\S\n])[Ll]ast"


def _unit_of(anchors: Anchors, unit: str, steps: int) -> Days | None:
    anchor = anchor_for(anchors, unit)
    if anchor is None:
        return None
    if unit == "day" and steps == 0:
        return anchor
    if unit == "decade":
        first = anchor.first.year - anchor.first.year % 10 + 10 * steps
        return years(first, first + 9)
    if unit == "week" and steps == 0:
        return week_around(anchor)
    return moved(anchor, unit, steps)


def _same(match: Match[str]) -> list[Reading]:
    return _shifted(match, "same_unit", 0)


def _next(match: Match[str]) -> list[Reading]:
    return _shifted(match, "next_unit", 1)


def _previous(match: Match[str]) -> list[Reading]:
    return _shifted(match, "previous_unit", -1)


def _shifted(match: Match[str], rule: str, steps: int) -> list[Reading]:
    unit = "day" if match["unit"] in PARTS_OF_DAY else match["unit"]
    precision = precision_of(unit)
    return [pointing(match, rule, precision, lambda anchors: _unit_of(anchors, unit, steps))]


def _next_weekday(match: Match[str]) -> list[Reading]:
    weekday = WEEKDAYS.index(match["weekday"])

    def relative(anchors: Anchors) -> Days | None:
        known = anchors.day()
        if known is None:
            return None
        return shifted(known.last, (weekday - known.last.weekday() - 1) % 7 + 1)

    return [pointing(match, "next_weekday", DatePrecision.DAY, relative)]


def _part_of_unit(match: Match[str]) -> list[Reading]:
    unit, part = match["unit"], part_name(match["part"])

    def relative(anchors: Anchors) -> Days | None:
        whole = _unit_of(anchors, unit, 0)
        if whole is None:
            return None
        if unit == "month":
            return part_of_month(whole.first.year, whole.first.month, part)
        return part_of_year(whole.first.year, part)

    precision = DatePrecision.PART_OF_MONTH if unit == "month" else DatePrecision.RANGE_OF_MONTHS
    return [pointing(match, "part_of_that_unit", precision, relative)]


def _season(match: Match[str]) -> list[Reading]:
    month, which = SEASONS[match["season"].lower()], match["which"].lower().removeprefix("the ")

    def relative(anchors: Anchors) -> Days | None:
        known = anchors.date()
        if known is None:
            return None
        here = months(known.year, month, 3)
        if here is None or which in ("that", "this", "same"):
            return here
        if which in ("following", "next", "ensuing", "subsequent"):
            return here if here.first > known else months(known.year + 1, month, 3)
        return here if here.last < known else months(known.year - 1, month, 3)

    return [pointing(match, "season_of_that_year", DatePrecision.SEASON, relative)]


_SEASON_WHICH = rf"(?P<which>{_SAME}|{_THE}?(?:{_AFTER}|{_BEFORE})|{_LAST})"
_SAME_RULE = Rule(
    re.compile(
        rf"(?:(?:(?:[Ll]ater?|[Ee]arl(?:y|ier)){SPACE}(?:in{SPACE})?)?{_SAME}"
        rf"|(?:[Ll]ater|[Ee]arlier){SPACE}in{SPACE}the){SPACE}{_UNIT}"
    ),
    _same,
)

PART_RULES = (
    Rule(
        re.compile(
            rf"{_THE}?(?P<part>{PART})(?:that{SPACE}|the{SPACE}same{SPACE})?(?P<unit>month|year)\b"
        ),
        _part_of_unit,
    ),
    _SAME_RULE,
)
POINTER_RULES = (
    _SAME_RULE,
    Rule(re.compile(rf"{_THE}?{_AFTER}{SPACE}{_UNIT}"), _next),
    Rule(re.compile(rf"(?:{_THE}?{_BEFORE}|{_LAST}){SPACE}(?!day\b){_UNIT}"), _previous),
    Rule(re.compile(rf"{_THE}?{_BEFORE}{SPACE}(?P<unit>day)\b"), _previous),
    Rule(re.compile(rf"{_THE}?{_AFTER}{SPACE}(?P<weekday>{WEEKDAY})\b"), _next_weekday),
    Rule(re.compile(rf"{_SEASON_WHICH}{SPACE}(?P<season>{SEASON})\b"), _season),
)
UNIT_RULES = (
    Rule(re.compile(rf"{_THE}(?P<unit>day|week|month|year){SPACE}after{CLAUSE_END}"), _next),
    Rule(
        re.compile(rf"{_THE}(?P<unit>day|night|week|month|year){SPACE}before{CLAUSE_END}"),
        _previous,
    ),
)
