"""Put talks together from the events of a paragraph."""

import re
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from pipeline.mentions.model import DateMention, PlaceMention
from pipeline.records.model import Passage, Rejection, Talk, When
from pipeline.records.reading import Reading, within
from pipeline.records.talks.details import (
    format_of,
    outcome_of,
    participants_of,
    series_of,
    status_of,
)
from pipeline.records.talks.events import find_events, takes_place
from pipeline.records.talks.parties import find_parties
from pipeline.records.talks.scenes import Scene, scenes
from pipeline.records.talks.vetoes import veto
from schemas.vocabularies import CandidateKind, RejectReason

_GOES_ON = re.compile(r"^\W*(?:it|they|these|this|the|both|neither|no|their|each)\b", re.I)
_WISHED = re.compile(
    r"\b(?:calls?|called|calling|demand\w*|wants?|wanted|offer\w*|propos\w+|reject\w*|refus\w+|"
    r"ready|willing\w*|hop(?:e|ed|ing)|urg(?:e|ed|ing)|favou?r\w*|appeal\w*|pushed|press(?:ed|ing)|"
    r"prospects?|possib\w+|conditions?|would|could|should|may|might|no|any|without|prevent\w*|oppos\w+|"
    r"suspend\w*|stop\w*|boycott\w*|agreed\s+to\s+(?:hold|start|open))\s+(?:[\w’'-]+\s+){0,4}?$",
    re.I,
)
_PARLIAMENT = re.compile(r"\b(?:in|by|before)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}parliament\b", re.I)


@dataclass(slots=True)
class _State:
    """What is carried from sentence to sentence of a paragraph."""

    talks: list[Talk] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    last_sentence: int = -2
    series: str | None = None


def talks(reading: Reading, about: str) -> tuple[list[Talk], list[Rejection]]:
    """The talks of a paragraph, and the meetings that are none.

    Args:
        reading: The paragraph.
        about: Title and headings above it, which tell what it is about.
    """
    state = _State()
    events = find_events(reading.text)
    for index, sentence in enumerate(reading.paragraph.sentences if events else ()):
        start, end = sentence.prose_start, sentence.prose_end
        state.series = series_of(reading.text[start:end]) or state.series
        here = within(events, start, end)
        if not here:
            _go_on(reading, state, index, start, end)
            continue
        for scene in scenes(reading, here, start, end):
            _read(reading, state, scene, index, about)
    return state.talks, state.rejections


def _read(reading: Reading, state: _State, scene: Scene, index: int, about: str) -> None:
    """Judge one event: it goes on with the talk before, is a new one, is none, or is nothing."""
    if _is_known(state, scene, index):
        _go_on(reading, state, index, scene.start, scene.end, scene)
        return
    if not (scene.dates or scene.places or scene.venue):
        if scene.event.certain and scene.is_held:
            _reject(reading, state, scene, RejectReason.NO_DATE_OR_PLACE)
        return
    reason = _why_not(reading, state, scene, about)
    if reason:
        _reject(reading, state, scene, reason)
        return
    state.talks += _talks_of(reading, scene, state.series)
    state.last_sentence = index


def _is_known(state: _State, scene: Scene, index: int) -> bool:
    """Whether an undated event is the talk that was spoken of last."""
    if scene.dates or scene.rounds or not state.talks or index - state.last_sentence > 1:
        return False
    last = state.talks[-1]
    if scene.places and scene.is_named_after_place:
        return scene.places[0].text == last.place
    same_sentence = index == state.last_sentence
    return scene.definite or same_sentence or scene.event.rule == "parties_met"


def _why_not(reading: Reading, state: _State, scene: Scene, about: str) -> RejectReason | None:
    text = reading.text[scene.start : scene.end]
    before = reading.text[max(scene.start, scene.event.start - 60) : scene.event.start]
    if _WISHED.search(before) and not takes_place(reading.text[scene.event.end : scene.end]):
        return RejectReason.NOT_AN_OCCURRENCE
    if not (scene.is_held or scene.is_near_its_date or scene.is_named_after_place):
        return RejectReason.NOT_AN_OCCURRENCE
    if _PARLIAMENT.search(text) or (scene.event.rule == "parties_met" and scene.sides < 2):
        return RejectReason.NOT_BETWEEN_PARTIES
    if scene.goes_on and state.talks:
        return None
    return veto(
        scene.event.text,
        text,
        about,
        reading.text,
        certain=scene.certain,
        parties=scene.sides,
        named=scene.is_named_after_place,
    )


