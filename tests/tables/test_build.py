from dataclasses import replace
from datetime import date

from pipeline.records.model import Source
from pipeline.tables.build import build_tables
from schemas.registry import TABLES


def test_every_table_has_its_arrow_types(documents, records):
    tables = build_tables(documents, records)
    assert list(tables) == list(TABLES)
    for name, frame in tables.items():
        assert len(frame) > 0, name
        schema = TABLES[name].arrow_schema
        assert list(frame.columns) == schema.names
        assert [dtype.pyarrow_dtype for dtype in frame.dtypes] == schema.types


def test_tables_without_rows_keep_their_columns_and_types(documents, records):
    empty = replace(records, talks=(), polls=(), results=(), rejections=(), candidates=0, merged=0)
    tables = build_tables(documents, empty)
    assert len(tables["talks"]) == 0
    schema = TABLES["talks"].arrow_schema
    assert [dtype.pyarrow_dtype for dtype in tables["talks"].dtypes] == schema.types


def test_a_talk_fills_its_columns(documents, records):
    (talk,) = build_tables(documents, records)["talks"].to_dict("records")
    assert talk["start_date"] == talk["end_date"] == date(1999, 5, 4)
    assert talk["date_precision"] == "day"
    assert talk["city"] == "Oslo"
    assert talk["year_inferred"] is False


def test_what_has_no_date_has_null_dates(documents, with_talk):
    talk = build_tables(documents, with_talk(when=None))["talks"].iloc[0]
    assert talk[["start_date", "end_date", "date_precision"]].isna().all()
    assert not talk["year_inferred"]


def test_evidence_cites_footnotes_and_is_verbatim(documents, records):
    evidence = build_tables(documents, records)["evidence"]
    whole_talk = evidence[(evidence["table_name"] == "talks") & (evidence["field"] == "record")]
    assert list(whole_talk["citations"]) == ["1;2"]
    assert len(evidence) == 4
    for row in evidence.to_dict("records"):
        assert documents[0].text[row["start"] : row["end"]] == row["quote"]


def test_rows_are_sorted_by_key_whatever_the_order_of_records(documents, records):
    ((key, talk),) = records.talks
    several = tuple((f"{key}-{n}", talk) for n in (2, 10, 1))
    frame = build_tables(documents, replace(records, talks=several))["talks"]
    assert list(frame["talk_id"]) == [f"{key}-1", f"{key}-10", f"{key}-2"]


def test_one_row_for_each_key_whatever_the_order_of_passages(documents, records, with_talk):
    ((_, talk),) = records.talks
    first, _ = talk.passages
    again = replace(first, rule="another rule")
    one = build_tables(documents, with_talk(passages=(first, again)))["evidence"]
    other = build_tables(documents, with_talk(passages=(again, first)))["evidence"]
    of_talk = one[one["table_name"] == "talks"]
    assert list(of_talk["rule"]) == ["another rule"]
    assert one.equals(other)


def test_a_footnote_has_its_key_in_both_tables_without_the_divider(documents, with_talk, records):
    ((_, talk),) = records.talks
    odd = replace(talk.passages[0], citations=("a;b", "2"))
    changed = replace(
        with_talk(passages=(odd,)), sources=(Source("envoys", "a;b"), Source("envoys", "2"))
    )
    tables = build_tables(documents, changed)
    assert list(tables["citations"]["key"]) == ["2", "a,b"]
    evidence = tables["evidence"]
    assert list(evidence.loc[evidence["table_name"] == "talks", "citations"]) == ["a,b;2"]


def test_corrections_of_records_that_are_not_published_are_not_listed(documents, records):
    tables = build_tables(documents, replace(records, polls=(), results=()))
    assert len(tables["corrections"]) == 0
