"""What the text has said so far of the survey that it speaks of."""

import re
from dataclasses import dataclass, replace

from pipeline.mentions.model import CountMention, Mention, PlaceMention
from pipeline.mentions.surveys import SurveyMention
from pipeline.records.polls.dating import Dated, basis_of, survey_date
from pipeline.records.polls.people import surveyed_place, surveyed_population
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading, within
from schemas.vocabularies import DateBasis

_SAME = re.compile(
    r"\b(?:the|this|that|these|those|its|their)\s+(?:same\s+|latter\s+|above\s+)?(?:\w+\s+)?"
    r"(?:polls?|polling|surveys?|stud(?:y|ies)|reports?|questionnaire)$",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:another|second|third|different|separate|later|earlier|other)\s+$", re.I
)
_COMPARED_WITH = re.compile(
    r"\b(?:compared|relative|in\s+contrast)\s+(?:to|with)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}?$",
    re.I,
)
_OTHER_SOURCES = re.compile(
    r"\baccording\s+to\s+(?:(?:an)?other|different|further|more\s+recent)\s+(?:[a-z]+\s+)?sources?\b",
    re.I,
)
_NOUN = re.compile(r"(?:opinion\s+)?(?:poll(?:s|ing)?|surveys?|questionnaires?)\b", re.I)
_QUESTION = re.compile(
    r"\b(?:asked|asking|asks|questions?)\b[^\"“”.;]{0,60}[\"“](?P<question>[^\"“”]{5,300}\?)[\"”]"
)
_SAMPLED = frozenset(
    "respondents adults people voters citizens persons residents men women households students "
    "participants interviewees individuals americans consumers workers employees members readers "
    "children teenagers adolescents parents teachers users viewers subjects families farmers "
    "doctors physicians nurses patients housewives migrants immigrants refugees drivers homeowners "
    "professionals scientists graduates youths locals inhabitants".split()
)
#: A smaller number beside a survey is hardly a sample.
_MIN_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Frame:
    """The survey that the text speaks of.

    Attributes:
        anchor: The phrase that speaks of it.
        last_sentence: Index of the last sentence that spoke of it or reported from it.
        survey: The phrase that names the pollster, None while none does.
        pollster: Who ran it, in the fullest form that the document gives, None while unnamed.
        date: When it was taken or published, None while the text does not say.
        basis: What the date dates.
        population: Who was asked, None while the text does not say.
        place: Whose people they are, None while the text does not say.
        sample: How many were asked, None while the text does not say.
        question: What was asked, as quoted, None while the text does not quote it.
    """

    anchor: Mention
    last_sentence: int
    survey: SurveyMention | None = None
    date: Dated | None = None
    basis: DateBasis | None = None
    population: Mention | None = None
    place: PlaceMention | None = None
    sample: CountMention | None = None
    question: Mention | None = None

    pollster: str | None = None


def next_frame(reading: Reading, frame: Frame | None, scope: Scope) -> Frame | None:
    """The frame after reading a scope: opened, filled in, or as it was.

    "This survey", "respondents" and the like go on with the survey before; a survey mentioned with
    an indefinite article, or with another pollster, is another one.
    """
    every = within(reading.surveys, scope.start, scope.end)
    own = [s for s in every if not _is_compared_with(reading, s, scope)]
    surveys = own or every
    if not any(s.pollster or not s.weak for s in surveys):
        return _other_sources(reading, frame, scope) if frame else None
    main = next((s for s in surveys if s.pollster), surveys[0])
    if frame is None or not _goes_on(reading, frame, main, own, scope):
        frame = Frame(main, scope.index)
    return replace(_filled_in(reading, frame, own, scope), last_sentence=scope.index)


def _is_compared_with(reading: Reading, survey: SurveyMention, scope: Scope) -> bool:
    before = reading.text[max(scope.start, survey.start - 50) : survey.start]
    return _COMPARED_WITH.search(before) is not None


def _other_sources(reading: Reading, frame: Frame, scope: Scope) -> Frame:
    match = _OTHER_SOURCES.search(reading.text, scope.start, scope.end)
    if match is None:
        return frame
    return Frame(Mention(*match.span(), match.group(), "other_sources"), scope.index)


def _goes_on(
    reading: Reading, frame: Frame, main: SurveyMention, own: list[SurveyMention], scope: Scope
) -> bool:
    pollster = reading.full_name(main.pollster)
    if pollster and pollster == frame.pollster and not survey_date(reading, own, scope):
        return not _ANOTHER.search(reading.text, scope.start, main.start)
    if pollster and frame.pollster and pollster != frame.pollster:
        return False
    bare = main.rule == "survey_noun" and not _NOUN.match(main.text)
    return bare or _SAME.search(reading.text, scope.start, main.end) is not None


def _filled_in(reading: Reading, frame: Frame, surveys: list[SurveyMention], scope: Scope) -> Frame:
    """The frame with what a scope says of its survey; what it does not say stays."""
    date = survey_date(reading, surveys, scope)
    population = surveyed_population(reading, scope) or frame.population
    samples = (
        count
        for count in within(reading.counts, scope.start, scope.end)
        if count.noun in _SAMPLED and count.value >= _MIN_SAMPLE
    )
    survey = next((s for s in surveys if s.pollster), frame.survey)
    return replace(
        frame,
        survey=survey,
        pollster=reading.full_name(survey.pollster) if survey else None,
        date=date or frame.date,
        basis=basis_of(reading, date, surveys, scope) if date else frame.basis,
        population=population,
        place=surveyed_place(reading, surveys, population, scope) or frame.place,
        sample=next(samples, frame.sample),
        question=_question(reading, scope) or frame.question,
    )


def _question(reading: Reading, scope: Scope) -> Mention | None:
    match = _QUESTION.search(reading.text, scope.start, scope.end)
    if match is None:
        return None
    return Mention(*match.span("question"), match["question"], "quoted_question")
