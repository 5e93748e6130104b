"""Where an event was held."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.mentions.model import PlaceMention
from pipeline.mentions.names import CAPITAL
from pipeline.mentions.places import find_places
from pipeline.records.reading import Reading, within
from pipeline.records.talks.events import Event

_SETTLEMENT = (
    r"(?:city|town|village|capital|resort|port|suburb|outskirts|residence|palace|castle|island|"
    r"fortress|airport|headquarters|harbour|hotel|church|fort|camp|base|university|region|"
    r"province|district|county|kingdom|spa|monastery|abbey|centre|center|middle|suburbs|quarter|"
    r"embassy|legation)"
)
_AT_PLACE = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|near|outside|around|inside|[Aa]board)\s+(?:(?:the|nearby|neutral|"
    r"neighbou?ring|"
    r"present-day|what\s+is\s+now|(?:the\s+)?(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?)\s+)?"
    r"|\b(?:in|at|near|outside|on)\s+(?:(?:the|an?)\s+)?(?:[\w’'-]+\s+){0,4}?"
    rf"(?:{_SETTLEMENT}(?:\s+of|,)?|in|near|at|outside)\s+(?:the\s+)?"
    r"|\bbrought\s+(?:[\w’',-]+\s+){1,9}?to\s+"
    r"|\b(?:planned|scheduled|set)\s+for\s+|\bhosted\s+by\s+(?:the\s+)?"
    r"|\b(?:travell?ed|went|flew|came|moved|returned|sailed|journeyed|sent|invited|trips?|visits?|"
    r"travels|goes|go|travel|summoned|transferred|shifted|relocated|adjourned|removed)\s+"
    r"(?:[\w’'-]+\s+){0,3}?to\s+(?:neutral\s+|nearby\s+|the\s+)?"
    r"(?:(?:village|town|city|port|resort)\s+of\s+)?|\bvisited\s+)$"
)
_THINGS_IN = re.compile(
    r"\b(?:wars?|conflicts?|fighting|crisis|revolution|invasion|elections?|troops|forces|"
    r"situation|coup|"
    r"uprising|rebellion|operations|interests|presence|involvement|ambassador|born|"
    r"settlements?|hostilities|occupation|referendum|peace|violence|rule|regime|future|"
    r"peacekeepers|ceasefire|dispute|unrest|genocide|missiles|weapons|control|prisoners|refugees|"
    r"lived|power|life|stability|democracy|reforms?|seat|based|headquarter\w+|offices?|"
    r"result(?:ed|ing|s)?|culminat\w+)\s+in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Those who may live in a country, but meet in a city.
_PEOPLE_IN = re.compile(
    r"\b(?:government|people|parties|party|rebels|movement|sides|leaders|groups|communities|"
    r"factions)\s+in\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
SUBORDINATE = re.compile(
    r"\b(?:while|when|whereas|although|because|since|until|before|after|due\s+to|as\s+well|signed|"
    r"ratified|died|born)\b[^,;]*$",
    re.IGNORECASE,
)
_LISTED_WITH = re.compile(
    r"(?:\s*\([^()]{1,30}\))?(?:\s*,\s*|,?\s+and\s+|,?\s+then\s+)(?:in\s+)?(?:the\s+)?"
)
_NOT_A_PLACE_OF = re.compile(
    r"[–-]\w|(?:’s|'s)?\s+(?:format|process|agreements?|accords?|declaration|government|parliament|"
    r"delegation|protocols?|army|troops|forces|border|war|crisis|communiqu[ée]|memorandum|treaty|"
    r"authorities|leader|rebels|side|plan|question|issue|university)\b",
    re.IGNORECASE,
)
_HOSTED = re.compile(
    r"\s+(?:also\s+)?(?:hosted|hosts|was\s+(?:chosen\s+as\s+)?the\s+(?:venue|site|scene))\b"
)
_IN_THE = re.compile(r"\bin the $")
#: "To Bad Godesberg, where the conversations": what happens is there.
_WHERE = re.compile(r"(?: on [^.;,]{0,25}| \([^()]{0,30}\))?,? where [^.;]{0,80}", re.DOTALL)
#: What may stand between a place and the noun of the meeting that is named after it.
_CITY_THEN = re.compile(
    rf"(?P<city>{CAPITAL}\w+(?: {CAPITAL}\w+)?) "
    r"(?:International|Naval|Disarmament|Armistice|Preparatory|Tripartite|Nuclear|Reparations) "
)
_NAMED = re.compile(
    rf"\s+(?:(?:{CAPITAL}\w*|[IVX]+|peace|agreement|ceasefire|disarmament)\s+){{0,2}}"
)
_OF = re.compile(r"\s+of\s+")
_OF_CITY = re.compile(rf"\s+of\s+(?P<city>{CAPITAL}[\w-]+)\b")
_FAR = 60
#: Meetings that are named after a city even where the noun is no name ("the conference of Évian").
_AT_CITY = frozenset({"conference", "congress"})


def places_of(
    reading: Reading, events: Sequence[Event], start: int, end: int
) -> list[list[PlaceMention]]:
    """For each event of a sentence the places where it may have been held, the best first.

    What a meeting is said to be held in comes before what it is named after ("the Geneva II
    conference in Montreux"); cities come before regions and countries, the nearest first. A place
    is that of the event nearest to it.
    """
    text = reading.text
    found: list[list[tuple[int, int, PlaceMention]]] = [[] for _ in events]
    last: tuple[int, PlaceMention] | None = None
    for place in _candidates(reading, events, start, end):
        if _NOT_A_PLACE_OF.match(text, place.end):
            continue
        listed = last and _LISTED_WITH.fullmatch(text, last[1].end, place.start)
        named = (i for i, event in enumerate(events) if is_named_after(text, event, place))
        index = next(named, last[0] if listed and last else _nearest(events, place))
        event = events[index]
        coarse = ("city", "region", "country").index(place.kind) if not place.city else 0
        distance = max(event.start - place.end, place.start - event.end, 0)
        if is_named_after(text, event, place):
            rank = 1
        elif listed or _is_located(text, event, place, start):
            # A name beats what is only far away, and another country.
            rank = 2 if distance > _FAR or coarse == 2 else 0
        else:
            continue
        found[index].append((rank, 1000 * coarse + distance, place))
        last = (index, place)
    return [[place for *_, place in sorted(some, key=lambda s: s[:2])] for some in found]


def _nearest(events: Sequence[Event], place: PlaceMention) -> int:
    """The event that a place is nearest to; one before it counts as nearer."""
    return min(
        range(len(events)),
        key=lambda i: (
            place.start - events[i].end
            if events[i].start <= place.start
            else 2 * (events[i].start - place.end) + 10
        ),
    )


def _candidates(
    reading: Reading, events: Sequence[Event], start: int, end: int
) -> list[PlaceMention]:
    """The places of a sentence and those that begin the names of its meetings."""
    known = [p for p in within(reading.places, start, end) if p.kind != "people"]
    starts = {place.start for place in known}
    named = (_in_name(reading.text, event) for event in events)
    return sorted(
        known + [place for place in named if place and place.start not in starts],
        key=lambda place: place.start,
    )


def _in_name(text: str, event: Event) -> PlaceMention | None:
    """The city in the name of a meeting where it stands neither before the noun nor behind "in".

    That is the first word of "the Washington Naval Conference" and the last of "the Congress of
    Arras"; each is read as if it did.
    """
    if not event.is_proper and event.noun not in _AT_CITY:
        return None
    match = _CITY_THEN.match(text, event.name_start, event.end)
    match = match or _OF_CITY.match(text, event.end)
    places = find_places(f"in {match['city']}") if match else []
    if not (match and places and places[0].city and places[0].text == match["city"]):
        return None
    return replace(places[0], start=match.start("city"), end=match.end("city"))


def is_named_after(text: str, event: Event, place: PlaceMention) -> bool:
    """Whether an event is named after a place ("the Vienna summit", "the Congress of Vienna")."""
    if event.rule != "event_noun":
        return False
    before = place.end <= event.start and _NAMED.fullmatch(text, place.end, event.start)
    after = (
        event.end <= place.start
        and (event.is_proper or (bool(place.city) and event.noun in _AT_CITY))
        and _OF.fullmatch(text, event.end, place.start)
    )
    inside = event.start <= place.start and place.end <= event.end
    # "The Afghanistan conference" is on that country, "the Malta Conference" was held there.
    held_there = bool(place.city) or event.is_proper
    return bool(before or after or inside) and held_there


def is_located_at(text: str, place: PlaceMention) -> bool:
    """Whether something is said to have happened at a place or somebody to have gone there."""
    before = text[max(0, place.start - 70) : place.start]
    return _AT_PLACE.search(before) is not None and _THINGS_IN.search(before) is None


def _is_located(text: str, event: Event, place: PlaceMention, start: int) -> bool:
    if SUBORDINATE.search(text[event.end : max(event.end, place.start)]):
        return False
    before = text[max(start, place.start - 70) : place.start]
    if (
        place.city
        and not place.text.endswith("capital")
        and _IN_THE.search(text, max(start, place.start - len("in the ")), place.start)
    ):
        # "At Les Rousses in the Jura": no city has an article.
        return False
    if place.kind == "country" and place.end + 1 == event.start:
        # "At the Laos talks" tells what they were about.
        return False
    if _WHERE.fullmatch(text, place.end, max(place.end, event.start)):
        return True
    return _HOSTED.match(text, place.end) is not None or (
        _AT_PLACE.search(before) is not None
        and _THINGS_IN.search(before) is None
        and (bool(place.city) or _PEOPLE_IN.search(before) is None)
    )
