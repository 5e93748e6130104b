"""What belongs to one share of a sentence: its date, its people and its answer."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.mentions.model import DateMention, Mention, PlaceMention, ShareMention
from pipeline.mentions.populations import population_after
from pipeline.mentions.vocabulary import ATTITUDE_NOUNS, ATTITUDE_VERBS, RESPONDENTS
from pipeline.records.polls.frames import usable_dates
from pipeline.records.reading import Reading, within
from schemas.vocabularies import DatePrecision

_VERBS = "|".join(map(re.escape, ATTITUDE_VERBS))
_NOUNS = "|".join(map(re.escape, ATTITUDE_NOUNS))
_ASKED = "|".join(map(re.escape, RESPONDENTS))
_ATTITUDE = re.compile(rf"\b(?:{_VERBS}|{_NOUNS}|{_ASKED})\b", re.I)

_OWN_DATE = re.compile(
    r"^(?:\s+(?:of\s+(?:[\w’'-]+\s+){1,3}?(?:surveyed|polled|asked|interviewed)|approval|support|"
    r"rating|disapproval|popularity|opposition|who\s+said\s+(?:the\s+same|so)))?"
    r"\s*[,(]?\s*(?:and\s+again\s+)?(?:in|on|by|during|for|as\s+of|from|at|between)?\s*(?:the\s+)?$",
    re.I,
)
#: What is left behind a share is its answer only if it says more than a date or a comparison.
_SAYS_SOMETHING = re.compile(
    r"^(?!(?:in|on|by|as\s+of|compared|up|down|from|respectively)\b)", re.I
)
_AND_AGAIN = re.compile(r"^,?\s+and\s+(?:then\s+)?again\s+(?:in|on)\s+$", re.I)
_COMPARED = re.compile(
    r"\b(?:(?:up|down|rise|rose|risen|fell|fallen|increased?|decreased?|declined?|dropped|grew|grown|"
    r"improved)\s+(?:[\w’'-]+\s+){0,2}?from|(?:compared|opposed)\s+(?:to|with)|versus|against|than)\s+"
    r"(?:an?\s+\w+\s+of\s+)?$",
    re.I,
)
_FROM = re.compile(r"\bfrom\s+(?:an?\s+\w+\s+of\s+)?$", re.I)
_OTHER_POLL = re.compile(
    r"\b(?:compared|relative)\s+(?:to|with)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:poll|survey)\b",
    re.I,
)
_PLACE_BEFORE = re.compile(
    r"(?:^|[\s,;:(])(?:(?:in|for|of|among|across|and|but|while|to)\s+)*(?:the\s+)?$", re.I
)
_BETWEEN_PLACE_AND_SHARE = re.compile(
    r"^(?:\s*,?\s*(?:the\s+)?(?:corresponding|respective|equivalent|same|comparable)?\s*"
    r"(?:figures?|numbers?|shares?|percentages?|support|proportions?|rates?|approval)?\s*"
    r"(?:was|were|is|are|at|by|with|stood\s+at|:|reached|of)?\s*(?:only|just)?\s*[(:]?\s*)$",
    re.I,
)
_PLACE_AFTER = re.compile(
    r"^(?:\s+(?:support(?:ed)?|approval|opposed|respectively|each|of|surveyed|respondents|people|those|"
    r"residents|the|public|adults|voters|citizens|population)){0,4}\s*\(?\s*(?:in|of|among|across|from|"
    r"elsewhere\s+in)\s+(?:the\s+)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a figure: the mention, and the part of it that the figure is from."""

    mention: DateMention
    first_day: date
    last_day: date
    precision: DatePrecision


def has_attitude(text: str) -> bool:
    """Whether a text speaks of what people said, thought or did."""
    return _ATTITUDE.search(text) is not None


