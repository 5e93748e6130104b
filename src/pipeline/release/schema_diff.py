"""What changed between two sets of Table Schemas."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any

from pipeline.release.table_schema import TableSchema


class SchemaChangeKind(StrEnum):
    """What happened to a table or to one of its fields."""

    TABLE_ADDED = "table_added"
    TABLE_REMOVED = "table_removed"
    FIELD_ADDED = "field_added"
    FIELD_REMOVED = "field_removed"
    FIELDS_REORDERED = "fields_reordered"
    TYPE_CHANGED = "type_changed"
    UNIT_CHANGED = "unit_changed"
    PRIMARY_KEY_CHANGED = "primary_key_changed"
    TIGHTENED = "tightened"
    RELAXED = "relaxed"
    DESCRIPTION_CHANGED = "description_changed"


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """One change to the schema.

    Attributes:
        kind: What happened.
        table: The table.
        field: The field, None where the table as a whole is meant.
        what: The property that changed, such as ``minimum``; None where the kind says it all.
        old: Its value before, None if it had none.
        new: Its value after, None if it has none.
    """

    kind: SchemaChangeKind
    table: str
    field: str | None = None
    what: str | None = None
    old: Any = None
    new: Any = None


def diff_schemas(
    old: Mapping[str, TableSchema], new: Mapping[str, TableSchema]
) -> tuple[SchemaChange, ...]:
    """The changes that make the old schemas the new ones, table by table.

    A field that was renamed is one that was removed and one that was added: nothing tells the two
    apart, and to a reader they are the same.
    """
    removed = (SchemaChange(SchemaChangeKind.TABLE_REMOVED, t) for t in old if t not in new)
    added = (SchemaChange(SchemaChangeKind.TABLE_ADDED, t) for t in new if t not in old)
    changed = (_table_changes(table, old[table], new[table]) for table in new if table in old)
    return (*removed, *added, *chain.from_iterable(changed))


def _table_changes(table: str, old: TableSchema, new: TableSchema) -> Iterator[SchemaChange]:
    before = {field["name"]: field for field in old["fields"]}
    after = {field["name"]: field for field in new["fields"]}
    for name in before:
        if name not in after:
            yield SchemaChange(SchemaChangeKind.FIELD_REMOVED, table, name)
    for name in after:
        if name not in before:
            yield SchemaChange(SchemaChangeKind.FIELD_ADDED, table, name)
    if [n for n in before if n in after] != [n for n in after if n in before]:
        yield SchemaChange(
            SchemaChangeKind.FIELDS_REORDERED, table, old=list(before), new=list(after)
        )
    yield from _key_changes(table, old, new)
    yield from _property(SchemaChangeKind.DESCRIPTION_CHANGED, table, None, "description", old, new)
    for name in after:
        if name in before:
            yield from _field_changes(table, name, before[name], after[name])


def _key_changes(table: str, old: TableSchema, new: TableSchema) -> Iterator[SchemaChange]:
    yield from _property(SchemaChangeKind.PRIMARY_KEY_CHANGED, table, None, "primaryKey", old, new)
    for what in ("foreignKeys", "checks"):
        before, after = (_by_identity(schema.get(what, [])) for schema in (old, new))
        for rule in sorted(before.keys() - after.keys()):
            yield SchemaChange(SchemaChangeKind.RELAXED, table, what=what, old=before[rule])
        for rule in sorted(after.keys() - before.keys()):
            yield SchemaChange(SchemaChangeKind.TIGHTENED, table, what=what, new=after[rule])


def _by_identity(rules: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {str(rule.get("name") or sorted(rule.items())): rule for rule in rules}


def _field_changes(
    table: str, name: str, old: dict[str, Any], new: dict[str, Any]
) -> Iterator[SchemaChange]:
    for what in ("type", "format"):
        yield from _property(SchemaChangeKind.TYPE_CHANGED, table, name, what, old, new)
    yield from _property(SchemaChangeKind.UNIT_CHANGED, table, name, "unit", old, new)
    yield from _property(SchemaChangeKind.DESCRIPTION_CHANGED, table, name, "description", old, new)
    before, after = old.get("constraints", {}), new.get("constraints", {})
    for what in sorted(before.keys() | after.keys()):
        value, successor = before.get(what), after.get(what)
        if value != successor:
            kind = (
                SchemaChangeKind.RELAXED
                if _admits_all(what, value, successor)
                else SchemaChangeKind.TIGHTENED
            )
            yield SchemaChange(kind, table, name, what, value, successor)


def _property(
    kind: SchemaChangeKind,
    table: str,
    field: str | None,
    what: str,
    old: dict[str, Any],
    new: dict[str, Any],
) -> Iterator[SchemaChange]:
    if old.get(what) != new.get(what):
        yield SchemaChange(kind, table, field, what, old.get(what), new.get(what))


_WIDER: dict[str, Callable[[Any, Any], bool]] = {
    "minimum": lambda old, new: bool(new <= old),
    "maximum": lambda old, new: bool(new >= old),
    "enum": lambda old, new: set(old) <= set(new),
}


def _admits_all(what: str, old: Any, new: Any) -> bool:
    """Whether a constraint admits all that it admitted before; when in doubt, no."""
    if new is None or old is None:
        return new is None
    wider = _WIDER.get(what)
    return wider is not None and wider(old, new)
