"""Finding the documents in files and folders, so that none is passed over in silence."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.raw.files import is_folder, unreadable
from pipeline.raw.formats import media_type
from pipeline.raw.manifest import MANIFEST_NAME, Manifest, read_manifest

CORRECTIONS_NAME = "corrections.toml"

NOT_DOCUMENTS = frozenset({MANIFEST_NAME, CORRECTIONS_NAME, "README.md"})
"""Names of files that lie beside documents and are none, as are files with a leading dot."""


_Group = tuple[Manifest | None, list[Path]]


@dataclass(frozen=True, slots=True)
class Source:
    """A document to be read.

    Attributes:
        path: Its file.
        media_type: Its format.
        manifest: The manifest that speaks for it, None if there is none.
    """

    path: Path
    media_type: str
    manifest: Manifest | None


def find_sources(path: Path, max_manifest_bytes: int) -> tuple[Source, ...]:
    """The documents that a path leads to: a file, or all in a folder and the folders below.

    A folder is read with the nearest manifest in it or above it, up to the path itself; a file
    with the manifest beside it. Names that begin with a dot and :data:`NOT_DOCUMENTS` are
    passed over in folders; everything else there has to be a document.

    Raises:
        InputError: Nothing can be found there, something is no document, a manifest is wrong or
            lists a missing file, or links lead to the same folder twice.
    """
    if not is_folder(path):
        return (Source(path, media_type(path), _manifest_in(path.parent, max_manifest_bytes)),)
    groups = _groups(path, max_manifest_bytes)
    for manifest, files in groups:
        if manifest is not None:
            manifest.require_all(files)
    sources = tuple(
        Source(file, media_type(file), manifest) for manifest, files in groups for file in files
    )
    if not sources:
        raise InputError(
            f"{path}: there is no document in this folder.", "Put articles into it as .txt files."
        )
    return sources


def folders(root: Path) -> Iterator[Path]:
    """A folder and all folders below it, each before those in it; not those with a leading dot.

    Raises:
        InputError: A folder cannot be read, or links lead to the same folder twice.
    """
    pending = [root]
    seen: dict[str, Path] = {}
    while pending:
        folder = pending.pop()
        # Links could lead in circles, or to the same folder on more ways than can be walked.
        other = seen.setdefault(os.path.realpath(folder), folder)
        if other is not folder:
            raise InputError(
                f"{folder}: the same folder as {other}, by a link.", "Remove the link."
            )
        yield folder
        pending += [path for path in _entries(folder) if is_folder(path)]


def _groups(root: Path, max_manifest_bytes: int) -> list[_Group]:
    """The files of a folder and the folders below, by the manifest that speaks for them."""
    groups: list[_Group] = [(None, [])]
    of_folder = {root.parent: groups[0]}
    for folder in folders(root):
        manifest = _manifest_in(folder, max_manifest_bytes)
        if manifest is not None:
            groups.append((manifest, []))
        group = groups[-1] if manifest is not None else of_folder[folder.parent]
        of_folder[folder] = group
        group[1].extend(path for path in _entries(folder) if not is_folder(path))
    return groups


def _entries(folder: Path) -> list[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise unreadable(folder, error) from error
    return [p for p in paths if not p.name.startswith(".") and p.name not in NOT_DOCUMENTS]


def _manifest_in(folder: Path, max_bytes: int) -> Manifest | None:
    path = folder / MANIFEST_NAME
    return read_manifest(path, max_bytes) if os.path.lexists(path) else None
