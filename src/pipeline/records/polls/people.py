"""Whose share it is: the population, and the country whose people they are."""

import re
from dataclasses import replace

from pipeline.mentions.model import Mention, PlaceMention, ShareMention
from pipeline.mentions.populations import find_populations, population_after, population_at
from pipeline.mentions.surveys import SurveyMention
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading, within

_AMONG = re.compile(r"\b[Aa]mong(?:st)?\s+(?=\S)")
_LOCATED = re.compile(
    r"\b(?:polls?|polling|surveys?|surveyed|polled|conducted|taken|held|carried\s+out|respondents|"
    r"adults|voters|people|sample)\s+(?:\w+\s+){0,2}?(?:in|across|throughout|of)\s+(?:the\s+)?$",
    re.I,
)
_OF_WHOM = re.compile(r"(?:[^;%]{0,60}?[;,] )?(?:and |but )?(?:[Oo]f|[Mm]ore than half of) (?=\S)")
_CLAUSE = re.compile(r"[,;:]|\band\b|\bwhile\b|\bbut\b")
#: Who may be elsewhere than at home.
_ABROAD = re.compile(
    r"\s+(?:troops|soldiers|servicemen|military|forces|personnel|veterans|expatriates|emigrants|"
    r"tourists|citizens)\b"
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
    """The people whose share it is, named beside it; None if none are.

    "82% of Ukrainians", "six in ten Cypriots", "among women 23%", "23% among women".
    """
    since, until = territory(reading, share, scope)
    behind = population_after(reading.text, share.end, until, of=share.rule != "one_in_n")
    before = _among(reading, since, share.start) or _of_whom(reading, since, share.start)
    return behind or before or _among_behind(reading, share.end, until)


def _of_whom(reading: Reading, start: int, end: int) -> Mention | None:
    """The people of "Of those surveyed, 53% ..."."""
    match = _OF_WHOM.match(reading.text, start, end)
    found = population_at(reading.text, match.end(), end) if match else None
    return found if found and reading.text[found.end : end].startswith(",") else None


def _among(reading: Reading, start: int, end: int) -> Mention | None:
    """The people behind the last "among" of a stretch."""
    for match in reversed(list(_AMONG.finditer(reading.text, start, end))):
        return population_at(reading.text, match.end(), end)
    return None


def _among_behind(reading: Reading, start: int, end: int) -> Mention | None:
    """The people behind "among", unless the next share is theirs ("and among Greeks 51%")."""
    match = _AMONG.search(reading.text, start, end)
    if match is None or _CLAUSE.search(reading.text, start, match.start()):
        return None
    return population_at(reading.text, match.end(), end)


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
    """The place that the words for a population name; None if they name none.

    It is the last one, but "American troops in Iraq" are Americans.
    """
    if population is None:
        return None
    places = within(reading.places, population.start, population.end)
    if places and places[0].kind == "people" and _ABROAD.match(reading.text, places[0].end):
        return places[0]
    return places[-1] if places else None


def surveyed_population(reading: Reading, scope: Scope) -> Mention | None:
    """The population that a scope names beside its survey; None if it names none."""
    surveys = within(reading.surveys, scope.start, scope.end)
    for found in find_populations(reading.text[scope.start : scope.end]):
        named = replace(found, start=found.start + scope.start, end=found.end + scope.start)
        if not any(s.pollster and named.text in s.pollster for s in surveys):
            return named
    return None


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
