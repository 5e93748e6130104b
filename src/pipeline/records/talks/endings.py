"""The end of talks that later words tell: what they led to was signed."""

import re
from dataclasses import replace
from datetime import timedelta

from pipeline.mentions.model import DateMention
from pipeline.records.model import Talk
from pipeline.records.reading import Reading, within
from pipeline.records.talks.pacts import PACT, PACT_MADE
from pipeline.records.talks.ranges import joint_precision
from schemas.vocabularies import DatePrecision, TalkStatus

_OTHER_CLAUSE = re.compile(r"[.;]|,\s+and\b")
#: Signing elsewhere is no end of talks here.
_ELSEWHERE = re.compile(r"\b(?:in|at|aboard)\s+(?:the\s+)?[A-ZÀ-Þ]|\bby\b")
#: Talks that take longer than this to be signed are not told with one date.
_LONGEST = timedelta(days=300)
_CLAUSE = 90


def with_told_end(reading: Reading, talk: Talk, start: int, end: int) -> Talk:
    """A talk of which only the beginning is known, with the day on which its result was signed."""
    known = talk.when
    if known is None or known.first_day != known.last_day or talk.status is not TalkStatus.HELD:
        return talk
    for date in within(reading.dates, start, end):
        if date.precision is not DatePrecision.DAY or date.first_day is None:
            continue
        later = date.first_day - known.last_day
        if timedelta() < later < _LONGEST and _is_signed(reading.text, date, start, talk.city):
            ended = replace(
                known,
                last_day=date.first_day,
                precision=joint_precision(known.precision, date.precision),
            )
            passage = reading.passage("end_date", date.start, date.end, "result_signed")
            return replace(talk, when=ended, passages=(*talk.passages, passage))
    return talk


def _is_signed(text: str, date: DateMention, start: int, city: str | None) -> bool:
    """Whether a date is that of the signature of what was negotiated, at no other place."""
    before = text[max(start, date.start - _CLAUSE) : date.start]
    signed = [match.end() for match in PACT.finditer(before)]
    if not signed:
        after = text[date.end : date.end + _CLAUSE]
        return PACT_MADE.match(after) is not None
    between = before[signed[-1] :]
    elsewhere = _ELSEWHERE.search(between) and not (city and city in between)
    return not elsewhere and _OTHER_CLAUSE.search(between) is None
