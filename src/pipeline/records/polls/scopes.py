"""Scopes: the stretches of a paragraph that speak of one survey each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.mentions.survey_actors import MEASURED
from pipeline.mentions.surveys import SAME_POLLSTER, SurveyMention
from pipeline.records.reading import Reading, within

#: No sentence that people write is longer, in characters; what is longer is read piece by piece.
_LONGEST = 1500
_MEASURING = frozenset({MEASURED, SAME_POLLSTER})
_CLAUSE = re.compile(r"[;:(]\s*|,\s+(?:and|but|while|whereas|though|although|whilst)\s+|\s[–—-]\s")

_IN_A = re.compile(
    r"\s+(?:in|from|according\s+to|by)\s+(?:(?:an?|the|another)\s+)?(?:[\w-]+\s+){0,2}"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence, or a part of one where the sentence speaks of several surveys.

    Attributes:
        index: Index of the sentence in the paragraph.
        start: First character of the scope in the prose.
        end: Character after its last one.
    """

    index: int
    start: int
    end: int


def scopes(reading: Reading) -> Iterator[Scope]:
    """The scopes of a paragraph in order; together they are its sentences.

    A sentence is cut before a survey of another pollster, if a share stands on either side:
    "A puts it at 40%, while a B poll puts it at 36%".
    """
    for index, sentence in enumerate(reading.paragraph.sentences):
        start = sentence.prose_start
        for cut in _cuts(reading, start, sentence.prose_end):
            yield Scope(index, start, cut)
            start = cut
        while sentence.prose_end - start > _LONGEST:
            yield Scope(index, start, start + _LONGEST)
            start += _LONGEST
        yield Scope(index, start, sentence.prose_end)


def _cuts(reading: Reading, start: int, end: int) -> Iterator[int]:
    """Where a sentence goes over to another pollster."""
    shares = within(reading.shares, start, end)
    last: SurveyMention | None = None
    for survey in within(reading.surveys, start, end):
        if not (survey.pollster or survey.rule == SAME_POLLSTER):
            continue
        before = [s.end for s in shares if start <= s.start and s.end <= survey.start]
        if before and _is_other(reading, last, survey):
            clause = _clause_before(reading.text, start, survey.start)
            told_by = last and _share_told_by(reading, last, survey)
            if told_by and any(end_of_share <= told_by for end_of_share in before):
                yield told_by
                start, last = told_by, survey
                continue
            behind = any(survey.end <= s.start for s in shares)
            if any(end_of_share <= clause for end_of_share in before) and (
                behind or "," not in reading.text[before[-1] : survey.start]
            ):
                yield clause
                start = clause
            elif behind:
                yield survey.start
                start = survey.start
        last = survey


def _is_other(reading: Reading, last: SurveyMention | None, survey: SurveyMention) -> bool:
    """Whether a survey is of another pollster than the last one of its sentence.

    One that is said to measure what follows it leaves the shares before it to the sentence before.
    """
    if last is None:
        return survey.rule in _MEASURING
    return reading.full_name(last.pollster) != reading.full_name(survey.pollster)


def _share_told_by(reading: Reading, last: SurveyMention, survey: SurveyMention) -> int | None:
    """Where the share begins that "in a Y poll" right behind it is of."""
    shares = within(reading.shares, last.end, survey.start)
    if not shares or not _IN_A.fullmatch(reading.text, shares[-1].end, survey.start):
        return None
    return shares[-1].start


def _clause_before(text: str, start: int, end: int) -> int:
    """Where the clause around ``end`` begins, ``start`` if the sentence has no other."""
    return max((match.end() for match in _CLAUSE.finditer(text, start, end)), default=start)
