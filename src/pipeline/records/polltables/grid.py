"""The grid of a table as polls are read from it: titles, header and body."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from pipeline.documents.model import Cell, Table
from pipeline.records.polltables.cell_dates import dates_in
from pipeline.records.polltables.cells import is_empty, is_gap, share_in, text_of
from pipeline.records.polltables.roles import OF_A_POLL, role_of

Row = tuple[Cell | None, ...]

#: Tables of polls have hardly more header rows than this.
_DEEPEST_HEADER = 4


@dataclass(frozen=True)
class Grid:
    """A table with a poll or a group of people a row, or an answer a row.

    Attributes:
        titles: Cells above the header that span the whole table.
        header: The rows that head the columns; may be empty.
        body: The rows below.
    """

    titles: tuple[Cell, ...]
    header: tuple[Row, ...]
    body: tuple[Row, ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.body[0]) if self.body else 0

    def column(self, index: int) -> Iterator[Cell | None]:
        """The places of a column in the rows below the header that are as the header says."""
        return (row[index] for row in self._regular_rows)

    @cached_property
    def _regular_rows(self) -> tuple[Row, ...]:
        """The rows without those that tell of an event, and without repeated headers.

        A cell that spans more than half of the columns tells of an event between polls.
        """
        labels = {text_of(cell) for row in self.header for cell in row}
        return tuple(
            row
            for row in self.body
            if len(row) == 1
            or (
                2 * max(Counter(id(cell) for cell in row if cell).values(), default=0) <= len(row)
                and any(text_of(cell) not in labels for cell in distinct(row))
            )
        )

    def labels(self, index: int) -> tuple[Cell, ...]:
        """The cells that head a column, the uppermost first."""
        return distinct(row[index] for row in self.header)


def grid_of(table: Table) -> Grid:
    """Take a table apart; one whose polls stand side by side is turned round."""
    rows = tuple(row for row in table.rows if not all(map(is_empty, row)))
    titles = []
    while rows and len(rows[0]) > 1 and len(distinct(rows[0])) == 1:
        titles.append(distinct(rows[0])[0])
        rows = rows[1:]
    if _stands_side_by_side(rows):
        rows = tuple(zip(*rows, strict=True))
    height = _header_height(rows)
    return Grid(tuple(titles), rows[:height], rows[height:])


def distinct(cells: Sequence[Cell | None] | Iterator[Cell | None]) -> tuple[Cell, ...]:
    """The cells in which something stands, each once, in order."""
    found: dict[int, Cell] = {}
    for cell in cells:
        if cell is not None and not is_empty(cell):
            found.setdefault(id(cell), cell)
    return tuple(found.values())


def _stands_side_by_side(rows: Sequence[Row]) -> bool:
    """Whether what other tables say of their polls in columns stands in the rows: "Sample size"."""
    if not rows or len(rows[0]) < 2:
        return False
    below = sum(role_of(text_of(row[0])) in OF_A_POLL for row in rows[1:])
    across = sum(role_of(text_of(cell)) in OF_A_POLL for cell in rows[0][1:])
    return below > 0 and across == 0


def _header_height(rows: Sequence[Row]) -> int:
    if not rows or (not _is_marked(rows[0]) and _has_signed_share(rows[0])):
        return 0
    height = 1
    for above, row in islice(pairwise(rows), _DEEPEST_HEADER - 1):
        spanning = set(map(id, above))
        own = [cell for cell in distinct(row) if id(cell) not in spanning]
        if not _goes_on(rows[0], above, row, own):
            break
        height += 1
    return height


def _goes_on(top: Row, above: Row, row: Row, own: Sequence[Cell]) -> bool:
    """Whether a row below a header row is one too."""
    if any(share_in(text_of(cell)) or is_gap(text_of(cell)) for cell in own):
        return False
    if not own:
        return True
    if _is_marked(top):
        return all(cell.is_header for cell in own) and (len(own) > 1 or len(distinct(row)) > 1)
    spans = any(cell is not None and cell is other for cell, other in zip(row, above, strict=True))
    gaps = any(map(is_empty, top)) or len(distinct(top)) < len(top)
    return (
        (spans or gaps)
        and len(distinct(row)) > 1
        and not any(number_like(text_of(cell)) for cell in own)
    )


def number_like(text: str) -> bool:
    """Whether a cell holds a number or a date rather than a label."""
    return text.strip()[:1].isdigit() or bool(dates_in(text[:80]))


def _is_marked(row: Row) -> bool:
    """Whether the markup marks more than the first cell of a row as header."""
    return any(cell is not None and cell.is_header for cell in row[1:])


def _has_signed_share(row: Row) -> bool:
    shares = (share_in(text_of(cell)) for cell in row[1:])
    return any(share is not None and share.has_sign for share in shares)
