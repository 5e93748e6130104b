"""Headings, paragraphs and tables of the content of a page."""

from collections.abc import Collection
from dataclasses import dataclass

from pipeline.documents.html.elements import is_left_out
from pipeline.documents.html.phrase import Phrase
from pipeline.documents.html.source import Source
from pipeline.documents.html.tables import is_data, read_table
from pipeline.documents.html.tree import Element, Text
from pipeline.documents.html.vocabulary import BLOCKS, HEADINGS
from pipeline.documents.model import Line, Paragraph, Table


@dataclass(frozen=True, slots=True)
class Blocks:
    """What stands in the content of a page, in order.

    Attributes:
        headings: Its headings.
        paragraphs: Its paragraphs.
        tables: Its tables.
    """

    headings: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]


def read_blocks(
    source: Source, content: Element, title: Element | None, notes: Collection[str]
) -> Blocks:
    """Read the content of a page.

    Args:
        source: The HTML.
        content: The element that holds the content.
        title: The element that is the title of the page, which is no heading.
        notes: Identifiers of the elements that are footnotes, which are no paragraphs.
    """
    flow = _Flow(source, title, notes)
    flow.children(content)
    flow.end_paragraph()
    return Blocks(tuple(flow.headings), tuple(flow.paragraphs), tuple(flow.tables))


class _Flow:
    def __init__(self, source: Source, title: Element | None, notes: Collection[str]) -> None:
        self.headings: list[Line] = []
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self._source = source
        self._title = title
        self._notes = notes
        self._above: list[tuple[int, str]] = []  # level and text of the headings
        self._phrase = Phrase(source)
        self._after_break = False

    def children(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, Text):
                self._text(child)
            elif child.tag in BLOCKS:
                self.end_paragraph()
                self._block(child)
                self.end_paragraph()
            elif child.tag == "br":
                self._break(child)
            elif not self._phrase.mark(child) and not self._is_apart(child):
                self.children(child)

    def end_paragraph(self) -> None:
        if not self._phrase.is_empty:
            paragraph = self._phrase.paragraph(self._headings_above(), 0)
            if paragraph.prose.text:
                self.paragraphs.append(paragraph)
        self._phrase = Phrase(self._source)
        self._after_break = False

    def _text(self, text: Text) -> None:
        if self._after_break:
            self._after_break = self._source.text[text.start : text.end].isspace()
        self._phrase.text(text.start, text.end)

    def _break(self, element: Element) -> None:
        """A single line break is a space, two in a row divide paragraphs."""
        if self._after_break:
            self.end_paragraph()
        else:
            self._phrase.gap(element.start, element.end)
            self._after_break = True

    def _block(self, element: Element) -> None:
        if element is self._title or self._is_apart(element):
            return
        if element.tag in HEADINGS:
            self._heading(element)
        elif element.tag == "table" and is_data(element):
            self.tables.append(read_table(self._source, element, self._headings_above()))
        else:
            self.children(element)

    def _heading(self, element: Element) -> None:
        phrase = Phrase(self._source)
        phrase.element(element)
        line = phrase.line()
        if line is not None:
            level = HEADINGS[element.tag]
            self._above = [above for above in self._above if above[0] < level]
            self._above.append((level, line.prose.text))
            self.headings.append(line)

    def _headings_above(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._above)

    def _is_apart(self, element: Element) -> bool:
        return is_left_out(element) or element.attributes.get("id") in self._notes
