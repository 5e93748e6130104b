"""Polls as the rows and columns of a table, and the texts around it, tell of them."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from pipeline.mentions.pollsters import find_known_pollsters
from pipeline.mentions.typography import plain
from pipeline.records.model import Passage, Poll
from pipeline.records.polltables.cells import margin_in, mode_in, sample_in, text_of
from pipeline.records.polltables.context import TableContext
from pipeline.records.polltables.dating import Dating, date_of_cell, dated
from pipeline.records.polltables.grid import distinct
from pipeline.records.polltables.heads import Head
from pipeline.records.polltables.passages import Spot, spot_of
from pipeline.records.polltables.pollster_cells import Named, named_in
from pipeline.records.polltables.roles import Role
from pipeline.records.polltables.rows import BodyRow
from pipeline.records.polltables.told import (
    date_told,
    pollster_told,
    question_told,
    sample_told,
    source_told,
)
from schemas.vocabularies import DateBasis, PollMode, Qualifier

_POLLSTERS = (Role.POLLSTER, Role.POLLSTER_AND_SPONSOR)
_DATES = (Role.DATE, Role.PUBLISHED)
_NOBODY = frozenset({"N/A", "NA", "NONE", "UNKNOWN", "SELF", "TBA"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a poll: each value with where it stands, None for what is not told."""

    pollster: tuple[str, Spot] | None = None
    start_date: Dating | None = None
    sample_size: tuple[int, Qualifier, Spot] | None = None
    margin_of_error: tuple[float, Spot] | None = None
    mode: tuple[PollMode, Spot] | None = None
    question: tuple[str, Spot] | None = None
    sponsor: tuple[str, Spot] | None = None

    def spots(self) -> Iterator[tuple[str, Spot]]:
        """The columns that are told, with the places where they stand."""
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, Dating):
                yield from ((each.name, spot) for spot in value.spots)
            elif value is not None:
                yield each.name, value[-1]


class PollMaker:
    """Makes the polls of a table, one object for all shares of one poll."""

    def __init__(self, context: TableContext) -> None:
        self._context = context
        self._of_table = _facts_around(context)
        self._made: dict[Facts, Poll] = {}

    def poll(self, row: BodyRow, head: Head, date: Dating | None) -> Poll:
        """The poll that a share of a row is from.

        Args:
            row: The row.
            head: The header of the column of the share.
            date: The date of the row.
        """
        context, table = self._context, self._of_table
        named = _named(context, row, head)
        facts = Facts(
            _pollster(named) or (None if context.has(*_POLLSTERS) else table.pollster),
            _when(head, date, named) or (None if context.has(*_DATES) else table.start_date),
            _sample(context, row) or (None if context.has(Role.SAMPLE) else table.sample_size),
            _margin(context, row),
            _mode(context, row),
            _question(row, head) or table.question,
            _sponsor(context, row, named) or table.sponsor,
        )
        if facts.pollster is None and not context.has(*_POLLSTERS):
            facts = replace(facts, pollster=_pollster_of_notes(context, row))
        if facts not in self._made:
            self._made[facts] = self._poll(facts, row)
        return self._made[facts]

    def _poll(self, facts: Facts, row: BodyRow) -> Poll:
        context = self._context
        spots = list(facts.spots())
        telling = [spot for field, spot in spots if field in {"pollster", "start_date"}]
        anchor = telling[0] if telling else _first_spot(context, row)
        passages: list[Passage] = [context.citer.passage("record", anchor)]
        passages += [context.citer.passage(field, spot) for field, spot in spots]
        return Poll(
            pollster=facts.pollster[0] if facts.pollster else None,
            sponsor=facts.sponsor[0] if facts.sponsor else None,
            when=facts.start_date.when if facts.start_date else None,
            sample_size=facts.sample_size[0] if facts.sample_size else None,
            sample_size_qualifier=facts.sample_size[1] if facts.sample_size else None,
            margin_of_error=facts.margin_of_error[0] if facts.margin_of_error else None,
            mode=facts.mode[0] if facts.mode else None,
            question=facts.question[0] if facts.question else None,
            passages=tuple(passages),
        )


