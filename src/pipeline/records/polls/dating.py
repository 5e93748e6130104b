"""When a survey was taken."""

import re
from dataclasses import dataclass, replace
from datetime import date

from pipeline.mentions.model import DateMention
from pipeline.mentions.surveys import SurveyMention
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading, within
from schemas.vocabularies import DateBasis, DatePrecision

#: How far a date may stand from the survey that it dates, in characters.
_REACH = 60
#: The same where "conducted" or the like stands between them.
_LONG_REACH = 160

_PREPOSITION = re.compile(
    r"(?:\b(?:in|on|at|during|between|from|of|around|for|by|as\s+of|dated|and|to|through|throughout|"
    r"late|early|mid|fieldwork|dates?)(?:\s+the)?|[(,;:–—])[\s-]*$",
    re.I,
)
_DATES_A_SURVEY = re.compile(
    r"^(?:\W+(?:the\s+)?(?:[\w’'.&/-]+\s+){0,6}?)?(?:polls?|polling|surveys?|stud(?:y|ies)|reports?|"
    r"eurobarometer|percentages?|figures?|numbers?|shares?|waves?|editions?)\b",
    re.I,
)
_NO_DATE_OF_IT = re.compile(
    r"\b(?:compared\s+(?:to|with)|than\s+in|since|after|before|until)\s+(?:the\s+)?$", re.I
)
#: "The plebiscite of 2 October", which dates no survey.
_OF_ANOTHER_THING = re.compile(
    r"\b(?:plebiscite|referend(?:um|a)|elections?|votes?|takeover|coup|invasion|wars?|agreement|treaty|"
    r"accords?|riots?|revolution|attacks?|crisis|laws?|ruling|decision|constitution|act|summit|"
    r"conference|census|death|murder|massacre|uprising|protests?|strikes?|budget|scandal|trial|"
    r"ceasefire|declaration|resolution|speech|visit|disaster|earthquake|pandemic|recession|reform|"
    r"bombings?|shootings?|changeover)\s+of\s+(?:the\s+)?$",
    re.I,
)
_CONDUCTED = re.compile(
    r"\b(?:conducted|taken|carried\s+out|undertaken|held|done|performed|fielded|run|made|polled|"
    r"surveyed|completed)\b",
    re.I,
)
_PUBLISHED = re.compile(
    r"\b(?:publish(?:ed|es)|releas(?:ed|es)|publici[sz]ed|announced|appeared)\b[^,;.]{0,45}$", re.I
)
_RELEASED_BY = re.compile(r"\b(?:published|released)\b", re.I)
_REPORT = re.compile(r"\breports?\b", re.I)
_STATEMENT = re.compile(
    r"\b(?:said|stated|told|claimed|declared|explained)\s+(?:in|to|on|during)\b", re.I
)
_RATING = re.compile(r"\brating", re.I)

