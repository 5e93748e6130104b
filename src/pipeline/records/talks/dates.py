"""Which dates belong to which event of a sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.mentions.model import DateMention, Mention, PlaceMention
from pipeline.records.reading import Reading, within
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
_AT_DATE = re.compile(
    r"(?:\b(?:in|on|during|between|from|of|around|about|at|since|throughout|for|as late as|dated|"
    r"starting|by|through|until|till|and|when|late|early|mid|only|again|for that)\s+(?:the\s+)?|"
    r"[,;:(–—-]\s?)$",
    re.IGNORECASE,
)
#: What tells of another happening that the date behind it dates.
_CLAIMED = re.compile(
    r"\b(?:said|told|stated|claimed|wrote|announced|reported|demanded|call(?:ed|s|ing) for|"
    r"(?P<pact>signed|ratified)|born|died|elected|re-elected|published|stopped|suspended|halted|interrupted|killed|"
    r"entered into force|came into force|declared|appointed|resigned|established|founded)"
    r"\s+(?:[\w’'-]+\s+){0,4}?(?:in|on|of|by)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"^\W*(?:[\w’'.-]+\s+){0,8}?(?:said|told|stated|claimed|wrote|announced|declared|denied|demanded|suspended)\b"
)
_AFTER_OTHER = re.compile(
    r"\b(?:after|before|following)\s+(?:[\w’'-]+\s+){0,4}?(?:in|on|of|by)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_LINK = re.compile(r",?\s+(?:after|following|during|at|through|by)\b")
#: "The attack of 21 June": the date is of the noun before "of".
_OF_NOUN = re.compile(r"\b(?P<noun>[\w’'-]+)\s+of\s+(?:the\s+)?$")
#: "The Congress of Vienna (1815)": a date in brackets is of what stands right before them.
_IN_BRACKETS = re.compile(r"(?:\s+(?:of|on|at|in)\s+[^\W_][\w\s-]{0,40})?\s*\(")
#: "Secretary of state from 1973 to 1977": the dates are of an office.
_OFFICE = re.compile(
    r"\b(?:president|minister|secretary|ambassador|king|queen|emperor|leader|governor|chancellor|"
    r"commander|chairman|head|member|director|bishop|professor|premier)(?: of(?: [\w’'-]+){1,4}?)?"
    r"(?: from| between| since| until| in)? (?:the )?$"
)
_PART_OF_TIME = re.compile(
    r"(?:spring|summer|autumn|fall|winter|week|month|beginning|start|end|middle|evening|morning|"
    r"night|course|session|meeting|afternoon|days?|part|half|months|weeks)$"
)
#: "The 1995 peace conference" is held in 1995, "the 1995 riots" date nothing else.
_DETERMINER = re.compile(r"(?:\b(?:the|an?|this|that|its|their|his|her)|[’']s)\s+$", re.IGNORECASE)
_WITHOUT_PREPOSITION = re.compile(
    r"(?:that|the\s+(?:same|next|following|previous|preceding)|the\s+\w+\s+(?:after|before))\b|.*\b(?:later|afterwards|earlier|after)$",
    re.IGNORECASE | re.DOTALL,
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
    dates = _fitting(reading, events, start, end)
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
        if cost <= _REACH and i not in given and j not in given.values():
            given[i] = j
    return [groups[given[i]] if i in given else () for i in range(len(events))]


def _fitting(reading: Reading, events: Sequence[Event], start: int, end: int) -> list[DateMention]:
    """The placed dates of a sentence at which something may have been held."""
    kept = []
    for date in within(reading.dates, start, end):
        if date.first_day is None or date.precision is None:
            continue
        if date.rule.startswith("by_") or not _fits(reading.text, date, events, start):
            continue
        kept.append(date)
    return kept


def _fits(text: str, date: DateMention, events: Sequence[Event], start: int) -> bool:
    before = text[max(start, date.start - 60) : date.start]
    if _DETERMINER.search(before):
        return any(
            0 <= e.start - date.end <= 50 and not e.is_verb and "," not in text[date.end : e.start]
            for e in events
        )
    if before.strip() and not _AT_DATE.search(before) and not _WITHOUT_PREPOSITION.match(date.text):
        # "The Paris Conference 1946"
        return any(date.start - 1 == event.end and event.is_proper for event in events)
    if _OFFICE.search(before):
        return False
    claimed = _CLAIMED.search(before)
    if claimed and not (claimed["pact"] and _leads_to(text, date, events)):
        return False
    if before.rstrip().endswith("("):
        return any(_IN_BRACKETS.fullmatch(text, e.end, date.start) for e in events)
    after = _AFTER_OTHER.search(before)
    if after and not _between(events, date.start - len(before) + after.start(), date.start):
        return False
    of = _OF_NOUN.search(before)
    at = date.start - len(before) + of.start("noun") if of else 0
    return (
        of is None
        or _PART_OF_TIME.search(of["noun"].lower()) is not None
        or any(e.start <= at < e.end for e in events)
        or of["noun"][0].isupper()
    )


def _leads_to(text: str, date: DateMention, events: Sequence[Event]) -> bool:
    """Whether an event follows of which the date is too ("signed in 1783 after talks in Paris")."""
    return any(
        0 <= e.name_start - date.end <= 30 and _LINK.match(text, date.end) is not None
        for e in events
    )


def _between(events: Sequence[Event], start: int, end: int) -> bool:
    return any(start <= event.start and event.end <= end for event in events)


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
    both = {first.precision, last.precision}
    if both & {DatePrecision.YEAR, DatePrecision.RANGE_OF_YEARS}:
        precision = DatePrecision.RANGE_OF_YEARS
    elif both == {DatePrecision.DAY}:
        precision = DatePrecision.DAY
    else:
        precision = DatePrecision.RANGE_OF_MONTHS
    return replace(
        first,
        end=last.end,
        text=text[first.start : last.end],
        rule="began_and_ended",
        last_day=last.last_day,
        precision=precision,
        inferred=first.inferred or last.inferred,
        ends=(first, last),
    )


def _cost(text: str, event: Event, group: Sequence[DateMention], events: Sequence[Event]) -> int:
    """The distance of some listed dates from an event."""
    leads = group[0].start < event.start
    low, high = (group[-1].end, event.start) if leads else (event.end, group[0].start)
    if high - low > _REACH:
        return _REACH + 1
    between = text[low:high]
    starts = [event.start for event in events]
    crossed = bisect_left(starts, high) - bisect_right(starts, event.start if not leads else low)
    before = text[max(0, group[0].start - 60) : group[0].start]
    other = _SPEAKING.search(between) if leads else _OTHER_THING.search(between)
    return (
        len(between)
        + _CROSSING * crossed
        + _AT_BORDER * len(_BORDER.findall(between))
        + (_REACH if other else 0)
        + (_CROSSING if leads and _CLAIMED.search(before) else 0)
    )
