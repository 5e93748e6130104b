"""Whether a table reports polls at all."""

import re
from collections.abc import Sequence

from pipeline.records.polltables.cells import text_of
from pipeline.records.polltables.columns import Column, is_pollster
from pipeline.records.polltables.grid import Grid, distinct
from pipeline.records.polltables.naming import names_answer, names_average, names_vote
from pipeline.records.polltables.plausibility import adds_up, states_percent
from pipeline.records.polltables.roles import OF_A_POLL, Role, is_sure_of_polls, key, role_of
from pipeline.records.polltables.rows import BodyRow
from pipeline.records.polltables.surroundings import Surroundings
from pipeline.records.polltables.told import speaks_of_polls, titles_speak_of_polls
from schemas.vocabularies import RejectReason

_CENSUS = re.compile(r"\bcensus(?:es)?\b", re.I)
_RESULTS = re.compile(r"\s{0,5}(?:official |final )?results? by\b", re.I)
_SEATS = re.compile(r"\b(?:seats?|mandates?)\b", re.I)
_RANKS = re.compile(r"\b(?:rank(?:s|ed|ings?)?|coaches|top ?[0-9]{1,3})\b", re.I)
_NO_PEOPLE = re.compile(
    r"\b(?:market shares?|unemployment|inflation|gdp|literacy|exports?|imports?|sales|ratings? "
    r"points|species|birds|plants|trees|fish|vehicles|box office|viewers|audience share|"
    r"metacritic|rotten tomatoes|critics?)\b",
    re.I,
)

_POLLSTERS = frozenset({Role.POLLSTER, Role.POLLSTER_AND_SPONSOR})
#: Labels of columns that hardly any other tables have.
_CUES = frozenset({Role.POLLSTER, Role.POLLSTER_AND_SPONSOR, Role.SAMPLE, Role.MARGIN_OF_ERROR})


def may_be_of_polls(grid: Grid, around: Surroundings) -> bool:
    """A quick look whether a table can be one of polls: few others get past it."""
    labels = (text_of(cell) for row in grid.header for cell in distinct(row))
    return (
        any(role_of(label) in _CUES for label in labels)
        or speaks_of_polls(around)
        or _names_pollsters(grid)
    )


def is_of_polls(grid: Grid, columns: Sequence[Column], around: Surroundings) -> bool:
    """Whether a table looks like one of polls, by its header or by the texts around it."""
    if not any(column.role is Role.SHARE for column in columns):
        return False
    return _has_header_of_polls(columns) or speaks_of_polls(around) or _names_pollsters(grid)


def objection(
    columns: Sequence[Column], rows: Sequence[BodyRow], around: Surroundings
) -> tuple[RejectReason, str] | None:
    """Why a table that looks like one of polls gives none: reason and detail, None if it does."""
    sure = _has_header_of_polls(columns)
    labels = "\n".join(column.label for column in columns)
    if any(column.role in OF_A_POLL and names_average(column.label) for column in columns):
        return RejectReason.NO_SURVEY, "a table of averages of polls"
    if not sure and any(column.role is Role.BALLOT for column in columns):
        return RejectReason.ELECTION_RESULT, "a table of votes or seats"
    if not sure and any(names_vote(t) or _RESULTS.match(t) for t in around.own.splitlines()):
        return RejectReason.ELECTION_RESULT, "a table of the results of a vote"
    lead = around.lead.prose.text if around.lead else ""
    if not sure and _CENSUS.search(f"{around.own}\n{labels}\n{lead}"):
        return RejectReason.CENSUS_OR_REGISTER, "a table of a census"
    if not sure and _NO_PEOPLE.search(f"{around.own}\n{labels}"):
        return RejectReason.NOT_A_SHARE_OF_PEOPLE, "a table of other things than opinions"
    if states_percent(columns, rows, f"{around.own}\n{labels}"):
        return None
    if _SEATS.search(around.own):
        return RejectReason.NOT_A_SHARE_OF_PEOPLE, "a table of seats"
    if not sure and _RANKS.search(f"{around.own}\n{labels}"):
        return RejectReason.NOT_A_SHARE_OF_PEOPLE, "a table of ranks"
    if not adds_up(columns, rows, sure=sure, titled=titles_speak_of_polls(around)):
        return RejectReason.NOT_A_SHARE_OF_PEOPLE, "numbers without a percent sign, not of 100"
    return None


def _has_header_of_polls(columns: Sequence[Column]) -> bool:
    """Whether the header alone shows that the table is of polls."""
    roles = {column.role for column in columns}
    pollsters = [column for column in columns if column.role in _POLLSTERS]
    if any(is_sure_of_polls(text_of(cell)) for column in pollsters for cell in column.labels):
        return True
    by_margin = any(
        column.role is Role.MARGIN_OF_ERROR and any(c.isalpha() for c in column.label)
        for column in columns
    )
    if not pollsters and roles.isdisjoint({Role.DATE, Role.PUBLISHED}):
        return False
    # A study of patients has a year and a sample too, but asks for no "Yes".
    named = any("source" not in key(column.label) for column in pollsters)
    answers = any(column.role is Role.SHARE and names_answer(column.label) for column in columns)
    return by_margin or (Role.SAMPLE in roles and (named or answers))


def _names_pollsters(grid: Grid) -> bool:
    """Whether well-known pollsters stand in the first columns or the header."""
    cells = [cell for row in grid.body for cell in row[:2]] + [c for r in grid.header for c in r]
    return any(is_pollster(text_of(cell)) for cell in cells if cell)
