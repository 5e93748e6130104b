"""A table as the rules that put its results together look at it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.documents.model import Cell, Citation, Document
from pipeline.records.polltables.cells import is_empty
from pipeline.records.polltables.columns import Column
from pipeline.records.polltables.grid import Grid
from pipeline.records.polltables.passages import Citer
from pipeline.records.polltables.roles import Role
from pipeline.records.polltables.rows import BodyRow
from pipeline.records.polltables.surroundings import Surroundings


@dataclass(frozen=True)
class TableContext:
    """What holds for the whole table.

    Attributes:
        document: The document.
        grid: The table, taken apart.
        columns: Its columns.
        around: The texts around it.
        names: Full names by the short forms that the document defines.
        citer: Makes passages.
    """

    document: Document
    grid: Grid
    columns: Sequence[Column]
    around: Surroundings
    names: Mapping[str, str]
    citer: Citer

    def cells(self, row: BodyRow, *roles: Role) -> list[Cell]:
        """The cells of a row, in columns of some roles, in which something stands."""
        places = (index for role in roles for index in self._places.get(role, ()))
        found = (row.cells[index] for index in places)
        return [cell for cell in found if cell is not None and not is_empty(cell)]

    def has(self, *roles: Role) -> bool:
        """Whether the table has a column of some roles."""
        return any(role in self._places for role in roles)

    @cached_property
    def notes(self) -> Mapping[str, Citation]:
        """The footnotes of the document by their keys."""
        return {note.key: note for note in reversed(self.document.citations)}

    @cached_property
    def _places(self) -> Mapping[Role | None, Sequence[int]]:
        places: dict[Role | None, list[int]] = defaultdict(list)
        for column in self.columns:
            places[column.role].append(column.index)
        return dict(places)
