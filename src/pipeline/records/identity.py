"""Bring the records of many documents together: identifiers, and what is told twice.

Identifiers are made of the record itself, never of its order or of the clock. What has the same
identity is one record with the evidence of all its tellings.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar

from pipeline.records.model import Extraction, Passage, Poll, PollResult, Rejection, Talk, When
from schemas.vocabularies import DatePrecision

_MAX_WORDS = 6
#: Function words and verbs of saying, which do not tell answers apart.
_PLAIN_WORDS = frozenset(
    "a an the and or of to in on at by for from with that which who they their them it its as is "
    "are was were be been being has have had do does did said say says saying stated believed "
    "believe think thought felt feel would should could there this these those".split()
)
#: Letters that no normalisation takes apart, as they are commonly written in ASCII.
_LETTERS = str.maketrans(
    dict(zip("łŁøØđĐðÐħıŧ", "lLoOdDdDhit", strict=True))
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"}
)
_YEARS = frozenset(
    {DatePrecision.YEAR, DatePrecision.RANGE_OF_YEARS, DatePrecision.DECADE, DatePrecision.SEASON}
)

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
        titles: The title that each document gives itself, by its identifier.
    """

    talks: tuple[tuple[str, Talk], ...]
    polls: tuple[tuple[str, Poll], ...]
    results: tuple[tuple[str, str, PollResult], ...]
    rejections: tuple[Rejection, ...]
    candidates: int
    merged: int
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Name:
    """How a record is called: by ``short``, or by ``long`` where another is called the same.

    Records with the same ``long`` name are one record.
    """

    short: str
    long: str


def identify(extractions: Iterable[Extraction]) -> Records:
    """Give identifiers to all records and merge those that are told more than once.

    The outcome does not depend on the order of ``extractions``.
    """
    ordered = sorted(extractions, key=lambda e: e.document_id)
    told_talks = [talk for e in ordered for talk in e.talks]
    told_results = [result for e in ordered for result in e.results]
    rejections = tuple(r for e in ordered for r in e.rejections)

    talks, _ = _named(told_talks, _talk_name)
    polls, poll_ids = _named([result.poll for result in told_results], _poll_name)
    of_poll = {id(result): poll_id for result, poll_id in zip(told_results, poll_ids, strict=True)}
    results, result_ids = _named(told_results, lambda r: _result_name(of_poll[id(r)], r))
    poll_of = dict(zip(result_ids, poll_ids, strict=True))

    told = len(told_talks) + len(told_results)
    return Records(
        tuple(sorted(talks.items())),
        tuple(sorted(polls.items())),
        tuple((result_id, poll_of[result_id], results[result_id]) for result_id in sorted(results)),
        rejections,
        told + len(rejections),
        told - len(talks) - len(results),
        {e.document_id: e.title for e in ordered if e.title},
    )


def _named(records: Sequence[R], name_of: Callable[[R], _Name]) -> tuple[dict[str, R], list[str]]:
    """The records by their identifiers, merged, and the identifier of each telling in turn."""
    names = [name_of(record) for record in records]
    called: dict[str, set[str]] = defaultdict(set)
    for name in names:
        called[name.short].add(name.long)
    identifiers = [name.short if len(called[name.short]) == 1 else name.long for name in names]
    merged: dict[str, R] = {}
    for identifier, record in zip(identifiers, records, strict=True):
        known = merged.get(identifier)
        merged[identifier] = record if known is None else _merged(known, record)
    return merged, identifiers


def _talk_name(talk: Talk) -> _Name:
    """Date and place. Only a day at a place tells a talk apart from all others by itself."""
    where = talk.city or talk.place or talk.country_code or ""
    people = " ".join(party.name for party in talk.parties)
    short = _joined(_day(talk.when), _slug(where) or _slug(people) or "talk")
    is_day = talk.when is not None and talk.when.precision is DatePrecision.DAY
    if is_day and where:
        return _Name(short, _joined(short, _last_day(talk.when)))
    first = talk.passages[0]
    return _Name(short, _joined(short, _digest(first.document_id, first.sentence, first.quote)))


def _poll_name(poll: Poll) -> _Name:
    """Date and pollster. A poll without either is told apart by the words that speak of it."""
    short = _joined(_day(poll.when), _slug(poll.pollster or "unnamed"))
    if poll.when and poll.pollster:
        return _Name(short, _joined(short, _last_day(poll.when)))
    first = poll.passages[0]
    return _Name(short, _joined(short, _digest(first.document_id, first.sentence, first.quote)))


def _result_name(poll_id: str, result: PollResult) -> _Name:
    """Poll, people and answer. The share is no part of it: a corrected one is the same result."""
    people = result.country_code or result.population or ""
    short = _joined(poll_id, _slug(people), _slug(result.answer or ""))
    share = f"{result.low:g}-{result.high:g}"
    wording = _digest(result.population or "", result.answer or "", share)
    return _Name(short, _joined(short, wording))


def _slug(text: str) -> str:
    """The first telling words of a text in lower-case ASCII letters and digits, with hyphens."""
    plain = (
        unicodedata.normalize("NFKD", text.translate(_LETTERS))
        .encode("ascii", "ignore")
        .decode("ascii")
        .lower()
    )
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    telling = [word for word in words if word not in _PLAIN_WORDS] or words
    return "-".join(telling[:_MAX_WORDS])


def _joined(*parts: str) -> str:
    return "-".join(part for part in parts if part)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]


def _day(when: When | None) -> str:
    """The start of a date as finely as the text has it: ``2022-03-10``, ``2022-03``, ``2022``."""
    if when is None:
        return "undated"
    day = when.first_day.isoformat()
    if when.precision in _YEARS:
        return day[:4]
    return day[:7] if when.precision is DatePrecision.MONTH else day


def _last_day(when: When | None) -> str:
    return when.last_day.isoformat() if when else ""


def _merged(old: R, new: R) -> R:
    """One record of two tellings: what the first leaves out the second adds."""
    gaps = {
        f.name: getattr(new, f.name)
        for f in fields(old)
        if f.name != "passages" and getattr(old, f.name) in (None, ())
    }
    return replace(old, **gaps, passages=_passages(old.passages, new.passages))


def _passages(old: tuple[Passage, ...], new: tuple[Passage, ...]) -> tuple[Passage, ...]:
    return old + tuple(p for p in new if p not in old)
