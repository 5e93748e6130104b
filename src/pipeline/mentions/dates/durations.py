"""Durations ("three days") and offsets ("two days later", "a year before")."""

import re
from re import Match

from pipeline.mentions.dates.anchors import Anchors
from pipeline.mentions.dates.readings import Reading, Rule, pointing
from pipeline.mentions.dates.spans import Days, months, shifted, week, years
from pipeline.mentions.dates.vocabulary import (
    NUMBERS,
    SPACE,
    VAGUE_NUMBERS,
    either_case,
    one_of,
)
from schemas.vocabularies import DatePrecision

_YEARS_IN = {"year": 1, "decade": 10, "century": 100}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
# What is told to be "ten days earlier" than a longer range is so from its end, named last.
_LONGEST_MEETING = 31
PLACED_UNITS = {*_YEARS_IN, *_DAYS_IN, "month"}
_FORWARD = ("later", "afterward", "afterwards", "thereafter", "hence")
_BACKWARD = ("earlier", "ago", "previously", "prior", "beforehand")

CLAUSE_END = r"(?=[.,;:)]|$)"
UNIT = r"(?:(?:minute|hour|day|night|week|fortnight|month|year|decade)s?|century|centuries)\b"
NUMBER = rf"(?:\d{{1,4}}(?:[.,]\d{{1,3}})?|{either_case(NUMBERS)}|{either_case(VAGUE_NUMBERS)})"
_KINDS = one_of(
    (
        *("full", "more", "further", "long", "consecutive", "successive", "whole", "entire"),
        *("single", "calendar", "additional", "brief", "short"),
    )
)
LENGTH = (
    rf"(?P<number>{NUMBER})(?P<half>{SPACE}and{SPACE}a{SPACE}half)?(?:-|{SPACE})"
    rf"(?:{_KINDS}{SPACE})?(?P<unit>{UNIT})"
)
# "two years and seventeen days"
_MORE = rf"(?P<more>,?{SPACE}and{SPACE}(?:a{SPACE}half\b|{NUMBER}{SPACE}{UNIT}))?"
_NO_AGE = rf"(?!(?:-|{SPACE})old\b|{SPACE}of{SPACE}age\b|['’]s?)"
_DETERMINER = either_case(
    ("next", "last", "past", "first", "following", "previous", "final", "preceding", "ensuing")
)
# What stands in front of a length says how exact it is, and belongs to it; but "over" and "under"
# only behind a word that asks for a length: "for over a year", but "spread over three days".
_HEDGE = re.compile(
    r"(?<!\w)(?:[Aa]bout|[Aa]round|[Aa]pproximately|[Rr]oughly|[Aa]lmost|[Nn]early|[Ss]ome|[Aa]nother"
    r"|(?:[Nn]o[^\S\n])?(?:[Mm]ore|[Ll]ess|[Ff]ewer)[^\S\n]than|[Aa]t[^\S\n](?:least|most)"
    r"|[Uu]p[^\S\n]to|(?:[Jj]ust|[Ww]ell)[^\S\n](?:over|under)"
    r"|(?<=\bfor[^\S\n])(?:over|under)|(?<=after[^\S\n])(?:over|under)|(?<=lasted[^\S\n])(?:over|under)"
    r"|(?<=\b(?:of|in)[^\S\n])(?:over|under))[^\S\n]$"
)
# "four days after that the army marched", but not "four days after that battle".
_NO_NOUN = rf"(?={SPACE}(?:the|a|an|he|she|it|they|his|her|its|their|there)\b|[.,;:)]|$)"
# "a year before", but not "a year before the war", of which the text gives no date.
_DIRECTION = (
    rf"(?P<direction>{one_of((*_FORWARD, *_BACKWARD))}\b"
    rf"|(?:after|before)(?:{CLAUSE_END}|{SPACE}that{_NO_NOUN}))"
)
_LEADS_TO_A_LENGTH = re.compile(
    r"\b(?:[Ff]or|[Ww]ithin|[Ii]n|[Aa]fter|[Aa]bout|[Oo]ver|than|[Nn]early|[Aa]lmost|lasted|least|"
    r"only|just|another|[Aa]round|took|under)[^\S\n]{1,3}$"
)


_LEADS_TO_UNITS = re.compile(r"\b(?:[Ff]or|[Ww]ithin|lasted|took)[^\S\n]{1,3}$")
_WHICH = either_case(
    ("following", "next", "coming", "ensuing", "preceding", "previous", "past", "last", "final")
)
_UNITS = r"(?:minutes|hours|days|nights|weeks|months|years|decades|centuries)\b"