def _talks_of(reading: Reading, scene: Scene, series: str | None) -> list[Talk]:
    """One talk for each listed date; listed rounds and places go to them in the same order."""
    text = reading.text[scene.start : scene.end]
    listed = _listed(reading.text, scene.places)
    count = max(len(scene.dates), 1)
    if not scene.dates and len(listed) > 1 and scene.event.plural:
        count = len(listed)
    places = listed if len(listed) == count else [*scene.places[:1]] * count
    rounds = scene.rounds if len(scene.rounds) == count else ()
    found = []
    for date, place, number, _ in zip_longest(scene.dates, places, rounds, range(count)):
        talk = Talk(
            when=_when(date),
            place=_place_text(place, scene),
            series=series if series and series in text else None,
            round=number,
            format=format_of(text),
            outcome=outcome_of(text),
            status=status_of(text),
            parties=scene.parties,
            passages=_passages(reading, scene, date, place),
        )
        found.append(_with_participants(_with_place(talk, place), scene))
    return found


def _when(date: DateMention | None) -> When | None:
    if date is None or date.first_day is None or date.last_day is None or date.precision is None:
        return None
    return When(date.first_day, date.last_day, date.precision, date.inferred)


def _place_text(place: PlaceMention | None, scene: Scene) -> str | None:
    if scene.venue and (place is None or place.kind == "country"):
        return scene.venue.text
    return place.text if place else None


def _with_place(talk: Talk, place: PlaceMention | None) -> Talk:
    if place is None:
        return talk
    return replace(
        talk,
        place=talk.place or place.text,
        city=place.city,
        country_code=place.country_code,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _with_participants(talk: Talk, scene: Scene) -> Talk:
    if scene.participants is None:
        return talk
    return replace(
        talk,
        participant_count=scene.participants.value,
        participant_count_qualifier=scene.participants.qualifier,
    )


def _listed(text: str, places: tuple[PlaceMention, ...]) -> list[PlaceMention]:
    """The places that are listed with the first one ("in Geneva and Vienna"), in text order."""
    inline = sorted((p for p in places if p.kind == places[0].kind), key=lambda p: p.start)
    kept: list[PlaceMention] = []
    for place in inline:
        glue = text[kept[-1].end : place.start] if kept else ""
        if not kept or re.fullmatch(r"\s*(?:,|,?\s*and|,?\s*then)\s*(?:in\s+)?(?:the\s+)?", glue):
            kept.append(place)
    return kept


def _passages(
    reading: Reading, scene: Scene, date: DateMention | None, place: PlaceMention | None
) -> tuple[Passage, ...]:
    """The evidence of a talk: one passage for the whole, one for each column that it rests on."""
    where = place or scene.venue
    core = [m for m in (date, where) if m is not None] or [scene.event]
    start, end = min(m.start for m in core), max(m.end for m in core)
    columns = (
        ("start_date", date),
        ("place", where),
        ("participant_count", scene.participants),
        ("round", scene.event if scene.rounds else None),
    )
    return (
        reading.passage("record", start, end, scene.event.rule),
        *(reading.passage_of(name, mention) for name, mention in columns if mention is not None),
    )


def _go_on(
    reading: Reading, state: _State, index: int, start: int, end: int, scene: Scene | None = None
) -> None:
    """Add what a sentence or clause says further of the talk named last."""
    if not state.talks or index - state.last_sentence > 1:
        return
    text = reading.text[start:end]
    if scene is None and not _GOES_ON.match(text):
        return
    last = state.talks[-1]
    added = last.passages
    updated = last
    outcome = outcome_of(text)
    if last.outcome is None and outcome:
        added += (reading.passage("outcome", start, end, "sentence_after_talk"),)
        updated = replace(updated, outcome=outcome)
    if scene and scene.places and last.place is None:
        added += (reading.passage_of("place", scene.places[0]),)
        updated = _with_place(updated, scene.places[0])
    participants = participants_of(reading, start, end)
    if participants and last.participant_count is None:
        added += (reading.passage_of("participant_count", participants),)
        updated = replace(
            updated,
            participant_count=participants.value,
            participant_count_qualifier=participants.qualifier,
        )
    parties = last.parties or find_parties(reading, start, end)
    state.talks[-1] = replace(updated, parties=parties, passages=added)
    if scene is not None:
        state.last_sentence = index


def _reject(reading: Reading, state: _State, scene: Scene, reason: RejectReason) -> None:
    state.rejections.append(
        Rejection(CandidateKind.TALK, reason, reading.passage_of("record", scene.event))
    )
