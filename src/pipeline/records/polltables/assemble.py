"""Put the poll results of a table together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.documents.model import Cell, Document, Table
from pipeline.records.model import PollResult, Rejection
from pipeline.records.polltables.cells import Share, number_in, text_of
from pipeline.records.polltables.columns import Column, columns_of
from pipeline.records.polltables.context import TableContext
from pipeline.records.polltables.dating import dates_of_rows
from pipeline.records.polltables.grid import grid_of
from pipeline.records.polltables.heads import Head, heads_of
from pipeline.records.polltables.naming import names_dated_vote
from pipeline.records.polltables.passages import Citer, Spot
from pipeline.records.polltables.people import PeopleReader, answer_of
from pipeline.records.polltables.plausibility import other_numbers, shares_of
from pipeline.records.polltables.polls import PollMaker
from pipeline.records.polltables.roles import Role
from pipeline.records.polltables.rows import BodyRow, Kind, rows_of
from pipeline.records.polltables.screening import is_of_polls, may_be_of_polls, objection
from pipeline.records.polltables.surroundings import surroundings_of
from pipeline.records.polltables.told import year_told
from schemas.vocabularies import CandidateKind, RejectReason

_RULE = "poll_table_cell"

Why = tuple[RejectReason, str | None]
_OF_ROW: Mapping[Kind, Why] = {
    Kind.VOTE: (RejectReason.ELECTION_RESULT, None),
    Kind.AVERAGE: (RejectReason.NO_SURVEY, "an average of polls"),
    Kind.LEAD: (RejectReason.CHANGE_OR_LEAD, None),
    Kind.TURNOUT: (RejectReason.ELECTION_RESULT, "a turnout"),
    Kind.SUM: (RejectReason.NOT_A_SHARE_OF_PEOPLE, "a sum of shares"),
}
_OF_COLUMN: Mapping[Role | None, Why] = {
    Role.LEAD: (RejectReason.CHANGE_OR_LEAD, None),
    Role.TURNOUT: (RejectReason.ELECTION_RESULT, "a turnout"),
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A share with its place in the grid, or a number that is none, with why."""

    row: int
    column: Column
    cell: Cell
    share: Share | None
    spot: Spot
    why: Why | None


def table_results(
    document: Document, table: Table, names: Mapping[str, str]
) -> tuple[list[PollResult], list[Rejection]]:
    """The poll results of a table, and its numbers that only look like some.

    Every share, lead and turnout of a table that looks like one of polls is accounted for. A
    table that does not, such as one of the results of an election, gives nothing at all.

    Args:
        document: The document.
        table: One of its tables.
        names: Full names by the short forms that the document defines.
    """
    grid = grid_of(table)
    around = surroundings_of(document, table, grid)
    if not may_be_of_polls(grid, around):
        return [], []
    columns = columns_of(grid)
    if not is_of_polls(grid, columns, around):
        return [], []
    citer = Citer(document, grid, [c.index for c in columns if c.role is Role.SHARE])
    context = TableContext(document, grid, columns, around, names, citer)
    rows = list(rows_of(grid, columns))
    found = list(_found(context, rows))
    results = _results(context, rows, [each for each in found if each.why is None])
    rejections = {
        (each.spot.raw_span()): Rejection(
            CandidateKind.POLL_RESULT,
            each.why[0],
            citer.passage("record", each.spot),
            each.why[1],
        )
        for each in reversed(found)
        if each.why is not None
    }
    taken = {(p.start, p.end) for result in results for p in result.passages[:1]}
    return results, [rejections[span] for span in sorted(rejections) if span not in taken]


def _found(context: TableContext, rows: Sequence[BodyRow]) -> Iterator[_Found]:
    """The shares of a table, and the numbers beside them that are none, row by row."""
    against = objection(context.columns, rows, context.around)
    others = other_numbers(context.columns, rows)
    for index, row in enumerate(rows):
        for column, share in shares_of(context.columns, row):
            why = against or _OF_ROW.get(row.kind) or others.get(column.index)
            if why is None and names_dated_vote(column.label):
                why = RejectReason.ELECTION_RESULT, None
            if why is None and share.high > 100:
                why = RejectReason.OUT_OF_RANGE, None
            cell = row.cells[column.index]
            if cell is not None:
                spot = Spot(cell.paragraph, share.start, share.end, _RULE)
                yield _Found(index, column, cell, share, spot, why)
        for column in context.columns:
            cell = row.cells[column.index]
            number = number_in(text_of(cell)) if column.role in _OF_COLUMN else None
            if cell is not None and number is not None:
                spot = Spot(cell.paragraph, *number, _RULE)
                yield _Found(index, column, cell, None, spot, _OF_COLUMN[column.role])


def _results(
    context: TableContext, rows: Sequence[BodyRow], found: Sequence[_Found]
) -> list[PollResult]:
    """The results of the shares of a table; one that spans rows of one poll comes once."""
    heads = heads_of(context.columns)
    maker, reader = PollMaker(context), PeopleReader(context)
    dates = dates_of_rows(
        rows,
        context.columns,
        year_told(context.around, on_votes=False),
        year_told(context.around, on_votes=True),
    )
    results: dict[object, PollResult] = {}
    for each in found:
        row, share = rows[each.row], each.share
        if share is None:
            continue
        poll = maker.poll(row, heads[each.column.index], dates[each.row])
        people = reader.people(row, heads[each.column.index])
        answer = answer_of(context, row, _spanned(each, row, heads))
        told = [("record", each.spot)]
        told += [("population", people.population)] if people.population else []
        told += [("country_code", people.country)] if people.country else []
        told += [("answer", spot) for spot in answer.spots] if answer else []
        result = PollResult(
            poll,
            share.low,
            share.high,
            share.qualifier,
            people.population.text if people.population else None,
            people.country_code,
            answer.text if answer else None,
            passages=tuple(context.citer.passage(field, spot) for field, spot in told),
        )
        results.setdefault((each.spot.raw_span(), id(poll), people, answer), result)
    return list(results.values())


def _spanned(found: _Found, row: BodyRow, heads: Mapping[int, Head]) -> list[Head]:
    """The headers of the columns that the cell of a share spans."""
    cells = enumerate(row.cells[found.column.index :], found.column.index)
    places = (index for index, _ in takewhile(lambda place: place[1] is found.cell, cells))
    return [heads[index] for index in places if index in heads]
