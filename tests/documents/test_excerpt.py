"""Excerpts: what is kept around a line, and that offsets lead back to the whole text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.excerpt import Excerpt, excerpt

TEXT = """{{Infobox mill
| name = Elm
}}
'''Elm''' is a mill.<ref name="a">First</ref> The Elm Office (EO) runs it.

== History ==
In 1850 it burnt.

A ford lies near.<ref>Second</ref>

It was rebuilt.

=== Later ===
* One [[item]]
The EO said a word
and went on<ref name="a" /> there.
{| class="wikitable"
! Poll !! Date
|-
| Elm || 1999
|}

== Notes ==
{{quote|First line

second line}}
<!-- <ref>Hidden</ref> -->
{{sfn|Lark|{{a}}}}
"""


def line(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def kept(words: str) -> str:
    return excerpt(TEXT, [line(words)]).text


def test_a_paragraph_with_headings_date_name_and_footnotes() -> None:
    parts = [part for part in kept("EO said").split("\n\n") if part]
    assert parts == [
        "'''Elm''' is a mill.<ref name=\"a\">First</ref> The Elm Office (EO) runs it.",
        "== History ==",
        "<ref></ref>",
        "=== Later ===",
        'The EO said a word\nand went on<ref name="a" /> there.',
        "{{sfn|Lark|{{a}}}}",
    ]


def test_the_nearest_year_in_the_section() -> None:
    text = kept("It was rebuilt")
    assert "In 1850 it burnt." in text
    assert "A ford" not in text
    assert "=== Later ===" not in text


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("| Elm || 1999", '{| class="wikitable"\n! Poll !! Date\n|-\n| Elm || 1999\n|}'),
        ("second line", "{{quote|First line\n\nsecond line}}"),
        ("| name", "{{Infobox mill\n| name = Elm\n}}"),
        ("[[item]]", "* One [[item]]\n\n"),
    ],
)
def test_blocks_are_kept_whole_and_list_items_alone(words: str, whole: str) -> None:
    assert whole in kept(words)


def test_hidden_footnotes_do_not_count_and_content_is_left_out_unless_it_is_named() -> None:
    text = kept("In 1850")
    assert "Hidden" not in text
    assert "Second" not in text
    assert text.count("<ref") == 3


def test_tables_of_a_section_that_speaks_of_a_survey() -> None:
    table = '{| class="wikitable"'
    assert table in excerpt(TEXT, [], [TEXT.index("The EO said")]).text
    assert table in excerpt(TEXT, [], [TEXT.index("! Poll")]).text
    assert table not in excerpt(TEXT, [], [TEXT.index("In 1850")]).text
    assert excerpt(TEXT, []).starts == excerpt(TEXT, [], [len(TEXT) - 1]).starts


def assert_true(text: str, made: Excerpt) -> None:
    for index, start in enumerate(made.starts):
        end = [*made.starts, len(made.text)][index + 1]
        stretch = made.text[start:end].rstrip("\n")
        origin = made.origin(start)
        assert origin == made.origins[index]
        assert text.startswith(stretch, origin)
    assert list(made.origins) == sorted(set(made.origins))


MARKUP = st.sampled_from(
    [
        *(
            "{{",
            "}}",
            "\n{|",
            "\n|}",
            "<!--",
            "-->",
            "<ref>",
            "</ref>",
            '<ref name="a">',
            "<ref />",
        ),
        *("\n", "\n\n", "== h ==\n", "a 1999 ", "(EO) ", "EO ", "{{sfn|a}}", "|", "é"),
    ]
)


@given(parts=st.lists(MARKUP, max_size=40), data=st.data())
def test_any_text_gives_true_offsets(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, len(text)))
    made = excerpt(text, [(at, end)], [at])
    assert_true(text, made)
    assert text[at:end].strip("\n") in made.text or not text[at:end].strip("\n")


@pytest.mark.parametrize(
    "part", ["{{", "<ref>", "\n{|", "<!--", "(EO) EO ", "== h ==\n", "a\n", "<ref "]
)
def test_any_length_is_taken(part: str) -> None:
    text = part * 3000
    assert_true(text, excerpt(text, [(len(text) // 2, len(text) // 2 + 1)]))
