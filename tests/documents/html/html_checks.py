"""What tests of the HTML reader share."""

import json
import tomllib
from pathlib import Path
from typing import Any

from pipeline.documents.model import Document, Paragraph, Prose
from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument

DATA = Path(__file__).parents[2] / "data/documents"


def cases(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def read(html: str) -> Document:
    return parse(RawDocument("case", html, "0" * 64, "text/html"))


def reply(html: str, title: str = "Harbour talks", *, ascii_only: bool = True) -> str:
    content = {"parse": {"title": title, "pageid": 4, "text": html}}
    return json.dumps(content, ensure_ascii=ascii_only)


def read_reply(text: str) -> Document:
    return parse(RawDocument("case", text, "0" * 64, "application/json"))


def marked(paragraph: Paragraph) -> str:
    """The prose with the keys of its footnotes in braces."""
    text = paragraph.prose.text
    for note in reversed(paragraph.footnotes):
        text = f"{text[: note.prose_offset]}{{{note.key}}}{text[note.prose_offset :]}"
    return text


def check(document: Document) -> None:
    """Check what holds for any document."""
    raw = document.raw
    lines = [*([document.title] if document.title else []), *document.headings]
    grid = [cell for table in document.tables for row in table.rows for cell in row if cell]
    captions = [table.caption for table in document.tables if table.caption]
    in_tables = [*captions, *(cell.paragraph for cell in grid)]
    for line in lines:
        assert line.prose.text
    for paragraph in (*document.paragraphs, *in_tables):
        assert all(0 <= n.prose_offset <= len(paragraph.prose.text) for n in paragraph.footnotes)
        assert all(n.key for n in paragraph.footnotes)
        inner = [*paragraph.sentences, *paragraph.footnotes]
        assert all(paragraph.start <= piece.start < piece.end <= paragraph.end for piece in inner)
        for sentence in paragraph.sentences:
            assert sentence.text == paragraph.prose.text[sentence.prose_start : sentence.prose_end]
    for piece in (*lines, *document.paragraphs, *in_tables):
        check_prose(piece.prose, raw)
    notes = [note for p in (*document.paragraphs, *in_tables) for note in p.footnotes]
    verbatim = [*lines, *document.paragraphs, *in_tables, *notes]
    verbatim += [*document.tables, *document.citations]
    assert all(raw[piece.start : piece.end] == piece.text for piece in verbatim)
    position = 0
    for paragraph in document.paragraphs:
        assert position <= paragraph.start < paragraph.end
        assert paragraph.prose.text
        position = paragraph.end
    for table in document.tables:
        assert len({len(row) for row in table.rows}) <= 1
    keys = [citation.key for citation in document.citations]
    assert len(keys) == len(set(keys))


def check_prose(prose: Prose, raw: str) -> None:
    text = prose.text
    assert text == text.strip()
    assert bool(text) == bool(prose.runs)
    behind = [*(run.prose for run in prose.runs), len(text)][1:]
    position = 0
    for run, end in zip(prose.runs, behind, strict=True):
        assert run.prose < end
        assert position <= run.raw
        if run.raw_end is None:
            position = run.raw + end - run.prose
            assert raw[run.raw : position] == text[run.prose : end]
        else:
            position = run.raw_end
            assert run.raw < position <= len(raw)
