"""Excerpts of wikitext: the lines that may tell something, with what they need to be understood.

A line is kept with the whole paragraph, table or template that it stands in, the headings above
it, the nearest text before it in its section that names a year (a date may lean on it), and the
lines that spell out its abbreviations. Of all other text the footnotes are kept, so that those of
the excerpt are numbered as on the page. A document that is parsed from an excerpt has offsets into
the whole text.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.documents.prefilter import near_prose
from pipeline.documents.wikitext.notes import NOTE_TEMPLATES, SHORT_NOTES

Stretch = tuple[int, int]

_NESTING = re.compile(
    r"(?P<template>\{\{)|(?P<table>^[ \t:*]{0,9}\{\|)|(?P<comment><!--)"
    r"|(?P<ref><ref\b[^<>]{0,300}(?<!/)>)"
    r"|(?P<template_end>\}\})|(?P<table_end>^[ \t]{0,9}\|\}(?!\}))|(?P<comment_end>-->)"
    r"|(?P<ref_end></ref\s{0,3}>)",
    re.MULTILINE | re.IGNORECASE,
)
_TEMPLATES = "|".join(map(re.escape, sorted({*NOTE_TEMPLATES, *SHORT_NOTES, "r", "#tag:ref"})))
_TAG = re.compile(r"<(?i:ref)\b[^<>]{0,300}?(?P<single>/)?>")
_TEMPLATE = re.compile(rf"(?P<template>\{{\{{[ ]?(?i:{_TEMPLATES})[ ]?(?=[|}}]))")
_TAG_OR_TEMPLATE = re.compile(f"{_TAG.pattern}|{_TEMPLATE.pattern}")
_BRACES = re.compile(r"\{\{|\}\}")
_PAIRS = (("{{", "}}"), ("\n{|", "\n|}"), ("<!--", "-->"))
_FOOTNOTE_CLOSED = re.compile(r"/>|</ref", re.IGNORECASE)
_FOOTNOTE_END = re.compile(r"</ref\s{0,3}>", re.IGNORECASE)
_LONGEST_HEADING = 300
_HEADING = re.compile(rf"\n(={{1,6}})[^=\n].{{0,{_LONGEST_HEADING}}}?=[ \t]*$", re.MULTILINE)
_NAME = re.compile(r"""\bname\s{0,3}=\s{0,3}["']?([^"'/<>|]{1,100})""", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_SHORT_NAME = re.compile(r"\b[A-Z][A-Z&-]{1,9}\b")
_LINE_OF_ITS_OWN = tuple("*#:;={|!}")
_BETWEEN = "\n\n"
#: With more lines than this, finding all blocks once is quicker than a look for each line.
_CROWD = 20
#: A date that stands more characters before a paragraph than this says little of it.
_FAR = 5000


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Stretches of a text, in order and without overlap, laid end to end.

    Attributes:
        text: What they hold, with an empty line wherever something was left out.
        starts: Where each stretch begins in ``text``.
        origins: Where each begins in the whole text.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """Where in the whole text a character of the excerpt stands."""
        index = bisect_right(self.starts, offset) - 1
        return self.origins[index] + offset - self.starts[index]


def excerpt(text: str, lines: Sequence[Stretch], surveys: Sequence[int] = ()) -> Excerpt:
    """The excerpt of a wikitext around some of its lines.

    Args:
        text: The whole text.
        lines: Lines that may tell something.
        surveys: Where the text speaks of a survey; of tables the section of which does, or that
            do themselves, everything is kept.
    """
    page = _Page(text, is_crowded=len(lines) + len(surveys) > _CROWD)
    units: list[Stretch] = []
    for line in (*lines, *page.tables_after(surveys)):
        if not (units and units[-1][0] <= line[0] < units[-1][1]):
            units.append(page.unit(*line))
    wanted = _merged([*units, *(around for unit in units for around in page.context(unit))])
    return _laid_out(text, wanted, list(page.footnotes_outside(wanted)))


class _Page:
    """A wikitext and where its parts are, each found when it is first asked for."""

    def __init__(self, text: str, *, is_crowded: bool) -> None:
        self.text = text
        self.is_crowded = is_crowded

    @cached_property
    def blocks(self) -> list[tuple[int, int, str]]:
        """The outermost tables, templates, comments and footnotes, by their beginnings."""
        closed: list[tuple[int, int, str]] = []
        opened: list[tuple[str, int]] = []
        count: Counter[str] = Counter()
        for token in _NESTING.finditer(self.text):
            kind = token.lastgroup or ""
            if not kind.endswith("_end"):
                opened.append((kind, token.start()))
                count[kind] += 1
            elif count[kind.removesuffix("_end")]:
                name, start = opened.pop()
                while name != kind.removesuffix("_end"):  # what was opened within never closes
                    count[name] -= 1
                    name, start = opened.pop()
                count[name] -= 1
                closed.append((start, token.end(), name))
        outermost: list[tuple[int, int, str]] = []
        for block in sorted(closed):
            if not outermost or block[0] >= outermost[-1][1]:
                outermost.append(block)
        return outermost

    @cached_property
    def headings(self) -> list[tuple[int, int, int]]:
        """Start, end and level of each heading."""
        first = _HEADING.match("\n" + self.text[:_LONGEST_HEADING])
        later = [(m.start(1), m.end(), len(m[1])) for m in _HEADING.finditer(self.text)]
        return [(0, first.end() - 1, len(first[1])), *later] if first else later

    def unit(self, start: int, end: int) -> Stretch:
        """The lines of the paragraph, table or template that a stretch stands in."""
        known, wider = (-1, -1), self._whole_lines(start, end)
        while wider != known:
            known, wider = wider, self._around_blocks(*self._paragraph(*wider))
        return wider

    def _paragraph(self, start: int, end: int) -> Stretch:
        """Whole lines with those before and behind them that belong to the same paragraph."""
        while self._goes_on(start):
            start = self._whole_lines(start - 1, start)[0]
        while self._goes_on(end + 1):
            end = self._whole_lines(end + 1, end + 1)[1]
        return start, end

    def _whole_lines(self, start: int, end: int) -> Stretch:
        last = self.text.find("\n", end)
        return self.text.rfind("\n", 0, start) + 1, last if last >= 0 else len(self.text)

    def _around_blocks(self, start: int, end: int) -> Stretch:
        """The stretch with the whole of each block that it cuts."""
        if not (self.is_crowded or self._is_inside(start) or self._is_inside(end)):
            return start, end
        index = max(bisect_right(self.blocks, start, key=lambda block: block[0]) - 1, 0)
        for first, last, _ in self.blocks[index:]:
            if first >= end:
                break
            if first < start < last or first < end < last:
                start, end = self._whole_lines(min(start, first), max(end, last))
        return start, end

    def _is_inside(self, offset: int) -> bool:
        """Whether more blocks were opened than closed before an offset: a quick look."""
        before = self.text.count
        footnote = self.text.rfind("<ref", 0, offset)
        return any(before(o, 0, offset) != before(c, 0, offset) for o, c in _PAIRS) or (
            footnote >= 0 and not _FOOTNOTE_CLOSED.search(self.text, footnote, offset)
        )

    def _goes_on(self, start: int) -> bool:
        """Whether a line goes on with the paragraph of the line before it."""
        if not 0 < start < len(self.text):
            return False
        before = self.text.rfind("\n", 0, start - 1) + 1
        return all(
            self._is_filled(line) and not self.text.startswith(_LINE_OF_ITS_OWN, line)
            for line in (before, start)
        )

    def _is_filled(self, start: int) -> bool:
        end = self.text.find("\n", start)
        return bool(self.text[start : end if end >= 0 else len(self.text)].strip())

    def context(self, unit: Stretch) -> Iterator[Stretch]:
        """What is needed to understand a unit: headings, a date before it, names in full."""
        level, section = 7, 0
        for start, end, depth in reversed(self.headings):
            if start < unit[0] and depth < level:
                yield start, end
                level, section = depth, max(section, end)
        yield from self._dated_before(section, unit[0])
        for name in set(_SHORT_NAME.findall(self.text, *unit)):
            at = self.text.find(f"({name})")
            if at >= 0:
                yield self.unit(at, at)

    def _dated_before(self, section: int, end: int) -> Iterator[Stretch]:
        """The nearest paragraph of a section before a place that names a year."""
        section = max(section, end - _FAR)
        while end > section:
            start, end = self._whole_lines(end - 1, end - 1)
            line = self.text[start:end]
            has_year = _YEAR.search(line) and not line.startswith(_LINE_OF_ITS_OWN)
            if has_year and _YEAR.search(near_prose(line)):
                yield self.unit(start, end)
                return
            end = start

    def tables_after(self, surveys: Sequence[int]) -> Iterator[Stretch]:
        """The tables before the ends of which their section speaks of a survey."""
        for start, end, kind in self.blocks if surveys else ():
            if kind == "table":
                index = bisect_right(self.headings, start, key=lambda heading: heading[0]) - 1
                section = self.headings[index][0] if index >= 0 else 0
                if any(section <= survey < end for survey in surveys):
                    yield start, end

    def footnotes_outside(self, wanted: Sequence[Stretch]) -> Iterator[Stretch]:
        """The footnotes outside some stretches; of those that are not named there only the tags."""
        names = {name[1] for span in wanted for name in _NAME.finditer(self.text, *span)}
        comments = self.blocks if "<!--" in self.text else []
        hidden = ((start, end) for start, end, kind in comments if kind == "comment")
        end_of_text = (len(self.text), len(self.text))
        edges = [(0, 0), *_merged([*wanted, *hidden]), end_of_text]
        for (_, start), (end, _) in pairwise(edges):
            position = start
            while note := self._footnote.search(self.text, position, end):
                if note.lastgroup == "template":
                    position = self._template_end(note.start(), end)
                    yield note.start(), position
                    continue
                close = None if note["single"] else _FOOTNOTE_END.search(self.text, note.end(), end)
                position = (close or note).end()
                name = _NAME.search(note[0])
                if close is None:
                    if note["single"]:
                        yield note.span()
                elif name and name[1] in names:
                    yield note.start(), position
                else:
                    yield note.span()
                    yield close.span()

    @cached_property
    def _footnote(self) -> re.Pattern[str]:
        """What a footnote begins with; searching for tags alone is several times as fast."""
        return _TAG_OR_TEMPLATE if _TEMPLATE.search(self.text) else _TAG

    def _template_end(self, start: int, limit: int) -> int:
        depth = 0
        for brace in _BRACES.finditer(self.text, start, limit):
            depth += 1 if brace[0] == "{{" else -1
            if depth == 0:
                return brace.end()
        return limit


def _merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches in order, those joined that overlap."""
    merged: list[Stretch] = []
    for start, end in sorted(stretches):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif start < end:
            merged.append((start, end))
    return merged


def _laid_out(text: str, units: Sequence[Stretch], footnotes: Sequence[Stretch]) -> Excerpt:
    """Lay stretches end to end: each unit between empty lines, footnotes one behind the other."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    ordered = sorted([*((*unit, True) for unit in units), *((*note, False) for note in footnotes)])
    after_unit = False
    for start, end, is_unit in ordered:
        gap = _BETWEEN if is_unit or after_unit else ""
        starts.append(length + len(gap))
        parts += (gap, text[start:end])
        length += len(gap) + end - start
        after_unit = is_unit
    return Excerpt("".join(parts), tuple(starts), tuple(start for start, _, _ in ordered))
