"""Years, their parts (seasons, quarters, halves), and what they make up (decades, centuries)."""

import re
from dataclasses import replace
from re import Match

from pipeline.mentions.dates.guards import is_year, tells_things_apart
from pipeline.mentions.dates.readings import Reading, Rule, dated, fixed
from pipeline.mentions.dates.spans import (
    Days,
    months,
    part_of_century,
    part_of_decade,
    part_of_year,
    years,
)
from pipeline.mentions.dates.vocabulary import (
    DASH,
    ERA,
    ORDINALS,
    PART,
    SEASON,
    SEASONS,
    SPACE,
    YEAR,
    YEAR_TAIL,
    YEAR_WORDS,
    either_case,
    part_name,
)
from schemas.vocabularies import DatePrecision

_THE = rf"(?:[Tt]he{SPACE})?"
_SEPARATOR = rf"(?:,{SPACE}|,?{SPACE}(?:and|or|&){SPACE})"
_YEAR = re.compile(YEAR)
_ASKS_FOR_A_SEASON = re.compile(
    r"\b(?:[Ii]n|[Tt]hat|[Bb]y|[Uu]ntil|[Ss]ince|[Dd]uring|[Tt]hrough|[Tt]hroughout|[Ee]arly|[Ll]ate)"
    r"[^\S\n]{1,3}(?:[Tt]he[^\S\n]{1,3}|(?:early|late|mid)[ -])?$"
)


def _year(match: Match[str]) -> list[Reading]:
    if not is_year(match):
        return []
    number = int(match["year"])
    reading = fixed(match, "year", DatePrecision.YEAR, years(number, number))
    return [reading.as_adjective()] if tells_things_apart(match) else [reading]


def _years_range(match: Match[str]) -> list[Reading]:
    """1939–45, 1647–8: a second end of one or two digits goes on the first."""
    first, last = int(match["year"]), int(match["last"])
    century = 10 ** len(match["last"])
    last += first - first % century if last < 1000 else 0
    if last <= first or not is_year(match):
        return []
    whole = fixed(match, "years_range", DatePrecision.RANGE_OF_YEARS, years(first, last))
    ends = (
        Reading(*match.span("year"), "year", DatePrecision.YEAR, years(first, first)),
        Reading(*match.span("last"), "year", DatePrecision.YEAR, years(last, last)),
    )
    return [replace(whole, ends=ends)]


def _year_of_era(match: Match[str]) -> list[Reading]:
    first = last = int(match["year"])
    precision = DatePrecision.YEAR
    if match["last"]:
        last, precision = int(match["last"]), DatePrecision.RANGE_OF_YEARS
    days = None if match["era"].startswith("B") else years(first, last)
    return [fixed(match, "year_of_era", precision, days)]


def _decade(match: Match[str]) -> list[Reading]:
    first = int(match["decade"])
    if not match["part"]:
        return [fixed(match, "decade", DatePrecision.DECADE, years(first, first + 9))]
    days = part_of_decade(first, part_name(match["part"]))
    return [fixed(match, "part_of_decade", DatePrecision.RANGE_OF_YEARS, days)]


def _century(match: Match[str]) -> list[Reading]:
    word = match["number"].lower()
    number = ORDINALS.get(word) or int(word.rstrip("stndrh"))
    part = part_name(match["part"]) if match["part"] else None
    days = None if (match["era"] or "").startswith("B") else part_of_century(number, part)
    return [fixed(match, "century", DatePrecision.RANGE_OF_YEARS, days)]


def _part_of_year(match: Match[str]) -> list[Reading]:
    part = part_name(match["part"])

    def in_year(year: int) -> Days | None:
        return part_of_year(year, part)

    return [dated(match, "part_of_year", DatePrecision.RANGE_OF_MONTHS, in_year)]


def _quarter(match: Match[str]) -> list[Reading]:
    if not _has_year(match):
        return []
    which = (match["which"] or match["digit"]).lower()
    number = {"last": 4, "final": 4}.get(which) or ORDINALS.get(which) or int(which)

    def in_year(year: int) -> Days | None:
        return months(year, 3 * number - 2, 3)

    return [dated(match, "quarter", DatePrecision.RANGE_OF_MONTHS, in_year, 3 * number - 2)]


def _half(match: Match[str]) -> list[Reading]:
    if not _has_year(match):
        return []
    month = 1 if match["half"].lower() == "first" else 7

    def in_year(year: int) -> Days | None:
        return months(year, month, 6)

    return [dated(match, "half_of_year", DatePrecision.RANGE_OF_MONTHS, in_year, month)]


