import csv

import pyarrow.parquet as pq
import pytest

from schemas.registry import TABLES


def test_all_tables_are_written_and_nothing_is_published(parley, raw, tmp_path):
    result = parley("extract", raw, "-o", tmp_path / "tables")
    assert result.returncode == 0, result.stderr
    names = {path.name for path in (tmp_path / "tables").iterdir()}
    assert names == {f"{name}.{suffix}" for name in TABLES for suffix in ("csv", "parquet")}
    with (tmp_path / "tables" / "talks.csv").open(encoding="utf-8", newline="") as file:
        talks = list(csv.DictReader(file))
    assert {talk["city"] for talk in talks} == {"Oslo", "Geneva"}
    assert pq.read_table(tmp_path / "tables" / "talks.parquet").num_rows == len(talks) == 2
    assert "accepted" in result.stdout
    audit = pq.read_table(tmp_path / "tables" / "audit.parquet")
    assert f"{audit.num_rows} shares, dates and counts: " in result.stdout


def test_other_files_stay_and_tables_are_replaced(parley, raw, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "talks.csv").write_text("old")
    assert parley("extract", raw / "strait-talks.txt", "-o", tmp_path).returncode == 0
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "talks.csv").read_text().startswith("talk_id,")
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", ["latest.json", "datapackage.json"])
def test_a_release_is_never_written_over(parley, raw, tmp_path, name):
    (tmp_path / name).write_text("{}")
    result = parley("extract", raw, "-o", tmp_path)
    assert result.returncode == 4
    assert "a release never changes" in result.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name != "raw"] == [name]


def test_a_text_about_nothing_gives_empty_tables(parley, tmp_path):
    (tmp_path / "heron.txt").write_text("A heron stood in the reeds all day.\n")
    assert parley("extract", tmp_path / "heron.txt", "-o", tmp_path / "t").returncode == 0
    assert pq.read_table(tmp_path / "t" / "talks.parquet").num_rows == 0


def test_what_is_not_there_is_refused(parley, tmp_path):
    result = parley("extract", tmp_path / "none.txt", "-o", tmp_path / "t")
    assert result.returncode == 2
    assert "none.txt" in result.stderr
    assert not (tmp_path / "t").exists()
