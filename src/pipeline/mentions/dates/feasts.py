"""Feasts and holidays that date what happened: "on Christmas Day 1914", "Easter Monday 1916"."""

import re
from collections.abc import Callable
from datetime import date
from re import Match

from pipeline.mentions.dates.readings import Reading, Rule, dated
from pipeline.mentions.dates.spans import Days, day, shifted
from pipeline.mentions.dates.vocabulary import SPACE, YEAR_TAIL, one_of
from schemas.vocabularies import DatePrecision

_FIXED = {
    "New Year's Day": (1, 1),
    "Epiphany": (1, 6),
    "Candlemas": (2, 2),
    "May Day": (5, 1),
    "Midsummer Day": (6, 24),
    "Michaelmas": (9, 29),
    "All Saints' Day": (11, 1),
    "Martinmas": (11, 11),
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
}
_DAYS_FROM_EASTER = {
    "Ash Wednesday": -46,
    "Palm Sunday": -7,
    "Maundy Thursday": -3,
    "Good Friday": -2,
    "Easter Sunday": 0,
    "Easter Day": 0,
    "Easter": 0,
    "Easter Monday": 1,
    "Ascension Day": 39,
    "Pentecost": 49,
    "Whit Sunday": 49,
    "Whitsun": 49,
    "Whit Monday": 50,
    "Corpus Christi": 60,
}
FIRST_WORDS = frozenset(name.split()[0].partition("'")[0] for name in (*_FIXED, *_DAYS_FROM_EASTER))
"""The word with which the name of each feast begins."""

_FIRST_GREGORIAN_YEAR = 1583
_LEADS_TO_A_FEAST = re.compile(
    r"\b(?:[Oo]n|[Aa]t|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Ss]ince|[Oo]ver)[^\S\n]{1,3}$"
)


def _feast(match: Match[str]) -> list[Reading]:
    """A feast with a year, or one that a preposition makes a date."""
    start = match.start()
    if not (match["year"] or match["year_reference"]) and not _LEADS_TO_A_FEAST.search(
        match.string, max(0, start - 9), start
    ):
        return []
    name = match["feast"].replace("’", "'")
    in_year, month = _days_of(name)
    return [dated(match, "feast", DatePrecision.DAY, in_year, month)]


def _days_of(name: str) -> tuple[Callable[[int], Days | None], int]:
    """The day of a feast in a year, and the month in which it mostly falls."""
    if name in _FIXED:
        month, number = _FIXED[name]
        return (lambda year: day(year, month, number)), month

    def by_easter(year: int) -> Days | None:
        if year < 326:  # Before the council of Nicaea had set the rule.
            return None
        return shifted(easter(year), _DAYS_FROM_EASTER[name])

    return by_easter, 4


def easter(year: int) -> date:
    """Easter Sunday of the western church, by the Julian calendar up to 1582.

    J. Meeus, Astronomical Algorithms (1991), chapter 8.
    """
    if year < _FIRST_GREGORIAN_YEAR:
        moon = (19 * (year % 19) + 15) % 30
        sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        march = moon + sunday + 22
    else:
        century, rest = divmod(year, 100)
        leap, golden = century // 4, year % 19
        shift = (century - (century + 8) // 25 + 1) // 3
        moon = (19 * golden + century - leap - shift + 15) % 30
        sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
        late = (golden + 11 * moon + 22 * sunday) // 451
        march = moon + sunday - 7 * late + 22
    return date(year, 3, march) if march <= 31 else date(year, 4, march - 31)


_NAMES = one_of((*_FIXED, *_DAYS_FROM_EASTER)).replace("'", "['’]")
RULES = (
    Rule(
        re.compile(
            rf"(?P<feast>{_NAMES})(?!['’]|-\w|{SPACE}(?:[A-Z]|(?:truce|offensive|uprising|rising)\b))"
            rf"{YEAR_TAIL}"
        ),
        _feast,
    ),
)
