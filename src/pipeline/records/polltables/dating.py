"""When the polls of a table were taken, row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from pipeline.documents.model import Cell
from pipeline.mentions.model import DateMention
from pipeline.records.model import When
from pipeline.records.polltables.cell_dates import dates_in, with_short_year, years_in
from pipeline.records.polltables.cells import is_empty, text_of
from pipeline.records.polltables.columns import Column
from pipeline.records.polltables.passages import Spot
from pipeline.records.polltables.roles import Role
from pipeline.records.polltables.rows import BodyRow
from schemas.vocabularies import DateBasis, DatePrecision


@dataclass(frozen=True, slots=True)
class Dating:
    """A date as a record has it, and where it stands."""

    when: When
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a row that date its poll."""

    cells: tuple[Cell, ...]
    basis: DateBasis
    year: int | None


def dates_of_rows(
    rows: Sequence[BodyRow], columns: Sequence[Column], year: int | None, year_of_vote: int | None
) -> list[Dating | None]:
    """The date of each row, None where it has none.

    A date without a year has that of its row or of the section it stands in, else that of the
    table, else the year that brings it nearest to the dates of the rows beside it.

    Args:
        rows: The rows in order.
        columns: The columns of the table.
        year: The year of the table, None if it names none.
        year_of_vote: A year to fall back on where no row of the table names one.
    """
    told = [_cells_of(row, columns) for row in rows]
    found = [
        _dating(cells, cells.year or row.section.year or year) if cells else None
        for row, cells in zip(rows, told, strict=True)
    ]
    _fill_in(found, told)
    if any(cells and not dating for cells, dating in zip(told, found, strict=True)):
        found = [
            dating or (_dating(cells, year_of_vote) if cells else None)
            for dating, cells in zip(found, told, strict=True)
        ]
    return found


def dated(mention: DateMention, spots: Iterable[Spot], basis: DateBasis) -> Dating | None:
    """A date mention as the date of a poll; None if the text does not place it."""
    if mention.first_day is None or mention.last_day is None or mention.precision is None:
        return None
    days = mention.first_day, mention.last_day
    return Dating(When(*days, mention.precision, mention.inferred, basis), tuple(spots))


def date_of_cell(cell: Cell, year: int | None, basis: DateBasis, rule: str) -> Dating | None:
    """The date that a cell gives, from the first to the last of those it lists."""
    text = text_of(cell)
    short = with_short_year(text)
    mentions = dates_in(text, short or year)
    if year and any(m.inferred and m.last_day and m.last_day.year > year for m in mentions):
        mentions = dates_in(text, year - 1)  # the year is that of the last day: "28 Dec – 3 Jan"
    placed = [m for m in mentions if m.precision is not None]
    if not placed:
        return None
    first = last = placed[0]
    for mention in placed[1:]:
        between = text[last.end : mention.start].strip(" ,;&/+–-\n").lower()
        if mention.precision is not first.precision or between not in {"", "and", "to"}:
            break
        last = mention
    whole = dated(first, [Spot(cell.paragraph, first.start, last.end, rule)], basis)
    final = dated(last, (), basis)
    if whole is None or final is None or final.when.last_day < whole.when.first_day:
        return whole
    inferred = short is None and (whole.when.year_inferred or final.when.year_inferred)
    days = whole.when.first_day, final.when.last_day
    return Dating(When(*days, whole.when.precision, inferred, basis), whole.spots)


def _cells_of(row: BodyRow, columns: Sequence[Column]) -> _Cells | None:
    """The cells that date a row: those of the fieldwork, else those of the publication."""
    for role, basis in ((Role.DATE, DateBasis.FIELDWORK), (Role.PUBLISHED, DateBasis.PUBLISHED)):
        cells = [row.cells[c.index] for c in columns if c.role is role]
        full: list[Cell] = []
        year = None
        for cell in cells:
            if cell is None or is_empty(cell) or any(cell is other for other in full):
                continue
            years = years_in(text_of(cell))
            if text_of(cell).strip().isdigit() and len(years) == 1:
                year = year or years.pop()
                full.append(cell)
            elif dates_in(text_of(cell)):
                full.append(cell)
        days = [cell for cell in full if not text_of(cell).strip().isdigit()]
        if full:
            return _Cells(tuple(days or full), basis, year if days else None)
    return None


def _dating(told: _Cells, year: int | None) -> Dating | None:
    """The date that the cells of a row give together, such as a first and a last day."""
    found = [date_of_cell(cell, year, told.basis, "poll_table_date") for cell in told.cells]
    placed = [dating for dating in found if dating]
    if not placed:
        return None
    first, last = placed[0], placed[-1]
    if last.when.last_day < first.when.first_day or first.when.precision != last.when.precision:
        return first
    inferred = first.when.year_inferred or last.when.year_inferred
    when = When(
        first.when.first_day, last.when.last_day, first.when.precision, inferred, told.basis
    )
    return Dating(when, tuple(spot for dating in placed for spot in dating.spots))


def _fill_in(found: list[Dating | None], told: Sequence[_Cells | None]) -> None:
    """Date rows without a year by the row above, then what is left by the row below."""
    for order in (range(len(found)), reversed(range(len(found)))):
        beside: date | None = None
        for index in order:
            cells, dating = told[index], found[index]
            if dating is None and cells is not None and beside is not None:
                dating = found[index] = _nearest(cells, beside)
            if dating is not None and dating.when.precision is not DatePrecision.YEAR:
                beside = dating.when.first_day


def _nearest(told: _Cells, beside: date) -> Dating | None:
    """The date of a row in the year that brings it nearest to another date."""
    years = range(max(beside.year - 1, MINYEAR), min(beside.year + 1, MAXYEAR) + 1)
    readings = [_dating(told, year) for year in years]
    return min(
        (dating for dating in readings if dating),
        key=lambda dating: abs(dating.when.first_day - beside),
        default=None,
    )
