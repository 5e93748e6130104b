"""``{{convert}}`` and ``{{cvt}}``: a measure with its unit.

The page shows the same measure in another unit behind it in brackets; that is left out, since it
says nothing new.
"""

import re
from collections.abc import Callable
from functools import partial

from pipeline.documents.wikitext.templates.actions import Action, Say, Words
from pipeline.documents.wikitext.templates.numbers import grouped

_VALUE = re.compile(r"[-−+]?[0-9][0-9.,]{0,30}(?:[⁄/+][0-9⁄/]{1,10})?")
_JOINTS = {
    "-": "–", "–": "–", "to": " to ", "and": " and ", "or": " or ", "by": " by ", "x": " by ",
    "×": " × ", "*": " × ", "xx": " × ", "+/-": " ± ", "±": " ± ", "to(-)": " to ", ",": ", ",
    "to about": " to about ", "and(-)": " and ",
}  # fmt: skip
_UNITS_TEXT = """
    km kilometre kilometres; m metre metres; cm centimetre centimetres; mm millimetre millimetres;
    mi mile miles; yd yard yards; ft foot feet; in inch inches; nmi nautical_mile nautical_miles;
    km2 square_kilometre square_kilometres; m2 square_metre square_metres; ha hectare hectares;
    acre acre acres; sqmi square_mile square_miles; mi2 square_mile square_miles;
    sqft square_foot square_feet; sqkm square_kilometre square_kilometres;
    kg kilogram kilograms; g gram grams; t tonne tonnes; lb pound pounds; oz ounce ounces;
    st stone stone; LT long_ton long_tons; ST short_ton short_tons; tonne tonne tonnes;
    L litre litres; l litre litres; USgal US_gallon US_gallons; impgal imperial_gallon
    imperial_gallons; oilbbl barrel barrels; m3 cubic_metre cubic_metres; cuft cubic_foot
    cubic_feet; km/h kilometre_per_hour kilometres_per_hour; mph mile_per_hour miles_per_hour;
    kn knot knots; m/s metre_per_second metres_per_second; W watt watts; kW kilowatt kilowatts;
    MW megawatt megawatts; hp horsepower horsepower; kWh kilowatt-hour kilowatt-hours
"""
_UNITS = {
    code: (one.replace("_", " "), many.replace("_", " "))
    for code, one, many in (unit.split() for unit in _UNITS_TEXT.split(";"))
}
_SYMBOLS = {
    "km2": "km²", "m2": "m²", "m3": "m³", "sqmi": "sq mi", "mi2": "sq mi", "sqft": "sq ft",
    "sqkm": "km²", "cuft": "cu ft", "tonne": "t", "acre": "acres", "oilbbl": "bbl",
    "USgal": "US gal", "impgal": "imp gal", "C": "°C", "F": "°F", "K": "K",
}  # fmt: skip


def _measure(words: Words, *, short: bool) -> str:
    abbreviation = words.get("abbr", "on" if short else "out")
    short = abbreviation in {"on", "in", "values"}
    text = ""
    value = joint = ""
    for number in range(1, len(words) + 1):
        word = words.get(str(number), "")
        if _VALUE.fullmatch(word):
            value = word
            text += joint + grouped(word)
            joint = ""
        elif not value:
            return ""
        elif (
            word.lower() in _JOINTS
            and not joint
            and _VALUE.fullmatch(words.get(str(number + 1), ""))
        ):
            joint = _JOINTS[word.lower()]
        else:
            return text + _unit(word, value, words, short=short)
    return text


def _unit(code: str, value: str, words: Words, *, short: bool) -> str:
    known = _UNITS.get(code)
    if short or known is None:
        return f" {_SYMBOLS.get(code, code)}"
    one, many = known
    if words.get("sp", "").lower() == "us":
        one, many = (name.replace("metre", "meter").replace("litre", "liter") for name in known)
    if words.get("adj") == "on":
        return "-" + one.replace(" ", "-")
    return f" {one if value in {'1', '-1'} else many}"


def _named(names: str, words: Callable[[Words], str]) -> dict[str, Action]:
    return {name: Say(words) for name in names.split(", ")}


MEASURES: dict[str, Action] = {
    **_named("convert", partial(_measure, short=False)),
    **_named("cvt", partial(_measure, short=True)),
}
"""What each does, by name."""
