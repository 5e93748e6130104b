"""Numbers: how English writes them in figures and in words, and how it qualifies them."""

import re

from pipeline.mentions.typography import plain
from pipeline.mentions.vocabulary import any_of
from schemas.vocabularies import Qualifier

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

#: Whole numbers of one word, those with a hyphen ("forty-six") among them.
CARDINALS: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
CARDINALS |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
CARDINALS |= {
    f"{ten}-{unit}": CARDINALS[ten] + value
    for ten in _TENS
    for value, unit in enumerate(_UNITS[1:10], start=1)
}

_DOZEN = 12
#: The greatest first.
_SCALES = {"million": 1_000_000, "thousand": 1_000, "hundred": 100, "dozen": _DOZEN}
_MAX_NUMBER_WORDS = 12
_SCALE = any_of(_SCALES)
_PART = any_of([*_UNITS, *_TENS, *_SCALES])
_FIRST_PART = any_of(
    form for word in (*_UNITS, *_TENS, *_SCALES) for form in (word, word.capitalize())
)

#: A pattern (source) for what may be a whole number in words, of text that is :func:`plain`.
#: It also matches "three four": :func:`cardinal` tells.
CARDINAL_WORDS = (
    rf"{_FIRST_PART}\b(?:[ -]{_PART}\b"
    rf"|(?:(?<=hundred)|(?<=thousand)|(?<=million)) and {_PART}\b){{0,7}}"
)

_FIGURES = re.compile(r"[0-9]{1,15}|[0-9]{1,3}(?:[, ][0-9]{3}){1,4}")
_SCALED = re.compile(rf"([0-9]{{1,6}})(?:\.([0-9]{{1,6}}))?[ -]({_SCALE})")
_ORDINAL_FIGURES = re.compile(r"([0-9]{1,9})(?:st|nd|rd|th)")

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

#: Words before a number and what they make of it. "Only", "just" and "as many as" stress a number
#: without changing it.
QUALIFIERS_BEFORE: dict[str, Qualifier] = {
    words: qualifier
    for qualifier, phrases in {
        Qualifier.AT_LEAST: (
            "at least", "at the least", "at the very least", "no less than", "no fewer than",
            "not less than", "not fewer than", "not falling below", "never below", "a minimum of",
            "minimum", "≥",
        ),
        Qualifier.AT_MOST: (
            "at most", "at the most", "at the very most", "no more than", "not more than",
            "not exceeding", "no higher than", "no greater than", "a maximum of", "maximum",
            "up to", "≤",
        ),
        Qualifier.OVER: (
            "more than", "greater than", "higher than", "better than", "upwards of", "upward of",
            "in excess of", "north of", "exceeding", "exceeded", "exceeds", "over", "above", ">",
        ),
        Qualifier.UNDER: (
            "less than", "fewer than", "lower than", "under", "below", "beneath", "short of",
            "shy of", "not even", "<",
        ),
        Qualifier.ABOUT: (
            "about", "around", "approximately", "approx", "approx.", "roughly", "nearly", "almost",
            "close to", "near to", "some", "circa", "ca", "ca.", "c.", "an estimated", "estimated",
            "practically", "virtually", "approaching", "nigh on", "not quite", "in the region of",
            "of the order of", "on the order of", "in the order of", "somewhere around", "~", "≈",
        ),
        Qualifier.EXACT: (
            "only", "just", "merely", "exactly", "precisely", "barely", "a mere", "fully", "a full",
            "as many as", "as few as", "as much as", "as little as", "as high as", "as low as",
        ),
    }.items()
    for words in phrases
}  # fmt: skip

#: Words after a number and what they make of it.
QUALIFIERS_AFTER: dict[str, Qualifier] = {
    "or more": Qualifier.AT_LEAST,
    "or higher": Qualifier.AT_LEAST,
    "or greater": Qualifier.AT_LEAST,
    "or above": Qualifier.AT_LEAST,
    "or over": Qualifier.AT_LEAST,
    "at least": Qualifier.AT_LEAST,
    "or less": Qualifier.AT_MOST,
    "or fewer": Qualifier.AT_MOST,
    "or lower": Qualifier.AT_MOST,
    "or below": Qualifier.AT_MOST,
    "or under": Qualifier.AT_MOST,
    "at most": Qualifier.AT_MOST,
    "or so": Qualifier.ABOUT,
    "or thereabouts": Qualifier.ABOUT,
}

