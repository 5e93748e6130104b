"""Months, and what a month is divided into: early, mid and late, halves and weeks."""

import re
from datetime import timedelta
from re import Match

from pipeline.mentions.dates.anchors import Anchors
from pipeline.mentions.dates.readings import Reading, Rule, dated, pointing
from pipeline.mentions.dates.spans import Days, day, months, part_of_month, shifted, span
from pipeline.mentions.dates.vocabulary import (
    DASH,
    MONTH,
    MONTH_ABBREVIATIONS,
    MONTH_NAME,
    ORDINALS,
    PART,
    SPACE,
    WEEKDAY,
    WEEKDAYS,
    YEAR_TAIL,
    either_case,
    month_number,
    part_name,
)
from schemas.vocabularies import DatePrecision

# Month names that are also words or given names, and need a word in front that asks for a date.
_AMBIGUOUS = frozenset({"March", "May", "April", "June", "August"})
_ASKS_FOR_A_DATE = re.compile(
    r"\b(?:[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Dd]uring|[Bb]efore|[Aa]fter"
    r"|[Bb]etween|[Tt]hrough|[Tt]hroughout|[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Ff]ollowing|[Pp]revious"
    r"|[Ee]arly|[Ll]ate|[Aa]s of)[^\S\n]{1,3}$"
    rf"|{MONTH_NAME}(?:,?[^\S\n](?:and[^\S\n]|or[^\S\n])?|[^\S\n]?[-–—/][^\S\n]?)$"
)
# A day that no rule took: "the 26 July Movement".
_NUMBER_BEFORE = re.compile(r"\d[^\S\n]{1,3}$")
_ANOTHER_MONTH = re.compile(
    rf"(?:{DASH}|/|,?{SPACE}(?:and|or|to|until|through){SPACE}|,{SPACE}){MONTH}"
)
# "the May session", but "the March on the capital".
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)[^\S\n]{1,3}$")
_NOUN_FOLLOWS = re.compile(
    rf"{SPACE}(?!(?:on|of|to|for|from|by|in|and|was|is|had|has)\b)[a-z]{{3}}"
)
_CAPITAL_FOLLOWS = re.compile(rf"{SPACE}(?:[A-Z][a-z]+)")
_IN_OR_OF = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Uu]ntil|[Bb]y)[^\S\n]{1,3}$")


def _month(match: Match[str]) -> list[Reading]:
    number = month_number(match["month"])
    if not (match["year"] or match["year_reference"]) and not _is_bare_month(match):
        return []
    rule = "month_year" if match["year"] else "month"
    return [dated(match, rule, DatePrecision.MONTH, lambda year: months(year, number), number)]


def _is_bare_month(match: Match[str]) -> bool:
    """Whether a month name without a year is one, and not a word, a person or part of a name."""
    text, (start, end) = match.string, match.span()
    name = match["month"]
    if _NUMBER_BEFORE.search(text, max(0, start - 4), start):
        return False
    if name not in _AMBIGUOUS:
        return name not in MONTH_ABBREVIATIONS
    if _ANOTHER_MONTH.match(text, end):
        return True
    before = max(0, start - 16)
    if _ARTICLE.search(text, before, start):
        return _NOUN_FOLLOWS.match(text, end) is not None
    if _ASKS_FOR_A_DATE.search(text, before, start) is None:
        return False
    return (
        _CAPITAL_FOLLOWS.match(text, end) is None
        or _IN_OR_OF.search(text, before, start) is not None
    )


def _part_of_month(match: Match[str]) -> list[Reading]:
    number, part = month_number(match["month"]), part_name(match["part"])

    def in_year(year: int) -> Days | None:
        return part_of_month(year, number, part)

    return [dated(match, "part_of_month", DatePrecision.PART_OF_MONTH, in_year, number)]


def _half_of_month(match: Match[str]) -> list[Reading]:
    number, first = month_number(match["month"]), match["half"].lower() == "first"

    def in_year(year: int) -> Days | None:
        whole = months(year, number)
        if whole is None:
            return None
        if first:
            return Days(whole.first, whole.first.replace(day=15))
        return Days(whole.first.replace(day=16), whole.last)

    return [dated(match, "half_of_month", DatePrecision.PART_OF_MONTH, in_year, number)]


