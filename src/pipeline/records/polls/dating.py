"""When a survey was taken, and when a share was found."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.mentions.model import DateMention, ShareMention
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
    r"late|early|mid)(?:\s+the)?|[(,;:–—])[\s-]*$",
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

_OWN_DATE = re.compile(
    r"^(?:\s+(?:of\s+(?:[\w’'-]+\s+){1,3}?(?:surveyed|polled|asked|interviewed)|approval|support|"
    r"rating|disapproval|popularity|opposition|who\s+said\s+(?:the\s+same|so)))?"
    r"\s*[,(]?\s*(?:in|on|by|during|for|as\s+of|from|at|between)?\s*(?:the\s+)?$",
    re.I,
)
_AND_AGAIN = re.compile(r"^,?\s+and\s+(?:then\s+)?again\s+(?:in|on)\s+$", re.I)
_ASKED = re.compile(r"\b(?:surveyed|polled|asked|interviewed)\b", re.I)
_OTHER_POLL = re.compile(
    r"\b(?:compared|relative)\s+(?:to|with)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:poll|survey)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a survey or a share: the mention, and the days of it that are meant."""

    mention: DateMention
    first_day: date
    last_day: date
    precision: DatePrecision


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
        if found is None or _NO_DATE_OF_IT.search(before):
            continue
        leads = not before.strip(" “\"'(") or _PREPOSITION.search(before)
        follows_survey = any(s.end == mention.start - 1 for s in reading.surveys)
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
            reach = _LONG_REACH if _CONDUCTED.search(between) else _REACH
            if len(between) <= reach:
                near.append((len(between), found.mention.start, found))
    if not near:
        return None
    nearest = min(near, key=lambda item: item[:2])[2]
    return _whole_list(reading, nearest, scope)


def _between(reading: Reading, survey: SurveyMention, mention: DateMention) -> str:
    left, right = sorted([(survey.start, survey.end), (mention.start, mention.end)])
    return reading.text[left[1] : right[0]]


def _whole_list(reading: Reading, first: Dated, scope: Scope) -> Dated:
    if not first.mention.rule.endswith("list"):
        return first
    last = first
    for mention in within(reading.dates, first.mention.end, scope.end):
        found = dated(mention)
        glue = reading.text[last.mention.end : mention.start]
        if found is None or not re.fullmatch(r"\s*,?\s*(?:and|or)?\s*(?:in\s+)?", glue):
            break
        last = found
    if last is first:
        return first
    start, end = first.mention.start, last.mention.end
    whole = replace(first.mention, end=end, text=reading.text[start:end], last_day=last.last_day)
    return Dated(whole, first.first_day, last.last_day, first.precision)


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


def own_dates(reading: Reading, share: ShareMention, until: int) -> list[Dated]:
    """The dates said right behind a share and before ``until``, none if there are none.

    "80% in May 2022" has one, "77% in May 2012 and again in June 2014" two.
    """
    found: list[Dated] = []
    for mention in within(reading.dates, share.end, until):
        own = dated(mention)
        if own is None:
            continue
        if found:
            joined = _AND_AGAIN.match(reading.text[found[-1].mention.end : mention.start])
        else:
            joined = _OWN_DATE.match(reading.text[share.end : mention.start])
        if not joined:
            break
        found.append(own)
    return found


def is_of_other_survey(reading: Reading, share: ShareMention, own: Dated) -> bool:
    """Whether "67% of Poles surveyed in 2018" names a survey of its own."""
    return _ASKED.search(reading.text, share.end, own.mention.start) is not None


def date_before(reading: Reading, share: ShareMention, scope: Scope) -> Dated | None:
    """The nearest usable date before a share in its scope that is no other share's own."""
    shares = within(reading.shares, scope.start, share.start)
    for found in reversed(usable_dates(reading, scope.start, share.start)):
        owner = next((s for s in reversed(shares) if s.end <= found.mention.start), None)
        if owner and _OWN_DATE.match(reading.text[owner.end : found.mention.start]):
            continue
        return found
    return None


def compared_poll_date(reading: Reading, scope: Scope) -> Dated | None:
    """The date of the poll that a sentence compares with ("compared to a poll in May 2023")."""
    match = _OTHER_POLL.search(reading.text, scope.start, scope.end)
    if match is None:
        return None
    placed = (dated(mention) for mention in within(reading.dates, match.start(), scope.end))
    return next((found for found in placed if found), None)


def last_unit(span: Dated) -> Dated:
    """The last month or year of a range of them: a trend is measured at its end."""
    last = span.last_day
    if span.precision is DatePrecision.RANGE_OF_MONTHS:
        first = last.replace(day=1)
        final = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return replace(span, first_day=first, last_day=final, precision=DatePrecision.MONTH)
    if span.precision is DatePrecision.RANGE_OF_YEARS:
        first, final = date(last.year, 1, 1), date(last.year, 12, 31)
        return replace(span, first_day=first, last_day=final, precision=DatePrecision.YEAR)
    return span
