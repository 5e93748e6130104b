"""Build the poll results that a share gives: whose they are, and of which poll."""

from dataclasses import replace

from pipeline.mentions.model import Mention, PlaceMention, ShareMention
from pipeline.records.model import Poll, PollResult, When
from pipeline.records.polls.answers import answer_of
from pipeline.records.polls.comparisons import is_earlier_figure
from pipeline.records.polls.dating import Dated, dated
from pipeline.records.polls.frames import Frame
from pipeline.records.polls.home import opening_place
from pipeline.records.polls.people import place_in, place_of, population_of, territory
from pipeline.records.polls.respectively import respective
from pipeline.records.polls.scopes import Scope
from pipeline.records.polls.share_dates import (
    compared_poll_date,
    date_at_end,
    date_before,
    end_of_change,
    is_of_other_survey,
    last_unit,
    moved_to_year,
    own_dates,
)
from pipeline.records.polls.state import State
from pipeline.records.reading import Reading, within
from schemas.vocabularies import DateBasis


def results_of(
    reading: Reading,
    state: State,
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
    in_words, state.in_words = state.in_words, None
    passages = (
        *(reading.passage_of("record", told) for told in (share, in_words) if told is not None),
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
    reading: Reading, state: State, frame: Frame, share: ShareMention, scope: Scope
) -> tuple[Mention | None, PlaceMention | None]:
    """Who gave the answer, and where: said beside the share, or carried from what came before."""
    listed = respective(reading, share, scope, reading.places)
    beside = listed or place_of(reading, share, scope)
    opening = opening_place(reading, share.start)
    population = population_of(reading, share, scope)
    if population is None and beside and beside.kind == "people":
        population = beside
    place = place_in(reading, population) or beside
    elsewhere = place or state.place or frame.place or opening
    if population is not None:
        return population, elsewhere
    population = state.population or frame.population
    if place is not None:
        return (population if population and not place_in(reading, population) else place), place
    if population is None and elsewhere is None and state.trend:
        return state.trend.population, state.trend.place
    return population, elsewhere


def _polls(
    reading: Reading,
    state: State,
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
    listed = respective(reading, share, scope, reading.dates)
    own = [found for found in [dated(listed)] if found] if listed else []
    own = own or own_dates(reading, share, until)
    if own:
        dates = own
        if (
            frame.date
            and own[0] != frame.date
            and not comparison
            and is_of_other_survey(reading, share, own[0])
        ):
            frame = Frame(share, scope.index)
    else:
        found = _date_around(reading, state, frame, share, scope, comparison=comparison)
        dates = [found] if found else []
    if dates and comparison:
        state.compared_year = dates[-1].last_day.year
    elif dates:
        dates = [_in_main_year(state, found) for found in dates]
        state.date = dates[-1]
        state.main_year = dates[-1].last_day.year
    return [_poll(reading, frame, when) for when in dates] or [_poll(reading, frame, None)]


def _in_main_year(state: State, found: Dated) -> Dated:
    """A date whose year was taken from an earlier figure leans on the main ones instead."""
    years = found.mention.inferred, found.first_day.year, found.last_day.year
    if state.main_year and years == (True, state.compared_year, state.compared_year):
        return moved_to_year(found, state.main_year)
    return found


def _date_around(
    reading: Reading,
    state: State,
    frame: Frame,
    share: ShareMention,
    scope: Scope,
    *,
    comparison: bool,
) -> Dated | None:
    """The date of a share that has none behind it."""
    before = date_before(reading, share, scope)
    if before and (comparison or _follows_earlier(reading, share, scope)):
        before = end_of_change(before, earlier=comparison)
    if comparison:
        beside = before and (before.is_end or _stands_beside(reading, before, share))
        return compared_poll_date(reading, scope) or (before if beside else None)
    if before:
        return before
    said_here = frame.date and scope.start <= frame.date.mention.start < scope.end
    if frame.date and said_here:
        return frame.date
    _, until = territory(reading, share, scope)
    at_end = date_at_end(reading, share, until)
    if at_end and not state.date:
        return at_end
    if state.date and not (frame.date and frame.date.first_day > state.date.last_day):
        return state.date
    return frame.date or (last_unit(state.trend.dated) if state.trend else None)


def _stands_beside(reading: Reading, found: Dated, share: ShareMention) -> bool:
    """Whether only a bracket stands between a date and a share ("that of May 2004 (17%)")."""
    return reading.text[found.mention.end : share.start].strip() == "("


def _follows_earlier(reading: Reading, share: ShareMention, scope: Scope) -> bool:
    """Whether a share is what an earlier one changed to ("from 42% to 23%")."""
    before = within(reading.shares, scope.start, share.start)
    return bool(before) and is_earlier_figure(reading, before[-1], scope)


def _poll(reading: Reading, frame: Frame, when: Dated | None) -> Poll:
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
    passages = [reading.passage_of("record", frame.anchor)]
    if frame.survey and frame.pollster:
        passages.append(reading.passage_of("pollster", frame.survey))
    if when:
        passages.append(reading.passage_of("start_date", when.mention))
    told = Poll(frame.pollster, None, dates, passages=tuple(passages))
    return completed(reading, told, frame)


def completed(reading: Reading, poll: Poll, frame: Frame) -> Poll:
    """A poll with what its frame says of how it was made, as far as the poll leaves it open."""
    said = []
    if poll.sponsor is None and frame.sponsored and frame.sponsored.sponsor_span:
        poll = replace(poll, sponsor=frame.sponsored.sponsor)
        said.append(reading.passage("sponsor", *frame.sponsored.sponsor_span, "sponsor_of_survey"))
    if poll.sample_size is None and frame.sample:
        sample = frame.sample
        poll = replace(poll, sample_size=sample.value, sample_size_qualifier=sample.qualifier)
        said.append(reading.passage_of("sample_size", sample))
    if poll.margin_of_error is None and frame.margin:
        poll = replace(poll, margin_of_error=frame.margin[1])
        said.append(reading.passage_of("margin_of_error", frame.margin[0]))
    if poll.mode is None and frame.mode:
        poll = replace(poll, mode=frame.mode[1])
        said.append(reading.passage_of("mode", frame.mode[0]))
    if poll.question is None and frame.question:
        poll = replace(poll, question=frame.question.text)
        said.append(reading.passage_of("question", frame.question))
    return replace(poll, passages=(*poll.passages, *said))
