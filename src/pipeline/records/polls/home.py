"""The country that a paragraph is about, for polls that do not say whose people they asked."""

from collections import Counter
from collections.abc import Iterable

from pipeline.mentions.model import PlaceMention
from pipeline.mentions.places import find_places
from pipeline.mentions.populations import find_populations
from pipeline.records.reading import Reading, within


def home_country(reading: Reading, title: str) -> str | None:
    """The country of the people that a paragraph names, else of most of its places.

    Else it is the country of the title, where a city counts only if it is the whole title. None
    where nothing names a country, or none more often than all others together.
    """
    if not reading.shares:
        return None
    people = [
        place
        for population in find_populations(reading.text)
        for place in within(reading.places, population.start, population.end)
    ]
    titled = [p for p in find_places(title) if not p.city or p.text == title.strip()]
    return _most(people) or _most(reading.places) or _most(titled)


def _most(places: Iterable[PlaceMention]) -> str | None:
    counts = Counter(place.country_code for place in places if place.country_code)
    code, count = next(iter(counts.most_common(1)), (None, 0))
    return code if 2 * count > counts.total() else None
