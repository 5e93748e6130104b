"""Names in text that may be places: the longest known name wins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.mentions.places import words
from pipeline.mentions.places.gazetteer import City, cities, longest_names
from pipeline.mentions.places.keys import Token, runs
from pipeline.mentions.places.tables import (
    Named,
    Site,
    combining_forms,
    countries,
    not_places,
    regions,
    sites,
)

_DASH = re.compile(r"[-–‑]\w")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in the text that may be a place.

    Attributes:
        start: First character.
        end: Character after the last one.
        key: Key of the name.
        country: Country, former state or people of that name.
        region: Region or people of a region of that name.
        cities: Cities of that name, the most populous first.
        site: Site of that name.
    """

    start: int
    end: int
    key: str
    country: Named | None = None
    region: Named | None = None
    cities: tuple[City, ...] = ()
    site: Site | None = None


def candidates(text: str) -> list[Candidate]:
    """Names of a text that may be places, in order and without overlaps."""
    return [found for run in runs(text) for found in _in_run(text, run)]


def _in_run(text: str, run: Sequence[Token]) -> Iterator[Candidate]:
    index = 0
    while index < len(run):
        candidate, length = _longest(text, run, index)
        if candidate:
            yield candidate
        index += length


def _longest(text: str, run: Sequence[Token], first: int) -> tuple[Candidate | None, int]:
    """The longest known name that begins with a token, if it may be a place, and its length."""
    head = run[first]
    limit = min(_longest_in_tables().get(head.key, 1), len(run) - first)
    if (head.key[:1].isupper() and head.key not in words.FUNCTION_WORDS) or head.key == "The":
        limit = min(max(limit, longest_names().get(head.key, 1)), len(run) - first)
    for length in range(limit, 0, -1):
        last = run[first + length - 1]
        key = " ".join(token.key for token in run[first : first + length])
        if key in not_places():
            return None, length
        candidate = _known(head.start, last.end, key)
        if candidate:
            return candidate, length
    if head.key in combining_forms() and _DASH.match(text, head.end):
        people = Named("people", combining_forms()[head.key])
        return Candidate(head.start, head.end, head.key, country=people), 1
    return None, 1


def _known(start: int, end: int, key: str) -> Candidate | None:
    country, region = countries().get(key), regions().get(key)
    found = () if key in words.FUNCTION_WORDS or key[:1].islower() else cities().get(key, ())
    site = sites().get(key)
    if country or region or found or site:
        return Candidate(start, end, key, country, region, found, site)
    return None


@cache
def _longest_in_tables() -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in (*countries(), *regions(), *sites(), *not_places()):
        parts = key.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest
