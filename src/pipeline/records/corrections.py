"""Making the corrections of a corpus on its records, or saying which of them do not apply."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pyarrow

from pipeline.errors import InputError
from pipeline.raw.corrections import CorpusCorrections, Exclusion, ValueCorrection
from pipeline.records.columns import (
    Columns,
    as_text,
    poll_columns,
    poll_with,
    result_columns,
    result_with,
    talk_columns,
    talk_with,
)
from pipeline.records.correction_problems import Found, by_record, find_problems, type_of
from pipeline.records.identity import Records
from pipeline.records.model import Correction
from pipeline.records.rejecting import reject
from schemas.vocabularies import RecordTable, RejectReason


def correct(records: Records, corrections: CorpusCorrections) -> Records:
    """The records with all corrections made and all exclusions taken out.

    Raises:
        InputError: An entry does not apply: there is no such record or column, another value is
            read now than the entry says, or the new value does not fit. All such entries are
            named at once.
    """
    if not corrections.values and not corrections.exclusions:
        return records
    found = _columns(records)
    problems = find_problems(corrections, found)
    if problems:
        raise InputError(
            "Corrections that do not apply:\n" + "\n".join(f"  {problem}" for problem in problems),
            "Nothing was published. 'parley extract' on a copy of the folder without the file of "
            "corrections shows what is read.",
        )
    changed = {
        key: found[key] | {entry.column: _fitted(entry) for entry in entries}
        for key, entries in by_record(corrections.values).items()
    }
    made = tuple(_made(entry, found) for entry in corrections.values)
    return _without(_with(records, changed, made), corrections.exclusions)


def _columns(records: Records) -> dict[tuple[str, str], Columns]:
    return {
        **{(RecordTable.TALKS.value, key): talk_columns(talk) for key, talk in records.talks},
        **{(RecordTable.POLLS.value, key): poll_columns(poll) for key, poll in records.polls},
        **{
            (RecordTable.POLL_RESULTS.value, key): result_columns(result)
            for key, _, result in records.results
        },
    }


def _fitted(entry: ValueCorrection) -> Any:
    """The new value in the type of its column: a share of 63 is 63.0."""
    return pyarrow.scalar(entry.value, type_of(entry)).as_py()


def _with(
    records: Records,
    changed: Mapping[tuple[str, str], Columns],
    made: tuple[Correction, ...],
) -> Records:
    def corrected(table: RecordTable, key: str, record: Any, change: Callable[..., Any]) -> Any:
        columns = changed.get((table.value, key))
        return record if columns is None else change(record, columns)

    return replace(
        records,
        talks=tuple(
            (key, corrected(RecordTable.TALKS, key, talk, talk_with)) for key, talk in records.talks
        ),
        polls=tuple(
            (key, corrected(RecordTable.POLLS, key, poll, poll_with)) for key, poll in records.polls
        ),
        results=tuple(
            (key, poll_id, corrected(RecordTable.POLL_RESULTS, key, result, result_with))
            for key, poll_id, result in records.results
        ),
        corrections=made,
    )


def _made(entry: ValueCorrection, found: Found) -> Correction:
    return Correction(
        RecordTable(entry.table),
        entry.record_id,
        entry.column,
        as_text(found[entry.table, entry.record_id][entry.column]),
        as_text(_fitted(entry)),
        entry.reason,
        entry.source,
    )


def _without(records: Records, exclusions: Iterable[Exclusion]) -> Records:
    detail = {(e.table, e.record_id): f"{e.reason} ({e.source})" for e in exclusions}
    talks = {key: detail["talks", key] for key, _ in records.talks if ("talks", key) in detail}
    results = {
        key: found
        for key, poll_id, _ in records.results
        if (found := detail.get(("poll_results", key), "") or detail.get(("polls", poll_id), ""))
    }
    return reject(records, RejectReason.EXCLUDED, talks, results)
