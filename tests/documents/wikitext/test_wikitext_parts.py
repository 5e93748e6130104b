"""The parts that the reader is made of."""

import pytest

from pipeline.documents.model import Run
from pipeline.documents.wikitext.arguments import arguments, numbered, strip
from pipeline.documents.wikitext.labels import label
from pipeline.documents.wikitext.links import is_dropped, trimmed
from pipeline.documents.wikitext.names import template_name
from pipeline.documents.wikitext.pieces import Pieces
from pipeline.documents.wikitext.quotes import false_bold, literal_count
from pipeline.documents.wikitext.spans import pair


def paired(text: str) -> list[str]:
    return [text[start:end] for start, end in pair(text).spans]


@pytest.mark.parametrize(
    ("group", "number", "expected"),
    [
        ("", 12, "12"),
        ("note", 3, "note 3"),
        ("lower-alpha", 1, "a"),
        ("lower-alpha", 26, "z"),
        ("lower-alpha", 27, "aa"),
        ("upper-alpha", 53, "BA"),
        ("lower-roman", 14, "xiv"),
        ("upper-roman", 1999, "MCMXCIX"),
        ("lower-greek", 2, "β"),
        ("decimal", 4, "4"),
    ],
)
def test_labels(group, number, expected):
    assert label(group, number) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{a}}", "a"),
        ("{{ Cite_Web |x", "cite web"),
        ("{{Template:Efn|x", "efn"),
        ("{{#IF: x|y", "#if:"),
        ("{{formatnum:12}}", "formatnum:"),
        ("{{a:b|c", "a:b"),
        ("{{" + "a" * 500, "a" * 200),
        ("{{", ""),
    ],
)
def test_template_names(text, expected):
    assert template_name(text, 2) == expected


def test_arguments_by_name_and_number():
    text = "{{a| b |c = d=e|[[f|g=h]]|2= i |{{j|k}}|<ref>l|m</ref>}}"
    found = arguments(pair(text), 0)
    assert {name: text[slice(*span)] for name, span in found.items()} == {
        "1": "b",
        "c": "d=e",
        "2": "i",
        "3": "{{j|k}}",
        "4": "<ref>l|m</ref>",
    } | {"2": "i"}
    assert [text[slice(*span)] for span in numbered(found)] == [
        "b",
        "i",
        "{{j|k}}",
        "<ref>l|m</ref>",
    ]


def test_arguments_of_a_template_without_any():
    assert arguments(pair("{{a}}"), 0) == {}
    assert arguments(pair("{{a|}}"), 0) == {"1": (4, 4)}


def test_strip():
    assert strip("  a b ", 0, 6) == (2, 5)
    assert strip("    ", 1, 3) == (3, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{a|{{b}}}}", ["{{a|{{b}}}}", "{{b}}"]),
        ("{{{1|{{b}}}}}", ["{{{1|{{b}}}}}", "{{b}}"]),
        ("{{{{{1}}}|a}}", ["{{{{{1}}}|a}}", "{{{1}}}"]),
        ("[[a|''b'']] [[c]]", ["[[a|''b'']]"]),
        ("{{a [[b}} ]]", ["{{a [[b}}"]),
        ("[[a {{b]] c}}", ["{{b]] c}}"]),
        ("<!-- {{a --> }}", ["<!-- {{a -->"]),
        ("<nowiki>{{a}}</nowiki>{{b}}", ["<nowiki>{{a}}</nowiki>", "{{b}}"]),
        ("<math>a</MATH >", ["<math>a</MATH >"]),
        ("<mathx>a</mathx>", []),
        ("{{a|<ref>}}</ref>}}", ["{{a|<ref>}}</ref>}}", "<ref>}}</ref>"]),
        ("[[a\n\nb]]", []),
        ("[[a\n|}\nb]]", []),
        ("[[File:a\nb & c]]", ["[[File:a\nb & c]]"]),
    ],
)
def test_pairs(text, expected):
    assert paired(text) == expected


def test_markup_is_paired_to_a_depth():
    text = "{{a|" * 1000 + "}}" * 1000
    assert 10 <= len(paired(text)) <= 100


def test_lines_go_on_within_markup():
    text = "a {{b\n|c}} d\ne\n<!--\n-->f\n"
    markup = pair(text)
    assert [text[a:b] for a, b in markup.lines(0, len(text))] == [
        "a {{b\n|c}} d",
        "e",
        "<!--\n-->f",
    ]


@pytest.mark.parametrize(("length", "expected"), [(2, 0), (3, 0), (4, 1), (5, 0), (6, 1), (9, 4)])
def test_apostrophes_that_are_text(length, expected):
    assert literal_count(length) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''a'''s", 3),
        ("'''a''' b ''c'''s", 0),
        ("x '''a''", 2),
        ("b l'''a'' '''c''' d", 3),
        ("'''a''' ''b''", None),
        ("'''a", None),
        ("''a", None),
        ("''a'''s {{b|''}}", 3),
    ],
)
def test_false_bold(text, expected):
    assert false_bold(text, 0, len(text), pair(text).ends) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("File:A.jpg", True),
        ("image:A.jpg", True),
        ("Category:A", True),
        ("fr:A", True),
        ("simple:A", True),
        ("wikt:a", False),
        (":Category:A", False),
        ("Help:A", False),
        ("Fr: A", False),
        ("A", False),
    ],
)
def test_links_that_leave_nothing(target, expected):
    assert is_dropped(target) is expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [("A (b)", "A"), ("A, B", "A"), ("C:A (b)", "A"), ("A", "A"), ("(b)", "")],
)
def test_trimmed_targets(target, expected):
    start, end = trimmed(target)
    assert target[start:end] == expected


def test_pieces_lead_back():
    raw = " a  <b>  cd &amp; "
    pieces = Pieces(raw)
    assert not pieces
    pieces.verbatim(0, 4)
    pieces.footnote(4, 7, "1")
    pieces.verbatim(7, 12)
    pieces.words("&", 12, 17)
    pieces.verbatim(17, 18)
    prose, (note,) = pieces.result()
    assert prose.text == pieces.text() == "a cd &"
    assert prose.runs == (Run(0, 1), Run(2, 9), Run(5, 12, 17))
    assert (note.text, note.prose_offset) == ("<b>", 2)


def test_pieces_of_nothing():
    pieces = Pieces("x")
    pieces.words(" ", 0, 1)
    pieces.footnote(0, 1, "1")
    prose, (note,) = pieces.result()
    assert (prose.text, prose.runs, note.prose_offset) == ("", (), 0)
