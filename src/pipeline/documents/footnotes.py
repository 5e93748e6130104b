"""Footnote marks as they come out when an encyclopedia page is copied as text.

A mark stands in square brackets directly behind the text that it supports: ``[12]``, ``[a]``,
``[note 3]``, ``[citation needed]``. Square brackets also hold what an editor put into a quotation
("consider[ing]", "[t]he", "vote[s]", "[sic]"); those are text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.documents.cleanup_tags import is_cleanup_tag
from pipeline.documents.model import Footnote, Prose, Run

_BRACKETS = re.compile(r"\[([^\[\]\r\n]{1,40})\]")
_LETTERS = re.compile(r"[a-z]|[A-Z]|a[a-z]|A[A-Z]")
_KEY = re.compile(
    r"[1-9][0-9]{0,3}"  # 12
    r"|[ivx]{2,5}|[IVX]{2,5}"  # iv
    r"|[A-Za-z][A-Za-z-]{0,19} [1-9][0-9]{0,3}"  # note 3, lower-alpha 1
)
_OPENING = frozenset("([{<“‘«„‚¿¡/")
_STRAIGHT_QUOTES = frozenset("\"'")

# "[1]: 23" and "[1]: 23–25" give pages of the source. A colon behind a mark may also introduce
# something, so this counts only where the text before the mark has come to a stop.
_STOPS = frozenset(".,;!?")
_PAGE = r"[0-9]{1,4}(?:[–-][0-9]{1,4})?"
_PAGES = re.compile(rf":\s?{_PAGE}(?:, ?{_PAGE}){{0,5}}(?![0-9%])(?:\s(?=\[))?")

_INFLECTIONS = frozenset("dernsty")
"""Letters that quoting editors add to words, as in "vote[s]", "serve[d]", "the[n]", "the[y]"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark in raw text: ``raw[start:end]``, with its key."""

    start: int
    end: int
    key: str


def find_marks(raw: str) -> tuple[Mark, ...]:
    """The footnote marks of plain text, in order.

    Pass a document as a whole: letters are told from insertions into quotations by their place
    and by the letters used before.
    """
    return tuple(_marks(raw))


def remove_marks(
    raw: str, start: int, end: int, marks: Sequence[Mark]
) -> tuple[Prose, tuple[Footnote, ...]]:
    """The prose of a paragraph and its footnotes.

    Args:
        raw: The raw text.
        start: First character of the paragraph.
        end: Character after its last one.
        marks: The marks within the paragraph, in order.
    """
    pieces: list[str] = []
    runs: list[Run] = []
    footnotes: list[Footnote] = []
    length = 0
    position = start
    for mark in marks:
        if position < mark.start:
            pieces.append(raw[position : mark.start])
            runs.append(Run(length, position))
            length += mark.start - position
        text = raw[mark.start : mark.end]
        footnotes.append(Footnote(mark.start, mark.end, text, mark.key, length))
        position = mark.end
    if position < end:
        pieces.append(raw[position:end])
        runs.append(Run(length, position))
    return Prose("".join(pieces), tuple(runs)), tuple(footnotes)


def _marks(raw: str) -> Iterator[Mark]:
    letters: set[str] = set()
    group_start = group_end = -1  # of the marks that stand together without text between
    for match in _BRACKETS.finditer(raw):
        start, end = match.span()
        anchor = group_start if start == group_end else start
        if not _is_attached(raw, anchor):
            continue
        key = match[1].replace("\u00a0", " ")
        if _LETTERS.fullmatch(key):
            if not _is_letter_mark(raw, key, anchor, end, letters):
                continue
            letters.add(key)
        elif not (_KEY.fullmatch(key) or is_cleanup_tag(key)):
            continue
        if raw[anchor - 1] in _STOPS and (pages := _PAGES.match(raw, end)):
            end = pages.end()
        yield Mark(start, end, key)
        group_start, group_end = anchor, end


def _is_attached(raw: str, anchor: int) -> bool:
    """Whether text that a mark can support stands directly before an offset."""
    before = raw[anchor - 1 : anchor]
    if before in _STRAIGHT_QUOTES:  # closes only if it stands behind something itself
        before = raw[anchor - 2 : anchor - 1]
    return bool(before) and not before.isspace() and before not in _OPENING


def _is_letter_mark(raw: str, key: str, anchor: int, end: int, seen: set[str]) -> bool:
    before, after = raw[anchor - 1], raw[end : end + 1]
    if after.islower() or (after.isalnum() and before.isalnum()):
        return False  # "[t]he", "re[c]eived"
    ambiguous = len(key) > 1 or (before.isalpha() and key in _INFLECTIONS)
    return not ambiguous or _predecessor(key) in seen


def _predecessor(key: str) -> str:
    """The key before one, in the order a to z, aa to az."""
    if key in {"aa", "AA"}:
        return "z" if key == "aa" else "Z"
    return key[:-1] + chr(ord(key[-1]) - 1)
