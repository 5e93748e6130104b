"""The releases of an output folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow

from pipeline.errors import ReleaseError
from pipeline.release import layout
from pipeline.release.declared import load_json, read_declared
from pipeline.release.diff import DatasetDiff, diff_tables
from pipeline.release.durable import explained
from pipeline.release.folder import MAX_FILE_BYTES
from pipeline.release.frames import Tables, to_frame
from pipeline.release.parquet import read_parquet
from pipeline.release.pointer import read_pointer
from pipeline.release.table_schema import TableSchema
from pipeline.release.version import Version

_NO_RELEASE_HINT = "Make the first one with `parley release`, or name another output folder."


@dataclass(frozen=True, slots=True)
class ReleaseInfo:
    """A published release.

    Attributes:
        version: Its version.
        path: Its folder.
        is_latest: Whether it is the latest.
        rows: Number of rows of each table; empty where the build record cannot be read.
    """

    version: Version
    path: Path
    is_latest: bool
    rows: Mapping[str, int]


def list_releases(output: Path) -> list[ReleaseInfo]:
    """The published releases, the oldest first; none where nothing was published.

    A folder newer than the latest release is none: its publisher was stopped before the end.

    Raises:
        ReleaseError: The output folder cannot be read, or its pointer is damaged.
    """
    with explained(output):
        pointer = read_pointer(output)
    if pointer is None:
        return []
    return [
        ReleaseInfo(version, path, version == pointer.version, _rows(path))
        for version, path in release_folders(output)
        if version <= pointer.version
    ]


def release_folders(output: Path) -> list[tuple[Version, Path]]:
    """All folders named like a release, published or not, by version."""
    with explained(output):
        entries = list(output.iterdir()) if output.is_dir() else []
    found = []
    for entry in entries:
        try:
            version = Version.parse(entry.name)
        except ValueError:
            continue
        if entry.name == version.folder:
            found.append((version, entry))
    return sorted(found)


def latest(output: Path) -> ReleaseInfo | None:
    """The latest release, None where nothing was published.

    Raises:
        ReleaseError: The output folder cannot be read, its pointer is damaged, or the release
            that it names is gone.
    """
    releases = list_releases(output)
    if releases and releases[-1].is_latest:
        return releases[-1]
    with explained(output):
        pointer = read_pointer(output)
    if pointer is None:
        return None
    raise ReleaseError(
        f"{output / pointer.version.folder}: the latest release is gone.",
        f"Restore the folder, or delete {output / layout.LATEST} to go on from the releases "
        "that are left.",
    )


def find_release(output: Path, version: str | None = None) -> ReleaseInfo:
    """The release of a version, such as ``1.2.0`` or ``v1.2.0``; the latest for None.

    Raises:
        ReleaseError: There is no such release, or none at all.
    """
    releases = list_releases(output)
    newest = latest(output)
    if newest is None and releases:
        raise ReleaseError(
            f"{output}: holds releases, but {layout.LATEST} is missing.",
            "The next run of 'parley release' restores it.",
        )
    if newest is None:
        raise ReleaseError(f"{output}: holds no release yet.", _NO_RELEASE_HINT)
    if version is None:
        return newest
    wanted = version.removeprefix("v")
    for release in releases:
        if str(release.version) == wanted:
            return release
    known = ", ".join(str(release.version) for release in releases)
    raise ReleaseError(f"{version}: there is no such release in {output}.", f"There are: {known}.")


def release_schemas(path: Path) -> dict[str, TableSchema]:
    """The Table Schemas of a release, by table.

    Raises:
        ReleaseError: Its descriptor is missing or damaged.
    """
    file = path / layout.DATAPACKAGE
    try:
        return read_declared({layout.DATAPACKAGE: _read(file)}).schemas
    except ValueError as error:
        raise _damaged(file) from error


def read_tables(path: Path) -> Tables:
    """The tables of a release, from its Parquet files.

    Raises:
        ReleaseError: A file is missing or damaged.
    """
    tables: Tables = {}
    for name in release_schemas(path):
        file = path / (name + layout.PARQUET_SUFFIX)
        try:
            tables[name] = to_frame(read_parquet(_read(file)))
        except (pyarrow.ArrowException, ValueError) as error:
            raise _damaged(file) from error
    return tables


def diff_releases(old: Path, new: Path) -> DatasetDiff:
    """What changed between two release folders, the schema included.

    Raises:
        ReleaseError: A file is missing or damaged.
    """
    schemas = (release_schemas(old), release_schemas(new))
    return diff_tables(read_tables(old), read_tables(new), schemas=schemas)


def _rows(path: Path) -> dict[str, int]:
    try:
        rows = load_json({layout.BUILD: _read(path / layout.BUILD)}, layout.BUILD).get("rows")
    except (ReleaseError, ValueError):
        return {}
    items = rows.items() if isinstance(rows, dict) else ()
    return {str(name): count for name, count in items if isinstance(count, int)}


def _read(file: Path) -> bytes:
    with explained(file):
        if file.stat().st_size > MAX_FILE_BYTES:
            raise _damaged(file)
        return file.read_bytes()


def _damaged(file: Path) -> ReleaseError:
    return ReleaseError(
        f"{file}: is damaged.",
        "See what `parley verify` says of this release, and restore the file from a copy.",
    )
