"""What became of every share, date and count of the documents: extracted, rejected or left."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Generic, TypeVar

import pandas as pd

from pipeline.records.identity import Records
from pipeline.records.model import Mark, Passage
from schemas.vocabularies import (
    LeftReason,
    MarkKind,
    MarkOutcome,
    RecordTable,
    RejectReason,
)

T = TypeVar("T", bound="Use | RejectReason")

_WORDS_OF_THE_TEXT = frozenset({"answer", "question", "outcome_text"})
"""Columns that quote the text as it is: a number in there is none that the record gives."""


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """A record that rests on a mark.

    Attributes:
        field: The column that the mark supports; ``record`` for the record as a whole.
        table: Table of the record.
        record_id: Its identifier.
    """

    field: str
    table: RecordTable
    record_id: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a mark.

    Attributes:
        document_id: The document.
        mark: The mark.
        use: What rests on it, if anything: the closest use of a column, else of a record.
        rejected: Why the candidate around it did not become a record, if it was one.
    """

    document_id: str
    mark: Mark
    use: Use | None = None
    rejected: RejectReason | None = None

    @property
    def outcome(self) -> MarkOutcome:
        """What became of it in one word."""
        if self.use:
            return MarkOutcome.EXTRACTED
        return MarkOutcome.REJECTED if self.rejected else MarkOutcome.LEFT

    @property
    def reason(self) -> RejectReason | LeftReason | None:
        """Why no record rests on it, None if one does."""
        return None if self.use else self.rejected or self.mark.left_because


@dataclass(frozen=True, slots=True, order=True)
class _Around(Generic[T]):
    """A passage with what it means: by its length, and then by what it means."""

    length: int
    start: int
    meaning: T

    @property
    def end(self) -> int:
        return self.start + self.length


def passages(records: Records) -> Iterator[tuple[RecordTable, str, Passage]]:
    """The passages of all records, with their table and identifier."""
    for talk_id, talk in records.talks:
        for passage in talk.passages:
            yield RecordTable.TALKS, talk_id, passage
    for poll_id, poll in records.polls:
        for passage in poll.passages:
            yield RecordTable.POLLS, poll_id, passage
    for result_id, _, result in records.results:
        for passage in result.passages:
            yield RecordTable.POLL_RESULTS, result_id, passage


def fates(records: Records) -> list[Fate]:
    """The fate of every mark, by document and in the order of the text; each place and kind once.

    A mark is extracted where a passage of a record holds it, rejected where the passage of a
    rejected candidate does, and left where none does.
    """
    columns: dict[str, list[_Around[Use]]] = defaultdict(list)
    wholes: dict[str, list[_Around[Use]]] = defaultdict(list)
    rejected: dict[str, list[_Around[RejectReason]]] = defaultdict(list)
    for table, record_id, p in passages(records):
        if p.field not in _WORDS_OF_THE_TEXT:
            around = _Around(p.end - p.start, p.start, Use(p.field, table, record_id))
            (wholes if p.field == "record" else columns)[p.document_id].append(around)
    for rejection in records.rejections:
        p = rejection.passage
        rejected[p.document_id].append(_Around(p.end - p.start, p.start, rejection.reason))
    found = []
    for document_id in sorted(records.marks):
        marks = _in_order(records.marks[document_id])
        found += [
            Fate(document_id, mark, column or whole, None if column or whole else reason)
            for mark, column, whole, reason in zip(
                marks,
                _closest(marks, columns[document_id]),
                _closest(marks, wholes[document_id]),
                _closest(marks, rejected[document_id]),
                strict=True,
            )
        ]
    return found


def coverage(audit: pd.DataFrame) -> dict[str, dict[str, int]]:
    """How many marks of each kind were found, and what became of them.

    Args:
        audit: The table ``audit``.

    Returns:
        For each kind how many were ``found``, ``extracted``, ``rejected`` and ``left``.
    """
    counts = Counter(zip(audit["kind"], audit["outcome"], strict=True))
    return {
        kind.value: {"found": sum(counts[kind, outcome] for outcome in MarkOutcome)}
        | {outcome.value: counts[kind, outcome] for outcome in MarkOutcome}
        for kind in MarkKind
    }


def _in_order(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in order; of several that stand for the same text, the first."""
    at: dict[tuple[int, int, MarkKind], Mark] = {}
    for mark in marks:
        at.setdefault((mark.start, mark.end, mark.kind), mark)
    return [at[place] for place in sorted(at)]


def _closest(marks: Sequence[Mark], arounds: Iterable[_Around[T]]) -> Iterator[T | None]:
    """What the shortest passage around each mark means; both are taken in the order of the text."""
    waiting = sorted(arounds, key=lambda around: around.start, reverse=True)
    open_ones: list[_Around[T]] = []
    for mark in marks:
        while waiting and waiting[-1].start <= mark.start:
            heappush(open_ones, waiting.pop())
        too_short = []
        while open_ones and open_ones[0].end < mark.end:
            around = heappop(open_ones)
            if around.end > mark.start:  # it may hold a mark that starts here, too, and is shorter
                too_short.append(around)
        yield open_ones[0].meaning if open_ones else None
        for around in too_short:
            heappush(open_ones, around)
