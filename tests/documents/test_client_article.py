"""The article in raw/ is as its manifest says, and parses as a reader would divide it."""

from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from pipeline.raw.read import read_raw
from pipeline.settings import Settings

RAW = Path(__file__).parents[2] / "raw"


@pytest.fixture(scope="module")
def article():
    (raw,) = read_raw([RAW], Settings())
    return raw


def test_manifest_describes_the_article(article):
    assert article.document_id == "peace-negotiations-in-the-russian-invasion-of-ukraine"
    assert article.title == article.text.partition("\n")[0]
    assert article.url is not None
    assert article.url.endswith(article.title.replace(" ", "_"))
    assert (article.licence, article.attribution) == ("CC-BY-SA-4.0", "Wikipedia contributors")
    assert article.retrieved_at is not None
    assert article.retrieved_at.isoformat() == "2026-11-23T00:00:00+00:00"


def test_article_is_divided_as_a_reader_would(article):
    document = parse(article)
    assert document.title is not None
    assert document.title.text == article.title
    assert [heading.text for heading in document.headings] == [
        "Background",
        "Negotiating positions",
        "Russia",
        "Timeline",
        "Early negotiations (24 February to 7 April 2022)",
        "Copenhagen format meetings",
        "Opinion polls",
    ]
    assert len(document.paragraphs) == 16
    assert {p.headings for p in document.paragraphs if "Russia" in p.headings} == {
        ("Negotiating positions", "Russia")
    }
    assert sum(len(p.sentences) for p in document.paragraphs) == 61


def test_every_mark_of_the_article_is_a_footnote(article):
    footnotes = [note for p in parse(article).paragraphs for note in p.footnotes]
    assert len(footnotes) == 58
    assert all(note.key.isdigit() for note in footnotes)
    prose = "".join(p.prose.text for p in parse(article).paragraphs)
    assert "[" not in prose.replace("consider[ing]", "")
