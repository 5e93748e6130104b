from dataclasses import replace

import pytest

from pipeline.errors import QualityError
from pipeline.tables.build import build_tables
from pipeline.tables.validate import validate_tables


@pytest.fixture
def tables(documents, records):
    return build_tables(documents, records)


def test_sound_tables_pass(documents, tables):
    validate_tables(documents, tables)


def test_a_missing_table_is_refused(documents, tables):
    del tables["rejects"]
    with pytest.raises(QualityError, match="expected the tables"):
        validate_tables(documents, tables)


def test_a_missing_column_is_refused(documents, tables):
    tables["talks"] = tables["talks"].drop(columns="series")
    with pytest.raises(QualityError, match=r"talks breaks its schema.*series"):
        validate_tables(documents, tables)


@pytest.mark.parametrize(
    ("table", "column", "value", "message"),
    [
        ("talks", "country_code", "no", "talks breaks its schema: str_matches"),
        ("talk_parties", "talk_id", "lost", "talk_parties.talk_id 'lost' is not in talks.talk_id"),
        ("poll_results", "poll_id", "lost", "poll_results.poll_id 'lost' is not in polls.poll_id"),
        ("rejects", "document_id", "lost", "rejects.document_id 'lost' is not in documents"),
        ("evidence", "record_id", "lost", "evidence for 'lost', which is not in"),
        ("evidence", "field", "place", "in poll_results has no evidence"),
        (
            "evidence",
            "citations",
            "1;9",
            "evidence cites '9', a footnote that envoys does not have",
        ),
        ("citations", "key", "9", "evidence cites '1', a footnote that envoys does not have"),
        ("citations", "url", "ftp://a.example", "citations breaks its schema: str_matches"),
        ("citations", "key", "1;2", "citations breaks its schema: str_matches"),
        ("citations", "start", 3, "citations breaks its schema: span_or_none"),
        ("conflicts", "record_id", "lost", "conflicts.record_id 'lost' is not in talks"),
        ("conflicts", "other_record_id", "lost", "conflicts.other_record_id 'lost' is not in"),
        ("conflicts", "other_value", "in_person", "conflicts breaks its schema: two_values"),
        ("corrections", "record_id", "lost", "corrections.record_id 'lost' is not in polls"),
        ("corrections", "was", "Acme", "corrections breaks its schema: changed"),
        ("audit", "record_id", "lost", "audit.record_id 'lost' is not in talks"),
        ("audit", "reason", "out_of_range", "audit breaks its schema: record_or_reason"),
        ("audit", "outcome", "left", "audit breaks its schema: record_or_reason"),
        ("evidence", "end", 1, "evidence breaks its schema: non_empty_span"),
    ],
)
def test_a_broken_value_or_reference_is_refused(documents, tables, table, column, value, message):
    tables[table].loc[0, column] = value
    with pytest.raises(QualityError, match=message):
        validate_tables(documents, tables)


def test_a_result_without_evidence_is_refused(documents, with_result):
    with pytest.raises(QualityError, match="'1999-06-acme-agreed' in poll_results has no evidence"):
        validate_tables(documents, build_tables(documents, with_result(passages=())))


def test_a_poll_needs_no_evidence_of_its_own(documents, records):
    ((key, poll),) = records.polls
    bare = replace(records, polls=((key, replace(poll, passages=())),))
    validate_tables(documents, build_tables(documents, bare))


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("evidence", "quote"),
        ("rejects", "quote"),
        ("audit", "quote"),
        ("conflicts", "quote"),
        ("conflicts", "other_quote"),
    ],
)
def test_a_quote_that_is_not_in_the_text_is_refused(documents, tables, table, column):
    tables[table].loc[0, column] = "invented"
    with pytest.raises(QualityError, match=rf"{table}: 'invented' is not what envoys has at "):
        validate_tables(documents, tables)
