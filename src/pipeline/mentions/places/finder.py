"""Deciding which candidates are places, and which of several namesakes is meant."""

import re
from collections.abc import Iterator

from pipeline.mentions.model import PlaceMention
from pipeline.mentions.places import context, divisions, evidence, venues, words
from pipeline.mentions.places.candidates import Candidate, candidates
from pipeline.mentions.places.gazetteer import City
from pipeline.mentions.places.tables import Named, country_of

CITY_STATES = frozenset({"GIB", "HKG", "MAC", "MCO", "SGP", "VAT"})
"""Countries whose name is that of a city too."""

_COMMA = re.compile(r",\s{1,2}")
_SIDE = r"(?:(?:the\s)?(?:north|south|east|west)(?:ern)?\s|the\s)?"
_IN = re.compile(
    rf"(?:,?\sin\s|,\s(?:then\s)?(?:the\s|an?\s)?(?:\w{{1,12}}\s)?"
    rf"(?:capital|city|port|suburb|town|village)\s(?:of|in)\s){_SIDE}"
)
_POSTAL = re.compile(r",\s([A-Z]{2})\b")


def find_places(text: str) -> list[PlaceMention]:
    """The places that a text names.

    Args:
        text: Any text.

    Returns:
        Mentions in order, without overlaps, ``text[start:end] == mention.text``. A city is named
        together with the region and country that follow it ("Dayton, Ohio, US"). The name of a
        city that also is a state ("Singapore") is a country with its ``city`` set.
    """
    return list(_Reading(text).mentions())


