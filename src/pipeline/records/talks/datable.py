"""Which dates of a sentence may be those of a meeting."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.mentions.model import DateMention, PlaceMention
from pipeline.records.reading import Reading, within
from pipeline.records.talks.events import Event

_AT_DATE = re.compile(
    r"(?:\b(?:in|on|during|between|from|of|around|about|at|since|throughout|for|as late as|dated|"
    r"starting|by|through|until|till|and|when|late|early|mid|only|again|for that)\s+(?:the\s+)?|"
    r"[,;:(&–—-]\s?)$",
    re.IGNORECASE,
)
#: What tells of another happening that the date behind it dates.
_CLAIMED = re.compile(
    r"\b(?:said|told|stated|claimed|wrote|announced|reported|(?P<asked>demanded|call(?:ed|s|"
    r"ing) for)|"
    r"(?P<pact>signed|ratified)|born|died|elected|re-elected|published|"
    r"(?<!were )(?<!was )(?<!been )suspended|stopped|halted|interrupted|killed|"
    r"entered into force|came into force|declared|appointed|resigned|established|founded)"
    r"\s+(?:[\w’'-]+\s+){0,4}?(?:in|on|of|by)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER_OTHER = re.compile(
    r"\b(?:after|before|following)\s+(?:[\w’'-]+\s+){0,4}?(?:in|on|of|by)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_LINK = re.compile(r",?\s+(?:after|following|during|at|through|by)\b")
#: "The attack of 21 June": the date is of the noun before "of".
_OF_NOUN = re.compile(r"\b(?P<noun>[\w’'-]+)\s+of\s+(?:the\s+)?$")
#: "The Congress of Vienna (1815)": a date in brackets is of what stands right before them.
_IN_BRACKETS = re.compile(r"(?:\s+(?:of|on|at|in)\s+[^\W_][\w\s-]{0,40})?\s*\(")
#: "Secretary of state from 1973 to 1977": the dates are of an office.
_OFFICE = re.compile(
    r"\b(?:president|minister|secretary|ambassador|king|queen|emperor|leader|governor|chancellor|"
    r"commander|chairman|head|member|director|bishop|professor|premier)(?: of(?: [\w’'-]+){1,4}?)?"
    r"(?: from| between| since| until| in)? (?:the )?$"
)
#: "Met in Kazan (June 2011) and Sochi (2012)", unlike "the invasion of Ukraine (2022)".
_AT = re.compile(r"(?:\b(?:in|at|near|to|and)|[,)])\s+(?:the\s+)?$", re.IGNORECASE)
_NEAR = 12
_PART_OF_TIME = re.compile(
    r"(?:spring|summer|autumn|fall|winter|week|month|beginning|start|end|middle|evening|morning|"
    r"night|course|session|meeting|afternoon|days?|part|half|hours?|dawn|eve|months|weeks)$"
)
#: "The 1995 peace conference" is held in 1995, "the 1995 riots" date nothing else.
_DETERMINER = re.compile(r"(?:\b(?:the|an?|this|that|its|their|his|her)|[’']s)\s+$", re.IGNORECASE)
#: "Did not sit down again until April": that was when they did.
_NOT_UNTIL = re.compile(r"\b(?:not|never|n[’']t)\b[^.;]*\buntil\b")
#: "Originally set for 10 March": when it was meant to be, where the text tells when it was.
_MEANT_FOR = re.compile(
    r"\b(?:originally|initially|first|previously)\s+(?:\w+\s+)?(?:set|scheduled|planned|due|"
    r"announced|"
    r"fixed|expected|proposed)\s+(?:for|on)\s+(?:the\s+)?$"
)
_WITHOUT_PREPOSITION = re.compile(
    r"(?:from|between|until|in|on|during)\s|(?:that|the\s+(?:same|next|following|previous|"
    r"preceding)|the\s+\w+\s+(?:after|before))\b|"
    r".*\b(?:later|afterwards|earlier|after)$",
    re.IGNORECASE | re.DOTALL,
)


def datable(reading: Reading, events: Sequence[Event], start: int, end: int) -> list[DateMention]:
    """The dates of a sentence at which something may have been held.

    Not those that another happening claims ("said in May", "the attack of 21 June"), nor those of
    an office or of a life, nor deadlines.
    """
    kept = []
    places = [place for place in within(reading.places, start, end) if place.kind != "people"]
    for date in within(reading.dates, start, end):
        if date.first_day is None or date.precision is None:
            continue
        if date.open_start and _NOT_UNTIL.search(
            reading.text, max(start, date.start - 60), date.end
        ):
            date = replace(date, open_start=False)
        if date.rule.startswith("by_") or not _fits(reading.text, date, events, places, start):
            continue
        kept.append(date)
    return kept


def _fits(
    text: str,
    date: DateMention,
    events: Sequence[Event],
    places: Sequence[PlaceMention],
    start: int,
) -> bool:
    before = text[max(start, date.start - 60) : date.start]
    if _DETERMINER.search(before):
        return any(
            0 <= e.start - date.end <= 50 and not e.is_verb and "," not in text[date.end : e.start]
            for e in events
        )
    if before.strip() and not _AT_DATE.search(before) and not _WITHOUT_PREPOSITION.match(date.text):
        # "The Paris Conference 1946"
        return any(date.start - 1 == event.end and event.is_proper for event in events)
    if _OFFICE.search(before):
        return False
    if _MEANT_FOR.search(before):
        return False
    claimed = _CLAIMED.search(before)
    since = date.start - len(before)
    asked = claimed and claimed["asked"] and _between(events, since + claimed.start(), date.start)
    if claimed and not asked and not (claimed["pact"] and _leads_to(text, date, events)):
        return False
    if before.rstrip().endswith("("):
        behind = [place for place in places if 0 < date.start - place.end < len(" (the ")]
        if any(_AT.search(text, max(start, p.start - _NEAR), p.start) for p in behind):
            return True
        return any(_IN_BRACKETS.fullmatch(text, e.end, date.start) for e in events)
    after = _AFTER_OTHER.search(before)
    if after and not _between(events, date.start - len(before) + after.start(), date.start):
        return False
    of = _OF_NOUN.search(before)
    at = date.start - len(before) + of.start("noun") if of else 0
    return (
        of is None
        or _PART_OF_TIME.search(of["noun"].lower()) is not None
        or any(e.start <= at < e.end for e in events)
        or of["noun"][0].isupper()
    )


def _leads_to(text: str, date: DateMention, events: Sequence[Event]) -> bool:
    """Whether an event follows of which the date is too ("signed in 1783 after talks in Paris")."""
    return any(
        0 <= e.name_start - date.end <= 30 and _LINK.match(text, date.end) is not None
        for e in events
    )


def _between(events: Sequence[Event], start: int, end: int) -> bool:
    return any(start <= event.start and event.end <= end for event in events)


def is_claimed(text: str, date: DateMention) -> bool:
    """Whether a signature or another happening stands right before a date."""
    return _CLAIMED.search(text[max(0, date.start - 60) : date.start]) is not None
