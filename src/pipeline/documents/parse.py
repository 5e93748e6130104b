"""Parsing of raw documents by their format."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pipeline.documents.html.api_reply import parse_api_reply
from pipeline.documents.html.parse import parse_html
from pipeline.documents.model import Document
from pipeline.documents.plain_text import parse_plain_text
from pipeline.documents.wikitext.parse import parse_wikitext
from pipeline.errors import InputError
from pipeline.raw.model import RawDocument

PARSERS: Mapping[str, Callable[[RawDocument], Document]] = MappingProxyType(
    {
        "text/plain": parse_plain_text,
        "text/html": parse_html,
        "application/json": parse_api_reply,
        "text/x-wiki": parse_wikitext,
    }
)
"""Parser by media type; :data:`pipeline.raw.formats.MEDIA_TYPES` names the same types."""


def parse(raw: RawDocument) -> Document:
    """Parse a document.

    Raises:
        InputError: There is no parser for its format.
    """
    parser = PARSERS.get(raw.format)
    if parser is None:
        raise InputError(
            f"{raw.document_id}: there is no parser for the format {raw.format!r}.",
            f"Formats that can be parsed are {', '.join(PARSERS)}.",
        )
    return parser(raw)
