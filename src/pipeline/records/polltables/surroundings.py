"""What stands around a table: its captions, the paragraph before it, the headings above it."""

from dataclasses import dataclass

from pipeline.documents.model import Cell, Document, Line, Paragraph, Table
from pipeline.records.polltables.grid import Grid, distinct

Text = Paragraph | Line


@dataclass(frozen=True)
class Surroundings:
    """The texts around a table.

    Attributes:
        captions: Its caption, and the cells that span it above its header.
        lead: The paragraph before it under the same heading, None if there is none.
        headings: The headings above it, the innermost first.
        name: The name of the document.
        foot: The cells that are a row of its body by themselves.
    """

    captions: tuple[Paragraph, ...]
    lead: Paragraph | None
    headings: tuple[Line, ...]
    name: str
    foot: tuple[Cell, ...]

    @property
    def before(self) -> tuple[Paragraph, ...]:
        """The captions and the paragraph before the table."""
        return (*self.captions, self.lead) if self.lead else self.captions

    @property
    def titles(self) -> tuple[Text, ...]:
        """The captions and the headings, the nearest first."""
        return _texts(self.captions, self.headings)

    @property
    def all(self) -> tuple[Text, ...]:
        """The captions, the paragraph before the table and the headings, the nearest first."""
        return _texts(self.before, self.headings)

    @property
    def own(self) -> str:
        """The text that is about nothing but the table: its captions and the lowest heading."""
        return "\n".join(text.prose.text for text in _texts(self.captions, self.headings[:1]))


def _texts(paragraphs: tuple[Paragraph, ...], headings: tuple[Line, ...]) -> tuple[Text, ...]:
    return (*paragraphs, *headings)


def surroundings_of(document: Document, table: Table, grid: Grid) -> Surroundings:
    """Look around a table."""
    above = [line for line in document.headings if line.end <= table.start]
    named = [
        next((line for line in reversed(above) if heading in {line.text, line.prose.text}), None)
        for heading in reversed(table.headings)
    ]
    captions = [table.caption] if table.caption and table.caption.prose.text.strip() else []
    rows = (distinct(row) for row in grid.body)
    return Surroundings(
        (*captions, *(cell.paragraph for cell in grid.titles)),
        _lead(document, table, above[-1].end if above else 0),
        tuple(line for line in named if line is not None),
        document.name,
        tuple(cells[0] for cells in rows if len(cells) == 1),
    )


def _lead(document: Document, table: Table, since: int) -> Paragraph | None:
    """The last paragraph before a table and behind the heading above it."""
    for paragraph in reversed(document.paragraphs):
        if paragraph.end <= table.start and paragraph.prose.text.strip():
            return paragraph if paragraph.start >= since else None
    return None
