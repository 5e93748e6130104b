"""The public function: dates of a text, each placed in the calendar as far as the text goes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.mentions.dates.anchors import Anchor, Anchors, year_ahead_of
from pipeline.mentions.dates.guards import title_spans
from pipeline.mentions.dates.joins import joined
from pipeline.mentions.dates.readings import Reading
from pipeline.mentions.dates.scan import scan
from pipeline.mentions.dates.spans import Days, months, years
from pipeline.mentions.model import DateMention
from schemas.vocabularies import DatePrecision

_SINCE = re.compile(r"\b[Ss]ince(?: about| around| at least)? $")
_UNTIL = re.compile(r"\b(?:[Uu]ntil|[Uu]p to|[Tt]ill)(?: about| around| at least)? $")
_BY = re.compile(r"\b[Bb]y $")
_ONWARDS = re.compile(
    r"[^\S\n]?[–—-][^\S\n]?(?:[Pp]resent|today|now)\b| onwards?\b| to (?:the )?present\b"
)
# A date further ahead than this says nothing of a phrase.
_FAR = 800
_BESIDE = re.compile(r",[^\S\n](?:in|on)[^\S\n](?:the[^\S\n])?")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class DateContext:
    """What the text around a text says about when things happened.

    Attributes:
        reference: The date named last before the text, such as that of its heading.
    """

    reference: Days | None = None

    def after(self, mentions: Iterable[DateMention]) -> "DateContext":
        """The context of what follows a text with these mentions."""
        reference = self.reference
        for mention in mentions:
            if mention.first_day is not None and mention.last_day is not None:
                reference = Days(mention.first_day, mention.last_day)
        return DateContext(reference)


def find_dates(text: str, *, context: DateContext | None = None) -> list[DateMention]:
    """Calendar expressions of a text, in order and without overlap.

    A list gives a mention for each member, a range one mention that begins behind "between" or
    "from" and has the two dates as ``ends``. A year that a list or range shares is not inferred;
    one that is taken from another date is: from the last date before in the text, else from the
    next one of the sentence, else from the context, else from the next one of the text.
    Durations and bare weekdays are found too, without days and precision. A century is a range
    of years; how parts of months, years and decades are read is said in :mod:`spans`. The rule
    of a date behind "by" begins with ``by_``: it is a deadline.

    Args:
        text: The prose of a paragraph, or any string.
        context: What is known from the text before it.

    Returns:
        Mentions with ``text[start:end] == mention.text``. Days are None where the text does not
        place the date, or names a day that does not exist.
    """
    readings = _outside_titles(text, joined(text, scan(text)))
    anchors = Anchors()
    reference = None if context is None else context.reference
    if reference is not None:
        anchors.add(Anchor(reference, to_the_day=reference.single_day is not None))
    mentions: list[DateMention] = []
    year_named = False
    each = zip(readings, _ahead(text, readings), [*readings[1:], None], strict=False)
    for reading, ahead, following in each:
        days = None if year_named else _by_what_follows(reading, ahead, in_sentence=True)
        days = days or reading.resolve(anchors) or _by_what_follows(reading, ahead)
        if days is not None:
            days = _by_apposition(text, reading, following) or days
        mentions.append(_mention(text, reading, days, anchors))
        if days is not None:
            year_named = year_named or days.single_year is not None
            to_the_day = reading.precision is DatePrecision.DAY
            anchors.add(Anchor(days, to_the_day, firm=not reading.adjectival))
    return mentions


def _by_apposition(text: str, reading: Reading, following: Reading | None) -> Days | None:
    """The days of "two years later, in May 1783": those that the date beside it gives."""
    if reading.rule != "offset" or following is None or following.days is None:
        return None
    if not _BESIDE.fullmatch(text, reading.end, following.start):
        return None
    days = following.days
    if reading.precision is DatePrecision.YEAR and days.single_year is not None:
        return years(days.single_year, days.single_year)
    if reading.precision is DatePrecision.MONTH and days.single_month is not None:
        return months(days.first.year, days.first.month)
    return days if reading.precision is DatePrecision.DAY and days.single_day else None


def _outside_titles(text: str, readings: list[Reading]) -> list[Reading]:
    titles = title_spans(text) if readings else []
    outside = []
    for reading in readings:
        before = bisect_right(titles, reading.start, key=lambda title: title[0]) - 1
        if before < 0 or reading.end > titles[before][1]:
            outside.append(reading)
    return outside


def _ahead(text: str, readings: list[Reading]) -> list[tuple[Days | None, bool]]:
    """For each reading the next date behind it that has a year, and whether in its sentence."""
    ahead: list[tuple[Days | None, bool]] = []
    ends = [match.start() for match in _SENTENCE_END.finditer(text)] if readings else []
    days, start = None, len(text)
    for reading in reversed(readings):
        in_sentence = bisect_left(ends, reading.end) == bisect_left(ends, start)
        ahead.append((days if start - reading.end <= _FAR else None, in_sentence))
        if reading.days is not None and reading.days.single_year is not None:
            days, start = reading.days, reading.start
    return ahead[::-1]


def _by_what_follows(
    reading: Reading, ahead: tuple[Days | None, bool], *, in_sentence: bool = False
) -> Days | None:
    """The days of a phrase without a year, by the next date that has one."""
    days, same_sentence = ahead
    if days is None or reading.in_year is None or (in_sentence and not same_sentence):
        return None
    year = year_ahead_of(days, reading.month)
    return None if year is None else reading.in_year(year)


def _mention(text: str, reading: Reading, days: Days | None, anchors: Anchors) -> DateMention:
    start, end = reading.start, reading.end
    before = max(0, start - 20)
    by = _BY.search(text, before, start) is not None
    return DateMention(
        start,
        end,
        text[start:end],
        f"by_{reading.rule}" if by else reading.rule,
        first_day=None if days is None else days.first,
        last_day=None if days is None else days.last,
        precision=reading.precision,
        inferred=days is not None and reading.days is None,
        open_start=_UNTIL.search(text, before, start) is not None,
        open_end=_SINCE.search(text, before, start) is not None
        or _ONWARDS.match(text, end) is not None,
        ends=tuple(_ends(text, reading, days, anchors)),
    )


def _ends(
    text: str, reading: Reading, days: Days | None, anchors: Anchors
) -> Iterator[DateMention]:
    """Both ends of a range; an end without a year has that of its side of the range."""
    if days is None:
        return
    for end, year in zip(reading.ends, (days.first.year, days.last.year), strict=False):
        end_days = end.resolve(anchors) if end.in_year is None else end.in_year(year)
        yield _mention(text, end, end_days, anchors)
