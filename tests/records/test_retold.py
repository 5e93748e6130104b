"""What is told twice in different words, in one document or in several, is one record."""

import pytest
from record_samples import records_of, result, talk

from pipeline.raw.model import RawDocument
from pipeline.release.csv_files import csv_bytes
from pipeline.release.frames import to_arrow
from pipeline.run import make_dataset, read_records
from schemas.registry import TABLES
from schemas.vocabularies import TalkFormat, TalkStatus

PRECISE = talk(
    "a", "1999-05-04", "Norway", "Sweden", city="Oslo", country_code="NOR", series="Lake talks"
)

AGAIN = {
    "country only": talk("b", "1999-05-04", place="Norway", country_code="NOR"),
    "country and one party": talk("b", "1999-05-04", "Sweden", place="Norway", country_code="NOR"),
    "no place, same parties": talk("b", "1999-05-04", "Sweden", "Norway"),
    "month, city, same parties": talk("b", "1999-05", "Norway", "Sweden", city="Oslo"),
    "month, city, same round": talk(
        "b", "1999-05", city="Oslo", series="Lake talks", round=2, country_code="NOR"
    ),
    "planned, then held": talk(
        "b", "1999-05-04", place="Norway", country_code="NOR", status=TalkStatus.PLANNED
    ),
}
APART = {
    "another day": talk("b", "1999-05-05", place="Norway", country_code="NOR"),
    "another country": talk("b", "1999-05-04", place="Sweden", country_code="SWE"),
    "a region": talk("b", "1999-05-04", place="northern Norway", country_code="NOR"),
    "another city": talk("b", "1999-05-04", "Norway", "Sweden", city="Bergen"),
    "other parties": talk("b", "1999-05-04", "Peru", "Chile", place="Norway", country_code="NOR"),
    "another round": talk("b", "1999-05-04", place="Norway", country_code="NOR", round=3),
    "by telephone": talk(
        "b", "1999-05-04", place="Norway", country_code="NOR", format=TalkFormat.PHONE
    ),
    "called off": talk(
        "b", "1999-05-04", place="Norway", country_code="NOR", status=TalkStatus.CANCELLED
    ),
    "no place, one party": talk("b", "1999-05-04", "Sweden"),
    "month and city alone": talk("b", "1999-05", city="Oslo", country_code="NOR"),
    "month, city, one party": talk("b", "1999-05", "Norway", city="Oslo"),
    "another month": talk("b", "1999-06", "Norway", "Sweden", city="Oslo"),
}
SECOND_ROUND = talk(
    "a", "1999-05-04", "Norway", city="Oslo", country_code="NOR", series="Lake talks", round=2
)


@pytest.mark.parametrize("vague", AGAIN.values(), ids=AGAIN)
def test_a_vague_telling_of_one_talk_is_that_talk(vague):
    precise = SECOND_ROUND if vague.round else PRECISE
    records = records_of(precise, vague)
    ((talk_id, merged),) = records.talks
    assert talk_id == "1999-05-04-oslo"
    assert (merged.city, merged.when, merged.status) == ("Oslo", precise.when, TalkStatus.HELD)
    assert [p.document_id for p in merged.passages] == ["a", "b"]
    assert records.merged == 1


@pytest.mark.parametrize("other", APART.values(), ids=APART)
def test_what_may_be_another_talk_stays_apart(other):
    precise = SECOND_ROUND if other.round else PRECISE
    assert len(records_of(precise, other).talks) == 2


def test_of_two_talks_none_is_chosen():
    bergen = talk("a", "1999-05-04", "Norway", "Sweden", city="Bergen", country_code="NOR")
    vague = talk("b", "1999-05-04", place="Norway", country_code="NOR")
    assert len(records_of(PRECISE, bergen, vague).talks) == 3


def test_a_start_alone_is_the_talk_that_started_then():
    longer = talk("b", "1999-05-04/1999-05-06", city="Oslo", country_code="NOR")
    start = talk("c", "1999-05-04", place="Norway", country_code="NOR")
    records = records_of(PRECISE, longer, start)
    ((talk_id, merged),) = records.talks
    assert talk_id == "1999-05-04-oslo"
    assert merged.when == longer.when
    assert len(merged.passages) == 3


def test_two_lengths_of_one_start_are_two_talks():
    one = talk("a", "1999-05-04/1999-05-06", city="Oslo")
    other = talk("b", "1999-05-04/1999-05-07", city="Oslo")
    assert len(records_of(one, other).talks) == 2


def test_parties_of_both_tellings_are_kept_once():
    more = talk("b", "1999-05-04", "Denmark", "Sweden", city="Oslo")
    ((_, merged),) = records_of(PRECISE, more).talks
    assert [party.name for party in merged.parties] == ["Norway", "Sweden", "Denmark"]


BY_DAYS = result("a", "Acme", "2001-03-05/2001-03-09", 62.0, "opposed the toll")


