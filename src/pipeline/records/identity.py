"""Bring the records of many documents together: identifiers, and what is told twice.

Identifiers are made of the record itself, never of its order or of the clock. What has the same
identity is one record with the evidence of all its tellings.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.records.merging import merged, poll_conflicts, talk_conflicts
from pipeline.records.model import (
    Conflict,
    Correction,
    Extraction,
    Mark,
    Poll,
    PollResult,
    Rejection,
    Source,
    Talk,
    When,
)
from pipeline.records.retold import retold_polls, retold_results, retold_talks
from pipeline.records.words import slug
from schemas.vocabularies import DatePrecision, RecordTable

_YEARS = frozenset(
    {DatePrecision.YEAR, DatePrecision.RANGE_OF_YEARS, DatePrecision.DECADE, DatePrecision.SEASON}
)

R = TypeVar("R", Talk, Poll, PollResult)


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a run with their identifiers, sorted by them.

    ``len(talks) + len(results) + merged + len(rejections) == candidates`` always holds.

    Attributes:
        talks: ``(talk_id, talk)``.
        polls: ``(poll_id, poll)``.
        results: ``(result_id, poll_id, result)``.
        rejections: Candidates that became no record, in the order of their place in the text.
        candidates: How many phrases looked like a talk or a poll result.
        merged: How many of them tell again what another one tells.
        titles: The title that each document gives itself, by its identifier.
        marks: All shares, dates and counts, by the identifier of their document.
        sources: The footnotes of all documents.
        conflicts: In what the tellings of one record contradict each other.
        corrections: The corrections that were made.
    """

    talks: tuple[tuple[str, Talk], ...]
    polls: tuple[tuple[str, Poll], ...]
    results: tuple[tuple[str, str, PollResult], ...]
    rejections: tuple[Rejection, ...]
    candidates: int
    merged: int
    titles: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def identifiers(self) -> dict[RecordTable, set[str]]:
        """The identifiers of the records of each table."""
        return {
            RecordTable.TALKS: {talk_id for talk_id, _ in self.talks},
            RecordTable.POLLS: {poll_id for poll_id, _ in self.polls},
            RecordTable.POLL_RESULTS: {result_id for result_id, _, _ in self.results},
        }


@dataclass(frozen=True, slots=True)
class _Name:
    """How a record is called: by ``short``, or by ``long`` where another is called the same.

    Records with the same ``long`` name are one record.
    """

    short: str
    long: str


def identify(extractions: Iterable[Extraction]) -> Records:
    """Give identifiers to all records and merge those that are told more than once.

    The outcome does not depend on the order of ``extractions``.
    """
    ordered = sorted(extractions, key=lambda e: e.document_id)
    told_talks = [talk for e in ordered for talk in e.talks]
    told_results = [result for e in ordered for result in e.results]
    rejections = tuple(r for e in ordered for r in e.rejections)

    talks, _ = _named(told_talks, [_talk_name(t) for t in told_talks], retold_talks(told_talks))
    told_polls = [result.poll for result in told_results]
    poll_names = [_poll_name(poll) for poll in told_polls]
    _, poll_ids = _named(told_polls, poll_names, range(len(told_polls)))
    polls, poll_ids = _named(told_polls, poll_names, retold_polls(told_results, poll_ids))
    results, result_ids = _named(
        told_results,
        [_result_name(poll_id, r) for poll_id, r in zip(poll_ids, told_results, strict=True)],
        retold_results(told_results, poll_ids),
    )
    poll_of = dict(zip(result_ids, poll_ids, strict=True))

    told = len(told_talks) + len(told_results)
    return Records(
        tuple((talk_id, merged(talks[talk_id])) for talk_id in sorted(talks)),
        tuple((poll_id, merged(polls[poll_id])) for poll_id in sorted(polls)),
        tuple((i, poll_of[i], merged(results[i])) for i in sorted(results)),
        rejections,
        told + len(rejections),
        told - len(talks) - len(results),
        {e.document_id: e.title for e in ordered if e.title},
        {e.document_id: e.marks for e in ordered},
        tuple(source for e in ordered for source in e.sources),
        (
            *(c for talk_id in sorted(talks) for c in talk_conflicts(talk_id, talks[talk_id])),
            *(c for poll_id in sorted(polls) for c in poll_conflicts(poll_id, polls[poll_id])),
        ),
    )


def _named(
    tellings: Sequence[R], names: Sequence[_Name], called_after: Sequence[int]
) -> tuple[dict[str, list[R]], list[str]]:
    """The tellings of each record by its identifier, and the identifier of each telling in turn.

    Args:
        tellings: What was told.
        names: How each would be called by itself.
        called_after: For each the index of the telling whose name it takes; those that take their
            own come first among the tellings of a record.
    """
    called: dict[str, set[str]] = defaultdict(set)
    for index in called_after:
        called[names[index].short].add(names[index].long)
    identifiers = [
        name.short if len(called[name.short]) == 1 else name.long
        for name in (names[index] for index in called_after)
    ]
    of_record: dict[str, list[R]] = defaultdict(list)
    for index in sorted(range(len(tellings)), key=lambda i: called_after[i] != i):
        of_record[identifiers[index]].append(tellings[index])
    return of_record, identifiers


def _talk_name(talk: Talk) -> _Name:
    """Date and place. Only a day at a place tells a talk apart from all others by itself."""
    where = talk.city or talk.place or talk.country_code or ""
    people = " ".join(party.name for party in talk.parties)
    short = _joined(_day(talk.when), slug(where) or slug(people) or "talk")
    is_day = talk.when is not None and talk.when.precision is DatePrecision.DAY
    if is_day and where:
        return _Name(short, _joined(short, _last_day(talk.when)))
    first = talk.passages[0]
    return _Name(short, _joined(short, _digest(first.document_id, first.sentence, first.quote)))


def _poll_name(poll: Poll) -> _Name:
    """Date and pollster. A poll without either is told apart by the words that speak of it."""
    short = _joined(_day(poll.when), slug(poll.pollster or "unnamed"))
    if poll.when and poll.pollster:
        return _Name(short, _joined(short, _last_day(poll.when)))
    first = poll.passages[0]
    return _Name(short, _joined(short, _digest(first.document_id, first.sentence, first.quote)))


def _result_name(poll_id: str, result: PollResult) -> _Name:
    """Poll, people and answer. The share is no part of it: a corrected one is the same result."""
    people = result.country_code or result.population or ""
    short = _joined(poll_id, slug(people), slug(result.answer or ""))
    share = f"{result.low:g}-{result.high:g}"
    wording = _digest(result.population or "", result.answer or "", share)
    return _Name(short, _joined(short, wording))


def _joined(*parts: str) -> str:
    return "-".join(part for part in parts if part)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]


def _day(when: When | None) -> str:
    """The start of a date as finely as the text has it: ``2022-03-10``, ``2022-03``, ``2022``."""
    if when is None:
        return "undated"
    day = when.first_day.isoformat()
    if when.precision in _YEARS:
        return day[:4]
    return day[:7] if when.precision is DatePrecision.MONTH else day


def _last_day(when: When | None) -> str:
    return when.last_day.isoformat() if when else ""
