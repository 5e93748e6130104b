"""What changed between two states of the dataset: rows, cells and schema."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.release.frames import Tables
from pipeline.release.rendering import render_rows, render_schema_change
from pipeline.release.schema_diff import SchemaChange, SchemaChangeKind, diff_schemas
from pipeline.release.table_schema import TableSchema, schemas_of_frames
from schemas.registry import TABLES

Row = tuple[Any, ...]
"""The cells of a row, in the order of the columns."""

# A passage is known by where it stands. One that only moved, because text was put in before it,
# is the same passage; these key columns may change with the row staying the same row.
_POSITION = ("start", "end")


@dataclass(frozen=True, slots=True)
class CellChange:
    """A value that changed; null is None."""

    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that stayed with other values.

    Attributes:
        key: Its primary key before the change.
        cells: The values that changed, in the order of the columns; never empty.
    """

    key: Row
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class TableDiff:
    """The rows of a table that changed.

    Attributes:
        table: Name of the table.
        primary_key: The columns by which rows were told apart.
        columns: The columns that were compared: those that both states have.
        added: Rows that are new, ordered by key.
        removed: Rows that are gone, ordered by key.
        changed: Rows that stayed with other values, ordered by key.
    """

    table: str
    primary_key: tuple[str, ...]
    columns: tuple[str, ...]
    added: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()
    changed: tuple[RowChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no row changed."""
        return not (self.added or self.removed or self.changed)

    def key_of(self, row: Row) -> Row:
        """The primary key of a row."""
        return tuple(row[self.columns.index(name)] for name in self.primary_key)


@dataclass(frozen=True, slots=True)
class DatasetDiff:
    """Everything that changed.

    Attributes:
        schema_changes: Changes to tables and fields.
        tables: Changes to rows, for each table of both states in which any row changed.
    """

    schema_changes: tuple[SchemaChange, ...] = ()
    tables: tuple[TableDiff, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.schema_changes or self.tables)


def diff_tables(
    old: Tables,
    new: Tables,
    *,
    schemas: tuple[Mapping[str, TableSchema], Mapping[str, TableSchema]] | None = None,
) -> DatasetDiff:
    """Compares two states of the dataset, cell by cell.

    Rows are told apart by the primary key. A table whose key changed cannot be compared row by
    row; the change of key is then all that is reported.

    Args:
        old: The state before.
        new: The state after.
        schemas: The Table Schemas of both states; without them only what the frames themselves
            show is compared: tables, and the names, types and order of their columns.
    """
    before, after = schemas or (schemas_of_frames(old), schemas_of_frames(new))
    schema_changes = diff_schemas(before, after)
    rekeyed = {c.table for c in schema_changes if c.kind is SchemaChangeKind.PRIMARY_KEY_CHANGED}
    tables = (
        _diff_rows(name, _primary_key(name, after), old[name], new[name])
        for name in new
        if name in old and name not in rekeyed
    )
    return DatasetDiff(schema_changes, tuple(diff for diff in tables if not diff.is_empty))


def render_diff(diff: DatasetDiff) -> str:
    """The diff in words, as a Markdown list; long lists of rows are cut short with a count."""
    if diff.is_empty:
        return "Nothing changed.\n"
    lines = [render_schema_change(change) for change in diff.schema_changes]
    for table in diff.tables:
        added, removed = (
            [table.key_of(row) for row in rows] for rows in (table.added, table.removed)
        )
        lines += render_rows(table.table, "added", added)
        lines += render_rows(table.table, "removed", removed)
        changes = [(c.key, [(x.column, x.old, x.new) for x in c.cells]) for c in table.changed]
        lines += render_rows(table.table, "changed", [key for key, _ in changes], changes)
    return "\n".join(lines) + "\n"


def _primary_key(table: str, schemas: Mapping[str, TableSchema]) -> tuple[str, ...]:
    schema = schemas[table]
    if "primaryKey" not in schema and table in TABLES:
        return TABLES[table].primary_key
    return tuple(schema.get("primaryKey", (field["name"] for field in schema["fields"])))


def _diff_rows(
    name: str, primary_key: tuple[str, ...], old: pd.DataFrame, new: pd.DataFrame
) -> TableDiff:
    columns = tuple(str(column) for column in new.columns if column in old.columns)
    diff = TableDiff(name, primary_key, columns)
    if not set(primary_key) <= set(columns):
        return diff
    before, after = set(_rows(old, columns)), set(_rows(new, columns))
    gone = {diff.key_of(row): row for row in before - after}
    came = {diff.key_of(row): row for row in after - before}
    pairs = [(gone.pop(key), came.pop(key)) for key in gone.keys() & came.keys()]
    if set(_POSITION) <= set(primary_key):
        pairs += _moved(gone, came, columns)
    changes = (RowChange(diff.key_of(row), _cells(columns, row, other)) for row, other in pairs)
    return TableDiff(
        name,
        primary_key,
        columns,
        added=tuple(came[key] for key in sorted(came, key=_null_first)),
        removed=tuple(gone[key] for key in sorted(gone, key=_null_first)),
        changed=tuple(sorted(changes, key=lambda change: _null_first(change.key))),
    )


def _null_first(key: Row) -> Row:
    return tuple((value is not None, value) for value in key)


def _rows(frame: pd.DataFrame, columns: tuple[str, ...]) -> Iterable[Row]:
    return zip(*(frame[name].array.__arrow_array__().to_pylist() for name in columns), strict=True)


def _moved(
    gone: dict[Row, Row], came: dict[Row, Row], columns: tuple[str, ...]
) -> list[tuple[Row, Row]]:
    """Takes the rows that differ only in their position out of both, and pairs them in order."""
    fixed = [i for i, name in enumerate(columns) if name not in _POSITION]
    waiting: dict[Row, list[Row]] = defaultdict(list)
    for key in sorted(came, reverse=True):
        waiting[tuple(came[key][i] for i in fixed)].append(key)
    return [
        (gone.pop(key), came.pop(candidates.pop()))
        for key in sorted(gone)
        if (candidates := waiting[tuple(gone[key][i] for i in fixed)])
    ]


def _cells(columns: tuple[str, ...], old: Row, new: Row) -> tuple[CellChange, ...]:
    cells = zip(columns, old, new, strict=True)
    return tuple(CellChange(name, a, b) for name, a, b in cells if a != b)
