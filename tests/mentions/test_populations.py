"""find_populations and population_after on readable cases and on any text at all."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.populations import find_populations, population_after

FOLDER = Path(__file__).parent / "populations"


def cases(*stems: str) -> list[dict[str, Any]]:
    """The cases of some files."""
    return [
        case | {"id": f"{stem}: {case['name']}"}
        for stem in stems
        for case in tomllib.loads((FOLDER / f"{stem}.toml").read_text(encoding="utf-8"))["case"]
    ]


NAMED = cases("named", "near_misses")
AFTER = cases("after", "goes_on")


@pytest.mark.parametrize("case", NAMED, ids=lambda case: case["id"])
def test_named(case: dict[str, Any]) -> None:
    assert [mention.text for mention in find_populations(case["text"])] == case["populations"]


@pytest.mark.parametrize("case", AFTER, ids=lambda case: case["id"])
def test_after(case: dict[str, Any]) -> None:
    found = population_after(case["text"], case["text"].index("%") + 1)
    assert (found.text if found else "") == case["population"]


def test_cases_are_many_and_distinct() -> None:
    assert len(NAMED) >= 38
    assert len(AFTER) >= 15
    assert sum(not case["populations"] for case in NAMED) >= 9
    assert max(Counter(case["id"] for case in NAMED + AFTER).values()) == 1
    assert max(Counter(case["text"] for case in NAMED + AFTER).values()) == 1


PIECES = st.sampled_from(
    """poll survey of surveyed among Among about 1,000 adults Germans the all public Canadian U.S.
    A. who and , . ; ( “ ” said 82% İ ß é""".split()
)
SEPARATORS = st.sampled_from(["", " ", " ", " ", "\u00a0", "  ", "\n"])
TEXTS = st.lists(st.tuples(PIECES, SEPARATORS), max_size=30).map(
    lambda parts: "".join(piece + separator for piece, separator in parts)
)


@given(TEXTS | st.text(max_size=200), st.integers(0, 200))
def test_mentions_are_true_and_ordered(text: str, offset: int) -> None:
    mentions = find_populations(text)
    after = population_after(text, min(offset, len(text)))
    for mention in [*mentions, *([after] if after else [])]:
        assert text[mention.start : mention.end] == mention.text == mention.text.strip() != ""
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
