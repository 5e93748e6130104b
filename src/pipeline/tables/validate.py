"""The last check of the tables: schemas, keys and references all hold, or nothing is published."""

from collections.abc import Sequence

from pandera.errors import SchemaErrors

from pipeline.errors import QualityError
from pipeline.raw.model import RawDocument
from pipeline.tables.breaches import DEFECT_HINT
from pipeline.tables.build import Tables
from schemas.registry import TABLES
from schemas.vocabularies import RecordTable

_NAMING = (
    ("conflicts", "record_id"),
    ("conflicts", "other_record_id"),
    ("corrections", "record_id"),
    ("audit", "record_id"),
)
"""The columns that name a record of the table in ``table_name``."""

_QUOTING = (
    ("evidence", ""),
    ("conflicts", ""),
    ("conflicts", "other_"),
    ("rejects", ""),
    ("audit", ""),
)
"""The tables that quote documents, with what the names of the columns begin with."""


def validate_tables(raw_documents: Sequence[RawDocument], tables: Tables) -> None:
    """Check each table against its schema, all references between tables, and all quotes.

    Raises:
        QualityError: A table is missing or breaks its schema, a reference leads nowhere, a talk
            or result has no evidence, or a quote is not verbatim.
    """
    if tables.keys() != TABLES.keys():
        raise _defect(f"expected the tables {list(TABLES)}, not {list(tables)}")
    for name, spec in TABLES.items():
        try:
            spec.model.validate(tables[name], lazy=True)
        except SchemaErrors as errors:
            case = errors.failure_cases.iloc[0]
            raise _defect(
                f"the table {name} breaks its schema: "
                f"{case['check']} ({case['column']}: {case['failure_case']})"
            ) from errors
    _check_references(tables)
    _check_evidence(tables)
    _check_citations(tables)
    _check_quotes(raw_documents, tables)


def _check_references(tables: Tables) -> None:
    for name, spec in TABLES.items():
        for column, (target, key) in spec.foreign_keys.items():
            unknown = set(tables[name][column]) - set(tables[target][key])
            if unknown:
                raise _defect(f"{name}.{column} {min(unknown)!r} is not in {target}.{key}")


def _check_evidence(tables: Tables) -> None:
    evidence = tables["evidence"]
    for table in RecordTable:
        of_table = evidence[evidence["table_name"] == table]
        known = set(tables[table][TABLES[table].primary_key[0]])
        unknown = set(of_table["record_id"]) - known
        if unknown:
            raise _defect(f"evidence for {min(unknown)!r}, which is not in {table}")
        for name, column in _NAMING:
            rows = tables[name][tables[name]["table_name"] == table]
            if unknown := set(rows[column]) - known:
                raise _defect(f"{name}.{column} {min(unknown)!r} is not in {table}")
        proven = set(of_table.loc[of_table["field"] == "record", "record_id"])
        if table != RecordTable.POLLS and known - proven:
            raise _defect(f"{min(known - proven)!r} in {table} has no evidence")


def _check_citations(tables: Tables) -> None:
    citations = tables["citations"]
    known = set(zip(citations["document_id"], citations["key"], strict=True))
    cited = tables["evidence"][["document_id", "citations"]].dropna()
    for document_id, keys in cited.itertuples(index=False):
        for key in keys.split(";"):
            if (document_id, key) not in known:
                raise _defect(
                    f"evidence cites {key!r}, a footnote that {document_id} does not have"
                )


def _check_quotes(raw_documents: Sequence[RawDocument], tables: Tables) -> None:
    texts = {document.document_id: document.text for document in raw_documents}
    for name, prefix in _QUOTING:
        columns = [prefix + column for column in ("document_id", "start", "end", "quote")]
        quotes = tables[name][columns]
        for document_id, start, end, quote in quotes.itertuples(index=False):
            if texts[document_id][start:end] != quote:
                raise _defect(f"{name}: {quote!r} is not what {document_id} has at {start}:{end}")


def _defect(problem: str) -> QualityError:
    return QualityError(problem, DEFECT_HINT)
