"""What talks rest on, what becomes of meetings that are none, and that any text is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument
from pipeline.records.extract import extract
from pipeline.records.model import Extraction
from schemas.vocabularies import CandidateKind, RejectReason

FRAGMENTS = (
    "The first round of talks ", "and a third ", "on 3 and 7 May 1990 ", "between A and B ", "met ",
    "the Paris Peace Conference ", "in Geneva, Switzerland, ", "was held ", "ended ", "in 1815 ",
    "with 15 countries ", "at the Hall ", "(1990) ", "the ", "of ", ". The talks ", "; ", "[3]",
    "hosted by Norway ", "Ruritanian and Utopian envoys ", "soon ", "no ", "\n", "É", "\u2028",
)  # fmt: skip


def read(text: str, title: str = "Ruritanian War") -> Extraction:
    return extract(parse(RawDocument("case", f"{title}\n{text}\n", "0" * 64)))


def quotes(text: str) -> list[dict[str, str]]:
    return [{p.field: p.quote for p in talk.passages} for talk in read(text).talks]


def test_that_the_record_rests_on_the_shortest_stretch_with_date_and_place() -> None:
    (found,) = quotes("After a long winter, peace talks opened in Oslo on 3 May 1990 at last.")
    assert found == {
        "record": "Oslo on 3 May 1990",
        "start_date": "3 May 1990",
        "place": "Oslo",
    }


def test_that_an_outcome_is_quoted_in_the_words_of_the_text() -> None:
    (found,) = quotes("Peace talks in Oslo in May 1990 ended without agreement, and war went on.")
    assert found["outcome_text"] == "without agreement"
    assert read("Peace talks in Oslo in May 1990 led nowhere.").talks[0].outcome_text is None


def test_that_a_place_named_before_rests_on_the_word_that_points_to_it() -> None:
    text = "The envoy flew to Lusaka in May 1994. Peace talks were held there in June 1994."
    assert [found["place"] for found in quotes(text)] == ["there"]
    assert read(text).talks[0].city == "Lusaka"


def test_that_the_signature_that_ends_a_negotiation_has_its_passage() -> None:
    text = (
        "Negotiations began in Ghent on 8 August 1814. The treaty was signed on 24 December 1814."
    )
    (talk,) = read(text, title="Treaty of Ghent").talks
    assert [p.quote for p in talk.passages if p.field == "end_date"] == ["24 December 1814"]
    (other,) = read(text, title="Lake ports").talks
    assert not [p for p in other.passages if p.field == "end_date"]


def test_that_each_listed_date_has_its_own_passage() -> None:
    first, second = quotes("The second and third round of talks took place on 3 and 7 May 1990.")
    assert (first["record"], second["record"]) == ("3", "7 May 1990")
    assert first["round"] == second["round"] == "second and third round of talks"


def test_that_what_a_later_sentence_adds_has_its_passage() -> None:
    (found,) = quotes(
        "Peace talks opened in Oslo on 3 May 1990. The talks ended on 9 May without agreement. "
        "Delegations of 12 countries took part."
    )
    assert found["end_date"] == "9 May"
    assert found["outcome"].startswith("The talks ended on 9 May without agreement")
    assert found["participant_count"] == "12 countries"


def test_that_the_clause_of_one_talk_is_no_evidence_for_another() -> None:
    first, second = read(
        "Peace talks were held in Oslo in May 1990, and a second round in Bern in June 1990 failed."
    ).talks
    assert (first.outcome, second.outcome) == (None, "no_agreement")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The press conference was held in Rome in 1980.", RejectReason.NOT_ABOUT_A_DISPUTE),
        ("The assembly met in Rome in May 1980.", RejectReason.NOT_BETWEEN_PARTIES),
        ("He wanted peace talks in Rome in May 1980.", RejectReason.NOT_AN_OCCURRENCE),
        ("The peace talks were held in secret.", RejectReason.NO_DATE_OR_PLACE),
    ],
)
def test_that_a_meeting_that_is_no_talk_is_rejected_with_its_reason(
    text: str, reason: RejectReason
) -> None:
    extraction = read(text, title="Annals")
    assert not extraction.talks
    assert [(r.kind, r.reason) for r in extraction.rejections] == [(CandidateKind.TALK, reason)]


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=30).map("".join))
def test_that_any_text_is_read_and_quoted_truly(text: str) -> None:
    document = parse(RawDocument("case", f"Title\n{text}\n", "0" * 64))
    extraction = extract(document)
    found = [p for talk in extraction.talks for p in talk.passages]
    found += [rejection.passage for rejection in extraction.rejections]
    assert all(document.raw[p.start : p.end] == p.quote for p in found)
    assert all(talk.passages[0].field == "record" for talk in extraction.talks)
    assert all(t.when is None or t.when.first_day <= t.when.last_day for t in extraction.talks)


def test_that_the_fragments_do_make_talks() -> None:
    assert len(read("".join(FRAGMENTS)).talks) >= 2


def test_that_a_list_without_full_stops_is_read_to_its_end() -> None:
    months = ("May", "June", "July", "August")
    rounds = (f"peace talks in Oslo in {m} {y}, " for y in range(1900, 1950) for m in months)
    assert len(read("".join(rounds)).talks) >= 150
