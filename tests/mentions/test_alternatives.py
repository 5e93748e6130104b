"""Grouping the alternatives of a pattern by first letter changes nothing of what it finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.vocabulary import by_first_letter
from pipeline.records.talks import vocabulary

WORDS = st.lists(
    st.sampled_from(
        ["peace", "peaceful", "Pact", "pact of", "truce", "talks?", "(?:two|three) men"]
    )
)


def test_one_branch_for_each_letter() -> None:
    grouped = by_first_letter(r"peace|\d men|Pact|(?:a|b)c|truce|x?y|[|)]z")
    assert grouped == r"\d men|(?:a|b)c|x?y|[|)]z|p(?:eace|act)|t(?:ruce)"


@given(words=WORDS.filter(bool), text=st.text("peacflut trwhoskmn PT", max_size=60))
def test_the_same_is_found(words: list[str], text: str) -> None:
    alternatives = "|".join(words)
    plain = re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
    grouped = re.compile(rf"\b(?:{by_first_letter(alternatives)})\b", re.IGNORECASE)
    assert [m.start() for m in grouped.finditer(text)] == [m.start() for m in plain.finditer(text)]


@pytest.mark.parametrize("name", ["PEACE", "MATTERS", "ACTORS", "OTHER_FIELD", "HOLD"])
def test_the_words_of_talks_are_patterns_still(name: str) -> None:
    pattern = getattr(vocabulary, name)
    words = {"PEACE": "a truce", "MATTERS": "the border", "ACTORS": "both sides"}
    words |= {"OTHER_FIELD": "a Football match", "HOLD": "it took place"}
    assert pattern.search(words[name])
    assert not pattern.search("The mill is old")
