"""What the text around a meeting speaks of."""

from dataclasses import dataclass
from functools import cached_property

from pipeline.records.talks.outcomes import outcome_of
from pipeline.records.talks.vocabulary import (
    ACTORS,
    AMBIGUOUS_FIELD,
    DISPUTE,
    MATTERS,
    OTHER_FIELD,
    PEACE,
)


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
    def names_dispute(self) -> bool:
        """Whether it names a war, a conflict or a question between states or sides."""
        return bool(self.peace) or DISPUTE.search(self.text) is not None

    @cached_property
    def has_outcome(self) -> bool:
        """Whether it says that somebody agreed or did not."""
        return outcome_of(self.text) is not None

    @cached_property
    def is_of_another_field(self) -> bool:
        """Whether it speaks of a field of life whose meetings are no talks."""
        return OTHER_FIELD.search(self.text) is not None

    @cached_property
    def is_surely_of_another_field(self) -> bool:
        """Whether it does so in words that talks between sides have no use for."""
        words_of_it = OTHER_FIELD.findall(self.text)
        return any(AMBIGUOUS_FIELD.fullmatch(word) is None for word in words_of_it)

    @cached_property
    def other_fields(self) -> int:
        """How often it speaks of such a field."""
        return len(OTHER_FIELD.findall(self.text))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text around an event.

    Attributes:
        sentence: The sentence that names it.
        nearby: The sentence with what follows it.
        paragraph: The paragraph.
        about: Title and headings, which tell what the text is about.
        has_negotiations: The title or what is nearby names talks, negotiations or a summit.
        names_negotiations: The sentence names talks, negotiations or a summit.
        is_of_talks: The title is that of talks, or the paragraph is about a dispute and talks.
        other_kinds: The nouns of meetings that are no talks in the title ("World Esperanto
            Congress" makes every congress of the text one of that kind).
    """

    sentence: Topic
    nearby: Topic
    paragraph: Topic
    about: Topic
    has_negotiations: bool
    names_negotiations: bool
    is_of_talks: bool
    other_kinds: frozenset[str]
