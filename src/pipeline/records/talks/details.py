"""What a sentence says of a talk besides its date: place, rounds, numbers, outcome and the like."""

import re

from pipeline.mentions.counts import find_ordinals
from pipeline.mentions.model import CountMention, Mention, PlaceMention
from pipeline.mentions.names import CAPITAL, NAME
from pipeline.mentions.numbers import CARDINALS
from pipeline.records.reading import Reading, within
from pipeline.records.talks.events import Event
from schemas.vocabularies import Qualifier, TalkFormat, TalkOutcome, TalkStatus

_DELEGATIONS = frozenset(
    "countries nations states delegations governments parties powers republics factions groups "
    "tribes kingdoms".split()
)
_AT_PLACE = re.compile(
    r"(?:\b(?:in|at|near|outside|around|inside)\s+(?:the\s+|nearby\s+|(?:an?|the)\s+[\w\s]{0,30}?"
    r"(?:in|near|of)\s+(?:the\s+)?)?(?:city\s+of\s+|town\s+of\s+|village\s+of\s+|capital(?:,|\s+of)?\s+)?"
    r"|\b(?:to|visited)\s+)$"
)
_THINGS_IN = re.compile(
    r"\b(?:wars?|conflicts?|fighting|crisis|revolution|invasion|elections?|troops|forces|situation|coup|"
    r"uprising|rebellion|operations|interests|presence|involvement|government|ambassador|embassy|born|"
    r"settlements?|hostilities|occupation|referendum)\s+in\s+(?:the\s+)?$",
    re.I,
)
_SUBORDINATE = re.compile(
    r"\b(?:while|when|whereas|although|because|since|until|before|after|due\s+to|as\s+well)\b[^,;]*$",
    re.I,
)
_LISTED_WITH = re.compile(r"(?:\s*,\s*|,?\s+and\s+|,?\s+then\s+)(?:in\s+)?(?:the\s+)?")
_NOT_A_PLACE_OF = re.compile(
    r"^(?:’s|'s)?\s+(?:format|process|agreements?|accords?|declaration|government|parliament|"
    r"delegation|protocols?|army|troops|forces|border|war|crisis|communiqu[ée]|memorandum|treaty)\b"
)
_HOSTED = re.compile(r"^\s+(?:also\s+)?(?:hosted|hosts|was\s+the\s+(?:venue|site))\b")
_VENUE = re.compile(
    rf"\bat\s+(?P<venue>(?:the\s+)?{CAPITAL}[\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?{CAPITAL}[\w’'-]*){{0,5}})"
)
_FORMATS = (
    (
        TalkFormat.VIDEO,
        re.compile(r"\b(?:video(?:\s*conferenc\w*|\s+link|\s+call)|virtual(?:ly)?|online)\b", re.I),
    ),
    (
        TalkFormat.PHONE,
        re.compile(r"\b(?:by|via|over\s+the)\s+(?:tele)?phone\b|\bphone\s+call\b", re.I),
    ),
    (TalkFormat.IN_PERSON, re.compile(r"\b(?:in\s+person|face[\s-]to[\s-]face|in-person)\b", re.I)),
)
_OUTCOMES = (
    (
        TalkOutcome.NO_AGREEMENT,
        re.compile(
            r"\b(?:without\s+(?:any\s+|an?\s+|reaching\s+(?:an?\s+)?)?(?:results?|agreement|success|"
            r"breakthrough|progress|outcome)|failed|no\s+avail|inconclusive\w*|broke\s+(?:down|off|up)|"
            r"collapsed|no\s+agreement|fruitless|unsuccessful\w*|deadlock\w*|stalemate)\b",
            re.I,
        ),
    ),
    (
        TalkOutcome.PARTIAL_AGREEMENT,
        re.compile(
            r"\b(?:partial|preliminary|provisional|interim|framework)\s+(?:agreement|accord)\b",
            re.I,
        ),
    ),
    (
        TalkOutcome.AGREEMENT,
        re.compile(
            r"\b(?:(?:result|culminat)\w+\s+in|led\s+to|ended\s+(?:in|with)|produced|adopted|signed|"
            r"reached|concluded\s+with|agreed\s+(?:to|on|upon)|outcome\s+of)\b[^.;]{0,80}?"
            r"\b(?:agreement|treaty|treaties|accords?|armistice|truce|cease-?fire|peace|convention|protocol|"
            r"declaration|settlement|communiqu[ée]|establish|dismantle|stop|withdraw|referendum)\b",
            re.I,
        ),
    ),
    (
        TalkOutcome.CONTINUED,
        re.compile(
            r"\b(?:agreed\s+to\s+(?:continue|meet\s+again|hold\s+(?:further|more))|adjourned|"
            r"returning\s+to\s+their\s+capitals\s+for\s+consultations)\b",
            re.I,
        ),
    ),
)
_PLANNED = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:scheduled|planned|due|expected|slated)|will\s+(?:be\s+held|take\s+place|meet)"
    r"|to\s+be\s+held|to\s+take\s+place|upcoming)\b",
    re.I,
)
_CANCELLED = re.compile(
    r"\b(?:cancell?ed|called\s+off|never\s+(?:took\s+place|held)|postponed)\b", re.I
)
_SERIES = re.compile(
    rf"\b(?:in|of|the)\s+(?:the\s+)?(?P<series>{NAME}\s+(?:format|process|framework|track))\b"
)
_PARTY_TALKS = re.compile(
    rf"\b({'|'.join(CARDINALS)}|\d{{1,2}})-(?:party|power|nation|way)\b", re.I
)
_ORDINALS_BEFORE = re.compile(r"(?:[a-z-]+|\d+\w\w)(?:,\s+|\s+and\s+|\s+)?", re.I)


