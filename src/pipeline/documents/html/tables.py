"""Tables of HTML as grids."""

import re
from collections.abc import Iterator

from pipeline.documents.html.elements import is_hidden
from pipeline.documents.html.phrase import Phrase
from pipeline.documents.html.source import Source
from pipeline.documents.html.tree import Element
from pipeline.documents.html.vocabulary import CELLS, DATA_TABLES, ROW_GROUPS
from pipeline.documents.model import Cell, Paragraph, Table

_NUMBER = re.compile(r"\s*([0-9]{1,5})")
_MOST_COLUMNS = 500
_MOST_PLACES = 500_000
"""Of a grid; both far beyond any table for readers, so that spans cannot be made to fill memory."""

_TO_THE_END = 65_535
"""Rows that a cell spans whose ``rowspan`` is 0; the HTML standard allows no more of them."""

_Row = dict[int, Cell]
_Reaching = dict[int, tuple[Cell, int]]
"""By column: a cell of the rows above, and how many more rows it reaches into."""


def is_data(table: Element) -> bool:
    """Whether a table holds data rather than being used for layout."""
    if not DATA_TABLES.isdisjoint(table.classes):
        return True
    if table.holds_blocks or table.attributes.get("role") == "presentation":
        return False
    widths = [len(cells) for row, _ in _rows(table) if (cells := _cells(row))]
    return len(widths) > 1 and max(widths) > 1


def read_table(source: Source, table: Element, headings: tuple[str, ...]) -> Table:
    """The grid of a table.

    Rows and columns in which no cell begins are left out; they have no height or width. A table
    within a cell is left out as well.

    Args:
        source: The HTML.
        table: The element.
        headings: The headings above it.
    """
    start, end = source.raw_offset(table.start), source.raw_offset(table.end)
    captions = [_paragraph(source, e, headings) for e in _children(table, frozenset({"caption"}))]
    caption = next((c for c in captions if c.prose.text), None)
    return Table(
        start, end, source.raw[start:end], headings, caption, _grid(source, table, headings)
    )


def _grid(
    source: Source, table: Element, headings: tuple[str, ...]
) -> tuple[tuple[Cell | None, ...], ...]:
    rows: list[_Row] = []
    width = places = 0
    group: Element | None = None
    reaching: _Reaching = {}
    for element, row_group in _rows(table):
        if row_group is not group:  # no cell reaches beyond its group of rows
            group, reaching = row_group, {}
        row = {column: cell for column, (cell, _) in reaching.items()}
        reaching = {c: (cell, left - 1) for c, (cell, left) in reaching.items() if left > 1}
        cells = _cells(element)
        width = max(width, _place(source, cells, headings, row, reaching))
        places += len(row) + 1
        if places > _MOST_PLACES:
            break
        if cells:
            rows.append(row)
    most = _MOST_PLACES // max(width, 1)
    return tuple(tuple(row.get(column) for column in range(width)) for row in rows[:most])


def _place(
    source: Source,
    cells: list[Element],
    headings: tuple[str, ...],
    row: _Row,
    reaching: _Reaching,
) -> int:
    """Put the cells of a row into its free columns; the column behind the start of the last."""
    column = behind = 0
    for element in cells:
        while column in row:
            column += 1
        if column >= _MOST_COLUMNS:
            break
        behind = column + 1
        cell = Cell(_paragraph(source, element, headings), element.tag == "th")
        rows_below = (_span(element, "rowspan") or _TO_THE_END) - 1
        last = min(column + (_span(element, "colspan") or 1), _MOST_COLUMNS)
        while column < last and column not in row:
            row[column] = cell
            if rows_below:
                reaching[column] = (cell, rows_below)
            column += 1
    return behind


def _span(cell: Element, name: str) -> int:
    number = _NUMBER.match(cell.attributes.get(name, "1"))
    return int(number[1]) if number else 1


def _rows(table: Element) -> Iterator[tuple[Element, Element]]:
    """The rows that readers see, each with the group of rows that it is in."""
    for child in _children(table, ROW_GROUPS | {"tr"}):
        if child.tag == "tr":
            yield child, table
        else:
            yield from ((row, child) for row in _children(child, frozenset({"tr"})))


def _cells(row: Element) -> list[Element]:
    return _children(row, CELLS)


def _children(element: Element, tags: frozenset[str]) -> list[Element]:
    return [
        child
        for child in element.children
        if isinstance(child, Element) and child.tag in tags and not is_hidden(child)
    ]


def _paragraph(source: Source, element: Element, headings: tuple[str, ...]) -> Paragraph:
    phrase = Phrase(source)
    phrase.element(element)
    return phrase.paragraph(headings, element.inner)
