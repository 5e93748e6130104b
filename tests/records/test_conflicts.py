"""Contradictions are listed with both sides; what is told apart is none."""

from dataclasses import replace

import pytest
from record_samples import passage, records_of, result, talk

from pipeline.records.conflicts import find_conflicts
from pipeline.records.model import PollResult
from schemas.vocabularies import ConflictKind, Qualifier, RecordTable, TalkFormat, TalkStatus

BY_DAYS = result("a", "Acme", "2001-03-05/2001-03-09", 62.0, "opposed any toll on the bridge")
OPPOSED = "did not support tolls"


@pytest.mark.parametrize(
    "other",
    [
        result("a", "Acme", "2001-03", 55.0, OPPOSED),
        result("b", "Acme", "2001-03", 55.0, OPPOSED),
        result("b", "Acme", "2001-03-05/2001-03-09", 55.0, OPPOSED),
        result("b", "Acme", "2001-03-07/2001-03-12", 55.0, OPPOSED),
        result("b", "Acme", "2001-03", 55.0, OPPOSED, population=None, country_code=None),
    ],
    ids=["its month", "elsewhere", "same days", "overlapping days", "unknown people"],
)
def test_one_question_with_two_shares(other):
    (conflict,) = find_conflicts(records_of(BY_DAYS, other))
    assert conflict.kind is ConflictKind.SAME_QUESTION
    assert conflict.table is RecordTable.POLL_RESULTS
    assert conflict.field == "percent_low"
    assert {conflict.one.value, conflict.other.value} == {"62.0", "55.0"}
    assert {conflict.one.passage.quote, conflict.other.passage.quote} == {"62.0", "55.0"}
    assert conflict.one.record_id != conflict.other.record_id


@pytest.mark.parametrize(
    "other",
    [
        result("b", "Acme", "2001-03", 55.0, "opposed any toll on the tunnel in the north"),
        result("b", "Acme", "2001-03", 55.0, "supported any toll on the bridge"),
        result("b", "Acme", "2001-03", 55.0, "opposed the new mayor"),
        result("b", "Acme", "2001-03", 55.0, None),
        result("b", "Apex", "2001-03", 55.0, OPPOSED),
        result("b", "Acme", "2001-04", 55.0, OPPOSED),
        result("b", "Acme", "2001-03", 55.0, OPPOSED, population="Swedes", country_code="SWE"),
        result("b", "Acme", "2001-03", 55.0, OPPOSED, population="Danes in the south"),
        result("b", "Acme", "2001-03", 55.0, OPPOSED, population="Danes aged 18 to 29"),
        result("a", "Acme", "2001-03-07/2001-03-12", 55.0, OPPOSED),
        result("b", "Acme", "2001-03", 62.4, OPPOSED),
    ],
    ids=[
        *("other matter", "stance", "other object", "no answer", "pollster", "month", "country"),
        *("region", "age", "another wave of the same document", "rounded"),
    ],
)
def test_what_is_asked_of_others_or_otherwise_is_no_conflict(other):
    records = records_of(BY_DAYS, other)
    assert len(records.results) == 2
    assert find_conflicts(records) == ()


def test_figures_of_one_sentence_are_no_conflict():
    told = "Opposition to the toll was 62.0 in towns and 55.0 elsewhere."
    one = result("a", "Acme", "2001-03", 62.0, "Opposition to the toll", told=told)
    other = result("a", "Acme", "2001-03", 55.0, "Opposition to the toll", told=told)
    records = records_of(one, other)
    assert len(records.results) == 2
    assert find_conflicts(records) == ()


def of_table(found: PollResult) -> PollResult:
    cells = tuple(replace(p, rule="poll_table_cell") for p in found.passages)
    return replace(found, passages=cells, poll=replace(found.poll, passages=cells))


