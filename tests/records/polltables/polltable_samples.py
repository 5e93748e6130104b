"""Documents with tables written as readable lines, whatever the readers of documents do.

A line is a row, `|` stands between its cells. `<` is the cell to its left, `^` the one above it,
which spans; a `!` before the text marks a header cell, `[n]` a footnote.
"""

from pipeline.documents.footnotes import find_marks, remove_marks
from pipeline.documents.model import Cell, Citation, Document, Line, Paragraph, Prose, Run, Table
from pipeline.documents.paragraphs import build_paragraph

LEFT, ABOVE = "<", "^"


class Sheet:
    """The raw text of a document as it grows."""

    def __init__(self) -> None:
        self.raw = ""

    def paragraph(self, text: str, headings: tuple[str, ...], end: str = "\n") -> Paragraph:
        start = len(self.raw)
        self.raw += text
        marks = find_marks(text)
        moved = tuple(type(m)(m.start + start, m.end + start, m.key) for m in marks)
        prose, notes = remove_marks(self.raw, start, start + len(text), moved)
        self.raw += end
        return build_paragraph(self.raw, start, start + len(text), headings, prose, notes)

    def line(self, text: str) -> Line:
        start = len(self.raw)
        self.raw += text + "\n"
        return Line(start, start + len(text), text, Prose(text, (Run(0, start),)))


def table_document(
    rows: list[list[str]],
    *,
    name: str = "A document",
    headings: tuple[str, ...] = (),
    lead: str = "",
    caption: str = "",
    notes: dict[str, str] | None = None,
) -> Document:
    """A document with one table, and the paragraph and headings before it."""
    sheet = Sheet()
    title = sheet.line(name)
    lines = tuple(sheet.line(heading) for heading in headings)
    paragraphs = (sheet.paragraph(lead, headings),) if lead else ()
    start = len(sheet.raw)
    above = sheet.paragraph(caption, headings) if caption else None
    grid: list[tuple[Cell | None, ...]] = []
    for row in rows:
        cells: list[Cell | None] = []
        for index, text in enumerate(row):
            if text == LEFT:
                cells.append(cells[-1])
            elif text == ABOVE:
                cells.append(grid[-1][index])
            else:
                bare = text.removeprefix("!")
                cells.append(Cell(sheet.paragraph(bare, headings, " | "), text.startswith("!")))
        grid.append(tuple(cells))
        sheet.raw += "\n"
    end = len(sheet.raw)
    table = Table(start, end, sheet.raw[start:end], headings, above, tuple(grid))
    citations = []
    for key, note in (notes or {}).items():
        span = sheet.paragraph(note, ())
        citations.append(Citation(span.start, span.end, span.text, key, note))
    return Document("case", sheet.raw, name, title, lines, paragraphs, (table,), tuple(citations))


def rows_of_lines(lines: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]
