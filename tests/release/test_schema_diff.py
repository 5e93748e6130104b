from copy import deepcopy
from typing import Any

import pytest

from pipeline.release.schema_diff import SchemaChange, SchemaChangeKind, diff_schemas
from pipeline.release.table_schema import current_schemas

Kind = SchemaChangeKind


def schemas() -> dict[str, Any]:
    return {
        "polls": {
            "description": "One row for each poll.",
            "primaryKey": ["poll_id"],
            "foreignKeys": [],
            "checks": [],
            "fields": [
                {"name": "poll_id", "type": "string", "constraints": {"required": True}},
                {
                    "name": "size",
                    "type": "integer",
                    "description": "How many.",
                    "unit": "person",
                    "constraints": {"minimum": 1, "maximum": 9, "enum": ["1", "2"]},
                },
            ],
        }
    }


def only_change(changed: dict[str, Any]) -> SchemaChange:
    (change,) = diff_schemas(schemas(), changed)
    return change


def test_the_schemas_of_today_do_not_differ_from_themselves() -> None:
    assert current_schemas()
    assert diff_schemas(current_schemas(), deepcopy(current_schemas())) == ()


def test_tables_come_and_go() -> None:
    renamed = {"surveys": schemas()["polls"]}
    assert diff_schemas(schemas(), renamed) == (
        SchemaChange(Kind.TABLE_REMOVED, "polls"),
        SchemaChange(Kind.TABLE_ADDED, "surveys"),
    )


def test_a_renamed_field_is_one_that_went_and_one_that_came() -> None:
    new = schemas()
    new["polls"]["fields"][1]["name"] = "sample_size"
    assert diff_schemas(schemas(), new) == (
        SchemaChange(Kind.FIELD_REMOVED, "polls", "size"),
        SchemaChange(Kind.FIELD_ADDED, "polls", "sample_size"),
    )


def test_fields_that_change_places_are_reordered() -> None:
    new = schemas()
    new["polls"]["fields"].reverse()
    change = only_change(new)
    assert (change.kind, change.old, change.new) == (
        Kind.FIELDS_REORDERED,
        ["poll_id", "size"],
        ["size", "poll_id"],
    )


def test_a_new_field_between_others_does_not_reorder_them() -> None:
    new = schemas()
    new["polls"]["fields"].insert(0, {"name": "other", "type": "string"})
    assert only_change(new).kind is Kind.FIELD_ADDED


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("type", "number", Kind.TYPE_CHANGED),
        ("format", "any", Kind.TYPE_CHANGED),
        ("unit", "household", Kind.UNIT_CHANGED),
        ("unit", None, Kind.UNIT_CHANGED),
        ("description", "How many people.", Kind.DESCRIPTION_CHANGED),
    ],
)
def test_properties_of_a_field(name: str, value: object, kind: Kind) -> None:
    new = schemas()
    new["polls"]["fields"][1][name] = value
    assert (only_change(new).kind, only_change(new).what) == (kind, name)


@pytest.mark.parametrize(
    ("constraint", "value", "kind"),
    [
        ("minimum", 0, Kind.RELAXED),
        ("minimum", 2, Kind.TIGHTENED),
        ("minimum", None, Kind.RELAXED),
        ("maximum", 10, Kind.RELAXED),
        ("maximum", 8, Kind.TIGHTENED),
        ("enum", ["1", "2", "3"], Kind.RELAXED),
        ("enum", ["1"], Kind.TIGHTENED),
        ("enum", ["1", "3"], Kind.TIGHTENED),
        ("pattern", "^[0-9]$", Kind.TIGHTENED),
        ("required", True, Kind.TIGHTENED),
        ("unique", True, Kind.TIGHTENED),
    ],
)
def test_constraints(constraint: str, value: object, kind: Kind) -> None:
    new = schemas()
    constraints = new["polls"]["fields"][1]["constraints"]
    constraints[constraint] = value
    if value is None:
        del constraints[constraint]
    assert (only_change(new).kind, only_change(new).what) == (kind, constraint)


def test_a_value_that_is_no_longer_required_is_a_relaxation() -> None:
    new = schemas()
    new["polls"]["fields"][0]["constraints"] = {}
    assert only_change(new).kind is Kind.RELAXED


def test_keys_and_checks() -> None:
    key = {"fields": ["size"], "reference": {"resource": "sizes", "fields": ["size"]}}
    new = schemas()
    new["polls"]["primaryKey"] = ["poll_id", "size"]
    new["polls"]["foreignKeys"] = [key]
    new["polls"]["checks"] = [{"name": "sane", "description": "Sane."}]
    kinds = [change.kind for change in diff_schemas(schemas(), new)]
    assert kinds == [Kind.PRIMARY_KEY_CHANGED, Kind.TIGHTENED, Kind.TIGHTENED]
    kinds = [change.kind for change in diff_schemas(new, schemas())]
    assert kinds == [Kind.PRIMARY_KEY_CHANGED, Kind.RELAXED, Kind.RELAXED]


def test_a_reworded_table_or_check_is_a_description() -> None:
    old, new = schemas(), schemas()
    old["polls"]["checks"] = [{"name": "sane", "description": "Sane."}]
    new["polls"]["checks"] = [{"name": "sane", "description": "All is sane."}]
    new["polls"]["description"] = "A row for each poll."
    kinds = {change.kind for change in diff_schemas(old, new)}
    assert kinds == {Kind.DESCRIPTION_CHANGED}
