import tomllib
from pathlib import Path

import pytest

from pipeline.documents.model import Citation
from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "data/documents/wikitext_citations.toml").read_text(
        encoding="utf-8"
    )
)


def citations(text: str) -> tuple[Citation, ...]:
    return parse(RawDocument("tarn", text, "0" * 64, "text/x-wiki")).citations


@pytest.mark.parametrize("name", CASES)
def test_what_a_footnote_says(name):
    case = CASES[name]
    raw = f"One.<ref>{case['footnote']}</ref>"
    found = citations(raw)
    if not case["note"]:
        assert found == ()
        return
    (citation,) = found
    assert raw[citation.start : citation.end] == citation.text == case["footnote"]
    assert (citation.key, citation.note.replace("\u00a0", " ")) == ("1", case["note"])
    for field in ("title", "url", "publisher", "date"):
        assert getattr(citation, field) == case.get(field)


def test_there_are_cases_of_each_kind():
    assert sum("title" in case for case in CASES.values()) >= 5
    assert sum("title" not in case for case in CASES.values()) >= 3


def test_order_is_that_of_the_first_marks():
    found = citations(
        "A.{{efn|x}}<ref name=b/> C.<ref>y</ref>\n{{reflist|refs=<ref name=b>z</ref>}}"
    )
    assert [(c.key, c.note) for c in found] == [("a", "x"), ("1", "z"), ("2", "y")]


def test_footnote_without_content_says_nothing():
    assert citations("A.<ref name=b/> C.<ref></ref>") == ()


def test_content_is_that_of_the_first_definition():
    found = citations("A.<ref name=b>x</ref><ref name=b>y</ref>")
    assert [c.note for c in found] == ["x"]


def test_short_footnote():
    found = citations("A.{{sfn|Moor|Lund|1998|p=3}} B.{{sfn|A|B|C|D|2000|pp=4–5}} C.{{sfn|E|1900}}")
    assert [c.note for c in found] == [
        "Moor & Lund 1998, p. 3.",
        "A et al. 2000, pp. 4–5.",
        "E 1900.",
    ]


def test_footnotes_of_boxes_and_tables_are_there():
    found = citations("{{Infobox x|a=<ref>b</ref>}}\n{|\n| c<ref>d</ref>\n|}\n")
    assert [(c.key, c.note) for c in found] == [("1", "b"), ("2", "d")]


def test_footnote_that_is_defined_within_a_group_of_the_list():
    found = citations(
        'A.<ref group="nb" name="b"/>\n<references group="nb"><ref name="b">x</ref></references>'
    )
    assert [(c.key, c.note) for c in found] == [("nb 1", "x")]


def test_label_of_two_groups_is_that_of_the_first():
    letters = "".join(f"{{{{efn|{n}}}}}" for n in range(1, 10))
    found = citations(f"A.{letters} B.{{{{efn-lr|x}}}}")
    assert [c.key for c in found] == list("abcdefghi")
    assert found[-1].note == "9"
