"""Names that a text makes a pollster by what they do: "Ipsos put support at 40%".

The phrase holds no word for a survey, so these shapes are read only in a text that speaks of
surveys elsewhere, and only where a share follows.
"""

import re
from collections.abc import Iterator

from pipeline.mentions.names import NAME
from pipeline.mentions.pollster_shapes import GENERIC, Shape, is_pollster

_SHARE = (
    r"(?:[0-9]{1,3}(?:[.,][0-9]{1,2})?(?: ?%| per ?cent|(?:%| per ?cent)? to [0-9])"
    r"|[0-9]{2} and [0-9])"
)
#: Verbs of measuring, with what must follow to tell "put support at 40%" from "put an end to".
_VERB = re.compile(
    r"\b(?:"
    r"(?P<measured>(?:had )?(?:found|finds|measured)(?! (?:in favour|guilty|him|them)\b)"
    r"|(?:had )?(?:put|puts|placed|places)(?= [^.;%]{1,90}? at [^.;%]{0,30}[0-9])"
    r"|gave|gives|(?:had|has|saw|sees)(?! (?:been|its|his|her|their|an?|to|no)\b| [0-9])"
    r"(?= [^.;,%]{2,60}? (?:at|on|ahead|in front|leading|trailing|behind|winning|ready|with)\b)"
    r"|arrived at|came to"
    rf"|(?:had )?(?:recorded|registered|detected|reported)(?= (?:an? [a-z ]{{0,30}})?{_SHARE}))"
    r"|(?P<asked>(?:has |had )?(?:asked|surveyed|polled|interviewed|questioned|tested))"
    r"|(?P<recorded>(?:had )?(?:recorded|records|registered|registers|noted|notes|showed|shows|"
    r"indicated|suggested|calculated|claimed|reported|concluded|observed|detected)))\b"
)
_ADVERB = r"(?:(?:also|later|likewise|then|even|still|already|[a-z]{3,12}ly) )?"
_PHRASE = r"(?:,? \([^()]{2,40}\))?(?:, [^.;%]{3,110}?,)?"
_NAME_BEFORE_VERB = re.compile(
    rf"(?P<name>{NAME}){GENERIC}(?: (?:at|in) (?:the )?{NAME})?(?P<phrase>{_PHRASE}) {_ADVERB}$"
)
_INSTITUTE = re.compile(
    r"\b(?:institute|pollsters?|polling|research|firm|agency|organi[sz]ation|cent(?:re|er)|for)\b"
)
_MEASURED_BY = re.compile(
    r"\b(?:measured|recorded|registered|charted|captured|calculated) by (?:the )?"
    rf"(?P<name>{NAME})"
)
_FIGURES_OF = re.compile(
    rf"(?P<name>{NAME})(?:'s (?:own |latest |monthly |annual ){{0,2}}"
    r"(?:figures?|numbers|tracker|tracking|panel|index|data|average)"
    r"| (?:data|figures|numbers|polling) (?=show|suggest|indicat|put))\b"
)
#: A quick look whether there may be any such figures.
_FIGURES = ("figure", "numbers", "track", " panel", " index", " data", " average", " polling")
_SHARE_FOLLOWS = re.compile(rf"[^.;]{{0,170}}?(?<![\w.,-]){_SHARE}|[^;]{{0,60}}?[0-9]\.[0-9]")
#: Capitalised words at the start of a sentence that are no names.
_COMMON = re.compile(
    r"(?:It|He|She|They|We|I|You|This|That|These|Those|Which|Who|What|There|Nobody|None|Some|Many|"
    r"Most|Others?|Another|Both|Each|Neither|Either|All|Half|Support|Opposition|Opinion|Turnout|"
    r"Approval|Research|Data|One|Two|Three|Men|Women|People|Congress|Parliament|Government|"
    r"Police|President|Question|Trust|Confidence|Popularity|Polling|Polls?|Surveys?|Study|Nothing|"
    r"Everybody|Everyone|Results?)"
)
_PLURAL = re.compile(r"(?!.*(?:us|os|is|ss|'s)$)\w+s")
#: What makes the name before a verb none of its subject: "a poll for X found".
_OBJECT = re.compile(
    r"\b(?:for|of|by|at|from|with|on|to|among|between|in|than|as|against)(?: the| an?)? $"
)
_LONGEST = 150
#: Rule of a name that measures the shares behind it, and only those.
MEASURED = "name_measured_share"


def find_actors(same: str) -> Iterator[Shape]:
    """The names of a text that are said to have measured a share.

    Args:
        same: A text that is :func:`~pipeline.mentions.typography.plain`, and speaks of surveys.
    """
    for verb in _VERB.finditer(same):
        if not _SHARE_FOLLOWS.match(same, verb.end()):
            continue
        floor = max(0, verb.start() - _LONGEST)
        match = _NAME_BEFORE_VERB.search(same, floor, verb.start())
        if match is None or (verb["asked"] and not _INSTITUTE.search(match["phrase"])):
            continue
        if _is_measuring(same, match, sure=verb["recorded"] is None):
            yield Shape(match.span("name"), match.start(), verb.end(), MEASURED)
    if " by " in same:
        for match in _MEASURED_BY.finditer(same):
            yield Shape(match.span("name"), match.start(), match.end(), "measured_by_name")
    for match in _FIGURES_OF.finditer(same) if any(w in same for w in _FIGURES) else ():
        if _SHARE_FOLLOWS.match(same, match.end()):
            yield Shape(match.span("name"), match.start(), match.end(), MEASURED)


def _is_measuring(same: str, match: re.Match[str], *, sure: bool) -> bool:
    name, start = match["name"], match.start("name")
    if _OBJECT.search(same, max(0, start - 16), start):
        return False
    if is_pollster(same, start, name):
        return True
    return sure and not _COMMON.fullmatch(name) and not _PLURAL.fullmatch(name)
