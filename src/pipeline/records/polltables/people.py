"""Whose share it is and which answer it gives, as row, header and surroundings say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.documents.model import Cell
from pipeline.mentions.places import find_places
from pipeline.records.polltables.cells import sample_in, text_of
from pipeline.records.polltables.columns import country_named
from pipeline.records.polltables.context import TableContext
from pipeline.records.polltables.heads import Head
from pipeline.records.polltables.naming import names_everybody
from pipeline.records.polltables.passages import Spot, spot_of
from pipeline.records.polltables.roles import Role
from pipeline.records.polltables.rows import BodyRow
from pipeline.records.polltables.told import country_told, population_told

_RULE = "poll_table_label"
_PER_CENT = re.compile(r"[\s,]*(?:\(\s?(?:in )?(?:%|per ?cent)\s?\)|%)\s*$", re.I)
#: A longer caption is no name of an answer.
_LONGEST_CAPTION = 150


@dataclass(frozen=True, slots=True)
class People:
    """Whose share it is: the words for them, and their country, each with where it stands."""

    population: Spot | None
    country_code: str | None
    country: Spot | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer is called, and where that stands."""

    text: str
    spots: tuple[Spot, ...]


class PeopleReader:
    """Tells the people of the shares of a table."""

    def __init__(self, context: TableContext) -> None:
        self._context = context
        self._population = population_told(context.around)
        self._country = country_told(context.around)

    def people(self, row: BodyRow, head: Head) -> People:
        """The people of a share, by its row and the header of its column."""
        groups = [head.group, *self._context.cells(row, Role.GROUP), row.section.group]
        lands = [*self._context.cells(row, Role.COUNTRY), head.country, row.section.country]
        group = next((c for c in groups if c and not names_everybody(text_of(c))), None)
        land = next((cell for cell in lands if cell), None)
        sampled = self._sampled(row)
        population = self._population
        whose = group or land
        if whose or sampled:
            population = spot_of(whose, _RULE) if whose else sampled
        for cell in (land, group):
            code = _code(cell)
            if cell and code:
                return People(population, code, spot_of(cell, _RULE))
        if land and not names_everybody(text_of(land)) and self._is_by_country:
            return People(population, None, None)
        return People(population, *(self._country or (None, None)))

    def _sampled(self, row: BodyRow) -> Spot | None:
        """Who was asked, as it stands behind the sample size: "1,000 likely voters"."""
        for cell in self._context.cells(row, Role.SAMPLE):
            sample = sample_in(text_of(cell))
            if sample and sample.people:
                return Spot(cell.paragraph, *sample.people, "poll_table_sample")
        return None

    @cached_property
    def _is_by_country(self) -> bool:
        """Whether the rows are of several countries, so that none is that of the whole table."""
        grid = self._context.grid
        columns = [c.index for c in self._context.columns if c.role is Role.COUNTRY]
        codes = {_code(row[index]) for row in grid.body for index in columns} - {None}
        return len(codes) > 1


def _code(cell: Cell | None) -> str | None:
    """The country that a cell names, or the only one of which it names places or people."""
    if cell is None:
        return None
    text = text_of(cell)
    codes = {place.country_code for place in find_places(text[:200]) if not place.city}
    return country_named(text) or (codes.pop() if len(codes) == 1 else None)


def answer_of(context: TableContext, row: BodyRow, heads: Sequence[Head]) -> Answer | None:
    """What an answer is called: in the header, in its row, or in both.

    "Smith" above "Approve" is "Smith: Approve" where others are approved of too; so is "Taxes"
    in a row and "Agree" above. A share that spans several columns is of all their answers, "A,
    B". A table whose labels are dates and people alone is about what its caption says.

    Args:
        context: The table.
        row: The row of the share.
        heads: The headers of its columns.
    """
    below = [_label(cell) for cell in context.cells(row, Role.QUESTION)[:1]]
    below += [_label(cell) for cell in context.cells(row, Role.ANSWER)[:1]]
    upper = list(dict.fromkeys(_label(head.upper) for head in heads if head.upper))
    above = [tuple(_label(cell) for cell in head.answer) for head in heads if head.answer]
    named = ", ".join(dict.fromkeys(" ".join(spot.text for spot in spots) for spots in above))
    spots = (*below, *upper, *dict.fromkeys(spot for spots in above for spot in spots))
    if spots:
        parts = [*(spot.text for spot in (*below, *upper)), *([named] if named else [])]
        return Answer(_joined(parts), spots)
    for caption in context.around.captions[:1]:
        text = caption.prose.text.strip()
        if len(text) <= _LONGEST_CAPTION:
            start = caption.prose.text.index(text)
            spot = Spot(caption, start, start + len(text), "poll_table_caption")
            return Answer(text, (spot,))
    return None


def _label(cell: Cell) -> Spot:
    spot = spot_of(cell, _RULE)
    kept = _PER_CENT.sub("", spot.text)
    return Spot(spot.source, spot.start, spot.start + len(kept), spot.rule) if kept else spot


def _joined(labels: Sequence[str]) -> str:
    """Labels as one, each before the one that it holds for."""
    words = [" ".join(label.split()) for label in labels]
    before = [word if word.endswith(("?", ":")) else f"{word}:" for word in words[:-1]]
    return " ".join([*before, *words[-1:]])
