"""What elements are: left out of the prose, or a footnote mark."""

import html
import re
from itertools import islice

from pipeline.documents.html.tree import Element, Text, nodes
from pipeline.documents.html.vocabulary import (
    NO_PROSE,
    NO_PROSE_CLASSES,
    NO_PROSE_IDS,
    NO_PROSE_ROLES,
)

_HIDDEN = re.compile(r"(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)", re.I)
_UNTIL_FOUND = "until-found"
_MARKS = frozenset({"Inline-Template", "autonumber", "mw-ref", "reference"})
_CALLED_MARKS = frozenset({"a", "span"})
_BRACKETED = re.compile(r"\[\s*[^\[\]\s][^\[\]]{0,38}\]")
_LONGEST_KEY = 40
_LONGEST_TEXT = 400  # of a piece of a mark, in which each character may be an entity
_MOST_NODES = 24
"""A footnote mark consists of fewer elements and texts than this, a cleanup tag of about ten."""


def is_left_out(element: Element) -> bool:
    """Whether an element holds no text of the article, or none that readers see."""
    if element.tag in NO_PROSE or not NO_PROSE_CLASSES.isdisjoint(element.classes):
        return True
    attributes = element.attributes
    return bool(attributes) and (
        (fragment(element) or "").startswith("cite_ref")  # back from a footnote to its marks
        or attributes.get("id") in NO_PROSE_IDS
        or attributes.get("role") in NO_PROSE_ROLES
        or is_hidden(element)
    )


def is_hidden(element: Element) -> bool:
    """Whether readers do not see an element, by its own markup.

    What is hidden until found is what MediaWiki's mobile skin folds away.
    """
    attributes = element.attributes
    return attributes.get("hidden", _UNTIL_FOUND).lower() != _UNTIL_FOUND or bool(
        _HIDDEN.search(attributes.get("style", ""))
    )


def fragment(element: Element) -> str | None:
    """The place in a page that an element links to."""
    if element.tag != "a":
        return None
    return element.attributes.get("href", "").partition("#")[2] or None


def mark_key(text: str, element: Element) -> str | None:
    """The key of a footnote mark.

    A mark is a superscript that MediaWiki's classes call one or that links to a place in a page,
    or a superscript, such a link or such a class with all its text in square brackets.

    Args:
        text: The HTML.
        element: An element.

    Returns:
        The key; empty for a mark that only adds pages to the one before it (``: 23``); None if
        the element is no mark.
    """
    is_called_mark = not _MARKS.isdisjoint(element.classes)
    is_superscript = element.tag == "sup"
    may_be_called_mark = is_called_mark and element.tag in _CALLED_MARKS
    if not (is_superscript or may_be_called_mark or fragment(element)):
        return None
    words = _words_of(text, element)
    if _BRACKETED.fullmatch(words):
        return words[1:-1].strip()
    if is_superscript and 0 < len(words) <= _LONGEST_KEY and linked_fragment(element):
        return words
    return "" if is_superscript and is_called_mark and len(words) <= _LONGEST_KEY else None


def linked_fragment(element: Element) -> str | None:
    """The place in a page that a footnote mark leads to."""
    for node in islice(nodes(element), _MOST_NODES):
        if isinstance(node, Element) and (found := fragment(node)):
            return found
    return None


def _words_of(text: str, element: Element) -> str:
    """The text of a footnote mark, or of as much of an element as a mark may consist of."""
    words = [
        text[node.start : min(node.end, node.start + _LONGEST_TEXT)]
        for node in islice(nodes(element), _MOST_NODES)
        if isinstance(node, Text)
    ]
    return " ".join(html.unescape("".join(words)).split())
