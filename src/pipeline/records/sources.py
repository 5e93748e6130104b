"""The footnotes of a document and what they cite."""

import re
from collections.abc import Iterator

from pipeline.documents.model import Citation, Document
from pipeline.mentions.dates import find_dates
from pipeline.records.marks import table_paragraphs
from pipeline.records.model import Source, When

_ADDRESS = re.compile(r"https?://\S+", re.I)


def sources(document: Document) -> tuple[Source, ...]:
    """The footnotes of a document, each key once, in the order of their first marks.

    A footnote whose text the document does not give has only its key.
    """
    found = {citation.key: _source(document.document_id, citation) for citation in _told(document)}
    for key in _marked(document):
        found.setdefault(key, Source(document.document_id, key))
    return tuple(found.values())


def _told(document: Document) -> Iterator[Citation]:
    seen: set[str] = set()
    for citation in document.citations:
        if citation.key not in seen:
            seen.add(citation.key)
            yield citation


def _marked(document: Document) -> Iterator[str]:
    for paragraph in (*document.paragraphs, *table_paragraphs(document)):
        for footnote in paragraph.footnotes:
            yield footnote.key


def _source(document_id: str, citation: Citation) -> Source:
    address = (citation.url or "").strip()
    return Source(
        document_id,
        citation.key,
        note=_text(citation.note),
        title=_text(citation.title),
        url=address if _ADDRESS.fullmatch(address) else None,
        publisher=_text(citation.publisher),
        published_text=_text(citation.date),
        when=_date(citation.date or ""),
        span=(citation.start, citation.end) if citation.start < citation.end else None,
    )


def _text(text: str | None) -> str | None:
    return (text or "").strip() or None


def _date(text: str) -> When | None:
    """The one date that a text gives."""
    dates = [mention for mention in find_dates(text) if mention.first_day]
    if len(dates) != 1:
        return None
    (date,) = dates
    if date.first_day is None or date.last_day is None or date.precision is None:
        return None
    return When(date.first_day, date.last_day, date.precision, date.inferred)
