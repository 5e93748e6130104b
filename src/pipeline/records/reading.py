"""A paragraph together with all its mentions: what the assembling rules look at."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from pipeline.documents.model import Document, Paragraph
from pipeline.mentions.counts import find_counts
from pipeline.mentions.dates import DateContext, find_dates
from pipeline.mentions.model import CountMention, DateMention, Mention, PlaceMention, ShareMention
from pipeline.mentions.places import find_places
from pipeline.mentions.shares import find_shares
from pipeline.mentions.surveys import SurveyMention, find_surveys
from pipeline.records.model import Passage

M = TypeVar("M", bound=Mention)


@dataclass(frozen=True)
class Reading:
    """A paragraph of a document with its mentions, found once and on demand.

    Offsets of mentions count characters of ``text``, the prose of the paragraph.

    Attributes:
        document: The document.
        paragraph: The paragraph.
        context: What stands before it says of when things happened.
        full_names: The names that the document abbreviates, by their short forms.
    """

    document: Document
    paragraph: Paragraph
    context: DateContext
    full_names: Mapping[str, str]

    @property
    def text(self) -> str:
        """The prose of the paragraph."""
        return self.paragraph.prose.text

    @cached_property
    def dates(self) -> list[DateMention]:
        """Its dates, those that the text does not place among them."""
        return find_dates(self.text, context=self.context)

    @cached_property
    def shares(self) -> list[ShareMention]:
        """Its shares."""
        return find_shares(self.text)

    @cached_property
    def places(self) -> list[PlaceMention]:
        """Its places and peoples."""
        return find_places(self.text)

    @cached_property
    def surveys(self) -> list[SurveyMention]:
        """Its phrases that speak of a survey."""
        return find_surveys(self.text)

    @cached_property
    def counts(self) -> list[CountMention]:
        """Its counts."""
        return find_counts(self.text)

    def full_name(self, name: str | None) -> str | None:
        """A name in the fullest form that the document gives it."""
        return self.full_names.get(name, name) if name else None

    def passage(self, field: str, start: int, end: int, rule: str) -> Passage:
        """The passage ``text[start:end]`` as evidence, in raw offsets."""
        raw_start, raw_end = self.paragraph.prose.raw_span(start, end)
        return Passage(
            field,
            self.document.document_id,
            raw_start,
            raw_end,
            self.document.raw[raw_start:raw_end],
            self.paragraph.sentence_at(start).text,
            self.paragraph.citations(end),
            rule,
        )

    def passage_of(self, field: str, mention: Mention) -> Passage:
        """A mention as evidence."""
        return self.passage(field, mention.start, mention.end, mention.rule)


def within(mentions: list[M], start: int, end: int) -> list[M]:
    """The mentions that lie wholly within a span; ``mentions`` are in order of their offsets."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    found = []
    for mention in mentions[first:]:
        if mention.start >= end:
            break
        if mention.end <= end:
            found.append(mention)
    return found
