"""Scopes: the stretches of a paragraph that speak of one survey each."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.mentions.surveys import SurveyMention
from pipeline.records.reading import Reading, within


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
        start, end = sentence.prose_start, sentence.prose_end
        shares = within(reading.shares, start, end)
        last: SurveyMention | None = None
        for survey in within(reading.surveys, start, end):
            if not survey.pollster:
                continue
            name = reading.full_name(survey.pollster)
            other = last is not None and reading.full_name(last.pollster) != name
            if (
                other
                and any(start <= s.start and s.end <= survey.start for s in shares)
                and any(survey.end <= s.start for s in shares)
            ):
                yield Scope(index, start, survey.start)
                start = survey.start
            last = survey
        yield Scope(index, start, end)
