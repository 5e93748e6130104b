"""Changes in words, as items of a Markdown list."""

import json
from collections.abc import Sequence
from typing import Any

from pipeline.release.markdown import code, shortened
from pipeline.release.schema_diff import SchemaChange, SchemaChangeKind

MAX_ROWS_LISTED = 20
MAX_CELL_CHARACTERS = 80

# The key of a passage is its place in a text: a list of such keys tells a reader nothing.
_MAX_KEY_COLUMNS_LISTED = 2

Key = tuple[Any, ...]
Cells = list[tuple[str, Any, Any]]

_FIELD_PHRASES = {
    SchemaChangeKind.FIELD_ADDED: "column {field} added to {table}",
    SchemaChangeKind.FIELD_REMOVED: "column {field} removed from {table}",
    SchemaChangeKind.TYPE_CHANGED: "{what} of {place} changed: {old} → {new}",
    SchemaChangeKind.UNIT_CHANGED: "unit of {place} changed: {old} → {new}",
    SchemaChangeKind.TABLE_ADDED: "table {table} added",
    SchemaChangeKind.TABLE_REMOVED: "table {table} removed",
    SchemaChangeKind.FIELDS_REORDERED: "columns of {table} reordered",
    SchemaChangeKind.PRIMARY_KEY_CHANGED: "primary key of {table} changed: {old} → {new}",
    SchemaChangeKind.TIGHTENED: "{what} of {place} made stricter: {old} → {new}",
    SchemaChangeKind.RELAXED: "{what} of {place} made less strict: {old} → {new}",
    SchemaChangeKind.DESCRIPTION_CHANGED: "description of {place} reworded",
}


def noun(table: str, count: int) -> str:
    """What the rows of a table are called: ``1 talk party``, ``2 talk parties``."""
    plural = table.replace("_", " ")
    if not plural.endswith("s"):
        return f"{count} row{'' if count == 1 else 's'} of {plural}"
    singular = f"{plural[:-3]}y" if plural.endswith("ies") else plural[:-1]
    return f"{count} {singular if count == 1 else plural}"


def render_rows(
    table: str, verb: str, keys: Sequence[Key], changes: Sequence[tuple[Key, Cells]] = ()
) -> list[str]:
    """One item on the rows that were added, removed or changed, and one below it for each change.

    Args:
        table: Name of the table.
        verb: What became of the rows.
        keys: Keys of the rows; nothing is said of none.
        changes: For changed rows, each key with its column, old value and new value.
    """
    if not keys:
        return []
    item = f"- {noun(table, len(keys))} {verb}"
    if len(keys[0]) > _MAX_KEY_COLUMNS_LISTED:
        return [item]
    more = len(keys) - MAX_ROWS_LISTED
    if changes:
        below = [f"  - {_key(key)}: {_cells(cells)}" for key, cells in changes[:MAX_ROWS_LISTED]]
        return [f"{item}:", *below, *([f"  - and {more} more"] if more > 0 else [])]
    listed = ", ".join(_key(key) for key in keys[:MAX_ROWS_LISTED])
    return [f"{item}: {listed}{f', and {more} more' if more > 0 else ''}"]


def render_schema_change(change: SchemaChange) -> str:
    """One item on a change to the schema."""
    table = code(change.table)
    phrase = _FIELD_PHRASES[change.kind].format(
        table=table,
        field=code(change.field or ""),
        place=f"{code(change.field)} in {table}" if change.field else table,
        what=change.what,
        old=_value(change.old),
        new=_value(change.new),
    )
    return f"- schema: {phrase}"


def _key(key: Key) -> str:
    return code("/".join(str(part) for part in key))


def _cells(cells: Cells) -> str:
    return "; ".join(f"{column} {_value(old)} → {_value(new)}" for column, old, new in cells)


def _value(value: Any) -> str:
    if value is None:
        return "none"
    text = value if isinstance(value, str) else _plain(value)
    return code(shortened(text, MAX_CELL_CHARACTERS))


def _plain(value: Any) -> str:
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)
