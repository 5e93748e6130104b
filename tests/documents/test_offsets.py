"""Properties that hold for any text whatsoever."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.documents.model import Document
from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument

PIECES = (
    "The talks",
    " failed",
    ".",
    ". ",
    "? ",
    '."',
    "U.S.",
    " St. ",
    "İ",
    "ß",
    "😀",
    "\u0301",
    "\u00a0",
    "\u2009",
    "\ufeff",
    "\n",
    "\r\n",
    "\u2028",
    "\x1c",
    "\x85",
    "[1]",
    "[1]: 23 ",
    "[a]",
    "[s]",
    "[note 3]",
    "[citation needed]",
    "[edit]",
    "[ing]",
    "[",
    "]",
    "(",
    ") ",
    "“",
    "”",
    '"',
    ":*",
    "45%",
    "1901",
    "In ",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=60).map("".join)


def parsed(text: str) -> Document:
    return parse(RawDocument("any", text, "0" * 64))


@settings(max_examples=400)
@given(TEXTS)
@example("Title\nOne.[1]: 23 [2] Two.[s]")
@example("\ufeff[1]\n[1].[1]")
def test_every_piece_is_verbatim_and_in_order(text):
    document = parsed(text)
    title = [document.title] if document.title else []
    blocks = sorted([*title, *document.headings, *document.paragraphs], key=lambda b: b.start)
    pieces = [*blocks]
    position = 0
    for block in blocks:
        assert position <= block.start < block.end <= len(text)
        position = block.end
    for paragraph in document.paragraphs:
        for inner in (paragraph.sentences, paragraph.footnotes):
            position = paragraph.start
            for piece in inner:
                assert position <= piece.start < piece.end <= paragraph.end
                position = piece.end
            pieces += inner
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)


@settings(max_examples=400)
@given(TEXTS)
def test_no_text_is_lost(text):
    document = parsed(text)
    left = list(text)
    title = [document.title] if document.title else []
    for block in (*title, *document.headings, *document.paragraphs, *document.tables):
        left[block.start : block.end] = " " * (block.end - block.start)
    rest = "".join(left).removeprefix("\ufeff")
    assert re.sub(r"\s*\[edit\](?=\s*$)", "", rest, flags=re.MULTILINE).strip() == ""


@settings(max_examples=400)
@given(TEXTS)
def test_prose_and_marks_are_the_paragraph(text):
    for paragraph in parsed(text).paragraphs:
        prose = paragraph.prose
        raw_offsets = [prose.raw_span(i, i + 1)[0] for i in range(len(prose.text))]
        assert [text[offset] for offset in raw_offsets] == list(prose.text)
        in_marks = [i for note in paragraph.footnotes for i in range(note.start, note.end)]
        assert sorted([*raw_offsets, *in_marks]) == list(range(paragraph.start, paragraph.end))
        for note in paragraph.footnotes:
            assert note.text.startswith("[")
            before = [offset for offset in raw_offsets if offset < note.start]
            assert note.prose_offset == len(before)


@settings(max_examples=400)
@given(TEXTS)
def test_sentences_cover_the_prose(text):
    for paragraph in parsed(text).paragraphs:
        prose = paragraph.prose.text
        position = 0
        for sentence in paragraph.sentences:
            assert prose[position : sentence.prose_start].strip() == ""
            inner = prose[sentence.prose_start : sentence.prose_end]
            assert inner == inner.strip() != ""
            span = paragraph.prose.raw_span(sentence.prose_start, sentence.prose_end)
            assert span == (sentence.start, sentence.end)
            position = sentence.prose_end
        assert prose[position:].strip() == ""
