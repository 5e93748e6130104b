"""``parley extract``: the tables of any texts, without Prefect and without a release."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.cli.console import out, printable
from pipeline.cli.paths import demand_apart
from pipeline.errors import ReleaseError
from pipeline.release.csv_files import csv_bytes
from pipeline.release.durable import explained, replace_file
from pipeline.release.frames import to_arrow
from pipeline.release.layout import CSV_SUFFIX, DATAPACKAGE, LATEST, PARQUET_SUFFIX
from pipeline.release.parquet import parquet_bytes
from pipeline.run import run
from pipeline.settings import Settings
from pipeline.summary import counts_text, coverage_text
from pipeline.tables.build import Tables
from schemas.registry import TABLES


def run_extract(paths: Sequence[Path], output: Path) -> None:
    """Write the tables of some texts into a folder and say how many rows they have.

    Raises:
        ParleyError: The texts cannot be used, or the folder cannot be written or holds releases.
    """
    demand_apart(paths, output)
    for name in (LATEST, DATAPACKAGE):
        if (output / name).exists():
            raise ReleaseError(
                f"{output}: holds releases, and a release never changes.",
                "Name another folder for the tables.",
            )
    dataset = run(paths, Settings())
    with explained(output):
        write_tables(dataset.tables, output)
    for name, frame in dataset.tables.items():
        out().print(f"{len(frame):>8} {name}")
    out().print(counts_text(dataset.counts))
    out().print(coverage_text(dataset.tables), soft_wrap=True)
    out().print(f"Tables written to {printable(str(output))}", soft_wrap=True)


def write_tables(tables: Tables, folder: Path) -> None:
    """Write each table as CSV and Parquet, each file replaced in one step.

    Raises:
        OSError: A file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, spec in TABLES.items():
        table = to_arrow(tables[name], spec)
        for suffix, data in (
            (CSV_SUFFIX, csv_bytes(table)),
            (PARQUET_SUFFIX, parquet_bytes(table)),
        ):
            replace_file(folder / (name + suffix), data, folder / f".{name}{suffix}.new")
