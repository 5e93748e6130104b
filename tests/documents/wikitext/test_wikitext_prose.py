import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.documents.model import Document, Paragraph
from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument

DATA = Path(__file__).parents[2] / "data/documents"
FILES = ("wikitext_prose", "wikitext_footnotes", "wikitext_templates")
CASES = [
    pytest.param(*case, id=f"{group}: {name}")
    for file in FILES
    for group, cases in tomllib.loads((DATA / f"{file}.toml").read_text(encoding="utf-8")).items()
    for name, case in cases.items()
]


def read(text: str, title: str | None = "Tarn talks") -> Document:
    return parse(RawDocument("tarn_talks", text, "0" * 64, "text/x-wiki", title=title))


def shown(paragraph: Paragraph) -> str:
    """The prose of a paragraph with its footnote marks, and plain spaces."""
    text, position = "", 0
    for note in paragraph.footnotes:
        text += paragraph.prose.text[position : note.prose_offset] + f"⟨{note.key}⟩"
        position = note.prose_offset
    return (text + paragraph.prose.text[position:]).replace("\u00a0", " ")


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """All paragraphs, those of tables among them."""
    yield from document.paragraphs
    for table in document.tables:
        yield from [table.caption] if table.caption else []
        yield from (cell.paragraph for row in table.rows for cell in row if cell)


@pytest.mark.parametrize(("wikitext", "expected"), CASES)
def test_prose_and_marks(wikitext, expected):
    document = read(wikitext)
    assert " ¶ ".join(map(shown, document.paragraphs)) == expected
    for paragraph in paragraphs(document):
        for note in paragraph.footnotes:
            assert wikitext[note.start : note.end] == note.text


def test_there_are_enough_cases():
    assert len(CASES) >= 200


def test_document_is_called_by_the_manifest_or_its_file():
    assert read("One.").name == "Tarn talks"
    assert read("One.", title=None).name == "tarn talks"
    assert read("One.").title is None


def test_headings_by_level():
    document = read(
        "Lead.\n== History ==\nA.\n=== ''Early'' talks<ref>x</ref> === <!-- y -->\nB.\n"
        "====Deep====\nC.\n== Later ==\nD.\n= Top =\nE."
    )
    assert [p.headings for p in document.paragraphs] == [
        (),
        ("History",),
        ("History", "Early talks"),
        ("History", "Early talks", "Deep"),
        ("Later",),
        ("Top",),
    ]
    assert [(h.text, h.prose.text) for h in document.headings][1] == (
        "''Early'' talks<ref>x</ref>",
        "Early talks",
    )


def test_uneven_headings_take_the_lesser_level():
    document = read("=== A ==\nx.\n=====\ny.\n==\nz.")
    assert [h.prose.text for h in document.headings] == ["= A", "="]
    assert [p.prose.text for p in document.paragraphs] == ["x.", "y. == z."]


def test_way_back_to_the_raw_text():
    raw = "In [[Tarn (city)|Tarn]], {{percentage|1|3}} of&nbsp;all agreed."
    (paragraph,) = read(raw).paragraphs
    prose = paragraph.prose

    def origin(words: str) -> str:
        start = prose.text.index(words)
        return raw[slice(*prose.raw_span(start, start + len(words)))]

    assert origin("Tarn") == "Tarn"
    assert origin("33%") == origin("3%") == "{{percentage|1|3}}"
    assert origin("\u00a0") == "&nbsp;"
    assert origin("of\u00a0all") == "of&nbsp;all"
    assert origin("Tarn, 33%") == "Tarn]], {{percentage|1|3}}"


def test_sentences_are_shown_without_markup():
    raw = "'''Tarn''' met.<ref>x</ref> ''Lund'' left."
    (paragraph,) = read(raw).paragraphs
    assert [s.text for s in paragraph.sentences] == ["Tarn met.", "Lund left."]
    assert [raw[s.start : s.end] for s in paragraph.sentences] == [
        "Tarn''' met.",
        "Lund'' left.",
    ]


def test_byte_order_mark_is_no_text():
    (paragraph,) = read("\ufeff'''Tarn''' met.").paragraphs
    assert paragraph.prose.text == "Tarn met."
