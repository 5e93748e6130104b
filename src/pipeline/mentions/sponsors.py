"""Who commissioned a survey: "commissioned by X and Y", "a poll for the newspaper X"."""

import re

from pipeline.mentions.names import CAPITAL, NAME

_LISTED = rf"{NAME}(?:, (?:the )?{NAME}){{0,5}}(?:,? and (?:the )?{NAME})?"
#: What a sponsor is, before its name: "for the trade association X".
_KIND = r"(?:(?!and\b|in\b|of\b|its\b|their\b|all\b)[a-z][\w-]{1,20} ){0,3}?"
_ORDERED = re.compile(
    r"\b(?:(?:commissioned|sponsored|funded|financed|ordered|requested|paid for|supported) by"
    r"|on behalf of|working for|polling for|interviewed for) (?:the |an? )?"
    rf"{_KIND}(?P<name>{_LISTED})"
)
_FOR = re.compile(rf"(?<=\w) for (?:the |an? )?{_KIND}(?P<name>{_LISTED})")
_BEFORE_FOR = re.compile(
    r"(?:\b(?:polls?|polling|surveys?|questionnaires?|conducted|carried out|ran|run|made)"
    rf"|(?<!\w){CAPITAL}[\w&-]{{1,40}})$"
)
_REACH = 80


def find_sponsors(same: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names of who commissioned the survey that ``same[start:end]`` speaks of.

    Args:
        same: A text that is :func:`~pipeline.mentions.typography.plain`.
        start: First character of the phrase.
        end: Character after its last one.

    Returns:
        The spans of the candidates, the first one first; one may hold several names ("the BBC,
        ABC News and ARD").
    """
    limit = end + _REACH
    ordered = _ORDERED.search(same, start, limit)
    wanted = next(
        (
            match
            for match in _FOR.finditer(same, start, limit)
            if _BEFORE_FOR.search(same, max(start, match.start() - 45), match.start())
        ),
        None,
    )
    return sorted(match.span("name") for match in (ordered, wanted) if match)
