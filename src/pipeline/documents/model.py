"""What the documents stage hands on.

Two kinds of offsets occur. *Raw* offsets count characters of the raw text of the document;
*prose* offsets count characters of the prose of one paragraph. Both are half-open spans.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple


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


class Run(NamedTuple):
    """A stretch of prose that comes from one stretch of raw text; it ends where the next begins.

    Attributes:
        prose: Offset of its first character in the prose.
        raw: Offset in the raw text of what it comes from.
        raw_end: None if its characters stand in the raw text one for one. Else the end of the raw
            text that it stands for as a whole, such as an entity or a template.
    """

    prose: int
    raw: int
    raw_end: int | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """Readable text with the way back to the raw text.

    Attributes:
        text: The text that rules read.
        runs: Where each stretch of it comes from; ascending, the first prose offset is 0. None
            for an empty text.
    """

    text: str
    runs: tuple[Run, ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of ``text[start:end]``, from its first to behind its last character.

        Raises:
            ValueError: The span is empty or not within the prose.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span [{start}:{end}) in prose of {len(self.text)} characters")
        first, last = self._run_at(start), self._run_at(end - 1)
        raw_start = first.raw + (start - first.prose if first.raw_end is None else 0)
        return raw_start, last.raw_end or last.raw + end - last.prose

    def _run_at(self, offset: int) -> Run:
        return self.runs[bisect_right(self.runs, offset, key=lambda run: run.prose) - 1]


@dataclass(frozen=True, slots=True)
class Line(Span):
    """A title or heading; ``text`` is verbatim and may hold markup."""

    prose: Prose


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of a paragraph.

    Attributes:
        text: The sentence as people are shown it: verbatim with its footnote marks where the raw
            text is plain, without marks and markup where it is not.
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
        if first == len(self.footnotes):
            return ()
        offset = self.footnotes[first].prose_offset
        behind = bisect_right(self.footnotes, offset, key=lambda note: note.prose_offset)
        return tuple(note.key for note in self.footnotes[first:behind])


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; an empty one has a paragraph without prose.

    Attributes:
        paragraph: What stands in it.
        is_header: Whether the markup says that it heads a row or column.
    """

    paragraph: Paragraph
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table(Span):
    """A table.

    Attributes:
        headings: The headings above it, the outermost first.
        caption: Its caption, None if it has none.
        rows: Its grid: all rows are of one length; a cell that spans several rows or columns
            stands at each of its places as the same object, a place without a cell is None.
    """

    headings: tuple[str, ...]
    caption: Paragraph | None
    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Citation(Span):
    """What a footnote says, as far as the document gives it.

    Attributes:
        key: The key of its marks, as readers see it, such as ``12`` or ``note 3``.
        note: The footnote as people are shown it.
        title: Title of what it cites.
        url: Address of what it cites.
        publisher: Who published that: the work, newspaper, agency or site.
        date: When that was published, as written.
    """

    key: str
    note: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Attributes:
        document_id: Its identifier.
        raw: Its raw text.
        name: What it is called: by its own title, else by those who keep it; may be empty.
        title: The line of the raw text that is its title, None if it has none there.
        headings: Its headings in order.
        paragraphs: Its paragraphs in order, those of cells not among them.
        tables: Its tables in order.
        citations: Its footnotes in the order of their first marks.
    """

    document_id: str
    raw: str
    name: str
    title: Line | None
    headings: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()
    citations: tuple[Citation, ...] = ()
