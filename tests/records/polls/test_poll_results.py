"""Poll results read from short paragraphs: cases in the TOML files beside this test."""

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument
from pipeline.records.extract import extract
from pipeline.records.identity import identify
from pipeline.records.model import Extraction, PollResult

FILES = sorted(Path(__file__).parent.glob("*.toml"))
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in FILES
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]


def read(case: dict[str, Any]) -> list[PollResult]:
    """The merged results of a case, in the order of the text."""
    records = identify([extracted(case)])
    return sorted((r for _, _, r in records.results), key=lambda r: r.passages[0].start)


def extracted(case: dict[str, Any]) -> Extraction:
    """What is read from a case."""
    text = f"{case.get('title', 'A title')}\n{case['text']}"
    return extract(parse(RawDocument("case", text, "0" * 64)))


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
        "sample_size_qualifier": _value(result.poll.sample_size_qualifier),
        "margin_of_error": result.poll.margin_of_error,
        "mode": _value(result.poll.mode),
        "question": result.poll.question,
        "country_code": result.country_code,
        "population": result.population,
        "answer": result.answer,
        "comparison": result.comparison,
    }


def _value(member: StrEnum | None) -> str | None:
    return None if member is None else member.value


@pytest.mark.parametrize("case", CASES)
def test_results(case: dict[str, Any]) -> None:
    rows = [row(result) for result in read(case)]
    assert [r["percent_low"] for r in rows] == [e["percent_low"] for e in case["expected"]]
    for found, expected in zip(rows, case["expected"], strict=True):
        wanted = {key: None if value == "" else value for key, value in expected.items()}
        assert {key: found[key] for key in expected} == wanted


@pytest.mark.parametrize("case", [p for p in CASES if "rejected" in p.values[0]])
def test_rejections(case: dict[str, Any]) -> None:
    rejections = extracted(case).rejections
    found = {r.passage.quote: r.reason.value for r in rejections if r.kind == "poll_result"}
    assert found == case["rejected"]


@pytest.mark.parametrize("case", CASES)
def test_every_column_is_evidenced(case: dict[str, Any]) -> None:
    for result in read(case):
        fields = {passage.field for passage in (*result.passages, *result.poll.passages)}
        values = row(result)
        told = ("pollster", "sponsor", "start_date", "sample_size", "margin_of_error", "mode")
        assert fields >= {c for c in (*told, "question", "population", "answer") if values[c]}


def test_there_are_cases_of_each_kind() -> None:
    assert len(FILES) >= 3
    assert len(CASES) >= 170
    assert len({p.values[0]["text"] for p in CASES}) == len(CASES)
    assert sum("rejected" in p.values[0] for p in CASES) >= 20
    assert any(not param.values[0]["expected"] for param in CASES)
