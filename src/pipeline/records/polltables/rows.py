"""The rows of the body of a table: which give a poll, and under what they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from pipeline.documents.model import Cell
from pipeline.records.polltables.cell_dates import years_in
from pipeline.records.polltables.cells import is_empty, share_in, text_of
from pipeline.records.polltables.columns import Column, country_named, is_pollster
from pipeline.records.polltables.grid import Grid, Row, distinct
from pipeline.records.polltables.naming import names_average, names_group, names_sum, names_vote
from pipeline.records.polltables.roles import Role, key, role_of


class Kind(Enum):
    """What the shares of a row are."""

    POLL = auto()
    VOTE = auto()
    AVERAGE = auto()
    LEAD = auto()
    TURNOUT = auto()
    SUM = auto()


@dataclass(frozen=True, slots=True)
class Section:
    """What rows that are but one cell say of the rows below them.

    Attributes:
        year: A year.
        country: A cell that names a country.
        pollster: A cell that names a pollster.
        group: A cell that names a group of people.
        question: A cell that asks a question.
    """

    year: int | None = None
    country: Cell | None = None
    pollster: Cell | None = None
    group: Cell | None = None
    question: Cell | None = None


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row that may hold shares."""

    cells: Row
    kind: Kind
    section: Section


_OF_WHOLE_ROW = {Role.LEAD: Kind.LEAD, Role.TURNOUT: Kind.TURNOUT, Role.BALLOT: Kind.VOTE}
#: Columns in which "early election" or "average" is what was asked or answered.
_CONTENT = frozenset({Role.ANSWER, Role.QUESTION, Role.GROUP, Role.COUNTRY})


def rows_of(grid: Grid, columns: Sequence[Column]) -> Iterator[BodyRow]:
    """The rows of a table below its header, without those that are but one cell.

    A header that is repeated between them is left out.
    """
    section = Section()
    labels = [{key(text_of(cell)) for cell in column.labels} for column in columns]
    for row in grid.body:
        cells = distinct(row)
        if len(row) > 1 and len(cells) == 1 and share_in(text_of(cells[0])) is None:
            section = _under(section, cells[0])
        elif not _is_header_again(row, labels):
            yield BodyRow(row, _kind(row, columns), section)


def _under(section: Section, cell: Cell) -> Section:
    text = text_of(cell)
    years = years_in(text)
    if len(years) == 1:
        section = replace(section, year=years.pop())
    if is_pollster(text):
        return replace(section, pollster=cell)
    if country_named(text):
        return replace(section, country=cell)
    if names_group(text):
        return replace(section, group=cell)
    return replace(section, question=cell) if text.rstrip().endswith("?") else section


def _is_header_again(row: Row, labels: Sequence[set[str]]) -> bool:
    texts = [(key(text_of(cell)), of) for cell, of in zip(row, labels, strict=True)]
    return all(not text or text in of for text, of in texts) and any(text for text, _ in texts)


def _kind(row: Row, columns: Sequence[Column]) -> Kind:
    """What the shares of a row are, by the cells that are none."""
    for column in columns:
        cell = row[column.index]
        if column.role is Role.SHARE or is_empty(cell):
            continue
        text = text_of(cell)
        if column.role in _CONTENT:
            kind = _OF_WHOLE_ROW.get(role_of(text) or Role.SHARE)
            if kind:
                return kind
            if names_sum(text) and column.role is Role.ANSWER:
                return Kind.SUM
        elif names_vote(text):
            return Kind.VOTE
        elif names_average(text):
            return Kind.AVERAGE
    return Kind.POLL
