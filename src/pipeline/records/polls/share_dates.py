"""When a share was found: its own date, the nearest one, or that of what it is compared with."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from pipeline.mentions.model import ShareMention
from pipeline.records.polls.dating import Dated, dated, usable_dates, whole_list
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading, within
from schemas.vocabularies import DatePrecision

_OWN_DATE = re.compile(
    r"^(?:\s+(?:of\s+(?:[\w’',-]+\s+){1,4}?(?:surveyed|polled|asked|interviewed)|approval|support|"
    r"rating|disapproval|popularity|opposition|who\s+said\s+(?:the\s+same|so)|did\s+so|"
    r"of\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?(?=\s+(?:in|by)\s)"
    r"|in\s+(?:an?|the|its|their|one)\s+[^,;.%]{0,50}?(?:poll|survey|one|edition)\b[^,;.%]{0,45}?))?"
    r"\s*[,(]?\s*(?:in|on|by|during|for|as\s+of|of|from|at|between)?\s*(?:the\s+)?$",
    re.I,
)
#: "57% in May, when 32% ..." dates both.
_WHEN = re.compile(r",?\s+when\b")
_AND_AGAIN = re.compile(r"^,?\s+and\s+(?:then\s+)?again\s+(?:in|on)\s+$", re.I)
_ASKED = re.compile(r"\b(?:surveyed|polled|asked|interviewed)\b", re.I)
_OTHER_POLL = re.compile(
    r"\b(?:compared|relative)\s+(?:to|with)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:poll|survey)\b",
    re.I,
)
_CLAUSE_END = re.compile(r"[,;:]|\b(?:compared|relative|than|since|against|before|after)\b")
_CLAUSE_REACH = 110
_ENDS = re.compile(r"\s*(?:[,;.):]|$|(?:and|while|but|whereas)\b)")
_LONG = frozenset({DatePrecision.RANGE_OF_MONTHS, DatePrecision.RANGE_OF_YEARS})


def own_dates(reading: Reading, share: ShareMention, until: int) -> list[Dated]:
    """The dates said right behind a share and before ``until``, none if there are none.

    "80% in May 2022" has one, "77% in May 2012 and again in June 2014" two.
    """
    found: list[Dated] = []
    for mention in within(reading.dates, share.end, until):
        own = dated(mention)
        if own is None:
            continue
        if found:
            joined = _AND_AGAIN.match(reading.text[found[-1].mention.end : mention.start])
        else:
            joined = _OWN_DATE.match(reading.text[share.end : mention.start])
        if not joined:
            break
        found.append(own)
    return found


def date_at_end(reading: Reading, share: ShareMention, until: int) -> Dated | None:
    """The date that ends the clause of a share ("72% supported the talks in May 2012")."""
    for mention in within(reading.dates, share.end, until):
        between = reading.text[share.end : mention.start]
        if _CLAUSE_END.search(between) or len(between) > _CLAUSE_REACH:
            return None
        if between.endswith((" in ", " during ")) and _ENDS.match(reading.text, mention.end):
            return dated(mention)
    return None


def is_of_other_survey(reading: Reading, share: ShareMention, own: Dated) -> bool:
    """Whether "67% of Poles surveyed in 2018" names a survey of its own."""
    return _ASKED.search(reading.text, share.end, own.mention.start) is not None


def date_before(reading: Reading, share: ShareMention, scope: Scope) -> Dated | None:
    """The nearest usable date before a share in its scope that is no other share's own."""
    shares = within(reading.shares, scope.start, share.start)
    for found in reversed(usable_dates(reading, scope.start, share.start)):
        owner = next((s for s in reversed(shares) if s.end <= found.mention.start), None)
        owned = owner and _OWN_DATE.match(reading.text[owner.end : found.mention.start])
        if owned and not _WHEN.match(reading.text, found.mention.end):
            continue
        return whole_list(reading, found, scope)
    return None


def end_of_change(found: Dated, *, earlier: bool) -> Dated:
    """The end of a range of months or years at which a share was found that changed over it.

    "Between May 2014 and June 2015 it fell from 42% to 23%" gives the earlier share the first.
    """
    if found.precision not in _LONG or len(found.mention.ends) != 2:
        return found
    end = dated(found.mention.ends[0 if earlier else 1])
    return replace(end, mention=found.mention, is_end=True) if end else found


def compared_poll_date(reading: Reading, scope: Scope) -> Dated | None:
    """The date of the poll that a sentence compares with ("compared to a poll in May 2023")."""
    match = _OTHER_POLL.search(reading.text, scope.start, scope.end)
    if match is None:
        return None
    placed = (dated(mention) for mention in within(reading.dates, match.start(), scope.end))
    return next((found for found in placed if found), None)


def last_unit(span: Dated) -> Dated:
    """The last month or year of a range of them: a trend is measured at its end."""
    last = span.last_day
    if span.precision is DatePrecision.RANGE_OF_MONTHS:
        first = last.replace(day=1)
        final = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return replace(span, first_day=first, last_day=final, precision=DatePrecision.MONTH)
    if span.precision is DatePrecision.RANGE_OF_YEARS:
        first, final = date(last.year, 1, 1), date(last.year, 12, 31)
        return replace(span, first_day=first, last_day=final, precision=DatePrecision.YEAR)
    return span


def moved_to_year(found: Dated, year: int) -> Dated:
    """A date within one year, in another year; the end of a month stays its end."""
    first, last = found.first_day, found.last_day
    final = monthrange(year, last.month)[1]
    at_end = last.day == monthrange(last.year, last.month)[1]
    return replace(
        found,
        first_day=date(year, first.month, min(first.day, monthrange(year, first.month)[1])),
        last_day=date(year, last.month, final if at_end else min(last.day, final)),
    )
