"""The title and the content of a page."""

import re
from collections.abc import Sequence

from pipeline.documents.html.phrase import Phrase
from pipeline.documents.html.source import Source
from pipeline.documents.html.tree import Element, Text
from pipeline.documents.model import Line

_BEFORE_SITE = re.compile(r"\s(?:[-–—|·»]|&(?:ndash|mdash|raquo|#8211|#8212|#124|#183|#187);)\s")


def find_content(page: Sequence[Element]) -> Element:
    """The element that holds the article.

    It is the largest that MediaWiki's parser has marked as its output, else the largest ``main``,
    else ``article``, else the body, else all.

    Args:
        page: The elements of the page, from that which stands for all of it.
    """
    for candidates in (
        [e for e in page if "mw-parser-output" in e.classes],
        [e for e in page if e.attributes.get("id") == "mw-content-text"],
        [e for e in page if e.tag == "main" or e.attributes.get("role") == "main"],
        [e for e in page if e.tag == "article"],
        [e for e in page if e.tag == "body"],
    ):
        if candidates:
            return max(candidates, key=lambda e: e.end - e.start)
    return page[0]


def find_title(
    source: Source, page: Sequence[Element], content: Sequence[Element]
) -> tuple[Element, Line] | None:
    """The title of a page and its element.

    It is the heading that MediaWiki calls the first, else the first of level 1 in the content,
    else anywhere, else what the head of the page says, without the name of the site.

    Args:
        source: The HTML.
        page: The elements of the page.
        content: Those of its content.
    """
    headings = [
        *(e for e in page if e.attributes.get("id") == "firstHeading"),
        *(e for e in content if e.tag == "h1"),
        *(e for e in page if e.tag == "h1"),
    ]
    for element in headings:
        phrase = Phrase(source)
        phrase.element(element)
        if line := phrase.line():
            return element, line
    for element in page:
        if element.tag == "title" and (line := _head_title(source, element)):
            return element, line
    return None


def _head_title(source: Source, element: Element) -> Line | None:
    phrase = Phrase(source)
    for child in element.children:
        if isinstance(child, Text):
            *_, site = (child.start, *_BEFORE_SITE.finditer(source.text, child.start, child.end))
            has_site = isinstance(site, re.Match) and site.start() > child.start
            phrase.text(child.start, site.start() if has_site else child.end)
    return phrase.line()
