"""Cutting HTML into tags and text, along the lines of the tokenizer of the HTML standard.

The standard library's ``html.parser`` is not used: releases of it that we support need quadratic
time for unclosed tags and comments (20 seconds for 60 KB of ``<a <a <a``) and read scripts and
comments differently, so that what is published would depend on the patch level of Python.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_SPACE = r" \t\n\r\f"
_OPENING = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z]|/)")
_COMMENT_END = re.compile(r"--!?>")
_NAME = re.compile(rf"[^{_SPACE}/>]++")
# Possessive throughout, so that nothing is read twice. A quote that is not closed ends no value.
_VALUE = rf"[{_SPACE}]*+=[{_SPACE}]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\"'{_SPACE}>][^{_SPACE}>]*+))"
_ATTRIBUTE = re.compile(rf"([^{_SPACE}/>][^{_SPACE}/>=]*+)(?:{_VALUE})?+")
_ANY_VALUE = rf"[{_SPACE}]*+=[{_SPACE}]*+(?:\"[^\"]*+\"|'[^']*+'|[^\"'{_SPACE}>][^{_SPACE}>]*+)"
_TAG_END = re.compile(rf"(?:[{_SPACE}/]++|[^{_SPACE}/>][^{_SPACE}/>=]*+(?:{_ANY_VALUE})?+)*+>")
_ONLY_TEXT = {
    tag: re.compile(rf"</{tag}(?=[{_SPACE}/>])", re.IGNORECASE)
    for tag in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
}
"""Elements that hold text only, by what ends that text."""


class Token(NamedTuple):
    """A tag, or a stretch of text.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last one.
        tag: Name of the tag in lower case, empty for text.
        is_end: Whether it is an end tag.
        attributes: Values by name in lower case; of an attribute given twice, the first.
    """

    start: int
    end: int
    tag: str = ""
    is_end: bool = False
    attributes: Mapping[str, str] = {}


def tokenise(text: str) -> Iterator[Token]:
    """The tags and text of HTML in order, without comments and declarations.

    A tag or comment that is not closed takes the rest with it, as it does in browsers.
    """
    position = search = 0
    while opening := _OPENING.search(text, search):
        start = opening.start()
        if position < start:
            yield Token(position, start)
        token = None
        if opening[0][-1].isalpha():
            token = _tag(text, start)
            end = token.end if token else -1
        elif opening[0] == "<!--":
            end = _comment_end(text, start)
        else:
            end = text.find(">", start) + 1 or -1
        if end < 0:
            return
        position = search = end
        if token:
            yield token
            if not token.is_end and token.tag in _ONLY_TEXT:
                closing = _ONLY_TEXT[token.tag].search(text, end)
                search = closing.start() if closing else len(text)
    if position < len(text):
        yield Token(position, len(text))


def _tag(text: str, start: int) -> Token | None:
    is_end = text[start + 1] == "/"
    name = _NAME.match(text, start + 1 + is_end)
    tag_end = _TAG_END.match(text, name.end()) if name else None
    if name is None or tag_end is None:
        return None
    attributes = {} if is_end else _attributes(text, name.end(), tag_end.end() - 1)
    return Token(start, tag_end.end(), name[0].lower(), is_end, attributes)


def _attributes(text: str, start: int, end: int) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text, start, end):
        value = match[2] or match[3] or match[4] or ""
        attributes.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
    return attributes


def _comment_end(text: str, start: int) -> int:
    """Offset behind a comment, -1 if it has no end; ``<!-->`` and ``<!--->`` are whole ones."""
    for whole in ("<!-->", "<!--->"):
        if text.startswith(whole, start):
            return start + len(whole)
    end = _COMMENT_END.search(text, start + len("<!--"))
    return end.end() if end else -1
