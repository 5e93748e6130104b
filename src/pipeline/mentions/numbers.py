"""Numbers: how English writes them in figures and in words, and how it qualifies them."""

from schemas.vocabularies import Qualifier

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

CARDINALS: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
CARDINALS |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
CARDINALS |= {
    f"{ten}-{unit}": CARDINALS[ten] + value
    for ten in _TENS
    for value, unit in enumerate(_UNITS[1:10], start=1)
}

_IRREGULAR_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def _ordinal(cardinal: str) -> str:
    head, dash, last = cardinal.rpartition("-")
    if last in _IRREGULAR_ORDINALS:
        return head + dash + _IRREGULAR_ORDINALS[last]
    return f"{head}{dash}{last[:-1]}ieth" if last.endswith("y") else f"{head}{dash}{last}th"


ORDINALS: dict[str, int] = {_ordinal(word): value for word, value in CARDINALS.items() if value}

#: Words before a number, longest first within a shape, and what they make of it. "Only", "just"
#: and "as many as" stress a number without changing it.
QUALIFIERS_BEFORE: dict[str, Qualifier] = {
    "not falling below": Qualifier.AT_LEAST,
    "no less than": Qualifier.AT_LEAST,
    "no fewer than": Qualifier.AT_LEAST,
    "not less than": Qualifier.AT_LEAST,
    "not fewer than": Qualifier.AT_LEAST,
    "at least": Qualifier.AT_LEAST,
    "a minimum of": Qualifier.AT_LEAST,
    "no more than": Qualifier.AT_MOST,
    "not more than": Qualifier.AT_MOST,
    "at most": Qualifier.AT_MOST,
    "a maximum of": Qualifier.AT_MOST,
    "up to": Qualifier.AT_MOST,
    "more than": Qualifier.OVER,
    "greater than": Qualifier.OVER,
    "higher than": Qualifier.OVER,
    "upwards of": Qualifier.OVER,
    "upward of": Qualifier.OVER,
    "in excess of": Qualifier.OVER,
    "exceeding": Qualifier.OVER,
    "over": Qualifier.OVER,
    "above": Qualifier.OVER,
    ">": Qualifier.OVER,
    "less than": Qualifier.UNDER,
    "fewer than": Qualifier.UNDER,
    "lower than": Qualifier.UNDER,
    "under": Qualifier.UNDER,
    "below": Qualifier.UNDER,
    "<": Qualifier.UNDER,
    "approximately": Qualifier.ABOUT,
    "approx.": Qualifier.ABOUT,
    "about": Qualifier.ABOUT,
    "around": Qualifier.ABOUT,
    "roughly": Qualifier.ABOUT,
    "nearly": Qualifier.ABOUT,
    "almost": Qualifier.ABOUT,
    "close to": Qualifier.ABOUT,
    "some": Qualifier.ABOUT,
    "circa": Qualifier.ABOUT,
    "ca.": Qualifier.ABOUT,
    "c.": Qualifier.ABOUT,
    "~": Qualifier.ABOUT,
    "≈": Qualifier.ABOUT,
    "only": Qualifier.EXACT,
    "just": Qualifier.EXACT,
    "merely": Qualifier.EXACT,
    "exactly": Qualifier.EXACT,
    "as many as": Qualifier.EXACT,
    "as few as": Qualifier.EXACT,
    "as much as": Qualifier.EXACT,
    "as little as": Qualifier.EXACT,
}

#: Words after a number and what they make of it.
QUALIFIERS_AFTER: dict[str, Qualifier] = {
    "or more": Qualifier.AT_LEAST,
    "or higher": Qualifier.AT_LEAST,
    "or greater": Qualifier.AT_LEAST,
    "or less": Qualifier.AT_MOST,
    "or fewer": Qualifier.AT_MOST,
    "or lower": Qualifier.AT_MOST,
}


def cardinal(text: str) -> int | None:
    """The whole number that a text writes, in figures ("1,512", "13 600") or words ("fifteen").

    None if it writes none.
    """
    figures = text.translate({ord(c): None for c in ", \u00a0\u202f\u2009"})
    if figures.isascii() and figures.isdigit():
        return int(figures)
    return CARDINALS.get(text.lower().replace(" ", "-"))


def ordinal(text: str) -> int | None:
    """The number that an ordinal writes, in words ("second") or figures ("2nd"); None if none."""
    word = text.lower().replace(" ", "-")
    if word[:-2].isascii() and word[:-2].isdigit() and word[-2:] in {"st", "nd", "rd", "th"}:
        return int(word[:-2])
    return ORDINALS.get(word)
