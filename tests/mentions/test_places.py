"""find_places on readable cases, and on any text at all."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.model import PlaceMention
from pipeline.mentions.places import find_places
from pipeline.mentions.places.tables import countries


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file of the folder of this module."""
    file = Path(__file__).parent / "places" / f"{name}.toml"
    read: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    return read


CASES = cases("cases")
DIPLOMACY = cases("diplomacy")
CODES = {named.code for named in countries().values()} - {None}


def shown(mention: PlaceMention) -> str:
    """A mention as the cases write it."""
    parts = mention.text, mention.kind, mention.country_code or "-", mention.city or "-"
    return " | ".join(parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    assert [shown(mention) for mention in find_places(case["text"])] == case["places"]


@pytest.mark.parametrize("case", DIPLOMACY, ids=lambda case: case["name"])
def test_place_of_diplomacy(case: dict[str, Any]) -> None:
    places = [shown(mention) for mention in find_places(case["text"]) if mention.kind != "people"]
    assert places == case["places"]


def test_cases_are_many_and_distinct() -> None:
    every = CASES + DIPLOMACY
    assert len(CASES) >= 120
    assert len(DIPLOMACY) >= 120
    assert sum(not case["places"] for case in every) >= 45
    assert max(Counter(case["name"] for case in every).values()) == 1
    assert max(Counter(case["text"] for case in every).values()) == 1


def test_position_of_a_known_city() -> None:
    (geneva,) = find_places("They met in Geneva.")
    assert geneva.latitude == pytest.approx(46.2, abs=0.1)
    assert geneva.longitude == pytest.approx(6.1, abs=0.1)


def test_a_country_has_no_position() -> None:
    (country,) = find_places("They met in Switzerland.")
    assert (country.latitude, country.longitude) == (None, None)


WORDS = """
Paris London Dayton Ohio Georgia Jordan U.S. US D.C. Washington March Of the of and in at In region
Region province Belarus Gomel Russo Ukrainian Peace Conference University President Lincoln 's ’s ,
. – - ; ( ) İ ß é 한국 𝔘 St. St d'Ivoire Côte New York Treaty Elmau
"""
PIECES = st.sampled_from(WORDS.split())
SEPARATORS = st.sampled_from(["", " ", " ", " ", "  ", "\u00a0", "\n", "-"])
PLACE_TEXTS = st.lists(st.tuples(PIECES, SEPARATORS), max_size=25).map(
    lambda parts: "".join(piece + separator for piece, separator in parts)
)


@given(st.one_of(st.text(), PLACE_TEXTS))
def test_mentions_are_true_ordered_and_coded(text: str) -> None:
    last_end = 0
    for mention in find_places(text):
        assert last_end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.kind in {"city", "country", "region", "people"}
        assert mention.country_code is None or mention.country_code in CODES
        assert (mention.latitude is None) == (mention.longitude is None)
        assert mention.kind != "city" or mention.city
        assert mention.rule in {"site", "capital"} or (mention.city or "") in mention.text
        last_end = mention.end


@pytest.mark.parametrize(
    "piece", ["Paris ", "Paris, ", "Paris of the ", "A.B.", "D'", "New-", "Georgia, ", "in Aa, "]
)
def test_long_monotonous_text_is_read(piece: str) -> None:
    assert all(m.end <= 20_000 * len(piece) for m in find_places(piece * 20_000))


def test_same_text_same_mentions() -> None:
    text = " ".join(case["text"] for case in CASES)
    first = find_places(text)
    assert len(first) > 100
    assert find_places(text) == first
