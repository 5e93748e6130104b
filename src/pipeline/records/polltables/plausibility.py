"""Whether the numbers of a table of polls are percentages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from pipeline.mentions.typography import plain
from pipeline.records.polltables.cells import Share, share_in, text_of
from pipeline.records.polltables.columns import Column
from pipeline.records.polltables.heads import Head, heads_of
from pipeline.records.polltables.naming import names_answer
from pipeline.records.polltables.roles import Role
from pipeline.records.polltables.rows import BodyRow, Kind
from schemas.vocabularies import RejectReason

_PERCENT = re.compile(r"%|\bper ?cent\b|\bpercent(?:age)?s?\b|\bshares?\b", re.I)
#: The shares of one question that are written without a sign add up to about this much.
_SUM = (50.0, 110.0)
#: The same where neither header nor answers are those of polls.
_SURE_SUM = (85.0, 105.0)


def shares_of(columns: Sequence[Column], row: BodyRow) -> Iterator[tuple[Column, Share]]:
    """The shares of a row with their columns; one that spans several columns comes once."""
    last = None
    for column in columns:
        cell = row.cells[column.index]
        if column.role is not Role.SHARE or cell is None or cell is last:
            continue
        last = cell
        share = share_in(text_of(cell))
        if share is not None:
            yield column, share


def states_percent(columns: Sequence[Column], rows: Sequence[BodyRow], titles: str) -> bool:
    """Whether a sign or a word says that the shares are percentages, or decimals show it."""
    shares = [share for row in rows for _, share in shares_of(columns, row)]
    signed = sum(share.has_sign or share.has_decimals for share in shares)
    return 3 * signed >= len(shares) or bool(_PERCENT.search(plain(titles)))


def adds_up(
    columns: Sequence[Column], rows: Sequence[BodyRow], *, sure: bool, titled: bool
) -> bool:
    """Whether the answers to one question add up to about 100, as percentages do.

    Args:
        columns: The columns of the table.
        rows: The rows.
        sure: Whether the header alone shows that the table is of polls.
        titled: Whether a title says so; single answers cannot be added up.
    """
    heads = heads_of(columns)
    in_rows = any(column.role is Role.ANSWER for column in columns)
    answers: dict[object, list[float]] = defaultdict(list)
    for number, row in enumerate(rows):
        for column, share in shares_of(columns, row) if row.kind is Kind.POLL else ():
            one = column.index if in_rows else (number, *_poll_of(heads[column.index]))
            answers[one].append(share.low)
    sums = [sum(values) for values in answers.values()]
    if not sums:
        return True
    if all(len(values) == 1 for values in answers.values()):
        return (sure or titled) and max(sums) <= 100
    known = sure or any(names_answer(column.label) for column in columns)
    least, most = _SUM if known else _SURE_SUM
    return least <= median(sums) <= most


def _poll_of(head: Head) -> Iterator[int]:
    """What tells the polls and questions of a row apart, if its columns are of several."""
    cells = (head.date, head.country, head.pollster, head.group, head.question, head.upper)
    return (id(cell) for cell in cells)


def other_numbers(
    columns: Sequence[Column], rows: Sequence[BodyRow]
) -> dict[int, tuple[RejectReason, str]]:
    """Columns of numbers without a sign beside columns of shares that have one, such as counts.

    They are taken for shares all the same where a row adds up to about 100 only with them.
    """
    polls = [
        {column.index: share for column, share in shares_of(columns, row)}
        for row in rows
        if row.kind is Kind.POLL
    ]
    stated = {c.index for c in columns if _PERCENT.search(plain(c.label))}
    signed = {
        index
        for row in polls
        for index, share in row.items()
        if share.has_sign or share.has_decimals or index in stated
    }
    bare = {index for row in polls for index in row} - signed
    if not signed or not bare:
        return {}
    whole = median(sum(share.low for share in row.values()) for row in polls if row)
    if _SURE_SUM[0] <= whole <= _SURE_SUM[1]:
        return {}
    why = RejectReason.NOT_A_SHARE_OF_PEOPLE, "numbers without a percent sign beside shares"
    return dict.fromkeys(bare, why)
