"""Publishing: from validated tables to an immutable release, in one atomic step.

Under a lock, a release is worked out in memory, written to a staging folder, made durable,
verified, renamed to ``vX.Y.Z`` and then named by the pointer ``latest.json``, which is replaced in
one step. Whatever stops a run, and whenever, the pointer names a whole release:

* Stopped before the rename, a staging folder is left, which the next run removes.
* Stopped between the rename and the pointer, a whole release is left that nothing names. It is
  known by its build record, which says that it follows the release that the pointer names, and by
  its hashes; the next run adopts it, since a version once seen in the folder must not be given to
  other data.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import QualityError
from pipeline.raw.model import RawDocument
from pipeline.release import layout
from pipeline.release.catalogue import read_tables, release_schemas
from pipeline.release.content import release_files
from pipeline.release.diff import DatasetDiff, diff_tables
from pipeline.release.durable import explained, move_folder, remove_folder, write_folder
from pipeline.release.frames import Tables
from pipeline.release.history import History, Predecessor
from pipeline.release.layout import sha256
from pipeline.release.lock import locked
from pipeline.release.pointer import write_pointer
from pipeline.release.recovery import recovered_latest
from pipeline.release.table_schema import current_schemas
from pipeline.release.verify import verify_release
from pipeline.release.version import Version, next_version
from schemas.registry import TABLES


@dataclass(frozen=True, slots=True)
class Published:
    """A release was published.

    Attributes:
        version: Its version.
        path: Its folder.
        diff: What changed since the release before, None for the first.
        rows: Number of rows of each table.
    """

    version: Version
    path: Path
    diff: DatasetDiff | None
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The latest release holds exactly this data already; nothing was published.

    Attributes:
        version: Its version.
        path: Its folder.
        rows: Number of rows of each table.
    """

    version: Version
    path: Path
    rows: dict[str, int]


def publish(
    tables: Tables,
    raw_documents: Sequence[RawDocument],
    output: Path,
    *,
    code_version: str,
) -> Published | Unchanged:
    """Publishes the tables as the next release, unless the latest one holds exactly them.

    Args:
        tables: The tables, validated: one for each name in the registry.
        raw_documents: The documents that they were read from.
        output: The folder of the releases; made if it is not there.
        code_version: The version of the code, for the build record.

    Raises:
        ReleaseError: The output folder cannot be used, was edited, or is in use for too long.
        QualityError: The release would not pass verification.
    """
    with explained(output):
        output.mkdir(parents=True, exist_ok=True)
        with locked(output / layout.LOCK):
            return _publish(tables, raw_documents, output, code_version)


def _publish(
    tables: Tables, raw_documents: Sequence[RawDocument], output: Path, code_version: str
) -> Published | Unchanged:
    rows = {name: len(tables[name]) for name in TABLES}
    remove_folder(output / layout.STAGING)
    latest = recovered_latest(output)
    history = _history(tables, output / latest.version.folder, latest) if latest else None
    diff = history.diff if history else None
    version = next_version(latest.version if latest else None, diff)
    if version is None:
        assert latest is not None  # noqa: S101 - there is always a first release
        return Unchanged(latest.version, output / latest.version.folder, rows)
    files = release_files(tables, version, raw_documents, history, code_version=code_version)
    _place(files, output, version)
    write_pointer(output, Predecessor(version, sha256(files[layout.CHECKSUMS])))
    return Published(version, output / version.folder, diff, rows)


def _history(tables: Tables, folder: Path, latest: Predecessor) -> History:
    schemas = (release_schemas(folder), current_schemas())
    diff = diff_tables(read_tables(folder), tables, schemas=schemas)
    return History(latest, diff, (folder / layout.CHANGELOG).read_text("utf-8"))


def _place(files: Mapping[str, bytes], output: Path, version: Version) -> None:
    """Puts the files of a release into its folder: all of them or none."""
    staging = output / layout.STAGING
    try:
        write_folder(staging, files)
        _demand_valid(staging)
        move_folder(staging, output / version.folder)
    except (OSError, QualityError):
        with suppress(OSError):
            remove_folder(staging)
        raise


def _demand_valid(staging: Path) -> None:
    report = verify_release(staging)
    if not report.ok:
        raise QualityError(
            f"The release would not be valid: {report.problems[0]}. Nothing was published.",
            "Validate the tables before they are published.",
        )
