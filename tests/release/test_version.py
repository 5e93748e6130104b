from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.release.diff import CellChange, DatasetDiff, RowChange, TableDiff
from pipeline.release.schema_diff import SchemaChange, SchemaChangeKind
from pipeline.release.version import FIRST, Version, next_version

NUMBERS = st.integers(0, 10**8)
VERSIONS = st.builds(Version, NUMBERS, NUMBERS, NUMBERS)
ADDED = TableDiff("poll_results", ("result_id",), ("result_id",), added=(("a",),))
REMOVED_LEAF = TableDiff("rejects", ("start",), ("start",), removed=((1,),))
REMOVED_REFERRED = TableDiff("talks", ("talk_id",), ("talk_id",), removed=(("a",),))
CHANGED = TableDiff(
    "polls",
    ("poll_id",),
    ("poll_id", "sponsor"),
    changed=(RowChange(("a",), (CellChange("sponsor", None, "b"),)),),
)


def schema(kind: SchemaChangeKind) -> DatasetDiff:
    return DatasetDiff(schema_changes=(SchemaChange(kind, "talks"),))


def rows(*tables: TableDiff) -> DatasetDiff:
    return DatasetDiff(tables=tables)


@given(VERSIONS)
def test_a_version_reads_what_it_writes(version: Version) -> None:
    assert Version.parse(str(version)) == version == Version.parse(version.folder)


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.3-beta", " 1.2.3", "1.2.3\n", "vv1.2.3", "1.2.٣"],
)
def test_anything_else_is_no_version(text: str) -> None:
    with pytest.raises(ValueError, match="is no version"):
        Version.parse(text)


@given(VERSIONS, VERSIONS)
def test_versions_are_ordered_by_their_numbers(one: Version, other: Version) -> None:
    numbers = [(v.major, v.minor, v.patch) for v in (one, other)]
    assert (one < other) == (numbers[0] < numbers[1])


def test_the_first_release_is_one() -> None:
    assert next_version(None, None) == FIRST == Version(1, 0, 0)


def test_no_change_makes_no_version() -> None:
    assert next_version(Version(1, 2, 3), DatasetDiff()) is None


@pytest.mark.parametrize(
    ("diff", "expected"),
    [
        (rows(CHANGED), "1.2.4"),
        (rows(REMOVED_LEAF), "1.2.4"),
        (schema(SchemaChangeKind.DESCRIPTION_CHANGED), "1.2.4"),
        (rows(ADDED), "1.3.0"),
        (schema(SchemaChangeKind.TABLE_ADDED), "1.3.0"),
        (schema(SchemaChangeKind.RELAXED), "1.3.0"),
        (rows(REMOVED_REFERRED), "2.0.0"),
        (schema(SchemaChangeKind.TABLE_REMOVED), "2.0.0"),
        (schema(SchemaChangeKind.FIELD_ADDED), "2.0.0"),
        (schema(SchemaChangeKind.FIELD_REMOVED), "2.0.0"),
        (schema(SchemaChangeKind.FIELDS_REORDERED), "2.0.0"),
        (schema(SchemaChangeKind.TYPE_CHANGED), "2.0.0"),
        (schema(SchemaChangeKind.UNIT_CHANGED), "2.0.0"),
        (schema(SchemaChangeKind.PRIMARY_KEY_CHANGED), "2.0.0"),
        (schema(SchemaChangeKind.TIGHTENED), "2.0.0"),
    ],
)
def test_a_change_makes_the_version_of_the_recipe(diff: DatasetDiff, expected: str) -> None:
    assert str(next_version(Version(1, 2, 3), diff)) == expected


@pytest.mark.parametrize("order", list(permutations([CHANGED, ADDED, REMOVED_REFERRED])))
def test_the_weightiest_change_decides(order: tuple[TableDiff, ...]) -> None:
    assert next_version(Version(1, 2, 3), rows(*order)) == Version(2, 0, 0)


@given(VERSIONS, st.sampled_from([CHANGED, ADDED, REMOVED_REFERRED]))
def test_a_new_version_is_later(version: Version, change: TableDiff) -> None:
    successor = next_version(version, rows(change))
    assert successor is not None
    assert successor > version
