"""Put poll results together from the shares of a paragraph."""

import re
from dataclasses import dataclass, field, replace

from pipeline.mentions.model import Mention, PlaceMention, ShareMention
from pipeline.mentions.populations import find_populations
from pipeline.records.model import Passage, Poll, PollResult, Rejection, When
from pipeline.records.polls.figures import (
    Dated,
    answer_of,
    compared_poll_date,
    date_before,
    dated,
    end_of,
    has_attitude,
    is_earlier_figure,
    own_dates,
    place_of,
    population_of,
)
from pipeline.records.polls.frames import Frame, next_frame, usable_dates
from pipeline.records.polls.vetoes import veto
from pipeline.records.reading import Reading, within
from schemas.vocabularies import CandidateKind, DateBasis, RejectReason

#: After this many sentences that do not speak of it, a survey is no longer what a share is from.
_REACH = 3

_CARRIES_ON = re.compile(
    r"\b(?:corresponding|respective|similarly|likewise|figures?|same|also|meanwhile|in\s+contrast|"
    r"by\s+contrast|another|further|remaining|rest|others?)\b",
    re.I,
)
_TREND = re.compile(
    r"\b(?:(?:increas|decreas|declin|dropp|chang|improv|worsen)ed|rose|fell|grew|shifted|plummeted|surged)\b",
    re.I,
)
_OTHER_SOURCE = re.compile(
    r"\b(?:census|rotten\s+tomatoes|metacritic|elections?|referendum)\b",
    re.I,
)
_DEFINITE = re.compile(r"\b(?:the|that|this|those|these)\s+$", re.I)
_QUOTED = re.compile(r"[\"“][^\"“”]{0,120}$")


@dataclass(frozen=True, slots=True)
class _Trend:
    """When opinion changed, and whose, as said in a sentence without a figure."""

    dated: Dated
    population: Mention | None
    place: PlaceMention | None


@dataclass(slots=True)
class _State:
    """What is carried from sentence to sentence of a paragraph."""

    frame: Frame | None = None
    poll_date: Dated | None = None
    population: Mention | None = None
    place: PlaceMention | None = None
    trend: _Trend | None = None
    results: list[PollResult] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)


def poll_results(reading: Reading, home: str | None) -> tuple[list[PollResult], list[Rejection]]:
    """The poll results of a paragraph, and the shares beside a survey that are none.

    Args:
        reading: The paragraph.
        home: Country that the document as a whole is about, None if none or several.
    """
    state = _State()
    if not reading.shares:
        return state.results, state.rejections
    for index, sentence in enumerate(reading.paragraph.sentences):
        start, end = sentence.prose_start, sentence.prose_end
        before = state.frame
        state.frame = next_frame(reading, before, index)
        if state.frame is not before and (
            before is None or state.frame is None or state.frame.anchor != before.anchor
        ):
            state.population = state.place = None
        shares = within(reading.shares, start, end)
        if not shares:
            _note_trend(reading, state, start, end)
            continue
        for share in shares:
            _read_share(reading, state, share, index, home)
    return state.results, state.rejections


def _note_trend(reading: Reading, state: _State, start: int, end: int) -> None:
    """A sentence without a figure may say when opinion changed, and whose."""
    text = reading.text[start:end]
    dates = usable_dates(reading, start, end)
    if not (dates and has_attitude(text) and _TREND.search(text)):
        return
    when = dated(dates[0])
    if when is None:
        return
    population = next(
        (replace(p, start=p.start + start, end=p.end + start) for p in find_populations(text)), None
    )
    state.trend = _Trend(
        when,
        population,
        _place_in(reading, population),
    )


def _read_share(
    reading: Reading, state: _State, share: ShareMention, index: int, home: str | None
) -> None:
    sentence = reading.paragraph.sentences[index]
    start, end = sentence.prose_start, sentence.prose_end
    surveyed = state.frame is not None and state.frame.last_sentence == index
    if not _is_candidate(reading, state, share, start, end, index):
        return
    reason = veto(reading.text, share, (start, end), surveyed=surveyed)
    if reason is None and share.in_words and not surveyed:
        reason = RejectReason.NO_SURVEY
    if reason is not None:
        state.rejections.append(
            Rejection(CandidateKind.POLL_RESULT, reason, reading.passage_of("record", share))
        )
        return
    told = _told_before(reading, state, share, start)
    if told:
        state.results.append(replace(told, passages=(reading.passage_of("record", share),)))
        return
    state.results += _results(reading, state, share, start, end, home)


