"""What is told again: events that tell further of a talk that was named before."""

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta

from pipeline.mentions.model import CountMention, Mention
from pipeline.mentions.places.keys import name_key
from pipeline.records.model import Talk, When
from pipeline.records.reading import Reading
from pipeline.records.talks.build import passages, when, with_outcome, with_participants, with_place
from pipeline.records.talks.carried import Home
from pipeline.records.talks.details import participants_of
from pipeline.records.talks.endings import with_told_end
from pipeline.records.talks.parties import find_parties
from pipeline.records.talks.ranges import joint_precision
from pipeline.records.talks.scenes import Scene
from schemas.vocabularies import DatePrecision

#: How many sentences after it "the talks" may still be the talk named last.
_MEMORY = 2
#: How many sentences after it "the talks ended" may tell its end.
_LONG_MEMORY = 8
_CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|while|then)\b|\band\s+(?:later|then)\b")
#: Talks that go on for longer than this are told with years.
_LONGEST = timedelta(days=3653)
_COARSE = frozenset({DatePrecision.YEAR, DatePrecision.MONTH})


@dataclass(slots=True)
class Found:
    """What is carried from sentence to sentence of a paragraph.

    Attributes:
        home: What the title tells of places.
        is_about_talks: Title or paragraph have spoken of talks, dated or not.
        talks: The talks found so far.
        last_sentence: The sentence that spoke of a talk last.
        last_named: The sentence that last named talks, whether they took place or not.
        series: The series that was named last.
        open_from: Where the text may tell the end of the talk told last; None if that is known.
    """

    home: Home
    is_about_talks: bool
    talks: list[Talk] = field(default_factory=list)
    last_sentence: int = -9
    last_named: int = -9
    series: Mention | None = None
    open_from: int | None = None

    def end(self, reading: Reading, end: int) -> None:
        """Add the end that the text up to an offset tells of the talk told last."""
        if self.open_from is not None and self.talks:
            self.talks[-1] = with_told_end(reading, self.talks[-1], self.open_from, end)

    def known(self, scene: Scene, index: int, *, same_sentence: bool) -> int | None:
        """The index of the talk that an event tells again; None if it is a new one."""
        if not self.talks:
            return None
        if scene.is_named_after_place:
            for number, talk in enumerate(self.talks):
                if _is_there(talk, scene) and (talk.when is None or _agrees(talk, scene)):
                    return number
        last = self.talks[-1]
        memory = _LONG_MEMORY if scene.is_definite and _is_end_of(last, scene) else _MEMORY
        if scene.rounds or index - self.last_sentence > memory:
            return None
        if scene.dates:
            ended = _is_end_of(last, scene) and not scene.goes_on
            told = _agrees(last, scene) or (scene.is_definite and _is_within(last, scene)) or ended
            again = told and (scene.is_definite or not scene.is_placed)
            return len(self.talks) - 1 if again else None
        if scene.places and (scene.goes_on or not _is_there(last, scene)) and last.place:
            return None
        if same_sentence and scene.is_named_after_place and scene.event.is_proper:
            return None
        if scene.is_definite or same_sentence or scene.event.is_verb:
            return len(self.talks) - 1
        return None

    def go_on(self, reading: Reading, index: int, start: int, end: int) -> None:
        """Add what a sentence without an event says of the talk of the sentence before."""
        if self.talks and index - self.last_sentence <= 1:
            self.talks[-1] = tell_more(reading, self.talks[-1], start, end)


def _is_there(talk: Talk, scene: Scene) -> bool:
    """Whether an event is placed where a talk was."""
    named = {name_key(name) for p in scene.places for name in (p.text, p.city) if name}
    return any(name_key(name) in named for name in (talk.place, talk.city) if name)


def _agrees(talk: Talk, scene: Scene) -> bool:
    """Whether an event has no date, or the very date of a talk."""
    if not scene.dates:
        return True
    date = scene.dates[0]
    return (
        len(scene.dates) == 1
        and talk.when is not None
        and (talk.when.first_day, talk.when.last_day) == (date.first_day, date.last_day)
    )


def _is_within(talk: Talk, scene: Scene) -> bool:
    """Whether an event has a date within that of a talk, or the talk has none."""
    date = scene.dates[0]
    if talk.when is None:
        return not scene.is_placed or _is_there(talk, scene)
    return (
        len(scene.dates) == 1
        and date.precision is not talk.when.precision
        and date.first_day is not None
        and date.last_day is not None
        and talk.when.first_day <= date.first_day
        and date.last_day <= talk.when.last_day
        and (not scene.is_placed or _is_there(talk, scene))
    )


