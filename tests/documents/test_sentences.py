import re
import tomllib
from pathlib import Path

import pytest

from pipeline.documents.plain_text import parse_plain_text
from pipeline.documents.sentences import split_sentences
from pipeline.raw.model import RawDocument

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "data/documents/sentences.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    "marked_up",
    [
        pytest.param(text, id=f"{group}: {name}")
        for group, cases in CASES.items()
        for name, text in cases.items()
    ],
)
def test_splits_as_a_reader_would(marked_up):
    text = re.sub(r"[{}]", "", marked_up)
    document = parse_plain_text(RawDocument("case", f"A title\n{text}", "0" * 64))
    (paragraph,) = document.paragraphs
    assert [s.text for s in paragraph.sentences] == re.findall(r"\{(.*?)\}", marked_up)


def test_there_are_cases():
    assert sum(map(len, CASES.values())) >= 60


@pytest.mark.parametrize("prose", ["", " ", "\u00a0\n\t"])
def test_no_sentence_in_white_space(prose):
    assert list(split_sentences(prose)) == []


def test_spans_leave_out_white_space():
    assert list(split_sentences("  One. Two.  ")) == [(2, 6), (7, 11)]


def test_a_mark_alone_can_divide_sentences():
    prose = "It was by A. Moor went home."
    assert len(list(split_sentences(prose))) == 1
    assert [prose[s:e] for s, e in split_sentences(prose, {prose.index(" Moor")})] == [
        "It was by A.",
        "Moor went home.",
    ]
