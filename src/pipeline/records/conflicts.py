"""Records that contradict each other: they speak of the same thing and say different things.

Only what cannot both be true is listed, and only where little doubt is left that the same thing is
meant. What one sentence or table tells side by side is never a contradiction.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from pipeline.records.compatible import compatible_shares
from pipeline.records.identity import Records
from pipeline.records.merging import passage_for
from pipeline.records.model import Conflict, Poll, PollResult, Side, Talk, When
from pipeline.records.questions import taken_apart
from pipeline.records.retold import party_keys, same_question, told_apart
from pipeline.records.words import slug
from schemas.vocabularies import ConflictKind, DatePrecision, RecordTable, TalkFormat, TalkStatus

_MOST_RIVALS = 50
"""A record is compared with at most so many before it, which keeps the work linear."""

_ONE_ROUND = timedelta(days=92)
"""Dates of one round that lie further apart are of two rounds, counted by different people."""

_MANY_MONTHS = frozenset(
    {
        DatePrecision.RANGE_OF_MONTHS,
        DatePrecision.SEASON,
        DatePrecision.YEAR,
        DatePrecision.RANGE_OF_YEARS,
        DatePrecision.DECADE,
    }
)
_FEWEST_PARTIES = 2

_Result = tuple[str, str, PollResult]


def find_conflicts(records: Records) -> tuple[Conflict, ...]:
    """The contradictions between records, and those between the tellings of one record."""
    kept = records.identifiers
    return (
        *(c for c in records.conflicts if c.one.record_id in kept[c.table]),
        *_of_questions(records),
        *_of_rounds(records.talks),
        *_of_days(records.talks),
    )


def _of_questions(records: Records) -> Iterator[Conflict]:
    """Different shares for the same answer of the same people, by one pollster at one time."""
    polls = dict(records.polls)
    documents = {key: {p.document_id for p in poll.passages} for key, poll in records.polls}
    asked: dict[Hashable, list[_Result]] = defaultdict(list)
    for entry in records.results:
        _, poll_id, result = entry
        if result.answer is not None:
            pollster = polls[poll_id].pollster
            who = slug(pollster) if pollster else poll_id
            asked[who, taken_apart(result.answer).key].append(entry)
    for entries in asked.values():
        for index, (other_id, other_poll, other) in enumerate(entries):
            for one_id, one_poll, one in entries[max(0, index - _MOST_RIVALS) : index]:
                if (
                    _may_be_one_poll(one_poll, other_poll, polls, documents)
                    and same_question(one, other)
                    and not told_apart(one.passages, other.passages)
                ):
                    yield from _of_shares((one_id, one), (other_id, other))


def _of_shares(first: tuple[str, PollResult], second: tuple[str, PollResult]) -> Iterator[Conflict]:
    (one_id, one), (other_id, other) = first, second
    if compatible_shares(
        (one.low, one.high, one.qualifier), (other.low, other.high, other.qualifier)
    ):
        return
    field, value, other_value = (
        ("percent_low", one.low, other.low)
        if one.low != other.low
        else ("percent_high", one.high, other.high)
    )
    yield Conflict(
        ConflictKind.SAME_QUESTION,
        RecordTable.POLL_RESULTS,
        field,
        Side(one_id, str(value), passage_for("record", one.passages)),
        Side(other_id, str(other_value), passage_for("record", other.passages)),
    )


def _may_be_one_poll(
    one_id: str, other_id: str, polls: Mapping[str, Poll], documents: Mapping[str, set[str]]
) -> bool:
    """Whether two polls of a pollster may be one: they are dated by overlapping days or months.

    Two of a document that both name their days are two waves: a document that means the same poll
    dates it alike.
    """
    one, other = polls[one_id].when, polls[other_id].when
    if one is None or other is None:
        return one_id == other_id
    precisions = {one.precision, other.precision}
    if precisions & _MANY_MONTHS or not _overlap(one, other):
        return False
    if one_id == other_id or precisions != {DatePrecision.DAY}:
        return True
    return documents[one_id].isdisjoint(documents[other_id])


def _of_rounds(talks: Sequence[tuple[str, Talk]]) -> Iterator[Conflict]:
    """Different days for the same round of a series, where the place does not differ too."""
    for (one_id, one), (other_id, other) in _pairs(talks, _round):
        if (
            one.when
            and other.when
            and not _overlap(one.when, other.when)
            and abs(one.when.first_day - other.when.first_day) <= _ONE_ROUND
            and _may_be_one_place(one, other)
        ):
            sides = (
                Side(key, day.isoformat(), passage_for("start_date", talk.passages))
                for key, talk, day in (
                    (one_id, one, one.when.first_day),
                    (other_id, other, other.when.first_day),
                )
            )
            yield Conflict(ConflictKind.SAME_ROUND, RecordTable.TALKS, "start_date", *sides)


def _of_days(talks: Sequence[tuple[str, Talk]]) -> Iterator[Conflict]:
    """Different cities for a meeting in person of the same parties on the same day."""
    for (one_id, one), (other_id, other) in _pairs(talks, _day_and_parties):
        if one.city and other.city and slug(one.city) != slug(other.city):
            yield Conflict(
                ConflictKind.SAME_DAY,
                RecordTable.TALKS,
                "city",
                Side(one_id, one.city, passage_for("place", one.passages)),
                Side(other_id, other.city, passage_for("place", other.passages)),
            )


def _pairs(
    talks: Sequence[tuple[str, Talk]], key: Callable[[Talk], Hashable | None]
) -> Iterator[tuple[tuple[str, Talk], tuple[str, Talk]]]:
    """Talks that were held, of one key, and are not told in one sentence."""
    alike: dict[Hashable, list[tuple[str, Talk]]] = defaultdict(list)
    for talk_id, talk in talks:
        of_talk = key(talk) if talk.status is TalkStatus.HELD else None
        if of_talk is not None:
            alike[of_talk].append((talk_id, talk))
    for entries in alike.values():
        for one, other in combinations(entries[:_MOST_RIVALS], 2):
            if not told_apart(one[1].passages, other[1].passages):
                yield one, other


def _round(talk: Talk) -> Hashable | None:
    series = slug(talk.series or "")
    is_day = talk.when is not None and talk.when.precision is DatePrecision.DAY
    return (series, talk.round) if series and talk.round and is_day else None


def _day_and_parties(talk: Talk) -> Hashable | None:
    parties = party_keys(talk)
    if talk.when is None or talk.when.precision is not DatePrecision.DAY:
        return None
    if len(parties) < _FEWEST_PARTIES or talk.format not in (None, TalkFormat.IN_PERSON):
        return None
    return talk.when.first_day, parties


def _may_be_one_place(one: Talk, other: Talk) -> bool:
    cities = {slug(talk.city) for talk in (one, other) if talk.city}
    countries = {talk.country_code for talk in (one, other) if talk.country_code}
    return max(len(cities), len(countries)) < 2


def _overlap(one: When, other: When) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day
