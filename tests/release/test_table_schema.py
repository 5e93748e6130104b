from dataclasses import replace

import pandera.pandas as pa
import pyarrow
import pytest

from pipeline.release.table_schema import current_schemas, field_type, table_schema
from schemas.base import Integer, Table, Text, column
from schemas.registry import TABLES


class Sample(Table):
    """One row for
    each sample."""

    name: Text = column("Name.", str_startswith="x")


def test_a_check_without_counterpart_is_not_lost_in_silence() -> None:
    with pytest.raises(TypeError, match="str_startswith has no counterpart"):
        table_schema(replace(TABLES["polls"], model=Sample))


def test_a_range_without_its_ends_is_not_lost_in_silence() -> None:
    class Open(Table):
        """One row."""

        size: Integer = column("Size.", in_range={"min_value": 0, "max_value": 1, "include_max": 0})

    with pytest.raises(TypeError, match="in_range has no counterpart"):
        table_schema(replace(TABLES["polls"], model=Open))


def test_both_ends_of_a_range_and_open_ranges() -> None:
    class Ranges(Table):
        """One row."""

        least: Integer = column("Least.", ge=1)
        most: Integer = column("Most.", le=2, nullable=True)

    schema = table_schema(replace(TABLES["polls"], model=Ranges, primary_key=("least",)))
    assert [field["constraints"] for field in schema["fields"]] == [
        {"required": True, "minimum": 1},
        {"maximum": 2},
    ]


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(TypeError, match="time64"):
        field_type(pyarrow.time64("us"))


def test_every_column_of_every_model_is_described() -> None:
    schemas = current_schemas()
    assert list(schemas) == list(TABLES)
    for name, spec in TABLES.items():
        fields = schemas[name]["fields"]
        assert [field["name"] for field in fields] == spec.arrow_schema.names
        assert all(field["description"] for field in fields)
        checks = spec.model.to_schema().checks
        assert {check["name"] for check in schemas[name]["checks"]} == {c.name for c in checks}
        assert isinstance(spec.model.to_schema(), pa.DataFrameSchema)
