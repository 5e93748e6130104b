"""find_shares on readable cases, on shares written in every form, and on any text at all."""

import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.model import ShareMention
from pipeline.mentions.numbers import CARDINALS, QUALIFIERS_AFTER, QUALIFIERS_BEFORE
from pipeline.mentions.shares import find_shares
from schemas.vocabularies import Qualifier

FILES = sorted((Path(__file__).parent / "shares").glob("*.toml"))
CASES: list[dict[str, Any]] = [
    case | {"id": f"{file.stem}: {case['name']}"}
    for file in FILES
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]


def shown(mention: ShareMention) -> str:
    """A mention as the cases write it."""
    value = f"{mention.low:g}"
    if mention.high != mention.low:
        value += f"-{mention.high:g}"
    words = [" | in words"] if mention.in_words else []
    return " | ".join((mention.text, value, mention.qualifier.value)) + "".join(words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    assert [shown(mention) for mention in find_shares(case["text"])] == case["shares"]


def test_cases_are_many_and_distinct() -> None:
    assert len(CASES) >= 190
    assert sum(not case["shares"] for case in CASES) >= 30
    assert max(Counter(case["id"] for case in CASES).values()) == 1
    assert max(Counter(case["text"] for case in CASES).values()) == 1


SIGNS = ["%", " %", "\u00a0%", " percent", " per cent", "-percent", "\u202f%", " PER CENT"]
TENTHS = st.integers(0, 1000).map(lambda tenths: tenths / 10)
AROUND = st.sampled_from([("", ""), ("In Fiji ", " agreed."), ("They (", ") left."), ("“", "”")])


@given(TENTHS, st.sampled_from(SIGNS), AROUND)
def test_a_figure_reads_back(value: float, sign: str, around: tuple[str, str]) -> None:
    before, after = around
    (share,) = find_shares(f"{before}{value:g}{sign}{after}")
    assert (share.low, share.high, share.qualifier) == (value, value, Qualifier.EXACT)
    assert (share.text, share.start) == (f"{value:g}{sign}", len(before))


@given(st.sampled_from(sorted(CARDINALS)), st.sampled_from([" percent", " per cent", "-percent"]))
def test_a_word_reads_back(word: str, sign: str) -> None:
    for form in (word, word.replace("-", " "), word.capitalize(), word.upper()):
        (share,) = find_shares(f"It was {form}{sign}.")
        assert (share.low, share.text) == (CARDINALS[word], form + sign)


@pytest.mark.parametrize(("words", "qualifier"), QUALIFIERS_BEFORE.items(), ids=str)
def test_every_qualifier_before(words: str, qualifier: Qualifier) -> None:
    for form in (words, words.capitalize(), words.replace(" ", "\u00a0")):
        (share,) = find_shares(f"{form} 40% agreed")
        assert (share.low, share.qualifier, share.text) == (40, qualifier, f"{form} 40%")


@pytest.mark.parametrize(("words", "qualifier"), QUALIFIERS_AFTER.items(), ids=str)
def test_every_qualifier_behind(words: str, qualifier: Qualifier) -> None:
    (share,) = find_shares(f"It was 40% {words}.")
    assert (share.low, share.qualifier, share.text) == (40, qualifier, f"40% {words}")


@given(st.integers(0, 99), st.integers(1, 100), st.sampled_from("-–—‑"), st.sampled_from(SIGNS))
def test_a_range_reads_back(low: int, width: int, dash: str, sign: str) -> None:
    high = low + width
    for form in (f"{low}{dash}{high}", f"{low} to {high}", f"between {low} and {high}"):
        (share,) = find_shares(f"It was {form}{sign}.")
        assert (share.low, share.high, share.qualifier) == (low, high, Qualifier.RANGE)
        assert share.text == form + sign


@given(st.lists(st.integers(0, 100), min_size=2, max_size=6))
def test_a_list_reads_back(values: list[int]) -> None:
    *most, last = map(str, values)
    for text in (f"{', '.join(most)} and {last}%", f"{'%, '.join(most)}% and {last}%"):
        assert [share.low for share in find_shares(f"It was {text}.")] == values


PIECES = st.sampled_from(
    """% per cent percent percentage points 10 46.5 1,500 .5 ½ ten sixty-five a hundred and or to
    from between ranging , – − - ( ) about over at least more than or more one in out of every
    five two-thirds half a third of voters year tied led by respectively ± İ ß é ٪ 7 45%
    45–46%""".split()
)
SEPARATORS = st.sampled_from(["", " ", " ", " ", "\u00a0", "  ", "\n"])
TEXTS = st.lists(st.tuples(PIECES, SEPARATORS), max_size=30).map(
    lambda parts: "".join(piece + separator for piece, separator in parts)
)


@given(TEXTS | st.text(max_size=200))
def test_mentions_are_true_ordered_and_apart(text: str) -> None:
    mentions = find_shares(text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert 0 <= mention.low <= mention.high
        assert (mention.qualifier is Qualifier.RANGE) == (mention.low < mention.high)
    for first, second in pairwise(mentions):
        assert first.end <= second.start
