"""How far a date is from an event of its sentence: characters, clauses and other events between."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.mentions.model import DateMention
from pipeline.records.talks.datable import is_claimed
from pipeline.records.talks.events import Event
from pipeline.records.talks.pacts import PACT_MADE
from pipeline.records.talks.vocabulary import BEGIN
from schemas.vocabularies import DatePrecision

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
#: "Talks began only in May", "the conference was held on": nothing stands nearer than that.
_PREDICATE = re.compile(
    r"\s+(?:(?:was|were|had|then|also|first|finally|again)\s+){0,2}(?:held|took\s+place|convened|"
    r"met|"
    rf"{'|'.join(BEGIN)})\b[^,;]{{0,40}}$"
)
#: "Was killed on 31 March, before the first session": the date is of what came before.
_NOT_YET = re.compile(r"\b(?:before|until|prior\s+to|ahead\s+of)\s+(?:[\w’'-]+\s+){0,4}$")
_AFTER = re.compile(
    r",?\s+(?:after|following)\s(?:[\w-]+\s){0,4}(?:hours|days|weeks|months|years)\b"
)
_NEXT_CLAUSE = re.compile(r"[,;]|\s+and\b")
#: No date is that of an event that is further away than this.
REACH = 240
_CROSSING, _AT_BORDER = 60, 45


def _behind_another(text: str, date: DateMention, events: Sequence[Event], between: str) -> int:
    """What is added where a date stands behind another event, and a new clause begins after it.

    In "talks opened in Oslo on 3 May, continued in Bern" the date is not that of the second verb.
    """
    clause = _NEXT_CLAUSE.match(between)
    before = [event.end for event in events if event.end <= date.start]
    if clause is None or not before or _BORDER.search(text, before[-1], date.start):
        return 0
    return REACH if clause.group() == ";" else _AT_BORDER


def _is_day_of_result(date: DateMention, between: str) -> bool:
    """Whether a day is that of what came of talks ("agreed on 20 July after weeks of talks")."""
    return date.precision is DatePrecision.DAY and _AFTER.match(between) is not None


def _is_of_pact(text: str, date: DateMention) -> bool:
    """Whether what a date is told of is a signature ("but in September a truce was concluded")."""
    return PACT_MADE.match(text, date.end) is not None


def distance(text: str, event: Event, group: Sequence[DateMention], events: Sequence[Event]) -> int:
    """The distance of some listed dates from an event."""
    leads = group[0].start < event.start
    low, high = (group[-1].end, event.start) if leads else (event.end, group[0].start)
    if high - low > REACH:
        return REACH + 1
    between = text[low:high]
    starts = [event.start for event in events]
    crossed = bisect_left(starts, high) - bisect_right(starts, event.start if not leads else low)
    other = _SPEAKING.search(between) if leads else _OTHER_THING.search(between)
    predicate = not leads and not crossed and _PREDICATE.match(between)
    return (
        (0 if predicate else len(between))
        + _CROSSING * crossed
        + _AT_BORDER * len(_BORDER.findall(between))
        + (REACH if other else 0)
        + (_CROSSING if leads and is_claimed(text, group[0]) else 0)
        + (REACH if leads and _NOT_YET.search(between) else 0)
        + (REACH if leads and _is_day_of_result(group[0], between) else 0)
        + (_behind_another(text, group[0], events, between) if leads else 0)
        + (REACH if not leads and _BORDER.search(between) and _is_of_pact(text, group[-1]) else 0)
    )
