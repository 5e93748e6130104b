"""Corrections from the file to the tables and to the words of a failed run."""

import csv

CORRECTIONS = """[[correction]]
table = "talks"
record_id = "1999-05-04-oslo"
column = "participant_count"
value = 3
reason = "The communiqué names three delegations."
source = "https://example.org/communique"

[[correction]]
table = "talks"
record_id = "1999-05-04-oslo"
column = "participant_count_qualifier"
value = "exact"
reason = "The communiqué names three delegations."
source = "https://example.org/communique"

[[exclusion]]
table = "poll_results"
record_id = "{excluded}"
reason = "The figure is of another poll."
source = "Example contributors"
"""


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def excluded_id(parley, raw, tmp_path):
    assert parley("extract", raw, "-o", tmp_path / "before").returncode == 0
    (found,) = [
        row["result_id"]
        for row in rows(tmp_path / "before", "poll_results")
        if row["percent_low"] == "30.0"
    ]
    return found


def test_corrections_beside_the_texts_are_made_and_listed(parley, raw, tmp_path):
    excluded = excluded_id(parley, raw, tmp_path)
    (raw / "corrections.toml").write_text(CORRECTIONS.format(excluded=excluded), "utf-8")
    result = parley("extract", raw, "-o", tmp_path / "tables")
    assert result.returncode == 0, result.stderr
    talks = {row["talk_id"]: row for row in rows(tmp_path / "tables", "talks")}
    assert talks["1999-05-04-oslo"]["participant_count"] == "3"
    assert [row["value"] for row in rows(tmp_path / "tables", "corrections")] == ["3", "exact"]
    (reject,) = rows(tmp_path / "tables", "rejects")
    assert (reject["reason"], reject["quote"], reject["detail"]) == (
        "excluded",
        "30%",
        "The figure is of another poll. (Example contributors)",
    )
    audit = {row["quote"]: row for row in rows(tmp_path / "tables", "audit")}
    assert (audit["30%"]["outcome"], audit["30%"]["reason"]) == ("rejected", "excluded")


def test_corrections_that_do_not_apply_stop_the_run(parley, raw, tmp_path):
    (raw / "corrections.toml").write_text(CORRECTIONS.format(excluded="gone"), "utf-8")
    text = (raw / "corrections.toml").read_text("utf-8").replace("value = 3", 'value = "three"')
    (raw / "corrections.toml").write_text(text, "utf-8")
    result = parley("extract", raw, "-o", tmp_path / "tables")
    assert result.returncode == 2
    assert f"{raw / 'corrections.toml'}, [[exclusion]] 1: poll_results has no record 'gone'" in (
        result.stderr
    )
    assert "[[correction]] 1: value is 'three', not a whole number" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "tables").exists()
