"""How a survey was made: how many were asked and how, what, and with what margin of error."""

import re

from pipeline.mentions.model import CountMention, Mention
from pipeline.mentions.typography import plain
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading, within
from schemas.vocabularies import PollMode

_SAMPLED = frozenset(
    "respondents adults people voters citizens persons residents men women households students "
    "participants interviewees individuals americans consumers workers employees members readers "
    "children teenagers adolescents parents teachers users viewers subjects families farmers "
    "doctors physicians nurses patients housewives migrants immigrants refugees drivers homeowners "
    "professionals scientists graduates youths locals inhabitants interviews responses replies "
    "questionnaires economists experts owners listeners priests clergy soldiers personnel officers "
    "shoppers travellers travelers tourists visitors businesses companies firms".split()
)
#: A smaller number beside a survey is hardly a sample.
_MIN_SAMPLE = 20
#: "A survey of 2,000 Colombians", "polled 1,500 of its readers", "a sample of 1,204".
_SAMPLE_BEFORE = re.compile(
    r"\b(?:polls?|surveys?|survey\s+among|samples?|sampling|interviews?|panel)\s+(?:of|with|size\s+of|among)\s+"
    r"(?:about|around|some|over|more\s+than|nearly|almost|approximately|roughly|a\s+total\s+of)?\s*$"
    r"|\b(?:polled|surveyed|interviewed|questioned|asked|sampled)\s+"
    r"(?:about|around|some|over|more\s+than|nearly|almost|approximately|roughly|a\s+total\s+of)?\s*$",
    re.I,
)
_QUESTION = re.compile(
    r"\b(?:asked|asking|asks|questions?|worded|answered?)\b[^\"“”.;]{0,60}"
    r"[\"“](?P<question>[^\"“”]{5,300}\?)[\"”]",
    re.I,
)
_UNIT = r"(?: ?%|[ -]per ?cent(?:age)?(?: points?)?|[ -]points?)"
_ABOUT = r"(?:about |around |approximately |roughly )?"


def _number(name: str) -> str:
    return rf"(?P<{name}>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)"


#: "A margin of error of plus or minus 3.1 percent", "±3%", "a 4-point margin of error"; of text
#: that is plain.
_MARGIN = re.compile(
    r"\b(?:margin(?: of(?: sampling)? error)?|sampling error|error margin)\b[^.;%]{0,40}?"
    rf"(?:\+/?-|±|plus or minus|of|was|at|is) ?{_ABOUT}(?:\+/?- ?|± ?|plus or minus )?"
    rf"{_number('behind')}{_UNIT}?"
    rf"|(?:± ?|\+/- ?){_number('alone')}{_UNIT}"
    rf"|\b{_number('before')}{_UNIT}? (?:sampling )?margin of error",
    re.I,
)
#: No poll has a greater margin of error, in percentage points.
_MAX_MARGIN = 25.0

_WAYS = (
    (PollMode.TELEPHONE, r"(?:tele)?phone|by\s+phone|cell\s?phones?|landlines?|CATI|robocalls?"),
    (PollMode.ONLINE, r"online|internet|web-based|web\s+panel|e-?mail|CAWI"),
    (PollMode.FACE_TO_FACE, r"face[\s-]to[\s-]face|in[\s-]person|door[\s-]to[\s-]door|"
     r"(?:at|in)\s+their\s+homes|household\s+interviews?|CAPI|personal\s+interviews?"),
    (PollMode.POSTAL, r"postal|by\s+(?:post|mail)|mail(?:ed|-in)?\s+(?:survey|questionnaires?)"),
)  # fmt: skip
_MODES = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{mode.value}>{words})' for mode, words in _WAYS)})\b", re.I
)
_OF_A_SURVEY = re.compile(
    r"\b(?:polls?|polling|surveys?|surveyed|polled|interview(?:s|ed|ing)?|questionnaires?|conducted|"
    r"carried\s+out|asked|panel|sample|contacted|questioned|responses)\b",
    re.I,
)
#: How far from what is said of a survey its way of asking may stand, in characters.
_MODE_REACH = 60


def sample_in(reading: Reading, scope: Scope) -> CountMention | None:
    """How many were asked, as a scope says; None if it does not."""
    for count in within(reading.counts, scope.start, scope.end):
        before = reading.text[max(scope.start, count.start - 60) : count.start]
        asked = count.noun in _SAMPLED or _SAMPLE_BEFORE.search(before)
        if asked and count.value >= _MIN_SAMPLE:
            return count
    return None


def question_in(reading: Reading, scope: Scope) -> Mention | None:
    """What was asked, as a scope quotes it; None if it does not."""
    match = _QUESTION.search(reading.text, scope.start, scope.end)
    if match is None:
        return None
    return Mention(*match.span("question"), match["question"], "quoted_question")


def margin_in(reading: Reading, scope: Scope) -> tuple[Mention, float] | None:
    """The margin of error that a scope gives, in percentage points; None if it gives none."""
    text = reading.text[scope.start : scope.end]
    if "±" not in text and "+/" not in text and "rror" not in text:
        return None
    match = _MARGIN.search(plain(text))
    if match is None:
        return None
    value = float(match["behind"] or match["alone"] or match["before"])
    if not 0 < value <= _MAX_MARGIN:
        return None
    start, end = scope.start + match.start(), scope.start + match.end()
    return Mention(start, end, reading.text[start:end], "margin_of_error"), value


def mode_in(reading: Reading, scope: Scope) -> tuple[Mention, PollMode] | None:
    """How people were asked, as a scope says: in one way, or in several; None if it does not."""
    found = [
        match
        for match in _MODES.finditer(reading.text, scope.start, scope.end)
        if _OF_A_SURVEY.search(
            reading.text,
            max(scope.start, match.start() - _MODE_REACH),
            min(scope.end, match.end() + _MODE_REACH),
        )
    ]
    if not found:
        return None
    modes = {PollMode(match.lastgroup or "") for match in found}
    start, end = found[0].start(), found[-1].end() if len(modes) > 1 else found[0].end()
    mode = modes.pop() if len(modes) == 1 else PollMode.MIXED
    return Mention(start, end, reading.text[start:end], "mode_of_survey"), mode
