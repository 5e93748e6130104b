"""Prose put together piece by piece, each with the raw text that it comes from."""

import re
from itertools import accumulate

from pipeline.documents.model import Footnote, Prose, Run

_SPACES = re.compile(r" {2,}")


class Pieces:
    """Prose under construction.

    White space is a single space between words, as it is on a page.

    Attributes:
        raw: The raw text.
        parts: What was added: start and end in the raw text, and the words that this stands for;
            None if it stands for itself. None of them is empty.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.parts: list[tuple[int, int, str | None]] = []
        self._marks: list[tuple[int, int, int, str]] = []  # each before the part of this number

    def __bool__(self) -> bool:
        """Whether anything was added."""
        return bool(self.parts or self._marks)

    def verbatim(self, start: int, end: int) -> None:
        """Add a stretch of raw text as it is."""
        if start < end:
            self.parts.append((start, end, None))

    def words(self, text: str, start: int, end: int) -> None:
        """Add text that a stretch of raw text stands for as a whole."""
        if text:
            self.parts.append((start, end, text))

    def footnote(self, start: int, end: int, key: str) -> None:
        """Add a footnote mark."""
        self._marks.append((len(self.parts), start, end, key))

    def text(self) -> str:
        """What was added, with single spaces between the words."""
        raw = self.raw
        texts = [raw[a:b] if words is None else words for a, b, words in self.parts]
        return " ".join("".join(texts).split())

    def result(self) -> tuple[Prose, tuple[Footnote, ...]]:
        """The prose, and the footnote marks in it."""
        raw, parts = self.raw, self.parts
        texts = [raw[start:end] if words is None else words for start, end, words in parts]
        starts = list(accumulate(map(len, texts), initial=0))
        runs = [
            Run(prose, start, None if words is None else end)
            for prose, (start, end, words) in zip(starts, parts, strict=False)
        ]
        offsets = [starts[number] for number, *_ in self._marks]
        text = "".join(texts)
        if "  " in text or text[:1] == " " or text[-1:] == " ":
            kept = _kept(text)
            text = "".join(text[a:b] for a, b in kept)
            runs = _moved_runs(runs, kept)
            offsets = _moved_offsets(offsets, kept)
        footnotes = (
            Footnote(start, end, raw[start:end], key, offset)
            for (_, start, end, key), offset in zip(self._marks, offsets, strict=True)
        )
        return Prose(text, tuple(runs)), tuple(footnotes)


def _kept(text: str) -> list[tuple[int, int]]:
    """The stretches that stay when white space is made single and cut off at the ends."""
    start, end = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    kept = []
    for spaces in _SPACES.finditer(text, start, max(start, end)):
        kept.append((start, spaces.start() + 1))
        start = spaces.end()
    return [*kept, (start, end)] if start < end else kept


def _moved_runs(runs: list[Run], kept: list[tuple[int, int]]) -> list[Run]:
    moved: list[Run] = []
    length = index = 0
    for start, end in kept:
        while index + 1 < len(runs) and runs[index + 1].prose <= start:
            index += 1
        prose, raw, raw_end = runs[index]
        moved.append(Run(length, raw if raw_end else raw + start - prose, raw_end))
        while index + 1 < len(runs) and runs[index + 1].prose < end:
            index += 1
            prose, raw, raw_end = runs[index]
            moved.append(Run(length + prose - start, raw, raw_end))
        length += end - start
    return moved


def _moved_offsets(offsets: list[int], kept: list[tuple[int, int]]) -> list[int]:
    moved = []
    length = index = 0
    for offset in offsets:
        while index < len(kept) and kept[index][1] <= offset:
            length += kept[index][1] - kept[index][0]
            index += 1
        inside = max(0, offset - kept[index][0]) if index < len(kept) else 0
        moved.append(length + inside)
    return moved