class _Reading:
    def __init__(self, text: str) -> None:
        self.text = text
        self.candidates = candidates(text)
        self.last_end = -1
        self.written = {c.key: text[c.start : c.end] for c in reversed(self.candidates)}
        self.people = {
            c.key for c in self.candidates if c.cities and context.goes_on_before(text, c.start)
        }
        alone = [c for c in self.candidates if not (c.country and c.region)]
        self.states = {c.country.code for c in alone if c.country}
        self.states_of_regions = {c.region.code for c in alone if c.region}

    def mentions(self) -> Iterator[PlaceMention]:
        text = self.text
        for index, candidate in enumerate(self.candidates):
            if candidate.start < self.last_end:
                continue
            mention = (
                self._division(index)
                or self._unknown_place(candidate)
                or self._qualified_city(index)
                or venues.site(text, candidate, self._next(index), self.written)
                or venues.capital(text, candidate, self.last_end, self.written)
                or self._country(candidate)
                or self._region(candidate)
                or self._city(candidate)
            )
            if mention:
                self.last_end = mention.end
                yield mention

    def _next(self, index: int) -> Candidate | None:
        return self.candidates[index + 1] if index + 1 < len(self.candidates) else None

    def _division(self, index: int) -> PlaceMention | None:
        """A division by its noun: "Vitebsk region of Belarus", "Lara province"."""
        candidate, text = self.candidates[index], self.text
        end = divisions.division_after(text, candidate.end)
        named = candidate.region or (candidate.cities[0] if candidate.cities else None)
        if (
            not (end and named)
            or (candidate.region and candidate.region.kind == "people")
            or context.goes_on_before(text, candidate.start)
        ):
            return None
        for follower in self.candidates[index + 1 : index + 2]:
            inside = _lying_in(candidate.cities, follower) or (
                follower.country and named.code == follower.country.code
            )
            if inside and divisions.state_joins(text, end, follower.start):
                code = follower.country.code if follower.country else named.code
                return self._region_mention(candidate.start, follower.end, code)
        return self._region_mention(candidate.start, end, named.code)

    def _unknown_place(self, candidate: Candidate) -> PlaceMention | None:
        """A division or town that no table knows, before the name of its region or state."""
        named, text = candidate.region or candidate.country, self.text
        if not named or named.kind == "people" or (candidate.cities and not candidate.country):
            return None
        division = divisions.unknown_division(text, candidate.start)
        if division is not None and division >= self.last_end:
            return self._region_mention(division, candidate.end, named.code)
        town = divisions.unknown_town(text, candidate.start)
        closed = candidate.region is not None or evidence.is_closed(text, candidate.end)
        if town and town[0] >= self.last_end and closed:
            begin, end = town
            whole, name = text[begin : candidate.end], text[begin:end]
            if country_of(name) is None:
                rule = "unknown_town"
                return PlaceMention(begin, candidate.end, whole, rule, "city", name, named.code)
        return None

    def _region_mention(self, start: int, end: int, code: str | None) -> PlaceMention:
        return PlaceMention(start, end, self.text[start:end], "division", "region", None, code)

    def _qualified_city(self, index: int) -> PlaceMention | None:
        """A city with its region or country: "Dayton, Ohio, US", "Washington, D.C."."""
        candidate, text = self.candidates[index], self.text
        if candidate.key in words.MONTHS_AND_DAYS or not candidate.cities:
            return None
        if (
            (candidate.country or candidate.region)
            and candidate.key not in words.CITIES_NAMED_AS_REGIONS
            and not context.preposition(text, candidate.start)
        ):
            return None
        inside = self._city_inside(index)
        if inside:
            return inside
        end, fitting, name_end = candidate.end, candidate.cities, candidate.end
        for follower in self.candidates[index + 1 : index + 3]:
            capital = follower.region is not None and follower.region.admin1 == "DC"
            gap = text[end : follower.start]
            if not (_COMMA.fullmatch(gap) or (capital and gap == " ")):
                break
            kept = _lying_in(fitting, follower)
            if not kept or not self._clearly(candidate, kept[0], follower):
                break
            fitting, end = kept, follower.end
            if capital:
                name_end = end
        if end == candidate.end:
            postal = _POSTAL.match(text, end)
            states = [c for c in fitting if postal and (c.code, c.admin1) == ("USA", postal[1])]
            if not postal or not states:
                return None
            fitting, end = tuple(states), postal.end()
        return self._mention_city(candidate, fitting[0], end, name_end, "qualified_city")

    def _city_inside(self, index: int) -> PlaceMention | None:
        """A town whose region or country follows behind "in": "at Burnham in New Zealand".

        If no city of the gazetteer lies there, it is one that the gazetteer does not know.
        """
        candidate, text = self.candidates[index], self.text
        if not context.preposition(text, candidate.start):
            return None
        for follower in self.candidates[index + 1 : index + 2]:
            named = follower.region or follower.country
            joined = _IN.fullmatch(text, candidate.end, follower.start)
            if not named or not named.code or named.kind == "people" or not joined:
                continue
            end, fitting = candidate.end, _lying_in(candidate.cities, follower)
            if fitting:
                return self._mention_city(candidate, fitting[0], end, end, "city_in")
            if candidate.cities[0].population < evidence.CITY_OF_NOTE:
                name = text[candidate.start : end]
                rule = "unknown_city_in"
                return PlaceMention(candidate.start, end, name, rule, "city", name, named.code)
        return None

    def _clearly(self, candidate: Candidate, city: City, follower: Candidate) -> bool:
        """Whether a country after a comma qualifies the city rather than begins a clause."""
        if follower.region or city == candidate.cities[0]:
            return True
        return evidence.is_closed(self.text, follower.end)

    def _country(self, candidate: Candidate) -> PlaceMention | None:
        named, text = candidate.country, self.text
        start, end = candidate.start, candidate.end
        if not named or context.belongs_to_organisation(text, start):
            return None
        if named.adjective and context.is_language(text, start, end):
            return None
        if candidate.key in words.NAME_LIKE and (
            context.goes_on_before(text, start) or context.goes_on_after(text, end)
        ):
            return None
        code = named.code
        city = text[start:end] if code in CITY_STATES and named.kind == "country" else None
        region = candidate.region
        if region and region.code != code and self._means_region(named, region):
            return self._mention(candidate, region.kind, region.code, region.kind)
        return self._mention(candidate, named.kind, code, named.kind, city)

    def _means_region(self, country: Named, region: Named) -> bool:
        """Whether a name that a country shares with a region means the region.

        It does where the text names other regions of that state and no neighbour of the country.
        """
        around = words.NEIGHBOURS_OF_GEORGIA | {country.code}
        return region.code in self.states_of_regions and around.isdisjoint(
            self.states | self.states_of_regions
        )

    def _region(self, candidate: Candidate) -> PlaceMention | None:
        named, text = candidate.region, self.text
        start, end = candidate.start, candidate.end
        if not named or candidate.key in words.CITIES_NAMED_AS_REGIONS:
            return None
        if context.belongs_to_organisation(text, start) or context.begins_organisation(text, end):
            return None
        if named.adjective and context.is_language(text, start, end):
            return None
        if (candidate.key in words.GIVEN_NAMES or candidate.key in words.NAME_LIKE) and (
            context.goes_on_before(text, start) or context.goes_on_after(text, end)
        ):
            return None
        return self._mention(candidate, named.kind, named.code, named.kind)

    def _city(self, candidate: Candidate) -> PlaceMention | None:
        if not candidate.cities or candidate.key in words.MONTHS_AND_DAYS:
            return None
        text, start, end, key = self.text, candidate.start, candidate.end, candidate.key
        if context.goes_on_before(text, start):
            return None
        if context.goes_on_after(text, end) or context.belongs_to_name(text, start):
            return None
        if key.startswith(("St ", "Saint ")) and text.startswith(("'s", "’s"), end):
            return None
        city = evidence.meant(candidate.cities, self.states, self.states_of_regions)
        around = evidence.Around(text, start, end, self.last_end)
        if not around.lets_mean_a_city(key, city, self.people):
            return None
        return self._mention_city(candidate, city, end, end, "city")

    def _mention_city(
        self, candidate: Candidate, city: City, end: int, name_end: int, rule: str
    ) -> PlaceMention:
        return PlaceMention(
            candidate.start,
            end,
            self.text[candidate.start : end],
            rule,
            kind="city",
            city=self.text[candidate.start : name_end],
            country_code=city.code,
            latitude=city.latitude,
            longitude=city.longitude,
        )

    def _mention(
        self,
        candidate: Candidate,
        kind: str,
        code: str | None,
        rule: str,
        city: str | None = None,
    ) -> PlaceMention:
        start, end = candidate.start, candidate.end
        return PlaceMention(start, end, self.text[start:end], rule, kind, city, code)


def _lying_in(namesakes: tuple[City, ...], place: Candidate) -> tuple[City, ...]:
    """The cities that lie in a region or country."""
    for named in (place.region, place.country):
        if named and named.kind != "people":
            admin1 = named.admin1
            found = tuple(
                c for c in namesakes if c.code == named.code and admin1 in (None, c.admin1)
            )
            if found:
                return found
    return ()
