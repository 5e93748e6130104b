"""Dates that are the two ends of one meeting: "opened on 3 May ... and closed on 9 June"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from pipeline.mentions.model import DateMention
from pipeline.records.talks.events import Event
from pipeline.records.talks.gatherings import IT
from pipeline.records.talks.vocabulary import BEGIN, END
from schemas.vocabularies import DatePrecision

#: What may stand between the beginning and the end of one talk.
_BEGAN_ENDED = re.compile(
    r"[^;.]{0,40}?\b(?:and|but|that|which)?[\s,]*(?:[\w’'-]+[\s,]+){0,5}?"
    rf"{END}[\s,]+(?:[\w’'-]+[\s,]+){{0,8}}?$"
)
_MEANT_TO = re.compile(r"\b(?:expected|intended|scheduled|due|supposed|meant|planned|hoped)\b")
_AND = re.compile(r"\s+and\s+(?:(?:on\s+)?the\s+)?")
_THROUGHOUT = re.compile(r"\b(?:throughout|during|over)\s+(?:the\s+)?$", re.IGNORECASE)
#: "Where the talks lasted until May".
_ONGOING = re.compile(r"\s+(?:lasted|continued|went\s+on|dragged\s+on)\b")
#: "Arrived in Dayton on 1 November for negotiations, which ended on the 21st".
_ARRIVED = re.compile(
    rf"\b(?:arrived|came|gathered|assembled|met|convened|{'|'.join(BEGIN)})\b[^;.]*$"
)
_ENDED = re.compile(rf"[^;.]{{0,30}}\b{END}\b[^;.,]{{0,30}}$")
_REACH = 240


def joined_ranges(
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
        and re.search(r"[.;]", between) is None
        and first.first_day is not None
        and last.last_day is not None
        and first.first_day <= last.last_day
        and not _MEANT_TO.search(between.rpartition(",")[2])
        and not between.rstrip().endswith(("from", "since"))
        and not any(
            first.end <= e.start < last.start
            and not (last.open_start and (e.is_verb or e.rule == IT))
            for e in events
            if not (last.open_start and e.end <= last.start and _ONGOING.match(text, e.end))
        )
        and (last.open_start or _BEGAN_ENDED.match(between) is not None)
    )


def in_a_row(text: str, dates: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """Two days joined by "and" of which one follows the other, as one meeting of two days.

    So are years and months that something went on "throughout".
    """
    if len(dates) != 2 or _AND.fullmatch(text, dates[0].end, dates[1].start) is None:
        return dates
    first, last = dates
    if _THROUGHOUT.search(text, max(0, first.start - 20), first.start):
        return (_range(text, first, last),)
    if first.precision is not DatePrecision.DAY or first.first_day is None or not last.first_day:
        return dates
    if first.first_day != first.last_day or last.first_day - first.first_day != timedelta(days=1):
        return dates
    return (replace(_range(text, first, last), rule="day_and_next_day"),)


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


def with_beginning(
    text: str, event: Event, end: tuple[DateMention, ...], others: Sequence[tuple[DateMention, ...]]
) -> tuple[DateMention, ...]:
    """The dates of an event of which a day is its end, with the day on which its sides arrived.

    Args:
        text: The paragraph.
        event: The event.
        end: Its dates.
        others: The dates of the sentence that are those of no event.
    """
    if len(end) != 1:
        return end
    if not _ENDED.fullmatch(text, event.end, max(event.end, end[0].start)):
        return _with_end(text, event, end[0], others)
    for group in others:
        first = group[0]
        low = max(0, first.start - _REACH)
        if (
            len(group) == 1
            and first.precision is end[0].precision is DatePrecision.DAY
            and first.end <= event.start <= first.end + _REACH
            and first.first_day is not None
            and end[0].last_day is not None
            and first.first_day < end[0].last_day
            and _ARRIVED.search(text, low, event.start)
        ):
            return (_range(text, first, end[0]),)
    return end


def _with_end(
    text: str,
    event: Event,
    first: DateMention,
    others: Sequence[tuple[DateMention, ...]],
) -> tuple[DateMention, ...]:
    """The date of an event on which its sides arrived, with the day on which it ended."""
    if not (first.end <= event.start and _ARRIVED.search(text, first.end, event.start)):
        return (first,)
    for group in others:
        last = group[0]
        if (
            len(group) == 1
            and first.precision is last.precision is DatePrecision.DAY
            and event.end < last.start <= event.end + _REACH
            and first.first_day is not None
            and last.last_day is not None
            and first.first_day < last.last_day
            and _ENDED.fullmatch(text, event.end, last.start)
        ):
            return (_range(text, first, last),)
    return (first,)


def without_vague(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """Dates without those that the next one of the clause tells exactly.

    In "concluded a year later, on 20 November 1994" the first is but another word for the second.
    """
    kept = []
    for index, date in enumerate(dates):
        after = dates[index + 1] if index + 1 < len(dates) else None
        if (
            after is None
            or not (date.rule == "offset" and _is_within(after, date))
            or re.search(r"[.;]", text[date.end : after.start])
        ):
            kept.append(date)
    return kept


def _is_within(fine: DateMention, coarse: DateMention) -> bool:
    if fine.first_day is None or fine.last_day is None:
        return False
    if coarse.first_day is None or coarse.last_day is None or fine.precision is coarse.precision:
        return False
    return coarse.first_day <= fine.first_day and fine.last_day <= coarse.last_day
