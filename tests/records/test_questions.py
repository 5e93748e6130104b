"""Whether two results are of the same question."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.model import Poll, PollResult
from pipeline.records.questions import same_answer, same_people, taken_apart
from schemas.vocabularies import Qualifier

CASES = tomllib.loads((Path(__file__).parent / "answers.toml").read_text(encoding="utf-8"))
PAIRS = [
    pytest.param(case["one"], case["other"], kind == "same", id=case["name"])
    for kind, cases in CASES.items()
    for case in cases
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_answers(one: str, other: str, same: bool) -> None:
    assert same_answer(taken_apart(one), taken_apart(other)) is same
    assert same_answer(taken_apart(other), taken_apart(one)) is same


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_answer_can_be_compared(one: str, other: str) -> None:
    assert same_answer(taken_apart(one), taken_apart(other)) is same_answer(
        taken_apart(other), taken_apart(one)
    )


def people(population: str | None, country: str | None) -> PollResult:
    return PollResult(Poll(), 50.0, 50.0, Qualifier.EXACT, population, country)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Danes", "DNK"), ("respondents in Denmark", "DNK"), True),
        (("the Danish public", "DNK"), (None, "DNK"), True),
        (("Danes", "DNK"), ("respondents", None), True),
        (("Danish women", "DNK"), ("women in Denmark", "DNK"), True),
        (("Danes", "DNK"), ("Swedes", "SWE"), False),
        (("Danes", "DNK"), ("Danish women", "DNK"), False),
        (("Danes aged 18 to 29", "DNK"), ("Danes aged 30 to 44", "DNK"), False),
        (("Danes in the north", "DNK"), ("Danes in the south", "DNK"), False),
        (("residents of Copenhagen", "DNK"), ("Danes", "DNK"), False),
    ],
)
def test_people(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert same_people(people(*one), people(*other)) is same
    assert same_people(people(*other), people(*one)) is same
