"""Arguments of templates: where in the raw text each stands."""

import re
from collections.abc import Iterator

from pipeline.documents.wikitext.spans import SIMPLE_LINK, Markup

_MARKUP = re.compile(r"\{\{|\[\[|<")
_TOKEN = re.compile(rf"\||=|\{{\{{|<|{SIMPLE_LINK}|\[\[")

Arguments = dict[str, tuple[int, int]]
"""Spans of the arguments without the white space around, by name; those without a name are called
``1``, ``2`` and so on."""


def arguments(markup: Markup, start: int) -> Arguments:
    """The arguments of the template that starts at an offset.

    What stands behind the colon of a parser function is its argument ``1``.
    """
    text = markup.text
    end = markup.ends[start] - 2
    mark = ":" if markup.templates[start].endswith(":") else "|"
    position = text.find(mark, start, end) + 1
    found: Arguments = {}
    if not position:
        return found
    unnamed = 0
    for argument, equals, stop in _parts(markup, position, end):
        if equals < 0:
            unnamed += 1
            found[str(unnamed)] = strip(text, argument, stop)
        else:
            found[text[argument:equals].strip()] = strip(text, equals + 1, stop)
    return found


def _parts(markup: Markup, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start, first equals sign (-1 if there is none) and end of each argument."""
    text, ends = markup.text, markup.ends
    if _MARKUP.search(text, start, end) is None:
        while start <= end:
            stop = text.find("|", start, end)
            stop = end if stop < 0 else stop
            yield start, text.find("=", start, stop), stop
            start = stop + 1
        return
    position, equals = start, -1
    while position <= end:
        token = _TOKEN.search(text, position, end)
        at, position = token.span() if token else (end, end + 1)
        if token is None or text[at] == "|":
            yield start, equals, at
            start, equals = position, -1
        elif text[at] == "=":
            equals = at if equals < 0 else equals
        elif position - at <= 2:  # not a simple link, which was stepped over as a whole
            position = min(ends.get(at, at + 1), end)


def numbered(given: Arguments) -> list[tuple[int, int]]:
    """The arguments without a name, in the order in which they stand."""
    return sorted(span for name, span in given.items() if name.isdecimal())


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
