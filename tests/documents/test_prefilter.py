"""Finding words in encoded text, and the rough prose of a line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.prefilter import WordFilter, near_prose

FILTER = WordFilter({"talk": ["talks", "met"], "poll": ["Elm Polls"]}, {"poll": ["survey"]})


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("peace talks", {"talk"}),
        ("Talks", {"talk"}),
        ("(talks)", {"talk"}),
        ("[[talks]]s", {"talk"}),
        ("small-talks", {"talk"}),
        ("talkshow", set()),
        ("metres", set()),
        ("helmet", set()),
        ("surveyed", {"poll"}),
        ("Surveys of the metropolis", {"poll"}),
        ("resurvey", set()),
        ("Elm Polls met", {"poll", "talk"}),
        ("elm polls", set()),
    ],
)
def test_words_are_found_as_a_whole_and_stems_where_words_begin(text: str, kinds: set[str]) -> None:
    assert FILTER.kinds(text) == kinds


def test_lines_with_the_kinds_of_their_words() -> None:
    content = "talks\nThey met; a survey.\nélan\nNone\nsurvey: é talks\nmet".encode()
    start, end = content.index(b"They"), content.rindex(b"\nmet")
    found = FILTER.lines(content, start, end)
    assert [(content[line.start : line.end].decode(), line.kinds) for line in found] == [
        ("They met; a survey.", {"talk", "poll"}),
        ("survey: é talks", {"talk", "poll"}),
    ]


@given(st.lists(st.sampled_from(["met", "talks", "a", " ", "\n", "é", "surveys", "-"])))
def test_lines_are_those_that_a_pattern_finds(parts: list[str]) -> None:
    text = "".join(parts)
    pattern = re.compile(rb"(?<![A-Za-z])(?:(?:met|talks)(?![A-Za-z])|survey)")
    wanted = [line for line in text.encode().split(b"\n") if pattern.search(line)]
    found = FILTER.lines(text.encode(), 0, len(text.encode()))
    assert [text.encode()[line.start : line.end] for line in found] == wanted


@pytest.mark.parametrize(
    ("wikitext", "prose"),
    [
        ("The [[Peace talks|talks]] in ''[[Elm]]''", "The talks in Elm"),
        ("Held.<ref>A poll: 46%</ref> Then<ref name='a' /> on", "Held. Then on"),
        ("Held.<REF>{{cite web|title=x}}</REF> Then", "Held. Then"),
        ("Open <ref>never closed", "Open "),
        ("end of a footnote</ref> goes on", " goes on"),
        ("46&nbsp;% and 5{{nbsp}}May", "46 % and 5 May"),
        ("See [https://elm.example/a the site] <br /> now", "See the site]  now"),
        ("{{start date|1999|5|3}}", "{{start date|1999|5|3}}"),
    ],
)
def test_near_prose(wikitext: str, prose: str) -> None:
    assert near_prose(wikitext) == prose


@pytest.mark.parametrize("part", ["<ref", "<ref>", "[[", "{{nbsp|", "[//x", "'", "<a ", "&nbsp;"])
def test_near_prose_takes_any_text(part: str) -> None:
    assert isinstance(near_prose(part * 20_000), str)
