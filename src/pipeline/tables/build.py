"""Lay out records and documents as rows of the published tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow

from pipeline.raw.model import RawDocument
from pipeline.records.identity import Records
from pipeline.records.model import Party, Passage, Poll, PollResult, Rejection, Talk, When
from schemas.registry import TABLES, TableSpec
from schemas.vocabularies import RecordTable

Row = dict[str, Any]
Tables = dict[str, pd.DataFrame]


def build_tables(raw_documents: Iterable[RawDocument], records: Records) -> Tables:
    """All published tables, in the order of the registry, each sorted by its primary key.

    Args:
        raw_documents: The documents of the run.
        records: What was read from them.

    Returns:
        For each table its frame, with the Arrow types of its schema; nothing is checked yet.
    """
    rows = record_rows(records) | {
        "evidence": _evidence_rows(records),
        "documents": [_document_row(document, records.titles) for document in raw_documents],
        "rejects": [_reject_row(rejection) for rejection in records.rejections],
    }
    return {name: to_frame(spec, rows[name]) for name, spec in TABLES.items()}


def record_rows(records: Records) -> dict[str, list[Row]]:
    """The rows of the tables that are read from text: talks with their parties, polls, results."""
    return {
        "talks": [_talk_row(talk_id, talk) for talk_id, talk in records.talks],
        "talk_parties": [
            _party_row(talk_id, party) for talk_id, talk in records.talks for party in talk.parties
        ],
        "polls": [_poll_row(poll_id, poll) for poll_id, poll in records.polls],
        "poll_results": [_result_row(*identified) for identified in records.results],
    }


def to_frame(spec: TableSpec, rows: Iterable[Row]) -> pd.DataFrame:
    """The rows as a frame of the table, sorted by primary key.

    Evidence, rejects and parties told twice under one key keep one row, the first in the order
    of all columns; an identifier given twice is left for validation to find.

    Raises:
        ValueError: A value does not fit the type of its column.
    """
    schema = spec.arrow_schema
    in_order = sorted(rows, key=lambda row: _sort_key(row, (*spec.primary_key, *schema.names)))
    if len(spec.primary_key) > 1:
        first_of_key: dict[tuple[Any, ...], Row] = {}
        for row in in_order:
            first_of_key.setdefault(tuple(row[column] for column in spec.primary_key), row)
        in_order = list(first_of_key.values())
    table = pyarrow.Table.from_pylist(in_order, schema)
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def _sort_key(row: Row, columns: Sequence[str]) -> list[tuple[bool, Any]]:
    return [(row[column] is not None, row[column]) for column in columns]


def _dates(when: When | None) -> Row:
    return {
        "start_date": when and when.first_day,
        "end_date": when and when.last_day,
        "date_precision": when and when.precision,
        "year_inferred": when is not None and when.year_inferred,
    }


def _talk_row(talk_id: str, talk: Talk) -> Row:
    return {
        "talk_id": talk_id,
        "series": talk.series,
        "round": talk.round,
        **_dates(talk.when),
        "place": talk.place,
        "city": talk.city,
        "country_code": talk.country_code,
        "latitude": talk.latitude,
        "longitude": talk.longitude,
        "format": talk.format,
        "participant_count": talk.participant_count,
        "participant_count_qualifier": talk.participant_count_qualifier,
        "outcome": talk.outcome,
        "outcome_text": talk.outcome_text,
        "status": talk.status,
    }


def _party_row(talk_id: str, party: Party) -> Row:
    return {
        "talk_id": talk_id,
        "party": party.name,
        "country_code": party.country_code,
        "role": party.role,
    }


def _poll_row(poll_id: str, poll: Poll) -> Row:
    return {
        "poll_id": poll_id,
        "pollster": poll.pollster,
        "sponsor": poll.sponsor,
        **_dates(poll.when),
        "date_basis": poll.when and poll.when.basis,
        "sample_size": poll.sample_size,
        "sample_size_qualifier": poll.sample_size_qualifier,
        "margin_of_error": poll.margin_of_error,
        "mode": poll.mode,
        "question": poll.question,
    }


def _result_row(result_id: str, poll_id: str, result: PollResult) -> Row:
    return {
        "result_id": result_id,
        "poll_id": poll_id,
        "population": result.population,
        "country_code": result.country_code,
        "answer": result.answer,
        "percent_low": result.low,
        "percent_high": result.high,
        "percent_qualifier": result.qualifier,
        "comparison": result.comparison,
    }


def _evidence_rows(records: Records) -> list[Row]:
    passages = [
        *((RecordTable.TALKS, key, talk.passages) for key, talk in records.talks),
        *((RecordTable.POLLS, key, poll.passages) for key, poll in records.polls),
        *((RecordTable.POLL_RESULTS, key, result.passages) for key, _, result in records.results),
    ]
    return [
        {
            "table_name": table,
            "record_id": key,
            "field": passage.field,
            **_passage_columns(passage),
            "citations": ";".join(passage.citations) or None,
        }
        for table, key, of_record in passages
        for passage in of_record
    ]


def _reject_row(rejection: Rejection) -> Row:
    return {
        "kind": rejection.kind,
        "reason": rejection.reason,
        "detail": rejection.detail,
        **_passage_columns(rejection.passage),
    }


def _passage_columns(passage: Passage) -> Row:
    return {
        "document_id": passage.document_id,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
        "sentence": passage.sentence,
        "rule": passage.rule,
    }


def _document_row(document: RawDocument, titles: Mapping[str, str]) -> Row:
    return {
        "document_id": document.document_id,
        "title": document.title or titles.get(document.document_id),
        "url": document.url,
        "revision_id": document.revision_id,
        "retrieved_at": document.retrieved_at,
        "format": document.format,
        "sha256": document.sha256,
        "licence": document.licence,
        "attribution": document.attribution,
    }
