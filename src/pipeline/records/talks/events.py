"""The phrases that name a meeting."""

import re
from dataclasses import dataclass, replace

from pipeline.mentions.model import Mention
from pipeline.mentions.vocabulary import by_first_letter
from pipeline.records.talks.gatherings import gatherings
from pipeline.records.talks.hedged_nouns import is_hedged, names_meeting
from pipeline.records.talks.vocabulary import (
    MEETING_VERBS,
    MEETINGS,
    NEGOTIATING,
    NEGOTIATIONS,
    OTHER_NAME,
    PEACE_NAME,
    ROUNDS_OF,
    SEVERAL,
)

_NOUNS = "|".join(sorted(NEGOTIATIONS | MEETINGS, key=lambda noun: (-len(noun), noun)))
_BETWEEN = "(?:under|in|at|on|with|for|by|and|during|after|before|to|from|through|between)"
#: "A conference centre", "the Negotiations Committee": what is named after meetings.
_NO_MEETING = (
    r"(?i:tables?|cent(?:re|er)s?|halls?|rooms?|calls?|hotel|committees?|commission|teams?|venues?|"
    r"facilit(?:y|ies)|building|championships?|titles?|play)"
)
_NOUN = re.compile(
    rf"\b(?P<noun>{by_first_letter(_NOUNS)})\b(?![ -](?:{_NO_MEETING})\b)"
    rf"(?P<of> of (?:the )?(?:(?!{_BETWEEN}\b)[\w’'-]{{1,20}} ){{0,3}}?"
    rf"(?:{_NOUNS}|{'|'.join(sorted(ROUNDS_OF))})\b)?",
    re.IGNORECASE,
)
#: "Met", but not what meets criteria or resistance, and not what is negotiated by somebody.
_VERB = re.compile(
    r"\b(?=[cmnp])(?<!\ba )(?<!\bthe )(?<!\bany )(?<!\bno )(?!mediated(?! (?:between|in the|an?|"
    r"the)\b))"
    rf"(?P<noun>{'|'.join(sorted(MEETING_VERBS))})\b"
    r"(?! (?:by|team|table|position|partner|(?:(?:the|his|her|their|any|all) )?(?:requirements?|"
    r"needs?|criteria|demands?|standards?|targets?|goals?|deadline|expectations?|death|"
    r"opposition|resistance|criticism|approval|success|qualifying|qualification|end)))"
)
#: "The first beginning in April", "a fifth was held", "a third on 9 May": an ordinal stands for
#: the noun before it.
_ORDINAL = re.compile(
    r"\b(?<!\bby )(?:(?=another)|(?:the|a) )(?P<noun>another|first|second|third|"
    r"fourth|fifth|sixth|seventh|"
    r"eighth|last|final|next|"
    r"longest|latest)(?: and (?:last|final))?(?:, (?!which|who)[^,.;()]{1,60},)? "
    r"(?=(?:was|were|being|to be|held|took|taking|beginning|began|opened|opening|followed|lasted|"
    r"in|on)"
    r"\b)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:[^\W_][\w’'.–-]{0,30}[ ]){1,5}$")
#: Words that cannot stand within the name of a meeting.
_NOT_IN_NAME = frozenset(
    "the a an this that these those his her its their our any no some all both each every such "
    "of in on at by for to from with between after before during and or but as into over under "
    "is are was were be been being has have had held hold holding holds began begun begin open "
    "opened opening start started resumed resume hosted host entered attended attend conducted "
    "led when where while who which that until since following through throughout first second "
    "third fourth fifth sixth seventh".split()
)
_COUNTED = re.compile(r"(?:\w(?:st|nd|rd|th)|last|final|next|further|new) $")
_TALKING = re.compile(
    r"\b(?:he|she|who|it|ted|(?:gave|give|gives|giving|delivered)(?: [\w-]+){0,4}) $"
)
_CLIMBING = re.compile(
    r"\b(?:reach\w*|climb\w*|scal\w+|attempt\w* (?:at|on)|near|below) (?:the |its )?$"
)


#: Meetings that are called like bodies.
_BODIES = frozenset({"council", "councils"})
#: Parts of talks that are named without them.
_NEEDS_TALKS = frozenset({"phase", "proceedings", "sitting", "sittings", "plenary", "plenaries"})
_VERB_RULES = frozenset(
    {"parties_met", "sides_gathered", "sides_brought_together", "sides_returned"}
)


