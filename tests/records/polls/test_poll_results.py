"""Poll results read from short paragraphs: cases in the TOML files beside this test."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument
from pipeline.records.extract import extract
from pipeline.records.identity import identify
from pipeline.records.model import PollResult

FILES = sorted(Path(__file__).parent.glob("*.toml"))
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in FILES
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]


def read(case: dict[str, Any]) -> list[PollResult]:
    """The merged results of a case, in the order of the text."""
    text = f"{case.get('title', 'A title')}\n{case['text']}"
    records = identify([extract(parse(RawDocument("case", text, "0" * 64)))])
    return sorted((r for _, _, r in records.results), key=lambda r: r.passages[0].start)


def row(result: PollResult) -> dict[str, Any]:
    when = result.poll.when
    return {
        "percent_low": result.low,
        "percent_high": result.high,
        "percent_qualifier": result.qualifier.value,
        "pollster": result.poll.pollster,
        "sponsor": result.poll.sponsor,
        "start_date": when and when.first_day,
        "end_date": when and when.last_day,
        "date_basis": when and when.basis and when.basis.value,
        "year_inferred": bool(when and when.year_inferred),
        "sample_size": result.poll.sample_size,
        "question": result.poll.question,
        "country_code": result.country_code,
        "population": result.population,
        "answer": result.answer,
        "comparison": result.comparison,
    }


@pytest.mark.parametrize("case", CASES)
def test_results(case: dict[str, Any]) -> None:
    rows = [row(result) for result in read(case)]
    assert [r["percent_low"] for r in rows] == [e["percent_low"] for e in case["expected"]]
    for found, expected in zip(rows, case["expected"], strict=True):
        assert {key: found[key] for key in expected} == expected


def test_there_are_cases_of_each_kind() -> None:
    assert len(FILES) >= 3
    assert len(CASES) >= 60
    assert any(not param.values[0]["expected"] for param in CASES)
