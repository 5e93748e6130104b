"""Whether a name means a city, and which of several namesakes it means."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pipeline.mentions.places import context, words
from pipeline.mentions.places.gazetteer import City
from pipeline.mentions.places.tables import also_words

CITY_OF_NOTE = 100_000
"""A city with so many people is meant without further evidence."""

TOWN = 5_000
"""A smaller place, of which only a preposition of place is evidence enough."""

RIVAL = 6
"""A city up to so many times smaller than its namesake is meant where only its state is named."""

_CLOSED = re.compile(
    r"\s*(?:$|[,.;:)\]”\"]|(?:in|on|from|between|to|with|for|at|by|and|where|when|during)\b)"
)


def is_closed(text: str, end: int) -> bool:
    """Whether a name ends a phrase, rather than goes on with what it is the name of."""
    return _CLOSED.match(text, end) is not None


def meant(
    namesakes: tuple[City, ...],
    states: AbstractSet[str | None],
    of_regions: AbstractSet[str | None],
) -> City:
    """The city that is meant of several: the largest, unless only another's country is named.

    The United States are named in texts on cities everywhere, so theirs need a state beside.

    Args:
        namesakes: Cities of a name, the most populous first.
        states: Codes of the states that the text names.
        of_regions: Codes of the states whose regions it names.
    """
    first = namesakes[0]
    if first.code in states or first.code in of_regions:
        return first
    for city in namesakes[1:]:
        rival = first.population <= RIVAL * city.population and city.code != "USA"
        if rival and city.code in states:
            return city
    return first


@dataclass(frozen=True, slots=True)
class Around:
    """A name in its text, which was read up to ``last_end``."""

    text: str
    start: int
    end: int
    last_end: int

    def lets_mean_a_city(self, key: str, city: City, people: AbstractSet[str]) -> bool:
        """Whether the text around a name lets it mean a city.

        The more else a name may mean, the more it takes: nothing beside the name of a city of
        note, some preposition beside that of a town, one that places it where it is also a word
        or a person's name.

        Args:
            key: Key of the name.
            city: The city that it would mean.
            people: Keys that elsewhere in the text are part of a person's name.
        """
        preposition = context.preposition(self.text, self.start)
        placed = preposition in words.PLACING
        if key in words.COMMON_WORDS:
            return placed and city.population >= CITY_OF_NOTE
        event = context.event_after(self.text, self.end)
        listed = context.continues_list(self.text, self.last_end, self.start)
        closed = is_closed(self.text, self.end)
        if key in also_words():
            return placed or event or (listed and closed)
        if key in words.GIVEN_NAMES or key in people:
            told = placed or listed or (preposition == "to" and closed)
            return event or (placed if key in people else told)
        if city.population < TOWN:
            return bool(preposition) or (listed and closed)
        return city.population >= CITY_OF_NOTE or bool(preposition) or event or listed
