"""Small tables of our own making, for the tests of releases and for the scripts that they start."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pyarrow

from pipeline.raw.model import RawDocument
from schemas.registry import TABLES

Tables = dict[str, pd.DataFrame]
Rows = dict[str, list[dict[str, Any]]]

SHA = "ab" * 32
CODE_VERSION = "0.1.0"
RAW = (RawDocument("lake-dispute", "Lake dispute\n…", SHA),)


def sample_rows() -> Rows:
    """Rows of every table, with nulls, quotes, line breaks and formula-like text among them."""
    return {
        "talks": [
            talk("1907-05-02-geneva", place="Geneva", city="Geneva", country_code="CHE"),
            talk("1907-06-video", series='The "lake" rounds, second set', format="video"),
        ],
        "talk_parties": [
            {"talk_id": "1907-05-02-geneva", "party": "Ruritania", "role": "party"},
            {"talk_id": "1907-05-02-geneva", "party": "=Graustark", "role": "mediator"},
        ],
        "polls": [
            {
                "poll_id": "2011-05-acme",
                "pollster": "Acme Research, Ltd.",
                "start_date": date(2011, 5, 1),
                "end_date": date(2011, 5, 31),
                "date_precision": "month",
                "date_basis": "fieldwork",
                "year_inferred": False,
                "sample_size": 1512,
                "sample_size_qualifier": "exact",
                "question": "NA",
            }
        ],
        "poll_results": [
            result("2011-05-acme-yes", 82.0, answer="- in favour"),
            result("2011-05-acme-no", 10.5, 15.0, percent_qualifier="range"),
        ],
        "evidence": [
            evidence("talks", "1907-05-02-geneva", 12, "2 May"),
            evidence("polls", "2011-05-acme", 40, "Acme Research, Ltd."),
            evidence("poll_results", "2011-05-acme-yes", 70, "82%", field="percent_low"),
        ],
        "documents": [
            {
                "document_id": "lake-dispute",
                "title": "Lake dispute <b>of</b> [1907](http://x.example)",
                "url": "https://encyclopedia.example/wiki/Lake_dispute",
                "revision_id": "1234567",
                "retrieved_at": datetime(2024, 3, 1, 12, 30, tzinfo=UTC),
                "format": "text/plain",
                "sha256": SHA,
                "licence": "CC-BY-SA-4.0",
                "attribution": "Contributors to Lake dispute",
            }
        ],
        "citations": [
            {
                "document_id": "lake-dispute",
                "key": "3",
                "note": 'Ruritanian Gazette. "=Lake talks"',
                "title": "=Lake talks",
                "url": "https://gazette.example/lake?a=1&b=2",
                "publisher": "Ruritanian Gazette",
                "published_text": "May 1907",
                "published_date": date(1907, 5, 1),
                "date_precision": "month",
                "start": 200,
                "end": 240,
            },
            {"document_id": "lake-dispute", "key": "4"},
        ],
        "conflicts": [
            {
                "table_name": "talks",
                "kind": "same_record",
                "field": "round",
                "record_id": "1907-05-02-geneva",
                "value": "2",
                "document_id": "lake-dispute",
                "start": 12,
                "end": 17,
                "quote": "2 May",
                "other_record_id": "1907-05-02-geneva",
                "other_value": "3",
                "other_document_id": "lake-dispute",
                "other_start": 20,
                "other_end": 25,
                "other_quote": "third",
            }
        ],
        "corrections": [
            {
                "table_name": "polls",
                "record_id": "2011-05-acme",
                "field": "sample_size",
                "was": None,
                "value": "1512",
                "reason": "The source has it.",
                "source": "https://acme.example",
            }
        ],
        "rejects": [
            {
                "document_id": "lake-dispute",
                "start": 100,
                "end": 103,
                "kind": "poll_result",
                "reason": "election_result",
                "quote": "51%",
                "sentence": "He won\r\nwith 51%.",
                "rule": "share",
            }
        ],
        "audit": [
            {
                "document_id": "lake-dispute",
                "start": 70,
                "end": 73,
                "kind": "share",
                "quote": "82%",
                "outcome": "extracted",
                "table_name": "poll_results",
                "record_id": "2011-05-acme-yes",
                "field": "percent_low",
            },
            {
                "document_id": "lake-dispute",
                "start": 100,
                "end": 103,
                "kind": "share",
                "quote": "51%",
                "outcome": "rejected",
                "reason": "election_result",
            },
        ],
    }


def talk(talk_id: str, **values: Any) -> dict[str, Any]:
    dated = {
        "start_date": date(1907, 5, 2),
        "end_date": date(1907, 5, 3),
        "date_precision": "day",
        "year_inferred": True,
        "status": "held",
    }
    return {"talk_id": talk_id, **dated, **values}


def result(result_id: str, low: float, high: float | None = None, **values: Any) -> dict[str, Any]:
    basic = {
        "poll_id": "2011-05-acme",
        "population": "Ruritanians — naïve “quotes”",
        "percent_low": low,
        "percent_high": low if high is None else high,
        "percent_qualifier": "exact",
        "comparison": False,
    }
    return {"result_id": result_id, **basic, **values}


def evidence(
    table: str, record: str, start: int, quote: str, field: str = "record"
) -> dict[str, Any]:
    return {
        "table_name": table,
        "record_id": record,
        "field": field,
        "document_id": "lake-dispute",
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "sentence": f"So it says: {quote}.",
        "citations": "3;4",
        "rule": "sample",
    }


def tables_of(rows: Rows) -> Tables:
    """Frames of the published types; a value that is not given is null."""
    return {
        name: pyarrow.Table.from_pylist(rows[name], schema=spec.arrow_schema).to_pandas(
            types_mapper=pd.ArrowDtype
        )
        for name, spec in TABLES.items()
    }


def sample_tables(change: Callable[[Rows], object] = lambda rows: None) -> Tables:
    """The sample tables after a change to their rows."""
    rows = sample_rows()
    change(rows)
    return tables_of(rows)
