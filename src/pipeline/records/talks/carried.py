"""Places that a text does not repeat: "here", "there", "in the same city", a hall of that city."""

import re
from dataclasses import dataclass, replace

from pipeline.mentions.model import PlaceMention
from pipeline.mentions.places import find_places
from pipeline.records.model import Talk
from pipeline.records.reading import Reading, within
from pipeline.records.talks.gatherings import RESUMED
from pipeline.records.talks.places import is_located_at
from pipeline.records.talks.scenes import Scene
from pipeline.records.talks.unknown_places import VENUE

#: Words for a place that was named before.
_THERE = re.compile(
    r"\b(?P<here>here(?! and there)|(?:was|were|became|served as) (?:also )?the (?:venue|site|"
    r"scene|setting|location) (?:of|for)|(?:held|place|met|opened|began|convened) in the (?:city|"
    r"town|castle|palace|village))\b|"
    r"\b(?P<there>(?<!and )(?<!over )there(?! (?:is|are|was|were|has|have|had|would|could|came|"
    r"followed|remained|existed|seemed|began)\b)|"
    r"(?:in|at|to) (?:the same|that|this) (?:city|town|place|village|house|hotel|palace|castle|"
    r"hall|building|room|resort|island)|at the same (?:venue|site))\b",
    re.IGNORECASE,
)
#: Titles that are named after where something was negotiated.
_PACT_OF = re.compile(
    r"(?:Treaty|Peace|Truce|Accords?|Agreement|Convention|Armistice|Congress|Conference|Protocol|"
    r"Declaration|Pact|Preliminaries|Concordat) (?:of|at) (?P<place>\w.{1,40})|"
    r"(?P<name>\w.{1,40}?) (?:Peace |Ministerial |Round )*"
    r"(?:Treaty|Accords?|Agreement|Conference|Summit|Congress|talks|negotiations|Talks|"
    r"Negotiations|"
    r"Armistice|Protocol|Declaration|meeting|Meeting)\b"
)
#: "Greek Civil War", unlike "Long Turkish War", was fought in the country of its adjective.
_WITHIN = re.compile(
    r"\b(?:civil|internal|constitution\w*|insurgency|revolution|crisis|coup|election|government|"
    r"peace process|reform|transition|democracy)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(
    r"\s*\([^)]*\)|^\s*(?:\d{4}(?:[–-]\d+)?|\d(?:st|nd|rd|th)|Second|First|Third)\s+"
)
_LAST_PART = re.compile(r"^.*\b(?:de|of|at|in|du|di)\s+")
_BORDER = re.compile(r"[;:]|,\s+(?:and|but|while|then)\b")
_TREATY = re.compile(r"\b(?:Treaty|Peace of|Truce of|Accords?|Agreement|Armistice|Convention of)\b")
_PEOPLE = frozenset({"people"})


@dataclass(frozen=True, slots=True)
class Home:
    """What the title of a document tells of places.

    Attributes:
        place: The place that it names or is named after: a city, or a site without one.
        is_of_talks: It names talks or a treaty after the place.
        is_of_treaty: It is the name of a treaty.
        country_code: The only country that it speaks of.
    """

    place: PlaceMention | None
    is_of_talks: bool
    is_of_treaty: bool
    country_code: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """What a text has told of places before a talk.

    Attributes:
        title: What the title tells.
        before: The talk told before it.
        is_near: That is told in the same or the last sentence.
    """

    title: Home
    before: Talk | None
    is_near: bool


def home(title: str) -> Home:
    """What a title tells of places: "Treaty of Ghent", "Leeds Castle", "Geography of China"."""
    plain = _BRACKETS.sub("", title).strip()
    pact = _PACT_OF.match(plain)
    named = (pact["place"] or pact["name"]) if pact else None
    city = _city(named) if named else None
    named_places = find_places(title)
    codes = {place.country_code for place in named_places} - {None}
    code = codes.pop() if len(codes) == 1 else None
    if named_places and named_places[0].kind in _PEOPLE and not _WITHIN.search(title):
        code = None
    treaty = _TREATY.search(plain) is not None
    if city:
        return Home(city, True, treaty, city.country_code)
    return Home(None if pact else _city(plain) or _site(plain, code), False, treaty, code)


