"""What the header of a column says of the shares below it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.documents.model import Cell
from pipeline.records.polltables.cells import text_of
from pipeline.records.polltables.columns import (
    Column,
    country_named,
    is_date,
    is_pollster,
    says_nothing,
)
from pipeline.records.polltables.naming import names_answer, names_group
from pipeline.records.polltables.roles import Role, key


@dataclass(frozen=True, slots=True)
class Head:
    """The header of a column of shares.

    Attributes:
        date: The cell that dates the polls of the column.
        country: The cell that names their country.
        pollster: The cell that names their pollster.
        group: The cell that names the people whose shares they are.
        question: The cell that asks the question.
        upper: The cell above several columns that their answers need to be told apart.
        answer: The cells that name the answer, from above: a candidate and the party below.
    """

    date: Cell | None = None
    country: Cell | None = None
    pollster: Cell | None = None
    group: Cell | None = None
    question: Cell | None = None
    upper: Cell | None = None
    answer: tuple[Cell, ...] = ()


_Test = tuple[str, Callable[[str], bool]]
_TESTS: tuple[_Test, ...] = (
    ("date", is_date),
    ("country", lambda text: country_named(text) is not None),
    ("pollster", is_pollster),
    ("group", names_group),
)


def heads_of(columns: Sequence[Column]) -> Mapping[int, Head]:
    """The headers of the columns of shares, by the places of the columns.

    Dates, countries, pollsters and groups are so only if they head most of the columns: a
    candidate may be called Jordan. Where the rows are the answers, what else heads several
    columns are groups of people, unless the words are those of answers ("Candidate", "Approve",
    "Disapprove").
    """
    shares = [column for column in columns if column.role is Role.SHARE]
    tests = [
        (name, test)
        for name, test in _TESTS
        if 2 * sum(any(test(text_of(cell)) for cell in c.labels) for c in shares) > len(shares)
    ]
    rows_answer = any(column.role is Role.ANSWER for column in columns)
    answers = sum(any(names_answer(text_of(cell)) for cell in c.labels) for c in shares)
    groups = rows_answer and len(shares) > 1 and 2 * answers < len(shares)
    heads = {column.index: _head(column.labels, tests, groups=groups) for column in shares}
    uppers = _uppers(shares)
    split = {index: _split(head, uppers) for index, head in heads.items()}
    names = Counter(_name(head) for head in split.values())
    return {
        index: head if names[_name(head)] > 1 else replace(head, upper=None)
        for index, head in split.items()
    }


def _head(labels: Sequence[Cell], tests: Sequence[_Test], *, groups: bool) -> Head:
    named: dict[str, Cell] = {}
    answer = []
    for cell in labels:
        text = text_of(cell)
        kind = next((name for name, test in tests if test(text)), None)
        if kind is None and text.rstrip().endswith("?"):
            kind = "question"
        if kind is None and not says_nothing(cell):
            kind = "group" if groups else None
            if kind is None:
                answer.append(cell)
        if kind:
            named[kind] = cell
    return Head(
        named.get("date"),
        named.get("country"),
        named.get("pollster"),
        named.get("group"),
        named.get("question"),
        answer=tuple(answer),
    )


def _uppers(columns: Sequence[Column]) -> frozenset[int]:
    """The header cells that stand above several columns, and those beside one that does."""
    spans = Counter(id(cell) for column in columns for cell in column.labels)
    levels = [dict(enumerate(column.labels)) for column in columns]
    upper = {n for level in levels for n, cell in level.items() if spans[id(cell)] > 1}
    return frozenset(
        id(cell) for level in levels for n, cell in level.items() if n in upper and n + 1 in level
    )


def _split(head: Head, uppers: frozenset[int]) -> Head:
    """Tell the cells that name one answer from the lowest of those that stand above several."""
    own = tuple(cell for cell in head.answer if id(cell) not in uppers)
    above = [cell for cell in head.answer if id(cell) in uppers]
    if not own:
        return replace(head, answer=tuple(above[-1:]))
    return replace(head, upper=above[-1] if above else None, answer=own)


def _name(head: Head) -> tuple[str, ...]:
    return tuple(key(text_of(cell)) for cell in head.answer)
