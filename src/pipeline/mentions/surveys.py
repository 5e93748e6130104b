"""Surveys: the phrases that speak of an opinion poll, and who ran it and who paid for it.

Pollsters are read from the shape of the phrase ("a poll conducted by X", "an X poll", "pollster
X"); a list of well-known organisations serves only where the shape alone would not tell.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from pipeline.mentions.model import Mention
from pipeline.mentions.names import CAPITAL, NAME, organisation

_SURVEY = r"(?:[Pp]oll(?:s|ing)?|[Ss]urveys?|[Qq]uestionnaires?|[A-Z]\w+barometer|[Bb]arometer)"
_STUDY = r"(?:[Ss]tud(?:y|ies)|[Rr]esearch|[Rr]eports?|[Ss]ampling|[Ii]nterviews?)"
_FIRM = (
    r"(?:(?:state|private|independent)\s+)?(?:pol?lsters?|(?:[a-z]+\s+){0,2}"
    r"(?:polling|survey|research)\s+(?:firm|company|agency|organi[sz]ation|institute|cent(?:re|er)|group))"
)
_KIND = (
    r"(?:opinion|public|exit|tracking|online|internet|telephone|phone|national|nationwide|internal|"
    r"audience|research|newspaper|magazine|news|readers?|annual|consumer|social|international|"
    r"global|state|monthly|weekly|political|voter|student|member|straw|snap)"
)
_NO_FINDING = (
    r"(?:(?!\b(?:found|finds?|shows?|showed|that|revealed|indicated|reported|suggest|suggests|"
    r"suggested|according)\b)[^.;:])"
)
_ARTICLE = (
    rf"(?:(?:an?|the|its|their)\s+)?(?:(?:{CAPITAL}[\w.]{{1,20}}-(?:based|owned|run)|[a-zà-ÿ][\w-]{{0,30}})"
    r"\s+){0,6}?"
)

_POLLSTER_NOUN = re.compile(
    rf"\b{_FIRM},?\s+(?:the\s+)?(?P<after>{NAME})|(?P<before>{NAME}),?\s+(?:an?\s+)?{_FIRM}\b"
)
_CONDUCTED_BY = re.compile(
    rf"\b(?P<noun>{_SURVEY}|{_STUDY})\b{_NO_FINDING}{{0,90}}?"
    rf"(?<!commissioned )(?<!sponsored )(?<!funded )(?<!for )\b(?:by|from)\s+{_ARTICLE}(?P<name>{NAME})"
)
_NAME_SURVEY = re.compile(
    rf"(?P<name>{NAME})(?:’s|'s)?\s+(?:{_KIND}\s+){{0,3}}?(?P<noun>{_SURVEY})\b"
    r"(?!\s+(?:station|place|booth|average|numbers?|day))"
)
_NAME_SURVEYED = re.compile(
    rf"(?P<name>{NAME})\s+(?:surveyed|polled|interviewed|questioned|asked)\s+"
    r"(?:(?:over|about|around|some|nearly|almost|more\s+than|at\s+least)\s+)?\d[\d,]{2,8}\b(?!\s*(?:%|per))"
)
_NAME_RELEASED = re.compile(
    rf"(?P<name>{NAME})\s+(?:released|published|conducted|ran|took|carried\s+out|held|commissioned)\s+"
    rf"(?:(?:an?|its|the|results|findings|of|new|latest|own|national|opinion)\s+){{1,4}}(?P<noun>{_SURVEY})\b"
)
_SPONSOR = re.compile(
    rf"\b(?:commissioned|sponsored|funded|ordered|paid\s+for)\s+by\s+(?:the\s+)?(?P<by>{NAME})"
    rf"|\bon\s+behalf\s+of\s+(?:the\s+)?(?P<behalf>{NAME})"
    rf"|\b(?:{_SURVEY}|{NAME})\s+for\s+(?:the\s+)?(?P<for>{NAME})"
)
_SURVEY_NOUN = re.compile(
    rf"\b(?:{_SURVEY}(?!\s+(?:stations?|places?|booths?|day|tax))|surveyed|polled(?=\s+at\b)|"
    r"respondents?|interviewees|approval\s+ratings?|opinion\s+research)\b"
)
_STUDY_NOUN = re.compile(rf"\b{_STUDY}\b")
_NAME = re.compile(NAME)


@dataclass(frozen=True, slots=True)
class SurveyMention(Mention):
    """A phrase that speaks of a survey.

    Attributes:
        pollster: Who ran it, as named; None if the phrase does not tell.
        sponsor: Who commissioned it, as named; None if the phrase does not tell.
        weak: The phrase alone ("study", "report") does not make sure that people were asked.
    """

    pollster: str | None = None
    sponsor: str | None = None
    weak: bool = False


@cache
def known_pollsters() -> re.Pattern[str]:
    """A pattern that finds the well-known pollsters of ``data/pollsters.txt`` as whole words."""
    lines = (
        files("pipeline.mentions").joinpath("data/pollsters.txt").read_text("utf-8").splitlines()
    )
    names = [line for line in lines if line and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")


def find_surveys(text: str) -> list[SurveyMention]:
    """All phrases of a text that speak of a survey, in order of their offsets, not overlapping.

    Shapes that name a pollster are read first, the most telling one first; a bare noun is found
    only where none of them reads it.
    """
    found = _Found(text)
    for match in _POLLSTER_NOUN.finditer(text):
        found.named(match, "after" if match["after"] else "before", "pollster_name")
    for match in _CONDUCTED_BY.finditer(text):
        found.named(match, "name", "survey_by_name", weak=not re.match(_SURVEY, match["noun"]))
    for match in _NAME_SURVEY.finditer(text):
        found.named(match, "name", "name_survey")
    for match in _NAME_SURVEYED.finditer(text):
        found.named(match, "name", "name_surveyed")
    for match in _NAME_RELEASED.finditer(text):
        found.named(match, "name", "name_released_survey")
    for match in known_pollsters().finditer(text):
        found.known(match)
    for match in _SURVEY_NOUN.finditer(text):
        found.bare(match, "survey_noun")
    for match in _STUDY_NOUN.finditer(text):
        found.bare(match, "study_noun", weak=True)
    return [_with_sponsor(text, m) for m in sorted(found.mentions, key=lambda m: m.start)]


class _Found:
    """Survey mentions gathered so far; a later one gives way to an earlier one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mentions: list[SurveyMention] = []

    def _is_free(self, start: int, end: int) -> bool:
        return all(end <= m.start or m.end <= start for m in self.mentions)

    def _add(
        self, start: int, end: int, rule: str, pollster: str | None = None, *, weak: bool = False
    ) -> None:
        self.mentions.append(
            SurveyMention(start, end, self.text[start:end], rule, pollster, weak=weak)
        )

    def named(self, match: re.Match[str], group: str, rule: str, *, weak: bool = False) -> None:
        """Add a phrase that names its pollster; only the name, where the phrase is taken."""
        name = organisation(self.text, *match.span(group))
        if name is None or not self._is_free(*name):
            return
        whole = (min(match.start(), name[0]), max(match.end(), name[1]))
        start, end = whole if self._is_free(*whole) else name
        self._add(start, end, rule, self.text[slice(*name)], weak=weak)

    def known(self, match: re.Match[str]) -> None:
        """Add a well-known pollster with the whole name around it ("the Gallup Organization")."""
        name = next(
            (
                around.span()
                for around in _NAME.finditer(
                    self.text, max(0, match.start() - 80), match.end() + 80
                )
                if around.start() <= match.start() and match.end() <= around.end()
            ),
            match.span(),
        )
        name = organisation(self.text, *name) or match.span()
        if self._is_free(*name):
            self._add(*name, "known_pollster", self.text[slice(*name)])

    def bare(self, match: re.Match[str], rule: str, *, weak: bool = False) -> None:
        """Add a noun that names no pollster."""
        if self._is_free(*match.span()):
            self._add(*match.span(), rule, weak=weak)


def _with_sponsor(text: str, mention: SurveyMention) -> SurveyMention:
    """Read who commissioned the survey; where nobody else is named, that is its pollster."""
    match = _SPONSOR.search(text, mention.start, min(len(text), mention.end + 80))
    if match is None or mention.weak:
        return mention
    span = organisation(text, *match.span(match.lastgroup or "by"))
    if span is None or text[slice(*span)] == mention.pollster:
        return mention
    if mention.pollster is None:
        return replace(mention, pollster=text[slice(*span)])
    return replace(mention, sponsor=text[slice(*span)])