def _city(name: str) -> PlaceMention | None:
    """The city that a name is or that it ends in ("Château de Rambouillet")."""
    for part in (name, name.partition(",")[0], _LAST_PART.sub("", name)):
        places = [
            place
            for place in find_places(f"in {part}")
            if place.text == part and (place.city or place.kind == "region")
        ]
        if places:
            return places[0]
    return None


def _site(name: str, code: str | None) -> PlaceMention | None:
    """A castle, an island and the like, of which no gazetteer tells the city."""
    if not VENUE.search(name):
        return None
    return PlaceMention(0, len(name), name, "site", "region", None, code)


def with_carried_place(
    reading: Reading, talk: Talk, scene: Scene, clause: tuple[int, int], known: Known
) -> Talk:
    """A talk with the place that its clause refers to, or with the city of its venue.

    Args:
        reading: The paragraph.
        talk: The talk as its sentence alone tells it.
        scene: What its sentence says of it.
        clause: The part of the sentence that tells of it and no other.
        known: What the text has told of places before.
    """
    title = known.title
    there = _THERE.search(reading.text, *clause)
    if there is not None and scene.places and _is_nearer(reading.text, scene, there):
        nowhere = replace(
            talk, place=None, city=None, country_code=None, latitude=None, longitude=None
        )
        return _elsewhere_named(reading, nowhere, scene, clause, known)
    if talk.place is None and talk.country_code is None:
        return _elsewhere_named(reading, talk, scene, clause, known)
    if talk.place and talk.city is None and talk.country_code is None:
        place = title.place if title.is_of_talks else None
        place = place or _last_place(reading, clause[0], cities_only=True) or title.place
        if place and (scene.venue or VENUE.search(talk.place)):
            return _placed(talk, place, talk.place)
    if talk.place and talk.country_code is None:
        return replace(talk, country_code=title.country_code)
    return talk


def _is_nearer(text: str, scene: Scene, there: re.Match[str]) -> bool:
    """Whether "here" stands in the clause of an event, and its place in another one."""
    low, high = sorted((scene.event.end, there.start()))
    place = scene.places[0].start
    return (
        _BORDER.search(text, low, high) is None
        and place > high
        and _BORDER.search(text, high, place) is not None
    )


def _elsewhere_named(
    reading: Reading, talk: Talk, scene: Scene, clause: tuple[int, int], known: Known
) -> Talk:
    """A talk with the place that its clause points to, or at which the talks of the text are.

    "There" points to the place before it; "the talks" and "it resumed" are where those were that
    the text has told of, "the conference" in an article on one where its title says.
    """
    there = _THERE.search(reading.text, *clause)
    if there is not None:
        place = known.title.place if there["here"] else None
        place = place or _last_place(reading, there.start(), cities_only=False)
        if place is None and known.before is None:
            place = known.title.place
        passage = reading.passage("place", *there.span(), "place_named_before")
        told = replace(talk, passages=(*talk.passages, passage))
        if place is not None:
            return _placed(told, place, place.text)
        return _placed_as(told, known.before) if known.before else talk
    if not (scene.is_definite or scene.event.rule == RESUMED) or scene.rounds:
        return talk
    passage = reading.passage_of("place", scene.event)
    told = replace(talk, passages=(*talk.passages, passage))
    if known.before is not None and known.before.place and known.is_near:
        return _placed_as(told, known.before)
    if known.title.is_of_talks and known.title.place and known.before is None:
        return _placed(told, known.title.place, known.title.place.text)
    return talk


def _placed(talk: Talk, place: PlaceMention, name: str) -> Talk:
    return replace(
        talk,
        place=name,
        city=place.city,
        country_code=place.country_code,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _placed_as(talk: Talk, other: Talk) -> Talk:
    return replace(
        talk,
        place=other.place,
        city=other.city,
        country_code=other.country_code,
        latitude=other.latitude,
        longitude=other.longitude,
    )


def _last_place(reading: Reading, end: int, *, cities_only: bool) -> PlaceMention | None:
    """The place that was last said to be the scene of something before an offset."""
    for place in reversed(within(reading.places, 0, end)):
        if place.kind in _PEOPLE or (cities_only and not place.city):
            continue
        if is_located_at(reading.text, place):
            return place
    return None
