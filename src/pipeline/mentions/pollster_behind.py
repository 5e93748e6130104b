"""Pollsters named behind a word for a survey: "a poll conducted by X", "the surveys of X"."""

import re
from collections.abc import Iterator

from pipeline.mentions.names import CAPITAL, NAME
from pipeline.mentions.pollster_shapes import BASED, SHORT_FORM, Shape, is_pollster

_NAME_AFTER_FIRM = re.compile(rf",? (?:the )?(?P<name>{NAME})")

#: Up to where "by" may name who ran a survey: not behind what it found, or another clause.
_BY_REACH = 130
_FINDING = re.compile(
    r"[.;:]|\b(?:found|finds?|shows?|showed|that|revealed|indicated|reported|suggest|suggests|"
    r"suggested|according)\b"
)
_BY = re.compile(r"\b(?:by|from) ")
#: "By" of those who did something else with the survey, or in it.
_NOT_BY = re.compile(
    r"\b(?:commissioned|sponsored|funded|financed|ordered|requested|paid for|for|followed|preceded|"
    r"trailed|supported|opposed|backed|named|cited|chosen|approved|rejected|favou?red|owned|"
    r"quoted) $"
)
#: What may stand between "by" and the name: "by the Kyiv-based independent pollster X".
_NAME_AFTER_BY = re.compile(
    rf"(?:(?:an?|the|its|their) )?"
    rf"(?:{CAPITAL}\w{{1,20}} (?:institute|pollster|firm|agency|company|paper) (?={CAPITAL}))?"
    rf"(?:(?:{BASED}|"
    rf"(?!(?:in|on|with|between|among|during|until|over|to)\b)[a-zà-ÿ][\w-]{{0,30}}) ){{0,6}}?"
    rf"(?P<name>(?!{BASED}){NAME}){SHORT_FORM}"
)
_ASKED_BY = re.compile(r" by (?:the )?")

_NAME_RAN = re.compile(
    rf" (?:that|which) (?:the )?(?P<name>{NAME}){SHORT_FORM} (?:had )?"
    r"(?:conducted|carried out|ran|took|held|undertook|fielded|made)\b"
)
_OF_NAME = re.compile(
    rf" of (?:the )?(?P<name>{NAME}){SHORT_FORM}"
    r"(?![\w-]| (?:[a-z]+s|men|women|people|staff|personnel|alumni|faculty)\b)"
)


def firm(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "the pollster X"."""
    after = _NAME_AFTER_FIRM.match(same, cue.end())
    if after:
        yield Shape(after.span("name"), cue.start(), after.end(), "pollster_name")


def survey_by(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "a poll conducted among adults by X"."""
    limit = min(len(same), cue.end() + _BY_REACH)
    finding = _FINDING.search(same, cue.end(), limit)
    for by in _BY.finditer(same, cue.end(), finding.start() if finding else limit):
        if _NOT_BY.search(same, max(0, by.start() - 16), by.start()):
            continue
        name = _NAME_AFTER_BY.match(same, by.end())
        if name:
            yield Shape(name.span("name"), cue.start(), name.end(), "survey_by_name")
            return


def survey_of(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "a survey that X had conducted" and "the polls of X"."""
    ran = _NAME_RAN.match(same, cue.end())
    if ran:
        yield Shape(ran.span("name"), cue.start(), ran.end(), "survey_that_name_ran")
    of = _OF_NAME.match(same, cue.end())
    if of and is_pollster(same, of.start("name"), of["name"]):
        yield Shape(of.span("name"), cue.start(), of.end(), "survey_of_name")


def asked_by(same: str, cue: re.Match[str]) -> Iterator[Shape]:
    """Read "asked by X"."""
    by = _ASKED_BY.match(same, cue.end())
    name = _NAME_AFTER_BY.match(same, by.end()) if by else None
    if name:
        yield Shape(name.span("name"), cue.start(), name.end(), "asked_by_name")
