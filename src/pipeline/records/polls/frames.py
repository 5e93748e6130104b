"""What the text has said so far of the survey that it speaks of."""

import re
from dataclasses import dataclass, field, replace

from pipeline.mentions.model import CountMention, DateMention, Mention, PlaceMention
from pipeline.mentions.populations import find_populations
from pipeline.mentions.surveys import SurveyMention
from pipeline.records.reading import Reading, within
from schemas.vocabularies import DateBasis

#: How far a date may stand from the survey that it dates, in characters.
_DATE_REACH = 60
#: The same where "conducted" or the like stands between them.
_LONG_REACH = 160

_RATING = re.compile(r"\brating", re.I)
_SAME = re.compile(
    r"\b(?:the|this|that|these|those|its|their)\s+(?:same\s+|latter\s+|above\s+)?(?:\w+\s+)?"
    r"(?:polls?|polling|surveys?|stud(?:y|ies)|reports?|questionnaire)$",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:another|second|third|different|separate|later|earlier|other)\s+$", re.I
)
_OTHER_SOURCES = re.compile(
    r"\baccording\s+to\s+(?:(?:an)?other|different|further|more\s+recent)\s+(?:[a-z]+\s+)?sources?\b",
    re.I,
)
_PUBLISHED = re.compile(
    r"\b(?:publish(?:ed|es)|releas(?:ed|es)|publici[sz]ed|announced|appeared)\b[^,;.]{0,45}$", re.I
)
_CONDUCTED = re.compile(
    r"\b(?:conducted|taken|carried\s+out|undertaken|held|done|performed|fielded|run|made|polled|"
    r"surveyed|completed)\b",
    re.I,
)
_STATEMENT = re.compile(
    r"\b(?:said|stated|told|claimed|declared|explained)\s+(?:in|to|on|during)\b", re.I
)
_DATES_A_SURVEY = re.compile(
    r"^(?:\W+(?:the\s+)?(?:[\w’'.&/-]+\s+){0,6}?)?(?:polls?|polling|surveys?|stud(?:y|ies)|reports?|"
    r"eurobarometer|percentages?|figures?|numbers?|shares?|waves?|editions?)\b",
    re.I,
)
_NO_DATE_OF_IT = re.compile(
    r"\b(?:compared\s+(?:to|with)|than\s+in|since|after|before|until)\s+(?:the\s+)?$", re.I
)
_PREPOSITION = re.compile(
    r"(?:\b(?:in|on|at|during|between|from|of|around|for|by|as\s+of|dated|and|to|through|throughout|"
    r"late|early|mid)(?:\s+the)?|[(,;:–—])[\s-]*$",
    re.I,
)
_COMPARED_WITH = re.compile(
    r"\b(?:compared|relative|in\s+contrast)\s+(?:to|with)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}?$",
    re.I,
)
_LOCATED = re.compile(
    r"\b(?:polls?|polling|surveys?|surveyed|polled|conducted|taken|held|carried\s+out|respondents|"
    r"adults|voters|people|sample)\s+(?:\w+\s+){0,2}?(?:in|across|throughout|of)\s+(?:the\s+)?$",
    re.I,
)
_SAMPLED = frozenset(
    "respondents adults people voters citizens persons residents men women households students "
    "participants interviewees individuals americans consumers workers employees members readers "
    "children teenagers adolescents parents teachers users viewers subjects families farmers "
    "doctors physicians nurses patients housewives migrants immigrants refugees internet-users "
    "drivers homeowners professionals scientists graduates youths locals inhabitants".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The survey that the text speaks of.

    Attributes:
        anchor: The phrase that speaks of it.
        survey: The phrase that names the pollster, None while none does.
        date: When it was taken or published, None while the text does not say.
        basis: What the date dates.
        population: Who was asked, None while the text does not say.
        place: Whose people they are, None while the text does not say.
        sample: How many were asked, None while the text does not say.
        last_sentence: Index of the last sentence that spoke of it.
    """

    anchor: Mention
    survey: SurveyMention | None = None
    date: DateMention | None = None
    basis: DateBasis | None = None
    population: Mention | None = None
    place: PlaceMention | None = None
    sample: CountMention | None = None
    last_sentence: int = field(default=0, compare=False)


def usable_dates(reading: Reading, start: int, end: int) -> list[DateMention]:
    """The dates of a span that can date a survey: placed, and not part of another thing's name.

    "in 2011", "(2011)" and "a 2011 poll" can; "the 2011 riots" and "after 2011" cannot.
    """
    usable = []
    for date in within(reading.dates, start, end):
        if date.first_day is None or date.precision is None:
            continue
        before = reading.text[max(start, date.start - 24) : date.start]
        after = reading.text[date.end : min(end, date.end + 80)]
        at_start = not before.strip(" “\"'(")
        if _NO_DATE_OF_IT.search(before):
            continue
        if at_start or _PREPOSITION.search(before) or _DATES_A_SURVEY.search(after):
            usable.append(date)
    return usable


def own_surveys(reading: Reading, start: int, end: int) -> list[SurveyMention]:
    """The surveys that a sentence speaks of, without those that it only compares with."""
    return [
        survey
        for survey in within(reading.surveys, start, end)
        if not _COMPARED_WITH.search(reading.text, max(start, survey.start - 50), survey.start)
    ]


def next_frame(reading: Reading, frame: Frame | None, index: int) -> Frame | None:
    """The frame after reading the sentence at ``index``: opened, filled in, or as it was.

    A survey mentioned with an indefinite article, or with another pollster, is another survey; one
    mentioned with "the same" or "this" is the one before.
    """
    sentence = reading.paragraph.sentences[index]
    start, end = sentence.prose_start, sentence.prose_end
    own = own_surveys(reading, start, end)
    surveys = own or within(reading.surveys, start, end)
    if not any(s.pollster or not s.weak for s in surveys):
        other = _OTHER_SOURCES.search(reading.text, start, end)
        if other and frame is not None:
            source = Mention(other.start(), other.end(), other.group(), "other_sources")
            return Frame(source, last_sentence=index)
        return frame
    main = next((s for s in surveys if s.pollster), surveys[0])
    goes_on = frame is not None and (
        _SAME.search(reading.text, start, main.end) is not None
        or (main.pollster is None and main.rule == "survey_noun" and _is_bare(main))
    )
    named = frame.survey.pollster if frame is not None and frame.survey else None
    same_pollster = main.pollster is None or named in (None, main.pollster)
    if main.pollster and main.pollster == named and not _survey_date(reading, own, start, end):
        goes_on = not _ANOTHER.search(reading.text, start, main.start)
    opened = frame if frame is not None and goes_on and same_pollster else Frame(main)
    return replace(_filled_in(reading, opened, own, start, end), last_sentence=index)


def _is_bare(survey: SurveyMention) -> bool:
    """ "Respondents" and "surveyed" speak of a survey that was mentioned before."""
    return not re.match(
        r"(?:opinion\s+)?(?:poll(?:s|ing)?|surveys?|questionnaires?)\b", survey.text, re.I
    )


def _filled_in(
    reading: Reading, frame: Frame, surveys: list[SurveyMention], start: int, end: int
) -> Frame:
    named = next((s for s in surveys if s.pollster), frame.survey)
    date = _survey_date(reading, surveys, start, end)
    populations = find_populations(reading.text[start:end])
    population = (
        replace(populations[0], start=start + populations[0].start, end=start + populations[0].end)
        if populations
        else frame.population
    )
    place = next(
        (
            p
            for p in reversed(within(reading.places, start, end))
            if _LOCATED.search(reading.text[max(start, p.start - 60) : p.start])
            or (population and population.start <= p.start < population.end)
            or any(s.start <= p.start and p.end <= s.end and p.kind == "people" for s in surveys)
        ),
        frame.place,
    )
    sample = next(
        (c for c in within(reading.counts, start, end) if c.noun in _SAMPLED and c.value >= 20),
        frame.sample,
    )
    dated = (
        (date, basis_of(reading, date, surveys, start, end)) if date else (frame.date, frame.basis)
    )
    return replace(
        frame,
        survey=named,
        date=dated[0],
        basis=dated[1],
        population=population,
        place=place,
        sample=sample,
    )


def _survey_date(
    reading: Reading, surveys: list[SurveyMention], start: int, end: int
) -> DateMention | None:
    """The date nearest to a survey phrase of the sentence, within reach of it."""
    near = []
    for date in usable_dates(reading, start, end):
        for survey in surveys:
            if _RATING.search(survey.text):
                continue
            left, right = sorted([(survey.start, survey.end), (date.start, date.end)])
            between = reading.text[left[1] : right[0]]
            reach = _LONG_REACH if _CONDUCTED.search(between) else _DATE_REACH
            if len(between) <= reach:
                near.append((len(between), date.start, date))
    return min(near, key=lambda item: item[:2])[2] if near else None


def basis_of(
    reading: Reading, date: DateMention, surveys: list[SurveyMention], start: int, end: int
) -> DateBasis:
    """Whether a date is of fieldwork, of publication, or only of somebody's statement."""
    before = reading.text[start : date.start]
    nearest = min(surveys, key=lambda s: max(s.start - date.end, date.start - s.end, 0))
    published = _PUBLISHED.search(before)
    if published and not _CONDUCTED.search(published.group()):
        return DateBasis.PUBLISHED
    if re.search(r"\breports?\b", nearest.text, re.I) and not _CONDUCTED.search(nearest.text):
        return DateBasis.PUBLISHED
    if _STATEMENT.search(reading.text, start, end) and nearest.rule == "pollster_name":
        return DateBasis.REPORTED
    return DateBasis.FIELDWORK
