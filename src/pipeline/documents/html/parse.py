"""Parsing of HTML, as it is or within the reply of an API."""

from pipeline.documents.html.citations import find_notes, read_citations
from pipeline.documents.html.flow import read_blocks
from pipeline.documents.html.page import find_content, find_title
from pipeline.documents.html.source import Source
from pipeline.documents.html.tree import elements, parse_tree
from pipeline.documents.model import Document, Line
from pipeline.raw.model import RawDocument


def parse_html(raw: RawDocument) -> Document:
    """Parse a page, or a part of one.

    Args:
        raw: A document whose format is ``text/html``.
    """
    return read_html(raw, Source(raw.text, raw.text))


def read_html(raw: RawDocument, source: Source, given_title: Line | None = None) -> Document:
    """Read HTML that stands in a raw document.

    Args:
        raw: The document.
        source: The HTML and where it stands.
        given_title: Its title, if that stands elsewhere.
    """
    page = elements(parse_tree(source.text))
    root = find_content(page)
    content = elements(root)
    found = None if given_title else find_title(source, page, content)
    element, title = found or (None, given_title)
    notes = find_notes(source.text, content)
    blocks = read_blocks(source, root, element, notes)
    return Document(
        raw.document_id,
        raw.text,
        title.prose.text if title else raw.title or "",
        title,
        blocks.headings,
        blocks.paragraphs,
        blocks.tables,
        read_citations(source, content, notes),
    )
