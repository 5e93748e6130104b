"""Rows of the tables on footnotes, conflicts, corrections and the audit."""

from typing import Any

from pipeline.records.model import Conflict, Correction, Side, Source
from pipeline.tables.fates import Fate

Row = dict[str, Any]


def footnote_key(key: str) -> str:
    """The key of a footnote as it stands in a list of keys, which a semicolon divides."""
    return key.replace(";", ",")


def citation_row(source: Source) -> Row:
    """The row of a footnote."""
    start, end = source.span or (None, None)
    return {
        "document_id": source.document_id,
        "key": footnote_key(source.key),
        "note": source.note,
        "title": source.title,
        "url": source.url,
        "publisher": source.publisher,
        "published_text": source.published_text,
        "published_date": source.when and source.when.first_day,
        "date_precision": source.when and source.when.precision,
        "start": start,
        "end": end,
    }


def conflict_row(conflict: Conflict) -> Row:
    """The row of a conflict."""
    return {
        "table_name": conflict.table,
        "kind": conflict.kind,
        "field": conflict.field,
        **_side(conflict.one),
        **{f"other_{name}": value for name, value in _side(conflict.other).items()},
    }


def correction_row(correction: Correction) -> Row:
    """The row of a correction."""
    return {
        "table_name": correction.table,
        "record_id": correction.record_id,
        "field": correction.field,
        "was": correction.was,
        "value": correction.value,
        "reason": correction.reason,
        "source": correction.source,
    }


def audit_row(fate: Fate) -> Row:
    """The row of a mark."""
    return {
        "document_id": fate.document_id,
        "start": fate.mark.start,
        "end": fate.mark.end,
        "kind": fate.mark.kind,
        "quote": fate.mark.quote,
        "outcome": fate.outcome,
        "table_name": fate.use and fate.use.table,
        "record_id": fate.use and fate.use.record_id,
        "field": fate.use and fate.use.field,
        "reason": fate.reason,
    }


def _side(side: Side) -> Row:
    return {
        "record_id": side.record_id,
        "value": side.value,
        "document_id": side.passage.document_id,
        "start": side.passage.start,
        "end": side.passage.end,
        "quote": side.passage.quote,
    }
