"""The country that a paragraph is about, for polls that do not say whose people they asked."""

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.mentions.model import PlaceMention
from pipeline.mentions.places import find_places
from pipeline.mentions.populations import find_populations
from pipeline.records.reading import Reading, within

_OPENS = re.compile(
    r"^\W*(?:(?:and|but|while|whereas|elsewhere|by\s+contrast|meanwhile|similarly),?\s+)?"
    r"(?:in|across|throughout|within)\s+(?:the\s+)?$",
    re.I,
)
_OPINION = re.compile(
    r"\s+(?:public|popular|views?|attitudes?|opinions?|sentiments?|support)\b", re.I
)
_LANGUAGE = re.compile(r"\s+(?:language|literature|cuisine|alphabet|dialects?)\b", re.I)
_OPENING = 30
#: How far what a sentence opens with can reach, in characters.
_OPENED = 1500
_DASH = re.compile(r"[–—-]")
_RELATIONS = re.compile(r"\brelations\b", re.I)
#: Kinds of places whose country is sure; the name of a city may be a word or a person.
_SURE = frozenset({"country", "region", "people"})


def home_country(reading: Reading, title: str) -> str | None:
    """The country of the people that a paragraph names, else of the title, else of most places.

    A city counts only where nothing else is named, and in a title only if it is the whole title.
    None where nothing names a country, or none more often than all others together.
    """
    if not reading.shares:
        return None
    people = [
        place
        for population in find_populations(reading.text)
        for place in within(reading.places, population.start, population.end)
    ] + [
        place
        for place in reading.places
        if place.kind == "people" and _OPINION.match(reading.text, place.end)
    ]
    titled = [place for place in find_places(title) if _names_home(place, title)]
    first = reading.paragraph.sentences[0].prose_end
    sure = [
        place
        for place in reading.places
        if place.kind in _SURE and (place.start < first or not _opens(reading, place))
    ]
    opening = [place for place in sure if place.start < first and place.kind == "country"]
    return _most(people) or _most(titled) or _most(sure) or _most(opening) or _most(reading.places)


def opening_place(reading: Reading, before: int) -> PlaceMention | None:
    """The place that the last sentence opening with one ("In India, ...") is about.

    Args:
        reading: The paragraph.
        before: Prose offset before which the place stands.
    """
    places = reversed(within(reading.places, max(0, before - _OPENED), before))
    return next((place for place in places if place.country_code and _opens(reading, place)), None)


def _opens(reading: Reading, place: PlaceMention) -> bool:
    """Whether a sentence, or its part behind a semicolon, opens with "In" and a place."""
    start = reading.paragraph.sentence_at(place.start).prose_start
    start = max(start, reading.text.rfind(";", start, place.start) + 1)
    opening = reading.text[start : place.start]
    return len(opening) < _OPENING and _OPENS.match(opening) is not None


def _names_home(place: PlaceMention, title: str) -> bool:
    if place.city:
        return place.text == title.strip()
    joined = _DASH.match(title, place.end) or _DASH.match(title, max(0, place.start - 1))
    if joined and not _RELATIONS.search(title):
        return False  # half of another thing's name
    return not _LANGUAGE.match(title, place.end)


def _most(places: Iterable[PlaceMention]) -> str | None:
    counts = Counter(place.country_code for place in places if place.country_code)
    code, count = next(iter(counts.most_common(1)), (None, 0))
    return code if 2 * count > counts.total() else None
