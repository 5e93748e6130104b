"""Places: cities, countries, regions and peoples, with today's ISO 3166-1 alpha-3 codes."""

from pipeline.mentions.places.finder import find_places
from pipeline.mentions.places.tables import country_of

__all__ = ["country_of", "find_places"]
