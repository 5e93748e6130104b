"""Find the talks of a paragraph, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.mentions.model import DateMention
from pipeline.records.model import Rejection, Talk
from pipeline.records.reading import Reading, within
from pipeline.records.talks.build import talks_of
from pipeline.records.talks.carried import Home, Known, home, with_carried_place
from pipeline.records.talks.details import series_of
from pipeline.records.talks.events import Event, find_events
from pipeline.records.talks.gatherings import IT, RESUMED
from pipeline.records.talks.occurrence import does_not_occur, is_called_for
from pipeline.records.talks.retelling import Found, add, tell_more, without_retellings
from pipeline.records.talks.scenes import Scene, scenes
from pipeline.records.talks.topics import Surroundings, Topic
from pipeline.records.talks.vetoes import veto
from pipeline.records.talks.vocabulary import OF_TALKS, OTHER_KIND
from schemas.vocabularies import CandidateKind, DatePrecision, RejectReason

#: How a sentence begins that goes on about the talk of the sentence before.
_GOES_ON = re.compile(
    r"\W*(?:it|they|these|this|the|both|neither|no|their|each|delegat\w+|representatives|more|"
    r"over|about|some|at|(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:\w+ )?"
    r"(?:powers|countries|states|nations|delegations|parties|governments))\b",
    re.IGNORECASE,
)
#: What may stand between a meeting and its verb ("the congress of the powers first met").
_SUBJECT_OF = re.compile(r"(?: (?:of|on) [\w -]{1,40}?)? (?:(?:first|again|had|also|then) )?")
_SOON = re.compile(
    r"\b(?:soon|shortly\s+(?:after|before|afterwards|thereafter)|(?:a\s+few|several|some)\s+"
    r"(?:days|weeks)\s+(?:later|after\w*|before)|immediately\s+after\w*)\b",
    re.IGNORECASE,
)
#: A sentence of more characters is a list; rules look at pieces of it, lest their time grow fast.
_LONGEST = 1000
#: How far behind a sentence it may be told that those who met were to negotiate.
_NEXT_SENTENCE = 80
#: How often a paragraph that is about talks speaks of talks, peace or treaties, at least.
_OFTEN = 3
#: Why an event is no record that is one of talks nevertheless.
_STILL_TALKS = frozenset({RejectReason.NOT_AN_OCCURRENCE, RejectReason.NO_DATE_OR_PLACE})
#: How near to an event without a date the country must be named in which it was.
_SURE = 60


def talks(reading: Reading, about: str) -> tuple[list[Talk], list[Rejection]]:
    """The talks of a paragraph, and the meetings that are none.

    Args:
        reading: The paragraph.
        about: Title and headings above it, which tell what it is about.
    """
    events = find_events(reading.text)
    if not events:
        return [], []
    in_title = find_events(about)
    title_home = home(reading.document.name)
    is_titled = any(_negotiates(event) for event in in_title) or (
        title_home.is_of_talks or OF_TALKS.search(about) is not None
    )
    other_kinds = frozenset(match["noun"].lower() for match in OTHER_KIND.finditer(about))
    found = Found(title_home, is_about_talks=is_titled)
    title, paragraph = Topic(about), Topic(reading.text)
    named = sum(_negotiates(event) for event in events) + len(paragraph.peace)
    is_of_talks = named >= _OFTEN and named > paragraph.other_fields
    rejections: list[Rejection] = []
    for index, (start, end) in enumerate(_sentences(reading)):
        found.series = series_of(reading.text, start, end) or found.series
        here = _principal(reading.text, within(events, start, end))
        goes_on = _GOES_ON.match(reading.text, start, end) is not None
        if not here:
            if goes_on:
                found.go_on(reading, index, start, end)
            found.end(reading, end)
            continue
        near = within(events, start, end + _NEXT_SENTENCE)
        surroundings = Surroundings(
            sentence=Topic(reading.text[start:end]),
            nearby=Topic(reading.text[start : end + _NEXT_SENTENCE]),
            paragraph=paragraph,
            about=title,
            has_negotiations=is_titled or any(_negotiates(event) for event in near),
            is_of_talks=is_titled or is_of_talks,
            other_kinds=other_kinds,
            names_negotiations=any(_negotiates(event) and not event.is_verb for event in here),
        )
        if here[0].rule == IT and len(here) == 1 and index - found.last_named > 1:
            continue
        kept, none = _judged(reading, found, scenes(reading, here, start, end), surroundings)
        rejections += none
        named = any(not event.is_verb and not event.is_of_another_kind for event in here)
        if kept or named or any(rejection.reason in _STILL_TALKS for rejection in none):
            found.last_named = index
        rejections += _told(reading, found, kept, index)
        if goes_on and found.last_sentence != index:
            found.go_on(reading, index, start, end)
        found.end(reading, end)
    return found.talks, rejections


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of a paragraph; what is too long for one is cut into pieces."""
    for sentence in reading.paragraph.sentences:
        start, end = sentence.prose_start, sentence.prose_end
        while end - start > _LONGEST:
            cut = reading.text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


def _negotiates(event: Event) -> bool:
    """Whether an event by its name is one of negotiation."""
    return event.is_about_peace or (event.is_negotiation and not event.is_of_another_kind)


