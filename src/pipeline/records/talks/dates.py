"""Which dates belong to which event of a sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.mentions.model import DateMention, Mention, PlaceMention
from pipeline.records.reading import Reading, within
from pipeline.records.talks.datable import datable, is_claimed
from pipeline.records.talks.events import Event
from pipeline.records.talks.vocabulary import END
from schemas.vocabularies import DatePrecision

#: What may stand between dates of a list, the places of the meetings left out.
_LIST = re.compile(
    r"[\s,(]*(?:(?:and|or|&|then|again|later|finally|once|more|in|at|on|near|the|city|of|from|to|"
    r"secretly|subsequently)\b[\s,)]*){0,7}"
)
#: Two things are listed without a comma before "and"; after one a clause begins.
_NEW_CLAUSE = re.compile(r"\s*,\s*and\b(?!\s+(?:again|then|later|finally))")
#: What may stand between the beginning and the end of one talk.
_BEGAN_ENDED = re.compile(
    r"[^;.]{0,40}?\b(?:and|but|that|which)?[\s,]*(?:[\w’'-]+[\s,]+){0,5}?"
    rf"{END}[\s,]+(?:[\w’'-]+[\s,]+){{0,8}}?$"
)
_MEANT_TO = re.compile(r"\b(?:expected|intended|scheduled|due|supposed|meant|planned|hoped)\b")
_SPEAKING = re.compile(
    r"^\W*(?:[\w’'.-]+\s+){0,8}?(?:said|told|stated|claimed|wrote|announced|declared|"
    r"denied|demanded|suspended)\b"
)
_BORDER = re.compile(
    r"[;:]|,\s+(?:and|but|followed|while|although|where|which|when|after|before|whereas)\b|\bbut\b"
)
#: "Talks on disputes that began in 1914": the date is of the disputes.
_OTHER_THING = re.compile(
    r"\b(?!talks|meetings|negotiations|rounds|summits)[a-z]{3,20}s\s+(?:that|which)\s+"
)
_CROSSING, _AT_BORDER, _REACH = 60, 45, 240


def dates_of(
    reading: Reading, events: Sequence[Event], start: int, end: int
) -> list[tuple[DateMention, ...]]:
    """The dates of each event of a sentence: several are listed dates of as many meetings.

    Groups of listed dates and events are matched one to one, the nearest first; passing another
    event or the border of a clause counts as distance. What the text gives as the end of a talk
    is joined to its beginning.
    """
    text = reading.text
    dates = datable(reading, events, start, end)
    places = within(reading.places, start, end)
    groups = [
        group
        for group in _spans(text, _groups(text, dates, places), events)
        if not group[0].open_start
    ]
    costs = sorted(
        (_cost(text, event, group, events), i, j)
        for i, event in enumerate(events)
        for j, group in enumerate(groups)
    )
    given: dict[int, int] = {}
    for cost, i, j in costs:
        if cost > _REACH or j in given.values():
            continue
        if i not in given or _refines(groups[j], groups[given[i]]):
            given[i] = j
    return [groups[given[i]] if i in given else () for i in range(len(events))]


def _refines(group: Sequence[DateMention], other: Sequence[DateMention]) -> bool:
    """Whether dates lie within another one and are finer ("of 1926 ... from 3 to 9 May")."""
    first, last, around = group[0].first_day, group[-1].last_day, other[0]
    return (
        len(other) == 1
        and first is not None
        and last is not None
        and around.first_day is not None
        and around.last_day is not None
        and around.precision is not group[0].precision
        and around.first_day <= first
        and last <= around.last_day
    )


def _groups(
    text: str, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[tuple[DateMention, ...]]:
    """Dates that are listed, whatever places are told between them."""
    groups: list[tuple[DateMention, ...]] = []
    for date in dates:
        last = groups[-1][-1] if groups else None
        if last and last.precision == date.precision:
            glue = _without(text, last.end, date.start, places)
            if _LIST.fullmatch(glue) and not (len(groups[-1]) == 1 and _NEW_CLAUSE.match(glue)):
                groups[-1] += (date,)
                continue
        groups.append((date,))
    return groups


def _without(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """``text[start:end]`` without the mentions in it."""
    kept, position = [], start
    for mention in mentions:
        if start <= mention.start and mention.end <= end:
            kept.append(text[position : mention.start])
            position = mention.end
    return "".join([*kept, text[position:end]])


def _spans(
    text: str, groups: Sequence[tuple[DateMention, ...]], events: Sequence[Event]
) -> list[tuple[DateMention, ...]]:
    """Groups in which a beginning and the end that the text gives for it are one range."""
    joined: list[tuple[DateMention, ...]] = []
    for group in groups:
        before = joined[-1] if joined else ()
        if len(before) == len(group) == 1 and _is_end(text, before[0], group[0], events):
            joined[-1] = (_range(text, before[0], group[0]),)
        else:
            joined.append(group)
    return joined


def _is_end(text: str, first: DateMention, last: DateMention, events: Sequence[Event]) -> bool:
    between = text[first.end : last.start]
    return (
        len(between) <= 120
        and first.first_day is not None
        and last.last_day is not None
        and first.first_day <= last.last_day
        and not _MEANT_TO.search(between)
        and not any(first.end <= e.start < last.start for e in events)
        and _BEGAN_ENDED.match(between) is not None
    )


def _range(text: str, first: DateMention, last: DateMention) -> DateMention:
    return replace(
        first,
        end=last.end,
        text=text[first.start : last.end],
        rule="began_and_ended",
        last_day=last.last_day,
        precision=joint_precision(first.precision, last.precision),
        inferred=first.inferred or last.inferred,
        ends=(first, last),
    )


def joint_precision(first: DatePrecision | None, last: DatePrecision | None) -> DatePrecision:
    """The precision of what began on one date and ended on another."""
    both = {first, last}
    if both & {DatePrecision.YEAR, DatePrecision.RANGE_OF_YEARS, DatePrecision.DECADE}:
        return DatePrecision.RANGE_OF_YEARS
    return DatePrecision.DAY if both == {DatePrecision.DAY} else DatePrecision.RANGE_OF_MONTHS


def _cost(text: str, event: Event, group: Sequence[DateMention], events: Sequence[Event]) -> int:
    """The distance of some listed dates from an event."""
    leads = group[0].start < event.start
    low, high = (group[-1].end, event.start) if leads else (event.end, group[0].start)
    if high - low > _REACH:
        return _REACH + 1
    between = text[low:high]
    starts = [event.start for event in events]
    crossed = bisect_left(starts, high) - bisect_right(starts, event.start if not leads else low)
    other = _SPEAKING.search(between) if leads else _OTHER_THING.search(between)
    return (
        len(between)
        + _CROSSING * crossed
        + _AT_BORDER * len(_BORDER.findall(between))
        + (_REACH if other else 0)
        + (_CROSSING if leads and is_claimed(text, group[0]) else 0)
    )
