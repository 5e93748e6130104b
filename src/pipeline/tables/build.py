"""Lay out records and documents as rows of the published tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow

from pipeline.raw.model import RawDocument
from pipeline.records.columns import poll_columns, result_columns, talk_columns
from pipeline.records.conflicts import find_conflicts
from pipeline.records.identity import Records
from pipeline.records.model import Party, Passage, Rejection
from pipeline.tables.fates import fates, passages
from pipeline.tables.provenance import (
    Row,
    audit_row,
    citation_row,
    conflict_row,
    correction_row,
    footnote_key,
)
from schemas.registry import TABLES, TableSpec

Tables = dict[str, pd.DataFrame]


def build_tables(raw_documents: Iterable[RawDocument], records: Records) -> Tables:
    """All published tables, in the order of the registry, each sorted by its primary key.

    Args:
        raw_documents: The documents of the run.
        records: What was read from them.

    Returns:
        For each table its frame, with the Arrow types of its schema; nothing is checked yet.
    """
    published = records.identifiers
    rows = record_rows(records) | {
        "evidence": _evidence_rows(records),
        "documents": [_document_row(document, records.titles) for document in raw_documents],
        "citations": [citation_row(source) for source in records.sources],
        "conflicts": [conflict_row(conflict) for conflict in find_conflicts(records)],
        "corrections": [
            correction_row(correction)
            for correction in records.corrections
            if correction.record_id in published[correction.table]
        ],
        "rejects": [_reject_row(rejection) for rejection in records.rejections],
        "audit": [audit_row(fate) for fate in fates(records)],
    }
    return {name: to_frame(spec, rows[name]) for name, spec in TABLES.items()}


def record_rows(records: Records) -> dict[str, list[Row]]:
    """The rows of the tables that are read from text: talks with their parties, polls, results."""
    return {
        "talks": [{"talk_id": talk_id, **talk_columns(talk)} for talk_id, talk in records.talks],
        "talk_parties": [
            _party_row(talk_id, party) for talk_id, talk in records.talks for party in talk.parties
        ],
        "polls": [{"poll_id": poll_id, **poll_columns(poll)} for poll_id, poll in records.polls],
        "poll_results": [
            {"result_id": result_id, "poll_id": poll_id, **result_columns(result)}
            for result_id, poll_id, result in records.results
        ],
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


def _party_row(talk_id: str, party: Party) -> Row:
    return {
        "talk_id": talk_id,
        "party": party.name,
        "country_code": party.country_code,
        "role": party.role,
    }


def _evidence_rows(records: Records) -> list[Row]:
    return [
        {
            "table_name": table,
            "record_id": key,
            "field": passage.field,
            **_passage_columns(passage),
            "citations": ";".join(map(footnote_key, passage.citations)) or None,
        }
        for table, key, passage in passages(records)
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
