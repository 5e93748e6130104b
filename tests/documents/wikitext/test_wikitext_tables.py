import tomllib
from pathlib import Path

import pytest

from pipeline.documents.model import Cell, Document, Table
from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "data/documents/wikitext_tables.toml").read_text(encoding="utf-8")
)


def read(text: str) -> Document:
    return parse(RawDocument("tarn", text, "0" * 64, "text/x-wiki"))


def cell_text(cell: Cell) -> str:
    paragraph = cell.paragraph
    marks = "".join(f"⟨{note.key}⟩" for note in paragraph.footnotes)
    return "!" * cell.is_header + paragraph.prose.text.replace("\u00a0", " ") + marks


def grid(table: Table) -> list[str]:
    rows: list[str] = []
    seen: set[int] = set()
    for row in table.rows:
        texts = []
        for cell in row:
            texts.append("-" if cell is None else "^" if id(cell) in seen else cell_text(cell))
            seen.add(id(cell))
        rows.append("|".join(texts))
    return rows


@pytest.mark.parametrize("name", CASES)
def test_grid(name):
    case = CASES[name]
    document = read("Before.\n" + case["wikitext"] + "\nAfter.")
    (table,) = document.tables
    assert grid(table) == case["rows"]
    assert (table.caption.prose.text if table.caption else None) == case.get("caption")
    assert document.raw[table.start : table.end] == table.text
    assert document.paragraphs[0].prose.text == "Before."


def test_there_are_enough_cases():
    assert len(CASES) >= 20


def test_text_around_a_table_is_prose():
    document = read("One\n{|\n| a\n|} two\nthree")
    assert [p.prose.text for p in document.paragraphs] == ["One", "two three"]
    assert document.tables[0].text == "{|\n| a\n|}"


def test_table_is_under_its_headings():
    document = read("== Polls ==\n=== 1998 ===\n{|\n| a\n|}\n")
    (table,) = document.tables
    assert table.headings == ("Polls", "1998")
    assert table.rows[0][0].paragraph.headings == ("Polls", "1998")


def test_nested_table_is_a_table_of_its_own():
    document = read("{|\n| a\n{|\n! b\n|}\n| c\n|}")
    assert [grid(table) for table in document.tables] == [["a|c"], ["!b"]]


def test_deeply_nested_tables_end_where_they_should():
    document = read("{|\n|a\n" * 50 + "|}\n" * 50 + "After.")
    assert [p.prose.text for p in document.paragraphs] == ["After."]
    assert 1 < len(document.tables) < 50


def test_same_object_stands_at_each_of_its_places():
    (table,) = read('{|\n| rowspan="2" colspan="2" | a\n|-\n|\n|}').tables
    cells = {id(cell) for row in table.rows for cell in row[:2]}
    assert len(cells) == 1


def test_spans_cannot_fill_memory():
    (table,) = read("{|\n" + "|colspan=1000 rowspan=60000|x\n|-\n" * 300 + "|}").tables
    assert len(table.rows) == 300
    assert sum(map(len, table.rows)) < 300 * 200


def test_empty_cell_has_a_paragraph_without_prose():
    (table,) = read("{|\n| || a\n|}").tables
    paragraph = table.rows[0][0].paragraph
    assert (paragraph.text, paragraph.prose.text, paragraph.sentences) == ("", "", ())
