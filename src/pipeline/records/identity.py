"""Bring the records of many documents together: identifiers, and what is told twice.

Identifiers are made of the record itself, never of its order or of the clock. What has the same
identity is one record with the evidence of all its tellings.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from pipeline.records.model import (
    Extraction,
    Passage,
    Poll,
    PollResult,
    Rejection,
    Talk,
    When,
)
from schemas.vocabularies import DatePrecision

_MAX_WORDS = 8

R = TypeVar("R", Talk, Poll, PollResult)


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a run with their identifiers, sorted by them.

    ``len(talks) + len(results) + merged + len(rejections) == candidates`` always holds.

    Attributes:
        talks: ``(talk_id, talk)``.
        polls: ``(poll_id, poll)``.
        results: ``(result_id, poll_id, result)``.
        rejections: Candidates that became no record, in the order of their place in the text.
        candidates: How many phrases looked like a talk or a poll result.
        merged: How many of them tell again what another one tells.
    """

    talks: tuple[tuple[str, Talk], ...]
    polls: tuple[tuple[str, Poll], ...]
    results: tuple[tuple[str, str, PollResult], ...]
    rejections: tuple[Rejection, ...]
    candidates: int
    merged: int


def identify(extractions: Iterable[Extraction]) -> Records:
    """Give identifiers to all records and merge those that are told more than once.

    The outcome does not depend on the order of ``extractions``.
    """
    ordered = sorted(extractions, key=lambda e: e.document_id)
    talks: dict[str, Talk] = {}
    polls: dict[str, Poll] = {}
    results: dict[str, tuple[str, PollResult]] = {}
    found = 0
    for extraction in ordered:
        for talk in extraction.talks:
            found += 1
            talk_id = _talk_id(talk)
            talks[talk_id] = _merged(talks[talk_id], talk) if talk_id in talks else talk
        for result in extraction.results:
            found += 1
            poll_id = _poll_id(result.poll)
            polls[poll_id] = (
                _merged(polls[poll_id], result.poll) if poll_id in polls else result.poll
            )
            result_id = _result_id(poll_id, result)
            known = results.get(result_id)
            results[result_id] = (poll_id, _merged(known[1], result) if known else result)
    rejections = tuple(r for e in ordered for r in e.rejections)
    return Records(
        tuple(sorted(talks.items())),
        tuple(sorted(polls.items())),
        tuple((result_id, *results[result_id]) for result_id in sorted(results)),
        rejections,
        found + len(rejections),
        found - len(talks) - len(results),
    )


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits of a text, with hyphens between its words."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _short(text: str) -> str:
    return "-".join(slug(text).split("-")[:_MAX_WORDS])


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]


def _day(when: When | None) -> str:
    """The start of a date as finely as the text has it: ``2022-03-10``, ``2022-03``, ``2022``."""
    if when is None:
        return "undated"
    if when.precision in {DatePrecision.YEAR, DatePrecision.RANGE_OF_YEARS, DatePrecision.DECADE}:
        return f"{when.first_day:%Y}".zfill(4)
    if when.precision is DatePrecision.MONTH:
        return f"{when.first_day:%Y-%m}".zfill(7)
    return when.first_day.isoformat()


def _talk_id(talk: Talk) -> str:
    """Date and place; for what these do not tell apart, also who met or where it is told."""
    where = talk.city or talk.place or talk.country_code or ""
    parts = [_day(talk.when), _short(where)]
    is_day = talk.when is not None and talk.when.precision is DatePrecision.DAY
    if not where:
        parts.append(_short(" ".join(p.name for p in talk.parties)) or "talk")
    if not (is_day and where):
        parts.append(_digest(talk.passages[0].document_id, talk.passages[0].sentence))
    return "-".join(part for part in parts if part)


def _poll_id(poll: Poll) -> str:
    """Date and pollster; a poll without either is told apart by the words that speak of it."""
    parts = [_day(poll.when)]
    if (
        poll.when
        and poll.when.last_day != poll.when.first_day
        and poll.when.precision is DatePrecision.DAY
    ):
        parts.append(poll.when.last_day.isoformat())
    parts.append(_short(poll.pollster) if poll.pollster else "unnamed")
    if poll.when is None or not poll.pollster:
        anchor = poll.passages[0]
        parts.append(_digest(anchor.document_id, anchor.sentence, anchor.quote))
    return "-".join(part for part in parts if part)


def _result_id(poll_id: str, result: PollResult) -> str:
    """Poll, people and answer; the whole wording is told apart by a digest."""
    people = result.country_code or ""
    wording = _digest(
        result.population or "", result.answer or "", people, f"{result.low}-{result.high}"
    )
    return "-".join(
        part for part in (poll_id, slug(people), _short(result.answer or ""), wording) if part
    )


def _merged(old: R, new: R) -> R:
    """One record of two tellings: what the first leaves out the second adds."""
    gaps = {
        f.name: getattr(new, f.name)
        for f in fields(old)
        if f.name != "passages" and getattr(old, f.name) in (None, ())
    }
    return replace(old, **gaps, passages=_joined(old.passages, new.passages))


def _joined(old: tuple[Passage, ...], new: tuple[Passage, ...]) -> tuple[Passage, ...]:
    return old + tuple(p for p in new if p not in old)
