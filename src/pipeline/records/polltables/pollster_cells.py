"""Who ran a poll and who paid for it, as a cell names them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.documents.model import Cell
from pipeline.mentions.dates import find_dates
from pipeline.mentions.model import DateMention
from pipeline.mentions.names import expanded_names
from pipeline.mentions.pollsters import known_pollster_at
from pipeline.records.polltables.cells import is_gap, mode_in, text_of
from pipeline.records.polltables.passages import Spot

_LONGEST = 200
_EDGES = " \t\r\n\xa0,;:(–—-/*†‡^"
_POLL = re.compile(r"\s(?:(?:opinion|exit|tracking) )?(?:poll|survey)\s*$", re.I)
_BRACKET = re.compile(r"\s?\((?P<within>[^()]{1,60})\)\s*$")
_FOR = re.compile(
    r",?\s\(?(?:for|on behalf of|commissioned by) (?:the )?(?P<sponsor>[^()]{2,80})\)?"
)
_BY = re.compile(r"\s?[/\n]\s?")


@dataclass(frozen=True, slots=True)
class Named:
    """Who a cell names.

    Attributes:
        pollster: The pollster in the fullest form that the document gives.
        pollster_spot: Where it stands.
        sponsor_spot: Where the one who commissioned the poll stands, None if nobody is named.
        dates: The dates that the cell gives beside the name.
    """

    pollster: str
    pollster_spot: Spot
    sponsor_spot: Spot | None
    dates: tuple[DateMention, ...]


def named_in(
    cell: Cell, names: Mapping[str, str], *, and_sponsor: bool, dated: bool
) -> Named | None:
    """Read a cell that names a pollster; None if it names none.

    Args:
        cell: The cell.
        names: Full names by the short forms that the document defines.
        and_sponsor: Whether the header says that a client stands behind the pollster: else a
            slash is part of the name, as of pollsters who worked together.
        dated: Whether the cell may give the date of the poll behind the name.
    """
    text = text_of(cell)[:_LONGEST]
    dates = tuple(find_dates(text)) if dated else ()
    end = min((d.start for d in dates if d.start > 0), default=len(text))
    sponsor = None
    for_whom = _FOR.search(text, 0, end)
    if for_whom and (and_sponsor or _leads_to_customer(text, for_whom)):
        sponsor, end = for_whom.span("sponsor"), for_whom.start()
    elif and_sponsor:
        by = _BY.search(text.rstrip(), 1, end)
        if by and text[by.end() : end].strip(_EDGES):
            sponsor, end = (by.end(), end), by.start()
    start, end = _trimmed(text, 0, end)
    end = _without_bracket(text, start, end)
    if start >= end or is_gap(text[start:end]) or not any(c.isalpha() for c in text[start:end]):
        return None
    spot = Spot(cell.paragraph, start, end, "poll_table_pollster")
    return Named(
        names.get(spot.text, spot.text),
        spot,
        _spot(cell, sponsor),
        dates,
    )


def _leads_to_customer(text: str, for_whom: re.Match[str]) -> bool:
    """Whether "for" leads to a customer, not to the rest of a name ("Institute for Growth").

    It does behind a comma, bracket or well-known pollster, and so do longer phrases.
    """
    plain_for = for_whom.group().startswith(" for ")
    return not plain_for or known_pollster_at(text, 0) == for_whom.start()


def _without_bracket(text: str, start: int, end: int) -> int:
    """Leave out "poll", the short form of a name and how people were asked, at its end."""
    bracket = _BRACKET.search(text, start, end)
    if bracket and bracket.start() > start:
        within = bracket["within"]
        if within in expanded_names(text[start:end]) or mode_in(within):
            end = bracket.start()
    poll = _POLL.search(text, start, end)
    return poll.start() if poll and poll.start() > start else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _spot(cell: Cell, span: tuple[int, int] | None) -> Spot | None:
    if span is None:
        return None
    text = text_of(cell)
    start, end = _trimmed(text, *span)
    bare = start < end and not is_gap(text[start:end])
    return Spot(cell.paragraph, start, end, "poll_table_sponsor") if bare else None