_MAX_QUALIFIER_WORDS = max(len(words.split()) for words in QUALIFIERS_BEFORE)
_SIGNS = frozenset("<>~≈≤≥")
_STRESS = frozenset("well just very slightly only somewhat far way marginally comfortably".split())
_TWO_WORD_STRESS = frozenset({"a little", "a bit"})
_WORD = re.compile(r"[^\s\"()\[\],;:]+")
#: "Rose up to 54%" gives where it arrived, "up to 54%" alone a limit.
_MOVED = frozenset(
    "went goes gone going rose risen rise rises climbed moved jumped grew is was crept inched "
    "edged shot soared surged creeping back".split()
)
_AFTER = re.compile(rf" {any_of(QUALIFIERS_AFTER)}(?!\w| one\b)", re.IGNORECASE)


def qualifier_before(text: str, offset: int) -> tuple[int, Qualifier]:
    """Where the words begin that qualify the number at ``offset``, and what they make of it.

    ``(offset, Qualifier.EXACT)`` if none do.

    Args:
        text: A text that is :func:`~pipeline.mentions.typography.plain`.
        offset: First character of the number.
    """
    window = max(0, offset - 48)
    head = text[window:offset]
    sign = head.rstrip(" ")[-1:]
    if sign in _SIGNS and len(head) - len(head.rstrip(" ")) <= 1:
        return window + len(head.rstrip(" ")) - 1, QUALIFIERS_BEFORE[sign]
    words = list(_WORD.finditer(head))
    if not words or head[words[-1].end() :].strip(" ") or words[-1].end() == len(head):
        return offset, Qualifier.EXACT
    for size in range(min(_MAX_QUALIFIER_WORDS, len(words)), 0, -1):
        first = len(words) - size
        qualifier = QUALIFIERS_BEFORE.get(_joined(words[first:]))
        if qualifier is None or (words[first].start() == 0 and window):
            continue
        before = _joined(words[max(0, first - 1) : first])
        if before in _MOVED and _joined(words[first:]) == "up to":
            return offset, Qualifier.EXACT
        if before in _STRESS or QUALIFIERS_BEFORE.get(before) is Qualifier.EXACT:
            first -= 1
        elif _joined(words[max(0, first - 2) : first]) in _TWO_WORD_STRESS:
            first -= 2
        return window + words[first].start(), qualifier
    return offset, Qualifier.EXACT


def _joined(words: list[re.Match[str]]) -> str:
    return " ".join(word.group().lower() for word in words)


def qualifier_after(text: str, offset: int) -> tuple[int, Qualifier | None]:
    """Where the words end that qualify a number before ``offset``, and what they make of it.

    ``(offset, None)`` if none do. The text must be :func:`~pipeline.mentions.typography.plain`.
    """
    match = _AFTER.match(text, offset)
    return (match.end(), QUALIFIERS_AFTER[match.group()[1:].lower()]) if match else (offset, None)


def cardinal(text: str) -> int | None:
    """The whole number that a text writes, None if it writes none.

    In figures ("1,512", "13 600"), in words ("fifteen", "two hundred and six", "a dozen"), or in
    figures with a word ("1.2 million").
    """
    words = plain(text).lower()
    if _FIGURES.fullmatch(words):
        return int(words.replace(",", "").replace(" ", ""))
    scaled = _SCALED.fullmatch(words)
    if scaled:
        whole, decimals, scale = scaled.groups(default="")
        value, rest = divmod(int(whole + decimals) * _SCALES[scale], 10 ** len(decimals))
        return None if rest else value
    named = words.replace("-", " ").split()
    if named[:1] in (["a"], ["an"]) and named[1:2] and named[1] in _SCALES:
        named[0] = "one"
    return _in_words(named) if len(named) <= _MAX_NUMBER_WORDS else None


def _in_words(words: list[str]) -> int | None:
    """Split at the greatest scale word: what stands before multiplies it, what follows adds."""
    for scale, value in _SCALES.items():
        if scale not in words:
            continue
        at = words.index(scale)
        rest = words[at + 2 :] if words[at + 1 : at + 2] == ["and"] else words[at + 1 :]
        times, added = _in_words(words[:at]), _in_words(rest) if rest else 0
        if times is None or added is None or added >= value or (rest and value == _DOZEN):
            return None
        return times * value + added
    return CARDINALS.get("-".join(words))


def ordinal(text: str) -> int | None:
    """The number that an ordinal writes, in words ("second") or figures ("2nd"); None if none."""
    word = text.lower().replace(" ", "-")
    figures = _ORDINAL_FIGURES.fullmatch(word)
    return int(figures[1]) if figures else ORDINALS.get(word)
