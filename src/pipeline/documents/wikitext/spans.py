"""Pairing of markup: which opening belongs to which closing, found in one pass over the text.

The rules are those of MediaWiki's preprocessor where they matter: tags whose content is no
wikitext hide it, footnotes keep their content apart, three braces make a parameter before two make
a template, and whatever is not closed is text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.documents.wikitext.names import template_name

SIMPLE_LINK = r"\[\[([^\[\]{}|<&'\n]*)(?:\|([^\[\]{}|<&'\n]*))?\]\]"
"""A link without markup in it: target, and label if it has one."""

_HIDING = (
    "ce|chem|gallery|graph|hiero|imagemap|includeonly|indicator|inputbox|mapframe|maplink|math|"
    "nowiki|pre|score|source|syntaxhighlight|templatedata|templatestyles|timeline"
)
_TOKEN = re.compile(
    r"\[\[[^\[\]{}|<&'\n]*(?:\|[^\[\]{}|<&'\n]*)?\]\]"
    r"|\[\[|\]\]|\{\{+|\}\}+|<!--"
    rf"|<(?i:(/?)({_HIDING}|references|ref))(?=[\s/>])([^<>]*)>"
    r"|\n(?=[ \t\r]*\n|=|\|[-}])"  # where blocks end, and with them links that are still open
)
_REFERENCE_EDGE = re.compile(r"<(?i:(/?)ref)(?=[\s/>])[^<>]*>")
_CLOSING = {name: re.compile(rf"</(?i:{name})\s*>") for name in (*_HIDING.split("|"), "references")}
_DEEPEST = 40
"""Markup nested deeper is text: MediaWiki too gives up on templates at this depth
(``$wgMaxTemplateDepth`` was 40 for years)."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A ``<ref>`` tag, with content or without.

    Attributes:
        start: First character of the tag.
        end: Character after all of it.
        attributes: What stands in the tag behind its name.
        content: Span of what stands between the tags, None if it is one tag.
    """

    start: int
    end: int
    attributes: str
    content: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Markup:
    """Wikitext with its paired markup.

    Attributes:
        text: The raw text.
        ends: Where everything ends that is paired, by where it starts: templates, parameters,
            links with markup in them, comments, footnotes and tags that hide their content.
        templates: Names of the templates by where they start, in the form of
            :func:`pipeline.documents.wikitext.names.template_name`.
        parameters: Where parameters (``{{{1|…}}}``) start.
        references: The footnote tags in order.
        spans: The same as ``ends``, in order.
    """

    text: str
    ends: dict[int, int]
    templates: dict[int, str]
    parameters: set[int]
    references: list[Reference]
    spans: list[tuple[int, int]]

    def lines(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Spans of the lines of a stretch; a line goes on behind what is paired across its end."""
        text, spans = self.text, self.spans
        index = bisect_left(spans, (start, start))
        while start < end:
            stop = _line_end(text, start, end)
            while index < len(spans) and spans[index][0] < stop:
                if spans[index][1] > stop:
                    stop = _line_end(text, spans[index][1], end)
                index += 1
            yield start, stop
            start = stop + 1


def pair(text: str) -> Markup:
    """Pair all markup of a text; takes time in proportion to its length."""
    return _Pairing(text).result()


def _line_end(text: str, start: int, end: int) -> int:
    found = text.find("\n", start, end)
    return end if found < 0 else found


class _Pairing:
    """The state of one pass.

    What is open lies on a stack, as its start and its number of braces; a link has 0 braces. A
    footnote puts the stack aside until it ends.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends: dict[int, int] = {}
        self.templates: dict[int, str] = {}
        self.parameters: set[int] = set()
        self.references: list[Reference] = []
        self.stack: list[tuple[int, int]] = []
        self.open_braces = 0
        self.unclosed: set[str] = set()
        self.references_end = 0

    def result(self) -> Markup:
        self._stretch(0, len(self.text))
        spans = sorted(self.ends.items())
        return Markup(self.text, self.ends, self.templates, self.parameters, self.references, spans)

    def _stretch(self, position: int, limit: int) -> None:
        search, text, stack = _TOKEN.search, self.text, self.stack
        while token := search(text, position, limit):
            start, position = token.span()
            match text[start]:
                case "{":
                    stack.append((start, position - start))
                    self.open_braces += 1
                case "}":
                    self._close_braces(start, position)
                case "[":
                    if position - start == 2:
                        stack.append((start, 0))
                case "]":
                    if stack and stack[-1][1] == 0:
                        self._put(stack.pop()[0], position)
                case "<":
                    position = self._tag(token, limit)
                case _:
                    while stack and stack[-1][1] == 0:
                        stack.pop()

    def _put(self, start: int, end: int) -> bool:
        if len(self.stack) >= _DEEPEST:
            return False
        self.ends[start] = end
        return True

    def _close_braces(self, position: int, end: int) -> None:
        while end - position >= 2 and self.open_braces:
            start, braces = self.stack.pop()
            if not braces:
                continue  # a link that is still open within a template is none
            used = min(braces, end - position, 3)
            rest = braces - used
            if rest >= 2:
                self.stack.append((start, rest))
            else:
                self.open_braces -= 1
            position += used
            if self._put(start + rest, position):
                if used == 3:
                    self.parameters.add(start + rest)
                else:
                    self.templates[start + rest] = template_name(self.text, start + rest + 2)

    def _tag(self, token: re.Match[str], limit: int) -> int:
        start, position = token.span()
        if token[2] is None:  # a comment; without an end it hides all that follows
            found = self._find("-->", position, limit)
            self.ends[start] = limit if found < 0 else found + 3
            return self.ends[start]
        name = token[2].lower()
        if token[1]:
            return position
        if token[3].endswith("/"):
            self.ends[start] = position
            if name == "ref":
                self.references.append(Reference(start, position, token[3][:-1], None))
            return position
        if name == "ref":
            return self._reference(token, limit)
        end = self._closing(name, position, limit)
        if not end:
            return position
        self.ends[start] = end
        return position if name == "references" else end

    def _closing(self, name: str, position: int, limit: int) -> int:
        """Where the next closing tag ends, 0 if there is none."""
        if name in self.unclosed:
            return 0
        if name == "references" and position < self.references_end <= limit:
            return self.references_end
        closing = _CLOSING[name].search(self.text, position, limit)
        if closing is None:
            self.unclosed.add(name)
            return 0
        if name == "references":
            self.references_end = closing.end()
        return closing.end()

    def _find(self, literal: str, position: int, limit: int) -> int:
        if literal in self.unclosed:
            return -1
        found = self.text.find(literal, position, limit)
        if found < 0:
            self.unclosed.add(literal)
        return found

    def _reference(self, token: re.Match[str], limit: int) -> int:
        start, position = token.span()
        edge = _REFERENCE_EDGE.search(self.text, position, limit)
        if edge is None or not edge[1]:
            # Not closed: it ends with the line, or where the next footnote begins.
            end = _line_end(self.text, position, edge.start() if edge else limit)
            self.ends[start] = end
            return end
        self.ends[start] = edge.end()
        content = (position, edge.start())
        self.references.append(Reference(start, edge.end(), token[3], content))
        if content[0] < content[1]:
            outside = self.stack, self.open_braces, self.unclosed
            self.stack, self.open_braces, self.unclosed = [], 0, set()
            self._stretch(*content)
            self.stack, self.open_braces, self.unclosed = outside
        return edge.end()
