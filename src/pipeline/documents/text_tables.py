"""Tables in plain text, as browsers copy them: a line for each row, tabs between its cells.

What spans several rows or columns is copied once, so that such rows come out shorter than others;
a cell with a line break is copied as several lines and ends the table.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.documents.footnotes import Mark
from pipeline.documents.marked_text import marked_paragraph
from pipeline.documents.model import Cell, Span, Table

_FEWEST_ROWS = 2
_TWO_COLUMNS = 2

# Paragraphs may hold a tab, and lists one behind each label, so two columns need more evidence.
_LONGEST_CELL = 80
_LABEL = re.compile(r"\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]{0,2}|[•·*–—-]")


def split_tables(lines: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Lines in blocks: those of a table together, any other alone.

    Args:
        lines: The lines that hold something, without white space around.
    """
    for has_tabs, group in groupby(lines, lambda line: "\t" in line.text):
        block = list(group)
        if has_tabs and _is_table([line.text for line in block]):
            yield block
        else:
            yield from ([line] for line in block)


def read_table(
    text: str, rows: Sequence[Span], headings: tuple[str, ...], marks: Sequence[Mark]
) -> Table:
    """Read the lines of a table; the first is taken for its header.

    Args:
        text: The raw text.
        rows: The lines.
        headings: The headings above the table.
        marks: The footnote marks of the text.
    """
    spans = [_cells(text, row) for row in rows]
    width = max(map(len, spans))
    grid = tuple(
        (
            *(Cell(marked_paragraph(text, span, headings, marks), number == 0) for span in row),
            *(None for _ in range(width - len(row))),
        )
        for number, row in enumerate(spans)
    )
    start, end = spans[0][0].start, rows[-1].end
    return Table(start, end, text[start:end], headings, None, grid)


def _is_table(rows: Sequence[str]) -> bool:
    """Whether lines with tabs have the shape of a table."""
    if len(rows) < _FEWEST_ROWS:
        return False
    counts = [row.count("\t") + 1 for row in rows]
    if max(counts) == _TWO_COLUMNS:
        cells = [cell.strip() for row in rows for cell in row.split("\t")]
        return all(len(c) <= _LONGEST_CELL and any(map(str.isalnum, c)) for c in cells) and not (
            all(_LABEL.fullmatch(row.partition("\t")[0]) for row in rows)
        )
    most = [count for count in counts if 2 * count >= max(counts)]
    return 2 * len(most) > len(rows)


def _cells(text: str, line: Span) -> list[Span]:
    """The cells of a line, without the white space around each."""
    start = line.start  # an empty first cell has been taken for white space
    while start and text[start - 1] in " \t":
        start -= 1
    position = start + len(text[start : line.start]) - len(text[start : line.start].lstrip(" "))
    cells = []
    for part in text[position : line.end].split("\t"):
        content = part.strip()
        first = position + len(part) - len(part.lstrip()) if content else position
        cells.append(Span(first, first + len(content), content))
        position += len(part) + 1
    return cells
