"""What the documents stage hands on.

Two kinds of offsets occur. *Raw* offsets count characters of the raw text of the document;
*prose* offsets count characters of the prose of one paragraph. Both are half-open spans.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of raw text: ``raw[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Footnote(Span):
    """A footnote mark such as ``[12]``.

    Attributes:
        key: What stands between the brackets, such as ``12``.
        prose_offset: Where in the prose of the paragraph the mark stood; it marks the text before.
    """

    key: str
    prose_offset: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Readable text with the way back to the raw text.

    Attributes:
        text: The text that rules read.
        runs: ``(prose offset, raw offset)`` of the first character of each stretch that was taken
            from the raw text without a gap; ascending, the first prose offset is 0.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of ``text[start:end]``, from its first to behind its last character.

        Raises:
            ValueError: The span is empty or not within the prose.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span [{start}:{end}) in prose of {len(self.text)} characters")
        return self._raw_offset(start), self._raw_offset(end - 1) + 1

    def _raw_offset(self, offset: int) -> int:
        prose, raw = self.runs[bisect_right(self.runs, offset, key=lambda run: run[0]) - 1]
        return raw + offset - prose


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of a paragraph; ``text`` is verbatim and may hold footnote marks.

    Attributes:
        prose_start: First character of the sentence in the prose of the paragraph.
        prose_end: Character after its last one there.
    """

    prose_start: int
    prose_end: int


@dataclass(frozen=True, slots=True)
class Paragraph(Span):
    """A paragraph.

    Attributes:
        headings: The headings above it, the outermost first.
        prose: Its text without footnote marks.
        sentences: Its sentences in order; between them lies only white space and footnote marks.
        footnotes: Its footnote marks in order.
    """

    headings: tuple[str, ...]
    prose: Prose
    sentences: tuple[Sentence, ...]
    footnotes: tuple[Footnote, ...]

    def sentence_at(self, prose_offset: int) -> Sentence:
        """The sentence that holds a prose offset; white space belongs to the sentence before."""
        index = bisect_right(self.sentences, prose_offset, key=lambda s: s.prose_start) - 1
        return self.sentences[max(index, 0)]

    def citations(self, prose_end: int) -> tuple[str, ...]:
        """Keys of the footnotes given for text that ends at a prose offset.

        A mark stands behind the text that it supports, so these are the next mark and all that
        follow it without text between; none where the paragraph has no further mark.
        """
        first = bisect_left(self.footnotes, prose_end, key=lambda note: note.prose_offset)
        group = self.footnotes[first : first + 1]
        return tuple(
            n.key for n in self.footnotes if group and n.prose_offset == group[0].prose_offset
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A document: ``title`` is None only for a document that has none."""

    document_id: str
    raw: str
    title: Span | None
    headings: tuple[Span, ...]
    paragraphs: tuple[Paragraph, ...]