_LIST_GLUE = re.compile(r"\s*,?\s*(?:and|or)?\s*(?:(?:in|on)\s+)?")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a survey or a share: the mention, and the days of it that are meant.

    Attributes:
        is_end: It is one end of the range that the mention gives.
    """

    mention: DateMention
    first_day: date
    last_day: date
    precision: DatePrecision
    is_end: bool = False


def dated(mention: DateMention) -> Dated | None:
    """A date mention as a whole; None if the text does not place it."""
    if mention.first_day is None or mention.last_day is None or mention.precision is None:
        return None
    return Dated(mention, mention.first_day, mention.last_day, mention.precision)


def usable_dates(reading: Reading, start: int, end: int) -> list[Dated]:
    """The dates of a span that can date a survey: placed, and not part of another thing's name.

    "In 2011", "(2011)" and "a 2011 poll" can; "the 2011 riots" and "after 2011" cannot.
    """
    usable = []
    for mention in within(reading.dates, start, end):
        found = dated(mention)
        before = reading.text[max(start, mention.start - 24) : mention.start]
        after = reading.text[mention.end : min(end, mention.end + 80)]
        if found is None or _NO_DATE_OF_IT.search(before) or _OF_ANOTHER_THING.search(before):
            continue
        leads = not before.strip(" “\"'(") or _PREPOSITION.search(before)
        follows_survey = any(
            s.end == mention.start - 1 for s in within(reading.surveys, start, mention.start)
        )
        if leads or follows_survey or _DATES_A_SURVEY.search(after):
            usable.append(found)
    return usable


def survey_date(reading: Reading, surveys: list[SurveyMention], scope: Scope) -> Dated | None:
    """The date nearest to a survey of the scope, within reach of it.

    Dates in a list that stands there ("in 2010 and 2012") are taken from the first to the last.
    """
    near = []
    usable = usable_dates(reading, scope.start, scope.end)
    for found in usable:
        for survey in surveys:
            if _RATING.search(survey.text):
                continue
            between = _between(reading, survey, found.mention)
            conducted = _CONDUCTED.search(between) or _CONDUCTED.search(survey.text)
            reach = _LONG_REACH if conducted else _REACH
            if len(between) <= reach:
                near.append((len(between), found.mention.start, found))
    if not near:
        return None
    nearest = min(near, key=lambda item: item[:2])[2]
    return whole_list(reading, nearest, scope)


def _between(reading: Reading, survey: SurveyMention, mention: DateMention) -> str:
    left, right = sorted([(survey.start, survey.end), (mention.start, mention.end)])
    return reading.text[left[1] : right[0]]


def whole_list(reading: Reading, member: Dated, scope: Scope) -> Dated:
    """The list that a date is a member of, from the first to the last ("May and June 2018")."""
    every = [
        found
        for mention in within(reading.dates, scope.start, scope.end)
        if (found := dated(mention)) is not None and found.precision == member.precision
    ]
    if member not in every:
        return member
    first = last = every.index(member)
    while first and _are_listed(reading, every[first - 1], every[first]):
        first -= 1
    while last + 1 < len(every) and _are_listed(reading, every[last], every[last + 1]):
        last += 1
    if first == last:
        return member
    start, end = every[first].mention.start, every[last].mention.end
    days = every[first].first_day, every[last].last_day
    text = reading.text[start:end]
    whole = replace(every[first].mention, end=end, text=text, last_day=days[1])
    return Dated(whole, *days, _precision_of_list(member.precision))


def _are_listed(reading: Reading, one: Dated, other: Dated) -> bool:
    glue = reading.text[one.mention.end : other.mention.start]
    return one.last_day < other.first_day and _LIST_GLUE.fullmatch(glue) is not None


def _precision_of_list(precision: DatePrecision) -> DatePrecision:
    return {
        DatePrecision.MONTH: DatePrecision.RANGE_OF_MONTHS,
        DatePrecision.YEAR: DatePrecision.RANGE_OF_YEARS,
        DatePrecision.SEASON: DatePrecision.RANGE_OF_MONTHS,
    }.get(precision, precision)


def basis_of(
    reading: Reading, found: Dated, surveys: list[SurveyMention], scope: Scope
) -> DateBasis:
    """Whether a date is of fieldwork, of publication, or only of somebody's statement."""
    before = reading.text[scope.start : found.mention.start]
    nearest = min(surveys, key=lambda s: len(_between(reading, s, found.mention)))
    published = _PUBLISHED.search(before)
    if published and not _CONDUCTED.search(published.group()):
        return DateBasis.PUBLISHED
    if nearest.rule == "name_released_survey" and _RELEASED_BY.search(nearest.text):
        return DateBasis.PUBLISHED
    if _REPORT.search(nearest.text) and not _CONDUCTED.search(nearest.text):
        return DateBasis.PUBLISHED
    if _STATEMENT.search(reading.text, scope.start, scope.end) and nearest.rule == "pollster_name":
        return DateBasis.REPORTED
    return DateBasis.FIELDWORK
