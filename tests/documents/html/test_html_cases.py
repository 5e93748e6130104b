import pytest
from html_checks import cases, check, marked, read, read_reply, reply

from pipeline.documents.model import Cell, Document

PROSE = {
    f"{group}: {name}": case
    for group, named in cases("html_prose.toml").items()
    for name, case in named.items()
}
TABLES = cases("html_tables.toml")
CITATIONS = cases("html_citations.toml")
PAGES = cases("html_pages.toml")


def named(group):
    return [pytest.param(case, id=name) for name, case in group.items()]


def both(html: str) -> Document:
    """The document read from HTML, checked to be the same when the HTML stands in JSON."""
    document = read(html)
    for ascii_only in (True, False):
        other = read_reply(reply(html, ascii_only=ascii_only))
        check(other)
        assert list(map(marked, other.paragraphs)) == list(map(marked, document.paragraphs))
        assert [table_rows(t.rows) for t in other.tables] == [
            table_rows(t.rows) for t in document.tables
        ]
    check(document)
    return document


def table_rows(rows):
    return [[shown(cell) for cell in row] for row in rows]


def shown(cell: Cell | None) -> str:
    return "~" if cell is None else "*" * cell.is_header + marked(cell.paragraph)


@pytest.mark.parametrize("case", named(PROSE))
def test_paragraphs(case):
    assert [marked(p) for p in both(case["html"]).paragraphs] == case["is"]


@pytest.mark.parametrize("case", named(TABLES))
def test_tables(case):
    document = both(case["html"])
    found = [table_rows(table.rows) for table in document.tables]
    assert found == ([case["rows"]] if "rows" in case else [])
    assert [p.prose.text for p in document.paragraphs] == case.get("paragraphs", [])
    captions = [t.caption.prose.text for t in document.tables if t.caption]
    assert captions == ([case["caption"]] if "caption" in case else [])


@pytest.mark.parametrize("case", named(CITATIONS))
def test_citations(case):
    (citation,) = read(
        '<p>They met.<sup class="reference"><a href="#cite_note-1">[7]</a></sup></p>'
        f'<ol class="references"><li id="cite_note-1">{case["note_html"]}</li></ol>'
    ).citations
    assert citation.key == "7"
    found = {
        name: value
        for name in ("note", "title", "url", "publisher", "date")
        if (value := getattr(citation, name)) is not None
    }
    assert found == {name: value for name, value in case.items() if name != "note_html"}


@pytest.mark.parametrize("case", named(PAGES))
def test_pages(case):
    document = read(case["html"])
    check(document)
    assert document.name == case.get("title", "")
    assert (document.title is None) == ("title" not in case)
    assert [heading.prose.text for heading in document.headings] == case.get("headings", [])
    assert [
        ": ".join(filter(None, (" / ".join(p.headings), p.prose.text))) for p in document.paragraphs
    ] == case["paragraphs"]


def test_there_are_cases():
    assert len(PROSE) >= 80
    assert len(TABLES) >= 25
    assert len(CITATIONS) >= 15
    assert len(PAGES) >= 12
