"""What a sentence says of a talk besides date and place: round, numbers, outcome and more."""

import re

from pipeline.mentions.counts import find_counts, find_ordinals
from pipeline.mentions.model import CountMention, Mention, OrdinalMention
from pipeline.mentions.names import CAPITAL
from pipeline.mentions.numbers import CARDINALS, cardinal
from pipeline.records.reading import Reading, within
from pipeline.records.talks.events import Event
from pipeline.records.talks.vocabulary import words
from schemas.vocabularies import Qualifier, TalkFormat

_DELEGATIONS = words(
    "countries nations states delegations governments parties powers republics factions groups "
    "tribes kingdoms organisations organizations"
)
_CARDINAL = "|".join(sorted(CARDINALS, key=len, reverse=True))
_N_PARTIES = re.compile(
    rf"\b(?P<n>{_CARDINAL}|\d{{1,2}})"
    r"(?:-(?:party|power|nation|way)| (?:great|European|allied|major) powers)\b",
    re.IGNORECASE,
)
_PARTIES = re.compile(r"[- ](?:party|power|nation|way|powers)\b|[ ]powers\b", re.IGNORECASE)
_BEFORE_ROUND = re.compile(
    r"[\s,]*(?:(?:and|to|or)\s+)?(?:[^\W\d_][\w’'.–-]*(?:,?\s+and\s+|,\s+|\s+)){0,5}"
)
_NTH_TIME = re.compile(r"\bthe ([a-z]+) time\b")
_FORMATS = (
    (
        TalkFormat.VIDEO,
        re.compile(
            r"\b(?:video[\s-]?(?:conferenc\w*|link|call)|virtual(?:ly)?|online)\b", re.IGNORECASE
        ),
    ),
    (
        TalkFormat.PHONE,
        re.compile(r"\b(?:by|via|over\s+the)\s+(?:tele)?phone\b|\bphone\s+call\b", re.IGNORECASE),
    ),
    (
        TalkFormat.IN_PERSON,
        re.compile(r"\b(?:in\s+person|face[\s-]to[\s-]face|in-person)\b", re.IGNORECASE),
    ),
)
_SERIES = re.compile(
    rf"\b(?:in|of|"
    rf"the)\s+(?:the\s+)?(?P<series>{CAPITAL}[\w’'-]*(?:\s+{CAPITAL}[\w’'-]*){{0,3}}\s+(?:format|"
    rf"process|framework|track))\b"
)
_IN_SERIES = re.compile(
    r"\b(?:(?:this|that|the\s+same)\s+(?:format|process|framework|track|series)|(?:next|following|"
    r"subsequent|latest|final)\s+(?:meeting|round|session|summit|conference))\b",
    re.IGNORECASE,
)


def rounds_of(text: str, event: Event, start: int) -> tuple[int, ...]:
    """The ordinals before an event of a sentence ("a fourth and fifth round"), in order."""
    if event.is_ordinal:
        return tuple(o.value for o in find_ordinals(event.text))
    if event.is_verb:
        return ()
    head = text[max(start, event.start - 70) : event.start]
    ordinals = find_ordinals(head + event.noun)
    return tuple(o.value for o in ordinals if _numbers(head, o))


def _numbers(head: str, ordinal: OrdinalMention) -> bool:
    """Whether nothing but what qualifies the meeting stands between an ordinal and its noun."""
    return _BEFORE_ROUND.fullmatch(head, min(ordinal.end, len(head))) is not None


def nth_time(text: str, start: int, end: int) -> int | None:
    """The ordinal in "met for the second time"; None if there is none."""
    match = _NTH_TIME.search(text, start, end)
    ordinals = find_ordinals(match[1]) if match else []
    return ordinals[0].value if ordinals else None


def participants_of(reading: Reading, start: int, end: int) -> CountMention | None:
    """How many delegations attended, said as "15 countries" or "six-party"; None if not said.

    Dates are blanked out, lest a year be taken for the number before the noun.
    """
    text = reading.text[start:end]
    for date in within(reading.dates, start, end):
        text = text[: date.start - start] + "|" * (date.end - date.start) + text[date.end - start :]
    for count in find_counts(text):
        if count.noun in _DELEGATIONS and 2 < count.value < 300:
            return _moved(count, start)
    match = _N_PARTIES.search(text) if _PARTIES.search(text) else None
    if match is None:
        return None
    value = cardinal(match["n"].lower()) or 0
    count = CountMention(
        *match.span(), match.group(), "n_party_talks", value, Qualifier.EXACT, "parties"
    )
    return _moved(count, start)


def _moved(count: CountMention, by: int) -> CountMention:
    return CountMention(
        count.start + by,
        count.end + by,
        count.text,
        count.rule,
        count.value,
        count.qualifier,
        count.noun,
    )


def series_of(text: str, start: int, end: int) -> Mention | None:
    """The series that a sentence names ("in the Oslo process"); None if it names none."""
    match = _SERIES.search(text, start, end)
    return Mention(*match.span("series"), match["series"], "named_series") if match else None


def goes_on_in_series(text: str, start: int, end: int) -> Mention | None:
    """The words for a meeting of a series named before ("in this format"); None if none."""
    match = _IN_SERIES.search(text, start, end)
    return Mention(*match.span(), match.group(), "goes_on_in_series") if match else None


def format_of(text: str) -> TalkFormat | None:
    """How the parties met, if a clause says so."""
    return next((value for value, pattern in _FORMATS if pattern.search(text)), None)