def _facts_around(context: TableContext) -> Facts:
    """What the texts around the table say of all its polls."""
    around = context.around
    survey, source, date = pollster_told(around), source_told(around), date_told(around)
    sample, question = sample_told(around), question_told(around)
    pollster = sponsor = None
    if survey:
        name = survey[0].pollster or ""
        pollster = context.names.get(name, name), survey[1]
        sponsor = (survey[0].sponsor, survey[1]) if survey[0].sponsor else None
    elif source:
        pollster = context.names.get(source.text, source.text), source
    return Facts(
        pollster=pollster,
        sponsor=sponsor,
        start_date=dated(date[0], [date[1]], DateBasis.FIELDWORK) if date else None,
        sample_size=(sample[0].size, sample[0].qualifier, sample[1]) if sample else None,
        question=(question.text, question) if question else None,
    )


def _named(context: TableContext, row: BodyRow, head: Head) -> Named | None:
    both = context.cells(row, Role.POLLSTER_AND_SPONSOR)
    around = [cell for cell in (head.pollster, row.section.pollster) if cell]
    for cell in (*both, *context.cells(row, Role.POLLSTER), *around):
        named = named_in(
            cell,
            context.names,
            and_sponsor=any(cell is other for other in both),
            dated=not context.has(*_DATES),
        )
        if named:
            return named
    return None


def _pollster(named: Named | None) -> tuple[str, Spot] | None:
    return (named.pollster, named.pollster_spot) if named else None


def _when(head: Head, date: Dating | None, named: Named | None) -> Dating | None:
    """The date of the column, else of the row, else beside the name of the pollster."""
    if head.date:
        own = date_of_cell(head.date, None, DateBasis.FIELDWORK, "poll_table_date")
        if own:
            return own
    if date or named is None or not named.dates:
        return date
    first = named.dates[0]
    spot = Spot(named.pollster_spot.source, first.start, first.end, "poll_table_date")
    return dated(first, [spot], DateBasis.FIELDWORK)


def _sample(context: TableContext, row: BodyRow) -> tuple[int, Qualifier, Spot] | None:
    for cell in context.cells(row, Role.SAMPLE):
        sample = sample_in(text_of(cell))
        if sample:
            spot = Spot(cell.paragraph, sample.start, sample.end, "poll_table_sample")
            return sample.size, sample.qualifier, spot
    return None


def _margin(context: TableContext, row: BodyRow) -> tuple[float, Spot] | None:
    for cell in context.cells(row, Role.MARGIN_OF_ERROR):
        margin = margin_in(text_of(cell))
        if margin:
            start, end, points = margin
            return points, Spot(cell.paragraph, start, end, "poll_table_margin")
    return None


def _mode(context: TableContext, row: BodyRow) -> tuple[PollMode, Spot] | None:
    for cell in context.cells(row, Role.MODE):
        mode = mode_in(text_of(cell))
        if mode:
            return mode, spot_of(cell, "poll_table_mode")
    return None


def _question(row: BodyRow, head: Head) -> tuple[str, Spot] | None:
    cell = head.question or row.section.question
    spot = spot_of(cell, "poll_table_question") if cell else None
    return (spot.text, spot) if spot else None


def _sponsor(context: TableContext, row: BodyRow, named: Named | None) -> tuple[str, Spot] | None:
    if named and named.sponsor_spot:
        return named.sponsor_spot.text, named.sponsor_spot
    for cell in context.cells(row, Role.SPONSOR):
        spot = spot_of(cell, "poll_table_sponsor")
        if any(c.isalpha() for c in spot.text) and spot.text.upper() not in _NOBODY:
            return spot.text, spot
    return None


def _pollster_of_notes(context: TableContext, row: BodyRow) -> tuple[str, Spot] | None:
    """A well-known pollster that the footnotes of a row, or of the captions, name."""
    paragraphs = [cell.paragraph for cell in distinct(row.cells)]
    keys = [n.key for p in (*paragraphs, *context.around.captions) for n in p.footnotes]
    for note in filter(None, map(context.notes.get, keys)):
        for start, end in find_known_pollsters(plain(note.text)):
            if note.text[start:end] in note.note:
                return note.text[start:end], Spot(note, start, end, "poll_table_footnote")
    return None


def _first_spot(context: TableContext, row: BodyRow) -> Spot:
    """Where a poll of which nothing is told is spoken of: the header, else the row."""
    header = [cell for cells in context.grid.header for cell in distinct(cells)]
    return spot_of((*header, *distinct(row.cells))[0], "poll_table")
