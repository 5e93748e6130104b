"""find_surveys on readable cases and on any text at all, and the list of pollsters."""

import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.pollsters import find_known_pollsters, known_pollsters
from pipeline.mentions.surveys import SurveyMention, find_surveys

FILES = sorted((Path(__file__).parent / "surveys").glob("*.toml"))
CASES: list[dict[str, Any]] = [
    case | {"id": f"{file.stem}: {case['name']}"}
    for file in FILES
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
POLLSTERS = sorted(name for names in known_pollsters().values() for name in names)


def shown(mention: SurveyMention) -> str:
    """A mention as the cases write it."""
    weak = " | weak" if mention.weak else ""
    return f"{mention.text} | {mention.pollster or '-'} | {mention.sponsor or '-'}{weak}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    assert [shown(mention) for mention in find_surveys(case["text"])] == case["surveys"]


def test_cases_are_many_and_distinct() -> None:
    assert len(CASES) >= 90
    assert sum(not case["surveys"] for case in CASES) >= 20
    assert max(Counter(case["id"] for case in CASES).values()) == 1
    assert max(Counter(case["text"] for case in CASES).values()) == 1


def test_the_list_of_pollsters_is_distinct() -> None:
    assert len(POLLSTERS) >= 100
    assert len(POLLSTERS) == len(set(POLLSTERS))


@pytest.mark.parametrize("name", POLLSTERS)
def test_every_pollster_is_found_alone(name: str) -> None:
    assert list(find_known_pollsters(f"Says {name}.")) == [(5, 5 + len(name))]
    (mention,) = [m for m in find_surveys(f"so {name}, too, asked.") if m.pollster]
    assert mention.pollster == name


def test_a_pollster_is_a_whole_word() -> None:
    assert list(find_known_pollsters("Pewter, Gallups and MORIbund")) == []


PIECES = st.sampled_from(
    """poll polls polling Survey survey surveyed firm pollster study research report by from for the
    a commissioned conducted on behalf of Gallup Pew USA Today/Gallup Ipsos YouGov BBC and (KIIS)
    Institute of Kyiv Canadian A.B. A.B.C N.O.R.C. ’s 's May 2011 released its new 1,000 adults 45%
    asked found that , . ; ( ) Kyiv-based İ ß é Élabe station tax respondents""".split()
)
SEPARATORS = st.sampled_from(["", " ", " ", " ", "\u00a0", "  ", "\n", "-"])
TEXTS = st.lists(st.tuples(PIECES, SEPARATORS), max_size=30).map(
    lambda parts: "".join(piece + separator for piece, separator in parts)
)


@given(TEXTS | st.text(max_size=200))
def test_mentions_are_true_ordered_and_apart(text: str) -> None:
    mentions = find_surveys(text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert all(name is None or name in text for name in (mention.pollster, mention.sponsor))
    for first, second in pairwise(mentions):
        assert first.end <= second.start