def test_rows_of_the_tables_of_a_document_are_no_conflict_but_those_of_two_are():
    days, month = ("2001-03-05/2001-03-09", 62.0), ("2001-03", 55.0)
    one = of_table(result("a", "Acme", *days, "opposed the toll"))
    beside = of_table(result("a", "Acme", *month, "opposed the toll"))
    elsewhere = of_table(result("b", "Acme", *month, "opposed the toll"))
    assert find_conflicts(records_of(one, beside)) == ()
    assert len(find_conflicts(records_of(one, elsewhere))) == 1


def test_a_year_is_too_vague_to_contradict_a_month():
    records = records_of(BY_DAYS, result("b", "Acme", "2001", 55.0, OPPOSED))
    assert len(records.polls) == 2
    assert find_conflicts(records) == ()


@pytest.mark.parametrize("when", ["2001-03", "2001-03-05/2001-03-09"])
def test_two_shares_of_one_poll(when):
    one = result("a", "Acme", when, 62.0, "opposed the toll")
    other = result("a", "Acme", when, 55.0, "opposed the toll")
    records = records_of(one, other)
    assert len(records.polls) == 1
    (conflict,) = find_conflicts(records)
    assert conflict.kind is ConflictKind.SAME_QUESTION


def test_what_is_called_by_its_year_may_be_many_polls():
    one = result("a", "Acme", "2001", 62.0, "opposed the toll")
    other = result("b", "Acme", "2001", 55.0, "opposed the toll")
    assert find_conflicts(records_of(one, other)) == ()


def test_a_long_list_of_figures_takes_no_pair_of_all():
    told = [result("a", "Acme", "2001-03", n / 2, "opposed the toll") for n in range(200)]
    assert 200 < len(find_conflicts(records_of(*told))) <= 200 * 50


ROUND = talk("a", "1999-05-04", city="Oslo", series="Lake talks", round=3)


def test_one_round_with_two_dates():
    other = talk("b", "1999-05-11", city="Oslo", series="lake talks", round=3)
    (conflict,) = find_conflicts(records_of(ROUND, other))
    assert (conflict.kind, conflict.table, conflict.field) == (
        ConflictKind.SAME_ROUND,
        RecordTable.TALKS,
        "start_date",
    )
    assert (conflict.one.value, conflict.other.value) == ("1999-05-04", "1999-05-11")
    assert [s.passage.document_id for s in (conflict.one, conflict.other)] == ["a", "b"]


@pytest.mark.parametrize(
    "other",
    [
        talk("b", "1999-05-11", city="Oslo", series="Lake talks", round=4),
        talk("b", "1999-05-11", city="Oslo", series="River talks", round=3),
        talk("b", "1999-05-11", city="Oslo", round=3),
        talk("b", "1999-05-11", city="Bergen", series="Lake talks", round=3),
        talk("b", "2003-05-11", city="Oslo", series="Lake talks", round=3),
        talk("b", "1999-06", city="Oslo", series="Lake talks", round=3),
        talk(
            "b",
            "1999-05-11",
            city="Oslo",
            series="Lake talks",
            round=3,
            status=TalkStatus.CANCELLED,
        ),
    ],
    ids=["round", "series", "no series", "place", "years later", "month", "cancelled"],
)
def test_another_round_is_no_conflict(other):
    assert find_conflicts(records_of(ROUND, other)) == ()


def test_sessions_of_a_round_in_one_sentence_are_no_conflict():
    told = "The talks of the third round were held on 4 and 11 May."
    columns = {"city": "Oslo", "series": "Lake talks", "round": 3, "told": told}
    one, other = (talk("a", day, **columns) for day in ("1999-05-04", "1999-05-11"))
    assert find_conflicts(records_of(one, other)) == ()


MEETING = talk("a", "1999-05-04", "Norway", "Sweden", city="Oslo")


def test_the_same_parties_in_two_places_on_one_day():
    other = talk("b", "1999-05-04", "Sweden", "Norway", city="Bergen")
    (conflict,) = find_conflicts(records_of(MEETING, other))
    assert (conflict.kind, conflict.field) == (ConflictKind.SAME_DAY, "city")
    assert {conflict.one.value, conflict.other.value} == {"Oslo", "Bergen"}