def unit_name(text: str) -> str:
    """The unit that "days" or "centuries" counts."""
    lower = text.lower()
    return "century" if lower.startswith("centur") else lower.rstrip("s")


def precision_of(unit: str) -> DatePrecision:
    """How fine a date is that is told in a unit."""
    return {
        "day": DatePrecision.DAY,
        "week": DatePrecision.WEEK,
        "fortnight": DatePrecision.WEEK,
        "month": DatePrecision.MONTH,
        "year": DatePrecision.YEAR,
        "decade": DatePrecision.DECADE,
    }.get(unit, DatePrecision.RANGE_OF_YEARS)


def moved(days: Days, unit: str, number: int) -> Days | None:
    """The day, week, month or year that lies a number of units after some days.

    Args:
        days: Where to count from.
        unit: One of :data:`PLACED_UNITS`.
        number: How many units, below zero for earlier.
    """
    if unit in _YEARS_IN:
        if days.single_year is None:
            return None
        year = days.single_year + number * _YEARS_IN[unit]
        return years(year, year)
    if unit == "month":
        return months(days.first.year, days.first.month + number) if days.single_month else None
    long = (days.last - days.first).days > _LONGEST_MEETING
    start = days.last if number > 0 or long else days.first
    if unit == "day":
        return shifted(start, number)
    target = shifted(start, number * _DAYS_IN[unit])
    return None if target is None else week_around(target)


def week_around(days: Days) -> Days | None:
    """Monday to Sunday around a day."""
    monday = shifted(days.first, -days.first.weekday())
    return None if monday is None else week(monday.first)


def anchor_for(anchors: Anchors, unit: str) -> Days | None:
    """The date named last that is fine enough to count units from."""
    if unit in _DAYS_IN:
        return anchors.day()
    if unit == "month":
        month = anchors.month()
        return None if month is None else months(*month)
    year = anchors.year()
    return None if year is None else years(year, year)


def count(text: str) -> int | None:
    """The whole number that "3" or "three" means; None for a vague or broken one."""
    lower = text.lower()
    return 1 if lower == "the" else int(text) if text.isdecimal() else NUMBERS.get(lower)


def _start(match: Match[str]) -> int:
    """Where a length begins with what says how exact it is."""
    start = match.start()
    hedge = _HEDGE.search(match.string, max(0, start - 16), start)
    return start if hedge is None else hedge.start()


def _some_units(match: Match[str]) -> list[Reading]:
    """So many that the text does not count them: "within days", "in the following weeks"."""
    if match["which"] is None and not _LEADS_TO_UNITS.search(
        match.string, max(0, match.start() - 12), match.start()
    ):
        return []
    return [Reading(match.start(), match.end(), "duration", None)]


def _duration(match: Match[str]) -> list[Reading]:
    number = match["number"].lower()
    if len(number) == 4 and number.isdecimal() and unit_name(match["unit"]) == "hour":
        return []  # "at 1800 hours"
    vague = number in ("a", "an", "some", "half") and not match["more"]
    if vague and not _LEADS_TO_A_LENGTH.search(
        match.string, max(0, match.start() - 12), match.start()
    ):
        return []
    return [Reading(_start(match), match.end(), "duration", None)]


def _offset(match: Match[str]) -> list[Reading]:
    unit, number = unit_name(match["unit"]), count(match["number"])
    sign = 1 if match["direction"].split()[0] in (*_FORWARD, "after") else -1
    if number is None or match["half"] or match["more"] or unit not in PLACED_UNITS:
        return [Reading(_start(match), match.end(), "offset", None)]
    steps = sign * number

    def relative(anchors: Anchors) -> Days | None:
        anchor = anchor_for(anchors, unit)
        return None if anchor is None else moved(anchor, unit, steps)

    precision = DatePrecision.YEAR if unit in _YEARS_IN else precision_of(unit)
    offset = pointing(match, "offset", precision, relative)
    return [offset.placed(_start(match), match.end())]


LENGTH_RULES = (
    Rule(re.compile(rf"{LENGTH}{_MORE}{SPACE}{_DIRECTION}"), _offset),
    Rule(
        re.compile(
            rf"(?:[Tt]he{SPACE}(?!{NUMBER}-))?(?:{_DETERMINER}{SPACE})?{LENGTH}{_MORE}{_NO_AGE}"
        ),
        _duration,
    ),
    Rule(
        re.compile(
            rf"(?P<which>(?:[Tt]he{SPACE})?{_WHICH}{SPACE})?(?:few{SPACE})?{_UNITS}(?!['’]|{SPACE}of\b)"
        ),
        _some_units,
    ),
)
