"""Talks that an article tells of more than once: in its lead, under a heading, in passing."""

from collections.abc import Sequence
from dataclasses import fields, replace

from pipeline.records.model import Talk, When
from schemas.vocabularies import DatePrecision, TalkStatus

_CALLED_OFF = frozenset({TalkStatus.CANCELLED, TalkStatus.CALLED_FOR})


def joined_tellings(talks: Sequence[Talk]) -> tuple[Talk, ...]:
    """The talks of one document, each once, in the order of their first telling.

    A telling without a date, or with a coarser one, is joined to the talk at the same city that
    it can mean; one without a place to the talk of the same day. Where several talks fit, it is
    joined to the last one told before it, else to the first.
    """
    joined: list[Talk | None] = list(talks)
    for number, telling in enumerate(talks):
        known = [
            index
            for index, talk in enumerate(joined)
            if talk is not None
            and index != number
            and _tells_again(telling, talk)
            and (index < number or not _tells_again(talk, telling))
        ]
        if known:
            before = [index for index in known if index < number]
            target = before[-1] if before else known[0]
            first = joined[target]
            if first is not None:
                joined[target], joined[number] = _with_telling(first, telling), None
    return tuple(talk for talk in joined if talk is not None)


def _tells_again(telling: Talk, talk: Talk) -> bool:
    """Whether one talk says of another no more than that says itself."""
    if (telling.status in _CALLED_OFF) != (talk.status in _CALLED_OFF):
        return False
    if telling.round is not None and telling.round != talk.round:
        return False
    same_city = telling.city is not None and telling.city == talk.city
    if telling.when is None:
        return same_city and (talk.when is not None or telling.round == talk.round)
    if talk.when is None:
        return False
    if same_city:
        return _is_coarser(telling.when, talk.when) or _is_its_beginning(telling.when, talk.when)
    nowhere = telling.place is None and telling.country_code is None
    of_days = telling.when.precision is talk.when.precision is DatePrecision.DAY
    return nowhere and of_days and telling.when.first_day == talk.when.first_day


def _is_coarser(coarse: When, fine: When) -> bool:
    """Whether a date lies within another one and is told more finely."""
    return (
        coarse.precision is not DatePrecision.DAY
        and coarse.precision is not fine.precision
        and coarse.first_day <= fine.first_day
        and fine.last_day <= coarse.last_day
    )


def _is_its_beginning(beginning: When, whole: When) -> bool:
    """Whether a day is the first of several."""
    return (
        beginning.first_day == beginning.last_day == whole.first_day
        and beginning.precision is whole.precision is DatePrecision.DAY
    )


def _with_telling(talk: Talk, telling: Talk) -> Talk:
    """A talk with what another telling adds to it, and its passages."""
    added = {
        field.name: getattr(telling, field.name)
        for field in fields(Talk)
        if getattr(talk, field.name) in (None, ())
    }
    if talk.place is not None or talk.country_code is not None:
        for name in ("place", "city", "country_code", "latitude", "longitude"):
            added.pop(name, None)
    return replace(talk, **added, passages=talk.passages + telling.passages)
