"""Lines of wikitext, made into headings, paragraphs and tables."""

import re

from pipeline.documents.model import Line, Paragraph, Table
from pipeline.documents.paragraphs import build_paragraph
from pipeline.documents.wikitext.arguments import Arguments, arguments, numbered, strip
from pipeline.documents.wikitext.inline import Renderer, shown_argument
from pipeline.documents.wikitext.pieces import Pieces
from pipeline.documents.wikitext.tables import Lines, OpenCell, OpenTable
from pipeline.documents.wikitext.tags import BLOCK_TAG
from pipeline.documents.wikitext.templates import BLOCK_LISTS, QUOTES, Show, action_of

_BLOCK_TAG_OR_MARKUP = re.compile(rf"{BLOCK_TAG.pattern}|\{{\{{|\[\[|<")
_TERM = re.compile(r"([^{}\[\]<:\n]+?) : ")
"""A term with its definition on the same line."""

_LIST_MARKS = "*#:;"
_DEEPEST_HEADING = 6
_DEEPEST_TABLE = 8
"""Tables within tables beyond this depth are read as text of their cells."""


class Blocks:
    """Reads the lines of one document and keeps what they make.

    Attributes:
        headings: Its headings in order.
        paragraphs: Its paragraphs in order, those of cells not among them.
        tables: Its tables, in the order in which they end.
    """

    def __init__(self, renderer: Renderer) -> None:
        self.headings: list[Line] = []
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self._renderer = renderer
        self._markup = renderer.markup
        self._text = renderer.text
        self._above: list[tuple[int, str]] = []  # levels and words of the headings above
        self._lines: Lines = []  # of the paragraph that is being read
        self._open: list[OpenTable] = []
        self._too_deep = 0

    def read(self, start: int, end: int) -> None:
        """Read all lines of a stretch."""
        for line in self._markup.lines(start, end):
            self._line(*self._without_comments(*line))
        self._flush()

    def finish(self) -> None:
        """Close what the document leaves open at its end."""
        self._close_tables(len(self._text.rstrip()))

    def _without_comments(self, start: int, end: int) -> tuple[int, int, bool]:
        """A line without white space and comments at its ends, and whether there were comments."""
        text, ends = self._text, self._markup.ends
        commented = False
        start, end = strip(text, start, end)
        while text.startswith("<!--", start, end):
            start, end = strip(text, min(ends[start], end), end)
            commented = True
        while text.endswith("-->", start, end):
            opening = text.rfind("<!--", start, end)
            if opening < 0 or ends.get(opening) != end:
                break
            start, end = strip(text, start, opening)
            commented = True
        return start, end, commented

    def _line(self, start: int, end: int, commented: bool) -> None:
        if start == end:
            if not commented:  # a line of comments does not part paragraphs
                self._flush()
            return
        first = self._text[start]
        if first == "=" and self._heading(start, end):
            return
        if first == "{" and self._text.startswith("{|", start):
            self._open_table(start)
        elif self._open and first in "|!" and not self._text.startswith("{{", start):
            self._table_line(first, start, end)
        elif first in _LIST_MARKS:
            self._item(start, end)
        elif first == "-" and self._text.startswith("----", start):
            self._flush()
            rest = self._text[start:end].lstrip("-")
            self._prose(end - len(rest), end)
        elif first == "|" and self._text[start + 1 : start + 2] in {"-", "}", "+"}:
            self._flush()  # left over from a table
        elif first in "{[" and self._markup.ends.get(start) == end:
            self._lone_markup(start, end)
        else:
            if self._text[start - 1 : start] in {" ", "\t"}:  # indented: each line by itself
                self._flush()
            self._prose(start, end)

    def _heading(self, start: int, end: int) -> bool:
        text = self._text[start:end]
        level = min(len(text) - len(text.lstrip("=")), len(text) - len(text.rstrip("=")))
        level = min(level, _DEEPEST_HEADING, (len(text) - 1) // 2)
        if not level:
            return False
        pieces = Pieces(self._text)
        self._renderer.inline(start + level, end - level, pieces)
        prose, _ = pieces.result()
        if not prose.text:
            return False
        self._flush()
        self._close_tables(start)
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        self._above.append((level, prose.text))
        start, end = strip(self._text, start + level, end - level)
        self.headings.append(Line(start, end, self._text[start:end], prose))
        return True

    def _item(self, start: int, end: int) -> None:
        """An item of a list: a paragraph of its own, or a table that is indented."""
        self._flush()
        is_term = self._text[start] == ";"
        rest = self._text[start:end].lstrip(_LIST_MARKS + " \t")
        start = end - len(rest)
        if is_term and (term := _TERM.match(self._text, start, end)):
            self._prose(*term.span(1))
            self._flush()
            start = term.end()
        if rest.startswith("{|"):
            self._open_table(start)
        else:
            self._prose(start, end)
            self._flush()

    def _lone_markup(self, start: int, end: int) -> None:
        """A line that is one template or link: a block of its own, or part of a paragraph."""
        name = self._markup.templates.get(start, "")
        if (name in QUOTES or name in BLOCK_LISTS) and not self._open:
            self._flush()
            for span in _shown(name, arguments(self._markup, start)):
                self.read(*span)
            return
        pieces = Pieces(self._text)
        self._renderer.inline(start, end, pieces)
        if pieces:
            self._add(start, end)
        elif not self._open:
            self._flush()

    def _prose(self, start: int, end: int) -> None:
        """Add a line of prose; tags of blocks part it."""
        if not self._open and BLOCK_TAG.search(self._text, start, end):
            position = start
            while token := _BLOCK_TAG_OR_MARKUP.search(self._text, position, end):
                at, position = token.span()
                if token[0][-1] != ">" or at in self._markup.ends:
                    position = self._markup.ends.get(at, at + 1)
                else:
                    self._add(start, at)
                    self._flush()
                    start = position
        self._add(start, end)

    def _add(self, start: int, end: int) -> None:
        start, end = strip(self._text, start, end)
        if start < end:
            if self._open:
                self._open[-1].text(start, end)
            else:
                self._lines.append((start, end))

    def _flush(self) -> None:
        """End the paragraph that is being read."""
        if self._lines:
            lines, self._lines = self._lines, []
            paragraph = self._paragraph(lines[0][0], lines[-1][1], lines, self._headings())
            if paragraph.prose.text:
                self.paragraphs.append(paragraph)

    def _headings(self) -> tuple[str, ...]:
        return tuple(words for _, words in self._above)

    def _paragraph(
        self, start: int, end: int, lines: Lines, headings: tuple[str, ...]
    ) -> Paragraph:
        pieces = Pieces(self._text)
        behind = None
        for line in lines:
            if behind is not None:
                pieces.words(" ", behind, line[0])
            self._renderer.inline(*line, pieces)
            behind = line[1]
        prose, footnotes = pieces.result()
        return build_paragraph(self._text, start, end, headings, prose, footnotes, is_markup=True)

    def _open_table(self, start: int) -> None:
        self._flush()
        if len(self._open) >= _DEEPEST_TABLE:
            self._too_deep += 1
        else:
            self._open.append(OpenTable(self._markup, start, self._headings()))

    def _table_line(self, first: str, start: int, end: int) -> None:
        table = self._open[-1]
        second = self._text[start + 1 : start + 2]
        if first == "!":
            table.cells(start + 1, end, is_header=True)
        elif second == "}":
            if self._too_deep:
                self._too_deep -= 1
            else:
                self._close_table(start + 2)
            self._prose(start + 2, end)
        elif second == "-":
            table.row()
        elif second == "+":
            table.captioned(start + 2, end)
        else:
            table.cells(start + 1, end, is_header=False)

    def _close_table(self, end: int) -> None:
        table = self._open.pop()

        def paragraph(cell: OpenCell) -> Paragraph:
            return self._paragraph(cell.start, cell.end, cell.lines, table.headings)

        self.tables.append(table.closed(end, paragraph))

    def _close_tables(self, end: int) -> None:
        """Close tables that are still open: a heading or the end of the document ends them."""
        self._too_deep = 0
        while self._open:
            self._close_table(max(end, self._open[-1].start + 2))


def _shown(name: str, given: Arguments) -> list[tuple[int, int]]:
    action = action_of(name)
    if isinstance(action, Show):
        return [shown_argument(given, action)]
    return numbered(given)
