"""Find the talks of a paragraph, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.mentions.model import DateMention
from pipeline.records.model import Rejection, Talk
from pipeline.records.reading import Reading, within
from pipeline.records.talks.build import held_there, talks_of
from pipeline.records.talks.details import series_of
from pipeline.records.talks.events import Event, find_events
from pipeline.records.talks.occurrence import does_not_occur
from pipeline.records.talks.retelling import Found, add, tell_more, without_retellings
from pipeline.records.talks.scenes import Scene, scenes
from pipeline.records.talks.vetoes import Surroundings, Topic, veto
from schemas.vocabularies import CandidateKind, DatePrecision, RejectReason

#: How a sentence begins that goes on about the talk of the sentence before.
_GOES_ON = re.compile(
    r"\W*(?:it|they|these|this|the|both|neither|no|their|each|delegat\w+|representatives|more|"
    r"over|about|some|at)\b",
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


def talks(reading: Reading, about: str) -> tuple[list[Talk], list[Rejection]]:
    """The talks of a paragraph, and the meetings that are none.

    Args:
        reading: The paragraph.
        about: Title and headings above it, which tell what it is about.
    """
    events = find_events(reading.text)
    if not events:
        return [], []
    is_titled = any(_negotiates(event) for event in find_events(about))
    found = Found(is_about_talks=is_titled)
    title, paragraph = Topic(about), Topic(reading.text)
    rejections: list[Rejection] = []
    for index, (start, end) in enumerate(_sentences(reading)):
        found.series = series_of(reading.text, start, end) or found.series
        here = _principal(reading.text, within(events, start, end))
        goes_on = _GOES_ON.match(reading.text, start, end) is not None
        if not here:
            if goes_on:
                found.go_on(reading, index, start, end)
            continue
        near = within(events, start, end + _NEXT_SENTENCE)
        surroundings = Surroundings(
            sentence=Topic(reading.text[start:end]),
            nearby=Topic(reading.text[start : end + _NEXT_SENTENCE]),
            paragraph=paragraph,
            about=title,
            has_negotiations=is_titled or any(_negotiates(event) for event in near),
        )
        kept, none = _judged(reading, found, scenes(reading, here, start, end), surroundings)
        rejections += none
        rejections += _told(reading, found, kept, index)
        if goes_on and found.last_sentence != index:
            found.go_on(reading, index, start, end)
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
    return kept or events


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
        if scene.event.is_ordinal and not known:
            continue
        reason = (
            RejectReason.NOT_AN_OCCURRENCE
            if does_not_occur(reading.text, scene) or _is_asked_about(reading, scene)
            else veto(scene, surroundings, is_known=known)
        )
        if reason is None:
            kept.append(scene)
        elif scene.dates or scene.is_placed:
            none.append(_rejection(reading, scene, reason))
    found.is_about_talks = found.is_about_talks or bool(kept)
    return [_soon_after(reading, scene) for scene in without_retellings(kept)], none


def _is_asked_about(reading: Reading, scene: Scene) -> bool:
    """Whether an event is what people were asked about, in a sentence that reports a poll."""
    shares = within(reading.shares, scene.start, scene.event.start)
    surveys = within(reading.surveys, scene.start, scene.end) if shares else []
    return any(not survey.weak for survey in surveys)


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
        elif scene.dates or scene.is_placed:
            told = talks_of(reading, scene, found.series, clause)
            if found.talks and not scene.is_placed:
                told = [held_there(reading, talk, found.talks[-1], clause) for talk in told]
            found.talks += told
            found.last_sentence = index
            new += 1
        elif scene.event.is_about_peace and scene.is_held:
            none.append(_rejection(reading, scene, RejectReason.NO_DATE_OR_PLACE))
    return none


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
