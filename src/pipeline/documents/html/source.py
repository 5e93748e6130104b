"""The HTML to be read and the way back from it to the raw text."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.documents.model import Run


@dataclass(frozen=True, slots=True)
class Source:
    """HTML that stands in raw text, as it is or with some characters escaped.

    Attributes:
        raw: The raw text.
        text: The HTML.
        first: Raw offset of its first character.
        escaped: Offsets in ``text`` of the characters that the raw text escapes, ascending.
        escape_ends: Raw offset behind each of those escapes.
    """

    raw: str
    text: str
    first: int = 0
    escaped: tuple[int, ...] = ()
    escape_ends: tuple[int, ...] = ()

    def raw_offset(self, offset: int) -> int:
        """Where a character of the HTML begins in the raw text, or the one before it ends."""
        before = bisect_left(self.escaped, offset) - 1
        if before < 0:
            return self.first + offset
        return self.escape_ends[before] + offset - self.escaped[before] - 1

    def runs(self, prose: int, start: int, end: int) -> Iterator[Run]:
        """The runs of prose that consists of ``text[start:end]``.

        Args:
            prose: Offset of its first character in the prose.
            start: First character in the HTML.
            end: Character after its last one there.
        """
        position = start
        for index in range(bisect_left(self.escaped, start), bisect_left(self.escaped, end)):
            offset = self.escaped[index]
            if position < offset:
                yield Run(prose + position - start, self.raw_offset(position))
            yield Run(prose + offset - start, self.raw_offset(offset), self.escape_ends[index])
            position = offset + 1
        if position < end:
            yield Run(prose + position - start, self.raw_offset(position))
