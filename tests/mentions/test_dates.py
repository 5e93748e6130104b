"""The date rules on phrases written for them; each case is a readable entry of a TOML file."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.mentions.dates import find_dates
from pipeline.mentions.model import DateMention

CASE_FILES = sorted(Path(__file__).with_name("dates").glob("*.toml"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in CASE_FILES
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]


def test_there_are_cases_of_every_family() -> None:
    assert len(CASES) >= 300
    assert {file.stem for file in CASE_FILES} == {
        *("days", "ranges", "months", "years", "relative", "near_misses"),
        *("calendars", "feasts"),
    }
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    assert [as_expected(mention) for mention in find_dates(case["text"])] == case["expected"]


def as_expected(mention: DateMention) -> dict[str, Any]:
    """A mention in the words of the TOML files, which leave out what is not so."""
    entry = {
        "text": mention.text,
        "first": mention.first_day,
        "last": mention.last_day,
        "precision": mention.precision,
        "inferred": mention.inferred,
    }
    return {key: value for key, value in entry.items() if value}
