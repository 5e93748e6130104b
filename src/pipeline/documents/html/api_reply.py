"""Replies of MediaWiki's API to ``action=parse&prop=text``: HTML within a string of JSON."""

import json
import re

from pipeline.documents.html.parse import read_html
from pipeline.documents.html.phrase import Phrase
from pipeline.documents.html.source import Source
from pipeline.documents.model import Document, Line
from pipeline.errors import InputError
from pipeline.raw.model import RawDocument

_BYTE_ORDER_MARK = "\ufeff"
_WHITE_SPACE = re.compile(r"[ \t\n\r]*+")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"
)
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
_DECODER = json.JSONDecoder()


def parse_api_reply(raw: RawDocument) -> Document:
    """Parse the reply of MediaWiki's API for a page.

    Args:
        raw: A document whose format is ``application/json``: an object with the HTML as
            ``parse.text`` (``formatversion=2``) or ``parse.text.*`` (``formatversion=1``), and
            the title as ``parse.title``.

    Raises:
        InputError: It is something else.
    """
    text = raw.text
    start = len(_BYTE_ORDER_MARK) * text.startswith(_BYTE_ORDER_MARK)
    try:
        json.loads(text[start:])
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{raw.document_id}: not valid JSON ({error}).", "Fetch the page again."
        ) from error
    html = _string_at(text, start, "parse", "text") or _string_at(text, start, "parse", "text", "*")
    if html is None:
        raise InputError(
            f"{raw.document_id}: holds no HTML as parse.text, as replies of MediaWiki's API do.",
            "Fetch the page with action=parse&prop=text&format=json&formatversion=2.",
        )
    title = _string_at(text, start, "parse", "title")
    return read_html(raw, html, _line(title) if title else None)


def _line(source: Source) -> Line | None:
    phrase = Phrase(source)
    phrase.text(0, len(source.text))
    return phrase.line()


def _string_at(text: str, start: int, *path: str) -> Source | None:
    """The string that the members of nested objects lead to, None if there is no such string.

    Args:
        text: Valid JSON.
        start: Where the outermost value begins.
        path: The names of the members.
    """
    position: int | None = _behind_space(text, start)
    for name in path:
        position = _member(text, position, name) if position is not None else None
    if position is None or text[position] != '"':
        return None
    value, end = _DECODER.raw_decode(text, position)
    escaped: list[int] = []
    ends: list[int] = []
    saved = 0  # characters that the escapes before take more than what they stand for
    for match in _ESCAPE.finditer(text, position + 1, end - 1):
        escaped.append(match.start() - position - 1 - saved)
        ends.append(match.end())
        saved += len(match[0]) - 1
    shown = _NOT_TEXT.sub("\ufffd", value)
    return Source(text, shown, position + 1, tuple(escaped), tuple(ends))


def _member(text: str, position: int, name: str) -> int | None:
    """Where the value of the last member of some name begins in the object at an offset."""
    if text[position] != "{":
        return None
    found = None
    position = _behind_space(text, position + 1)
    while text[position] == '"':
        key, position = _DECODER.raw_decode(text, position)
        position = _behind_space(text, _behind_space(text, position) + len(":"))
        if key == name:
            found = position
        _, position = _DECODER.raw_decode(text, position)
        position = _behind_space(text, position)
        if text[position] == ",":
            position = _behind_space(text, position + 1)
    return found


def _behind_space(text: str, position: int) -> int:
    space = _WHITE_SPACE.match(text, position)
    return space.end() if space else position
