"""What the shapes that name a pollster share."""

from typing import NamedTuple

from pipeline.mentions.names import CAPITAL, is_organisation
from pipeline.mentions.pollsters import known_pollster_at

#: The short form behind a name: "the Institute of Opinion (IO)".
SHORT_FORM = r"(?: \([\w.& -]{2,30}\))?"
#: A common noun behind a name: "the Median agency".
GENERIC = r"(?: (?:agency|institute|group|panel|team|firm|company|cent(?:re|er)))?"
BASED = rf"{CAPITAL}[\w.]{{1,20}}-(?:based|owned|run)"
#: How far before a cue its pollster may begin.
NAME_REACH = 120


class Shape(NamedTuple):
    """A phrase that names a pollster.

    Attributes:
        name: Where the name is, before it is trimmed to the organisation.
        start: Where the phrase begins.
        end: Where it ends.
        rule: The rule that read it.
    """

    name: tuple[int, int]
    start: int
    end: int
    rule: str


def reach(start: int) -> int:
    """Where a name before ``start`` may begin."""
    return max(0, start - NAME_REACH)


def is_pollster(same: str, start: int, name: str) -> bool:
    """Whether a name at ``start`` is that of an organisation that asks, not of who is asked."""
    return known_pollster_at(same, start) is not None or is_organisation(name)
