"""What the columns of a table hold, by the words of their headers and by what stands in them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.documents.model import Cell
from pipeline.mentions.model import Mention
from pipeline.mentions.places import find_places
from pipeline.mentions.pollsters import known_pollster_at
from pipeline.mentions.typography import plain
from pipeline.records.polltables.cell_dates import dates_in
from pipeline.records.polltables.cells import is_gap, mode_in, sample_in, share_in, text_of
from pipeline.records.polltables.grid import Grid, distinct
from pipeline.records.polltables.naming import names_answer, names_group, names_partisans
from pipeline.records.polltables.roles import Role, is_sure_of_polls, role_of, says_only_share

#: What may stand in a cell beside the date or place that it holds.
_BESIDE = " \t\n()[],.;:–—-/*†‡'’"
_LONGEST = 200
#: Smaller numbers in a column "Sample" are hardly of people who were asked.
_LEAST_SAMPLE = 10
_CHANGE = re.compile(r"\s{0,3}[+-]\s?[0-9]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        index: Its place in the grid.
        role: What it holds.
        labels: The cells that head it, the uppermost first.
    """

    index: int
    role: Role | None
    labels: tuple[Cell, ...]

    @property
    def label(self) -> str:
        """The text of the cells that head it."""
        return " ".join(text_of(cell) for cell in self.labels)


def is_date(text: str) -> bool:
    """Whether a text is a date or dates and nothing else."""
    return len(text) <= _LONGEST and _is_made_of(text, dates_in(text))


def country_named(text: str) -> str | None:
    """The country of a text that is the name of a country, of a part of one or of its people.

    "Germans" are a people, "German" may be a language.
    """
    places = find_places(text[:_LONGEST])
    if len(places) != 1 or not _is_made_of(text, places):
        return None
    if places[0].kind == "people" and not text.rstrip(_BESIDE).endswith(("s", "people")):
        return None
    return places[0].country_code


def is_pollster(text: str) -> bool:
    """Whether a text begins with the name of a well-known pollster."""
    return known_pollster_at(text.strip()[:_LONGEST], 0) is not None


def _is_made_of(text: str, mentions: Sequence[Mention]) -> bool:
    rest = text
    for mention in mentions:
        rest = rest.replace(mention.text, " ", 1)
    rest = rest.replace("&", " ").replace(" and ", " ")
    return bool(mentions) and not rest.strip(_BESIDE)


def columns_of(grid: Grid) -> tuple[Column, ...]:
    """The columns of a grid, those of no known role with None."""
    labels = [grid.labels(index) for index in range(grid.width)]
    roles = [_role(grid, index, labels[index]) for index in range(grid.width)]
    if Role.POLLSTER_AND_SPONSOR not in roles and roles.count(Role.POLLSTER) > 1:
        roles = _one_pollster(roles, labels)
    if _OF_FIELDWORK.isdisjoint(roles):
        roles = [_unless_doubtful(grid, i, role, labels[i]) for i, role in enumerate(roles)]
    shares = [i for i, role in enumerate(roles) if role is Role.SHARE]
    unknown = [i for i, role in enumerate(roles) if role is None and i < min(shares, default=0)]
    if unknown:
        answers = [text_of(labels[i][-1]) for i in shares if labels[i]]
        roles[unknown[0]] = _role_of_key(roles, answers, is_called=bool(labels[unknown[0]]))
    return tuple(map(Column, range(grid.width), roles, labels))


def _role_of_key(
    roles: Sequence[Role | None], answers: Sequence[str], *, is_called: bool
) -> Role | None:
    """What the first column of no known role holds, by what else tells the rows apart.

    With dates and without a header it is the pollster. Where nothing else tells the rows apart
    they are questions if the columns are answers, else they are the answers.
    """
    if not is_called and Role.DATE in roles and not _POLLSTERS.intersection(roles):
        return Role.POLLSTER
    if not _KEYS.isdisjoint(roles):
        return None
    return Role.QUESTION if 2 * sum(map(names_answer, answers)) > len(answers) else Role.ANSWER


def _one_pollster(roles: list[Role | None], labels: Sequence[Sequence[Cell]]) -> list[Role | None]:
    """Beside "Pollster", a column "Source" or "Poll" says something else."""
    named = [index for index, role in enumerate(roles) if role is Role.POLLSTER]
    sure = (i for i in named if any(is_sure_of_polls(text_of(cell)) for cell in labels[i]))
    others = {*named} - {next(sure, named[0])}
    return [Role.NOTE if index in others else role for index, role in enumerate(roles)]


