"""The closed classes of words, plain typography, and the stretches that have been read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.spans import Spans
from pipeline.mentions.typography import plain
from pipeline.mentions.vocabulary import any_of, inflections


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("prefer", {"prefer", "prefers", "preferred", "preferring"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("enjoy", {"enjoy", "enjoys", "enjoyed", "enjoying"}),
        ("wish", {"wish", "wishes", "wished", "wishing"}),
        ("see", {"see", "sees", "saw", "seen", "seeing"}),
        ("say", {"say", "says", "said", "saying"}),
        ("have", {"have", "has", "had", "having"}),
        ("begin", {"begin", "begins", "began", "begun", "beginning"}),
    ],
)
def test_inflections(verb: str, forms: set[str]) -> None:
    assert set(inflections(verb)) == forms


@given(st.lists(st.text("abc.+*", min_size=1, max_size=4), min_size=1, max_size=8))
def test_any_of_matches_the_longest_word(words: list[str]) -> None:
    pattern = re.compile(any_of(words))
    for word in words:
        assert pattern.fullmatch(word)
        match = pattern.match(word + "z")
        assert match is not None
        assert match.group() == word


def test_plain_typography() -> None:
    assert plain("10\u00a0–\u202f15٪ of “Côte d’Ivoire”") == '10 - 15% of "Côte d\'Ivoire"'


@given(st.text(max_size=100))
def test_plain_keeps_offsets(text: str) -> None:
    same = plain(text)
    assert len(same) == len(text)
    assert plain(same) == same
    for before, after in zip(text, same, strict=True):
        assert before == after or not before.isalnum()


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=20))
def test_spans_never_overlap(stretches: list[tuple[int, int]]) -> None:
    spans = Spans()
    taken: set[int] = set()
    for start, length in stretches:
        stretch = set(range(start, start + length))
        assert spans.is_free(start, start + length) == taken.isdisjoint(stretch)
        if taken.isdisjoint(stretch):
            spans.take(start, start + length)
            taken |= stretch