@dataclass(frozen=True, slots=True)
class Event(Mention):
    """A phrase that names a meeting.

    Attributes:
        noun: Its noun or verb in lower case.
        name: The whole name: the words that qualify the noun and what it is of, with the noun.
        name_start: Where the name begins.
        is_proper: The noun is capitalised ("the Geneva Conference").
        needs_talks: It names a meeting only where the text has spoken of talks before ("a third
            followed", "the delegations came back").
    """

    noun: str
    name: str
    name_start: int
    is_proper: bool = False
    needs_talks: bool = False

    @property
    def is_verb(self) -> bool:
        """Whether a verb names it ("the ministers met")."""
        return self.rule in _VERB_RULES

    @property
    def is_ordinal(self) -> bool:
        """Whether an ordinal stands for the noun ("a third followed")."""
        return self.rule == "ordinal_for_event"

    @property
    def is_plural(self) -> bool:
        """Whether it may be several meetings in several places."""
        return self.noun in SEVERAL

    @property
    def is_negotiation(self) -> bool:
        """Whether the noun or verb by itself speaks of sides that negotiate."""
        return not NEGOTIATING.isdisjoint(self.text.lower().split())

    @property
    def is_about_peace(self) -> bool:
        """Whether the name alone tells that it is about peace, arms, status or government."""
        return PEACE_NAME.search(self.name) is not None

    @property
    def is_of_another_kind(self) -> bool:
        """Whether the name alone tells that nothing is negotiated ("press conference")."""
        name = self.name.removesuffix(self.noun) if self.noun in _BODIES else self.name
        return OTHER_NAME.search(name) is not None and not self.is_about_peace


def find_events(text: str) -> list[Event]:
    """All phrases of a text that name a meeting, in order of their offsets, not overlapping.

    An event spans its noun with what that is of ("rounds of peace talks"), or its verb.
    """
    found = [_named(text, match) for match in _NOUN.finditer(text) if _is_meeting(text, match)]
    patterns = ((_ORDINAL, "ordinal_for_event"), (_VERB, "parties_met"))
    others = [
        Event(
            *match.span("noun"),
            match["noun"],
            rule,
            match["noun"].lower(),
            match["noun"],
            match.start("noun"),
            needs_talks=rule == "ordinal_for_event",
        )
        for pattern, rule in (patterns if found else patterns[1:])
        for match in pattern.finditer(text)
    ]
    others += [
        Event(
            start,
            end,
            text[start:end],
            rule,
            text[start:end].lower(),
            text[start:end],
            start,
            needs_talks=needs,
        )
        for start, end, rule, needs in gatherings(text)
    ]
    found = _compounds(text, found)
    taken = {offset for event in found for offset in range(event.start, event.end)}
    return sorted(
        found + [event for event in others if event.start not in taken], key=lambda e: e.start
    )


def _compounds(text: str, events: list[Event]) -> list[Event]:
    """Events with those joined that are one noun after the other ("summit meeting")."""
    joined: list[Event] = []
    for event in events:
        last = joined[-1] if joined else None
        if last and text[last.end : event.start] == " ":
            start, name = last.start, f"{last.name} {event.text}"
            joined[-1] = replace(event, start=start, text=text[start : event.end], name=name)
        else:
            joined.append(event)
    return joined


def _named(text: str, match: re.Match[str]) -> Event:
    start, end = match.span()
    name = " ".join((*_head(text, start), match.group()))
    noun, name_start = match["noun"], end - len(name)
    return Event(
        start,
        end,
        match.group(),
        "event_noun",
        noun.lower(),
        name,
        name_start,
        noun[0].isupper(),
        needs_talks=noun.lower() in _NEEDS_TALKS and match["of"] is None,
    )


def _head(text: str, start: int) -> list[str]:
    """The words before a noun that belong to its name."""
    match = _HEAD.search(text, max(0, start - 80), start)
    kept: list[str] = []
    for word in reversed(match.group().split() if match else []):
        if word.lower() in _NOT_IN_NAME or word.endswith((".", ",")):
            break
        kept.insert(0, word)
    return kept


def _is_meeting(text: str, match: re.Match[str]) -> bool:
    """Whether a noun is one of a meeting: not a parliament, a verb, a mountain top or a bullet."""
    noun, before = match["noun"], text[max(0, match.start() - 40) : match.start()].lower()
    kind = noun.lower()
    if kind == "congress" and not noun.islower():
        return "peace" in before or re.match(r" of [A-Z]", text[match.end() :]) is not None
    if kind in {"round", "rounds"}:
        return match["of"] is not None or _COUNTED.search(before) is not None
    if kind == "talks":
        return _TALKING.search(before) is None
    if is_hedged(kind):
        return names_meeting(kind, before, text[match.end() : match.end() + 40])
    return kind != "summit" or _CLIMBING.search(before) is None
