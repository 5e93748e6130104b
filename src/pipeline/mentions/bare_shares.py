"""Shares without a percent sign, where what stands around them tells that they are shares.

"Tied 45-45", "one side was ahead, at 55 to 45" and, behind a share that has a sign, "had shrunk to
63 by May", "as low as 43 among the old" and "and Smith at 17".
"""

import re
from collections.abc import Iterator

_TIED = re.compile(
    r"\b(?:[Tt]ied|[Ll]evel|[Ee]ven|[Dd]eadlocked) (?:at )?(?P<n1>[1-5][0-9])(?: ?- ?| to )"
    r"(?P<n2>[1-5][0-9])(?![\w%]|[.,][0-9]| per)"
)
#: Shares that are as good as equal; the score of a match may be further apart.
_TIE = 3
_AGAINST = re.compile(
    r"\b(?:at|stood|by|ahead,|behind,|lead,) (?P<n1>[3-6][0-9]) to (?P<n2>[2-6][0-9])"
    r"(?![\w%]|[.,][0-9]| per|-| (?:votes?|seats?|points?|goals?))"
)
#: What the two sides of a question come to together: all, or all but those without an opinion.
_BOTH_SIDES = range(85, 101)
_MOVED_TO = re.compile(
    r"\b(?:(?:shrunk|shrank|fallen|fell|dropped|declined|sunk|sank|slipped|risen|rose|climbed|grown|"
    r"grew|jumped|increased|decreased) to|as (?:low|high) as) (?P<n1>[1-9][0-9])"
    r"(?=[,;.](?![0-9])| (?:by|in|among|among|for|at|and) )"
)
_NAME_AT = re.compile(
    r"(?:%|cent),? (?:and|with|while|to) (?:[A-Z][\w'-]{1,20} ){1,3}(?:at|on|with) "
    r"(?P<n1>[1-9][0-9]?)(?=[,;](?![0-9])|\.(?![0-9])| and )"
)
_REACH = 200


def find_bare_shares(same: str, signs: list[int]) -> Iterator[tuple[int, int, str]]:
    """The shares that a text writes without a percent sign, each with the rule that reads it.

    Args:
        same: A text that is :func:`~pipeline.mentions.typography.plain`.
        signs: Where the shares with a sign end, in ascending order.

    Yields:
        Start and end of a number, and the name of the rule.
    """
    if "ied " in same or "ev" in same or "locked" in same:
        for match in _TIED.finditer(same):
            if abs(int(match["n1"]) - int(match["n2"])) <= _TIE:
                yield from _both(match, "tied_at_share")
    if " to " in same:
        for match in _AGAINST.finditer(same):
            if int(match["n1"]) + int(match["n2"]) in _BOTH_SIDES:
                yield from _both(match, "at_share_to_share")
    for match in _NAME_AT.finditer(same) if signs else ():
        yield (*match.span("n1"), "name_at_share")
    for match in _MOVED_TO.finditer(same) if signs else ():
        before = [end for end in signs if match.start() - _REACH <= end <= match.start()]
        if before and ". " not in same[before[-1] : match.start()]:
            yield (*match.span("n1"), "moved_to_share")


def _both(match: re.Match[str], rule: str) -> Iterator[tuple[int, int, str]]:
    yield (*match.span("n1"), rule)
    yield (*match.span("n2"), rule)