def _unless_doubtful(
    grid: Grid, index: int, role: Role | None, labels: Sequence[Cell]
) -> Role | None:
    """What a column holds; "Institution" may head anything where nothing tells of fieldwork.

    It is that of the pollsters if the header names polls, or the cells known pollsters or dates.
    """
    if role is not Role.POLLSTER or any(is_sure_of_polls(text_of(cell)) for cell in labels):
        return role
    texts = [text_of(cell) for cell in distinct(grid.column(index))]
    return role if _most(texts, lambda text: is_pollster(text) or bool(dates_in(text))) else None


def _role(grid: Grid, index: int, labels: Sequence[Cell]) -> Role | None:
    texts = [text_of(cell) for cell in distinct(grid.column(index))]
    texts = [text for text in texts if not is_gap(text)]
    named = _named(labels)
    if named is Role.MARGIN_OF_ERROR and any(map(_is_change, texts)):
        return Role.LEAD
    if named in _CONTENTS:
        return named if not texts or _most(texts, _CONTENTS[named]) else _by_contents(texts)
    if named in {Role.LEAD, Role.TURNOUT, Role.BALLOT, Role.NOTE, Role.MARGIN_OF_ERROR}:
        return named
    found = _by_contents(texts)
    if found is None or (found, named) in _NAME_COUNTS:
        return named
    kept = {Role.POLLSTER, Role.SPONSOR, Role.POLLSTER_AND_SPONSOR, Role.GROUP, Role.QUESTION}
    return named if named in kept and found is not Role.SHARE else found


def _named(labels: Sequence[Cell]) -> Role | None:
    """The role that the lowest header cell names, or all of them together."""
    if not labels:
        return None
    last = role_of(text_of(labels[-1]))
    return last or (role_of(" ".join(map(text_of, labels))) if len(labels) > 1 else None)


def _is_change(text: str) -> bool:
    """Whether a number has one sign, as a change has and a margin of error has not."""
    return _CHANGE.match(plain(text)) is not None


def _is_sample(text: str) -> bool:
    share, sample = share_in(text), sample_in(text)
    signed = share is not None and share.has_sign
    return sample is not None and sample.size >= _LEAST_SAMPLE and not signed


_POLLSTERS = frozenset({Role.POLLSTER, Role.POLLSTER_AND_SPONSOR})
_OF_FIELDWORK = frozenset({Role.DATE, Role.PUBLISHED, Role.SAMPLE, Role.MARGIN_OF_ERROR})
#: Columns of these tell rows apart.
_KEYS = _POLLSTERS | {Role.ANSWER, Role.QUESTION, Role.COUNTRY, Role.GROUP, Role.DATE}
#: What a column seems to hold and is called, where the name counts.
_NAME_COUNTS = {
    (Role.SHARE, Role.GROUP),
    (Role.SHARE, Role.QUESTION),
    (Role.GROUP, Role.ANSWER),
}
#: What must stand in a column for its header to be believed.
_CONTENTS: dict[Role | None, Callable[[str], bool]] = {
    Role.DATE: lambda text: bool(dates_in(text[:_LONGEST])),
    Role.PUBLISHED: lambda text: bool(dates_in(text[:_LONGEST])),
    Role.SAMPLE: _is_sample,
    Role.MODE: lambda text: mode_in(text) is not None,
    Role.COUNTRY: lambda text: share_in(text) is None,
    Role.GROUP: lambda text: names_group(text) or any(c.isalpha() for c in text),
}


def _by_contents(texts: Sequence[str]) -> Role | None:
    if len(texts) > 1 and _most(texts, lambda text: names_group(text) or names_partisans(text)):
        return Role.GROUP
    if _most(texts, lambda text: share_in(text) is not None):
        return Role.SHARE
    for role, test in (
        (Role.DATE, is_date),
        (Role.COUNTRY, lambda text: country_named(text) is not None),
        (Role.POLLSTER, is_pollster),
    ):
        if 2 * sum(map(test, texts)) > len(texts):
            return role
    return None


def _most(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    """Whether at least half of some texts pass a test."""
    return bool(texts) and 2 * sum(map(test, texts)) >= len(texts)


def says_nothing(cell: Cell) -> bool:
    """Whether a header cell tells nothing of the shares below it."""
    text = text_of(cell)
    return says_only_share(text) or role_of(text) in {Role.SAMPLE, Role.POLLSTER, Role.ANSWER}
