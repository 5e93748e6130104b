"""Table Schemas (Data Package v2), derived from the pandera models."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow

from schemas.registry import TABLES, TableSpec

TableSchema = dict[str, Any]
"""A Table Schema as it stands in ``datapackage.json``, with the description of its table."""

_TYPES: dict[pyarrow.DataType, str] = {
    pyarrow.string(): "string",
    pyarrow.int32(): "integer",
    pyarrow.int64(): "integer",
    pyarrow.float64(): "number",
    pyarrow.bool_(): "boolean",
    pyarrow.date32(): "date",
    pyarrow.timestamp("us", tz="UTC"): "datetime",
}


def field_type(kind: pyarrow.DataType) -> str:
    """The Table Schema type of a column.

    Raises:
        TypeError: Releases have no columns of this type.
    """
    try:
        return _TYPES[kind]
    except KeyError:
        raise TypeError(f"releases have no columns of type {kind}") from None


def table_schema(spec: TableSpec) -> TableSchema:
    """The Table Schema of a table, with the checks across columns as a property of our own.

    Raises:
        TypeError: A column has a type or a check that has no counterpart in a Table Schema.
    """
    schema = spec.model.to_schema()
    checks = [{"name": c.name, "description": c.description} for c in schema.checks]
    described: TableSchema = {
        "description": spec.description,
        "fields": [_field(name, column) for name, column in schema.columns.items()],
        "missingValues": [""],
        "primaryKey": list(spec.primary_key),
    }
    if spec.foreign_keys:
        described["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": table, "fields": [target]}}
            for column, (table, target) in spec.foreign_keys.items()
        ]
    return described | {"checks": sorted(checks, key=lambda check: str(check["name"]))}


def current_schemas() -> dict[str, TableSchema]:
    """The Table Schemas of all tables, as this code publishes them."""
    return {name: table_schema(spec) for name, spec in TABLES.items()}


def schemas_of_frames(tables: Mapping[str, pd.DataFrame]) -> dict[str, TableSchema]:
    """The little that frames say of their schema: the names and types of their columns."""
    return {
        name: {
            "fields": [
                {"name": str(column), "type": field_type(dtype.pyarrow_dtype)}
                for column, dtype in frame.dtypes.items()
            ]
        }
        for name, frame in tables.items()
    }


def _field(name: str, column: Any) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    for check in column.checks:
        constraints |= _constraints(check.name, check.statistics)
    field: dict[str, Any] = {
        "name": name,
        "type": field_type(column.dtype.type.pyarrow_dtype),
        "description": column.description,
    }
    if unit := (column.metadata or {}).get("unit"):
        field["unit"] = unit
    if constraints:
        field["constraints"] = constraints
    return field


def _constraints(check: str, statistics: dict[str, Any]) -> dict[str, Any]:
    match check:
        case "str_matches":
            return {"pattern": statistics["pattern"]}
        case "isin":
            return {"enum": [str(value) for value in statistics["allowed_values"]]}
        case "greater_than_or_equal_to":
            return {"minimum": statistics["min_value"]}
        case "less_than_or_equal_to":
            return {"maximum": statistics["max_value"]}
        case "in_range" if statistics["include_min"] and statistics["include_max"]:
            return {"minimum": statistics["min_value"], "maximum": statistics["max_value"]}
    raise TypeError(f"the check {check} has no counterpart in a Table Schema")
