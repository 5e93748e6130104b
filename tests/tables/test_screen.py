from dataclasses import replace
from datetime import date

import pytest

from pipeline.errors import QualityError
from pipeline.records.model import Party, When
from pipeline.tables.build import build_tables
from pipeline.tables.screen import screen
from pipeline.tables.validate import validate_tables
from schemas.vocabularies import CandidateKind, DatePrecision, PartyRole, Qualifier, RejectReason

BACKWARDS = When(date(1999, 5, 4), date(1999, 5, 1), DatePrecision.DAY)


def test_sound_records_pass_unchanged(records):
    assert screen(records) is records


@pytest.mark.parametrize(
    ("columns", "detail"),
    [
        ({"country_code": "NO"}, "talks.country_code: str_matches('^[A-Z]{3}$') ('NO')"),
        ({"when": BACKWARDS}, "talks: dates_in_order"),
        ({"when": None, "place": None}, "talks: dated_or_placed"),
        ({"series": ""}, "talks: no_empty_text"),
        ({"round": 10**12}, "talks.round: not of type int32 (1000000000000)"),
        ({"place": "\ud800"}, "talks.place: not of type string ('\\ud800')"),
        (
            {"parties": (Party("Norway", "Norway", PartyRole.HOST),)},
            "talk_parties.country_code: str_matches('^[A-Z]{3}$') ('Norway')",
        ),
    ],
    ids=["code", "dates", "nothing", "empty text", "large", "surrogate", "party"],
)
def test_a_talk_that_breaks_the_schema_is_rejected_whole(documents, with_talk, columns, detail):
    before = with_talk(**columns)
    after = screen(before)
    assert after.talks == ()
    assert after.results == before.results
    rejection = after.rejections[-1]
    assert (rejection.kind, rejection.reason) == (CandidateKind.TALK, RejectReason.FAILED_SCHEMA)
    assert rejection.detail == detail
    assert rejection.passage.quote == "met in Oslo on 4 May 1999"
    tables = build_tables(documents, after)
    validate_tables(documents, tables)
    assert set(tables["evidence"]["table_name"]) == {"polls", "poll_results"}
    assert len(tables["talk_parties"]) == 0


def test_a_result_that_breaks_the_schema_takes_its_poll_along(documents, with_result):
    after = screen(with_result(high=120.0))
    assert after.results == after.polls == ()
    assert after.rejections[-1].kind == CandidateKind.POLL_RESULT
    assert after.rejections[-1].detail == (
        "poll_results: range_is_qualified; poll_results.percent_high: in_range(0, 100) (120.0)"
    )
    tables = build_tables(documents, after)
    validate_tables(documents, tables)
    assert set(tables["evidence"]["table_name"]) == {"talks"}


def test_a_poll_that_breaks_the_schema_takes_its_results_along(with_poll):
    after = screen(with_poll(sample_size=0, sample_size_qualifier=Qualifier.EXACT))
    assert after.results == after.polls == ()
    assert after.rejections[-1].passage.quote == "51%"
    assert after.rejections[-1].detail.startswith("polls.sample_size: greater_than")


def test_a_poll_keeps_its_sound_results(records):
    ((key, poll_id, result),) = records.results
    broken = replace(result, low=-1.0)
    after = screen(
        replace(records, results=((key, poll_id, result), (f"{key}-2", poll_id, broken)))
    )
    assert [entry[0] for entry in after.results] == [key]
    assert after.polls == records.polls


def test_no_candidate_is_lost(records, with_talk):
    after = screen(with_talk(country_code="?"))
    assert len(after.talks) + len(after.results) + len(after.rejections) == 3
    assert (after.candidates, after.merged) == (records.candidates, records.merged)


def test_an_identifier_given_twice_is_a_defect(records):
    with pytest.raises(QualityError, match=r"field_uniqueness.*1999-05-04-oslo"):
        screen(replace(records, talks=records.talks * 2))


def test_a_broken_record_without_a_passage_is_a_defect(with_talk):
    with pytest.raises(QualityError, match="rests on no passage"):
        screen(with_talk(country_code="?", passages=()))
