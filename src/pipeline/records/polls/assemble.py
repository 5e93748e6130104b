"""Put poll results together from the shares of a paragraph."""

import re
from dataclasses import dataclass, field, replace

from pipeline.mentions.model import Mention, PlaceMention, ShareMention
from pipeline.records.model import Passage, Poll, PollResult, Rejection, When
from pipeline.records.polls.answers import answer_of, goes_on_reporting, has_attitude
from pipeline.records.polls.comparisons import is_earlier_figure, tells_again
from pipeline.records.polls.dating import (
    Dated,
    compared_poll_date,
    date_before,
    is_of_other_survey,
    last_unit,
    own_dates,
    usable_dates,
)
from pipeline.records.polls.frames import Frame, next_frame
from pipeline.records.polls.people import (
    place_in,
    place_of,
    population_of,
    surveyed_population,
    territory,
)
from pipeline.records.polls.scopes import Scope, scopes
from pipeline.records.polls.vetoes import veto
from pipeline.records.reading import Reading, within
from schemas.vocabularies import CandidateKind, DateBasis, RejectReason

#: After this many sentences that do not speak of it, a survey is no longer what a share is from.
_REACH = 3

_CARRIES_ON = re.compile(
    r"\b(?:corresponding|respective|similarly|likewise|figures|remaining|rest|others?)\b", re.I
)
_TREND = re.compile(
    r"\b(?:(?:increas|decreas|declin|dropp|chang|improv|worsen)ed|rose|fell|grew|shifted|plummeted|"
    r"surged)\b",
    re.I,
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:census|rotten\s+tomatoes|metacritic|elections?|referendum|unemployment|inflation)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Trend:
    """When opinion changed, and whose, as said in a sentence without a figure."""

    dated: Dated
    population: Mention | None
    place: PlaceMention | None


@dataclass(slots=True)
class _State:
    """What is carried from scope to scope of a paragraph."""

    frame: Frame | None = None
    population: Mention | None = None
    place: PlaceMention | None = None
    answer: Mention | None = None
    trend: _Trend | None = None
    results: list[PollResult] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)


def poll_results(reading: Reading, home: str | None) -> tuple[list[PollResult], list[Rejection]]:
    """The poll results of a paragraph, and the shares beside a survey that are none.

    Args:
        reading: The paragraph.
        home: Country of the results that name neither people nor place, None if unknown.
    """
    state = _State()
    for scope in scopes(reading) if reading.shares else ():
        frame = next_frame(reading, state.frame, scope)
        if state.frame is None or frame is None or frame.anchor != state.frame.anchor:
            state.population = state.place = state.answer = None
        state.frame = frame
        shares = within(reading.shares, scope.start, scope.end)
        if not shares:
            state.trend = _trend(reading, scope) or state.trend
        for share in shares:
            _read(reading, state, share, scope, home)
    return state.results, state.rejections


def _trend(reading: Reading, scope: Scope) -> _Trend | None:
    """A sentence without a figure may say when opinion changed, and whose."""
    text = reading.text[scope.start : scope.end]
    dates = usable_dates(reading, scope.start, scope.end)
    if not (dates and has_attitude(text) and _TREND.search(text)):
        return None
    population = surveyed_population(reading, scope)
    return _Trend(dates[0], population, place_in(reading, population))


def _read(
    reading: Reading, state: _State, share: ShareMention, scope: Scope, home: str | None
) -> None:
    """Judge one share: no candidate, a rejection, a telling of a known result, or a result."""
    frame = _frame_of(reading, state.frame, share, scope)
    if frame is None:
        return
    surveyed = frame.last_sentence == scope.index
    reason = veto(reading.text, share, (scope.start, scope.end), surveyed=surveyed)
    if reason is None and share.in_words and not surveyed:
        reason = RejectReason.NO_SURVEY
    if reason is not None:
        passage = reading.passage_of("record", share)
        state.rejections.append(Rejection(CandidateKind.POLL_RESULT, reason, passage))
        return
    state.frame = frame
    known = _known(reading, state, share, scope)
    if known:
        state.results.append(replace(known, passages=(reading.passage_of("record", share),)))
    else:
        state.results += _results(reading, state, frame, share, scope, home)


def _frame_of(
    reading: Reading, frame: Frame | None, share: ShareMention, scope: Scope
) -> Frame | None:
    """The survey that a share can be from: of its own scope, or of the sentences before."""
    if frame is None:
        return None
    if frame.last_sentence == scope.index:
        surveys = within(reading.surveys, scope.start, scope.end)
        sure = not surveys or any(not s.weak for s in surveys)
        return frame if sure or _is_of_people(reading, share, scope) else None
    text = reading.text[scope.start : scope.end]
    if scope.index - frame.last_sentence > _REACH or _OTHER_SUBJECT.search(text):
        return None
    if goes_on_reporting(text) or _CARRIES_ON.search(text):
        return replace(frame, last_sentence=scope.index - 1)
    return None


