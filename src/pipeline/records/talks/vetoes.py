"""Whether a meeting is one at which sides of a dispute negotiate."""

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.records.talks.details import outcome_of
from pipeline.records.talks.scenes import Scene
from pipeline.records.talks.vocabulary import (
    ACTORS,
    MATTERS,
    OTHER_FIELD,
    PEACE,
    STANDING_BODY,
)
from schemas.vocabularies import RejectReason

#: "The assembly that first met": what meets by right negotiates with nobody.
_BODY_MEETS = re.compile(
    rf"\b{STANDING_BODY}(?: of [\w ]{{1,30}})?(?: (?:that|which|first|then|also|had|who)){{0,2}} $",
    re.IGNORECASE,
)
#: How far around a meeting that is named after its place another field of life is looked for.
_NEAR = 60


class Topic:
    """What a text speaks of, each found out when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def peace(self) -> list[tuple[int, int]]:
        """Where it speaks of peace, of treaties or of those who settle a dispute."""
        return [match.span() for match in PEACE.finditer(self.text)]

    @cached_property
    def has_actors(self) -> bool:
        """Whether it speaks of those who speak for a state or a side."""
        return ACTORS.search(self.text) is not None

    @cached_property
    def is_disputed(self) -> bool:
        """Whether it speaks of matters between states or sides, or of how talks ended."""
        return bool(self.peace) or MATTERS.search(self.text) is not None or self.has_outcome

    @cached_property
    def has_outcome(self) -> bool:
        """Whether it says that somebody agreed or did not."""
        return outcome_of(self.text) is not None

    @cached_property
    def is_of_another_field(self) -> bool:
        """Whether it speaks of a field of life whose meetings are no talks."""
        return OTHER_FIELD.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text around an event.

    Attributes:
        sentence: The sentence that names it.
        nearby: The sentence with what follows it.
        paragraph: The paragraph.
        about: Title and headings, which tell what the text is about.
        has_negotiations: The title or what is nearby names talks, negotiations or a summit.
    """

    sentence: Topic
    nearby: Topic
    paragraph: Topic
    about: Topic
    has_negotiations: bool


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
    event, sentence = scene.event, around.sentence
    at = event.start - scene.start
    if event.is_of_another_kind:
        return RejectReason.NOT_ABOUT_A_DISPUTE
    if event.is_verb and _BODY_MEETS.search(sentence.text, max(0, at - _NEAR), at):
        return RejectReason.NOT_BETWEEN_PARTIES
    if event.is_about_peace:
        return None
    name_start = event.name_start - scene.start
    peace = any(end <= name_start or start >= at + len(event.text) for start, end in sentence.peace)
    named = scene.is_named_after_place and event.is_proper
    if not peace and _is_of_another_field(sentence, at, len(event.text), near=named):
        return RejectReason.NOT_ABOUT_A_DISPUTE
    if event.is_verb and event.is_negotiation and not (sentence.is_disputed or sentence.has_actors):
        return RejectReason.NOT_ABOUT_A_DISPUTE
    if event.is_negotiation or (is_known and (scene.goes_on or scene.is_definite)):
        return None
    if named and not around.about.is_of_another_field:
        paragraph = around.paragraph
        if paragraph.is_disputed or paragraph.has_actors:
            return None
    if not _is_between_sides(scene, sentence, at, peace=peace):
        return RejectReason.NOT_BETWEEN_PARTIES
    return None if _is_about_dispute(scene, around) else RejectReason.NOT_ABOUT_A_DISPUTE


def _is_of_another_field(sentence: Topic, at: int, length: int, *, near: bool) -> bool:
    """Whether a sentence, or its part near to the event, is of another field of life."""
    if not sentence.is_of_another_field or not near:
        return sentence.is_of_another_field
    return OTHER_FIELD.search(sentence.text, max(0, at - _NEAR), at + length + _NEAR) is not None


def _is_between_sides(scene: Scene, sentence: Topic, at: int, *, peace: bool) -> bool:
    """Whether a sentence names sides or those who speak for them.

    A conference on a country, or one that has a proper name, need not have its sides named.
    """
    event = scene.event
    if scene.sides >= 2 or scene.participants or sentence.has_actors or sentence.has_outcome:
        return True
    if scene.sides and sentence.text.startswith(" on ", at + len(event.text)):
        return True
    return not event.is_verb and (peace or event.is_proper or scene.is_named_after_place)


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
        or (not event.is_verb and around.paragraph.is_disputed)
    )
