"""Surveys: the phrases that speak of an opinion poll, and who ran it and who paid for it.

Pollsters are read from the shape of the phrase ("a poll conducted by X", "an X poll", "pollster
X"); a list of well-known organisations serves only where the shape alone would not tell. Every
rule starts from a cue such as "poll" or "surveyed" and looks for a name before or behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.mentions.model import Mention
from pipeline.mentions.names import CAPITAL, NAME, organisation
from pipeline.mentions.pollsters import find_known_pollsters, known_pollster_at
from pipeline.mentions.spans import Spans
from pipeline.mentions.survey_cues import find_cues
from pipeline.mentions.typography import plain

#: The short form behind a name: "the Institute of Opinion (IO)".
_SHORT_FORM = r" \([\w.& -]{2,30}\)"
_NAME_BEFORE_FIRM = re.compile(
    rf"(?P<name>{NAME})"
    r"(?:, (?:an? |the )?(?:[A-Za-z][a-z-]{0,20} ){0,4}| (?:[a-z]{1,20} ){0,3})$"
)
_NAME_AFTER_FIRM = re.compile(rf",? (?:the )?(?P<name>{NAME})")

#: Words between a pollster and its "poll".
_KINDS = frozenset(
    "opinion public exit tracking online internet telephone phone national nationwide internal "
    "audience research newspaper magazine news reader readers annual consumer social international "
    "global state monthly weekly daily political voter student member straw snap web-based "
    "quarterly regional local recent earlier later similar yearly face-to-face pre-election".split()
)
_MAX_KINDS = 3
_NAME_AT_END = re.compile(rf"(?P<name>{NAME})(?:{_SHORT_FORM})?$")
_RELEASED_AT_END = re.compile(
    rf"(?P<name>{NAME})(?:{_SHORT_FORM})? (?:released|published|conducted|ran|took|carried out|"
    r"held|commissioned|administered|organi[sz]ed|undertook|fielded|did) "
    r"(?:(?:an?|its|the|results|findings|of|new|latest|own|national|opinion|nationwide|similar|"
    r"first|second|another|annual|telephone|online) ){1,4}$"
)
_SAMPLE = re.compile(
    r" (?:(?:over|about|around|some|nearly|almost|more than|at least|approximately|a total of) )?"
    r"[0-9][0-9,]{2,8}\b(?! ?(?:%|per))"
)

#: Up to where "by" may name who ran a survey: not behind what it found, or another clause.
_BY_REACH = 95
_FINDING = re.compile(
    r"[.;:]|\b(?:found|finds?|shows?|showed|that|revealed|indicated|reported|suggest|suggests|"
    r"suggested|according)\b"
)
_BY = re.compile(r"\b(?:by|from) ")
_NOT_BY = re.compile(r"(?:commissioned|sponsored|funded|ordered|requested|paid for|for) $")
_BASED = rf"{CAPITAL}[\w.]{{1,20}}-(?:based|owned|run)"
#: What may stand between "by" and the name: "by the Kyiv-based independent pollster X".
_NAME_AFTER_BY = re.compile(
    rf"(?:(?:an?|the|its|their) )?(?:(?:{_BASED}|"
    rf"(?!(?:in|on|with|between|among|during|until|over|to)\b)[a-zà-ÿ][\w-]{{0,30}}) ){{0,6}}?"
    rf"(?P<name>(?!{_BASED}){NAME})(?:{_SHORT_FORM})?"
)
#: How far before a cue its pollster may begin.
_NAME_REACH = 120

_SPONSOR = re.compile(
    rf"\b(?:(?:commissioned|sponsored|funded|ordered|requested|paid for) by|on behalf of) "
    rf"(?:the )?(?P<name>{NAME})"
)
_FOR = re.compile(rf"(?<=\w) for (?:the )?(?P<name>{NAME})")
_BEFORE_FOR = re.compile(
    rf"(?:\b(?:polls?|polling|surveys?|questionnaires?)|(?<!\w){CAPITAL}[\w&-]{{1,40}})$"
)
_SPONSOR_REACH = 80
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


def find_surveys(text: str) -> list[SurveyMention]:
    """All phrases of a text that speak of a survey, in order of their offsets, not overlapping.

    Shapes that name a pollster are read first, the most telling one first; a bare noun is found
    only where none of them reads it.
    """
    same = plain(text)
    found = _Found(text, same)
    cues = find_cues(same)
    for kinds, read in (
        ({"firm"}, found.firm),
        ({"survey", "study"}, found.survey_by),
        ({"survey"}, found.name_survey),
        ({"asked"}, found.name_surveyed),
        ({"survey"}, found.name_released),
    ):
        for cue in cues:
            if cue.lastgroup in kinds:
                read(cue)
    for start, end in find_known_pollsters(same):
        found.known(start, end)
    for cue in cues:
        found.bare(cue)
    return [found.with_sponsor(m) for m in sorted(found.mentions, key=lambda m: m.start)]


class _Found:
    """Survey mentions gathered so far; a later one gives way to an earlier one."""

    def __init__(self, text: str, same: str) -> None:
        self.text = text
        self.plain = same
        self.mentions: list[SurveyMention] = []
        self.taken = Spans()

    def firm(self, cue: re.Match[str]) -> None:
        """Read "X, a polling firm" and "pollster X"."""
        before = _NAME_BEFORE_FIRM.search(self.plain, self._reach(cue.start()), cue.start())
        if before and self._named(before.span("name"), before.start(), cue.end(), "pollster_name"):
            return
        after = _NAME_AFTER_FIRM.match(self.plain, cue.end())
        if after:
            self._named(after.span("name"), cue.start(), after.end(), "pollster_name")

    def survey_by(self, cue: re.Match[str]) -> None:
        """Read "a poll conducted among adults by X"."""
        limit = min(len(self.plain), cue.end() + _BY_REACH)
        finding = _FINDING.search(self.plain, cue.end(), limit)
        for by in _BY.finditer(self.plain, cue.end(), finding.start() if finding else limit):
            if _NOT_BY.search(self.plain, max(0, by.start() - 14), by.start()):
                continue
            name = _NAME_AFTER_BY.match(self.plain, by.end())
            if name:
                weak = cue["study"] is not None
                self._named(name.span("name"), cue.start(), name.end(), "survey_by_name", weak=weak)
                return

    def name_survey(self, cue: re.Match[str]) -> None:
        """Read "an X poll" and "X's latest survey"."""
        end = cue.start()
        start = self._reach(end)
        words = self.plain[start:end].split(" ")
        for _ in range(_MAX_KINDS):
            if len(words) > 1 and words[-1] == "" and words[-2] in _KINDS:
                end -= len(words[-2]) + 1
                words[-2:] = [""]
        if self.plain[end - 1 : end] != " ":
            return
        match = _NAME_AT_END.search(self.plain, start, end - 1)
        if match:
            self._named(match.span("name"), match.start(), cue.end(), "name_survey")

    def name_surveyed(self, cue: re.Match[str]) -> None:
        """Read "X surveyed 1,000 adults"."""
        if not _SAMPLE.match(self.plain, cue.end()):
            return
        match = _NAME_AT_END.search(self.plain, self._reach(cue.start()), max(0, cue.start() - 1))
        if match:
            self._named(match.span("name"), match.start(), cue.end(), "name_surveyed")

    def name_released(self, cue: re.Match[str]) -> None:
        """Read "X released the results of a poll"."""
        match = _RELEASED_AT_END.search(self.plain, self._reach(cue.start()), cue.start())
        if match:
            self._named(match.span("name"), match.start(), cue.end(), "name_released_survey")

    def known(self, start: int, end: int) -> None:
        """Read a well-known pollster with the whole name around it ("the Gallup Organization")."""
        whole = next(
            (
                around.span()
                for around in _NAME.finditer(self.plain, self._reach(start), end + 80)
                if around.start() <= start and end <= around.end()
            ),
            (start, end),
        )
        name = self._trimmed(*whole) or (start, end)
        if self.taken.is_free(*name):
            self._add(*name, "known_pollster", self.text[slice(*name)])

    def bare(self, cue: re.Match[str]) -> None:
        """Read a noun or verb that names no pollster."""
        if not self.taken.is_free(*cue.span()):
            return
        if cue["study"]:
            self._add(*cue.span(), "study_noun", weak=True)
        elif not cue["asked"] or cue.group() == "surveyed" or self._polled_at(cue):
            self._add(*cue.span(), "survey_noun")

    def with_sponsor(self, mention: SurveyMention) -> SurveyMention:
        """Read who commissioned the survey; where nobody else is named, that is its pollster."""
        if mention.weak:
            return mention
        for name in self._sponsors(mention.start, mention.end + _SPONSOR_REACH):
            span = organisation(self.text, *name)
            if span is None or self.text[slice(*span)] == mention.pollster:
                return mention
            if mention.pollster is None:
                return replace(mention, pollster=self.text[slice(*span)])
            return replace(mention, sponsor=self.text[slice(*span)])
        return mention

    def _sponsors(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The names after "commissioned by" and "poll for", the first one first."""
        ordered = _SPONSOR.search(self.plain, start, end)
        wanted = next(
            (
                match
                for match in _FOR.finditer(self.plain, start, end)
                if _BEFORE_FOR.search(self.plain, max(start, match.start() - 45), match.start())
            ),
            None,
        )
        matches = [match for match in (ordered, wanted) if match]
        yield from (m.span("name") for m in sorted(matches, key=lambda m: m.start()))

    def _polled_at(self, cue: re.Match[str]) -> bool:
        """Tell "polled at 45%" in surveys from "polled 45%" of the votes."""
        return cue.group() == "polled" and self.plain.startswith(" at ", cue.end())

    @staticmethod
    def _reach(start: int) -> int:
        return max(0, start - _NAME_REACH)

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """The organisation in a name, with the "Survey" that is part of a well-known one."""
        name = organisation(self.text, start, end)
        if name is None:
            return None
        return name[0], max(name[1], known_pollster_at(self.plain, name[0]) or 0)

    def _named(
        self, name: tuple[int, int], start: int, end: int, rule: str, *, weak: bool = False
    ) -> bool:
        """Add a phrase that names its pollster; only the name, where the phrase is taken."""
        trimmed = self._trimmed(*name)
        if trimmed is None or not self.taken.is_free(*trimmed):
            return False
        whole = (min(start, trimmed[0]), max(end, trimmed[1]))
        span = whole if self.taken.is_free(*whole) else trimmed
        self._add(*span, rule, self.text[slice(*trimmed)], weak=weak)
        return True

    def _add(
        self, start: int, end: int, rule: str, pollster: str | None = None, *, weak: bool = False
    ) -> None:
        self.taken.take(start, end)
        self.mentions.append(
            SurveyMention(start, end, self.text[start:end], rule, pollster, weak=weak)
        )
