"""Proper names of organisations, as runs of capitalised words."""

import re

from pipeline.mentions.places import country_of
from pipeline.mentions.vocabulary import MONTHS

CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŞŠŻŽĀČĒĢĪĶĻŅŌŪİ]"
_WORD = rf"(?:(?:[A-Z]\.){{2,5}}|[A-Z]\.(?=[ ])|{CAPITAL}[\w’'&]{{0,40}}(?:[.-]\w{{1,30}}){{0,4}})"
_JOIN = r"(?:[ ]?/[ ]?|[ ](?:of|for|de|du|der|&|–|of[ ]the|for[ ]the)[ ]|[ ]and[ ](?:the[ ])?|[ ])"

#: A pattern (source) for a proper name of up to nine capitalised words and what joins them.
NAME = rf"(?<!\w){_WORD}(?:{_JOIN}{_WORD}){{0,8}}"

#: Words that may be capitalised before a name without belonging to it.
_LEADING = frozenset(
    "a an the another one two three four five several some many most all each every other further "
    "earlier later recent early late final first last such same this that these those his her its "
    "their our in on at by of for from to and but while according as when since after before "
    "various multiple both no any numerous based then thus however meanwhile similarly likewise "
    "also now still even only about among through under with although because if so yet".split()
)
#: Words that, without any other, name no organisation.
_GENERIC = frozenset(
    "new old opinion public national international internal online internet telephone private exit "
    "independent pre-election post-election local regional european world global annual monthly "
    "weekly daily official facebook twitter democratic republican conservative labour liberal "
    "gop state federal".split()
)
_TRAILING = frozenset(
    "poll polls survey surveys study report reports global and of for the &".split()
)
#: Nouns of organisations, which a name goes on after ("Institute for ...").
ORGANISATION_NOUN = re.compile(
    r"(?:Institut|Cent(?:er|re)|Council|Foundation|Association|Bureau|Agency|Office|Network|"
    r"Society|Committee|Group|Fund|Forum|Campaign|Coalition|Alliance|Union|Initiative|"
    r"Organi[sz]ation|Program|School|Department|Ministry|Academy|College|University)\w*$"
)


_ACRONYM = re.compile(r"[A-Z][A-Z&.-]{2,9}[A-Z0-9.]?|[A-Z]{1,3}[a-z]{1,8}[A-Z]\w{0,12}")


def is_acronym(name: str) -> bool:
    """Whether a name is written like "CBOS" or "YouGov"; two letters ("US") do not tell."""
    return _ACRONYM.fullmatch(name) is not None


_POLLSTER_WORD = re.compile(
    r"(?:Research|Opinion|Polls?|Polling|Surveys?|Strategies|Insights|Analytics|Barometer|Pollsters|"
    r"Consulting|Statistics|Church|Trust|Board|Commission|Bank|Authority)"
)


def is_organisation(name: str) -> bool:
    """Whether a name is an acronym, or has among others a word that names organisations."""
    words = name.split(" ")
    return is_acronym(name) or (
        len(words) > 1
        and any(ORGANISATION_NOUN.match(word) or _POLLSTER_WORD.fullmatch(word) for word in words)
    )


def organisation(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Trim ``text[start:end]`` to the organisation that it names.

    Articles, months, years and generic words before the name, and "Poll" and the like behind it,
    go. None where nothing is left: a people, a country or a party alone is no organisation.
    """
    words = [(start + w.start(), start + w.end()) for w in re.finditer(r"[^\s/]+", text[start:end])]
    while words and _is_leading(text[slice(*words[0])]):
        words.pop(0)
    words = words[: _length(text, words)]
    while words and _plain(text[slice(*words[-1])]) in _TRAILING:
        words.pop()
    names = [text[slice(*word)] for word in words]
    if all(_plain(name) in _GENERIC or country_of(name.strip(".,’'")) for name in names):
        return None
    first, last = words[0][0], words[-1][1]
    if country_of(text[first:last]):
        return None
    for possessive in ("’s", "'s"):
        last -= len(possessive) if text[first:last].endswith(possessive) else 0
    return (first, last) if first < last else None


def _length(text: str, words: list[tuple[int, int]]) -> int:
    """How many words belong to the name: it ends before a month and before "for" a customer."""
    for index, word in enumerate(words):
        plain = text[slice(*word)].strip(".,")
        if plain in MONTHS:
            return index
        if plain == "for" and not ORGANISATION_NOUN.search(text[slice(*words[index - 1])]):
            return index
    return len(words)


def _plain(word: str) -> str:
    return word.lower().strip(".,’'")


def _is_leading(word: str) -> bool:
    plain = _plain(word)
    return (
        plain in _LEADING
        or plain.capitalize() in MONTHS
        or plain.isdigit()
        or plain.endswith(("-based", "-owned", "-run"))
    )


_SHORT = r"[A-Z][A-Za-z0-9&.-]{1,11}"
_BRACKETED_SHORT = re.compile(rf" \((?P<short>{_SHORT})\)")
_SHORT_THEN_FULL = re.compile(rf"\b(?P<short>{_SHORT}) \((?:the )?(?P<full>{NAME})\)")
_NAME_PART = re.compile(r"[\w&]+(?:[’'.]\w+)*")
#: Words whose initials a short form may leave out.
_MINOR = frozenset("of and for the on in at to de du la le et der und für & s".split())
_FULL_REACH = 120
#: What may stand between two words of one name.
_GAPS = frozenset({" ", "-", "–", "/", " – ", " - ", ", "})


def expanded_names(text: str) -> dict[str, str]:
    """The short forms that a text defines, each with its full form.

    "Kyiv International Institute of Sociology (KIIS)" and "KIIS (Kyiv International Institute of
    Sociology)" both give ``{"KIIS": "Kyiv International Institute of Sociology"}``. The letters of
    the short form must be the initials of the full one, small words apart; the first definition
    counts.
    """
    found: dict[str, str] = {}
    if "(" not in text:
        return found
    for match in _BRACKETED_SHORT.finditer(text):
        full = _name_with_initials(text, match.start(), match["short"])
        if full is not None:
            found.setdefault(match["short"], full)
    for match in _SHORT_THEN_FULL.finditer(text):
        if _fits(match["short"], _NAME_PART.findall(match["full"])):
            found.setdefault(match["short"], match["full"])
    return found


def _name_with_initials(text: str, end: int, short: str) -> str | None:
    """The shortest run of words up to ``end`` whose initials are a short form."""
    words = list(_NAME_PART.finditer(text, max(0, end - _FULL_REACH), end))
    if not words or words[-1].end() != end:
        return None
    for first in range(len(words) - 1, -1, -1):
        if (
            first + 1 < len(words)
            and text[words[first].end() : words[first + 1].start()] not in _GAPS
        ):
            return None
        name = [word.group() for word in words[first:]]
        if name[0][0].isupper() and len(name) > 1 and _fits(short, name):
            return text[words[first].start() : end]
    return None


def _fits(short: str, words: list[str]) -> bool:
    """Whether the letters of a short form are the initials of words, small words apart."""
    letters = [c.lower() for c in short if c.isalnum() or c == "&"]
    reached = {0}
    for word in words:
        minor = word.lower() in _MINOR
        reached = {n + 1 for n in reached if letters[n : n + 1] == [word[0].lower()]} | (
            reached if minor else set()
        )
    return len(letters) in reached
