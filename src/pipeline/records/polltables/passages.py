"""Passages of a table: where in the raw text something stands, and the row around it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.documents.model import Cell, Citation, Document, Line, Paragraph
from pipeline.records.model import Passage
from pipeline.records.polltables.cells import text_of
from pipeline.records.polltables.grid import Grid, Row, distinct

_STRIPPED = " \t\r\n\xa0*†‡^"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of the prose of a cell, caption, paragraph or heading, or of a footnote.

    Attributes:
        source: In what it stands.
        start: First character in its prose; in its raw text, for a footnote.
        end: Character after its last one there.
        rule: The rule that read it.
    """

    source: Paragraph | Line | Citation = field(hash=False)
    start: int
    end: int
    rule: str

    @property
    def text(self) -> str:
        """The stretch."""
        source = self.source
        text = source.text if isinstance(source, Citation) else source.prose.text
        return text[self.start : self.end]

    def raw_span(self) -> tuple[int, int]:
        """Where it stands in the raw text."""
        if isinstance(self.source, Citation):
            return self.source.start + self.start, self.source.start + self.end
        return self.source.prose.raw_span(self.start, self.end)


def spot_of(cell: Cell, rule: str) -> Spot:
    """All that stands in a cell but white space and marks around it; it is not empty."""
    text = text_of(cell)
    kept = text.strip(_STRIPPED) or text.strip()
    start = text.index(kept)
    return Spot(cell.paragraph, start, start + len(kept), rule)


class Citer:
    """Makes passages of spots.

    The sentence of a cell is its row as people read it: what stands in its cells, joined by
    " | ". The row of a cell that spans several is the first. The footnotes of a cell are its own
    and those of the cells of its row that hold no share.
    """

    def __init__(self, document: Document, grid: Grid, shares: Iterable[int]) -> None:
        self._document = document
        self._rows: dict[int, tuple[str, tuple[str, ...]]] = {}
        share_columns = frozenset(shares)
        for cell in grid.titles:
            self._note((cell,), frozenset())
        for row in grid.header:
            self._note(row, frozenset(range(len(row))))
        for row in grid.body:
            self._note(row, share_columns)

    def _note(self, row: Row, shares: frozenset[int]) -> None:
        cells = distinct(row)
        sentence = " | ".join(" ".join(text_of(cell).split()) for cell in cells)
        about = distinct([cell for index, cell in enumerate(row) if index not in shares])
        notes = tuple(note.key for cell in about for note in cell.paragraph.footnotes)
        for cell in cells:
            self._rows.setdefault(id(cell.paragraph), (sentence, notes))

    def passage(self, field: str, spot: Spot) -> Passage:
        """A spot as evidence for a column."""
        source = spot.source
        start, end = spot.raw_span()
        notes: tuple[str, ...] = ()
        if isinstance(source, Citation):
            sentence, notes = source.note, (source.key,)
        elif isinstance(source, Line):
            sentence = source.text
        elif id(source) in self._rows:
            sentence, of_row = self._rows[id(source)]
            notes = tuple(dict.fromkeys((*(note.key for note in source.footnotes), *of_row)))
        else:
            sentence = source.sentence_at(spot.start).text
            notes = source.citations(spot.end)
        return Passage(
            field,
            self._document.document_id,
            start,
            end,
            self._document.raw[start:end],
            sentence,
            notes,
            spot.rule,
        )
