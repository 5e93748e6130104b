"""Every share, date and count of a document, whether a record rests on it or not."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.documents.model import Document, Paragraph, Prose
from pipeline.mentions.counts import find_counts
from pipeline.mentions.dates import find_dates
from pipeline.mentions.model import Mention
from pipeline.mentions.shares import find_shares
from pipeline.records.model import Mark, Passage, PollResult, Rejection
from pipeline.records.reading import Reading
from schemas.vocabularies import LeftReason, MarkKind

_KIND_OF_COLUMN: Mapping[str, MarkKind] = {
    "sample_size": MarkKind.COUNT,
    "margin_of_error": MarkKind.SHARE,
    "start_date": MarkKind.DATE,
}

_Found = tuple[MarkKind, LeftReason, Sequence[Mention]]


def paragraph_marks(reading: Reading) -> list[Mark]:
    """The marks of a paragraph."""
    found = (
        (MarkKind.SHARE, LeftReason.NO_SURVEY_HERE, reading.shares),
        (MarkKind.DATE, LeftReason.DATES_NOTHING, reading.dates),
        (MarkKind.COUNT, LeftReason.COUNTS_NOBODY, reading.counts),
    )
    return list(_marks(reading.document.raw, reading.paragraph.prose, found))


def heading_marks(document: Document) -> list[Mark]:
    """The marks of the title and the headings."""
    titles = (document.title,) if document.title else ()
    return [
        mark
        for line in (*titles, *document.headings)
        for mark in _marks_of(document.raw, line.prose, LeftReason.IN_HEADING)
    ]


def table_marks(document: Document) -> list[Mark]:
    """The marks of the cells and captions of the tables."""
    return [
        mark
        for paragraph in table_paragraphs(document)
        for mark in _marks_of(document.raw, paragraph.prose, LeftReason.IN_TABLE)
    ]


def told_marks(
    results: Iterable[PollResult], rejections: Iterable[Rejection], known: Iterable[Mark]
) -> list[Mark]:
    """The numbers of cells that only their table tells to be shares, counts or dates.

    "52" is a share below the name of an answer, and no mark anywhere else.

    Args:
        results: The poll results of tables.
        rejections: The rejected candidates of tables.
        known: The marks of the document that were found without that.
    """
    taken: dict[MarkKind, list[tuple[int, int]]] = {kind: [] for kind in MarkKind}
    for mark in known:
        taken[mark.kind].append((mark.start, mark.end))
    for places in taken.values():
        places.sort()
    passages = [
        *((MarkKind.SHARE, p) for r in results for p in r.passages if p.field == "record"),
        *((MarkKind.SHARE, rejection.passage) for rejection in rejections),
        *(
            (_KIND_OF_COLUMN[p.field], p)
            for result in results
            for p in result.poll.passages
            if p.field in _KIND_OF_COLUMN
        ),
    ]
    found = {(kind, p.start, p.end): p for kind, p in passages if not _is_taken(taken[kind], p)}
    return [
        Mark(kind, start, end, p.quote, LeftReason.IN_TABLE)
        for (kind, start, end), p in found.items()
    ]


def _is_taken(places: Sequence[tuple[int, int]], passage: Passage) -> bool:
    before = bisect_left(places, (passage.end, 0)) - 1
    return before >= 0 and places[before][1] > passage.start


def table_paragraphs(document: Document) -> Iterator[Paragraph]:
    """The captions and cells of all tables, each once however many places a cell spans."""
    for table in document.tables:
        if table.caption:
            yield table.caption
        cells = {id(cell): cell for row in table.rows for cell in row if cell}
        yield from (cell.paragraph for cell in cells.values())


def _marks_of(raw: str, prose: Prose, because: LeftReason) -> Iterator[Mark]:
    found = (
        (MarkKind.SHARE, because, find_shares(prose.text)),
        (MarkKind.DATE, because, find_dates(prose.text)),
        (MarkKind.COUNT, because, find_counts(prose.text)),
    )
    return _marks(raw, prose, found)


def _marks(raw: str, prose: Prose, found: Sequence[_Found]) -> Iterator[Mark]:
    for kind, because, mentions in found:
        for mention in mentions:
            start, end = prose.raw_span(mention.start, mention.end)
            yield Mark(kind, start, end, raw[start:end], because)
