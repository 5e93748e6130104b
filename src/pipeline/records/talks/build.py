"""Make talks of an event that is one."""

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.mentions.counts import find_ordinals
from pipeline.mentions.model import CountMention, DateMention, Mention, PlaceMention
from pipeline.records.model import Passage, Talk, When
from pipeline.records.reading import Reading
from pipeline.records.talks.details import format_of, goes_on_in_series
from pipeline.records.talks.outcomes import find_outcome
from pipeline.records.talks.scenes import Scene
from pipeline.records.talks.statuses import status_of
from schemas.vocabularies import TalkStatus

#: How far before an event its ordinals may stand, in characters.
_ORDINALS_REACH = 40
_LISTED = re.compile(r"\s*(?:,|,?\s*and|,?\s*then)\s*(?:in\s+)?(?:the\s+)?")


def talks_of(
    reading: Reading, scene: Scene, series: Mention | None, clause: tuple[int, int]
) -> list[Talk]:
    """One talk for each listed date or place; listed rounds go to them in the same order.

    Args:
        reading: The paragraph.
        scene: The event.
        series: The series that was named last; it counts if the sentence of the event names it or
            goes on with it.
        clause: The part of the sentence that tells of this event and no other.
    """
    told = reading.text[slice(*clause)]
    places = _places_by_date(reading.text, scene)
    dates: tuple[DateMention | None, ...] = scene.dates or (None,)
    if len(dates) == 1:
        dates *= len(places)
    rounds = scene.rounds if len(scene.rounds) == len(dates) else (None,) * len(dates)
    told_series = series
    if series and series.start < scene.start:
        told_series = goes_on_in_series(reading.text, scene.start, scene.end)
    found = []
    for date, place, number in zip(dates, places, rounds, strict=True):
        talk = Talk(
            when=when(date),
            place=scene.venue.text if scene.venue else None,
            series=series.text if series and told_series else None,
            round=number,
            format=format_of(told),
            status=TalkStatus.CALLED_FOR if scene.is_called_for else status_of(told),
            parties=scene.parties,
            passages=passages(reading, scene, date, place, told_series),
        )
        talk = with_participants(with_place(talk, place), scene.participants)
        found.append(_with_told(reading, talk, clause))
    return found


def when(date: DateMention | None) -> When | None:
    """A date as a record has it; None if the text does not place it."""
    if date is None or date.first_day is None or date.last_day is None or date.precision is None:
        return None
    return When(date.first_day, date.last_day, date.precision, date.inferred)


def with_place(talk: Talk, place: PlaceMention | None) -> Talk:
    """A talk with its place; the words for a venue stay where the place is no city."""
    if place is None:
        return talk
    return replace(
        talk,
        place=talk.place if talk.place and not place.city else place.text,
        city=place.city,
        country_code=place.country_code,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def with_participants(talk: Talk, count: CountMention | None) -> Talk:
    """A talk with the number of its participants."""
    if count is None:
        return talk
    return replace(talk, participant_count=count.value, participant_count_qualifier=count.qualifier)


def _with_told(reading: Reading, talk: Talk, clause: tuple[int, int]) -> Talk:
    """A talk with its outcome, and the clause as evidence of its format if it has one."""
    if talk.format:
        passage = reading.passage("format", *clause, "told_with_talk")
        talk = replace(talk, passages=(*talk.passages, passage))
    return with_outcome(reading, talk, clause, "told_with_talk")


def with_outcome(reading: Reading, talk: Talk, clause: tuple[int, int], rule: str) -> Talk:
    """A talk with what a clause says that it ended with, in the words of the text too."""
    found = find_outcome(reading.text, *clause)
    if found is None or talk.outcome is not None:
        return talk
    words = reading.passage("outcome_text", found.start, found.end, "words_for_outcome")
    return replace(
        talk,
        outcome=found.value,
        outcome_text=reading.text[found.start : found.end],
        passages=(*talk.passages, reading.passage("outcome", *clause, rule), words),
    )


def passages(
    reading: Reading,
    scene: Scene,
    date: DateMention | None,
    place: PlaceMention | None,
    series: Mention | None = None,
) -> tuple[Passage, ...]:
    """The evidence of a talk: one passage for the whole, one for each column that it rests on.

    The first is the shortest stretch of the sentence with date and place; one of a date that
    stands in another sentence is not stretched to it.
    """
    where: Mention | None = place or scene.venue
    core = [m for m in (date, where) if m is not None and scene.start <= m.start] or [scene.event]
    start, end = min(m.start for m in core), max(m.end for m in core)
    columns = (
        ("start_date", date),
        ("place", where),
        ("participant_count", scene.participants),
        ("round", _numbered(reading.text, scene) if scene.rounds else None),
        ("series", series),
    )
    return (
        reading.passage("record", start, end, scene.event.rule),
        *(reading.passage_of(name, mention) for name, mention in columns if mention is not None),
    )


def _numbered(text: str, scene: Scene) -> Mention:
    """An event with the ordinals before it ("fourth and fifth round")."""
    since = max(scene.start, scene.event.start - _ORDINALS_REACH)
    ordinals = find_ordinals(text[since : scene.event.start])
    start = since + ordinals[0].start if ordinals else scene.event.start
    return Mention(start, scene.event.end, text[start : scene.event.end], scene.event.rule)


def _places_by_date(text: str, scene: Scene) -> list[PlaceMention | None]:
    """The place of each date of an event, or of each of several meetings without dates."""
    if not scene.places:
        return [None] * max(len(scene.dates), 1)
    if len(scene.dates) > 1:
        return _interleaved(scene)
    listed = _listed(text, scene.places) if scene.event.is_plural else []
    return [*listed] if len(listed) > 1 else [scene.places[0]]


def _interleaved(scene: Scene) -> list[PlaceMention | None]:
    """For each date the place told with it ("in A in May and in B in June"), else the first."""
    ordered = sorted(scene.places, key=lambda place: place.start)
    leads = ordered[0].start < scene.dates[0].start
    if leads:
        borders = [scene.start, *(date.end for date in scene.dates)]
    else:
        borders = [*(date.end for date in scene.dates), scene.end]
    found: list[PlaceMention | None] = []
    for low, high in pairwise(borders):
        here = [place for place in ordered if low <= place.start < high]
        found.append(here[-1 if leads else 0] if here else scene.places[0])
    return found


def _listed(text: str, places: tuple[PlaceMention, ...]) -> list[PlaceMention]:
    """The places that are listed with the first one ("in Geneva and Vienna"), in text order."""
    kept: list[PlaceMention] = []
    for place in sorted((p for p in places if p.kind == places[0].kind), key=lambda p: p.start):
        if not kept or _LISTED.fullmatch(text, kept[-1].end, place.start):
            kept.append(place)
    return kept
