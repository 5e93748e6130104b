"""Which dates belong to which event of a sentence."""

import re
from collections.abc import Sequence

from pipeline.mentions.model import DateMention, Mention, PlaceMention
from pipeline.mentions.names import CAPITAL
from pipeline.records.reading import Reading, within
from pipeline.records.talks.datable import datable
from pipeline.records.talks.distances import REACH, distance
from pipeline.records.talks.events import Event
from pipeline.records.talks.ranges import joined_ranges, with_beginning, without_vague
from pipeline.records.talks.statuses import new_date_at

#: What may stand between dates of a list, the places of the meetings left out.
_LIST = re.compile(
    r"[\s,()&]*(?:(?:and|or|then|again|later|finally|lastly|once|more|in|at|on|near|the|city|of|"
    r"from|"
    r"to|secretly|subsequently|north|south|east|west|between)\b[\s,()&]*){0,7}",
    re.IGNORECASE,
)
#: Two things are listed without a comma before "and"; after one a clause begins.
_NEW_CLAUSE = re.compile(r"\s*,\s*and\b(?!\s+(?:again|then|later|finally))")
#: A town that no gazetteer knows, in a list, and what is said of a meeting in brackets.
_UNKNOWN_PLACE = re.compile(
    rf"\b((?:in|at|near|on)\s+)(?:the\s+)?(?:[a-z]+\s+(?:port|town|city|village|island)\s+of\s+)?"
    rf"{CAPITAL}[\w’'-]+(?:\s+(?:(?:of|de|del|la)\s+)?{CAPITAL}[\w’'-]+){{0,3}}|\s\([^()]{{1,80}}\)"
)


def dates_of(
    reading: Reading, events: Sequence[Event], start: int, end: int
) -> list[tuple[DateMention, ...]]:
    """The dates of each event of a sentence: several are listed dates of as many meetings.

    Groups of listed dates and events are matched one to one, the nearest first; passing another
    event or the border of a clause counts as distance. What the text gives as the end of a talk
    is joined to its beginning.
    """
    text = reading.text
    dates = without_vague(text, datable(reading, events, start, end))
    places = within(reading.places, start, end)
    groups = [
        group
        for group in joined_ranges(text, _groups(text, dates, places), events)
        if not group[0].open_start
    ]
    costs = sorted(
        (distance(text, event, group, events), i, j)
        for i, event in enumerate(events)
        for j, group in enumerate(groups)
    )
    given: dict[int, int] = {}
    for cost, i, j in costs:
        if cost > REACH or j in given.values():
            continue
        if i not in given or _refines(groups[j], groups[given[i]]):
            given[i] = j
    for i, event in enumerate(events):
        moved = new_date_at(text, event.end, min(end, event.end + REACH))
        later = [j for j, group in enumerate(groups) if moved and group[0].start >= moved]
        if later and later[0] not in given.values():
            given[i] = later[0]
    others = [group for j, group in enumerate(groups) if j not in given.values()]
    return [
        with_beginning(text, event, groups[given[i]], others) if i in given else ()
        for i, event in enumerate(events)
    ]


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
        if last and date.start - last.end <= REACH:
            glue = _without(text, last.end, date.start, places)
            placed = len(glue) < date.start - last.end
            alike = placed or last.precision == date.precision
            clause = len(groups[-1]) == 1 and not placed and _NEW_CLAUSE.match(glue)
            if alike and _LIST.fullmatch(glue) and not clause:
                groups[-1] += (date,)
                continue
        groups.append((date,))
    return groups


def _without(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """``text[start:end]`` without the mentions in it, other names of places and brackets."""
    kept, position = [], start
    for mention in mentions:
        if start <= mention.start and mention.end <= end:
            kept.append(text[position : mention.start])
            position = mention.end
    return _UNKNOWN_PLACE.sub(r"\1", "".join([*kept, text[position:end]]))
