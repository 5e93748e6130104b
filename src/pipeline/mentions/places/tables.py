"""The tables of countries, former states and regions, and the names that only look like them."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from pipeline.mentions.places.keys import name_key

# Åland is a region of Finland; dependencies and special regions are named by their own codes.
_PARTS_OF_STATES = {"ALA": "FIN"}


class Named(NamedTuple):
    """What a name stands for.

    Attributes:
        kind: ``country``, ``region`` or ``people``.
        code: ISO 3166-1 alpha-3 code of today's country; None for what maps to no single one.
        admin1: GeoNames code of the first-level division, for a region that is one.
        adjective: The word is an adjective, which may also name a language.
    """

    kind: str
    code: str | None
    admin1: str | None = None
    adjective: bool = False


class Site(NamedTuple):
    """A palace, estate, islet or village that GeoNames does not list among its cities.

    Attributes:
        city: The city or village that it is or lies in; None if it lies in none.
        code: ISO 3166-1 alpha-3 code of the country.
        is_seat: The name also stands for the government or body that sits there.
    """

    city: str | None
    code: str
    is_seat: bool


def state_of(code: str) -> str:
    """The code of the state of which a territory with a code of its own is a plain part."""
    return _PARTS_OF_STATES.get(code, code)


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a data file of this package."""
    source = resources.files(__package__) / "data" / f"{table}.csv"
    return list(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))


def split(cell: str) -> list[str]:
    """The names in a cell."""
    return [name for name in cell.split(";") if name]


@cache
def countries() -> dict[str, Named]:
    """Countries and their people by key, and former states, which have no code."""
    names: dict[str, Named] = {}
    for row in (*rows("countries"), *rows("former_states")):
        for name, named in _names(row, "country", _state(row), None):
            names.setdefault(name, named)
    return names


def _state(row: dict[str, str]) -> str | None:
    code = row.get("code")
    return None if code is None else state_of(code)


@cache
def regions() -> dict[str, Named]:
    """Regions and their people by key."""
    names: dict[str, Named] = {}
    for row in rows("regions"):
        for name, named in _names(row, "region", row["country_code"], row["admin1"] or None):
            names.setdefault(name, named)
    return names


@cache
def sites() -> dict[str, Site]:
    """Sites by key."""
    return {
        name_key(row["name"]): Site(row["city"] or None, row["country_code"], row["seat"] == "yes")
        for row in rows("sites")
    }


@cache
def combining_forms() -> dict[str, str]:
    """Codes of countries by the forms that stand before a hyphen, such as "Russo"."""
    return {form: row["code"] for row in rows("countries") for form in split(row["combining"])}


@cache
def not_places() -> frozenset[str]:
    """Keys of names that hold the name of a country or city but mean something else."""
    return frozenset(name_key(row["phrase"]) for row in rows("not_places"))


@cache
def also_words() -> frozenset[str]:
    """Keys of names of cities that are English words too, such as "Reading"."""
    return frozenset(row["key"] for row in rows("also_words"))


def _names(
    row: dict[str, str], kind: str, code: str | None, admin1: str | None
) -> Iterator[tuple[str, Named]]:
    for name in (row["name"], *split(row["aliases"])):
        yield name_key(name), Named(kind, code, admin1)
    for name in split(row["adjectives"]):
        yield name_key(name), Named("people", code, admin1, adjective=True)
    for name in split(row["demonyms"]):
        yield name_key(name), Named("people", code, admin1)


def country_of(name: str) -> str | None:
    """ISO 3166-1 alpha-3 code of the country that a name, alias, adjective or demonym stands for.

    Regions whose people have a name of their own count as their state: "Scots" is GBR.

    Args:
        name: As written in text, with or without an article: "Britain", "the UK", "South Koreans".

    Returns:
        The code; None for an unknown name and for one that means no single state of today
        ("Soviet Union", "Korea").
    """
    bare = re.sub(r"^\s*(?:[Tt]he\s+)?|\s+$", "", name)
    key = name_key(bare)
    named = countries().get(key) or regions().get(key)
    return named.code if named else None
