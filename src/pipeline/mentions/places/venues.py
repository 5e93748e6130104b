"""Places that are no city of GeoNames: palaces, estates, villages, and capitals told as such."""

import re
from collections.abc import Mapping

from pipeline.mentions.model import PlaceMention
from pipeline.mentions.places import context
from pipeline.mentions.places.candidates import Candidate
from pipeline.mentions.places.gazetteer import City, capitals, cities
from pipeline.mentions.places.keys import name_key

_COMMA = re.compile(r",\s{1,2}")
_IN_APPOSITION = re.compile(r",\s{1,2}(?:the|then the)\s{1,2}(?:\w{1,20}\s{1,2})?")


def site(
    text: str, candidate: Candidate, follower: Candidate | None, written: Mapping[str, str]
) -> PlaceMention | None:
    """A palace, estate or village, with its region or country if that follows.

    Args:
        text: The text.
        candidate: What may be a site.
        follower: The next candidate.
        written: Names of the text, as it writes them, by key.
    """
    named, start, end = candidate.site, candidate.start, candidate.end
    if named is None or context.goes_on_before(text, start) or context.goes_on_after(text, end):
        return None
    if context.belongs_to_name(text, start) or context.belongs_to_organisation(text, start):
        return None
    placed = context.preposition(text, start) or text.endswith(" on ", 0, start)
    evidence = placed or " " in candidate.key or named.is_seat
    if not evidence and not context.event_after(text, end):
        return None
    around = follower and (follower.region or follower.country)
    if follower and around and around.code == named.code:
        end = follower.end if _COMMA.fullmatch(text, end, follower.start) else end
    whole = text[start:end]
    # Without a preposition a seat stands for those who work there: "the White House said".
    if named.city is None or (named.is_seat and not placed):
        return PlaceMention(start, end, whole, "site", "region", None, named.code)
    city = _city_in(named.city, named.code)
    position = (None, None) if city is None else (city.latitude, city.longitude)
    name = written.get(name_key(named.city), named.city)
    return PlaceMention(start, end, whole, "site", "city", name, named.code, *position)


def capital(
    text: str, candidate: Candidate, last_end: int, written: Mapping[str, str]
) -> PlaceMention | None:
    """The capital of a country: "the Togolese capital", "Togo's capital".

    Args:
        text: The text.
        candidate: What may be the country.
        last_end: Where the last place ended: behind a city such words only add to it.
        written: Names of the text, as it writes them, by key.
    """
    named, start = candidate.country, candidate.start
    end = context.capital_after(text, candidate.end)
    if not named or not named.code or end is None:
        return None
    if last_end >= 0 and _IN_APPOSITION.fullmatch(text, last_end, start):
        return None  # "Salisbury, the Rhodesian capital"
    if named.kind == "people" and not named.adjective:
        return None
    name = capitals().get(named.code)
    city = None if name is None else _city_in(name, named.code)
    if name is None or city is None:
        return None
    key = name_key(name)
    name = written.get(key) or cities().spelled(key, named.code) or name
    position = city.latitude, city.longitude
    return PlaceMention(start, end, text[start:end], "capital", "city", name, named.code, *position)


def _city_in(name: str, code: str) -> City | None:
    """The largest city of a name in a country."""
    return next((city for city in cities().get(name_key(name), ()) if city.code == code), None)
