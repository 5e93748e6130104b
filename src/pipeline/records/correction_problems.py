"""Which corrections of a corpus do not apply to its records, and what to do about each."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import pyarrow
from pandera.errors import SchemaErrors

from pipeline.raw.corrections import CorpusCorrections, Exclusion, Value, ValueCorrection
from pipeline.records.columns import Columns, as_text
from schemas.registry import TABLES
from schemas.vocabularies import RecordTable

_TYPES: Mapping[pyarrow.DataType, tuple[tuple[type, ...], str]] = {
    pyarrow.string(): ((str,), "a text"),
    pyarrow.int32(): ((int,), "a whole number"),
    pyarrow.float64(): ((int, float), "a number"),
    pyarrow.bool_(): ((bool,), "true or false"),
    pyarrow.date32(): ((date,), "a date such as 2020-01-31"),
}
"""What the TOML of a value may be by the type of its column, and what to call that."""

Found = Mapping[tuple[str, str], Columns]
"""The columns of all records by their table and identifier."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an entry does not apply, and what to do about it."""

    where: str
    what: str
    way_out: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.way_out}"


def find_problems(corrections: CorpusCorrections, found: Found) -> list[Problem]:
    """Why corrections do not apply: all that is wrong with single ones, else with their sum."""
    problems = [
        *_twice(corrections),
        *(p for entry in corrections.exclusions for p in _unknown(entry, found)),
        *(p for entry in corrections.values for p in _unfit(entry, found)),
    ]
    if problems:
        return problems
    of_record = by_record(corrections.values)
    return [p for entries in of_record.values() for p in _breaking(entries, found)]


def by_record(
    entries: Iterable[ValueCorrection],
) -> dict[tuple[str, str], list[ValueCorrection]]:
    """The corrections of each record, by its table and identifier."""
    grouped: dict[tuple[str, str], list[ValueCorrection]] = {}
    for entry in entries:
        grouped.setdefault((entry.table, entry.record_id), []).append(entry)
    return grouped


def _twice(corrections: CorpusCorrections) -> Iterator[Problem]:
    excluded = Counter((entry.table, entry.record_id) for entry in corrections.exclusions)
    corrected = Counter((e.table, e.record_id, e.column) for e in corrections.values)
    for exclusion in corrections.exclusions:
        if excluded[exclusion.table, exclusion.record_id] > 1:
            yield Problem(exclusion.where, "the record is excluded twice.", "Remove one entry.")
    for entry in corrections.values:
        if corrected[entry.table, entry.record_id, entry.column] > 1:
            yield Problem(entry.where, f"{entry.column} is corrected twice.", "Remove one entry.")
        if excluded[entry.table, entry.record_id]:
            yield Problem(entry.where, "the record is excluded as well.", "Remove one entry.")


def _unknown(entry: ValueCorrection | Exclusion, found: Found) -> Iterator[Problem]:
    if entry.table not in list(RecordTable):
        yield Problem(
            entry.where,
            f"there is no table {entry.table!r} of records.",
            f"The tables are {', '.join(RecordTable)}.",
        )
    elif (entry.table, entry.record_id) not in found:
        yield Problem(
            entry.where,
            f"{entry.table} has no record {entry.record_id!r}.",
            "Give its present identifier, or remove the entry if it is not read any more.",
        )


def _unfit(entry: ValueCorrection, found: Found) -> Iterator[Problem]:
    unknown = list(_unknown(entry, found))
    if unknown:
        yield from unknown
        return
    columns = found[entry.table, entry.record_id]
    if entry.column not in columns:
        yield Problem(
            entry.where,
            f"{entry.table} has no column {entry.column!r} that can be corrected.",
            f"The columns are {', '.join(columns)}.",
        )
        return
    now = columns[entry.column]
    types, called = _TYPES[type_of(entry)]
    if entry.value is not None and not _is_of(entry.value, types):
        yield Problem(
            entry.where,
            f"value is {entry.value!r:.100}, not {called}.",
            f"Write what {entry.column} can hold.",
        )
    elif now == entry.value:
        yield Problem(
            entry.where,
            f"{entry.column} is read as {as_text(now)!r:.100}, as it should be.",
            "Remove the entry: it is not needed any more.",
        )
    elif now != entry.was:
        yield Problem(
            entry.where,
            f"{entry.column} is read as {as_text(now)!r:.100} now, not as "
            f"{as_text(entry.was)!r:.100}.",
            "Correct was, or remove the entry.",
        )


def type_of(entry: ValueCorrection) -> pyarrow.DataType:
    """The type of the column that is corrected."""
    return TABLES[entry.table].arrow_schema.field(entry.column).type


def _is_of(value: Value, types: tuple[type, ...]) -> bool:
    if isinstance(value, bool) and bool not in types:
        return False
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return isinstance(value, types)


def _breaking(entries: Sequence[ValueCorrection], found: Found) -> Iterator[Problem]:
    """Corrections after which a record would break the schema of its table."""
    first = entries[0]
    spec = TABLES[first.table]
    keys = dict.fromkeys(c for c in spec.arrow_schema.names if c.endswith("_id"))
    row = found[first.table, first.record_id] | {e.column: e.value for e in entries}
    whole = dict.fromkeys(keys, first.record_id) | row
    try:
        table = pyarrow.Table.from_pylist([whole], spec.arrow_schema)
        spec.model.validate(table.to_pandas(types_mapper=pd.ArrowDtype), lazy=True)
    except (ValueError, OverflowError) as error:
        yield Problem(first.where, f"the value does not fit ({error!s:.200}).", "Correct it.")
    except SchemaErrors as errors:
        checks = dict.fromkeys(errors.failure_cases["check"].astype(str))
        yield Problem(
            ", ".join(entry.where for entry in entries),
            f"the record would break a rule of {first.table}: {', '.join(checks)}.",
            "docs/codebook.md says what the columns may hold; columns that belong together "
            "need a correction each.",
        )
