"""Wikitext, as MediaWiki keeps it, read into a document."""

import re

from pipeline.documents.model import Document
from pipeline.documents.wikitext.blocks import Blocks
from pipeline.documents.wikitext.citations import citations
from pipeline.documents.wikitext.inline import Renderer
from pipeline.documents.wikitext.notes import find_notes
from pipeline.documents.wikitext.spans import pair
from pipeline.raw.model import RawDocument

_BYTE_ORDER_MARK = "\ufeff"
_REDIRECT = re.compile(r"\s*#(?i:redirect)\s*:?\s*\[\[")


def parse_wikitext(raw: RawDocument) -> Document:
    """Parse wikitext.

    Args:
        raw: A document whose format is ``text/x-wiki``.

    Returns:
        The document as readers see it on the page. Wikitext does not hold its title, so it is
        called what the manifest calls it, or else after its file. A redirect is empty.
    """
    text = raw.text
    name = raw.title or raw.document_id.replace("_", " ")
    start = len(_BYTE_ORDER_MARK) * text.startswith(_BYTE_ORDER_MARK)
    if _REDIRECT.match(text, start):
        return Document(raw.document_id, text, name, None, (), ())
    markup = pair(text)
    notes = find_notes(markup)
    blocks = Blocks(Renderer(markup, notes))
    blocks.read(start, len(text))
    blocks.finish()
    return Document(
        raw.document_id,
        text,
        name,
        None,
        tuple(blocks.headings),
        tuple(blocks.paragraphs),
        tuple(sorted(blocks.tables, key=lambda table: table.start)),
        citations(markup, notes),
    )