def _week_of_month(match: Match[str]) -> list[Reading]:
    number, which = month_number(match["month"]), match["which"].lower()

    def in_year(year: int) -> Days | None:
        whole = months(year, number)
        if whole is None:
            return None
        if which in ("last", "final"):
            return span(shifted(whole.last, -6), shifted(whole.last, 0))
        start = whole.first + timedelta(days=7 * (ORDINALS[which] - 1))
        return Days(start, min(start + timedelta(days=6), whole.last))

    return [dated(match, "week_of_month", DatePrecision.WEEK, in_year, number)]


def _weekday_of_month(match: Match[str]) -> list[Reading]:
    number, which = month_number(match["month"]), match["which"].lower()
    weekday = WEEKDAYS.index(match["weekday"])

    def in_year(year: int) -> Days | None:
        whole = months(year, number)
        if whole is None:
            return None
        if which in ("last", "final"):
            return shifted(whole.last, -((whole.last.weekday() - weekday) % 7))
        ahead = (weekday - whole.first.weekday()) % 7 + 7 * (ORDINALS[which] - 1)
        return day(year, number, 1 + ahead)

    return [dated(match, "weekday_of_month", DatePrecision.DAY, in_year, number)]


def _nearest_month_of_name(match: Match[str]) -> list[Reading]:
    number = month_number(match["month"])
    forward = match["which"].lower() in ("following", "next", "ensuing")

    def relative(anchors: Anchors) -> Days | None:
        known = anchors.date()
        if known is None:
            return None
        here = months(known.year, number)
        if here is None:
            return None
        if forward:
            return here if here.first > known else months(known.year + 1, number)
        return here if here.last < known else months(known.year - 1, number)

    rule = "next_month_of_name" if forward else "last_month_of_name"
    return [pointing(match, rule, DatePrecision.MONTH, relative)]


def _that_month(match: Match[str]) -> list[Reading]:
    number = month_number(match["month"])
    start, end = match.span()

    def in_year(year: int) -> Days | None:
        return months(year, number)

    return [Reading(start, end, "that_month", DatePrecision.MONTH, in_year=in_year, month=number)]


_NEXT_OR_LAST = either_case(("following", "next", "ensuing", "previous", "last", "preceding"))

MONTH_RULES = (Rule(re.compile(rf"(?P<month>{MONTH}){YEAR_TAIL}"), _month),)
PART_RULES = (
    Rule(
        re.compile(rf"(?:[Tt]he{SPACE})?(?P<part>{PART})(?P<month>{MONTH}){YEAR_TAIL}"),
        _part_of_month,
    ),
)
ORDINAL_RULES = (
    Rule(
        re.compile(
            rf"(?:[Tt]he{SPACE})?(?P<half>[Ff]irst|[Ss]econd|[Ll]atter){SPACE}half{SPACE}of{SPACE}"
            rf"(?P<month>{MONTH}){YEAR_TAIL}"
        ),
        _half_of_month,
    ),
    Rule(
        re.compile(
            rf"(?:[Tt]he{SPACE})?"
            rf"(?P<which>{either_case(('first', 'second', 'third', 'fourth', 'last', 'final'))})"
            rf"{SPACE}week{SPACE}(?:of|in){SPACE}(?P<month>{MONTH}){YEAR_TAIL}"
        ),
        _week_of_month,
    ),
    Rule(
        re.compile(
            rf"(?:[Tt]he{SPACE})?"
            rf"(?P<which>{either_case(('first', 'second', 'third', 'fourth', 'last', 'final'))})"
            rf"{SPACE}(?P<weekday>{WEEKDAY}){SPACE}(?:of|in){SPACE}(?P<month>{MONTH}){YEAR_TAIL}"
        ),
        _weekday_of_month,
    ),
)
POINTER_RULES = (
    Rule(
        re.compile(
            rf"(?:[Tt]he{SPACE})?(?P<which>{_NEXT_OR_LAST})"
            rf"{SPACE}(?P<month>{MONTH_NAME})\b(?!{SPACE}\d)"
        ),
        _nearest_month_of_name,
    ),
    Rule(
        re.compile(
            rf"(?:[Tt]h(?:at|is)(?:{SPACE}(?:same|very))?|[Tt]he{SPACE}(?:same|very)){SPACE}"
            rf"(?P<month>{MONTH_NAME})\b(?!{SPACE}(?:\d|[A-Z]|(?:would|will|had|was|has|could)\b))"
        ),
        _that_month,
    ),
)
