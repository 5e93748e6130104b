"""Pollsters named before a word for a survey: "an X poll", "X surveyed 1,000 adults"."""

import re
from collections.abc import Iterator

from pipeline.mentions.names import NAME
from pipeline.mentions.pollster_shapes import GENERIC, SHORT_FORM, Shape, is_pollster, reach
from pipeline.mentions.vocabulary import MONTHS

_BEFORE_FIRM = re.compile(
    rf"(?P<name>{NAME})"
    r"(?:, (?:an? |the )?(?:[A-Za-z][a-z-]{0,20} ){0,4}| (?:[a-z]{1,20} ){0,3})$"
)

#: Words between a pollster and its "poll".
_KINDS = frozenset(
    "opinion public exit tracking online internet telephone phone national nationwide internal "
    "audience research newspaper magazine news reader readers annual consumer social international "
    "global state monthly weekly daily political voter student member straw snap web-based "
    "quarterly regional local recent earlier later similar yearly own face-to-face pre-election "
    "pre-referendum post-election follow-up omnibus panel representative household values "
    "attitudes attitude employee statewide countrywide two-day mobile final first second third "
    "last latest new early".split()
)
_MAX_KINDS = 4
_AT_END = re.compile(rf"(?P<name>{NAME}){SHORT_FORM}$")
_RAN_A = re.compile(
    rf"(?P<name>{NAME}){GENERIC}{SHORT_FORM} (?:(?:also|later|then|has|had|regularly|have) ){{0,2}}"
    r"(?:released|published|conducted|ran|took|carried out|held|commissioned|administered|"
    r"organi[sz]ed|undertook|fielded|did) "
    r"(?:(?!(?:in|on|at|by|for|from|to|that|which|and|with|after|before|during|as|when)\b)"
    r"[a-z0-9][\w-]{0,20} ){1,6}$"
)
_ASKED_PEOPLE = re.compile(
    r" (?:(?:over|about|around|some|nearly|almost|more than|at least|approximately|a total of) )?"
    r"[0-9][0-9,]{2,8}\b(?! ?(?:%|per))"
    r"| (?:its|their|all|members|readers|adults|voters|residents|people|citizens|students|users|"
    r"viewers|listeners)\b"
)
#: Whom or what only an organisation can be said to ask.
_ASKED_ANYTHING = re.compile(
    r" (?:whether|how|about|respondents|an?|the|[A-Z][a-z]+(?:s|ish|ese)) (?:\w+ ){0,4}"
)
#: "X, in a telephone poll", "X in its own survey".
_IN_A = re.compile(
    rf"(?P<name>{NAME}){GENERIC}{SHORT_FORM}, (?:which )?in (?:an?|its|their|another|one)"
    r"(?: own)?(?: [\w-]{1,20}){0,6}? $"
)
_POLLING = re.compile(rf"(?P<name>{NAME}){GENERIC}{SHORT_FORM}, (?P<which>which (?:had )?)?$")
_ITS = re.compile(r"\b[Ii]ts (?:own )?(?:[\w-]{1,20} ){0,3}$")
_SUBJECT = re.compile(
    rf" ?(?:[A-Z][a-z]+ (?:[\w-]+ ){{1,3}})??(?:[Tt]he )?(?P<name>{NAME}){SHORT_FORM} "
    r"(?:had|has|was|is|began|[a-z]+ed)\b"
)


def firm(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "X, a polling firm"."""
    before = _BEFORE_FIRM.search(same, reach(cue.start()), cue.start())
    if before:
        yield Shape(before.span("name"), before.start(), cue.end(), "pollster_name")


def name_survey(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "an X poll", "X's latest survey" and "an X May 2010 poll"."""
    end = cue.start()
    start = reach(end)
    words = same[start:end].split(" ")
    for _ in range(_MAX_KINDS):
        if len(words) > 2 and words[-1] == "" and _is_kind(words[-2]):
            end -= len(words[-2]) + 1
            words[-2:] = [""]
    if same[end - 1 : end] != " ":
        return
    match = _AT_END.search(same, start, end - 1)
    if match:
        yield Shape(match.span("name"), match.start(), cue.end(), "name_survey")


def _is_kind(word: str) -> bool:
    return word in _KINDS or word in MONTHS or (len(word) == 4 and word.isdecimal())


def name_surveyed(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "X surveyed 1,000 adults" and "X asked Danes whether"."""
    people = _ASKED_PEOPLE.match(same, cue.end())
    if not people and not _ASKED_ANYTHING.match(same, cue.end()):
        return
    match = _AT_END.search(same, reach(cue.start()), max(0, cue.start() - 1))
    if match and (people or is_pollster(same, match.start("name"), match["name"])):
        yield Shape(match.span("name"), match.start(), cue.end(), "name_surveyed")


def name_released(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "X released the results of a poll"."""
    match = _RAN_A.search(same, reach(cue.start()), cue.start())
    if match:
        yield Shape(match.span("name"), match.start(), cue.end(), "name_released_survey")


def name_in_a_survey(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "X, in a telephone poll"."""
    match = _IN_A.search(same, reach(cue.start()), cue.start())
    if match:
        yield Shape(match.span("name"), match.start(), cue.end(), "name_in_a_survey")


def name_polling(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "X, polling for Y" and "X, which interviewed"."""
    if cue["asked"] is None and cue.group() != "polling":
        return
    match = _POLLING.search(same, reach(cue.start()), cue.start())
    if match and (match["which"] is not None) == (cue["asked"] is not None):
        yield Shape(match.span("name"), match.start(), cue.end(), "name_polling")


def its_survey(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "its first survey" behind a sentence about an organisation."""
    its = _ITS.search(same, reach(cue.start()), cue.start())
    if its is None:
        return
    end = max(0, same.rfind(". ", 0, its.start()))
    subject = _SUBJECT.match(same, max(0, same.rfind(". ", 0, end) + 1), end)
    if subject and is_pollster(same, subject.start("name"), subject["name"]):
        yield Shape(subject.span("name"), its.start(), cue.end(), "its_survey")