def _principal(text: str, events: list[Event]) -> list[Event]:
    """The events of a sentence without verbs that only go with another one.

    Such verbs tell what for ("to negotiate"), or what a meeting that is named before did.
    """
    kept = []
    noun: Event | None = None
    for event in events:
        what_for = event.is_verb and text.endswith("to ", 0, event.start)
        if not what_for and not (noun and event.is_verb and _is_verb_of(text, noun, event)):
            kept.append(event)
        noun = noun if event.is_verb else event
    return kept if any(not event.needs_talks for event in kept) else events


def _is_verb_of(text: str, noun: Event, verb: Event) -> bool:
    return _SUBJECT_OF.fullmatch(text, noun.end, verb.start) is not None


def _judged(
    reading: Reading, found: Found, all_scenes: list[Scene], surroundings: Surroundings
) -> tuple[list[Scene], list[Rejection]]:
    """The events of a sentence that are talks, and the others that have a date or a place."""
    kept: list[Scene] = []
    none: list[Rejection] = []
    for scene in all_scenes:
        known = found.is_about_talks or bool(kept)
        if scene.event.needs_talks and not known:
            continue
        wished = does_not_occur(reading.text, scene)
        called_for = wished and is_called_for(reading.text, scene)
        reason = (
            RejectReason.NOT_AN_OCCURRENCE
            if (wished and not called_for) or _is_asked_about(reading, scene)
            else veto(scene, surroundings, is_known=known)
        )
        if reason is None:
            kept.append(replace(scene, is_called_for=called_for))
        elif scene.dates or scene.is_placed:
            none.append(_rejection(reading, scene, reason))
    found.is_about_talks = found.is_about_talks or bool(kept)
    return [_soon_after(reading, scene) for scene in without_retellings(reading.text, kept)], none


def _is_asked_about(reading: Reading, scene: Scene) -> bool:
    """Whether a sentence reports a poll, and names an event but behind it.

    People are asked about talks, or after them; the dates are those of the poll.
    """
    surveys = within(reading.surveys, scene.start, scene.event.start)
    if all(survey.weak for survey in surveys):
        return False
    return bool(within(reading.shares, scene.start, scene.end))


def _told(reading: Reading, found: Found, kept: list[Scene], index: int) -> list[Rejection]:
    """Make talks of the events of a sentence, or add to the talks that they tell again."""
    none: list[Rejection] = []
    new = 0
    for number, scene in enumerate(kept):
        border = kept[number + 1].event.start if number + 1 < len(kept) else scene.end
        clause = (scene.event.start if new or border < scene.end else scene.start, border)
        known = found.known(scene, index, same_sentence=new > 0)
        if known is not None:
            found.talks[known] = add(reading, found.talks[known], scene)
            since = scene.event.start if number else scene.start
            found.talks[known] = tell_more(reading, found.talks[known], since, border)
            found.last_sentence = index
        elif scene.dates or _is_placed_near(scene):
            told = talks_of(reading, scene, found.series, clause)
            before = found.talks[-1] if found.talks else None
            places = Known(found.home, before, index - found.last_sentence <= 1)
            told = [with_carried_place(reading, t, scene, clause, places) for t in told]
            found.talks += told
            found.open_from = _open_from(scene, found.home) if told else None
            found.last_sentence = index
            new += 1
        elif scene.event.is_about_peace and scene.is_held:
            none.append(_rejection(reading, scene, RejectReason.NO_DATE_OR_PLACE))
    return none


def _is_placed_near(scene: Scene) -> bool:
    """Whether the place of an event that has no date is sure: a country must stand near to it."""
    if not scene.is_placed or scene.event.rule == RESUMED:
        return False
    place = scene.places[0] if scene.places else None
    far = place and max(scene.event.start - place.end, place.start - scene.event.end) > _SURE
    return not (far and place and place.city is None and scene.venue is None)


def _open_from(scene: Scene, title: Home) -> int | None:
    """Where the end of a talk may be told: behind its date, in an article on a treaty.

    There the date of a meeting is one on which the negotiation of the treaty began, and the
    signature ends it; elsewhere what is signed may be anything.
    """
    if len(scene.dates) != 1:
        return None
    return scene.dates[0].end if title.is_of_treaty else None


def _soon_after(reading: Reading, scene: Scene) -> Scene:
    """An undated event that is said to be soon after the date before it, with the year of that."""
    if scene.dates or not scene.event.is_negotiation:
        return scene
    if not _SOON.search(reading.text, scene.start, scene.end):
        return scene
    before = within(reading.dates, max(0, scene.start - _LONGEST), scene.event.start)
    years = [_year_of(date) for date in before if date.first_day]
    return replace(scene, dates=(years[-1],)) if years and years[-1] else scene


def _year_of(date: DateMention) -> DateMention | None:
    """The year in which a date lies, as a reading of the same words; None if in several."""
    first, last = date.first_day, date.last_day
    if first is None or last is None or first.year != last.year:
        return None
    return replace(
        date,
        first_day=first.replace(month=1, day=1),
        last_day=first.replace(month=12, day=31),
        precision=DatePrecision.YEAR,
        inferred=True,
        ends=(),
    )


def _rejection(reading: Reading, scene: Scene, reason: RejectReason) -> Rejection:
    return Rejection(CandidateKind.TALK, reason, reading.passage_of("record", scene.event))
