"""Surveys: the phrases that speak of an opinion poll, and who ran it and who paid for it.

Pollsters are read from the shape of the phrase ("a poll conducted by X", "an X poll", "pollster
X"); a list of well-known organisations serves only where the shape alone would not tell. Every
rule starts from a cue such as "poll" or "surveyed" and looks for a name before or behind it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pipeline.mentions import pollster_before, pollster_behind
from pipeline.mentions.model import Mention
from pipeline.mentions.names import NAME, organisation
from pipeline.mentions.pollster_shapes import Shape, reach
from pipeline.mentions.pollsters import find_known_pollsters, known_pollster_at
from pipeline.mentions.spans import Spans
from pipeline.mentions.sponsors import find_sponsors
from pipeline.mentions.survey_actors import find_actors
from pipeline.mentions.survey_cues import find_cues
from pipeline.mentions.typography import plain

_NAME = re.compile(NAME)
_FIRM = (
    r"(?:institute|pollster|firm|polling (?:firm|company|agency|organi[sz]ation|institute)|agency|"
    r"cent(?:re|er)|foundation|company|organi[sz]ation|group)"
)
#: "The same firm", "the institute's 2019 poll", "the institute recorded".
_SAME_POLLSTER = re.compile(
    rf"\b[Tt]h(?:e|is) (?:(?:same|latter) {_FIRM}(?:'s)?"
    r"|latter's(?= (?:own |\w{1,15} )?(?:poll|survey)\b)"
    rf"|{_FIRM}(?:'s(?= (?:own )?(?:[\w-]{{1,20}} ){{0,4}}"
    r"(?:polls?|surveys?|tracker|panel|series|barometer)\b)"
    r"|(?=, together with|(?: [a-z]+ly)? carried out| (?:also |later |then )?(?:had )?"
    r"(?:found|put|recorded|registered|measured|reported|noted|surveyed|polled|interviewed|showed|"
    r"estimated|repeated)\b)))(?!\w)"
)
#: Who was asked, right before "interviewed" or "asked"; how many, right behind it.
_PEOPLE_BEFORE = re.compile(
    r"\b(?:those|respondents|people|persons|adults|voters|citizens|residents|women|men|students|"
    r"members|readers|households|[a-z]{3,15}ers|[0-9,]{3,9}(?: [\w-]{2,20}){1,3} (?:were|was)"
    r"|[Ww]hen) $"
)
_NUMBER_BEHIND = re.compile(r" (?:[a-z]{3,8} )?(?:[0-9]{1,3},[0-9]{3}|[0-9]{3,6})\b(?! ?%)")

#: Rule of "the same firm" and the like, which mean a pollster named before.
SAME_POLLSTER = "same_pollster"

_Reader = Callable[[str, re.Match[str]], Iterator[Shape]]
#: The shapes that name a pollster, each with the kinds of cues that it starts from.
_SHAPES: tuple[tuple[frozenset[str], _Reader], ...] = (
    (frozenset({"firm"}), pollster_before.firm),
    (frozenset({"firm"}), pollster_behind.firm),
    (frozenset({"survey", "study"}), pollster_behind.survey_by),
    (frozenset({"survey"}), pollster_behind.survey_of),
    (frozenset({"survey"}), pollster_before.name_survey),
    (frozenset({"survey"}), pollster_before.name_in_a_survey),
    (frozenset({"survey"}), pollster_before.its_survey),
    (frozenset({"asked"}), pollster_behind.asked_by),
    (frozenset({"asked", "survey"}), pollster_before.name_polling),
    (frozenset({"asked"}), pollster_before.name_surveyed),
    (frozenset({"survey"}), pollster_before.name_released),
)


@dataclass(frozen=True, slots=True)
class SurveyMention(Mention):
    """A phrase that speaks of a survey.

    Attributes:
        pollster: Who ran it, as named; None if the phrase does not tell.
        sponsor: Who commissioned it, as named; None if the phrase does not tell.
        sponsor_span: Where the sponsor is named; None if the phrase does not tell.
        weak: The phrase alone ("study", "report") does not make sure that people were asked.
    """

    pollster: str | None = None
    sponsor: str | None = None
    sponsor_span: tuple[int, int] | None = None
    weak: bool = False


def find_surveys(text: str) -> list[SurveyMention]:
    """All phrases of a text that speak of a survey, in order of their offsets, not overlapping.

    Shapes that name a pollster are read first, the most telling one first; a bare noun is found
    only where none of them reads it.
    """
    same = plain(text)
    cues = find_cues(same)
    if not cues:
        return [*_Found(text, same).known_ones()]
    found = _Found(text, same)
    for kinds, shapes in _SHAPES:
        for cue in cues:
            if cue.lastgroup in kinds:
                found.first(shapes(same, cue), cue)
    speaks_of_surveys = any(cue.lastgroup != "study" for cue in cues)
    if speaks_of_surveys:
        found.actors()
    found.known_ones()
    if speaks_of_surveys:
        found.same_pollster()
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

    def first(self, shapes: Iterator[Shape], cue: re.Match[str]) -> None:
        """Add the first shape whose name is an organisation's, unless its cue has been read."""
        free = self.taken.is_free(*cue.span())
        if not free and (cue["study"] or cue["survey"]):
            return
        weak = cue["study"] is not None
        for shape in shapes:
            if self._named(shape, weak=weak):
                return

    def actors(self) -> None:
        """Read "X put support at 40%"."""
        for shape in find_actors(self.plain):
            self._named(shape)

    def known_ones(self) -> list[SurveyMention]:
        """Read well-known pollsters, with the whole name around each ("Gallup Organization")."""
        for start, end in find_known_pollsters(self.plain):
            around = (m.span() for m in _NAME.finditer(self.plain, reach(start), end + 80))
            whole = next((s for s in around if s[0] <= start and end <= s[1]), (start, end))
            name = self._trimmed(*whole) or (start, end)
            if self.taken.is_free(*name):
                self._add(*name, "known_pollster", self.text[slice(*name)])
        return self.mentions

    def same_pollster(self) -> None:
        """Read "the same firm" and "the institute recorded"."""
        for match in _SAME_POLLSTER.finditer(self.plain):
            if self.taken.is_free(*match.span()):
                self._add(*match.span(), SAME_POLLSTER, weak=True)

    def bare(self, cue: re.Match[str]) -> None:
        """Read a noun or verb that names no pollster."""
        if not self.taken.is_free(*cue.span()):
            return
        if cue["study"]:
            self._add(*cue.span(), "study_noun", weak=True)
        elif not cue["asked"] or cue.group() == "surveyed" or self._is_of_people(cue):
            self._add(*cue.span(), "survey_noun")

    def with_sponsor(self, mention: SurveyMention) -> SurveyMention:
        """Read who commissioned the survey, which does not make them its pollster."""
        if mention.weak:
            return mention
        for name in find_sponsors(self.plain, mention.start, mention.end):
            span = organisation(self.text, *name)
            if span is None or self.text[slice(*span)] in (mention.pollster or ""):
                continue
            return replace(mention, sponsor=self.text[slice(*span)], sponsor_span=span)
        return mention

    def _is_of_people(self, cue: re.Match[str]) -> bool:
        """Tell "those polled" and "polled at 45%" in surveys from "polled 45%" of the votes."""
        if cue.group() == "polled" and self.plain.startswith(" at ", cue.end()):
            return True
        before = _PEOPLE_BEFORE.search(self.plain, max(0, cue.start() - 60), cue.start())
        return bool(before or _NUMBER_BEHIND.match(self.plain, cue.end()))

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """The organisation in a name, with the "Survey" that is part of a well-known one."""
        name = organisation(self.text, start, end)
        if name is None:
            return None
        return name[0], max(name[1], known_pollster_at(self.plain, name[0]) or 0)

    def _named(self, shape: Shape, *, weak: bool = False) -> bool:
        """Add a phrase that names its pollster; only the name, where the phrase is taken."""
        name = self._trimmed(*shape.name)
        if name is None:
            return False
        if name[1] <= shape.start:  # "its survey" names who was named before
            whole = span = (shape.start, shape.end)
        else:
            whole = (min(shape.start, name[0]), max(shape.end, name[1]))
            span = whole if self.taken.is_free(*whole) else name
        if not self.taken.is_free(*span):
            return False
        self._add(*span, shape.rule, self.text[slice(*name)], weak=weak)
        return True

    def _add(
        self, start: int, end: int, rule: str, pollster: str | None = None, *, weak: bool = False
    ) -> None:
        self.taken.take(start, end)
        self.mentions.append(
            SurveyMention(start, end, self.text[start:end], rule, pollster, weak=weak)
        )
