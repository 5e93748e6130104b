"""Talks read from short texts: the cases of the data files beside this one."""

import calendar
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument
from pipeline.records.extract import extract
from pipeline.records.model import Talk
from schemas.vocabularies import PartyRole, TalkStatus

CASES: dict[str, dict[str, Any]] = {
    f"{path.stem}-{case['name']}": case
    for path in sorted(Path(__file__).parent.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
}
#: What a talk of a case always states; what it leaves out is expected to be missing.
ALWAYS = ("start", "end", "city", "country", "round", "participants", "status")


def day(text: str, last: bool) -> date:
    """The first or last day of a date written as finely as it is known: "1919-03", "1919"."""
    year, month, number = (*map(int, text.split("-")), 0, 0)[:3]
    month = month or (12 if last else 1)
    return date(year, month, number or (calendar.monthrange(year, month)[1] if last else 1))


def expected(case: dict[str, Any]) -> list[dict[str, Any]]:
    talks = []
    for talk in case["talks"]:
        stated = {"status": TalkStatus.HELD} | talk
        if "when" in stated:
            first, _, last = stated.pop("when").partition("/")
            stated |= {"start": day(first, last=False), "end": day(last or first, last=True)}
        talks.append({name: stated.pop(name, None) for name in ALWAYS} | stated)
    return talks


def names(talk: Talk, role: PartyRole) -> list[str]:
    return [party.name for party in talk.parties if party.role is role]


def read(case: dict[str, Any]) -> list[dict[str, Any]]:
    document = parse(RawDocument("case", f"{case['title']}\n{case['text']}\n", "0" * 64))
    return [
        {
            "start": talk.when.first_day if talk.when else None,
            "end": talk.when.last_day if talk.when else None,
            "city": talk.city,
            "country": talk.country_code,
            "round": talk.round,
            "participants": talk.participant_count,
            "status": talk.status,
            "place": talk.place,
            "series": talk.series,
            "format": talk.format,
            "outcome": talk.outcome,
            "outcome_text": talk.outcome_text,
            "record": talk.passages[0].quote,
            "parties": names(talk, PartyRole.PARTY),
            "mediators": names(talk, PartyRole.MEDIATOR),
            "hosts": names(talk, PartyRole.HOST),
        }
        for talk in extract(document).talks
    ]


def test_that_there_are_many_cases() -> None:
    assert len(CASES) >= 480
    assert sum(not case["talks"] for case in CASES.values()) >= 160


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name, marks=[pytest.mark.xfail(reason=case["unmet"])] if "unmet" in case else []
        )
        for name, case in CASES.items()
    ],
)
def test_that_the_talks_of_a_text_are_read(name: str) -> None:
    case = CASES[name]
    found = read(case)
    stated = expected(case)
    assert len(found) == len(stated), found
    for talk, wanted in zip(found, stated, strict=True):
        assert {field: talk[field] for field in wanted} == wanted
