"""Version numbers of the dataset, by the Frictionless recipe "Data Package Version".

The recipe (https://datapackage.org/recipes/data-package-version/, read in November 2026) is
semantic versioning for data. As applied here:

* MAJOR: a table is removed; a field is added, removed, renamed, reordered, retyped or gets another
  unit; a primary key changes; a constraint becomes stricter; a row is removed from a table that
  other tables refer to.
* MINOR: a table is added; rows are added; a constraint becomes less strict.
* PATCH: values are corrected; rows that nothing refers to are removed; descriptions are reworded.

The recipe counts a new field as incompatible even if it is optional, since it breaks those who
read columns by position.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from pipeline.release.diff import DatasetDiff, TableDiff
from pipeline.release.schema_diff import SchemaChangeKind
from schemas.registry import TABLES
from schemas.vocabularies import RecordTable

_VERSION = re.compile(r"v?(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")


class Level(IntEnum):
    """How much a change matters to those who use the data."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version of the dataset; versions are ordered."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    @property
    def folder(self) -> str:
        """Name of the folder of the release."""
        return f"v{self}"

    @classmethod
    def parse(cls, text: str) -> "Version":
        """Reads ``1.2.3`` or ``v1.2.3``.

        Raises:
            ValueError: The text is no version.
        """
        match = _VERSION.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is no version such as 1.2.3")
        major, minor, patch = map(int, match.groups())
        return cls(major, minor, patch)

    def next(self, level: Level) -> "Version":
        """The version that follows a change of a level."""
        match level:
            case Level.MAJOR:
                return Version(self.major + 1, 0, 0)
            case Level.MINOR:
                return Version(self.major, self.minor + 1, 0)
            case Level.PATCH:
                return Version(self.major, self.minor, self.patch + 1)


FIRST = Version(1, 0, 0)

_SCHEMA_LEVELS = {
    SchemaChangeKind.TABLE_ADDED: Level.MINOR,
    SchemaChangeKind.RELAXED: Level.MINOR,
    SchemaChangeKind.DESCRIPTION_CHANGED: Level.PATCH,
}

# Foreign keys refer to these tables, or evidence does by table_name and record_id.
_REFERRED = frozenset(
    target for spec in TABLES.values() for target, _ in spec.foreign_keys.values()
) | frozenset(RecordTable)


def next_version(previous: Version | None, diff: DatasetDiff | None) -> Version | None:
    """The version of a release, None where there is nothing to release.

    Args:
        previous: The version of the release before, None for the first release.
        diff: What changed since then; not looked at for the first release.
    """
    if previous is None:
        return FIRST
    level = change_level(diff or DatasetDiff())
    return None if level is None else previous.next(level)


def change_level(diff: DatasetDiff) -> Level | None:
    """The level of the weightiest change, None for an empty diff."""
    schema = (_SCHEMA_LEVELS.get(change.kind, Level.MAJOR) for change in diff.schema_changes)
    rows = (_rows_level(table) for table in diff.tables)
    return max((*schema, *rows), default=None)


def _rows_level(diff: TableDiff) -> Level:
    if diff.removed and diff.table in _REFERRED:
        return Level.MAJOR
    return Level.MINOR if diff.added else Level.PATCH
