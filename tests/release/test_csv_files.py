import csv
import io
from datetime import UTC, date, datetime

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from release_samples import sample_tables

from pipeline.release.csv_files import csv_bytes, guarded, unguarded
from pipeline.release.frames import to_arrow
from schemas.registry import TABLES

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
FORMULA_LIKE = st.builds(
    "{}{}{}".format, st.text("'", max_size=3), st.sampled_from("=+-@\t\r\n＝＋－＠"), TEXTS
)


def column(values: list[object], kind: pyarrow.DataType) -> bytes:
    return csv_bytes(pyarrow.table({"x": pyarrow.array(values, kind)}))


@pytest.mark.parametrize(
    ("kind", "value", "cell"),
    [
        (pyarrow.string(), "plain", "plain"),
        (pyarrow.string(), "NA", "NA"),
        (pyarrow.string(), "a,b", '"a,b"'),
        (pyarrow.string(), 'say "x"', '"say ""x"""'),
        (pyarrow.string(), "a\nb", '"a\nb"'),
        (pyarrow.string(), "a\r\nb", '"a\r\nb"'),
        (pyarrow.string(), "a\rb", '"a\rb"'),
        (pyarrow.string(), "=1+1", "'=1+1"),
        (pyarrow.string(), "'=1+1", "''=1+1"),
        (pyarrow.string(), "-5", "'-5"),
        (pyarrow.string(), "\t=1", "'\t=1"),
        (pyarrow.string(), '=a,"b"', '"\'=a,""b"""'),
        (pyarrow.string(), "'quoted'", "'quoted'"),
        (pyarrow.string(), "a=b", "a=b"),
        (pyarrow.int32(), -5, "-5"),
        (pyarrow.float64(), 82.0, "82.0"),
        (pyarrow.float64(), 0.1, "0.1"),
        (pyarrow.float64(), -12.25, "-12.25"),
        (pyarrow.bool_(), True, "true"),
        (pyarrow.bool_(), False, "false"),
        (pyarrow.date32(), date(1555, 9, 5), "1555-09-05"),
        (pyarrow.timestamp("us", "UTC"), datetime(2024, 3, 1, tzinfo=UTC), "2024-03-01T00:00:00Z"),
        (pyarrow.string(), None, ""),
        (pyarrow.int32(), None, ""),
    ],
)
def test_a_value_has_one_form(kind: pyarrow.DataType, value: object, cell: str) -> None:
    assert column([value], kind) == f"x\n{cell}\n".encode()


def test_other_types_are_refused() -> None:
    with pytest.raises(TypeError, match="list<"):
        column([["a"]], pyarrow.list_(pyarrow.string()))


def test_there_is_no_byte_order_mark_and_text_is_utf8() -> None:
    assert column(["Ł"], pyarrow.string()) == b"x\n\xc5\x81\n"


def test_an_empty_table_has_its_header() -> None:
    schema = TABLES["talk_parties"].arrow_schema
    assert csv_bytes(schema.empty_table()) == b"talk_id,party,country_code,role\n"


@given(TEXTS | FORMULA_LIKE)
def test_guarding_is_undone_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(FORMULA_LIKE)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert guarded(text)[0] == "'"


@given(st.lists(st.lists(TEXTS.filter(bool) | FORMULA_LIKE | st.none(), min_size=2, max_size=2)))
def test_any_rfc_4180_reader_reads_back_what_was_written(rows: list[list[str | None]]) -> None:
    table = pyarrow.table(
        {
            name: pyarrow.array([row[i] for row in rows], pyarrow.string())
            for i, name in enumerate(("a", "b"))
        }
    )
    text = csv_bytes(table).decode()
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert read[0] == ["a", "b"]
    assert [[unguarded(cell) or None for cell in row] for row in read[1:]] == rows


def test_rows_are_sorted_by_primary_key_whatever_their_order() -> None:
    tables = sample_tables()
    for name, spec in TABLES.items():
        forwards = to_arrow(tables[name], spec)
        assert forwards.equals(to_arrow(tables[name].iloc[::-1], spec))
        keys = list(zip(*(forwards[key].to_pylist() for key in spec.primary_key), strict=True))
        assert keys
        assert keys == sorted(keys)
