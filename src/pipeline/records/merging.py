"""One record of several tellings, and what these contradict each other in."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import TypeVar

from pipeline.records.columns import Columns, as_text, poll_columns, talk_columns
from pipeline.records.compatible import compatible_counts
from pipeline.records.model import Conflict, Party, Passage, Poll, PollResult, Side, Talk
from pipeline.records.retold import party_key
from pipeline.records.words import words
from schemas.vocabularies import ConflictKind, RecordTable, TalkStatus

R = TypeVar("R", Talk, Poll, PollResult)

#: What counts of the statuses of one talk: that it was held counts more than that it was planned.
_STATUSES = (TalkStatus.HELD, TalkStatus.CANCELLED, TalkStatus.PLANNED, TalkStatus.CALLED_FOR)
_DECIDED = {TalkStatus.HELD, TalkStatus.CANCELLED}

# Words differ from telling to telling without contradicting each other, so only what is counted,
# coded or named is compared: that of the tellings of a result is all in its identity.
_TALK_COLUMNS = ("round", "country_code", "format", "participant_count", "outcome", "status")
_POLL_COLUMNS = ("sponsor", "sample_size", "margin_of_error", "mode")


def merged(tellings: Sequence[R]) -> R:
    """One record of its tellings: what the first leaves out the others add."""
    record = tellings[0]
    for telling in tellings[1:]:
        gaps = {
            f.name: getattr(telling, f.name)
            for f in fields(record)
            if f.name != "passages" and getattr(record, f.name) in (None, ())
        }
        record = replace(record, **gaps)
    passages = tuple(dict.fromkeys(p for telling in tellings for p in telling.passages))
    if isinstance(record, Talk):
        told = [t for t in tellings if isinstance(t, Talk)]
        status = min((t.status for t in told), key=_STATUSES.index)
        return replace(record, status=status, parties=_parties(told), passages=passages)
    if isinstance(record, PollResult):
        comparison = all(t.comparison for t in tellings if isinstance(t, PollResult))
        return replace(record, comparison=comparison, passages=passages)
    return replace(record, passages=passages)


def _parties(tellings: Sequence[Talk]) -> tuple[Party, ...]:
    """The parties of the first telling, and those that only the others name."""
    parties = list(tellings[0].parties)
    for talk in tellings[1:]:
        known = set(map(party_key, parties))
        parties += [party for party in talk.parties if party_key(party) not in known]
    return tuple(parties)


def talk_conflicts(talk_id: str, tellings: Sequence[Talk]) -> list[Conflict]:
    """What the tellings of one talk contradict each other in."""
    return _conflicts(
        RecordTable.TALKS,
        talk_id,
        [(talk_columns(talk), talk.passages) for talk in tellings],
        _TALK_COLUMNS,
    )


def poll_conflicts(poll_id: str, tellings: Sequence[Poll]) -> list[Conflict]:
    """What the tellings of one poll contradict each other in."""
    return _conflicts(
        RecordTable.POLLS,
        poll_id,
        [(poll_columns(poll), poll.passages) for poll in dict.fromkeys(tellings)],
        _POLL_COLUMNS,
    )


def passage_for(column: str, passages: Sequence[Passage]) -> Passage:
    """The passage for a column, else that for the record as a whole."""

    def fit(passage: Passage) -> tuple[bool, bool]:
        return passage.field != column, passage.field != "record"

    return min(passages, key=fit)


_Telling = tuple[Columns, Sequence[Passage]]


def _conflicts(
    table: RecordTable, record_id: str, tellings: Sequence[_Telling], columns: Sequence[str]
) -> list[Conflict]:
    """For each column the first telling that gives it, against each that gives another value."""
    found = []
    for column in columns:
        giving = [t for t in tellings if t[0][column] is not None and t[1]]
        for other in giving[1:]:
            if _contradict(column, giving[0][0], other[0]):
                one, two = (
                    Side(record_id, as_text(values[column]) or "", passage_for(column, passages))
                    for values, passages in (giving[0], other)
                )
                found.append(Conflict(ConflictKind.SAME_RECORD, table, column, one, two))
    return found


def _contradict(column: str, one: Columns, other: Columns) -> bool:
    values = one[column], other[column]
    if column == "status":
        return set(values) == _DECIDED
    if column in ("participant_count", "sample_size"):
        qualifiers = one[f"{column}_qualifier"], other[f"{column}_qualifier"]
        return not compatible_counts(values[0], qualifiers[0], values[1], qualifiers[1])
    if column == "sponsor":
        first, second = (set(words(value)) for value in values)
        return not (first <= second or second <= first)
    return bool(values[0] != values[1])
