from itertools import combinations

import pytest

from pipeline.documents.abbreviations import (
    BEFORE_NUMBER,
    NEVER_FINAL,
    OPENERS,
    SELDOM_FINAL,
    is_abbreviation,
    is_initialism,
    token_before,
)


def test_no_abbreviation_is_on_two_lists():
    for one, other in combinations((NEVER_FINAL, SELDOM_FINAL, BEFORE_NUMBER), 2):
        assert not one & other


def test_lists_are_written_as_they_are_looked_up():
    abbreviations = NEVER_FINAL | SELDOM_FINAL | BEFORE_NUMBER
    assert {word for word in abbreviations if word != word.lower() or word.endswith(".")} == set()
    assert {word for word in OPENERS if word != word.capitalize()} == set()


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("The U.S", "U.S"),
        ("(e.g", "e.g"),
        ("a\u00a0St", "St"),
        ("Vice-Pres", "Pres"),
        ("west–St", "St"),
        ("“Dr", "Dr"),
        ("", ""),
        ("end ", ""),
        ("x" * 100, "x" * 24),
    ],
)
def test_token_before(text, token):
    assert token_before(text, 0, len(text)) == token


def test_token_begins_no_earlier_than_told():
    assert token_before("one.two", 4, 7) == "two"


@pytest.mark.parametrize("token", ["U.S", "D.C", "p.m", "Ph.D", "U.S.S.R", "É.U"])
def test_initialisms(token):
    assert is_initialism(token)
    assert is_abbreviation(token)


@pytest.mark.parametrize("token", ["", "US", "3.5", "example.org", "B.", ".com", "1.a"])
def test_no_initialisms(token):
    assert not is_initialism(token)


@pytest.mark.parametrize("token", ["Mr", "DR", "Inc", "J", "É", "e.g"])
def test_abbreviations(token):
    assert is_abbreviation(token)


@pytest.mark.parametrize("token", ["", "peace", "no", "Jan", "5", "%", "İ́x"])
def test_no_abbreviations(token):
    assert not is_abbreviation(token)
