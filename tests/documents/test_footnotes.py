import re
import tomllib
from pathlib import Path

import pytest

from pipeline.documents.footnotes import find_marks, remove_marks
from pipeline.documents.model import Prose, Run

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "data/documents/footnotes.toml").read_text(encoding="utf-8")
)
MARK = re.compile(r"\{(.*?)\}")


@pytest.mark.parametrize(
    "marked_up",
    [
        pytest.param(text, id=f"{group}: {name}")
        for group, cases in CASES.items()
        for name, text in cases.items()
    ],
)
def test_tells_marks_from_text(marked_up):
    text = re.sub(r"[{}]", "", marked_up)
    marks = find_marks(text)
    assert [text[mark.start : mark.end] for mark in marks] == MARK.findall(marked_up)
    prose, footnotes = remove_marks(text, 0, len(text), marks)
    assert prose.text == MARK.sub("", marked_up)
    assert [f"[{note.key}]" for note in footnotes] == [
        mark.partition("]")[0].replace("\u00a0", " ") + "]" for mark in MARK.findall(marked_up)
    ]


def test_there_are_cases_of_each_kind():
    assert all(MARK.search(text) for text in CASES["marks"].values())
    assert not any(MARK.search(text) for text in CASES["text"].values())
    assert sum(map(len, CASES.values())) >= 30
    assert len(CASES["text"]) >= 15


def test_letters_beyond_z_need_their_predecessor():
    assert [m.key for m in find_marks("One.[z] Two.[aa] Three.[ab]")] == ["z", "aa", "ab"]
    assert [m.key for m in find_marks("One.[as] Two.[ab]")] == []


def test_offsets_count_from_the_start_of_the_document_and_of_the_paragraph():
    raw = "A title\nOne,[1] two.[2]"
    prose, footnotes = remove_marks(raw, 8, len(raw), find_marks(raw))
    assert prose == Prose("One, two.", (Run(0, 8), Run(4, 15)))
    assert [(n.start, n.end, n.prose_offset) for n in footnotes] == [(12, 15, 4), (20, 23, 9)]
    assert prose.raw_span(0, 9) == (8, 20)