def _season(match: Match[str]) -> list[Reading]:
    month = SEASONS[match["season"].lower()]

    def in_year(year: int) -> Days | None:
        return months(year, month, 3)

    if match["years"]:
        return _seasons(match, month)
    if not _has_year(match):
        start = max(0, match.start() - 24)
        if not _ASKS_FOR_A_SEASON.search(match.string, start, match.start("season")):
            return []
    return [dated(match, "season", DatePrecision.SEASON, in_year, month)]


def _has_year(match: Match[str]) -> bool:
    return bool(match["year"] or match["year_reference"])


def _seasons(match: Match[str], month: int) -> list[Reading]:
    """The same season of several years: a reading for each."""
    readings: list[Reading] = []
    for year in _YEAR.finditer(match.string, *match.span("years")):
        start = year.start() if readings else match.start()
        days = months(int(year.group()), month, 3)
        readings.append(Reading(start, year.end(), "seasons_list", DatePrecision.SEASON, days))
    return readings


_CENTURY = rf"(?P<number>\d\d?(?:st|nd|rd|th)|{either_case(ORDINALS)})(?:-|{SPACE})"
_CENTURY += rf"[Cc]entur(?:y|ies)\b(?:{SPACE}(?P<era>{ERA}))?"
_QUARTERS = either_case(("first", "second", "third", "fourth", "last", "final"))
_DECADE = r"(?P<decade>(?:1\d|20)\d0)(?:s|'s|’s)\b"

# "1500-metre", but "1990-present".
_NO_COMPOUND = r"(?!-(?!present\b|today\b|now\b|era\b|style\b)[a-z])"

DIGIT_RULES = (
    Rule(re.compile(rf"{_THE}(?P<part>)(?:{_DECADE})"), _decade),
    Rule(re.compile(rf"{_THE}(?P<part>)(?:{_CENTURY})"), _century),
    Rule(
        re.compile(rf"(?P<year>\d{{1,4}})(?:{DASH}(?P<last>\d{{1,4}}))?{SPACE}(?P<era>{ERA})"),
        _year_of_era,
    ),
    Rule(
        re.compile(
            r"(?P<year>(?:1\d|20)\d\d)[-‐‑‒–/](?P<last>(?:1\d|20)?\d\d|\d)(?![\d%-]|[.,]\d)"
        ),
        _years_range,
    ),
    Rule(re.compile(rf"(?P<year>{YEAR})(?![-‐‑‒–]\d(?!\d\d\d\b)){_NO_COMPOUND}"), _year),
)
ERA_RULES = (
    Rule(
        re.compile(rf"(?P<era>AD){SPACE}(?P<year>\d{{1,4}})(?:{DASH}(?P<last>\d{{1,4}}))?(?!\d)"),
        _year_of_era,
    ),
)
SEASON_RULES = (
    Rule(
        re.compile(
            rf"{_THE}(?:{PART})?(?P<season>{SEASON})(?:s{SPACE}(?:of|in){SPACE}"
            rf"(?P<years>{YEAR}(?:{_SEPARATOR}{YEAR}){{1,9}})"
            rf"|s?{YEAR_TAIL}(?:(?<=\d)[-–/](?:1\d|20)?\d\d(?!\d))?)"
        ),
        _season,
    ),
)
PART_RULES = (
    Rule(re.compile(rf"{_THE}(?P<part>{PART}){_DECADE}"), _decade),
    Rule(re.compile(rf"{_THE}(?P<part>{PART}){_CENTURY}"), _century),
    Rule(re.compile(rf"{_THE}(?P<part>{PART}){YEAR_WORDS}"), _part_of_year),
)
CENTURY_RULES = (Rule(re.compile(rf"{_THE}(?P<part>){_CENTURY}"), _century),)
ORDINAL_RULES = (
    *CENTURY_RULES,
    Rule(
        re.compile(
            rf"{_THE}(?:(?P<which>{_QUARTERS}){SPACE}quarter\b(?!-)|Q(?P<digit>[1-4])){YEAR_TAIL}"
        ),
        _quarter,
    ),
    Rule(
        re.compile(rf"{_THE}(?P<half>[Ff]irst|[Ss]econd|[Ll]atter){SPACE}half{YEAR_TAIL}"),
        _half,
    ),
)
