"""What became of every percentage, date and count of a document, in the order of its text."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.documents.model import Document, Span
from pipeline.records.identity import Records, identify
from pipeline.records.model import Extraction, Fate, Passage
from schemas.vocabularies import RecordTable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Use:
    """A record that rests on a mark.

    Attributes:
        table: Table of the record.
        record_id: Its identifier.
        field: The column that the mark supports; ``record`` for the record as a whole.
    """

    table: RecordTable
    record_id: str
    field: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A percentage, date or count of the text, with what became of it.

    Attributes:
        fate: Where it stands, and why no record rests on it, if none does.
        uses: The records that rest on it.
    """

    fate: Fate
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """A piece of a document, such as a paragraph, with its marks in order."""

    span: Span
    marks: tuple[Mark, ...]


def account_for(document: Document, extraction: Extraction) -> tuple[Account, ...]:
    """The pieces of a document that hold any percentage, date or count, in order."""
    passages = sorted(_passages(identify([extraction])), key=lambda p: p[1].start)
    fates = sorted(extraction.fates, key=lambda fate: (fate.start, fate.end))
    title = (document.title,) if document.title else ()
    pieces = sorted((*title, *document.headings, *document.paragraphs), key=lambda s: s.start)
    accounts = (
        Account(
            piece,
            tuple(
                Mark(fate, () if fate.left_because else _uses(fate, around))
                for fate in _within(piece, fates, lambda fate: fate.start)
            ),
        )
        for piece in pieces
        for around in [_within(piece, passages, lambda found: found[1].start)]
    )
    return tuple(account for account in accounts if account.marks)


def _within(piece: Span, ordered: Sequence[T], start: Callable[[T], int]) -> Sequence[T]:
    """What starts within a piece of text."""
    first = bisect_left(ordered, piece.start, key=start)
    return ordered[first : bisect_left(ordered, piece.end, lo=first, key=start)]


def _passages(records: Records) -> list[tuple[Use, Passage]]:
    of_records: Iterable[tuple[RecordTable, str, Sequence[Passage]]] = (
        *((RecordTable.TALKS, key, talk.passages) for key, talk in records.talks),
        *((RecordTable.POLLS, key, poll.passages) for key, poll in records.polls),
        *((RecordTable.POLL_RESULTS, key, result.passages) for key, _, result in records.results),
    )
    return [
        (Use(table, key, passage.field), passage)
        for table, key, passages in of_records
        for passage in passages
    ]


def _uses(fate: Fate, passages: Iterable[tuple[Use, Passage]]) -> tuple[Use, ...]:
    """The narrowest passage of each record around a place in the text."""
    around = [
        (passage.end - passage.start, use)
        for use, passage in passages
        if passage.start <= fate.start and fate.end <= passage.end
    ]
    narrowest: dict[tuple[RecordTable, str], Use] = {}
    for _, use in sorted(around, key=lambda found: (found[0], found[1].field)):
        narrowest.setdefault((use.table, use.record_id), use)
    of_columns = [use for use in narrowest.values() if use.field != "record"]
    return tuple(of_columns or narrowest.values())
