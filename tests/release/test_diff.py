from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from release_samples import Rows, Tables, evidence, sample_rows, sample_tables, tables_of, talk

from pipeline.release.diff import CellChange, RowChange, TableDiff, diff_tables, render_diff
from pipeline.release.schema_diff import SchemaChange, SchemaChangeKind
from pipeline.release.version import Version, next_version
from schemas.registry import TABLES

TALKS = st.lists(
    st.fixed_dictionaries(
        {
            "talk_id": st.sampled_from(["a", "b", "c", "d", "e"]),
            "place": st.none() | st.sampled_from(["X", "Y"]),
            "round": st.none() | st.integers(1, 3),
            "latitude": st.none() | st.sampled_from([-1.5, 0.0, 1.5]),
            "start_date": st.none() | st.sampled_from([date(1900, 1, 1), date(1900, 1, 2)]),
            "year_inferred": st.booleans(),
            "status": st.just("held"),
        }
    ),
    unique_by=lambda row: row["talk_id"],
)
PASSAGES = st.lists(
    st.builds(
        evidence,
        st.just("talks"),
        st.sampled_from(["a", "b"]),
        st.integers(0, 4),
        st.sampled_from(["x", "yy"]),
    ),
    unique_by=lambda row: (row["record_id"], row["start"], row["end"]),
)
STATES = st.builds(
    lambda talks, passages: tables_of(sample_rows() | {"talks": talks, "evidence": passages}),
    TALKS,
    PASSAGES,
)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    columns = {name: frame[name].array.__arrow_array__().to_pylist() for name in frame.columns}
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def applied(diff: TableDiff, frame: pd.DataFrame) -> dict[tuple[Any, ...], dict[str, Any]]:
    key = TABLES[diff.table].primary_key
    rows = {tuple(row[name] for name in key): row for row in rows_of(frame)}
    for row in diff.removed:
        del rows[diff.key_of(row)]
    moved = [rows.pop(change.key) for change in diff.changed]
    for row, change in zip(moved, diff.changed, strict=True):
        for cell in change.cells:
            assert row[cell.column] == cell.old
            row[cell.column] = cell.new
    added = [dict(zip(diff.columns, row, strict=True)) for row in diff.added]
    for row in (*moved, *added):
        assert tuple(row[name] for name in key) not in rows
        rows[tuple(row[name] for name in key)] = row
    return rows


@settings(max_examples=100, deadline=None)
@given(STATES, STATES)
def test_the_diff_applied_to_the_old_gives_the_new(old: Tables, new: Tables) -> None:
    diffs = {diff.table: diff for diff in diff_tables(old, new).tables}
    for name, spec in TABLES.items():
        after = {tuple(row[k] for k in spec.primary_key): row for row in rows_of(new[name])}
        if name in diffs:
            assert not diffs[name].is_empty
            assert applied(diffs[name], old[name]) == after
        else:
            assert (
                rows_of(old[name]) == rows_of(new[name])
                or {tuple(row[k] for k in spec.primary_key): row for row in rows_of(old[name])}
                == after
            )


@settings(max_examples=50, deadline=None)
@given(STATES, st.randoms(use_true_random=False))
def test_the_order_of_rows_is_no_change(state: Tables, random: Any) -> None:
    shuffled = {
        name: frame.sample(frac=1, random_state=random.randrange(100))
        for name, frame in state.items()
    }
    diff = diff_tables(state, shuffled)
    assert diff.is_empty
    assert next_version(Version(1, 0, 0), diff) is None
    assert render_diff(diff) == "Nothing changed.\n"


@settings(max_examples=50, deadline=None)
@given(STATES, STATES)
def test_a_diff_and_its_reverse_mirror_each_other(old: Tables, new: Tables) -> None:
    there, back = diff_tables(old, new), diff_tables(new, old)
    assert [diff.table for diff in there.tables] == [diff.table for diff in back.tables]
    for one, other in zip(there.tables, back.tables, strict=True):
        assert (one.added, one.removed) == (other.removed, other.added)
        assert len(one.changed) == len(other.changed)


