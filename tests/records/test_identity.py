"""Identifiers and merging."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.identity import Records, identify
from pipeline.records.model import Extraction, Passage, Poll, PollResult, Rejection, Talk, When
from schemas.vocabularies import CandidateKind, DatePrecision, Qualifier, RejectReason


def passage(document_id: str = "a", start: int = 0, quote: str = "talks") -> Passage:
    return Passage(
        "record", document_id, start, start + len(quote), quote, f"{quote} of {start}.", (), "r"
    )


def day(year: int, month: int, number: int) -> When:
    return When(date(year, month, number), date(year, month, number), DatePrecision.DAY)


def month(year: int, number: int) -> When:
    return When(date(year, number, 1), date(year, number, 28), DatePrecision.MONTH)


def talk(when: When | None, city: str | None = None, **more: object) -> Talk:
    made = Talk(when, city, city, passages=(passage(),))
    return replace(made, **more)  # type: ignore[arg-type]


def result(poll: Poll, low: float, answer: str | None, **more: object) -> PollResult:
    made = PollResult(
        poll, low, low, Qualifier.EXACT, "Swedes", "SWE", answer, passages=(passage(),)
    )
    return replace(made, **more)  # type: ignore[arg-type]


POLL = Poll("Sifo", when=month(2002, 5), passages=(passage(quote="a Sifo poll"),))


def of(*talks: Talk, results: tuple[PollResult, ...] = (), document_id: str = "a") -> Records:
    return identify([Extraction(document_id, None, talks, results)])


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (talk(day(2022, 3, 10), "Antalya"), "2022-03-10-antalya"),
        (talk(day(812, 3, 1), "Aachen"), "0812-03-01-aachen"),
        (talk(month(1991, 12), "Évian-les-Bains"), "1991-12-evian-les-bains"),
        (
            talk(When(date(1919, 1, 1), date(1919, 12, 31), DatePrecision.YEAR), "Paris"),
            "1919-paris",
        ),
        (talk(None, "San José"), "undated-san-jose"),
        (talk(day(1919, 5, 2), "Łódź"), "1919-05-02-lodz"),
        (talk(day(1999, 2, 6)), "1999-02-06-talk"),
    ],
)
def test_talk_id_is_date_and_place(record: Talk, expected: str) -> None:
    assert [talk_id for talk_id, _ in of(record).talks] == [expected]


def test_poll_and_result_ids_name_pollster_people_and_answer() -> None:
    records = of(results=(result(POLL, 44, "said that they were in favour of the bridge"),))
    assert [poll_id for poll_id, _ in records.polls] == ["2002-05-sifo"]
    assert [(r, p) for r, p, _ in records.results] == [
        ("2002-05-sifo-swe-favour-bridge", "2002-05-sifo")
    ]


def test_a_corrected_share_keeps_its_id() -> None:
    before = of(results=(result(POLL, 44, "in favour"),)).results[0][0]
    after = of(results=(result(POLL, 45, "in favour"),)).results[0][0]
    assert before == after


def test_a_day_at_a_place_told_in_two_documents_is_one_talk_with_two_evidences() -> None:
    first = talk(day(1995, 11, 1), "Dayton", round=2, passages=(passage("a"),))
    second = talk(day(1995, 11, 1), "Dayton", participant_count=3, passages=(passage("b"),))
    records = identify([Extraction("a", talks=(first,)), Extraction("b", talks=(second,))])
    ((talk_id, merged),) = records.talks
    assert talk_id == "1995-11-01-dayton"
    assert (merged.round, merged.participant_count) == (2, 3)
    assert [p.document_id for p in merged.passages] == ["a", "b"]
    assert (records.candidates, records.merged) == (2, 1)


def test_talks_of_the_same_month_and_place_stay_apart() -> None:
    one = talk(month(1992, 6), "Oslo", passages=(passage(start=10),))
    two = talk(month(1992, 6), "Oslo", passages=(passage(start=90),))
    ids = [talk_id for talk_id, _ in of(one, two).talks]
    assert len(ids) == 2
    assert all(talk_id.startswith("1992-06-oslo-") for talk_id in ids)


def test_a_result_told_twice_is_one_and_different_shares_stay_apart() -> None:
    twice = result(POLL, 44, "in favour", passages=(passage(start=50),))
    other = result(POLL, 40, "in favour")
    records = of(results=(result(POLL, 44, "in favour"), twice, other))
    assert len(records.results) == 2
    assert len(records.polls) == 1
    assert records.merged == 1


def test_unnamed_polls_are_told_apart_by_their_words() -> None:
    polls = [Poll(when=month(2010, 1), passages=(passage(start=s),)) for s in (0, 80)]
    records = of(results=tuple(result(poll, 30, "in favour") for poll in polls))
    assert len(records.polls) == 2
    assert len(records.results) == 2


def test_every_candidate_is_accounted_for() -> None:
    no = Rejection(CandidateKind.TALK, RejectReason.NO_DATE_OR_PLACE, passage())
    extraction = Extraction(
        "a", None, (talk(day(2001, 5, 7), "Agra"),) * 2, (result(POLL, 1, "x y z"),), (no,)
    )
    records = identify([extraction])
    assert records.candidates == 4
    assert records.merged == 1
    assert len(records.talks) + len(records.results) + len(records.rejections) == 3


extractions = st.lists(
    st.builds(
        Extraction,
        st.text("ab", min_size=1, max_size=3),
        st.none(),
        st.lists(
            st.builds(
                talk,
                st.one_of(
                    st.none(),
                    st.builds(day, st.integers(1, 2030), st.integers(1, 12), st.integers(1, 28)),
                ),
                st.sampled_from(["Oslo", "Kyiv", "La Paz", None]),
            ),
            max_size=4,
        ).map(tuple),
        st.lists(
            st.builds(
                result,
                st.sampled_from([POLL, Poll(passages=(passage(start=7),))]),
                st.sampled_from([10.0, 20.0]),
                st.sampled_from(["in favour", "against it", None, "…"]),
            ),
            max_size=4,
        ).map(tuple),
    ),
    max_size=5,
    unique_by=lambda e: e.document_id,
)


@given(extractions, st.randoms())
def test_order_of_documents_changes_nothing(found: list[Extraction], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert identify(found) == identify(shuffled)


@given(extractions)
def test_ids_are_unique_readable_and_complete(found: list[Extraction]) -> None:
    records = identify(found)
    for ids in (
        [i for i, _ in records.talks],
        [i for i, _ in records.polls],
        [i for i, _, _ in records.results],
    ):
        assert ids == sorted(set(ids))
        assert all(i and set(i) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for i in ids)
    accepted = len(records.talks) + len(records.results)
    assert accepted + records.merged + len(records.rejections) == records.candidates
    assert {p for _, p, _ in records.results} == {i for i, _ in records.polls}
