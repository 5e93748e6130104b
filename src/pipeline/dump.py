"""From the pages of a dump to what they say, reading only what may say something.

The rules and the reader of wikitext are those of single articles; what they are given is an
excerpt of the page (:mod:`pipeline.documents.excerpt`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from pipeline.documents.excerpt import excerpt
from pipeline.documents.model import Document
from pipeline.documents.moving import moved
from pipeline.documents.parse import parse
from pipeline.documents.prefilter import near_prose
from pipeline.raw.dumps import DumpPage
from pipeline.raw.model import RawDocument
from pipeline.records.extract import extract
from pipeline.records.model import Extraction
from pipeline.records.prospects import has_survey, may_tell, word_filter

_MARKUP_LINES = (b"=", b"|", b"!", b"{|")


def read_extractions(pages: Iterable[DumpPage]) -> Iterator[Extraction]:
    """What the articles of a dump say, for those that may say something, in order.

    Raises:
        InputError: A page is damaged.
    """
    return (extract(document) for page in pages if (document := read_prospects(page)) is not None)


def is_article(page: DumpPage) -> bool:
    """Whether a page is an article of its own: no redirect, no talk page, template or the like."""
    return page.namespace == 0 and page.redirect is None


def read_whole(page: DumpPage) -> Document:
    """A page, parsed as a whole.

    Raises:
        InputError: The page is damaged.
    """
    return parse(raw_document(page))


def read_prospects(page: DumpPage) -> Document | None:
    """What of a page may tell of talks or polls, parsed; None if nothing of it may.

    Offsets count characters of the whole text. Redirects and what is no article tell nothing.

    Raises:
        InputError: The page is damaged.
    """
    if not is_article(page):
        return None
    start, end = page.text_span
    has_table = page.xml.find(b"{|", start, end) >= 0
    lines, surveys = [], []
    for first, last, kinds in word_filter().lines(page.xml, start, end):
        text = near_prose(page.unescaped(first, last))
        if not page.xml.startswith(_MARKUP_LINES, first) and may_tell(text, kinds):
            lines.append((first, last))
        elif has_table and "poll" in kinds and has_survey(text):
            surveys.append((first, last))
    if not lines and not surveys:
        return None
    raw = raw_document(page)
    kept = excerpt(
        raw.text,
        list(_characters(page, lines)),
        [first for first, _ in _characters(page, surveys)],
    )
    if not kept.starts:
        return None
    return moved(parse(replace(raw, text=kept.text)), kept, raw.text)


def raw_document(page: DumpPage) -> RawDocument:
    """A page as a source document.

    Raises:
        InputError: The page is damaged.
    """
    text = page.text
    return RawDocument(
        str(page.page_id),
        text,
        sha256(text.encode()).hexdigest(),
        "text/x-wiki",
        title=page.title,
        revision_id=page.revision_id,
    )


def _characters(page: DumpPage, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where in the text of a page lines stand that were found in its bytes, in order."""
    position, offset = page.text_span[0], 0
    for start, end in lines:
        first = offset + len(page.unescaped(position, start))
        position, offset = end, first + len(page.unescaped(start, end))
        yield first, offset