@pytest.mark.parametrize("answer", ["opposed the toll", "did not support the toll"])
def test_a_poll_of_the_month_with_the_same_share_is_the_poll_of_its_days(answer):
    by_month = result("b", "Acme", "2001-03", 62.0, answer)
    other_question = result("b", "Acme", "2001-03", 30.0, "liked the mayor")
    records = records_of(BY_DAYS, by_month, other_question)
    assert [poll_id for poll_id, _ in records.polls] == ["2001-03-05-acme"]
    assert [r.low for _, _, r in records.results] == [30.0, 62.0]
    told_twice = records.results[1][2]
    assert [p.document_id for p in told_twice.passages] == ["a", "b"]
    assert records.merged == 1


@pytest.mark.parametrize(
    "by_month",
    [
        result("b", "Acme", "2001-03", 61.0, "opposed the toll"),
        result("b", "Acme", "2001-03", 62.0, "opposed the bridge"),
        result("b", "Acme", "2001-03", 62.0, "opposed the toll", population="Danish women"),
        result("b", "Apex", "2001-03", 62.0, "opposed the toll"),
        result("b", "Acme", "2001-04", 62.0, "opposed the toll"),
        result("b", "Acme", "2001-03", 62.0, None),
    ],
    ids=["share", "question", "people", "pollster", "month", "no answer"],
)
def test_another_poll_of_the_month_stays_apart(by_month):
    assert len(records_of(BY_DAYS, by_month).polls) == 2


def test_of_two_polls_of_a_month_none_is_chosen():
    later = result("a", "Acme", "2001-03-20/2001-03-22", 62.0, "opposed the toll")
    by_month = result("b", "Acme", "2001-03", 62.0, "opposed the toll")
    assert len(records_of(BY_DAYS, later, by_month).polls) == 3


def test_polls_of_one_sentence_are_two():
    told = "Acme found 62.0 percent from 5 to 9 March, and 62.0 in all of March."
    days, month = (
        result("a", "Acme", when, 62.0, "opposed the toll", told=told)
        for when in ("2001-03-05/2001-03-09", "2001-03")
    )
    assert len(records_of(days, month).polls) == 2


def test_a_poll_that_contradicts_in_one_figure_stays_apart():
    agrees = result("b", "Acme", "2001-03", 62.0, "opposed the toll")
    differs = result("b", "Acme", "2001-03", 40.0, "liked the mayor")
    mayor = result("a", "Acme", "2001-03-05/2001-03-09", 45.0, "liked the mayor")
    assert len(records_of(BY_DAYS, mayor, agrees, differs).polls) == 2


def test_equal_shares_of_one_sentence_are_two_results():
    told = "Of men 62.0 opposed the toll, and as many did not support the toll at all."
    one = result("a", "Acme", "2001-03", 62.0, "opposed the toll", told=told)
    other = result("a", "Acme", "2001-03", 62.0, "did not support the toll", told=told)
    assert len(records_of(one, other).results) == 2


def test_a_figure_that_one_document_gives_for_comparison_is_none_where_another_reports_it():
    compared = result("a", "Acme", "2001-03", 62.0, "opposed the toll", comparison=True)
    reported = result("b", "Acme", "2001-03", 62.0, "opposed the toll")
    ((_, _, merged),) = records_of(compared, reported).results
    assert merged.comparison is False


FULL = (
    "Peace talks between Norway and Sweden were held in Oslo, Norway, on 4 May 1999.\n"
    "In a poll conducted by Gallup between 5 and 9 March 2001, 62% of Danes opposed the toll.\n"
)
SHORT = (
    "Norway and Sweden held peace talks in Norway on 4 May 1999, with 12 countries attending.\n"
    "In a Gallup poll conducted in March 2001, 62% of Danes did not support the toll.\n"
)


def files(first: str, second: str, *, reverse: bool) -> dict[str, bytes]:
    documents = [
        RawDocument(name, text, "0" * 64) for name, text in (("one", first), ("two", second))
    ]
    ordered = documents[::-1] if reverse else documents
    dataset = make_dataset(documents, read_records(ordered))
    return {name: csv_bytes(to_arrow(dataset.tables[name], spec)) for name, spec in TABLES.items()}


@pytest.mark.parametrize(("first", "second"), [(FULL, SHORT), (SHORT, FULL)])
def test_two_documents_give_the_same_bytes_in_any_order(first, second):
    tables = files(first, second, reverse=False)
    assert tables == files(first, second, reverse=True)
    assert tables["talks"].count(b"\n") == 2
    assert tables["talks"].splitlines()[1].startswith(b"1999-05-04-oslo,")
    assert tables["polls"].count(b"\n") == 2
    assert tables["polls"].splitlines()[1].startswith(b"2001-03-05-gallup,")
    assert tables["poll_results"].count(b"\n") == 2


def test_which_document_tells_more_changes_only_the_wording():
    one, other = files(FULL, SHORT, reverse=False), files(SHORT, FULL, reverse=False)
    assert one["talks"] == other["talks"]
    assert one["polls"] == other["polls"]
