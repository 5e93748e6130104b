"""Paragraphs of plain text with footnote marks."""

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.documents.footnotes import Mark, remove_marks
from pipeline.documents.model import Paragraph, Span
from pipeline.documents.paragraphs import build_paragraph


def marked_paragraph(
    text: str, span: Span, headings: tuple[str, ...], marks: Sequence[Mark]
) -> Paragraph:
    """A piece of plain text as a paragraph.

    Args:
        text: The raw text.
        span: The piece.
        headings: The headings above it.
        marks: The footnote marks of the text.
    """
    first = bisect_left(marks, span.start, key=lambda mark: mark.start)
    behind = bisect_left(marks, span.end, key=lambda mark: mark.start)
    prose, footnotes = remove_marks(text, span.start, span.end, marks[first:behind])
    return build_paragraph(text, span.start, span.end, headings, prose, footnotes)