def _is_of_people(reading: Reading, share: ShareMention, scope: Scope) -> bool:
    """Whether a study asked people: the share is of a people, or of what some said or thought."""
    place = place_in(reading, population_of(reading, share, scope))
    people = place is not None and place.kind == "people"
    return people or has_attitude(reading.text[share.end : scope.end])


def _known(reading: Reading, state: _State, share: ShareMention, scope: Scope) -> PollResult | None:
    """The result of an earlier sentence that a share only tells again; None if it is new."""
    if not tells_again(reading, share, scope):
        return None
    sentence = reading.paragraph.sentences[scope.index].text
    pollster = state.frame.pollster if state.frame else None
    return next(
        (
            result
            for result in state.results
            if (result.low, result.high) == (share.low, share.high)
            and result.poll.pollster == pollster
            and result.passages[0].sentence != sentence
        ),
        None,
    )


def _results(
    reading: Reading,
    state: _State,
    frame: Frame,
    share: ShareMention,
    scope: Scope,
    home: str | None,
) -> list[PollResult]:
    """The results that a share gives: one, or one for each date that it is said to hold at."""
    comparison = is_earlier_figure(reading, share, scope)
    population, place = _people(reading, state, frame, share, scope)
    answer = answer_of(reading, share, scope, state.answer)
    state.population, state.place, state.answer = population, place, answer
    columns = (("population", population), ("country_code", place), ("answer", answer))
    passages = (
        reading.passage_of("record", share),
        *(reading.passage_of(name, mention) for name, mention in columns if mention is not None),
    )
    return [
        PollResult(
            poll,
            share.low,
            share.high,
            share.qualifier,
            population.text if population else None,
            place.country_code if place else home,
            answer.text if answer else None,
            comparison,
            passages,
        )
        for poll in _polls(reading, state, frame, share, scope, comparison=comparison)
    ]


def _people(
    reading: Reading, state: _State, frame: Frame, share: ShareMention, scope: Scope
) -> tuple[Mention | None, PlaceMention | None]:
    """Who gave the answer, and where: said beside the share, or carried from what came before."""
    beside = place_of(reading, share, scope)
    population = population_of(reading, share, scope) or beside
    place = place_in(reading, population) or beside
    if population is not None:
        return population, place or state.place or frame.place
    population, place = state.population or frame.population, state.place or frame.place
    if population is None and place is None and state.trend:
        return state.trend.population, state.trend.place
    return population, place


def _polls(
    reading: Reading,
    state: _State,
    frame: Frame,
    share: ShareMention,
    scope: Scope,
    *,
    comparison: bool,
) -> list[Poll]:
    """The poll of a share, once for each date that the text gives the share.

    The date is the share's own, or the nearest before it, the survey's, or that of a trend.
    """
    _, until = territory(reading, share, scope)
    own = own_dates(reading, share, until)
    if own:
        dates = own
        if not comparison and own[0] != frame.date and is_of_other_survey(reading, share, own[0]):
            frame = Frame(share, scope.index)
    elif comparison:
        dates = [d for d in [compared_poll_date(reading, scope)] if d]
    else:
        trend = last_unit(state.trend.dated) if state.trend else None
        dates = [d for d in [date_before(reading, share, scope) or frame.date or trend] if d]
    return [_poll(reading, frame, when) for when in dates] or [_poll(reading, frame, None)]


def _poll(reading: Reading, frame: Frame, when: Dated | None) -> Poll:
    named = frame.survey if frame.pollster else None
    columns = (
        ("pollster", named),
        ("start_date", when.mention if when else None),
        ("sample_size", frame.sample),
        ("question", frame.question),
    )
    passages: list[Passage] = [
        reading.passage_of("record", frame.anchor),
        *(reading.passage_of(name, mention) for name, mention in columns if mention is not None),
    ]
    dates = None
    if when:
        of_survey = frame.date is not None and when.mention == frame.date.mention
        basis = frame.basis if of_survey else None
        dates = When(
            when.first_day,
            when.last_day,
            when.precision,
            when.mention.inferred,
            basis or DateBasis.FIELDWORK,
        )
    return Poll(
        pollster=frame.pollster,
        sponsor=named.sponsor if named else None,
        when=dates,
        sample_size=frame.sample.value if frame.sample else None,
        sample_size_qualifier=frame.sample.qualifier if frame.sample else None,
        question=frame.question.text if frame.question else None,
        passages=tuple(passages),
    )
