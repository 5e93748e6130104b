"""All files of a release, worked out in memory from the data alone."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.raw.model import RawDocument
from pipeline.release import layout
from pipeline.release.build import build_record
from pipeline.release.changelog import changelog
from pipeline.release.checksums import render_checksums
from pipeline.release.citation import attribution, citation_cff, licence_text
from pipeline.release.codebook import codebook
from pipeline.release.csv_files import csv_bytes
from pipeline.release.datapackage import datapackage
from pipeline.release.frames import Tables, to_arrow
from pipeline.release.history import History
from pipeline.release.parquet import parquet_bytes
from pipeline.release.readme import readme
from pipeline.release.version import Version
from pipeline.tables.fates import coverage
from schemas.registry import TABLES


def release_files(
    tables: Tables,
    version: Version,
    raw_documents: Sequence[RawDocument],
    history: History | None,
    *,
    code_version: str,
) -> dict[str, bytes]:
    """Every file of a release by its name.

    The same arguments give the same bytes: nothing is taken from the clock, the machine, the
    environment or the order of rows.

    Args:
        tables: The tables, validated.
        version: The version of the release.
        raw_documents: The documents that the tables were read from.
        history: What the release follows, None for the first.
        code_version: The version of the code.
    """
    rows = {name: len(tables[name]) for name in TABLES}
    files = _data_files(tables)
    previous = history.previous if history else None
    texts = {
        layout.ATTRIBUTION: attribution(tables),
        layout.BUILD: _json(
            build_record(
                version, previous, raw_documents, rows, coverage(tables["audit"]), code_version
            )
        ),
        layout.CHANGELOG: changelog(version, history, rows),
        layout.CITATION: citation_cff(tables, version),
        layout.CODEBOOK: codebook(),
        layout.DATAPACKAGE: _json(datapackage(tables, version, files)),
        layout.LICENCE: licence_text(),
        layout.README: readme(version, rows),
    }
    files |= {name: text.encode() for name, text in texts.items()}
    return files | {layout.CHECKSUMS: render_checksums(files)}


def _data_files(tables: Tables) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, spec in TABLES.items():
        table = to_arrow(tables[name], spec)
        files[name + layout.PARQUET_SUFFIX] = parquet_bytes(table)
        files[name + layout.CSV_SUFFIX] = csv_bytes(table)
    return files


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
