"""Whole articles of our own in every format, and what a careful reader finds in them."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.run import run
from pipeline.settings import Settings

ARTICLES = Path(__file__).parent / "articles"
EXPECTED = sorted(ARTICLES.glob("*.toml"))


def article_of(expected: Path) -> Path:
    """The article that a file of expectations is about."""
    (found,) = (p for p in ARTICLES.glob(f"{expected.stem}.*") if p != expected)
    return found


@pytest.fixture(scope="module", params=EXPECTED, ids=lambda path: path.stem)
def article(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is expected of an article, and the tables that are read from it."""
    expected = tomllib.loads(request.param.read_text(encoding="utf-8"))
    return expected, run([article_of(request.param)], Settings()).tables


def rows(frame: Any) -> list[dict[str, Any]]:
    return [
        {key: None if value is None or value != value else value for key, value in row.items()}
        for row in frame.astype(object).to_dict("records")
    ]


def citations(tables: dict[str, Any], table: str, record_id: str) -> list[str]:
    """Keys of the footnotes of what a record as a whole rests on."""
    return sorted(
        {
            key
            for row in rows(tables["evidence"])
            if (row["table_name"], row["record_id"], row["field"]) == (table, record_id, "record")
            for key in (row["citations"] or "").split(";")
            if key
        }
    )


def talks(tables: dict[str, Any]) -> list[dict[str, Any]]:
    parties: dict[str, list[str]] = {}
    for row in rows(tables["talk_parties"]):
        parties.setdefault(row["talk_id"], []).append(row["party"])
    return [
        {
            "start": row["start_date"],
            "end": row["end_date"],
            "precision": row["date_precision"],
            "country": row["country_code"],
            "parties": sorted(parties.get(row["talk_id"], [])),
            "citations": citations(tables, "talks", row["talk_id"]),
            **{
                name: row[name]
                for name in ("city", "place", "round", "participant_count", "outcome", "status")
            },
        }
        for row in rows(tables["talks"])
    ]


def results(tables: dict[str, Any]) -> list[dict[str, Any]]:
    polls = {row["poll_id"]: row for row in rows(tables["polls"])}
    return [
        {
            "percent": row["percent_low"],
            "qualifier": row["percent_qualifier"],
            "start": polls[row["poll_id"]]["start_date"],
            "end": polls[row["poll_id"]]["end_date"],
            "country": row["country_code"],
            "citations": citations(tables, "poll_results", row["result_id"]),
            **{name: row[name] for name in ("population", "answer", "comparison")},
            **{
                name: polls[row["poll_id"]][name]
                for name in (
                    *("pollster", "sponsor", "date_basis", "sample_size"),
                    *("margin_of_error", "mode", "question"),
                )
            },
        }
        for row in rows(tables["poll_results"])
    ]


def notes(tables: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "published": row["published_date"],
            **{name: row[name] for name in ("key", "title", "publisher", "url")},
        }
        for row in rows(tables["citations"])
    ]


def agrees(expected: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a record has all that is expected of it; what is not stated is not judged."""
    return all(
        sorted(value) == found[name]
        if isinstance(value, list)
        else abs(value - (found[name] or -1)) < 0.001
        if isinstance(value, float)
        else value == found[name]
        for name, value in expected.items()
    )


def compare(expected: list[dict[str, Any]], found: list[dict[str, Any]], kind: str) -> None:
    """Each expected record is found once, and nothing else is found."""
    rest = list(found)
    missing = []
    for record in expected:
        match = next((other for other in rest if agrees(record, other)), None)
        if match is None:
            missing.append(record)
        else:
            rest.remove(match)
    differences = [f"  - {_shown(record)}" for record in missing]
    differences += [f"  + {_shown(record)}" for record in rest]
    assert not differences, "\n".join([f"{kind} expected (-) and found (+):", *differences])


def _shown(record: dict[str, Any]) -> str:
    return ", ".join(
        f"{name}={value.isoformat() if isinstance(value, date) else value!r}"
        for name, value in record.items()
        if value not in (None, [])
    )


def test_there_are_articles_in_every_format():
    assert len(EXPECTED) >= 12
    assert {article_of(path).suffix for path in EXPECTED} == {".txt", ".wiki", ".html", ".json"}


def expect_failure(request: pytest.FixtureRequest, expected: dict[str, Any], kind: str) -> None:
    """Mark a test as an expected failure where the expectations give a reason under ``unmet``."""
    if reason := expected.get("unmet", {}).get(kind):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))


def test_talks(article, request):
    expected, tables = article
    expect_failure(request, expected, "talks")
    compare(expected.get("talks", []), talks(tables), "talks")


def test_poll_results(article, request):
    expected, tables = article
    expect_failure(request, expected, "results")
    compare(expected.get("results", []), results(tables), "poll results")


def test_citations(article):
    expected, tables = article
    if "citations" in expected:
        compare(expected["citations"], notes(tables), "citations")


def test_every_quote_is_where_it_is_said_to_be(article, request):
    _, tables = article
    raw = article_of(request.node.callspec.params["article"]).read_text(encoding="utf-8")
    evidence = rows(tables["evidence"])
    assert bool(evidence) == bool(len(tables["talks"]) + len(tables["poll_results"]))
    for row in evidence:
        assert raw[row["start"] : row["end"]] == row["quote"]


def test_every_document_has_its_name(article):
    expected, tables = article
    if "name" in expected:
        assert [row["title"] for row in rows(tables["documents"])] == [expected["name"]]
