"""Put poll results together from the shares of a paragraph."""

import re
from dataclasses import replace

from pipeline.mentions.model import ShareMention
from pipeline.mentions.surveys import SAME_POLLSTER
from pipeline.records.model import PollResult, Rejection
from pipeline.records.polls.answers import goes_on_reporting, has_attitude
from pipeline.records.polls.building import completed, results_of
from pipeline.records.polls.comparisons import tells_again
from pipeline.records.polls.dating import (
    usable_dates,
)
from pipeline.records.polls.frames import Frame, next_frame
from pipeline.records.polls.people import (
    place_in,
    population_of,
    surveyed_population,
    territory,
)
from pipeline.records.polls.scopes import Scope, scopes
from pipeline.records.polls.state import State, Trend
from pipeline.records.polls.vetoes import veto
from pipeline.records.reading import Reading, within
from schemas.vocabularies import CandidateKind, RejectReason

#: After this many sentences that do not speak of it, a survey is no longer what a share is from.
_REACH = 3

#: Among how many results before it a share is looked for that tells one again.
_RECENT = 200

_CARRIES_ON = re.compile(
    r"\b(?:corresponding|respective|similarly|likewise|figures?|remaining|rest|others?)\b", re.I
)
#: "Another firm put it at 57%" is of the same people and answer.
_CARRIES_IT = re.compile(
    r"\b(?:puts?|placed|has|had|measured|found)\s+(?:it|this|the\s+(?:same\s+)?(?:figure|share|proportion))\b"
)
_GROUP_BEFORE = re.compile(
    r"\bamong(?:st)?\s+[^;.%]{3,58}$|\b(?:share|proportion|percentage|number)\b[^;.%]{0,50}$", re.I
)
_TREND = re.compile(
    r"\b(?:(?:increas|decreas|declin|dropp|chang|improv|worsen)ed|rose|fell|grew|shifted|plummeted|"
    r"surged)\b",
    re.I,
)
#: What a share was left for that goes for those behind it in a sentence, too.
_GO_ON = frozenset(
    {
        RejectReason.ELECTION_RESULT,
        RejectReason.NOT_A_SHARE_OF_PEOPLE,
        RejectReason.REVIEW_SCORE,
        RejectReason.CENSUS_OR_REGISTER,
    }
)
_IN_BRACKETS = re.compile(r"[^;.%(]{0,60}[(,–—-]\s?(?:exactly\s)?")
#: How far figures may be from the words for them, in percentage points.
_NEAR = 8
_OTHER_SUBJECT = re.compile(
    r"\b(?:census|rotten\s+tomatoes|metacritic|elections?|referendum|plebiscite|unemployment|"
    r"inflation)\b",
    re.I,
)


def poll_results(reading: Reading, home: str | None) -> tuple[list[PollResult], list[Rejection]]:
    """The poll results of a paragraph, and the shares beside a survey that are none.

    Args:
        reading: The paragraph.
        home: Country of the results that name neither people nor place, None if unknown.
    """
    state = State()
    for scope in scopes(reading) if reading.shares else ():
        frame = next_frame(reading, state.frame, scope)
        if state.frame is None or frame is None or frame.anchor != state.frame.anchor:
            state.date = None
            if not _CARRIES_IT.search(reading.text, scope.start, scope.end):
                state.population = state.place = state.answer = None
        state.frame = frame
        shares = within(reading.shares, scope.start, scope.end)
        if not shares:
            state.trend = _trend(reading, scope) or state.trend
        for share in shares:
            _read(reading, state, share, scope, home)
        _complete(reading, state)
    return state.results, state.rejections


def _complete(reading: Reading, state: State) -> None:
    """Add to the results of the survey what the last scope said of how it was made."""
    frame = state.frame
    if frame is None or frame.making == state.making:
        return
    state.making = frame.making
    for index in range(len(state.results) - 1, -1, -1):
        result = state.results[index]
        if state.anchors[index] != (frame.anchor, frame.date):
            break
        state.results[index] = replace(result, poll=completed(reading, result.poll, frame))


def _trend(reading: Reading, scope: Scope) -> Trend | None:
    """A sentence without a figure may say when opinion changed, and whose."""
    text = reading.text[scope.start : scope.end]
    dates = usable_dates(reading, scope.start, scope.end)
    if not (dates and has_attitude(text) and _TREND.search(text)):
        return None
    population = surveyed_population(reading, scope)
    return Trend(dates[0], population, place_in(reading, population))


