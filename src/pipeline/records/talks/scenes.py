"""Everything that a sentence says of one event, gathered before it is judged."""

import re
from dataclasses import dataclass, replace

from pipeline.mentions.model import CountMention, DateMention, Mention, PlaceMention
from pipeline.records.model import Party
from pipeline.records.reading import Reading, within
from pipeline.records.talks.dates import dates_of
from pipeline.records.talks.details import nth_time, participants_of, rounds_of
from pipeline.records.talks.events import Event
from pipeline.records.talks.gatherings import IT, RESUMED
from pipeline.records.talks.parties import find_parties
from pipeline.records.talks.places import is_named_after, places_of
from pipeline.records.talks.ranges import in_a_row
from pipeline.records.talks.unknown_places import unknown_places_of
from pipeline.records.talks.vocabulary import BEGIN, END, HOLD, LISTED
from schemas.vocabularies import PartyRole

_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|their|its|such|both|said)\s+(?:same\s+|"
    r"[a-z]+-?[a-z]*\s+){0,2}$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:next|following|subsequent|further|last|final|latest|new|another|additional|"
    r"more)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\s+(?:[a-z]+ly\s+)?(?:again|once\s+more)\b|.{0,40}?\bthe\s+\w+\s+time\b")
_PRONOUN = re.compile(r"\b(?:they|both|the\s+two|it)\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_BEGINS = re.compile(rf"\b(?:held|took\s+place|convened|met|{'|'.join(BEGIN)})\b")
_ENDS = re.compile(rf"\b{END}\b")
_NEAR = 45
_AS_VERB = re.compile(
    r" (?:with|between|in|at|on|there|here|over|about|for|from|until|the|an?|its|their)\b"
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
        sides: How many states, peoples and persons the sentence names.
        participants: How many delegations attended.
        is_definite: It is spoken of as known ("the talks", "their meeting").
        goes_on: It is spoken of as the next of several ("a second meeting", "they met again").
        is_named_after_place: It is named after its place ("the Vienna conference").
        is_begin: Its date is said to be that of its beginning ("the talks opened on 3 May").
        is_end: Its date is said to be that of its end ("the talks ended on 9 May").
        is_held: The sentence says that something was held, began, was attended and the like, or
            its date or place stands so near that it can belong to nothing else.
        is_called_for: Somebody asked for it, and the text says no more of it.
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
    is_definite: bool
    goes_on: bool
    is_named_after_place: bool
    is_begin: bool
    is_end: bool
    is_held: bool
    is_called_for: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether the sentence tells where it was."""
        return bool(self.places) or self.venue is not None


def scenes(reading: Reading, events: list[Event], start: int, end: int) -> list[Scene]:
    """The events of a sentence, each with what the sentence says of it, in order."""
    text = reading.text
    parties = find_parties(reading, start, end)
    participants = participants_of(reading, start, end)
    names = sum(party.role is PartyRole.PARTY for party in parties)
    all_dates = dates_of(reading, events, start, end)
    all_places = places_of(reading, events, start, end)
    where = {place.start for places in all_places for place in places}
    codes = {
        place.country_code
        for place in within(reading.places, start, end)
        if place.kind in {"people", "country"} and place.start not in where
    }
    is_held = HOLD.search(text, start, end) is not None
    borders = [*(event.start for event in events[1:]), end]
    found = []
    for event, dates, places, border in zip(events, all_dates, all_places, borders, strict=True):
        before = text[max(start, event.start - 40) : event.start]
        rounds = rounds_of(text, event, start)
        if len(rounds) < 2 and event.noun not in LISTED:
            dates = in_a_row(text, dates)
        again = nth_time(text, event.start, border) if event.is_verb else None
        town, venue = None, None
        if not any(place.city for place in places):
            town, venue = unknown_places_of(reading, event, start, border)
        if town:
            # "At Soria Moria in Norway": the country of a town that no gazetteer knows.
            code = places[0].country_code if places else None
            places.insert(0, replace(town, country_code=code))
        found.append(
            Scene(
                event,
                start,
                end,
                dates,
                tuple(places),
                venue,
                rounds or ((again,) if again else ()),
                parties,
                max(names, len(codes)),
                participants,
                event.rule == IT or (not event.is_verb and _DEFINITE.search(before) is not None),
                bool(rounds)
                or event.is_ordinal
                or event.rule == RESUMED
                or _NEXT.search(before) is not None
                or (event.is_verb and _AGAIN.match(text[event.end : border]) is not None)
                or (event.is_verb and _PRONOUN.search(before) is not None),
                any(is_named_after(text, event, place) for place in places),
                _is_said(_BEGINS, text, event, dates),
                _is_said(_ENDS, text, event, dates),
                is_held or _is_told(text, event) or _is_near(event, dates, places),
            )
        )
    return found


def _is_said(
    verbs: re.Pattern[str], text: str, event: Event, dates: tuple[DateMention, ...]
) -> bool:
    """Whether one of some verbs stands between an event and its date."""
    return bool(dates) and verbs.search(text, event.end, dates[0].start) is not None


def _is_told(text: str, event: Event) -> bool:
    """Whether a verb tells that sides met, unlike "negotiated ceasefires"."""
    return event.is_verb and (
        event.noun != "negotiated" or _AS_VERB.match(text, event.end) is not None
    )


def _is_near(event: Event, dates: tuple[DateMention, ...], places: list[PlaceMention]) -> bool:
    return any(
        max(mention.start - event.end, event.start - mention.end) <= _NEAR
        for mention in (*dates[:1], *places[:1])
    )
