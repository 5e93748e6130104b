"""What the descriptor of a release declares, read without trusting it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.release import layout
from pipeline.release.datapackage import table_schemas
from pipeline.release.folder import Problem
from pipeline.release.layout import sha256
from pipeline.release.table_schema import TableSchema
from pipeline.release.version import Version

_TABLE_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")


@dataclass(frozen=True, slots=True)
class DeclaredTable:
    """A table as the descriptor declares it.

    Attributes:
        name: Name of the table.
        columns: Name, Table Schema type and whether a value is required, for each column.
        primary_key: The columns of the primary key.
        foreign_keys: Referring column, table and column referred to.
    """

    name: str
    columns: tuple[tuple[str, str, bool], ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """A release as its descriptor declares it."""

    version: Version
    schemas: dict[str, TableSchema]
    tables: tuple[DeclaredTable, ...]


def read_declared(files: Mapping[str, bytes]) -> Declared:
    """What ``datapackage.json`` declares.

    Raises:
        ValueError: It is missing, or no descriptor of a release.
    """
    descriptor = load_json(files, layout.DATAPACKAGE)
    try:
        schemas = table_schemas(descriptor)
        return Declared(
            version=Version.parse(descriptor["version"]),
            schemas=schemas,
            tables=tuple(_table(name, schema) for name, schema in schemas.items()),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"does not describe a release ({error!r:.200})") from error


def load_json(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """The object in a JSON file.

    Raises:
        ValueError: The file is missing or holds no JSON object.
    """
    try:
        value = json.loads(files[name])
    except KeyError:
        raise ValueError("is missing") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is not valid JSON ({error!s:.200})") from error
    if not isinstance(value, dict):
        raise ValueError("holds no JSON object")
    return value


def resource_problems(files: Mapping[str, bytes]) -> list[Problem]:
    """Resources that are not the files of the folder, by path, size or hash."""
    resources = load_json(files, layout.DATAPACKAGE).get("resources")
    described = {
        str(resource.get("path")): resource
        for resource in resources or ()
        if isinstance(resource, dict)
    }
    data = [n for n in files if n.endswith((layout.CSV_SUFFIX, layout.PARQUET_SUFFIX))]
    wrong = [f"does not describe {name}" for name in data if name not in described]
    for path, resource in described.items():
        if path not in files:
            wrong.append(f"describes {path!r:.200}, which is not in the folder")
        elif resource.get("bytes") != len(files[path]):
            wrong.append(f"gives another size for {path}")
        elif resource.get("hash") != f"sha256:{sha256(files[path])}":
            wrong.append(f"gives another hash for {path}")
    return [Problem(layout.DATAPACKAGE, problem) for problem in wrong]


def _table(name: Any, schema: TableSchema) -> DeclaredTable:
    if not _TABLE_NAME.fullmatch(name):
        raise ValueError(f"no table can be called {name!r:.100}")
    return DeclaredTable(
        name=name,
        columns=tuple(
            (str(f["name"]), str(f["type"]), f.get("constraints", {}).get("required") is True)
            for f in schema["fields"]
        ),
        primary_key=tuple(str(column) for column in schema["primaryKey"]),
        foreign_keys=tuple(
            (str(column), str(key["reference"]["resource"]), str(target))
            for key in schema.get("foreignKeys", ())
            for column, target in zip(key["fields"], key["reference"]["fields"], strict=True)
        ),
    )
