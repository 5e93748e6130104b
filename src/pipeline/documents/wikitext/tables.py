"""Tables: rows of cells as they are written, made into a grid."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pipeline.documents.model import Cell, Paragraph, Table
from pipeline.documents.wikitext.arguments import strip
from pipeline.documents.wikitext.spans import SIMPLE_LINK, Markup

Lines = list[tuple[int, int]]
"""Spans of the lines of one paragraph."""

_TOKEN = re.compile(rf"\|\|?|!!|\{{\{{|<|{SIMPLE_LINK}|\[\[")
_SPANS = re.compile(r"\b(?i:(row|col)span)\s{0,4}=\s{0,4}[\"']?\s{0,4}([0-9]{1,5})")
_NARROW = 64
"""Columns that any table may have."""

_PLACES_PER_CHARACTER = 4
"""How many places of its grid a character of a wider table may make: far more than in any table
for readers, but spans cannot be made to fill memory."""


@dataclass(slots=True)
class OpenCell:
    """A cell as it is written."""

    start: int
    end: int
    lines: Lines
    is_header: bool = False
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class OpenTable:
    """A table as it is read, line by line."""

    markup: Markup
    start: int
    headings: tuple[str, ...]
    rows: list[list[OpenCell]] = field(default_factory=lambda: [[]])
    caption: OpenCell | None = None
    _current: OpenCell | None = None

    def row(self) -> None:
        """Begin a row."""
        self._current = None
        if self.rows[-1]:
            self.rows.append([])

    def captioned(self, start: int, end: int) -> None:
        """Begin the caption with what stands behind its mark."""
        *_, cell = _cells(self.markup, start, end, is_header=False)
        self._current = cell
        self.caption = self.caption or cell

    def cells(self, start: int, end: int, *, is_header: bool) -> None:
        """Add the cells of a line, given without its mark."""
        for cell in _cells(self.markup, start, end, is_header=is_header):
            self.rows[-1].append(cell)
            self._current = cell

    def text(self, start: int, end: int) -> None:
        """Add a line to the cell that was read last; before the first cell nothing is shown."""
        if self._current:
            self._current.lines.append((start, end))
            self._current.end = max(self._current.end, end)

    def closed(self, end: int, paragraph: Callable[[OpenCell], Paragraph]) -> Table:
        """The table, which ends at an offset.

        Args:
            end: Character after its last one.
            paragraph: Makes a paragraph of what stands in a cell.
        """
        caption = paragraph(self.caption) if self.caption else None
        rows = _grid([row for row in self.rows if row], end - self.start, paragraph)
        text = self.markup.text[self.start : end]
        shown = caption if caption and caption.prose.text else None
        return Table(self.start, end, text, self.headings, shown, rows)


def _cells(markup: Markup, start: int, end: int, *, is_header: bool) -> Iterator[OpenCell]:
    text = markup.text
    position, pipe = start, -1
    while position <= end:
        token = _TOKEN.search(text, position, end)
        if token is None:
            yield _cell(text, start, pipe, end, is_header=is_header)
            return
        at, position = token.span()
        if token[0] == "||" or (token[0] == "!!" and is_header):
            yield _cell(text, start, pipe, at, is_header=is_header)
            start, pipe = position, -1
        elif token[0] == "|":
            pipe = at if pipe < 0 else pipe
        elif token[0] in {"{{", "[[", "<"}:
            position = min(markup.ends.get(at, at + 1), end)


def _cell(text: str, start: int, pipe: int, end: int, *, is_header: bool) -> OpenCell:
    """A cell; what stands before a single ``|`` are its attributes, unless it holds a link."""
    rows = columns = 1
    content = start
    if pipe >= 0 and "[[" not in (attributes := text[start:pipe]):
        content = pipe + 1
        for kind, number in _SPANS.findall(attributes):
            if kind.lower() == "row":
                rows = max(1, int(number))
            else:
                columns = max(1, int(number))
    content, end = strip(text, content, end)
    return OpenCell(content, end, [(content, end)], is_header, rows, columns)


def _grid(
    rows: list[list[OpenCell]], length: int, paragraph: Callable[[OpenCell], Paragraph]
) -> tuple[tuple[Cell | None, ...], ...]:
    """The grid: a cell that spans rows or columns stands at each of its places."""
    if not rows:
        return ()
    widest = max(_NARROW, _PLACES_PER_CHARACTER * length // len(rows))
    reaching: dict[int, tuple[Cell, int]] = {}  # by column: a cell from above, its rows left
    filled: list[dict[int, Cell]] = []
    for row in rows:
        places = {column: cell for column, (cell, _) in reaching.items()}
        reaching = {column: (cell, n - 1) for column, (cell, n) in reaching.items() if n > 1}
        column = 0
        for written in row:
            while column in places:
                column += 1
            if column >= widest:
                break
            cell = Cell(paragraph(written), written.is_header)
            for _ in range(min(written.columns, widest - column)):
                if column in places:
                    break
                places[column] = cell
                if written.rows > 1:
                    reaching[column] = (cell, written.rows - 1)
                column += 1
        filled.append(places)
    width = max(max(places) for places in filled) + 1
    return tuple(tuple(places.get(column) for column in range(width)) for places in filled)