def _is_finer(known: When, scene: Scene) -> bool:
    """Whether an event tells more finely when a talk of a coarse date began."""
    return scene.is_begin and known.precision in _COARSE


def _is_end_of(talk: Talk, scene: Scene) -> bool:
    """Whether an event tells when a talk ended that began before."""
    last_day = scene.dates[-1].last_day if scene.dates else None
    if talk.when is None or last_day is None or not scene.is_end:
        return False
    if scene.is_placed and not _is_there(talk, scene):
        return False
    return timedelta() < last_day - talk.when.last_day < _LONGEST


def add(reading: Reading, talk: Talk, scene: Scene) -> Talk:
    """A talk with the date and place that a later event tells of it."""
    place = scene.places[0] if scene.places else None
    if scene.dates and talk.when and _is_end_of(talk, scene):
        date = scene.dates[-1]
        ended = replace(
            talk.when,
            last_day=date.last_day or talk.when.last_day,
            precision=joint_precision(talk.when.precision, date.precision),
        )
        talk = replace(
            talk, when=ended, passages=(*talk.passages, reading.passage_of("end_date", date))
        )
    elif scene.dates and (talk.when is None or _is_finer(talk.when, scene)):
        told = passages(reading, scene, scene.dates[0], place)
        talk = replace(talk, when=when(scene.dates[0]), passages=(*told, *talk.passages[1:]))
    if scene.venue and not place:
        passage = reading.passage_of("place", scene.venue)
        talk = replace(talk, place=scene.venue.text, passages=(*talk.passages, passage))
    elif place and talk.place is None:
        talk = with_place(talk, place)
        talk = replace(talk, passages=(*talk.passages, reading.passage_of("place", place)))
    return _with_count(reading, talk, scene.participants)


def _with_count(reading: Reading, talk: Talk, count: CountMention | None) -> Talk:
    """A talk with the number of participants that is told later, if it had none."""
    if count is None or talk.participant_count is not None:
        return talk
    passage = reading.passage_of("participant_count", count)
    return replace(with_participants(talk, count), passages=(*talk.passages, passage))


def tell_more(reading: Reading, talk: Talk, start: int, end: int) -> Talk:
    """A talk with the outcome, participants and parties of a later clause, if it had none."""
    talk = with_outcome(reading, talk, (start, end), "sentence_after_talk")
    talk = _with_count(reading, talk, participants_of(reading, start, end))
    return talk if talk.parties else replace(talk, parties=find_parties(reading, start, end))


def without_retellings(text: str, found: list[Scene]) -> list[Scene]:
    """The events of a sentence without those that name again what another one names.

    One that has neither a date nor a place is but another word for its neighbour; where dates and
    the place are with different ones, they are the same. A date that leads the sentence is that
    of every meeting in it that was somewhere else.
    """
    if len(found) < 2:
        return found
    told = [scene for scene in found if scene.dates or scene.is_placed] or found[:1]
    dated = [scene for scene in told if scene.dates]
    placed = [scene for scene in told if not scene.dates]
    if not dated:
        return told
    first = dated[0]
    apart = len(placed) == 1 and _is_of_its_own(text, placed[0], dated)
    if len(placed) == 1 and not apart and not any(scene.is_placed for scene in dated):
        other = placed[0]
        return [
            replace(
                scene,
                places=other.places,
                venue=other.venue,
                rounds=scene.rounds or (other.rounds if len(dated) == 1 else ()),
            )
            for scene in dated
        ]
    leads = len(first.dates) == 1 and first.dates[0].start < min(s.event.start for s in found)
    elsewhere = [
        replace(scene, dates=first.dates) if leads else scene
        for scene in placed
        if apart or _is_elsewhere(scene, dated)
    ]
    return sorted(dated + elsewhere, key=lambda scene: scene.event.start)


def _is_of_its_own(text: str, placed: Scene, dated: list[Scene]) -> bool:
    """Whether a meeting that is named after its place stands in another clause than the dated ones.

    In "took part in talks in October, and later went to the Geneva Conference" there are two.
    """
    before = [s.dates[-1].end for s in dated if s.dates[-1].end <= placed.event.name_start]
    return (
        placed.is_named_after_place
        and placed.event.is_proper
        and len(before) == len(dated)
        and _CLAUSE.search(text, max(before), placed.event.name_start) is not None
    )


def _is_elsewhere(scene: Scene, dated: list[Scene]) -> bool:
    """Whether an undated event is placed in another city than the dated ones."""
    if not scene.places:
        return False
    here = scene.places[0].city or scene.places[0].text
    there = [p.city or p.text for other in dated for p in other.places[:1]]
    return not any(here in city or city in here for city in there)
