"""Real clients read Parquet and CSV of a release, and find the same."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from pipeline.release.csv_files import unguarded
from schemas.registry import TABLES

Columns = dict[str, list[Any]]


def duckdb_reads(source: str) -> Columns:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        cursor = connection.execute(f"SELECT * FROM {source}")
        names = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}


def pandas_reads(frame: pd.DataFrame) -> Columns:
    return {name: [None if pd.isna(v) else v for v in frame[name]] for name in frame.columns}


def polars_reads(frame: pl.DataFrame) -> Columns:
    return frame.to_dict(as_series=False)


PARQUET: dict[str, Callable[[Path], Columns]] = {
    "pyarrow": lambda path: pq.read_table(path).to_pydict(),
    "pandas": lambda path: pandas_reads(pd.read_parquet(path)),
    "polars": lambda path: polars_reads(pl.read_parquet(path)),
    "duckdb": lambda path: duckdb_reads(f"'{path}'"),
}
CSV: dict[str, Callable[[Path], Columns]] = {
    "pyarrow": lambda path: pyarrow.csv.read_csv(
        path,
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(null_values=[""], strings_can_be_null=True),
    ).to_pydict(),
    "pandas": lambda path: pandas_reads(pd.read_csv(path, keep_default_na=False, na_values=[""])),
    "polars": lambda path: polars_reads(pl.read_csv(path, try_parse_dates=True)),
    "duckdb": lambda path: duckdb_reads(f"'{path}'"),
}
READERS = [
    *((f"{name} parquet", ".parquet", read) for name, read in PARQUET.items()),
    *((f"{name} csv", ".csv", read) for name, read in CSV.items()),
]


def plain(value: Any) -> Any:
    """A value in the one form that all clients can be brought to."""
    match value:
        case pd.Timestamp() | datetime():
            moment = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case bool():
            return value
        case float() | int():
            return float(value)
        case str():
            return unguarded(value)
    return value if value is None else str(value)


def expected(release: Path, table: str) -> Columns:
    columns = pq.read_table(release / f"{table}.parquet").to_pydict()
    return {name: [plain(value) for value in values] for name, values in columns.items()}


@pytest.mark.parametrize(("suffix", "read"), [r[1:] for r in READERS], ids=[r[0] for r in READERS])
@pytest.mark.parametrize("table", list(TABLES))
def test_clients_find_the_same_counts_nulls_dates_and_values(
    release: Path, table: str, suffix: str, read: Callable[[Path], Columns]
) -> None:
    columns = read(release / (table + suffix))
    for name, values in expected(release, table).items():
        found = [plain(value) for value in columns[name]]
        if isinstance(next((v for v in values if v is not None), None), str):
            # CSV has no types: a client may read digits as a number, which says the same.
            found = [_text(value) for value in found]
        assert found == values, name
    assert list(columns) == TABLES[table].arrow_schema.names


def _text(value: Any) -> Any:
    return f"{value:.0f}" if isinstance(value, float) else value


@pytest.mark.parametrize(("suffix", "read"), [r[1:] for r in READERS], ids=[r[0] for r in READERS])
def test_clients_find_the_same_sums(
    release: Path, suffix: str, read: Callable[[Path], Columns]
) -> None:
    shares = read(release / f"poll_results{suffix}")["percent_low"]
    assert math.fsum(shares) == 92.5
    assert sum(read(release / f"evidence{suffix}")["start"]) == 122
