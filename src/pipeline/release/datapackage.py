"""The descriptor of a release: Data Package v2."""

from collections.abc import Mapping
from typing import Any

from pipeline.release.frames import Tables
from pipeline.release.layout import CSV_SUFFIX, PARQUET_SUFFIX, sha256
from pipeline.release.table_schema import TableSchema, current_schemas
from pipeline.release.version import Version
from schemas import dataset
from schemas.registry import TABLES

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

# Not "parquet", by which frictionless 5 would read the file as a table, whose size it then misses
# and whose nulls it refuses; as a file, its size and hash are checked.
_PARQUET_FORMAT = "apache-parquet"

_WEB = ("http://", "https://")


def datapackage(tables: Tables, version: Version, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor.

    CSV files are described as tables with their schema; Parquet files, which carry a schema
    themselves, as files. It holds no time of creation, so that it follows from the data alone.

    Args:
        tables: The tables; the sources are taken from ``documents``.
        version: The version of the release.
        files: The CSV and Parquet file of every table, by name.
    """
    schemas = current_schemas()
    descriptor = {
        "$schema": PROFILE,
        "name": dataset.NAME,
        "title": dataset.TITLE,
        "description": dataset.DESCRIPTION,
        "version": str(version),
        "keywords": list(dataset.KEYWORDS),
        "licenses": [
            {
                "name": dataset.LICENCE,
                "title": dataset.LICENCE_TITLE,
                "path": dataset.LICENCE_URL,
            }
        ],
        "contributors": [{"title": name, "roles": ["creator"]} for name in dataset.CONTRIBUTORS],
        "resources": [
            *(_csv_resource(name, schemas[name], files) for name in TABLES),
            *(_parquet_resource(name, schemas[name], files) for name in TABLES),
        ],
    }
    sources = [_source(row) for row in documents(tables)]
    return descriptor | ({"sources": sources} if sources else {})


def table_schemas(descriptor: Mapping[str, Any]) -> dict[str, TableSchema]:
    """The Table Schemas in a descriptor, by table.

    Raises:
        KeyError, TypeError: It is no descriptor of a release.
    """
    return {
        resource["name"]: {"description": resource["description"], **resource["schema"]}
        for resource in descriptor["resources"]
        if resource.get("type") == "table"
    }


def documents(tables: Tables) -> list[dict[str, Any]]:
    """The rows of ``documents`` in the order of their key, null as None."""
    columns = {
        str(name): column.array.__arrow_array__().to_pylist()
        for name, column in tables["documents"].items()
    }
    rows = (dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True))
    return sorted(rows, key=lambda row: str(row["document_id"]))


def _csv_resource(table: str, schema: TableSchema, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "name": table,
        "type": "table",
        "path": table + CSV_SUFFIX,
        "description": schema["description"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_integrity(files[table + CSV_SUFFIX]),
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
        "schema": {key: value for key, value in schema.items() if key != "description"},
    }


def _parquet_resource(
    table: str, schema: TableSchema, files: Mapping[str, bytes]
) -> dict[str, Any]:
    return {
        "name": f"{table}-parquet",
        "path": table + PARQUET_SUFFIX,
        "description": schema["description"],
        "format": _PARQUET_FORMAT,
        "mediatype": "application/vnd.apache.parquet",
        **_integrity(files[table + PARQUET_SUFFIX]),
    }


def _integrity(data: bytes) -> dict[str, Any]:
    return {"bytes": len(data), "hash": f"sha256:{sha256(data)}"}


def _source(document: Mapping[str, Any]) -> dict[str, str]:
    source = {"title": document["title"] or document["document_id"]}
    if (document["url"] or "").startswith(_WEB):
        source["path"] = document["url"]
    if document["revision_id"]:
        source["version"] = document["revision_id"]
    return source
