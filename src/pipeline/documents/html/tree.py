"""Elements made of tags, whatever state the markup is in.

A simplified form of the tree construction of the HTML standard: end tags that may be left out are
supplied, end tags without their start are passed over, and an end tag closes nothing beyond the
block or table cell in which it stands.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from pipeline.documents.html.tokens import Token, tokenise
from pipeline.documents.html.vocabulary import BLOCKS, CELLS, HEADINGS, ROW_GROUPS, VOID

_DEEPEST = 100
"""Elements that are nested more deeply become siblings; pages of this kind stay below 50."""

_TABLE_PARTS = CELLS | ROW_GROUPS | {"caption", "colgroup", "tr"}
_SCOPES = CELLS | {"caption", "table"}
_P = frozenset({"p"})
_ENDS_PARAGRAPH = BLOCKS - _TABLE_PARTS - {"body", "html", "legend", "optgroup", "option"}
_ENDED: Mapping[str, tuple[frozenset[str], frozenset[str]]] = MappingProxyType(
    {
        **dict.fromkeys(_ENDS_PARAGRAPH, (_P, _SCOPES)),
        "li": (frozenset({"li", "p"}), _SCOPES | {"ol", "ul", "menu", "dir"}),
        **{tag: (frozenset({"dd", "dt", "p"}), _SCOPES | {"dl"}) for tag in ("dd", "dt")},
        **{tag: (CELLS, frozenset({"table"})) for tag in CELLS},
        "tr": (frozenset({"tr", "caption", "colgroup"}), frozenset({"table"})),
        **{tag: (ROW_GROUPS | {"caption", "colgroup"}, frozenset({"table"})) for tag in ROW_GROUPS},
    }
)
"""By the tag that begins: the open elements that it ends, and those beyond which it ends none."""

_IN_HEAD = frozenset(
    "base basefont bgsound link meta noframes noscript script style template title".split()
)
_NEVER_CLOSED = frozenset({"body", "html"})
_NOT_IN_DATA = HEADINGS.keys() | {"table"}


class Text(NamedTuple):
    """Text within an element, by its offsets."""

    start: int
    end: int


@dataclass(slots=True)
class Element:
    """An element.

    Attributes:
        tag: Its name in lower case.
        attributes: Its attributes.
        start: Offset of its start tag.
        inner: Offset behind its start tag.
        end: Offset behind its end tag, or of whatever ends it without one.
        children: What stands in it, in order.
        classes: Its classes.
        holds_blocks: Of a table: whether another table or a heading stands in it.
    """

    tag: str
    attributes: Mapping[str, str]
    start: int
    inner: int
    end: int
    children: list["Element | Text"] = field(default_factory=list)
    classes: frozenset[str] = frozenset()
    holds_blocks: bool = False


def parse_tree(text: str) -> Element:
    """The elements of HTML, below one that stands for all of it and has an empty name."""
    builder = _Builder(text)
    for token in tokenise(text):
        if not token.tag:
            builder.open[-1].children.append(Text(token.start, token.end))
        elif token.is_end:
            builder.end_tag(token)
        else:
            builder.start_tag(token)
    builder.close_all()
    return builder.open[0]


def nodes(element: Element) -> Iterator["Element | Text"]:
    """An element and all elements and texts within it, in order."""
    pending: list[Element | Text] = [element]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, Element):
            pending += reversed(node.children)


def elements(element: Element) -> tuple[Element, ...]:
    """An element and all elements within it, in order."""
    found = []
    pending = [element]
    while pending:
        current = pending.pop()
        found.append(current)
        pending += [c for c in reversed(current.children) if isinstance(c, Element)]
    return tuple(found)


class _Builder:
    """The elements that are open, the outermost first."""

    def __init__(self, text: str) -> None:
        self.open = [Element("", {}, 0, 0, len(text))]
        self._count: Counter[str] = Counter()  # of open elements by tag

    def start_tag(self, token: Token) -> None:
        tag = token.tag
        if self.open[-1].tag == "head" and tag not in _IN_HEAD:
            self._close(len(self.open) - 1, token.start, token.start)
        if tag in _ENDED:
            ended, boundary = _ENDED[tag]
            if any(self._count[name] for name in ended):
                self._close(self._outermost(ended, boundary), token.start, token.start)
        classes = frozenset(token.attributes.get("class", "").split())
        element = Element(tag, token.attributes, token.start, token.end, token.end, classes=classes)
        self.open[-1].children.append(element)
        if tag in _NOT_IN_DATA:
            self._note_in_table()
        if tag not in VOID and len(self.open) <= _DEEPEST:
            self.open.append(element)
            self._count[tag] += 1

    def end_tag(self, token: Token) -> None:
        tag = token.tag
        if not self._count[tag] or tag in _NEVER_CLOSED:
            return
        if tag in _TABLE_PARTS:
            boundary = frozenset({"table"})
        elif tag == "table":
            boundary = frozenset()
        else:
            boundary = _SCOPES if tag in BLOCKS else BLOCKS
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag == tag:
                self._close(index, token.start, token.end)
                return
            if self.open[index].tag in boundary:
                return

    def close_all(self) -> None:
        end = self.open[0].end
        self._close(1, end, end)

    def _outermost(self, tags: frozenset[str], boundary: frozenset[str]) -> int:
        """Index of the outermost open element of some tags within a boundary."""
        found = len(self.open)
        for index in range(len(self.open) - 1, 0, -1):
            tag = self.open[index].tag
            if tag in boundary and tag not in tags:
                break
            if tag in tags:
                found = index
        return found

    def _close(self, index: int, inner_end: int, end: int) -> None:
        """Close the open elements from an index on; an end tag belongs to the outermost."""
        for element in self.open[index:]:
            element.end = inner_end
            self._count[element.tag] -= 1
        if index < len(self.open):
            self.open[index].end = end
        del self.open[index:]

    def _note_in_table(self) -> None:
        if self._count["table"]:
            table = next(e for e in reversed(self.open) if e.tag == "table")
            table.holds_blocks = True
