"""Numbers in figures and words, and the words that qualify them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.numbers import cardinal, ordinal, qualifier_after, qualifier_before
from schemas.vocabularies import Qualifier

CARDINAL_CASES = {
    "1,512": 1512, "13 600": 13600, "13\u202f600": 13600, "7": 7, "fifteen": 15, "Fifteen": 15,
    "forty-six": 46, "forty six": 46, "a dozen": 12, "two dozen": 24, "a hundred": 100,
    "two hundred and six": 206, "two hundred thousand": 200_000, "1.2 million": 1_200_000,
    "five thousand and forty": 5040, "twelve thousand five hundred and one": 12_501,
}  # fmt: skip
NO_CARDINALS = ["", "a", "and", "hundred", "three four", "twenty twelve", "1,5", "1.2345 thousand"]
NO_CARDINALS += ["a dozen five", "9" * 5000, "one thousand " * 5000, "٤٥", "²", "second"]
ORDINAL_CASES = {"second": 2, "Second": 2, "2nd": 2, "23rd": 23, "twenty-first": 21, "tenth": 10}


@pytest.mark.parametrize(("text", "value"), CARDINAL_CASES.items())
def test_cardinal(text: str, value: int) -> None:
    assert cardinal(text) == value


@pytest.mark.parametrize("text", NO_CARDINALS, ids=lambda text: repr(text[:20]))
def test_no_cardinal(text: str) -> None:
    assert cardinal(text) is None


@pytest.mark.parametrize(("text", "value"), ORDINAL_CASES.items())
def test_ordinal(text: str, value: int) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize("text", ["", "two", "nd", "٢nd", "9" * 5000 + "th"], ids=len)
def test_no_ordinal(text: str) -> None:
    assert ordinal(text) is None


@pytest.mark.parametrize(
    ("before", "quoted", "qualifier"),
    [
        ("it was ", "", Qualifier.EXACT),
        ("it was about ", "about ", Qualifier.ABOUT),
        ("it was only about ", "only about ", Qualifier.ABOUT),
        ("it was a little over ", "a little over ", Qualifier.OVER),
        ("it was no more than ", "no more than ", Qualifier.AT_MOST),
        ("it was >", ">", Qualifier.OVER),
        ("it was over, and ", "", Qualifier.EXACT),
        ("it was moreover ", "", Qualifier.EXACT),
        ("it was (about ", "about ", Qualifier.ABOUT),
        ("it rose up to ", "", Qualifier.EXACT),
    ],
)
def test_qualifier_before(before: str, quoted: str, qualifier: Qualifier) -> None:
    assert qualifier_before(before + "9", len(before)) == (len(before) - len(quoted), qualifier)


@pytest.mark.parametrize(
    ("after", "quoted", "qualifier"),
    [
        (" or more agreed", " or more", Qualifier.AT_LEAST),
        (" OR LESS", " OR LESS", Qualifier.AT_MOST),
        (" or moreover", "", None),
        (" agreed", "", None),
    ],
)
def test_qualifier_after(after: str, quoted: str, qualifier: Qualifier | None) -> None:
    assert qualifier_after("9" + after, 1) == (1 + len(quoted), qualifier)


@given(st.text(max_size=60), st.integers(0, 60))
def test_any_text(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert 0 <= qualifier_before(text, offset)[0] <= offset
    assert offset <= qualifier_after(text, offset)[0] <= len(text)
    assert cardinal(text) is None or cardinal(text.upper()) is not None or not text.isascii()
