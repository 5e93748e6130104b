"""Polls read from tables: the cases of the data files, each a small table with what it gives."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from polltable_samples import rows_of_lines, table_document

from pipeline.documents.model import Document
from pipeline.records.extract import extract
from pipeline.records.model import PollResult
from pipeline.records.polltables.assemble import table_results

DATA = Path(__file__).parents[2] / "data" / "records"
CASES: dict[str, dict[str, Any]] = {
    f"{path.stem}: {case['name']}": case
    for path in sorted(DATA.glob("polltables*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
}
NONE = "-"


def document_of(case: dict[str, Any]) -> Document:
    return table_document(
        rows_of_lines(case["table"]),
        name=case.get("title", "A document"),
        headings=tuple(case.get("headings", ())),
        lead=case.get("lead", ""),
        caption=case.get("caption", ""),
        notes=case.get("notes"),
    )


def value(result: PollResult, column: str) -> str:
    """A column of a result as the cases write it."""
    poll, when = result.poll, result.poll.when
    found = {
        "share": f"{result.low:g}" + (f"-{result.high:g}" if result.high > result.low else ""),
        "qualifier": result.qualifier.value,
        "answer": result.answer,
        "population": result.population,
        "country": result.country_code,
        "pollster": poll.pollster,
        "sponsor": poll.sponsor,
        "when": when and f"{when.first_day}/{when.last_day}".replace(f"/{when.first_day}", ""),
        "precision": when and when.precision.value,
        "inferred": str(bool(when and when.year_inferred)).lower(),
        "basis": when and when.basis and when.basis.value,
        "sample": poll.sample_size,
        "sample_qualifier": poll.sample_size_qualifier and poll.sample_size_qualifier.value,
        "margin": poll.margin_of_error and f"{poll.margin_of_error:g}",
        "mode": poll.mode and poll.mode.value,
        "question": poll.question,
        "citations": ",".join(result.passages[0].citations) or None,
        "sentence": result.passages[0].sentence.replace(" | ", " / "),
    }[column]
    return NONE if found is None else str(found)


@pytest.mark.parametrize("name", CASES)
def test_that_a_table_gives_its_polls(name: str) -> None:
    case = CASES[name]
    document = document_of(case)
    results, rejections = table_results(document, document.tables[0], case.get("names", {}))
    columns, *expected = rows_of_lines(case["gives"]) if "gives" in case else [[]]
    assert [[value(result, column) for column in columns] for result in results] == expected
    rejected = [f"{r.passage.quote}: {r.reason.value}" for r in rejections]
    assert rejected == case.get("rejects", [])
    for passage in (
        *(p for r in results for p in (*r.passages, *r.poll.passages)),
        *(r.passage for r in rejections),
    ):
        assert document.raw[passage.start : passage.end] == passage.quote
        assert passage.quote
        assert passage.sentence


def test_that_there_are_many_cases() -> None:
    assert len(CASES) >= 60
    assert sum("gives" not in case for case in CASES.values()) >= 20


def test_that_a_document_gives_the_polls_of_its_tables() -> None:
    case = CASES["polltables: pollster, date, sample, options and lead"]
    extraction = extract(document_of(case))
    assert len(extraction.results) == 6
    assert len(extraction.rejections) == 2
