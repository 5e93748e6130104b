"""Shapes that make any name a place: "the Vitebsk region of Belarus", "at Elmau, Germany"."""

import re

from pipeline.mentions.places import words
from pipeline.mentions.places.keys import UPPER

_REACH = 90
_NAME = rf"[{UPPER}]\w+(?:[ '’-](?:(?:am|de|la|le|les|on|sur|upon)[ -])?[{UPPER}]\w+){{0,3}}"
_DIVISION = (
    r"(?:[Cc]anton|[Cc]ounty|[Dd]epartment|[Dd]istrict|[Gg]overnorate|[Oo]blast|[Pp]refecture"
    r"|[Pp]rovince|[Rr]aion|[Rr]egion|[Vv]oivodeship)"
)
_OF_STATE = r"(?: of (?:the )?| in (?:the )?|, )"
_AFTER_NAME = re.compile(rf" {_DIVISION}\b")
_JOINED = re.compile(_OF_STATE)
_DIVISION_BEFORE = re.compile(rf"(?<!\w)({_NAME}) {_DIVISION}{_OF_STATE}$")
_TOWN_BEFORE = re.compile(rf"(?<!\w)(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) ({_NAME}), $")
_NO_TOWN = (
    words.FUNCTION_WORDS
    | words.MONTHS_AND_DAYS
    | words.ORGANISATIONS
    | words.EVENTS
    | words.TITLES
    | {"Air", "Base", "Camp", "Castle", "Fort", "Hotel", "House", "Palace", "Parliament"}
)


def division_after(text: str, end: int) -> int | None:
    """Where a noun such as "region" ends that follows a name."""
    found = _AFTER_NAME.match(text, end)
    return found.end() if found else None


def state_joins(text: str, end: int, start: int) -> bool:
    """Whether the name of the state at ``start`` is joined to a division that ended at ``end``."""
    return bool(_JOINED.fullmatch(text, end, start))


def unknown_division(text: str, start: int) -> int | None:
    """Where a division begins that stands before the name of its state."""
    return _name_before(_DIVISION_BEFORE, text, start)


def unknown_town(text: str, start: int) -> tuple[int, int] | None:
    """The span of a name that is placed before a comma and the name of its region or state."""
    begin = _name_before(_TOWN_BEFORE, text, start)
    return (begin, text.rindex(",", begin, start)) if begin is not None else None


def _name_before(shape: re.Pattern[str], text: str, start: int) -> int | None:
    offset = max(0, start - _REACH)
    found = shape.search(text[offset:start])
    if not found or not _NO_TOWN.isdisjoint(re.findall(r"\w+", found[1])):
        return None
    return offset + found.start(1)
