"""Building of paragraphs from prose and footnotes, whatever the format that they came in."""

from pipeline.documents.model import Footnote, Paragraph, Prose, Sentence
from pipeline.documents.sentences import split_sentences


def build_paragraph(
    raw: str,
    start: int,
    end: int,
    headings: tuple[str, ...],
    prose: Prose,
    footnotes: tuple[Footnote, ...],
    *,
    is_markup: bool = False,
) -> Paragraph:
    """A paragraph with its sentences.

    Args:
        raw: The raw text.
        start: First character of the paragraph.
        end: Character after its last one.
        headings: The headings above it, the outermost first.
        prose: Its text without footnote marks.
        footnotes: Its footnote marks in order.
        is_markup: Whether the raw text holds markup, which people are not shown in sentences.
    """
    marks = {note.prose_offset for note in footnotes}
    sentences = []
    for prose_start, prose_end in split_sentences(prose.text, marks):
        raw_start, raw_end = prose.raw_span(prose_start, prose_end)
        text = prose.text[prose_start:prose_end] if is_markup else raw[raw_start:raw_end]
        sentences.append(Sentence(raw_start, raw_end, text, prose_start, prose_end))
    return Paragraph(start, end, raw[start:end], headings, prose, tuple(sentences), footnotes)
