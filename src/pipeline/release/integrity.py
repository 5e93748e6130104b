"""Whether tables are what they are declared to be: types, keys, references and schemas."""

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd
import pandera.errors
import pyarrow
import pyarrow.compute as pc

from pipeline.release.declared import DeclaredTable
from pipeline.release.frames import to_frame
from pipeline.release.table_schema import field_type
from schemas.registry import TABLES

ArrowTables = Mapping[str, pyarrow.Table]

_EXAMPLES = 3
_WHOLE_RECORD = "record"
_NAMING = {
    "evidence": ("record_id",),
    "conflicts": ("record_id", "other_record_id"),
    "corrections": ("record_id",),
    "audit": ("record_id",),
}
"""The columns that name a record of the table in ``table_name``."""


def column_problems(table: pyarrow.Table, declared: DeclaredTable) -> Iterator[str]:
    """Columns that are not the declared ones, by name, order, type or nulls."""
    names = [name for name, _, _ in declared.columns]
    if table.column_names != names:
        yield f"has the columns {_listed(table.column_names)}, not {_listed(names)}"
        return
    for name, expected, required in declared.columns:
        try:
            actual = field_type(table.schema.field(name).type)
        except TypeError as error:
            yield f"{name}: {error}"
            continue
        if actual != expected:
            yield f"{name} is of type {actual}, not {expected}"
        if required and table.column(name).null_count:
            yield f"{name} has {table.column(name).null_count} nulls, and may have none"


def key_problems(tables: ArrowTables, declared: DeclaredTable) -> Iterator[str]:
    """Primary keys that occur twice and foreign keys that lead nowhere."""
    table = tables[declared.name]
    if not set(declared.primary_key) <= set(table.column_names):
        yield f"lacks columns of its primary key {_listed(declared.primary_key)}"
        return
    distinct = table.group_by(list(declared.primary_key)).aggregate([]).num_rows
    if distinct != table.num_rows:
        yield f"has {table.num_rows} rows, but {distinct} different primary keys"
    for column, target, target_column in declared.foreign_keys:
        if column not in table.column_names or target not in tables:
            yield f"has a foreign key from {column} to {target}, which is not there"
        elif target_column not in tables[target].column_names:
            yield f"has a foreign key to {target_column} of {target}, which is not there"
        else:
            known = tables[target].column(target_column)
            yield from _unknown(table.column(column), known, f"{column} is not in {target}")


def reference_problems(tables: ArrowTables, name: str) -> Iterator[str]:
    """Rows of a table that speak of records or columns that do not exist."""
    table = tables[name]
    naming = [column for column in _NAMING.get(name, ()) if column in table.column_names]
    if not naming or not {"table_name", "field"} <= set(table.column_names):
        return
    for of_records in pc.unique(table.column("table_name")).drop_null().to_pylist():
        if of_records not in tables or of_records not in TABLES:
            yield f"table_name is {of_records!r:.100}, which is no table of records"
            continue
        rows = table.filter(pc.equal(table.column("table_name"), of_records))
        key = TABLES[of_records].primary_key[0]
        if key in tables[of_records].column_names:
            known = tables[of_records].column(key)
            for column in naming:
                yield from _unknown(rows.column(column), known, f"{column} is not in {of_records}")
        fields = pyarrow.chunked_array([[_WHOLE_RECORD, *tables[of_records].column_names]])
        yield from _unknown(rows.column("field"), fields, f"field is no column of {of_records}")


def schema_problems(table: pyarrow.Table, name: str) -> Iterator[str]:
    """What the present pandera model finds wrong, and too few rows."""
    spec = TABLES[name]
    if table.num_rows < spec.min_rows:
        yield f"has {table.num_rows} rows, and must have at least {spec.min_rows}"
    try:
        spec.model.validate(to_frame(table), lazy=True)
    except pandera.errors.SchemaErrors as error:
        yield from _broken_checks(error.failure_cases)


def _broken_checks(cases: pd.DataFrame) -> Iterator[str]:
    in_column = cases["schema_context"] == "Column"
    for (column, check), failed in cases[in_column].groupby(["column", "check"], sort=True):
        examples = _listed(map(str, failed["failure_case"].head(_EXAMPLES)))
        yield f"{column} breaks {check!s:.100} in {len(failed)} rows, such as {examples:.200}"
    # A rule across columns fails with one case for each cell of a row.
    for check, failed in cases[~in_column].groupby("check", sort=True):
        yield f"breaks {check!s:.100} in {failed['index'].nunique()} rows"


def _unknown(
    values: pyarrow.ChunkedArray, known: pyarrow.ChunkedArray, problem: str
) -> Iterator[str]:
    strangers = sorted({*pc.unique(values).to_pylist()} - {*pc.unique(known).to_pylist()}, key=str)
    if strangers:
        examples = _listed(repr(value)[:100] for value in strangers[:_EXAMPLES])
        yield f"{problem} for {len(strangers)} values, such as {examples}"


def _listed(items: Iterable[str]) -> str:
    return ", ".join(items)
