"""Records of an invented text, for the tests of the tables stage."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pipeline.raw.model import RawDocument
from pipeline.records.identity import Records
from pipeline.records.model import (
    Conflict,
    Correction,
    Mark,
    Party,
    Passage,
    Poll,
    PollResult,
    Rejection,
    Side,
    Source,
    Talk,
    When,
)
from schemas.vocabularies import (
    CandidateKind,
    ConflictKind,
    DateBasis,
    DatePrecision,
    LeftReason,
    MarkKind,
    PartyRole,
    Qualifier,
    RecordTable,
    RejectReason,
    TalkFormat,
)

TEXT = (
    "Envoys met in Oslo on 4 May 1999.[1][2] A June 1999 poll by Acme found that 51% agreed, "
    "while inflation reached 9%."
)


def passage_of(quote: str, field: str = "record", citations: tuple[str, ...] = ()) -> Passage:
    start = TEXT.index(quote)
    return Passage(field, "envoys", start, start + len(quote), quote, TEXT, citations, "test")


def mark_of(quote: str, kind: MarkKind, because: LeftReason) -> Mark:
    start = TEXT.index(quote)
    return Mark(kind, start, start + len(quote), quote, because)


@pytest.fixture
def documents() -> tuple[RawDocument, ...]:
    return (RawDocument("envoys", TEXT, "0" * 64, title="Envoys", licence="CC-BY-SA-4.0"),)


@pytest.fixture
def records() -> Records:
    day = date(1999, 5, 4)
    talk = Talk(
        When(day, day, DatePrecision.DAY),
        place="Oslo",
        city="Oslo",
        country_code="NOR",
        latitude=59.9,
        longitude=10.7,
        format=TalkFormat.IN_PERSON,
        parties=(Party("Envoys", None, PartyRole.PARTY),),
        passages=(
            passage_of("met in Oslo on 4 May 1999", citations=("1", "2")),
            passage_of("Oslo", "place"),
        ),
    )
    june = When(date(1999, 6, 1), date(1999, 6, 30), DatePrecision.MONTH, basis=DateBasis.FIELDWORK)
    poll = Poll("Acme", when=june, passages=(passage_of("Acme", "pollster"),))
    result = PollResult(poll, 51.0, 51.0, Qualifier.EXACT, passages=(passage_of("51%"),))
    return Records(
        talks=(("1999-05-04-oslo", talk),),
        polls=(("1999-06-acme", poll),),
        results=(("1999-06-acme-agreed", "1999-06-acme", result),),
        rejections=(
            Rejection(
                CandidateKind.POLL_RESULT, RejectReason.NOT_A_SHARE_OF_PEOPLE, passage_of("9%")
            ),
        ),
        candidates=4,
        merged=1,
        marks={
            "envoys": (
                mark_of("4 May 1999", MarkKind.DATE, LeftReason.DATES_NOTHING),
                mark_of("51%", MarkKind.SHARE, LeftReason.NO_SURVEY_HERE),
                mark_of("9%", MarkKind.SHARE, LeftReason.NO_SURVEY_HERE),
            )
        },
        sources=(Source("envoys", "1"), Source("envoys", "2", title="Oslo", when=june)),
        conflicts=(
            Conflict(
                ConflictKind.SAME_RECORD,
                RecordTable.TALKS,
                "format",
                Side("1999-05-04-oslo", "in_person", passage_of("met")),
                Side("1999-05-04-oslo", "phone", passage_of("Envoys")),
            ),
        ),
        corrections=(
            Correction(
                RecordTable.POLLS, "1999-06-acme", "pollster", "Acne", "Acme", "Misprint.", "Acme"
            ),
        ),
    )


@pytest.fixture
def with_talk(records: Records) -> Callable[..., Records]:
    """The records with columns of the talk changed."""

    def change(**columns: object) -> Records:
        ((key, talk),) = records.talks
        return replace(records, talks=((key, replace(talk, **columns)),))

    return change


@pytest.fixture
def with_poll(records: Records) -> Callable[..., Records]:
    """The records with columns of the poll changed."""

    def change(**columns: object) -> Records:
        ((key, poll),) = records.polls
        return replace(records, polls=((key, replace(poll, **columns)),))

    return change


@pytest.fixture
def with_result(records: Records) -> Callable[..., Records]:
    """The records with columns of the result changed."""

    def change(**columns: object) -> Records:
        ((key, poll_id, result),) = records.results
        return replace(records, results=((key, poll_id, replace(result, **columns)),))

    return change