def test_null_and_value_are_different() -> None:
    def change(rows: Rows) -> None:
        rows["polls"][0]["sponsor"] = "The Daily"
        rows["polls"][0]["question"] = None

    (diff,) = diff_tables(sample_tables(), sample_tables(change)).tables
    assert diff.changed == (
        RowChange(
            ("2011-05-acme",),
            (CellChange("sponsor", None, "The Daily"), CellChange("question", "NA", None)),
        ),
    )


def test_a_passage_that_only_moved_is_the_same_passage() -> None:
    def change(rows: Rows) -> None:
        for row in rows["evidence"]:
            row["start"] += 7
            row["end"] += 7

    diff = diff_tables(sample_tables(), sample_tables(change))
    (table,) = diff.tables
    assert (table.added, table.removed) == ((), ())
    assert len(table.changed) == len(sample_rows()["evidence"])
    assert {cell.column for row in table.changed for cell in row.cells} == {"start", "end"}
    assert next_version(Version(1, 0, 0), diff) == Version(1, 0, 1)


def test_another_hash_of_a_document_is_a_correction() -> None:
    diff = diff_tables(
        sample_tables(), sample_tables(lambda rows: rows["documents"][0].update(sha256="cd" * 32))
    )
    assert next_version(Version(1, 0, 0), diff) == Version(1, 0, 1)


def test_frames_show_changes_of_columns() -> None:
    old, new = sample_tables(), sample_tables()
    new["polls"] = new["polls"].rename(columns={"sponsor": "client"})
    del old["rejects"]
    changes = diff_tables(old, new).schema_changes
    assert changes == (
        SchemaChange(SchemaChangeKind.TABLE_ADDED, "rejects"),
        SchemaChange(SchemaChangeKind.FIELD_REMOVED, "polls", "sponsor"),
        SchemaChange(SchemaChangeKind.FIELD_ADDED, "polls", "client"),
    )


def test_a_table_that_this_code_does_not_know_is_compared_by_whole_rows() -> None:
    old = {"notes": sample_tables()["talk_parties"]}
    new = {"notes": old["notes"].iloc[:1]}
    (diff,) = diff_tables(old, new).tables
    assert len(diff.removed) == 1
    assert diff.primary_key == diff.columns


def test_the_diff_reads_in_plain_words() -> None:
    def change(rows: Rows) -> None:
        rows["talks"] += [talk("1908-lisbon"), talk("1909-lisbon")]
        rows["poll_results"][0]["percent_low"] = 81.5
        rows["talk_parties"].pop()
        rows["evidence"].pop()

    assert render_diff(diff_tables(sample_tables(), sample_tables(change))) == (
        "- 2 talks added: `1908-lisbon`, `1909-lisbon`\n"
        "- 1 talk party removed: `1907-05-02-geneva/=Graustark`\n"
        "- 1 poll result changed:\n"
        "  - `2011-05-acme-yes`: percent_low `82.0` → `81.5`\n"
        "- 1 row of evidence removed\n"
    )


def test_a_long_list_is_cut_short_with_a_count() -> None:
    many = sample_tables(lambda rows: rows["talks"].extend(talk(f"t-{n:03}") for n in range(120)))
    text = render_diff(diff_tables(sample_tables(), many))
    assert text.startswith("- 120 talks added: `t-000`, `t-001`")
    assert text.endswith("`t-019`, and 100 more\n")


@pytest.mark.parametrize("hostile", ["`<script>`", "](http://x)", "a\n# b", "|", "``` x", "`"])
def test_hostile_values_stay_inside_their_code_span(hostile: str) -> None:
    changed = sample_tables(lambda rows: rows["polls"][0].update(sponsor=hostile))
    text = render_diff(diff_tables(sample_tables(), changed))
    assert len(text.splitlines()) == 2
    value = text.split("→ ")[1].rstrip("\n")
    fence = value[: len(value) - len(value.lstrip("`"))]
    assert value.endswith(fence)
    assert fence not in value[len(fence) : -len(fence)]
