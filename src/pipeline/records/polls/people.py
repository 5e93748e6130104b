"""Whose share it is: the population, and the country whose people they are."""

import re
from dataclasses import replace

from pipeline.mentions.model import Mention, PlaceMention, ShareMention
from pipeline.mentions.populations import find_populations, population_after
from pipeline.mentions.surveys import SurveyMention
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading, within

_LOCATED = re.compile(
    r"\b(?:polls?|polling|surveys?|surveyed|polled|conducted|taken|held|carried\s+out|respondents|"
    r"adults|voters|people|sample)\s+(?:\w+\s+){0,2}?(?:in|across|throughout|of)\s+(?:the\s+)?$",
    re.I,
)
_PLACE_BEFORE = re.compile(
    r"(?:^|[\s,;:(])(?:(?:in|for|of|among|across|and|but|while|to)\s+)*(?:the\s+)?$", re.I
)
_BETWEEN_PLACE_AND_SHARE = re.compile(
    r"^(?:\s*,?\s*(?:the\s+)?(?:corresponding|respective|equivalent|same|comparable)?\s*"
    r"(?:figures?|numbers?|shares?|percentages?|support|proportions?|rates?|approval)?\s*"
    r"(?:was|were|is|are|at|by|with|stood\s+at|:|reached|of)?\s*(?:only|just)?\s*[(:]?\s*)$",
    re.I,
)
_PLACE_AFTER = re.compile(
    r"^(?:\s+(?:support(?:ed)?|approval|opposed|respectively|each|of|surveyed|respondents|people|"
    r"those|residents|the|public|adults|voters|citizens|population)){0,4}"
    r"\s*\(?\s*(?:in|of|among|across|from|elsewhere\s+in)\s+(?:the\s+)?$",
    re.I,
)


def territory(reading: Reading, share: ShareMention, scope: Scope) -> tuple[int, int]:
    """The part of a scope around a share that no other share lies in."""
    others = within(reading.shares, scope.start, scope.end)
    before = [s.end for s in others if s.end <= share.start]
    after = [s.start for s in others if s.start >= share.end]
    return max(before, default=scope.start), min(after, default=scope.end)


def population_of(reading: Reading, share: ShareMention, scope: Scope) -> Mention | None:
    """The people whose share it is, named behind it; None if none are."""
    _, until = territory(reading, share, scope)
    return population_after(reading.text[:until], share.end)


def place_of(reading: Reading, share: ShareMention, scope: Scope) -> PlaceMention | None:
    """The place beside a share ("in Denmark 56%", "56% in Denmark"), None if there is none."""
    since, until = territory(reading, share, scope)
    for place in within(reading.places, share.end, until):
        if _PLACE_AFTER.match(reading.text[share.end : place.start]):
            return place
    for place in reversed(within(reading.places, since, share.start)):
        between = reading.text[place.end : share.start]
        before = reading.text[since : place.start] or " "
        if _BETWEEN_PLACE_AND_SHARE.match(between) and _PLACE_BEFORE.search(before):
            return place
    return None


def place_in(reading: Reading, population: Mention | None) -> PlaceMention | None:
    """The place that the words for a population name last; None if they name none."""
    if population is None:
        return None
    places = within(reading.places, population.start, population.end)
    return places[-1] if places else None


def surveyed_population(reading: Reading, scope: Scope) -> Mention | None:
    """The population that a scope names beside its survey; None if it names none."""
    named = find_populations(reading.text[scope.start : scope.end])
    if not named:
        return None
    first = named[0]
    return replace(first, start=first.start + scope.start, end=first.end + scope.start)


def surveyed_place(
    reading: Reading, surveys: list[SurveyMention], population: Mention | None, scope: Scope
) -> PlaceMention | None:
    """The place where a survey was taken, or whose people were asked; None if not said."""
    for place in reversed(within(reading.places, scope.start, scope.end)):
        before = reading.text[max(scope.start, place.start - 60) : place.start]
        of_them = population and population.start <= place.start < population.end
        adjective = place.kind == "people" and any(
            survey.start - 20 <= place.start and place.end <= survey.end for survey in surveys
        )
        if of_them or adjective or _LOCATED.search(before):
            return place
    return None
