"""Which date and which place belong to which event of a sentence."""

import re
from dataclasses import dataclass

from pipeline.mentions.model import DateMention
from pipeline.records.reading import Reading, within
from pipeline.records.talks.events import Event
from schemas.vocabularies import DatePrecision

_GLUE = re.compile(r"^\s*(?:,|and|&|/|,\s*and|or)?\s*(?:on|in)?\s*(?:the\s+)?$", re.I)
_AT_DATE = re.compile(
    r"(?:\b(?:in|on|during|between|from|of|around|at|since|throughout|for\s+the|for|as\s+late\s+as|"
    r"dated|starting|by|through|and|when|late|early|mid)\s+(?:the\s+)?|[,;:–—-]\s?)$",
    re.I,
)
_NOT_AT_DATE = re.compile(
    r"\b(?:said|told|stated|claimed|wrote|announced|reported|demanded|called|calls|calling|signed|ratified|"
    r"born|died|elected|published|after|before|until|following|since\s+the|stopped|ended|ending|"
    r"suspended|halted|by\s+the\s+end\s+of|by\s+late)\s+(?:[\w’'-]+\s+){0,3}?(?:in|on|of|by)?\s*(?:the\s+)?$",
    re.I,
)
#: "The 1995 peace conference" is held in 1995, "the 1995 riots" date nothing else.
_DETERMINER = re.compile(r"(?:\b(?:the|an?|this|that|its|their|his|her)|[’']s)\s+$", re.I)
_BEFORE_EVENT = re.compile(
    r"\s+(?:[^\s,;.]{1,30}\s+){0,4}?(?:talks|negotiations?|meetings?|summits?|conferences?|congress|sessions?|"
    r"rounds?|consultations|discussions)\b",
    re.I,
)
_FINE_OR_YEAR = frozenset({DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR})
_BOUNDARY = re.compile(r"[;:]|,\s+(?:and|but|while|although|where|which|when|after|before)\b", re.I)
#: "Talks on disputes that began in 1914": the date is of the disputes.
_OTHER_THING = re.compile(
    r"\b(?!talks|meetings|negotiations|rounds|summits|sessions|discussions|consultations)[a-z]{3,}\s+"
    r"(?:that|which)\s+",
)
_CROSSING, _BOUNDARY_COST, _REACH = 60, 40, 220


@dataclass(frozen=True, slots=True)
class Pair:
    """An event with the dates that the text gives it; none where it gives none."""

    event: Event
    dates: tuple[DateMention, ...]


def talk_dates(reading: Reading, start: int, end: int) -> list[DateMention]:
    """The placed dates of a sentence at which something may have been held.

    Not dates of statements and signatures ("said in May"), nor of what a talk came after.
    """
    kept = []
    for date in within(reading.dates, start, end):
        if date.first_day is None or date.precision is None or date.rule.startswith("by_"):
            continue
        before = reading.text[max(start, date.start - 60) : date.start]
        after = reading.text[date.end : date.end + 60]
        if date.precision is DatePrecision.DECADE:
            continue
        if _DETERMINER.search(before) and date.precision in _FINE_OR_YEAR:
            fits = _BEFORE_EVENT.match(after) is not None
        else:
            fits = not before.strip() or date.inferred or _AT_DATE.search(before) is not None
        if fits and not _NOT_AT_DATE.search(before):
            kept.append(date)
    return kept


def pair(reading: Reading, events: list[Event], start: int, end: int) -> list[Pair]:
    """Give each group of listed dates of a sentence to the event that is nearest to it.

    Passing another event, or the border of a clause, counts as distance. Of several groups given
    to one event the nearest stays.
    """
    groups = _grouped(reading.text, talk_dates(reading, start, end))
    best: dict[int, tuple[int, tuple[DateMention, ...]]] = {}
    for group in groups:
        costs = [
            (_cost(reading.text, event, group, events), index) for index, event in enumerate(events)
        ]
        cost, index = min(costs)
        if cost <= _REACH and (index not in best or cost < best[index][0]):
            best[index] = (cost, group)
    return [Pair(event, best.get(i, (0, ()))[1]) for i, event in enumerate(events)]


def _grouped(text: str, dates: list[DateMention]) -> list[tuple[DateMention, ...]]:
    groups: list[tuple[DateMention, ...]] = []
    for date in dates:
        last = groups[-1][-1] if groups else None
        if last and _GLUE.match(text[last.end : date.start]) and last.precision == date.precision:
            groups[-1] += (date,)
        else:
            groups.append((date,))
    return groups


def _cost(text: str, event: Event, group: tuple[DateMention, ...], events: list[Event]) -> int:
    left, right = sorted([(event.start, event.end), (group[0].start, group[-1].end)])
    between = text[left[1] : right[0]]
    crossed = sum(left[1] <= e.start and e.end <= right[0] for e in events)
    return (
        len(between)
        + _CROSSING * crossed
        + (_REACH if group[0].start > event.end and _OTHER_THING.search(between) else 0)
        + _BOUNDARY_COST * len(_BOUNDARY.findall(between))
    )
