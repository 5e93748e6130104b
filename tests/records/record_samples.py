"""Talks and poll results of our own making, each told by a sentence of a document."""

from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.records.identity import Records, identify
from pipeline.records.model import (
    Extraction,
    Party,
    Passage,
    Poll,
    PollResult,
    Talk,
    When,
)
from schemas.vocabularies import DateBasis, DatePrecision, PartyRole, Qualifier


def passage(document_id: str, sentence: str, quote: str, field: str = "record") -> Passage:
    start = sentence.index(quote)
    return Passage(field, document_id, start, start + len(quote), quote, sentence, (), "sample")


def days(text: str) -> When:
    """``1999-05-04`` or ``1999-05-04/1999-05-06``: days; ``1999-05``: a month; ``1999``: a year."""
    if len(text) == len("1999"):
        return When(date(int(text), 1, 1), date(int(text), 12, 31), DatePrecision.YEAR)
    if len(text) == len("1999-05"):
        first = date.fromisoformat(f"{text}-01")
        return When(first, first.replace(day=28), DatePrecision.MONTH)
    first, _, last = text.partition("/")
    return When(date.fromisoformat(first), date.fromisoformat(last or first), DatePrecision.DAY)


def talk(document_id: str, when: str, *parties: str, told: str = "", **columns: Any) -> Talk:
    """A talk; ``city`` gives the place too unless that is given."""
    sentence = told or f"{document_id} tells of talks on {when} ({columns})."
    columns = {"place": columns.get("city"), **columns}
    return Talk(
        days(when),
        parties=tuple(Party(name, None, PartyRole.PARTY) for name in parties),
        passages=(passage(document_id, sentence, "talks"),),
        **columns,
    )


def result(
    document_id: str, pollster: str, when: str, share: float, answer: str | None, **columns: Any
) -> PollResult:
    """A result of a poll of Danes."""
    sentence = columns.pop("told", f"{document_id} tells of {share} percent ({when}, {answer}).")
    whole = passage(document_id, sentence, str(share))
    people = {"population": "Danes", "country_code": "DNK", **columns}
    return PollResult(
        Poll(
            pollster,
            when=replace(days(when), basis=DateBasis.FIELDWORK),
            passages=(whole,),
        ),
        share,
        share,
        Qualifier.EXACT,
        answer=answer,
        passages=(whole,),
        **people,
    )


def records_of(*told: Talk | PollResult) -> Records:
    """The records of documents that tell these; documents are named in the passages."""
    documents = sorted({t.passages[0].document_id for t in told})
    return identify(
        Extraction(
            document,
            talks=tuple(
                t for t in told if isinstance(t, Talk) and t.passages[0].document_id == document
            ),
            results=tuple(
                t
                for t in told
                if isinstance(t, PollResult) and t.passages[0].document_id == document
            ),
        )
        for document in documents
    )
