"""Tellings of one talk or poll that do not say the same: one of them says it more vaguely.

"In March 2022 they met in Antalya" tells the talk of 10 March 2022 again, if it is the only one
there in that month, with the same parties. Each function gives for every telling the index of the
telling that it is called after: mostly its own.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from pipeline.mentions.places import find_places
from pipeline.records.compatible import compatible_shares
from pipeline.records.model import Party, Passage, PollResult, Talk, When
from pipeline.records.questions import same_answer, same_people, taken_apart
from pipeline.records.words import slug, words
from schemas.vocabularies import DatePrecision, TalkFormat, TalkStatus

_WITHIN_A_MONTH = frozenset({DatePrecision.MONTH, DatePrecision.PART_OF_MONTH, DatePrecision.WEEK})
_FEWEST_PARTIES = 2
_IN_TABLE = "poll_table"
"""What the rules of :mod:`pipeline.records.polltables` have in common in their names."""

_MOST_RIVALS = 50
"""Among more than so many of one month, nothing vague can be told apart."""


def retold_talks(talks: Sequence[Talk]) -> list[int]:
    """The talk that each telling is called after.

    A telling that names no city is the talk of that day in that country, or of that day and these
    parties. One that names a month is the talk of that month in that city or country with the same
    parties or of the same round. One that gives only a start is the talk that started there then.
    In each case only if a single talk comes into question.
    """
    called_after = list(range(len(talks)))
    precise = [i for i, talk in enumerate(talks) if talk.city and _is_day(talk.when)]
    vague = [i for i, talk in enumerate(talks) if not (talk.city and _is_day(talk.when))]
    for some in (precise, vague):
        of_month: dict[Hashable, list[int]] = defaultdict(list)
        for index in precise:
            if called_after[index] == index:
                of_month[_month(talks[index].when)].append(index)
        for index in some:
            rivals = of_month.get(_month(talks[index].when), ())
            called_after[index] = _retold(index, rivals, talks)
    return called_after


def retold_polls(results: Sequence[PollResult], poll_ids: Sequence[str]) -> list[int]:
    """The result after whose poll the poll of each result is called.

    A poll that is dated by its month is the one poll of that pollster on days of that month that
    found one of its shares and contradicts none of them.
    """
    of_poll: dict[str, list[int]] = defaultdict(list)
    for index, poll_id in enumerate(poll_ids):
        of_poll[poll_id].append(index)
    of_month: dict[Hashable, list[list[int]]] = defaultdict(list)
    for tellings in of_poll.values():
        poll = results[tellings[0]].poll
        if poll.pollster and _is_day(poll.when):
            of_month[slug(poll.pollster), _month(poll.when)].append(tellings)
    called_after = list(range(len(results)))
    for tellings in of_poll.values():
        poll = results[tellings[0]].poll
        if not (poll.pollster and poll.when and poll.when.precision is DatePrecision.MONTH):
            continue
        rivals = of_month.get((slug(poll.pollster), _month(poll.when)), ())
        found = [
            rival[0]
            for rival in rivals[:_MOST_RIVALS]
            if _is_within(results[rival[0]].poll.when, poll.when)
            and _agree([results[i] for i in tellings], [results[i] for i in rival])
        ]
        if len(found) == 1 and len(rivals) <= _MOST_RIVALS:
            for index in tellings:
                called_after[index] = found[0]
    return called_after


def retold_results(results: Sequence[PollResult], poll_ids: Sequence[str]) -> list[int]:
    """The result that each telling is called after: the same share of one poll in other words."""
    alike: dict[Hashable, list[int]] = defaultdict(list)
    called_after = list(range(len(results)))
    for index in sorted(called_after, key=lambda i: results[i].comparison):
        result = results[index]
        rivals = alike[poll_ids[index], result.low, result.high, result.qualifier]
        for rival in rivals:
            if same_question(result, results[rival]) and not told_apart(
                result.passages, results[rival].passages
            ):
                called_after[index] = rival
                break
        else:
            if len(rivals) < _MOST_RIVALS:
                rivals.append(index)
    return called_after


def same_question(one: PollResult, other: PollResult) -> bool:
    """Whether two results are of the same answer of the same people; not where none is told."""
    if one.answer is None or other.answer is None or not same_people(one, other):
        return False
    return same_answer(taken_apart(one.answer), taken_apart(other.answer))


def told_apart(one: Iterable[Passage], other: Iterable[Passage]) -> bool:
    """Whether a text tells two records side by side, in one sentence or in the cells of tables."""
    return not _tellings(one).isdisjoint(_tellings(other))


def _tellings(passages: Iterable[Passage]) -> set[tuple[str, str]]:
    """The sentences that records as a whole rest on; all tables of a document count as one."""
    return {
        (p.document_id, "" if p.rule.startswith(_IN_TABLE) else p.sentence)
        for p in passages
        if p.field == "record"
    }


def _tied(one: Talk, other: Talk) -> bool:
    """Whether two talks are of the same round of a series, or of the same parties."""
    series = slug(one.series or "") if one.round == other.round and one.round else ""
    parties = party_keys(one), party_keys(other)
    nested = parties[0] <= parties[1] or parties[1] <= parties[0]
    return bool(series and series == slug(other.series or "")) or (
        nested and min(map(len, parties)) >= _FEWEST_PARTIES
    )


def party_key(party: Party) -> str:
    """Who took part: a country by its code, others by their name."""
    return party.country_code or slug(party.name)


def party_keys(talk: Talk) -> frozenset[str]:
    """All who took part."""
    return frozenset(map(party_key, talk.parties))


def _retold(index: int, rivals: Sequence[int], talks: Sequence[Talk]) -> int:
    """The one talk that a telling tells again, else the telling itself."""
    if len(rivals) > _MOST_RIVALS:
        return index
    found = {
        (talks[i].when, slug(talks[i].city or "")): i
        for i in reversed(rivals)
        if _tells_again(talks[index], talks[i])
        and not told_apart(talks[index].passages, talks[i].passages)
    }
    return found.popitem()[1] if len(found) == 1 else index


def _tells_again(vague: Talk, precise: Talk) -> bool:
    if vague.when is None or precise.when is None or not _may_be(vague, precise):
        return False
    if not _is_day(vague.when):
        there = _is_in_city(vague, precise) or _is_in_country(vague, precise)
        return there and _is_within(precise.when, vague.when) and _tied(vague, precise)
    if vague.when.first_day != precise.when.first_day:
        return False
    only_start = vague.when.first_day == vague.when.last_day
    if vague.city:
        longer = precise.when.last_day > vague.when.last_day
        return only_start and longer and _is_in_city(vague, precise)
    ends = only_start or vague.when.last_day == precise.when.last_day
    nowhere = vague.place is None and _tied(vague, precise)
    return ends and (_is_in_country(vague, precise) or nowhere)


def _may_be(one: Talk, other: Talk) -> bool:
    """Whether nothing that two talks tell speaks against their being one."""
    parties = party_keys(one), party_keys(other)
    return (
        {one.status, other.status} != {TalkStatus.HELD, TalkStatus.CANCELLED}
        and len({one.round, other.round} - {None}) < 2
        and (one.format or TalkFormat.IN_PERSON) == (other.format or TalkFormat.IN_PERSON)
        and _nested(one.series, other.series)
        and (not all(parties) or bool(parties[0] & parties[1]))
    )


def _nested(one: str | None, other: str | None) -> bool:
    words_of = set(words(one or "")), set(words(other or ""))
    return words_of[0] <= words_of[1] or words_of[1] <= words_of[0]


def _is_in_city(vague: Talk, precise: Talk) -> bool:
    return bool(vague.city) and slug(vague.city or "") == slug(precise.city or "")


def _is_in_country(vague: Talk, precise: Talk) -> bool:
    """Whether a talk is placed just in the country in which another one took place."""
    if vague.city or not vague.place or vague.country_code != precise.country_code:
        return False
    places = find_places(vague.place)
    named = places[0].text if places and places[0].kind == "country" else None
    return re.sub("^the ", "", vague.place, flags=re.I) == named


def _agree(vague: Sequence[PollResult], precise: Sequence[PollResult]) -> bool:
    """Whether two polls have a share in common and contradict each other in none."""
    pairs = [
        (one, other)
        for one in vague[:_MOST_RIVALS]
        for other in precise[:_MOST_RIVALS]
        if same_question(one, other)
    ]
    return bool(pairs) and not any(
        told_apart(one.passages, other.passages)
        or not compatible_shares(
            (one.low, one.high, one.qualifier), (other.low, other.high, other.qualifier)
        )
        for one, other in pairs
    )


def _is_day(when: When | None) -> bool:
    return when is not None and when.precision is DatePrecision.DAY


def _month(when: When | None) -> tuple[int, int] | None:
    if when is None or not (_is_day(when) or when.precision in _WITHIN_A_MONTH):
        return None
    return when.first_day.year, when.first_day.month


def _is_within(precise: When | None, vague: When | None) -> bool:
    if precise is None or vague is None:
        return False
    return vague.first_day <= precise.first_day and precise.last_day <= vague.last_day
