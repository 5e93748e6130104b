"""What the raw stage hands on."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A source document as received.

    Attributes:
        document_id: The stem of the file name.
        text: The decoded text; offsets everywhere in the pipeline count its characters. Line
            ends are as in the file.
        sha256: Hash of the bytes of the file, in hexadecimal.
        format: Media type, such as ``text/plain``.
        title: Title that the manifest gives, None if it gives none.
        url: Canonical address.
        revision_id: Revision that was received, as its site states it.
        retrieved_at: When it was received, in UTC.
        licence: SPDX identifier of the licence of the text.
        attribution: Whom to credit.
    """

    document_id: str
    text: str
    sha256: str
    format: str = "text/plain"
    title: str | None = None
    url: str | None = None
    revision_id: str | None = None
    retrieved_at: datetime | None = None
    licence: str | None = None
    attribution: str | None = None
