"""What the text has said so far of the survey that it speaks of."""

import re
from dataclasses import dataclass, replace

from pipeline.mentions.model import CountMention, Mention, PlaceMention
from pipeline.mentions.names import is_organisation
from pipeline.mentions.pollsters import known_pollster_at
from pipeline.mentions.surveys import SAME_POLLSTER, SurveyMention
from pipeline.records.polls.dating import Dated, basis_of, survey_date
from pipeline.records.polls.details import margin_in, mode_in, question_in, sample_in
from pipeline.records.polls.people import surveyed_place, surveyed_population
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading, within
from schemas.vocabularies import DateBasis, PollMode

_SAME = re.compile(
    r"\b(?:the|this|that|these|those|its|their)\s+(?:same\s+|latter\s+|above\s+)?(?:[\w–-]+\s+)?"
    r"(?:polls?|polling|surveys?|stud(?:y|ies)|reports?|questionnaire)$",
    re.I,
)
#: A survey spoken of as one of a known series.
_LAST_POLL = re.compile(
    r"\bthe\s+(?:(?:last|latest|final|next|previous|earlier|first|second|\w+\s+\d{4}|\d{4}|pre-election)"
    r"\s+){1,3}(?:polls?|surveys?)$",
    re.I,
)
#: "Gallup polls", "the surveys of Gallup", "Gallup's tracker".
_SERIES = re.compile(r"\b(?:polls|surveys|polling|tracker|tracking)\b", re.I)
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
        sponsored: The phrase that names the sponsor, None while none does.
        sample: How many were asked, None while the text does not say.
        margin: Its margin of error in percentage points, with the words for it.
        mode: How people were asked, with the words for it.
        question: What was asked, as quoted, None while the text does not quote it.
    """

    anchor: Mention
    last_sentence: int
    survey: SurveyMention | None = None
    pollster: str | None = None
    date: Dated | None = None
    basis: DateBasis | None = None
    population: Mention | None = None
    place: PlaceMention | None = None
    sponsored: SurveyMention | None = None
    sample: CountMention | None = None
    margin: tuple[Mention, float] | None = None
    mode: tuple[Mention, PollMode] | None = None
    question: Mention | None = None

    @property
    def making(self) -> tuple[object, ...]:
        """All that is known of how the survey was made."""
        return self.anchor, self.sponsored, self.sample, self.margin, self.mode, self.question


def next_frame(reading: Reading, frame: Frame | None, scope: Scope) -> Frame | None:
    """The frame after reading a scope: opened, filled in, or as it was.

    "This survey", "respondents" and the like go on with the survey before; a survey mentioned with
    an indefinite article, or with another pollster, is another one.
    """
    every = within(reading.surveys, scope.start, scope.end)
    own = [s for s in every if not _is_compared_with(reading, s, scope)]
    surveys = own or every
    surveys = [_of_title(reading, frame, s) for s in surveys]
    own = [_of_title(reading, frame, s) for s in own]
    telling = [s for s in surveys if s.pollster or not s.weak or _is_same_pollster(frame, s)]
    if not telling:
        return _gone_on(reading, frame, scope) if frame else None
    main = next((s for s in telling if s.pollster), telling[0])
    if frame is None:
        frame = Frame(main, scope.index)
    elif not _goes_on(reading, frame, main, own, scope):
        frame = _opened(reading, frame, main, telling, scope)
    return replace(_filled_in(reading, frame, own, scope), last_sentence=scope.index)


def _of_title(reading: Reading, frame: Frame | None, survey: SurveyMention) -> SurveyMention:
    """A survey of "the company", where that is the pollster that the document is about."""
    title = reading.document.name.strip()
    about = survey.rule == SAME_POLLSTER and (frame is None or frame.pollster is None)
    if about and (is_organisation(title) or known_pollster_at(title, 0)):
        return replace(survey, pollster=title)
    return survey


def _is_same_pollster(frame: Frame | None, survey: SurveyMention) -> bool:
    return survey.rule == SAME_POLLSTER and frame is not None and frame.pollster is not None


def _opened(
    reading: Reading, frame: Frame, main: SurveyMention, telling: list[SurveyMention], scope: Scope
) -> Frame:
    """The frame of another survey, which may be one of the same pollster.

    It is where the text says so ("the same firm"), speaks of a survey as known ("the last poll"),
    or has spoken of the polls of one pollster ("Gallup polls").
    """
    opened = Frame(main, scope.index)
    if main.pollster or frame.survey is None:
        return opened
    same = (
        any(_is_same_pollster(frame, survey) for survey in telling)
        or _LAST_POLL.search(reading.text, scope.start, main.end)
        or _SERIES.search(frame.survey.text)
    )
    return replace(opened, survey=frame.survey, place=frame.place) if same else opened


def _is_compared_with(reading: Reading, survey: SurveyMention, scope: Scope) -> bool:
    before = reading.text[max(scope.start, survey.start - 50) : survey.start]
    return _COMPARED_WITH.search(before) is not None


def _gone_on(reading: Reading, frame: Frame, scope: Scope) -> Frame:
    """The frame behind a scope that speaks of no survey, but may give the margin of error."""
    match = _OTHER_SOURCES.search(reading.text, scope.start, scope.end)
    if match:
        return Frame(Mention(*match.span(), match.group(), "other_sources"), scope.index)
    return replace(frame, margin=frame.margin or margin_in(reading, scope))


def _goes_on(
    reading: Reading, frame: Frame, main: SurveyMention, own: list[SurveyMention], scope: Scope
) -> bool:
    pollster = reading.full_name(main.pollster)
    if pollster and pollster == frame.pollster and not survey_date(reading, own, scope):
        return not _ANOTHER.search(reading.text, scope.start, main.start)
    if pollster and frame.pollster and pollster != frame.pollster:
        return False
    if main.rule == SAME_POLLSTER and not main.text.endswith(("firm's", "institute's")):
        return frame.pollster is not None
    bare = main.rule == "survey_noun" and not _NOUN.match(main.text)
    return bare or _SAME.search(reading.text, scope.start, main.end) is not None


def _filled_in(reading: Reading, frame: Frame, surveys: list[SurveyMention], scope: Scope) -> Frame:
    """The frame with what a scope says of its survey; what it does not say stays."""
    date = survey_date(reading, surveys, scope)
    population = surveyed_population(reading, scope) or frame.population
    survey = next((s for s in surveys if s.pollster), frame.survey)
    sponsored = next((s for s in surveys if s.sponsor), frame.sponsored)
    return replace(
        frame,
        survey=survey,
        pollster=reading.full_name(survey.pollster) if survey else None,
        date=date or frame.date,
        basis=basis_of(reading, date, surveys, scope) if date else frame.basis,
        population=population,
        place=surveyed_place(reading, surveys, population, scope) or frame.place,
        sponsored=sponsored,
        sample=sample_in(reading, scope) or frame.sample,
        margin=margin_in(reading, scope) or frame.margin,
        mode=mode_in(reading, scope) or frame.mode,
        question=question_in(reading, scope) or frame.question,
    )
