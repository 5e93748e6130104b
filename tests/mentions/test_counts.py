"""find_counts and find_ordinals on readable cases, on all numbers, and on any text at all."""

import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.counts import find_counts, find_ordinals
from pipeline.mentions.numbers import CARDINALS, ORDINALS

FOLDER = Path(__file__).parent / "counts"


def cases(*stems: str) -> list[dict[str, Any]]:
    """The cases of some files."""
    return [
        case | {"id": f"{stem}: {case['name']}"}
        for stem in stems
        for case in tomllib.loads((FOLDER / f"{stem}.toml").read_text(encoding="utf-8"))["case"]
    ]


COUNTS = cases("counts", "near_misses")
ORDINAL_CASES = cases("ordinals")


@pytest.mark.parametrize("case", COUNTS, ids=lambda case: case["id"])
def test_counts(case: dict[str, Any]) -> None:
    found = [f"{m.text} | {m.value} | {m.qualifier} | {m.noun}" for m in find_counts(case["text"])]
    assert found == case["counts"]


@pytest.mark.parametrize("case", ORDINAL_CASES, ids=lambda case: case["id"])
def test_ordinals(case: dict[str, Any]) -> None:
    found = [f"{m.text} | {m.value} | {m.noun or '-'}" for m in find_ordinals(case["text"])]
    assert found == case["ordinals"]


def test_cases_are_many_and_distinct() -> None:
    assert len(COUNTS) >= 50
    assert len(ORDINAL_CASES) >= 15
    assert sum(not case["counts"] for case in COUNTS) >= 20
    assert max(Counter(case["id"] for case in COUNTS + ORDINAL_CASES).values()) == 1
    assert max(Counter(case["text"] for case in COUNTS).values()) == 1


@given(st.integers(0, 999_999_999))
def test_figures_read_back(value: int) -> None:
    for form in (f"{value:,}", f"{value:,}".replace(",", "\u202f"), str(value)):
        assert [m.value for m in find_counts(f"They sent {form} letters.")] == [value]


@pytest.mark.parametrize("word", CARDINALS)
def test_words_read_back(word: str) -> None:
    for form in (word, word.capitalize(), word.replace("-", " ")):
        (count,) = find_counts(f"{form} kings")
        assert (count.value, count.noun) == (CARDINALS[word], "kings")


@pytest.mark.parametrize("word", ORDINALS)
def test_ordinals_read_back(word: str) -> None:
    for form in (word, word.capitalize(), word.upper()):
        (found,) = find_ordinals(f"the {form} king")
        assert (found.value, found.noun, found.text) == (ORDINALS[word], "king", form)


PIECES = st.sampled_from(
    """15 1,512 1.2 million 2011 In May countries African states of the about more than or a dozen
    two hundred and six twenty-two second 4th third first-round % per cent $ , . - – İ ß é
    people men years has 000 7""".split()
)
SEPARATORS = st.sampled_from(["", " ", " ", " ", "\u00a0", "  ", "\n", "-"])
TEXTS = st.lists(st.tuples(PIECES, SEPARATORS), max_size=30).map(
    lambda parts: "".join(piece + separator for piece, separator in parts)
)


@given(TEXTS | st.text(max_size=200))
def test_mentions_are_true_ordered_and_apart(text: str) -> None:
    for mentions in (find_counts(text), find_ordinals(text)):
        for mention in mentions:
            assert text[mention.start : mention.end] == mention.text != ""
        for first, second in pairwise(mentions):
            assert first.end <= second.start
