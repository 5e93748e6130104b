"""Footnotes: what they cite, and that every mark has one."""

from datetime import date

import pytest

from pipeline.documents.model import Cell, Citation, Document, Footnote, Prose, Run, Table
from pipeline.documents.paragraphs import build_paragraph
from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument
from pipeline.records.model import Source
from pipeline.records.sources import sources
from schemas.vocabularies import DatePrecision


def citation(**columns: str) -> Citation:
    return Citation(10, 20, "<ref>x</ref>", "1", **{"note": "x", **columns})


def only(*citations: Citation) -> Source:
    (source,) = sources(Document("d", "", "", None, (), (), (), citations))
    return source


def test_plain_text_has_a_row_for_each_mark_once():
    text = "Lake talks\nThey met.[2][note 1] They parted.[2]\n\nMore was said.[3]\n"
    found = sources(parse(RawDocument("d", text, "0" * 64)))
    assert found == (Source("d", "2"), Source("d", "note 1"), Source("d", "3"))


def test_marks_of_cells_count_too():
    raw = "52%[7]"
    prose = Prose("52%", (Run(0, 0),))
    cell = Cell(build_paragraph(raw, 0, 6, (), prose, (Footnote(3, 6, "[7]", "7", 3),)))
    table = Table(0, 6, raw, (), None, ((cell, cell),))
    assert sources(Document("d", raw, "", None, (), (), (table,))) == (Source("d", "7"),)


def test_a_footnote_is_given_as_far_as_it_is_told():
    source = only(
        citation(
            note=" Lake Gazette, 3 May 1999. ",
            title="Talks at the lake",
            url="https://gazette.example/lake",
            publisher="Lake Gazette",
            date="3 May 1999",
        )
    )
    assert source == Source(
        "d",
        "1",
        "Lake Gazette, 3 May 1999.",
        "Talks at the lake",
        "https://gazette.example/lake",
        "Lake Gazette",
        "3 May 1999",
        source.when,
        (10, 20),
    )
    assert source.when is not None
    assert (source.when.first_day, source.when.precision) == (date(1999, 5, 3), DatePrecision.DAY)


def test_what_is_empty_is_none():
    source = only(citation(note=" ", title="", url="", publisher="", date=""))
    assert source == Source("d", "1", span=(10, 20))


def test_of_two_footnotes_of_one_key_the_first_counts():
    first, second = citation(title="One"), citation(title="Two")
    assert only(first, second).title == "One"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("http://a.example/x?y=1", True),
        ("HTTPS://A.EXAMPLE", True),
        ("ftp://a.example", False),
        ("javascript:alert(1)", False),
        ("//a.example", False),
        ("https://a.example/x y", False),
        ("https://a.example\n", True),
        ("archive.example/https://a.example", False),
    ],
)
def test_only_addresses_of_the_web_are_addresses(url: str, kept: bool):
    assert only(citation(url=url)).url == (url.strip() if kept else None)


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("1999-05-03", date(1999, 5, 3), "day"),
        ("May 1999", date(1999, 5, 1), "month"),
        ("1999", date(1999, 1, 1), "year"),
        ("n.d.", None, None),
        ("3 May 1999 and 7 June 2003", None, None),
    ],
)
def test_a_date_is_placed_where_it_is_one(text, day, precision):
    source = only(citation(date=text))
    assert source.published_text == text
    found = source.when and (source.when.first_day, source.when.precision.value)
    assert found == (day and (day, precision))
