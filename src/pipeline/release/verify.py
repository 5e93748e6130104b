"""Verification: whether a release is whole, unaltered and true to its schema.

A release is checked against what it declares itself, so that one made under an older schema
remains verifiable, and against the present pandera models where its schema is the present one.
Nothing in the folder is trusted; whatever it holds, the outcome is a report.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow
import pyarrow.parquet as pq

from pipeline.release import integrity, layout
from pipeline.release.csv_files import csv_bytes
from pipeline.release.declared import (
    Declared,
    DeclaredTable,
    load_json,
    read_declared,
    resource_problems,
)
from pipeline.release.folder import Problem, checksum_problems, printable, read_folder
from pipeline.release.parquet import read_parquet
from pipeline.release.table_schema import current_schemas
from pipeline.release.version import Version

# What reading a damaged or hostile file may raise.
_DAMAGE = (
    pyarrow.ArrowException,
    OSError,
    ValueError,
    TypeError,
    KeyError,
    OverflowError,
    RecursionError,
    MemoryError,
)


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """The outcome of a verification.

    Attributes:
        path: The folder.
        files: Names of the files that were read.
        problems: What is wrong; empty for a good release.
    """

    path: Path
    files: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify_release(path: Path) -> VerifyReport:
    """Checks a release folder; a copy under any name will do.

    Checked are the hashes, that no file is missing or unlisted, that the descriptor and the build
    record agree with the files, that Parquet has the declared columns and keys, that CSV says the
    same as Parquet, that whatever names a record names one that is there, and, for a release of
    the present schema, all that the pandera models demand.
    """
    files, problems = read_folder(path)
    problems += checksum_problems(files)
    try:
        declared = read_declared(files)
        problems += resource_problems(files)
    except ValueError as error:
        problems.append(Problem(layout.DATAPACKAGE, str(error)))
    else:
        problems += _name_problems(path, declared.version)
        problems += _table_problems(files, declared)
    shown = dict.fromkeys(Problem(p.file, printable(p.problem)) for p in problems)
    return VerifyReport(path, tuple(sorted(files)), tuple(shown))


def _name_problems(path: Path, declared: Version) -> list[Problem]:
    """A folder that is called like a version must hold that version."""
    try:
        named = Version.parse(path.name)
    except ValueError:
        return []
    if named == declared:
        return []
    return [Problem(layout.DATAPACKAGE, f"is of version {declared}, the folder of {named}")]


def _table_problems(files: Mapping[str, bytes], declared: Declared) -> list[Problem]:
    tables, problems = _read_tables(files, declared.tables)
    for table in declared.tables:
        if table.name in tables:
            problems += _in_parquet(
                table.name, integrity.column_problems(tables[table.name], table)
            )
            problems += _in_parquet(table.name, integrity.key_problems(tables, table))
            problems += _in_parquet(table.name, integrity.reference_problems(tables, table.name))
    problems += _build_problems(files, declared, tables)
    if declared.schemas == current_schemas():
        for name in tables:
            problems += _in_parquet(name, integrity.schema_problems(tables[name], name))
    return problems


def _read_tables(
    files: Mapping[str, bytes], declared: Iterable[DeclaredTable]
) -> tuple[dict[str, pyarrow.Table], list[Problem]]:
    tables: dict[str, pyarrow.Table] = {}
    problems: list[Problem] = []
    for table in declared:
        parquet, csv = table.name + layout.PARQUET_SUFFIX, table.name + layout.CSV_SUFFIX
        missing = [name for name in (parquet, csv) if name not in files]
        problems += [Problem(name, "is missing") for name in missing]
        if missing:
            continue
        try:
            read = _read_table(files[parquet], max_rows=files[csv].count(b"\n"))
            same = csv_bytes(read) == files[csv]
        except _DAMAGE as error:
            problems.append(Problem(parquet, f"cannot be read ({error!s:.200})"))
            continue
        tables[table.name] = read
        if not same:
            problems.append(Problem(csv, f"does not say the same as {parquet}"))
    return tables, problems


def _read_table(data: bytes, max_rows: int) -> pyarrow.Table:
    # A few bytes of Parquet can claim any number of rows; the CSV must hold each of them.
    claimed = pq.read_metadata(pyarrow.BufferReader(data)).num_rows
    if claimed > max_rows:
        raise ValueError(f"claims {claimed} rows, more than the CSV has lines")
    table = read_parquet(data)
    table.validate(full=True)
    return table


def _build_problems(
    files: Mapping[str, bytes], declared: Declared, tables: Mapping[str, pyarrow.Table]
) -> list[Problem]:
    try:
        record = load_json(files, layout.BUILD)
    except ValueError as error:
        return [Problem(layout.BUILD, str(error))]
    problems = []
    if record.get("version") != str(declared.version):
        problems.append(f"names another version than {layout.DATAPACKAGE}")
    if record.get("rows") != {name: table.num_rows for name, table in tables.items()}:
        problems.append("gives other numbers of rows than the tables have")
    return [Problem(layout.BUILD, problem) for problem in problems]


def _in_parquet(table: str, problems: Iterable[str]) -> list[Problem]:
    file = table + layout.PARQUET_SUFFIX
    try:
        return [Problem(file, problem) for problem in problems]
    except _DAMAGE as error:
        return [Problem(file, f"cannot be checked ({error!s:.200})")]
