"""Corrections are made as they stand, or the run stops and says which of them do not apply."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from record_samples import records_of, result, talk

from pipeline.errors import InputError
from pipeline.raw.corrections import (
    NO_CORRECTIONS,
    CorpusCorrections,
    Exclusion,
    ValueCorrection,
)
from pipeline.records.corrections import correct
from pipeline.records.identity import Records
from schemas.vocabularies import CandidateKind, Qualifier, RejectReason, TalkStatus

TALK = "1999-05-04-oslo"
POLL = "2001-03-acme"
RESULT = "2001-03-acme-dnk-opposed-toll"


@pytest.fixture
def records() -> Records:
    return records_of(
        talk("a", "1999-05-04", "Norway", "Sweden", city="Oslo", round=2),
        talk("a", "1999-05-09", "Norway", "Sweden", city="Bergen"),
        result("a", "Acme", "2001-03", 62.0, "opposed the toll"),
        result("a", "Acme", "2001-03", 30.0, "liked the mayor"),
    )


def change(
    table: str, record_id: str, column: str, was: Any, value: Any, number: int = 1
) -> ValueCorrection:
    where = f"corrections.toml, [[correction]] {number}"
    return ValueCorrection(where, table, record_id, column, was, value, "Misread.", "Gazette")


def exclude(table: str, record_id: str, number: int = 1) -> Exclusion:
    return Exclusion(f"corrections.toml, [[exclusion]] {number}", table, record_id, "Odd.", "Gaz.")


def corrected(records: Records, *entries: ValueCorrection | Exclusion) -> Records:
    return correct(
        records,
        CorpusCorrections(
            tuple(e for e in entries if isinstance(e, ValueCorrection)),
            tuple(e for e in entries if isinstance(e, Exclusion)),
        ),
    )


def test_without_corrections_nothing_changes(records: Records) -> None:
    assert correct(records, NO_CORRECTIONS) is records


@pytest.mark.parametrize(
    ("entry", "read"),
    [
        (change("talks", TALK, "round", 2, 3), lambda r: dict(r.talks)[TALK].round == 3),
        (change("talks", TALK, "round", 2, None), lambda r: dict(r.talks)[TALK].round is None),
        (
            change("talks", TALK, "status", "held", "cancelled"),
            lambda r: dict(r.talks)[TALK].status is TalkStatus.CANCELLED,
        ),
        (
            change("talks", TALK, "end_date", date(1999, 5, 4), date(1999, 5, 6)),
            lambda r: dict(r.talks)[TALK].when.last_day == date(1999, 5, 6),
        ),
        (
            change("polls", POLL, "sponsor", None, "Lake Bank"),
            lambda r: dict(r.polls)[POLL].sponsor == "Lake Bank",
        ),
        (
            change("poll_results", RESULT, "percent_qualifier", "exact", "over"),
            lambda r: r.results[-1][2].qualifier is Qualifier.OVER,
        ),
    ],
)
def test_a_value_is_corrected(
    records: Records, entry: ValueCorrection, read: Callable[[Records], bool]
) -> None:
    before = replace(records)
    after = corrected(records, entry)
    assert read(after)
    assert not read(records)
    assert records == before
    (made,) = after.corrections
    assert (made.record_id, made.field, made.reason) == (entry.record_id, entry.column, "Misread.")
    assert [key for key, _ in after.talks] == [key for key, _ in records.talks]


def test_columns_that_belong_together_are_corrected_together(records: Records) -> None:
    after = corrected(
        records,
        change("poll_results", RESULT, "percent_low", 62, 63, 1),
        change("poll_results", RESULT, "percent_high", 62, 63.5, 2),
        change("poll_results", RESULT, "percent_qualifier", "exact", "range", 3),
    )
    (found,) = (r for key, _, r in after.results if key == RESULT)
    assert (found.low, found.high, found.qualifier) == (63, 63.5, Qualifier.RANGE)
    assert [(c.was, c.value) for c in after.corrections] == [
        ("62.0", "63.0"),
        ("62.0", "63.5"),
        ("exact", "range"),
    ]


@pytest.mark.parametrize(
    ("entry", "gone", "kinds"),
    [
        (exclude("talks", TALK), {TALK}, [CandidateKind.TALK]),
        (exclude("poll_results", RESULT), {RESULT}, [CandidateKind.POLL_RESULT]),
        (
            exclude("polls", POLL),
            {POLL, RESULT, "2001-03-acme-dnk-liked-mayor"},
            [CandidateKind.POLL_RESULT] * 2,
        ),
    ],
)
def test_what_is_excluded_is_rejected_and_stays_accounted_for(
    records: Records, entry: Exclusion, gone: set[str], kinds: list[CandidateKind]
) -> None:
    after = corrected(records, entry)
    left = set().union(*after.identifiers.values())
    assert set().union(*records.identifiers.values()) - left == gone
    assert [r.kind for r in after.rejections] == kinds
    assert {(r.reason, r.detail) for r in after.rejections} == {
        (RejectReason.EXCLUDED, "Odd. (Gaz.)")
    }
    accepted = len(after.talks) + len(after.results)
    assert accepted + after.merged + len(after.rejections) == after.candidates


def test_a_poll_whose_results_are_all_excluded_goes_with_them(records: Records) -> None:
    after = corrected(
        records,
        exclude("poll_results", RESULT),
        exclude("poll_results", "2001-03-acme-dnk-liked-mayor", 2),
    )
    assert after.polls == ()


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([change("talks", "1999-oslo", "round", 2, 3)], "talks has no record '1999-oslo'"),
        ([exclude("talks", "1999-oslo")], "talks has no record '1999-oslo'"),
        ([change("talk_parties", TALK, "role", "x", "y")], "no table 'talk_parties' of records"),
        ([change("talks", TALK, "rounds", 2, 3)], "talks has no column 'rounds' that can be"),
        ([change("talks", TALK, "talk_id", TALK, "x")], "talks has no column 'talk_id' that can"),
        ([change("talks", TALK, "round", 4, 3)], "round is read as '2' now, not as '4'"),
        ([change("talks", TALK, "series", "x", "y")], "series is read as None now, not as 'x'"),
        ([change("talks", TALK, "round", 3, 2)], "round is read as '2', as it should be"),
        (
            [change("talks", TALK, "round", 2, "three")],
            "not a whole number. Write what round can hold",
        ),
        (
            [change("talks", TALK, "round", 2, True)],
            "not a whole number. Write what round can hold",
        ),
        ([change("talks", TALK, "city", "Oslo", 7)], "not a text"),
        ([change("talks", TALK, "end_date", date(1999, 5, 4), "1999-05-06")], "not a date such as"),
        (
            [change("poll_results", RESULT, "percent_low", 62, float("nan"))],
            "value is nan, not a number",
        ),
        ([change("poll_results", RESULT, "comparison", False, 1)], "not true or false"),
        ([change("talks", TALK, "round", 2, 10**12)], "the value does not fit"),
        ([change("talks", TALK, "round", 2, 10**30)], "the value does not fit"),
        ([change("talks", TALK, "round", 2, 0)], "would break a rule of talks"),
        ([change("talks", TALK, "city", "Oslo", "")], "would break a rule of talks: no_empty_text"),
        ([change("talks", TALK, "status", "held", "over")], "would break a rule of talks: isin"),
        (
            [change("talks", TALK, "start_date", date(1999, 5, 4), date(1999, 5, 5))],
            "would break a rule of talks: dates_in_order",
        ),
        (
            [change("talks", TALK, "start_date", date(1999, 5, 4), None)],
            "would break a rule of talks",
        ),
        ([change("poll_results", RESULT, "percent_low", 62, 63)], "range_in_order"),
        (
            [change("talks", TALK, "round", 2, 3), change("talks", TALK, "round", 2, 4, 2)],
            "round is corrected twice",
        ),
        ([exclude("talks", TALK), exclude("talks", TALK, 2)], "the record is excluded twice"),
        (
            [change("talks", TALK, "round", 2, 3), exclude("talks", TALK)],
            "the record is excluded as well",
        ),
    ],
)
def test_what_does_not_apply_stops_the_run(
    records: Records, entries: list[ValueCorrection | Exclusion], message: str
) -> None:
    with pytest.raises(InputError) as error:
        corrected(records, *entries)
    assert message in error.value.message
    assert f"  {entries[0].where}" in error.value.message
    assert error.value.exit_code == 2


def test_all_that_does_not_apply_is_told_at_once(records: Records) -> None:
    with pytest.raises(InputError) as error:
        corrected(
            records,
            change("talks", TALK, "round", 4, 3, 1),
            change("talks", TALK, "place", "Oslo", "Oslo, Norway", 2),
            change("talks", TALK, "rounds", 2, 3, 3),
            exclude("polls", "none", 1),
        )
    lines = error.value.message.splitlines()
    assert [line.split(":")[0].strip() for line in lines[1:]] == [
        "corrections.toml, [[exclusion]] 1",
        "corrections.toml, [[correction]] 1",
        "corrections.toml, [[correction]] 3",
    ]