def territory(reading: Reading, share: ShareMention, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence around a share that no other share lies in."""
    others = within(reading.shares, start, end)
    before = [s.end for s in others if s.end <= share.start]
    after = [s.start for s in others if s.start >= share.end]
    return max(before, default=start), min(after, default=end)


def dated(mention: DateMention) -> Dated | None:
    """The whole of a date mention as the date of a figure; None if the text does not place it."""
    if mention.first_day is None or mention.last_day is None or mention.precision is None:
        return None
    return Dated(mention, mention.first_day, mention.last_day, mention.precision)


def own_dates(reading: Reading, share: ShareMention, start: int, end: int) -> list[Dated]:
    """The dates said right behind a share, none if there are none.

    "80% in May 2022" has one, "77% in May 2012 and again in June 2014" two.
    """
    _, until = territory(reading, share, start, end)
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


def date_before(reading: Reading, share: ShareMention, start: int) -> Dated | None:
    """The nearest usable date before a share in its sentence that is no other share's own."""
    shares = within(reading.shares, start, share.start)
    for mention in reversed(usable_dates(reading, start, share.start)):
        owner = next((s for s in reversed(shares) if s.end <= mention.start), None)
        if owner and _OWN_DATE.match(reading.text[owner.end : mention.start]):
            continue
        found = dated(mention)
        if found:
            return found
    return None


def is_earlier_figure(reading: Reading, share: ShareMention, start: int) -> bool:
    """Whether a share is given only to compare another with it ("down from 80%")."""
    before = reading.text[max(start, share.start - 50) : share.start]
    return bool(_COMPARED.search(before) or _FROM.search(before)) or (
        share.rule == "from_share_to_share" and "from" in before[-6:].lower()
    )


def compared_poll_date(reading: Reading, start: int, end: int) -> Dated | None:
    """The date of the poll that a sentence compares with ("compared to a poll in May 2023")."""
    match = _OTHER_POLL.search(reading.text, start, end)
    if match is None:
        return None
    for mention in within(reading.dates, match.start(), end):
        found = dated(mention)
        if found:
            return found
    return None


def end_of(span: Dated, *, last: bool) -> Dated:
    """The first or last unit of a range of months or years: a trend is measured at its ends."""
    if span.precision is DatePrecision.RANGE_OF_MONTHS:
        day = span.last_day if last else span.first_day
        first = day.replace(day=1)
        final = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return replace(span, first_day=first, last_day=final, precision=DatePrecision.MONTH)
    if span.precision is DatePrecision.RANGE_OF_YEARS:
        year = (span.last_day if last else span.first_day).year
        return replace(
            span,
            first_day=date(year, 1, 1),
            last_day=date(year, 12, 31),
            precision=DatePrecision.YEAR,
        )
    return span


def population_of(reading: Reading, share: ShareMention, start: int, end: int) -> Mention | None:
    """The people whose share it is: named behind it, else a place named beside it."""
    _, until = territory(reading, share, start, end)
    named = population_after(reading.text[:until], share.end)
    return named or place_of(reading, share, start, end)


def place_of(reading: Reading, share: ShareMention, start: int, end: int) -> PlaceMention | None:
    """The place beside a share ("in Denmark 56%", "56% in Denmark"), None if there is none."""
    since, until = territory(reading, share, start, end)
    for place in within(reading.places, share.end, until):
        if _PLACE_AFTER.match(reading.text[share.end : place.start]):
            return place
    for place in reversed(within(reading.places, since, share.start)):
        between = reading.text[place.end : share.start]
        if _BETWEEN_PLACE_AND_SHARE.match(between) and _PLACE_BEFORE.search(
            reading.text[since : place.start] or " "
        ):
            return place
    return None


def answer_of(reading: Reading, share: ShareMention, start: int, end: int) -> Mention | None:
    """The words that tell what the share of people said, did or thought.

    They stand behind the share, up to the next share or the end of the clause; for a share in
    brackets, before it. None if nothing is said.
    """
    since, until = territory(reading, share, start, end)
    text = reading.text
    population = population_after(text[:until], share.end)
    first = population.end if population else share.end
    last = until
    if until < end:  # another share follows: stop before the words that lead over to it
        lead = re.search(
            r"(?:[,;]\s*|\s+)(?:and|while|but|with|whereas|compared|down|up|versus|although|though|"
            r"as\s+against|than|followed|to)\b[^,;]{0,60}$|[,;][^,;]{0,40}$|\s*\($",
            text[first:until],
        )
        last = first + lead.start() if lead else until
    cut = re.search(
        r"[;(]|,\s+(?:while|whereas|compared|down\s+from|up\s+from|according)\b", text[first:last]
    )
    last = first + cut.start() if cut else last
    phrase = _trimmed(text, first, last, share.rule)
    if phrase is None or not _SAYS_SOMETHING.search(phrase.text):
        lead = re.match(r"[\s,;)]*(?:(?:and|while|but|with|,)\s+)*", text[since : share.start])
        phrase = (
            _trimmed(text, since + (lead.end() if lead else 0), share.start, share.rule) or phrase
        )
    return phrase


def _trimmed(text: str, start: int, end: int, rule: str) -> Mention | None:
    while start < end and (text[start].isspace() or text[start] in ",;:.)–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.(–—-"):
        end -= 1
    words = text[start:end]
    if sum(c.isalpha() for c in words) < 3:
        return None
    return Mention(start, end, words, rule)
