"""Prose collected from the text and elements of a paragraph, line or cell."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.documents.html.elements import is_left_out, mark_key
from pipeline.documents.html.source import Source
from pipeline.documents.html.tree import Element, Text
from pipeline.documents.html.vocabulary import BLOCKS
from pipeline.documents.model import Footnote, Line, Paragraph, Prose, Run
from pipeline.documents.paragraphs import build_paragraph

_SPACE = " \t\n\r\f"
_NOT_VERBATIM = re.compile(
    rf"[{_SPACE}]{{2,}}|[\t\n\r\f]"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
)


class Phrase:
    """The prose of one paragraph, line or cell while it is collected.

    White space becomes one space between words, as browsers show it.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._behind = 0  # offset in the HTML behind the last piece
        self._gap: tuple[int, int] | None = None  # white space before what comes next
        self._footnotes: list[Footnote] = []

    @property
    def is_empty(self) -> bool:
        """Whether no prose has been collected."""
        return not self._pieces

    def text(self, start: int, end: int) -> None:
        """Add text of the HTML, which may hold character references."""
        text = self._source.text
        position = start
        for match in _NOT_VERBATIM.finditer(text, start, end):
            self._verbatim(position, match.start())
            position = match.end()
            value = html.unescape(match[0]) if match[0][0] == "&" else " "
            if value == match[0]:
                self._verbatim(match.start(), position)
            elif value.strip(_SPACE):
                self._replaced(value, match.start(), position)
            elif value:
                self.gap(match.start(), position)
        self._verbatim(position, end)

    def gap(self, start: int, end: int) -> None:
        """Keep apart what stands before and behind a stretch of the HTML, unless it is empty."""
        start = max(start, self._behind)
        if self._gap is None and self._length and start < end:
            self._gap = (start, end)

    def element(self, element: Element) -> None:
        """Add all that readers see of an element, blocks kept apart and tables left out."""
        for child in element.children:
            if isinstance(child, Text):
                self.text(child.start, child.end)
            elif child.tag != "table" and not self.mark(child) and not is_left_out(child):
                is_apart = child.tag == "br" or child.tag in BLOCKS
                if is_apart:
                    self.gap(child.start, child.inner)
                self.element(child)
                if is_apart:
                    self.gap(child.start, child.end)

    def mark(self, element: Element) -> bool:
        """Add an element if it is a footnote mark; tell whether it is one."""
        key = mark_key(self._source.text, element)
        if key:
            start, end = self._raw_span(element.start, element.end)
            raw = self._source.raw[start:end]
            self._footnotes.append(Footnote(start, end, raw, key, self._length))
        return key is not None

    def line(self) -> Line | None:
        """What was collected as a title or heading, None if that is nothing."""
        prose, _ = self._finish()
        if not prose.text:
            return None
        start, end = prose.raw_span(0, len(prose.text))
        return Line(start, end, self._source.raw[start:end], prose)

    def paragraph(self, headings: tuple[str, ...], offset: int) -> Paragraph:
        """What was collected as a paragraph.

        Args:
            headings: The headings above it.
            offset: Where in the HTML an empty one stands.
        """
        prose, footnotes = self._finish()
        spans = [prose.raw_span(0, len(prose.text))] if prose.text else []
        spans += [(note.start, note.end) for note in footnotes]
        empty = self._source.raw_offset(offset)
        start = min((s for s, _ in spans), default=empty)
        end = max((e for _, e in spans), default=empty)
        return build_paragraph(
            self._source.raw, start, end, headings, prose, footnotes, is_markup=True
        )

    def words(self) -> str:
        """What was collected as mere text."""
        return self._finish()[0].text

    def _verbatim(self, start: int, end: int) -> None:
        """Add text without character references; white space in it is single spaces."""
        if start == end:
            return
        text = self._source.text
        first = start + (text[start] == " ")
        last = end - (first < end and text[end - 1] == " ")
        self.gap(start, first)
        if first < last:
            self._fill_gap()
            runs = self._source.runs(self._length, first, last)
            self._append(text[first:last], runs, last)
            self.gap(last, end)

    def _replaced(self, value: str, start: int, end: int) -> None:
        """Add what a stretch of the HTML stands for as a whole."""
        self._fill_gap()
        self._append(value, (Run(self._length, *self._raw_span(start, end)),), end)

    def _fill_gap(self) -> None:
        if self._gap is not None:
            start, end = self._gap
            self._gap = None
            if self._source.text[start:end] == " ":
                self._append(" ", self._source.runs(self._length, start, end), end)
            else:
                self._append(" ", (Run(self._length, *self._raw_span(start, end)),), end)

    def _append(self, piece: str, runs: Iterable[Run], behind: int) -> None:
        for run in runs:
            if not (self._runs and _goes_on(self._runs[-1], run)):
                self._runs.append(run)
        self._pieces.append(piece)
        self._length += len(piece)
        self._behind = behind

    def _raw_span(self, start: int, end: int) -> tuple[int, int]:
        return self._source.raw_offset(start), self._source.raw_offset(end)

    def _finish(self) -> tuple[Prose, tuple[Footnote, ...]]:
        text = "".join(self._pieces)
        length = len(text.rstrip())
        first = length - len(text[:length].lstrip())
        if (first, length) == (0, len(text)):
            return Prose(text, tuple(self._runs)), tuple(self._footnotes)
        prose = Prose(text[first:length], _cut(self._runs, first, length))
        notes = tuple(
            replace(note, prose_offset=min(max(note.prose_offset - first, 0), length - first))
            for note in self._footnotes
        )
        return prose, notes


def _goes_on(run: Run, following: Run) -> bool:
    """Whether a run only goes on with the one before it."""
    if run.raw_end is not None or following.raw_end is not None:
        return False
    return following.raw - run.raw == following.prose - run.prose


def _cut(runs: Sequence[Run], first: int, end: int) -> tuple[Run, ...]:
    """The runs of ``prose[first:end]``."""
    before = bisect_right(runs, first, key=lambda run: run.prose) - 1
    kept = []
    for run in runs[max(before, 0) :]:
        if run.prose >= end:
            break
        skipped = max(first - run.prose, 0)
        raw = run.raw + (skipped if run.raw_end is None else 0)
        kept.append(Run(run.prose + skipped - first, raw, run.raw_end))
    return tuple(kept)
