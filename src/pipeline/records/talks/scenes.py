"""Everything that a sentence says of one event, gathered before it is judged."""

import re
from dataclasses import dataclass

from pipeline.mentions.model import CountMention, DateMention, Mention, PlaceMention
from pipeline.records.model import Party
from pipeline.records.reading import Reading, within
from pipeline.records.talks.details import (
    participants_of,
    places_of,
    rounds_of,
    second_time,
    venue_of,
)
from pipeline.records.talks.events import Event, takes_place
from pipeline.records.talks.pairing import pair
from pipeline.records.talks.parties import find_parties

_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|their|its|such|both|said)\s+(?:same\s+|[a-z]+-?[a-z]*\s+){0,2}$",
    re.I,
)
_NEXT = re.compile(r"\b(?:next|following|subsequent|further|last|final|latest|new)\s+$", re.I)
_SIDES = re.compile(
    r"\b(?:both\s+sides|the\s+(?:two|three|warring)\s+(?:\w+\s+)?(?:sides|parties|men|leaders|countries|"
    r"nations|factions)|(?:leaders|representatives|delegates|delegations|negotiators|ministers|envoys|"
    r"diplomats|officials|presidents)\s+(?:\w+\s+){0,4}?(?:met|meet)|(?:between|of)\s+the\s+(?:two|nations|parties|sides|leaders|countries))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """An event with what its sentence says of it, in prose offsets.

    Attributes:
        event: The phrase that names the meeting.
        start: First character of the sentence.
        end: Character after the last one of the sentence.
        dates: Its dates; several are listed dates of as many meetings.
        places: Where it may have been held, the best first.
        venue: A venue that no gazetteer knows.
        rounds: The ordinals before it.
        parties: Who took part.
        sides: How many sides the sentence speaks of, by name or not.
        participants: How many delegations attended.
        definite: It is spoken of as known ("the talks", "their meeting").
        goes_on: It is spoken of as the next of a series ("the next meeting").
        certain: The name of the event alone tells that it is about peace, arms or status.
        is_held: The sentence says that something was held, began, was attended and the like.
    """

    event: Event
    start: int
    end: int
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    venue: Mention | None
    rounds: tuple[int, ...]
    parties: tuple[Party, ...]
    sides: int
    participants: CountMention | None
    definite: bool
    goes_on: bool
    is_held: bool
    certain: bool

    @property
    def is_named_after_place(self) -> bool:
        """Whether the event is named after its place ("the Vienna conference")."""
        return bool(self.places) and 0 <= self.event.start - self.places[0].end <= 20

    @property
    def is_near_its_date(self) -> bool:
        """Whether the date stands so near that it can belong to nothing else."""
        return bool(self.dates) and (
            max(self.dates[0].start - self.event.end, self.event.start - self.dates[-1].end) <= 40
        )


def scenes(reading: Reading, events: list[Event], start: int, end: int) -> list[Scene]:
    """The events of a sentence, each with what the sentence says of it, in order."""
    text = reading.text
    parties = find_parties(reading, start, end)
    codes = {p.country_code for p in within(reading.places, start, end) if p.country_code}
    unnamed = 2 if _SIDES.search(text, start, end) else 0
    found = []
    for paired in pair(reading, events, start, end):
        event = paired.event
        places = tuple(places_of(reading, event, start, end))
        rounds = rounds_of(text, event)
        again = second_time(text, start, end)
        before = text[max(start, event.start - 40) : event.start]
        found.append(
            Scene(
                event,
                start,
                end,
                paired.dates,
                places,
                None if places and places[0].city else venue_of(reading, event, end),
                rounds or ((again,) if again else ()),
                parties,
                max(len(parties), unnamed, 0 if event.rule == "parties_met" else len(codes)),
                participants_of(reading, start, end),
                _DEFINITE.search(before) is not None,
                bool(rounds) or _NEXT.search(before) is not None,
                takes_place(text[start:end]),
                any(e.certain for e in events if e == event or event.rule == "ordinal_for_event"),
            )
        )
    return [scene for scene in found if not _is_told_by_another(scene, found)]


def _is_told_by_another(scene: Scene, others: list[Scene]) -> bool:
    """Whether an undated event is but another word for a dated one of the sentence."""
    return not scene.dates and any(
        other.dates and not (scene.is_named_after_place and scene.places[:1] != other.places[:1])
        for other in others
    )
