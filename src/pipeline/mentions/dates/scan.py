"""Finding the phrases: from word to word, and at each cue the first rule that matches."""

import re
from collections.abc import Iterable
from re import Match

from pipeline.mentions.dates import calendars, days, durations, feasts, months, relative, years
from pipeline.mentions.dates.prefixes import PREFIXES, Prefix
from pipeline.mentions.dates.readings import Reading, Rule
from pipeline.mentions.dates.vocabulary import (
    MOMENTS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    PARTS_OF_DAY,
    SEASONS,
    SPACE,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
)

_POINTERS = (
    *("that", "this", "same", "following", "next", "ensuing", "subsequent", "previous", "last"),
    *("preceding", "prior", "past", "later", "earlier"),
)
_SEASON_WORDS = (*SEASONS, *(f"{season}s" for season in SEASONS))
_UNIT_WORDS = (*UNITS, *(f"{unit}s" for unit in UNITS), "centuries", "hours", "minutes", "nights")
_NUMBER_WORDS = {word for phrase in (*NUMBERS, *VAGUE_NUMBERS) for word in re.split("[ -]", phrase)}


def _kinds(kind: str, words: Iterable[str]) -> dict[str, str]:
    """The words, with a small and with a capital first letter."""
    return {variant: kind for word in words for variant in (word, word.capitalize())}


# What the first word of a phrase (behind its article) says about the rules that may read it.
_KINDS = {
    **_kinds("number", (_NUMBER_WORDS | {"single", "full", "whole"}) - {"a", "an", "of"}),
    **_kinds("unit", (*_UNIT_WORDS, *PARTS_OF_DAY, *MOMENTS)),
    **_kinds("ordinal", (*ORDINALS, "latter", "final", "small")),
    **_kinds("pointer", _POINTERS),
    **_kinds("part", (phrase.split()[0] for phrase in PARTS)),
    **_kinds("season", _SEASON_WORDS),
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys(("Q1", "Q2", "Q3", "Q4"), "ordinal"),
    "AD": "era",
    **{word: "feast" for word in feasts.FIRST_WORDS if word not in MONTHS},
}
_RULES: dict[str, tuple[Rule, ...]] = {
    "digit": (
        *calendars.DIGIT_RULES,
        *days.DIGIT_RULES,
        *years.DIGIT_RULES,
        *durations.LENGTH_RULES,
    ),
    "month": (*feasts.RULES, *calendars.MONTH_RULES, *days.MONTH_RULES, *months.MONTH_RULES),
    "weekday": days.WEEKDAY_RULES,
    "season": years.SEASON_RULES,
    "era": years.ERA_RULES,
    "feast": feasts.RULES,
    "part": (*months.PART_RULES, *years.SEASON_RULES, *years.PART_RULES, *relative.PART_RULES),
    "ordinal": (
        *days.ORDINAL_RULES,
        *months.ORDINAL_RULES,
        *years.ORDINAL_RULES,
        *durations.LENGTH_RULES,
    ),
    "pointer": (
        *months.POINTER_RULES,
        *months.ORDINAL_RULES,
        *years.ORDINAL_RULES,
        *relative.POINTER_RULES,
        *durations.LENGTH_RULES,
    ),
    "number": (*days.ORDINAL_RULES, *years.CENTURY_RULES, *durations.LENGTH_RULES),
    "unit": (*relative.UNIT_RULES, *durations.LENGTH_RULES),
}
_PREFIXED = frozenset({"digit", "number", "unit", "ordinal", "pointer", "part"})
_WORD = re.compile(r"\w+")
_DETERMINER = re.compile(rf"(?<!\w)(?:[Tt]he|[Aa]n?){SPACE}$")
_NUMBER_GOES_ON = re.compile(r"(?:[$£€¥₹#]|\d[.,:/]|[^\W\d_][-‐‑])$")
_DASH = re.compile(r"\d[-‐‑‒–—−]$")


def scan(text: str) -> list[Reading]:
    """All date phrases of a text, in order and without overlap."""
    readings: list[Reading] = []
    end = 0
    for word in _WORD.finditer(text):
        kind = _kind(word[0])
        if kind is not None and word.start() >= end:
            found = _read_phrase(text, kind, word.start(), end)
            readings += found
            end = found[-1].end if found else end
    return readings


def _kind(word: str) -> str | None:
    return "digit" if "0" <= word[0] <= "9" else _KINDS.get(word)


def _read_phrase(text: str, kind: str, start: int, floor: int) -> list[Reading]:
    """Readings of the phrase at a cue, which begins at the article in front of it, if any."""
    if kind == "digit" and _goes_on(text, start, floor):
        return []
    determiner = _DETERMINER.search(text, max(floor, start - 7), start)
    starts = (start,) if determiner is None else (determiner.start(), start)
    return next((found for begin in starts if (found := _read(text, begin, kind))), [])


def _goes_on(text: str, start: int, floor: int) -> bool:
    """Whether the digits at a place are the rest of a longer number or of a word.

    Behind a dash they are read only if what stands in front of the dash was read as a date.
    """
    if _NUMBER_GOES_ON.search(text, max(0, start - 2), start):
        return True
    return start - 1 != floor and _DASH.search(text, max(0, start - 2), start) is not None


def _read(text: str, start: int, kind: str) -> list[Reading]:
    if kind in _PREFIXED:
        for prefix in PREFIXES:
            match = prefix.pattern.match(text, start)
            if match is not None and (found := _prefixed(text, match, prefix)):
                return found
    for rule in _RULES[kind]:
        match = rule.pattern.match(text, start)
        if match is not None and (found := rule.read(match)):
            return found
    return []


def _prefixed(text: str, match: Match[str], prefix: Prefix) -> list[Reading]:
    """Readings of the date behind a prefix, changed as the prefix says."""
    word = _WORD.match(text, match.end())
    kind = None if word is None else _kind(word[0])
    if kind not in ("digit", "month", "weekday", "season", "feast"):
        return []
    changed = [prefix.change(match, reading) for reading in _read(text, match.end(), kind)]
    return [reading for reading in changed if reading is not None]