def _is_candidate(
    reading: Reading, state: _State, share: ShareMention, start: int, end: int, index: int
) -> bool:
    """Whether a share stands where a survey is spoken of, now or in the sentences before."""
    if state.frame is None:
        return False
    if state.frame.last_sentence == index:
        surveys = within(reading.surveys, start, end)
        strong = any(not s.weak for s in surveys) or not surveys
        return strong or has_attitude(reading.text[share.end : end])
    if index - state.frame.last_sentence > _REACH:
        return False
    text = reading.text[start:end]
    if _OTHER_SOURCE.search(text):
        return False
    if has_attitude(text) or _CARRIES_ON.search(text):
        state.frame = _kept(state.frame, index)
        return True
    return False


def _told_before(
    reading: Reading, state: _State, share: ShareMention, start: int
) -> PollResult | None:
    """The result of an earlier sentence that "the 48%" or a quotation of it tells again."""
    before = reading.text[start : share.start]
    if not (_DEFINITE.search(before) or _QUOTED.search(before)):
        return None
    named = state.frame.survey.pollster if state.frame and state.frame.survey else None
    return next(
        (
            result
            for result in state.results
            if (result.low, result.high) == (share.low, share.high)
            and result.poll.pollster == named
            and result.passages[0].sentence != reading.paragraph.sentence_at(share.start).text
        ),
        None,
    )


def _kept(frame: Frame, index: int) -> Frame:
    """The frame, carried up to the sentence before ``index``: reporting goes on."""
    return replace(frame, last_sentence=index - 1)


def _results(
    reading: Reading,
    state: _State,
    share: ShareMention,
    start: int,
    end: int,
    home: str | None,
) -> list[PollResult]:
    """The results that a share gives: one, or one for each date that it is said to hold at."""
    frame = state.frame
    assert frame is not None  # noqa: S101 - only candidates come here
    comparison = is_earlier_figure(reading, share, start)
    dates = _dates_of(reading, state, share, start, end, comparison=comparison)
    population = population_of(reading, share, start, end)
    place = _place_in(reading, population) or place_of(reading, share, start, end)
    if population is None and place is None:
        population, place = state.population or frame.population, state.place or frame.place
    if population is None and place is None and state.trend:
        population, place = state.trend.population, state.trend.place
    elif population is not None and place is None:
        place = state.place or frame.place
    state.population, state.place = population, place
    answer = answer_of(reading, share, start, end)
    passages = [reading.passage_of("record", share)]
    passages += [
        reading.passage_of(name, mention)
        for name, mention in (
            ("population", population),
            ("country_code", place),
            ("answer", answer),
        )
        if mention is not None
    ]
    return [
        PollResult(
            _poll(reading, frame, when, basis),
            share.low,
            share.high,
            share.qualifier,
            population.text if population else None,
            place.country_code if place else home,
            answer.text if answer else None,
            comparison,
            tuple(passages),
        )
        for when, basis in dates
    ]


def _place_in(reading: Reading, population: Mention | None) -> PlaceMention | None:
    if population is None:
        return None
    places = within(reading.places, population.start, population.end)
    return places[-1] if places else None


def _dates_of(
    reading: Reading,
    state: _State,
    share: ShareMention,
    start: int,
    end: int,
    *,
    comparison: bool,
) -> list[tuple[Dated | None, DateBasis | None]]:
    """The dates of a figure: its own, the one before it, the survey's, or that of the trend."""
    frame = state.frame
    assert frame is not None  # noqa: S101 - only candidates come here
    found = own_dates(reading, share, start, end)
    if not found and comparison:
        found = [d for d in [compared_poll_date(reading, start, end)] if d]
    elif not found:
        nearest = date_before(reading, share, start) or (dated(frame.date) if frame.date else None)
        trend = end_of(state.trend.dated, last=True) if state.trend else None
        found = [d for d in [nearest or trend] if d]
    return [
        (d, frame.basis if d.mention == frame.date and frame.basis else DateBasis.FIELDWORK)
        for d in found
    ] or [(None, None)]


def _poll(reading: Reading, frame: Frame, when: Dated | None, basis: DateBasis | None) -> Poll:
    passages: list[Passage] = [reading.passage_of("record", frame.anchor)]
    survey = frame.survey
    if survey and survey.pollster:
        passages.append(reading.passage_of("pollster", survey))
    if when:
        passages.append(reading.passage_of("start_date", when.mention))
    if frame.sample:
        passages.append(reading.passage_of("sample_size", frame.sample))
    dates = (
        When(when.first_day, when.last_day, when.precision, when.mention.inferred, basis)
        if when
        else None
    )
    return Poll(
        survey.pollster if survey else None,
        survey.sponsor if survey else None,
        dates,
        frame.sample.value if frame.sample else None,
        None,
        tuple(passages),
    )
