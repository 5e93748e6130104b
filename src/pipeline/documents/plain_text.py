"""Plain text as copied from an encyclopedia page: a title, bare headings, a paragraph a line.

The first line is the title. Any other line is a heading if it is short, begins like one, ends
without punctuation and has a line below it; lines of cells divided by tabs are tables; all others
are paragraphs. The text does not tell the level of a heading, so a paragraph is under the nearest
headings that stand directly above one another.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.documents.abbreviations import is_abbreviation, token_before
from pipeline.documents.footnotes import Mark, find_marks
from pipeline.documents.marked_text import marked_paragraph
from pipeline.documents.model import Document, Line, Paragraph, Prose, Run, Span, Table
from pipeline.documents.text_tables import read_table, split_tables
from pipeline.raw.model import RawDocument

_LINE = re.compile(r"[^\r\n]+")
_EDIT_LINK = re.compile(r"\s*\[edit(?: source)?\]\Z")
_OPENING_QUOTES = frozenset("\"'“‘«")
_CLOSERS = "\"'”’»)]"
_LONGEST_TITLE = 255  # MediaWiki allows 255 bytes
_LONGEST_HEADING = 100
_DEEPEST_HEADING = 5  # MediaWiki knows five levels below the title
_BYTE_ORDER_MARK = "\ufeff"


def parse_plain_text(raw: RawDocument) -> Document:
    """Parse plain text.

    Args:
        raw: A document whose format is ``text/plain``.

    Returns:
        The document. A text that begins with a sentence, or that has but one line that looks
        like one, has no title.
    """
    text = raw.text
    marks = find_marks(text)
    lines = _lines(text)
    has_title = bool(lines) and _is_title(lines[0].text, is_last=len(lines) == 1)
    title = _line(lines[0]) if has_title else None
    headings: list[Line] = []
    paragraphs: list[Paragraph] = []
    tables: list[Table] = []
    above: list[Span] = []  # the headings over the next paragraph
    after_heading = False
    body = lines[1:] if title else lines
    for block in split_tables(body):
        may_be_heading = len(block) == 1 and block[0] is not body[-1]
        found = _heading(block[0], marks) if may_be_heading else None
        heading = _line(found) if found else None
        above_block = tuple(h.text for h in above)
        if heading:
            above = [*above, heading][-_DEEPEST_HEADING:] if after_heading else [heading]
            headings.append(heading)
        elif len(block) > 1:
            tables.append(read_table(text, block, above_block, marks))
        else:
            paragraphs.append(marked_paragraph(text, block[0], above_block, marks))
        after_heading = heading is not None
    name = title.text if title else raw.title or ""
    return Document(
        raw.document_id,
        text,
        name,
        title,
        tuple(headings),
        tuple(paragraphs),
        tuple(tables),
    )


def _lines(text: str) -> list[Span]:
    """The lines that hold something, without the white space around."""
    lines = []
    for match in _LINE.finditer(text, len(_BYTE_ORDER_MARK) * text.startswith(_BYTE_ORDER_MARK)):
        line = match[0].strip()
        if line:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            lines.append(Span(start, start + len(line), line))
    return lines


def _line(span: Span) -> Line:
    return Line(span.start, span.end, span.text, Prose(span.text, (Run(0, span.start),)))


def _is_title(line: str, *, is_last: bool) -> bool:
    """Whether the first line is the title; titles may ask or exclaim."""
    if "\t" in line or len(line) > (_LONGEST_HEADING if is_last else _LONGEST_TITLE):
        return False
    return not _ends_with(line, ".")


def _heading(line: Span, marks: Sequence[Mark]) -> Span | None:
    """The heading that a line holds, without the link for editing that is copied with it."""
    text = _EDIT_LINK.sub("", line.text)
    if text and text != line.text:
        return Span(line.start, line.start + len(text), text)
    begins_well = (text[0].isalnum() and not text[0].islower()) or text[0] in _OPENING_QUOTES
    if not begins_well or len(text) > _LONGEST_HEADING or "\t" in text:
        return None
    return None if _ends_with(text, ".!?…:;,") or _ends_with_mark(line, marks) else line


def _ends_with(line: str, punctuation: str) -> bool:
    """Whether a line ends with punctuation that is not part of an abbreviation."""
    end = len(line.rstrip(_CLOSERS))
    if line[end - 1 : end] not in tuple(punctuation):
        return False
    return not (line.endswith(".") and is_abbreviation(token_before(line, 0, end - 1)))


def _ends_with_mark(line: Span, marks: Sequence[Mark]) -> bool:
    following = bisect_left(marks, line.end, key=lambda mark: mark.end)
    return following < len(marks) and marks[following].end == line.end
