"""Whether a meeting is one at which sides of a dispute negotiate."""

import re
from typing import Literal

from pipeline.records.talks.events import Event
from pipeline.records.talks.gatherings import TWO_NAMES
from pipeline.records.talks.scenes import Scene
from pipeline.records.talks.topics import Surroundings, Topic
from pipeline.records.talks.vocabulary import OTHER_FIELD, STANDING_BODY, words
from schemas.vocabularies import RejectReason

#: What a question says of an event: that it is a talk, why it is none, or nothing.
Verdict = RejectReason | Literal["talk"] | None
_TALK: Literal["talk"] = "talk"
_CONFERENCES = words("conference congress")
#: "The assembly that first met": what meets by right negotiates with nobody.
_BODY_MEETS = re.compile(
    rf"\b{STANDING_BODY}(?: of [\w ]{{1,30}})?(?: (?:that|which|first|then|also|had|who)){{0,2}} $",
    re.IGNORECASE,
)
#: "The first session of the Assembly".
_OF_BODY = re.compile(rf" of (?:the |its )?(?:[A-Z][\w-]+ ){{0,3}}{STANDING_BODY}\b")
#: "The 33rd G8 summit", "the NATO summit": the regular meeting of an organisation.
_ORGANISATION = re.compile(
    r"\b(?:G-?\d{1,2}|[A-Z]{3,8}|European Council|Arab League|Commonwealth|Francophonie|"
    r"Non-Aligned|"
    r"African Union|European Union|Americas)\b"
)
#: How far around a meeting that is named after its place another field of life is looked for.
_NEAR = 60
#: Other words for talks, in a sentence that calls them so too.
_SPOKEN = words("consultations discussions conversations deliberations meetings contacts")


def veto(scene: Scene, around: Surroundings, *, is_known: bool) -> RejectReason | None:
    """Why a meeting is no talk, None if it is one.

    The name of the meeting decides where it can ("peace talks", "press conference"). Next, a
    sentence of another field of life is about no talk unless it speaks of peace too. After that
    the noun decides how much more is needed: for talks, negotiations and summits nothing; for a
    conference named after its place a word on peace, states or those who speak for them anywhere
    in the paragraph; for any other meeting somebody who speaks for a side, and a dispute.

    Args:
        scene: The event and what its sentence says of it.
        around: The text around it.
        is_known: Talks were spoken of before, so that "the meeting" or "a second round" is theirs.
    """
    verdict = (
        _by_name(scene, around)
        or _by_field(scene, around)
        or _by_noun(scene, around, is_known=is_known)
        or _by_sides(scene, around)
    )
    return None if verdict == _TALK else verdict


def _by_name(scene: Scene, around: Surroundings) -> Verdict:
    """What the name of a meeting, and of those who met, tells by itself."""
    event, text, at = scene.event, around.sentence.text, scene.event.start - scene.start
    if event.is_of_another_kind:
        return RejectReason.NOT_ABOUT_A_DISPUTE
    if event.is_verb and _BODY_MEETS.search(text, max(0, at - _NEAR), at):
        return RejectReason.NOT_BETWEEN_PARTIES
    if _OF_BODY.match(text, at + len(event.text)):
        return RejectReason.NOT_BETWEEN_PARTIES
    if event.is_about_peace:
        return _TALK
    return RejectReason.NOT_BETWEEN_PARTIES if event.noun in around.other_kinds else None


def _by_field(scene: Scene, around: Surroundings) -> Verdict:
    """Whether the sentence is of another field of life, or says nothing of sides or disputes."""
    event, sentence, at = scene.event, around.sentence, scene.event.start - scene.start
    near = scene.is_named_after_place and event.is_proper
    if not _speaks_of_peace(scene, sentence) and (
        _is_of_another_field(sentence, at, len(event.text), near=near)
        and (sentence.is_surely_of_another_field or not around.is_of_talks)
    ):
        return RejectReason.NOT_ABOUT_A_DISPUTE
    if event.is_verb and event.is_negotiation and not sentence.is_disputed:
        disputed = around.is_of_talks or (scene.sides > 1 and around.about.names_dispute)
        between = sentence.has_actors or (scene.sides and disputed)
        return _TALK if between else RejectReason.NOT_ABOUT_A_DISPUTE
    return None


def _by_noun(scene: Scene, around: Surroundings, *, is_known: bool) -> Verdict:
    """Whether a noun needs no more, such as "talks", or "the meeting" after talks."""
    event = scene.event
    if event.is_negotiation and not _is_of_organisation(event, around.sentence):
        return _TALK
    if is_known and (scene.goes_on or scene.is_definite or not event.is_verb):
        return _TALK
    if not (scene.is_named_after_place and event.is_proper):
        return None
    if event.noun == "congress":
        return _TALK
    told = around.paragraph.is_disputed or around.paragraph.has_actors
    return _TALK if told and not around.about.is_of_another_field else None


def _by_sides(scene: Scene, around: Surroundings) -> Verdict:
    """Whether a meeting was between sides and about a dispute."""
    event = scene.event
    spoken = around.names_negotiations and event.noun in _SPOKEN
    of_talks = around.is_of_talks and not event.is_verb and around.paragraph.has_actors
    if not (spoken or of_talks or _is_between_sides(scene, around)):
        return RejectReason.NOT_BETWEEN_PARTIES
    return _TALK if _is_about_dispute(scene, around) else RejectReason.NOT_ABOUT_A_DISPUTE


def _speaks_of_peace(scene: Scene, sentence: Topic) -> bool:
    """Whether a sentence speaks of peace in other words than the name of the event."""
    start = scene.event.name_start - scene.start
    end = scene.event.end - scene.start
    return any(stop <= start or begin >= end for begin, stop in sentence.peace)


def _is_of_organisation(event: Event, sentence: Topic) -> bool:
    """Whether an event is a summit of an organisation at which no dispute is spoken of."""
    return (
        event.noun in {"summit", "summits"}
        and _ORGANISATION.search(event.name) is not None
        and not sentence.is_disputed
    )


def _is_of_another_field(sentence: Topic, at: int, length: int, *, near: bool) -> bool:
    """Whether a sentence, or its part near to the event, is of another field of life."""
    if not sentence.is_of_another_field or not near:
        return sentence.is_of_another_field
    return OTHER_FIELD.search(sentence.text, max(0, at - _NEAR), at + length + _NEAR) is not None


def _is_between_sides(scene: Scene, around: Surroundings) -> bool:
    """Whether a sentence names sides or those who speak for them.

    A conference on a country, or one that has a proper name, need not have its sides named.
    """
    event, sentence, at = scene.event, around.sentence, scene.event.start - scene.start
    if scene.sides >= 2 or scene.participants or sentence.has_actors or sentence.has_outcome:
        return True
    if event.is_verb:
        return TWO_NAMES.search(sentence.text, max(0, at - _NEAR), at) is not None
    if scene.sides and sentence.text.startswith(" on ", at + len(event.text)):
        return True
    if event.noun in _CONFERENCES and around.about.names_dispute:
        return True
    peace = _speaks_of_peace(scene, sentence)
    return peace or event.is_proper or scene.is_named_after_place


def _is_about_dispute(scene: Scene, around: Surroundings) -> bool:
    """Whether what a meeting was about is a matter between states or sides.

    For a verb ("they met") the paragraph as a whole does not tell that.
    """
    event = scene.event
    return (
        around.has_negotiations
        or (scene.participants is not None and event.is_proper)
        or around.nearby.is_disputed
        or around.about.is_disputed
        or around.about.names_dispute
        or (not event.is_verb and around.paragraph.is_disputed)
        or around.is_of_talks
    )
