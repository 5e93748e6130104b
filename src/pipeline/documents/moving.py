"""Documents parsed from an excerpt, with their offsets moved into the whole text."""

from dataclasses import replace

from pipeline.documents.excerpt import Excerpt
from pipeline.documents.model import (
    Cell,
    Citation,
    Document,
    Footnote,
    Line,
    Paragraph,
    Prose,
    Run,
    Sentence,
    Table,
)


def moved(document: Document, excerpt: Excerpt, raw: str) -> Document:
    """A document that was parsed from an excerpt, as a document of the whole text.

    Args:
        document: What was parsed from ``excerpt.text``.
        excerpt: The excerpt.
        raw: The whole text.
    """
    return _Mover(excerpt, raw).document(document)


class _Mover:
    def __init__(self, excerpt: Excerpt, raw: str) -> None:
        self.excerpt = excerpt
        self.raw = raw

    def document(self, document: Document) -> Document:
        return replace(
            document,
            raw=self.raw,
            title=document.title and self._line(document.title),
            headings=tuple(map(self._line, document.headings)),
            paragraphs=tuple(
                self._paragraph(p) for p in document.paragraphs if p.prose.text.strip()
            ),
            tables=tuple(map(self._table, document.tables)),
            citations=tuple(map(self._citation, document.citations)),
        )

    def _span(self, start: int, end: int) -> tuple[int, int]:
        moved = self.excerpt.origin(start)
        return moved, moved + end - start

    def _prose(self, prose: Prose) -> Prose:
        return Prose(prose.text, tuple(map(self._run, prose.runs)))

    def _run(self, run: Run) -> Run:
        raw = self.excerpt.origin(run.raw)
        return Run(run.prose, raw, None if run.raw_end is None else raw + run.raw_end - run.raw)

    def _line(self, line: Line) -> Line:
        return Line(*self._span(line.start, line.end), line.text, self._prose(line.prose))

    def _sentence(self, sentence: Sentence) -> Sentence:
        start, end = self._span(sentence.start, sentence.end)
        return replace(sentence, start=start, end=end)

    def _footnote(self, note: Footnote) -> Footnote:
        start, end = self._span(note.start, note.end)
        return replace(note, start=start, end=end)

    def _citation(self, citation: Citation) -> Citation:
        start, end = self._span(citation.start, citation.end)
        return replace(citation, start=start, end=end)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        start, end = self._span(paragraph.start, paragraph.end)
        return replace(
            paragraph,
            start=start,
            end=end,
            prose=self._prose(paragraph.prose),
            sentences=tuple(map(self._sentence, paragraph.sentences)),
            footnotes=tuple(map(self._footnote, paragraph.footnotes)),
        )

    def _table(self, table: Table) -> Table:
        cells: dict[int, Cell] = {}  # a cell that stands at several places stays one

        def moved(cell: Cell | None) -> Cell | None:
            if cell is None:
                return None
            if id(cell) not in cells:
                cells[id(cell)] = replace(cell, paragraph=self._paragraph(cell.paragraph))
            return cells[id(cell)]

        start, end = self._span(table.start, table.end)
        return replace(
            table,
            start=start,
            end=end,
            caption=table.caption and self._paragraph(table.caption),
            rows=tuple(tuple(map(moved, row)) for row in table.rows),
        )
