"""The manifest beside the documents: where each file comes from, and the hash that it must have."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.errors import InputError
from pipeline.raw.files import read_bytes

MANIFEST_NAME = "manifest.toml"

_REQUIRED = ("file", "title", "url", "retrieved_at", "licence", "attribution", "sha256")
_OPTIONAL = ("revision_id",)
_PATTERNS = {
    "url": (re.compile(r"https?://\S+"), "an http(s) address"),
    "licence": (re.compile(r"[A-Za-z0-9.+-]+"), "an SPDX identifier such as CC-BY-SA-4.0"),
    "sha256": (re.compile(r"[0-9a-f]{64}"), "64 hexadecimal digits in lower case"),
}


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What the manifest says of one document.

    Attributes:
        file: Path of the file, relative to the folder of the manifest, with forward slashes.
        title: Title of the article.
        url: Canonical address.
        retrieved_at: When it was received, in UTC; a mere date counts from midnight UTC.
        licence: SPDX identifier of the licence of the text.
        attribution: Whom to credit.
        sha256: Hash of the bytes of the file, in hexadecimal.
        revision_id: Revision that was received, as its site states it.
    """

    file: str
    title: str
    url: str
    retrieved_at: datetime
    licence: str
    attribution: str
    sha256: str
    revision_id: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest: it speaks for all documents in its folder and the folders below.

    Attributes:
        path: The manifest file.
        entries: What it says, by ``file``.
    """

    path: Path
    entries: Mapping[str, ManifestEntry]

    def name_of(self, path: Path) -> str:
        """How the manifest names a document."""
        return path.relative_to(self.path.parent).as_posix()

    def entry(self, path: Path, sha256: str) -> ManifestEntry:
        """The entry of a document.

        Args:
            path: The document, in the folder of the manifest or below it.
            sha256: Hash of the bytes that were found.

        Raises:
            InputError: The manifest does not list the document, or with another hash.
        """
        name = self.name_of(path)
        entry = self.entries.get(name)
        if entry is None:
            raise InputError(
                f"{path}: not listed in {self.path}.",
                f"Add this to the manifest and fill in the blanks, or move the file away:\n\n"
                f"{_blank_entry(name, sha256)}",
            )
        if entry.sha256 != sha256:
            raise InputError(
                f"{path}: changed since {self.path} was written "
                f"(sha256 expected {entry.sha256}, found {sha256}).",
                "Restore the file; or, if the change is meant, update its sha256, revision_id and "
                "retrieved_at in the manifest.",
            )
        return entry

    def require_all(self, paths: Iterable[Path]) -> None:
        """Check that every document that the manifest lists is there.

        Raises:
            InputError: One is missing.
        """
        missing = sorted(self.entries.keys() - {self.name_of(path) for path in paths})
        if missing:
            raise InputError(
                f"{self.path}: lists {', '.join(missing)}, but there is no such document.",
                "Put the file back, or remove its [[document]] from the manifest.",
            )


def read_manifest(path: Path, max_bytes: int) -> Manifest:
    """Read a manifest.

    Args:
        path: The manifest file.
        max_bytes: A larger file is refused.

    Raises:
        InputError: It cannot be read, is no TOML, or says something wrong, unknown or too little.
    """
    try:
        content = tomllib.loads(read_bytes(path, max_bytes).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not valid TOML ({error}).", "Correct the manifest.") from error
    tables = content.pop("document", [])
    if content or not (isinstance(tables, list) and all(isinstance(t, dict) for t in tables)):
        unknown = f" (unknown: {', '.join(map(repr, content))})" if content else ""
        raise InputError(
            f"{path}: holds something other than [[document]] tables{unknown}.",
            "Write one [[document]] for each file, and nothing else.",
        )
    entries: dict[str, ManifestEntry] = {}
    for number, table in enumerate(tables, start=1):
        entry = _entry(table, f"{path}, [[document]] {number}")
        if entry.file in entries:
            raise InputError(
                f"{path}: lists {entry.file!r} twice.", "Remove one of the two [[document]] tables."
            )
        _require_inside(path, entry.file)
        entries[entry.file] = entry
    return Manifest(path, entries)


def _entry(table: Mapping[str, Any], where: str) -> ManifestEntry:
    if unknown := sorted(table.keys() - {*_REQUIRED, *_OPTIONAL}):
        raise InputError(
            f"{where}: unknown key {', '.join(map(repr, unknown))}.",
            f"The keys are {', '.join((*_REQUIRED, *_OPTIONAL))}; check the spelling.",
        )
    if missing := [key for key in _REQUIRED if key not in table]:
        raise InputError(f"{where}: lacks {', '.join(missing)}.", "Add what is missing.")
    values = {
        key: _text(key, value, where) for key, value in table.items() if key != "retrieved_at"
    }
    values["file"] = _relative_path(values["file"], where)
    return ManifestEntry(retrieved_at=_instant(table["retrieved_at"], where), **values)


def _text(key: str, value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise InputError(
            f"{where}: {key} is {value!r}, not a line of text.", f'Write {key} = "…" in quotes.'
        )
    pattern, meaning = _PATTERNS.get(key, (None, ""))
    if pattern is not None and pattern.fullmatch(value) is None:
        raise InputError(f"{where}: {key} is {value!r}.", f"It has to be {meaning}.")
    return value


def _instant(value: object, where: str) -> datetime:
    if isinstance(value, datetime) and value.tzinfo is not None:
        try:
            return value.astimezone(UTC)
        except OverflowError:
            pass
    elif isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    raise InputError(
        f"{where}: retrieved_at is {str(value)!r}, not a date or a time with its offset from UTC.",
        "Write it without quotes, such as 2020-01-31 or 2020-01-31T12:00:00Z.",
    )


def _relative_path(file: str, where: str) -> str:
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts:
        raise _outside(where, file)
    return path.as_posix()


def _require_inside(manifest: Path, file: str) -> None:
    """Refuse a path that leaves the folder by way of a link."""
    folder = manifest.parent
    try:
        inside = (folder / file).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # Python before 3.13 meets a loop of links with RuntimeError
        inside = False
    if not inside:
        raise _outside(str(manifest), file)


def _outside(where: str, file: str) -> InputError:
    return InputError(
        f"{where}: file {file!r} leads out of the folder of the manifest.",
        "Copy the document into the folder and name it relative to the manifest.",
    )


def _blank_entry(file: str, sha256: str) -> str:
    # JSON and TOML escape printable text alike.
    return "\n".join(
        (
            "[[document]]",
            f"file = {json.dumps(file, ensure_ascii=False)}",
            'title = ""',
            'url = ""',
            "retrieved_at =   # date received, such as 2020-01-31",
            'licence = ""  # SPDX identifier, such as CC-BY-SA-4.0',
            'attribution = ""',
            f'sha256 = "{sha256}"',
        )
    )
