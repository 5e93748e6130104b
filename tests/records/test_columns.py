"""Records as columns, and back."""

from datetime import date

import pytest
from record_samples import result, talk

from pipeline.records.columns import (
    as_text,
    poll_columns,
    poll_with,
    result_columns,
    result_with,
    talk_columns,
    talk_with,
)
from schemas.registry import TABLES
from schemas.vocabularies import PollMode, TalkFormat, TalkStatus

TALK = talk("a", "1999-05", "Norway", city="Oslo", round=2, format=TalkFormat.VIDEO)
RESULT = result("a", "Acme", "2001-03", 62.0, "opposed the toll")


def test_columns_are_those_of_the_tables_without_identifiers():
    for table, columns in (
        ("talks", talk_columns(TALK)),
        ("polls", poll_columns(RESULT.poll)),
        ("poll_results", result_columns(RESULT)),
    ):
        names = TABLES[table].arrow_schema.names
        assert set(names) - set(columns) == {
            n for n in names if n in ("talk_id", "poll_id", "result_id")
        }


def test_records_come_back_from_their_columns():
    assert talk_with(TALK, talk_columns(TALK)) == TALK
    assert poll_with(RESULT.poll, poll_columns(RESULT.poll)) == RESULT.poll
    assert result_with(RESULT, result_columns(RESULT)) == RESULT


def test_what_has_no_date_gets_none():
    undated = talk_with(TALK, talk_columns(TALK) | {"start_date": None, "end_date": None})
    assert undated.when is None


def test_words_of_vocabularies_become_their_members():
    changed = talk_with(TALK, talk_columns(TALK) | {"status": "planned", "format": None})
    assert changed.status is TalkStatus.PLANNED
    assert changed.format is None
    poll = poll_with(RESULT.poll, poll_columns(RESULT.poll) | {"mode": "online"})
    assert poll.mode is PollMode.ONLINE


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("Oslo", "Oslo"),
        (TalkStatus.HELD, "held"),
        (82.0, "82.0"),
        (40, "40"),
        (True, "true"),
        (date(1999, 5, 4), "1999-05-04"),
    ],
)
def test_values_read_as_in_csv(value, text):
    assert as_text(value) == text
