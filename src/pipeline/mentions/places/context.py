"""What stands around a name and tells what the name stands for."""

import re

from pipeline.mentions.places import words

_REACH = 48
_BEFORE = re.compile(
    r"([\w'’&-]+|\b(?:[A-Z]|St|Mr|Mrs|Ms|Dr|Gen|Col|Sen|Gov|Lt|Sgt|Rev|Prof)\.)[ \u00a0]$"
)
_PREPOSITION = re.compile(
    r"\b(in|at|near|outside|around)\s(?:the\s)?(?:nearby\s|neighbouring\s|neighboring\s|\d{1,3}\s)?$"
    r"|\b(?:adjourn|brought|call|came|drove|fled|flew|head|hurr|invit|journey|march|mov|proceed"
    r"|relocat|retir|retreat|return|rode|sail|sen[dt]|summon|transfer|travel|went|withdrew)"
    r"\w{0,5}\s(?:\w+\s){0,2}(to|from)\s$"
    r"|\b(?:city|town|village|port|estate|castle|palace|hotel|island|resort|suburb|outskirts|residents|people|inhabitants|siege|fall|capture"
    r"|occupation|liberation|battle|north|south|east|west)\s(of)\s$",
    re.IGNORECASE,
)
_SPACES = (" ", "\u00a0")
_OF = re.compile(r"([\w.'’-]+)\s+(?:of|for)\s+(?:the\s+)?$")
_AFTER = re.compile(r"[ \u00a0]([\w'’-]+)")
_CAPITAL = re.compile(
    r"(?:['’]s)?[ \u00a0]capital(?:[ \u00a0]city)?(?![\w-]|,?(?:[ \u00a0]of)?[ \u00a0][^\W\d_a-z]"
    r"|[ \u00a0](?:punishment|markets?|city|flows?|investments?|goods|gains?|account)\b)"
)
_ROMAN = re.compile(r"[IVX]+")
_LIST = re.compile(r"(?:,|,? (?:and|or|to)|/|–|-) ?(?:the |in |at )?")
_GOES_ON = re.compile(r"[ \u00a0–-]\w")
_TONGUE = re.compile(r"[-–](?:language|speak|medium)")
_SPOKEN = re.compile(
    r"(?:^|\W)(?:[Ii]n|[Ii]nto|[Ff]rom|speaks?|spoke|spoken|speaking|learn|fluent in)\s$"
)


def before(text: str, start: int) -> str:
    """The text before a position, as far as rules look."""
    return text[max(0, start - _REACH) : start]


def word_before(text: str, start: int) -> str:
    """The word before a position with only a space between, else nothing."""
    if text[max(0, start - 1) : start] not in _SPACES:
        return ""
    found = _BEFORE.search(before(text, start))
    return found[1] if found else ""


def word_after(text: str, end: int) -> str:
    """The word after a position with only a space between, else nothing."""
    found = _AFTER.match(text, end)
    return found[1] if found else ""


def preposition(text: str, start: int) -> str:
    """The preposition of place before a position in lower case, else nothing."""
    found = _PREPOSITION.search(before(text, start))
    return (found[1] or found[2] or found[3]).lower() if found else ""


def goes_on_before(text: str, start: int) -> bool:
    """Whether a capitalised word before makes the name part of a longer one ("Jack London")."""
    word = word_before(text, start).strip("'’")
    if word.lower() in _TITLES:
        return True
    if not word[:1].isupper():
        return False
    return not (
        word in words.FUNCTION_WORDS
        or word in words.MONTHS_AND_DAYS
        or word in words.DIRECTIONS
        or word.endswith("ly")
    )


def goes_on_after(text: str, end: int) -> bool:
    """Whether a capitalised word after makes the name part of a longer one ("Boston Globe")."""
    word = word_after(text, end)
    if not word[:1].isupper():
        return False
    return not (
        word in words.EVENTS
        or word in words.MONTHS_AND_DAYS
        or word in words.TITLES
        or word in words.DIRECTIONS
        or _ROMAN.fullmatch(word)
    )


def event_after(text: str, end: int) -> bool:
    """Whether an occasion named after the place follows ("Geneva talks")."""
    word = word_after(text, end)
    return word in words.EVENTS or word in words.SMALL_EVENTS


def _of_before(text: str, start: int) -> re.Match[str] | None:
    """The word and the "of" or "for" before a position; most positions have none near."""
    head = before(text, start)
    return _OF.search(head) if "of" in head or "for" in head else None


def capital_after(text: str, end: int) -> int | None:
    """Where "capital" ends behind a country, unless the name of the city follows it."""
    found = _CAPITAL.match(text, end)
    return found.end() if found else None


def belongs_to_name(text: str, start: int) -> bool:
    """Whether "X of" before makes the name part of a title, text or organisation."""
    found = _of_before(text, start)
    if not found:
        return False
    word = found[1]
    capital = word[:1].upper() + word[1:]
    return capital in words.PAPERS | words.ORGANISATIONS | words.TITLES


def belongs_to_organisation(text: str, start: int) -> bool:
    """Whether "X of" before makes it part of an organisation or a treaty ("Bank of England")."""
    found = _of_before(text, start)
    return found is not None and found[1] in words.ORGANISATIONS | words.PAPERS


def begins_organisation(text: str, end: int) -> bool:
    """Whether the name begins that of an organisation ("Ohio State University")."""
    position = end
    for _ in range(4):
        found = _AFTER.match(text, position)
        if not found or not found[1][:1].isupper():
            return False
        if found[1] in words.ORGANISATIONS:
            return True
        position = found.end()
    return False


def is_language(text: str, start: int, end: int) -> bool:
    """Whether an adjective names a language ("French-speaking", "in English.")."""
    if _TONGUE.match(text, end):
        return True
    return bool(_SPOKEN.search(before(text, start))) and not _GOES_ON.match(text, end)


def continues_list(text: str, last_end: int, start: int) -> bool:
    """Whether a name goes on a list of places that was read up to ``last_end``."""
    return bool(_LIST.fullmatch(text, last_end, start)) if start - last_end < 12 else False


_TITLES = frozenset(title.lower() for title in words.TITLES)
