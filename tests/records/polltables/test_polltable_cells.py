"""What single cells of tables say."""

from datetime import date

import pytest

from pipeline.records.polltables.cell_dates import dates_in, with_short_year, years_in
from pipeline.records.polltables.cells import is_gap, margin_in, mode_in, sample_in, share_in
from schemas.vocabularies import DatePrecision, PollMode, Qualifier

SHARES = [
    ("46%", "46%", 46, 46, Qualifier.EXACT),
    ("46", "46", 46, 46, Qualifier.EXACT),
    (" 46.5 % ", "46.5 %", 46.5, 46.5, Qualifier.EXACT),
    ("46,5%", "46,5%", 46.5, 46.5, Qualifier.EXACT),
    ("<1", "<1", 1, 1, Qualifier.UNDER),
    ("about 46%", "about 46%", 46, 46, Qualifier.ABOUT),
    ("46 (+2)", "46", 46, 46, Qualifier.EXACT),
    ("46% ▲1.5", "46%", 46, 46, Qualifier.EXACT),
    ("46 −2", "46", 46, 46, Qualifier.EXACT),
    ("46–48%", "46–48%", 46, 48, Qualifier.RANGE),
    ("46.1 120", "46.1", 46.1, 46.1, Qualifier.EXACT),
    ("46†", "46", 46, 46, Qualifier.EXACT),
    ("460", "460", 460, 460, Qualifier.EXACT),
]
NO_SHARES = ["", "–", "N/A", "tie", "*", "2016", "1,012", "65+", "Red 46%", "46 votes", "4/6", "+2"]


@pytest.mark.parametrize(("text", "quote", "low", "high", "qualifier"), SHARES)
def test_that_a_share_is_read(
    text: str, quote: str, low: float, high: float, qualifier: Qualifier
) -> None:
    share = share_in(text)
    assert share is not None
    assert text[share.start : share.end] == quote
    assert (share.low, share.high, share.qualifier) == (low, high, qualifier)


@pytest.mark.parametrize("text", NO_SHARES)
def test_that_other_cells_hold_no_share(text: str) -> None:
    assert share_in(text) is None


def test_that_gaps_are_known() -> None:
    assert all(map(is_gap, ("", "–", "—", "N/A", "n.a.", "?", "Tie", "Not asked", "TBD")))
    assert not any(map(is_gap, ("0", "46", "Nay", "No")))


@pytest.mark.parametrize(
    ("text", "size", "qualifier", "people"),
    [
        ("1,012", 1012, Qualifier.EXACT, None),
        ("1 012", 1012, Qualifier.EXACT, None),
        ("1.012", 1012, Qualifier.EXACT, None),
        ("~2,000", 2000, Qualifier.ABOUT, None),
        ("over 1000", 1000, Qualifier.OVER, None),
        ("1000+", 1000, Qualifier.AT_LEAST, None),
        ("1,404 (RV)", 1404, Qualifier.EXACT, "RV"),
        ("800 likely voters", 800, Qualifier.EXACT, "likely voters"),
        ("800 respondents", 800, Qualifier.EXACT, None),
    ],
)
def test_that_a_sample_is_read(
    text: str, size: int, qualifier: Qualifier, people: str | None
) -> None:
    sample = sample_in(text)
    assert sample is not None
    assert (sample.size, sample.qualifier) == (size, qualifier)
    assert (text[slice(*sample.people)] if sample.people else None) == people


def test_that_no_sample_is_read_from_other_cells() -> None:
    assert not any(map(sample_in, ("", "N/A", "46.5", "0", "unknown")))


def test_that_margins_and_modes_are_read() -> None:
    margins = [margin_in(text) for text in ("±3.1%", "3", "+/- 2.5 pp", "N/A")]
    assert [m and m[2] for m in margins] == [3.1, 3, 2.5, None]
    modes = [mode_in(text) for text in ("Online", "CATI", "Face-to-face", "Phone/online", "Paper")]
    assert modes == [
        PollMode.ONLINE, PollMode.TELEPHONE, PollMode.FACE_TO_FACE, PollMode.MIXED, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "year", "first", "last", "precision"),
    [
        ("Sep–Oct 2016", None, date(2016, 9, 1), date(2016, 10, 31), "range_of_months"),
        ("Nov/Dec", 2015, date(2015, 11, 1), date(2015, 12, 31), "range_of_months"),
        ("Dec–Jan 2016", None, date(2015, 12, 1), date(2016, 1, 31), "range_of_months"),
        ("May", 2003, date(2003, 5, 1), date(2003, 5, 31), "month"),
        ("2016 Feb", None, date(2016, 2, 1), date(2016, 2, 29), "month"),
        ("16–21 Feb", 2016, date(2016, 2, 16), date(2016, 2, 21), "day"),
        ("May", None, None, None, "month"),
    ],
)
def test_that_the_dates_of_cells_are_read(
    text: str, year: int | None, first: date | None, last: date | None, precision: str
) -> None:
    (found,) = dates_in(text, year)
    assert text[found.start : found.end] == found.text
    assert (found.first_day, found.last_day) == (first, last)
    assert found.precision is DatePrecision(precision)


def test_that_short_years_are_read() -> None:
    texts = ("21 Feb 16", "16–21 Feb '16", "21 Feb 86", "Feb 16", "Dec 28 – Jan 03", "16 Feb 2016")
    assert [with_short_year(text) for text in texts] == [2016, 2016, 1986, None, None, None]


def test_that_years_are_found() -> None:
    assert years_in("Polls of 2015–2016, n = 12016") == {2015, 2016}
