"""What is told again: events that tell further of a talk that was named before."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from pipeline.mentions.model import CountMention, Mention
from pipeline.records.model import Talk, When
from pipeline.records.reading import Reading
from pipeline.records.talks.build import passages, when, with_participants, with_place
from pipeline.records.talks.dates import joint_precision
from pipeline.records.talks.details import outcome_of, participants_of
from pipeline.records.talks.parties import find_parties
from pipeline.records.talks.scenes import Scene
from schemas.vocabularies import DatePrecision

#: How many sentences after it "the talks" may still be the talk named last.
_MEMORY = 2
#: Talks that go on for longer than this are told with years.
_LONGEST = timedelta(days=3653)
_COARSE = frozenset({DatePrecision.YEAR, DatePrecision.MONTH})


@dataclass(slots=True)
class Found:
    """What is carried from sentence to sentence of a paragraph.

    Attributes:
        is_about_talks: Title or paragraph have spoken of talks, dated or not.
        talks: The talks found so far.
        last_sentence: The sentence that spoke of a talk last.
        series: The series that was named last.
    """

    is_about_talks: bool
    talks: list[Talk] = field(default_factory=list)
    last_sentence: int = -9
    series: Mention | None = None

    def known(self, scene: Scene, index: int, *, same_sentence: bool) -> int | None:
        """The index of the talk that an event tells again; None if it is a new one."""
        if not self.talks:
            return None
        if scene.is_named_after_place:
            for number, talk in enumerate(self.talks):
                if _is_there(talk, scene) and (talk.when is None or _agrees(talk, scene)):
                    return number
        if scene.rounds or index - self.last_sentence > _MEMORY:
            return None
        last = self.talks[-1]
        if scene.dates:
            told = _agrees(last, scene) or (
                scene.is_definite and (_is_within(last, scene) or _is_end_of(last, scene))
            )
            again = told and (scene.is_definite or not scene.is_placed)
            return len(self.talks) - 1 if again else None
        if scene.places and (scene.goes_on or not _is_there(last, scene)) and last.place:
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
    return bool(scene.places) and talk.place in {p.text for p in scene.places} | {
        p.city for p in scene.places if p.city
    }


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
    last_day = scene.dates[-1].last_day
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
    text = reading.text[start:end]
    outcome = outcome_of(text)
    if talk.outcome is None and outcome:
        passage = reading.passage("outcome", start, end, "sentence_after_talk")
        talk = replace(talk, outcome=outcome, passages=(*talk.passages, passage))
    talk = _with_count(reading, talk, participants_of(reading, start, end))
    return talk if talk.parties else replace(talk, parties=find_parties(reading, start, end))


def without_retellings(found: list[Scene]) -> list[Scene]:
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
    if len(placed) == 1 and not any(scene.is_placed for scene in dated):
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
        if _is_elsewhere(scene, dated)
    ]
    return sorted(dated + elsewhere, key=lambda scene: scene.event.start)


def _is_elsewhere(scene: Scene, dated: list[Scene]) -> bool:
    """Whether an undated event is placed in another city than the dated ones."""
    if not scene.places:
        return False
    here = scene.places[0].city or scene.places[0].text
    there = [p.city or p.text for other in dated for p in other.places[:1]]
    return not any(here in city or city in here for city in there)
