"""Reading of source documents, byte for byte, against their manifest."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.errors import InputError
from pipeline.raw.files import decode, read_bytes
from pipeline.raw.folders import Source, find_sources
from pipeline.raw.model import RawDocument
from pipeline.settings import Settings


def read_raw(paths: Sequence[Path], settings: Settings) -> tuple[RawDocument, ...]:
    """Read all documents in files and folders (see :func:`pipeline.raw.folders.find_sources`).

    A document that several paths lead to is read once.

    Args:
        paths: Files and folders.
        settings: Limits of the run.

    Returns:
        The documents, by ``document_id``.

    Raises:
        InputError: There is nothing to read, or something there cannot be used; nothing is
            skipped.
    """
    if not paths:
        raise InputError("There is nothing to read.", "Give a file or a folder with documents.")
    found: dict[str, Source] = {}
    for path in paths:
        for source in find_sources(path, settings.max_file_bytes):
            found.setdefault(os.path.realpath(source.path), source)
    by_id = _by_document_id(found.values())
    return tuple(_read(by_id[document_id], document_id, settings) for document_id in sorted(by_id))


def _by_document_id(sources: Iterable[Source]) -> dict[str, Source]:
    by_id: dict[str, Source] = {}
    for source in sources:
        document_id = source.path.stem
        if not document_id.isprintable():
            raise InputError(
                f"{str(source.path)!r}: the name of the file holds a character that cannot be "
                "printed.",
                "Rename the file; the document is called after it.",
            )
        other = by_id.setdefault(document_id, source)
        if other is not source:
            raise InputError(
                f"{other.path} and {source.path}: two documents would be called {document_id!r}.",
                "Rename one of the files; a document is called after its file, without the ending.",
            )
    return by_id


def _read(source: Source, document_id: str, settings: Settings) -> RawDocument:
    content = read_bytes(source.path, settings.max_file_bytes)
    sha256 = hashlib.sha256(content).hexdigest()
    entry = source.manifest.entry(source.path, sha256) if source.manifest else None
    text = decode(source.path, content)
    if entry is None:
        return RawDocument(document_id, text, sha256, source.media_type)
    return RawDocument(
        document_id,
        text,
        sha256,
        source.media_type,
        title=entry.title,
        url=entry.url,
        revision_id=entry.revision_id,
        retrieved_at=entry.retrieved_at,
        licence=entry.licence,
        attribution=entry.attribution,
    )