def _read(
    reading: Reading, state: State, share: ShareMention, scope: Scope, home: str | None
) -> None:
    """Judge one share: no candidate, a rejection, a telling of a known result, or a result."""
    frame = _frame_of(reading, state.frame, share, scope)
    if frame is None:
        return
    surveyed = frame.last_sentence == scope.index
    reason = veto(reading.text, share, (scope.start, scope.end), surveyed=surveyed)
    if reason is None and not surveyed:
        reason = (
            RejectReason.NO_SURVEY if share.in_words else _inherited(reading, state, share, scope)
        )
    if reason is not None:
        state.left = scope.index, reason
        passage = reading.passage_of("record", share)
        state.rejections.append(Rejection(CandidateKind.POLL_RESULT, reason, passage))
        return
    state.frame = frame
    if share.in_words and _is_told_in_figures(reading, share, scope):
        state.in_words = share
        return
    known = _known(reading, state, share, scope)
    if known:
        state.anchors.append((frame.anchor, frame.date))
        state.results.append(replace(known, passages=(reading.passage_of("record", share),)))
    else:
        found = results_of(reading, state, frame, share, scope, home)
        state.results += found
        state.anchors += [(frame.anchor, frame.date)] * len(found)


def _inherited(
    reading: Reading, state: State, share: ShareMention, scope: Scope
) -> RejectReason | None:
    """Why the share before was left, if this one goes on with it ("and 61% in the north")."""
    index, reason = state.left
    if index != scope.index or reason not in _GO_ON:
        return None
    _, until = territory(reading, share, scope)
    behind = reading.text[share.end : until]
    return None if _is_of_people(reading, share, scope) or has_attitude(behind) else reason


def _is_told_in_figures(reading: Reading, share: ShareMention, scope: Scope) -> bool:
    """Whether figures follow that say the same ("almost half of respondents (48%)")."""
    following = within(reading.shares, share.end, scope.end)[:1]
    return any(
        not other.in_words
        and abs(other.low - share.low) <= _NEAR
        and _IN_BRACKETS.fullmatch(reading.text, share.end, other.start)
        for other in following
    )


def _frame_of(
    reading: Reading, frame: Frame | None, share: ShareMention, scope: Scope
) -> Frame | None:
    """The survey that a share can be from: of its own scope, or of the sentences before."""
    if frame is None:
        return None
    if frame.last_sentence == scope.index:
        surveys = within(reading.surveys, scope.start, scope.end)
        sure = not surveys or any(not s.weak or s.rule == SAME_POLLSTER for s in surveys)
        return frame if sure or _is_of_people(reading, share, scope) else None
    text = reading.text[scope.start : scope.end]
    if scope.index - frame.last_sentence > _REACH or _OTHER_SUBJECT.search(text):
        return None
    if goes_on_reporting(text) or _CARRIES_ON.search(text) or _is_of_group(reading, share, scope):
        return replace(frame, last_sentence=scope.index - 1)
    return None


def _is_of_group(reading: Reading, share: ShareMention, scope: Scope) -> bool:
    """Whether a share is given for a group of those asked ("among women 78%", "men (47%)")."""
    before = reading.text[max(scope.start, share.start - 60) : share.start]
    return _GROUP_BEFORE.search(before) is not None


def _is_of_people(reading: Reading, share: ShareMention, scope: Scope) -> bool:
    """Whether a study asked people: the share is of a people, or of what some said or thought."""
    place = place_in(reading, population_of(reading, share, scope))
    people = place is not None and place.kind == "people"
    return people or has_attitude(reading.text[share.end : scope.end])


def _known(reading: Reading, state: State, share: ShareMention, scope: Scope) -> PollResult | None:
    """The result of an earlier sentence that a share only tells again; None if it is new."""
    if not tells_again(reading, share, scope):
        return None
    sentence = reading.paragraph.sentences[scope.index].text
    pollster = state.frame.pollster if state.frame else None
    return next(
        (
            result
            for result in state.results[-_RECENT:]
            if (result.low, result.high) == (share.low, share.high)
            and result.poll.pollster == pollster
            and result.passages[0].sentence != sentence
        ),
        None,
    )