@pytest.mark.parametrize(
    "other",
    [
        talk("b", "1999-05-05", "Norway", "Sweden", city="Bergen"),
        talk("b", "1999-05-04", "Norway", "Denmark", city="Bergen"),
        talk("b", "1999-05-04", "Norway", city="Bergen"),
        talk("b", "1999-05-04", "Norway", "Sweden", city="Bergen", format=TalkFormat.PHONE),
        talk("b", "1999-05", "Norway", "Sweden", city="Bergen"),
    ],
    ids=["day", "parties", "one party", "telephone", "month"],
)
def test_another_meeting_is_no_conflict(other):
    records = records_of(MEETING, other)
    assert len(records.talks) == 2
    assert find_conflicts(records) == ()


@pytest.mark.parametrize(
    ("one", "other", "field", "values"),
    [
        ({"round": 2}, {"round": 3}, "round", ("2", "3")),
        ({"country_code": "NOR"}, {"country_code": "SWE"}, "country_code", ("NOR", "SWE")),
        ({"participant_count": 12}, {"participant_count": 14}, "participant_count", ("12", "14")),
        ({}, {"status": TalkStatus.CANCELLED}, "status", ("held", "cancelled")),
    ],
)
def test_one_talk_told_with_two_values(one, other, field, values):
    records = records_of(
        talk("a", "1999-05-04", city="Oslo", **one), talk("b", "1999-05-04", city="Oslo", **other)
    )
    assert len(records.talks) == 1
    (conflict,) = find_conflicts(records)
    assert (conflict.kind, conflict.field) == (ConflictKind.SAME_RECORD, field)
    assert (conflict.one.value, conflict.other.value) == values
    assert conflict.one.record_id == conflict.other.record_id == "1999-05-04-oslo"
    assert [s.passage.document_id for s in (conflict.one, conflict.other)] == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"round": 2}, {}),
        ({}, {"status": TalkStatus.PLANNED}),
        ({"outcome_text": "in tears"}, {"outcome_text": "without result"}),
        (
            {"participant_count": 40, "participant_count_qualifier": Qualifier.ABOUT},
            {"participant_count": 42, "participant_count_qualifier": Qualifier.EXACT},
        ),
    ],
    ids=["one is silent", "planned and held", "words", "about"],
)
def test_tellings_that_may_both_be_true_are_no_conflict(one, other):
    records = records_of(
        talk("a", "1999-05-04", city="Oslo", **one), talk("b", "1999-05-04", city="Oslo", **other)
    )
    assert len(records.talks) == 1
    assert find_conflicts(records) == ()


def test_one_poll_told_with_two_samples_cites_what_gives_them():
    told = {}
    for document, size in (("a", 1000), ("b", 1200)):
        of_share = result(document, "Acme", "2001-03", 62.0, "opposed the toll")
        sentence = f"Acme asked {size} people."
        sample = passage(document, sentence, str(size), "sample_size")
        poll = replace(
            of_share.poll,
            sample_size=size,
            sample_size_qualifier=Qualifier.EXACT,
            passages=(*of_share.poll.passages, sample),
        )
        told[document] = replace(of_share, poll=poll)
    records = records_of(*told.values())
    (conflict,) = find_conflicts(records)
    assert (conflict.table, conflict.field) == (RecordTable.POLLS, "sample_size")
    assert (conflict.one.passage.quote, conflict.other.passage.quote) == ("1000", "1200")


def test_a_record_that_was_taken_back_contradicts_nothing():
    records = records_of(
        talk("a", "1999-05-04", city="Oslo", round=2),
        talk("b", "1999-05-04", city="Oslo", round=3),
    )
    assert len(find_conflicts(records)) == 1
    assert find_conflicts(replace(records, talks=())) == ()