def rounds_of(text: str, event: Event) -> tuple[int, ...]:
    """The ordinals before an event ("a fourth and fifth round"), in order."""
    if event.rule == "ordinal_for_event":
        return tuple(o.value for o in find_ordinals(event.text))
    ordinals = find_ordinals(text[max(0, event.start - 60) : event.start] + event.noun)
    head = text[max(0, event.start - 60) : event.start]
    kept = [
        o
        for o in ordinals
        if re.fullmatch(
            r"[\s,]*(?:(?:and|to)\s+)?(?:[a-z-]+(?:,?\s+and\s+|,\s+|\s+)){0,4}?",
            head[o.end :],
            re.I,
        )
    ]
    return tuple(o.value for o in kept)


def second_time(text: str, start: int, end: int) -> int | None:
    """The ordinal in "met the second time"; None if there is none."""
    match = re.compile(r"\bthe\s+([a-z]+)\s+time\b").search(text, start, end)
    ordinals = find_ordinals(match[1]) if match else []
    return ordinals[0].value if ordinals else None


def places_of(reading: Reading, event: Event, start: int, end: int) -> list[PlaceMention]:
    """The places of a clause where an event may have been held, the best first.

    A place that the event is named after ("the Vienna conference"), then places behind "in" or
    "at", cities before regions before countries, the nearest first.
    """
    text = reading.text
    ranked: list[tuple[bool, int, int, int, PlaceMention]] = []
    for place in within(reading.places, start, end):
        if place.kind == "people" or _NOT_A_PLACE_OF.match(text[place.end : place.end + 30]):
            continue
        if _SUBORDINATE.search(text[event.end : max(event.end, place.start)]):
            continue
        named = place.end <= event.start and re.fullmatch(
            rf"\s+(?:{CAPITAL}\w+\s+|peace\s+|agreement\s+){{0,2}}", text[place.end : event.start]
        )
        before = text[max(start, place.start - 70) : place.start]
        located = bool(
            (_AT_PLACE.search(before) and not _THINGS_IN.search(before))
            or _HOSTED.match(text[place.end : place.end + 40])
        )
        last = ranked[-1][-1] if ranked else None
        listed = last and _LISTED_WITH.fullmatch(text, last.end, place.start)
        inside = (event.start <= place.start and place.end <= event.end) or listed
        if not (named or located or inside):
            continue
        kind = ("city", "region", "country").index(place.kind)
        distance = max(event.start - place.end, place.start - event.end, 0)
        ranked.append((not named, kind, distance, place.start, place))
    return [item[-1] for item in sorted(ranked, key=lambda item: item[:4])]


def venue_of(reading: Reading, event: Event, end: int) -> Mention | None:
    """A venue behind "at" that no gazetteer knows ("at Elm Hall"); None if there is none."""
    match = _VENUE.search(reading.text, event.end, end)
    if match is None or _SUBORDINATE.search(reading.text[event.end : match.start()]):
        return None
    if re.search(r"Conference|Congress|Summit|Talks|Forum", match["venue"]):
        return None
    return Mention(match.start("venue"), match.end("venue"), match["venue"], "at_venue")


def participants_of(reading: Reading, start: int, end: int) -> CountMention | None:
    """How many delegations attended, said as "15 countries" or "six-party"; None if not said."""
    for count in within(reading.counts, start, end):
        if count.noun in _DELEGATIONS and count.value >= 2:
            return count
    match = _PARTY_TALKS.search(reading.text, start, end)
    if match is None:
        return None
    value = CARDINALS.get(match[1].lower()) or int(match[1])
    return CountMention(
        match.start(),
        match.end(),
        match.group(),
        "n_party_talks",
        value,
        Qualifier.EXACT,
        "parties",
    )


def series_of(text: str) -> str | None:
    """The series that a sentence names ("in the Oslo process"); None if it names none."""
    match = _SERIES.search(text)
    return match["series"] if match else None


def format_of(text: str) -> TalkFormat | None:
    """How the parties met, if a sentence says so."""
    return next((value for value, pattern in _FORMATS if pattern.search(text)), None)


def outcome_of(text: str) -> TalkOutcome | None:
    """What a talk ended with, if a sentence says so."""
    return next((value for value, pattern in _OUTCOMES if pattern.search(text)), None)


def status_of(text: str) -> TalkStatus:
    """Whether a sentence speaks of a talk as held, planned or cancelled."""
    if _CANCELLED.search(text):
        return TalkStatus.CANCELLED
    return TalkStatus.PLANNED if _PLANNED.search(text) else TalkStatus.HELD
