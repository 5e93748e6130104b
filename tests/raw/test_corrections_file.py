"""The file of corrections: what it may say, and that it is found and read."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.raw.corrections import (
    NO_CORRECTIONS,
    CorpusCorrections,
    Exclusion,
    ValueCorrection,
    read_corrections,
)
from pipeline.raw.read import read_raw
from pipeline.settings import Settings

CORRECTION = """[[correction]]
table = "talks"
record_id = "1999-05-04-oslo"
column = "end_date"
was = 1999-05-04
value = 1999-05-06
reason = "The text gives the first day alone."
source = "https://gazette.example/lake"
"""
EXCLUSION = """[[exclusion]]
table = "poll_results"
record_id = "1999-06-gallup-nor"
reason = "It is of a straw poll."
source = "Lake Gazette, 7 June 1999"
"""


def read(folder: Path, content: str) -> CorpusCorrections:
    (folder / "corrections.toml").write_text(content, encoding="utf-8")
    return read_corrections([folder], Settings())


def test_all_entries_are_read(tmp_path: Path) -> None:
    file = tmp_path / "corrections.toml"
    assert read(tmp_path, CORRECTION + EXCLUSION) == CorpusCorrections(
        (
            ValueCorrection(
                f"{file}, [[correction]] 1",
                "talks",
                "1999-05-04-oslo",
                "end_date",
                date(1999, 5, 4),
                date(1999, 5, 6),
                "The text gives the first day alone.",
                "https://gazette.example/lake",
            ),
        ),
        (
            Exclusion(
                f"{file}, [[exclusion]] 1",
                "poll_results",
                "1999-06-gallup-nor",
                "It is of a straw poll.",
                "Lake Gazette, 7 June 1999",
            ),
        ),
    )


@pytest.mark.parametrize(("key", "attribute"), [("was = 1999-05-04\n", "was"), ("value", "value")])
def test_a_value_that_is_left_out_is_nothing(tmp_path: Path, key: str, attribute: str) -> None:
    lines = [line for line in CORRECTION.splitlines() if not line.startswith(key.strip())]
    (correction,) = read(tmp_path, "\n".join(lines)).values
    assert getattr(correction, attribute) is None


def test_a_folder_needs_no_corrections(raw: Path) -> None:
    assert read_corrections([raw], Settings()) == NO_CORRECTIONS


def test_the_file_is_no_document(raw: Path) -> None:
    read(raw, CORRECTION)
    assert [document.document_id for document in read_raw([raw], Settings())] == ["strait-talks"]


def test_files_of_folders_below_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    read(tmp_path / "b" / "c", EXCLUSION)
    read(tmp_path, CORRECTION)
    found = read_corrections([tmp_path, tmp_path / "b"], Settings())
    assert [len(found.values), len(found.exclusions)] == [1, 1]


def test_a_document_alone_is_not_corrected(raw: Path) -> None:
    read(raw, CORRECTION)
    assert read_corrections([raw / "strait-talks.txt"], Settings()) == NO_CORRECTIONS


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        ("[[correction]", r"corrections\.toml: not valid TOML", "Correct the file"),
        ("[correction]\n", "holds something other than", "docs/operations.md"),
        ("[[corection]]\n", r"unknown: 'corection'", "docs/operations.md"),
        (
            CORRECTION.replace("column", "colum"),
            r"\[\[correction\]\] 1: unknown key 'colum'",
            "The keys are table, record_id, column, reason, source, was, value",
        ),
        (
            EXCLUSION + EXCLUSION.replace('reason = "It is of a straw poll."\n', ""),
            r"\[\[exclusion\]\] 2: lacks reason",
            "Add what is missing",
        ),
        (EXCLUSION + "value = 1\n", r"unknown key 'value'", "The keys are"),
        (
            CORRECTION.replace("was = 1999-05-04\nvalue = 1999-05-06\n", ""),
            "has neither was nor value",
            "Write was",
        ),
        (CORRECTION.replace('"talks"', "7"), "table is 7, not a line of text", "in quotes"),
        (CORRECTION.replace("first day", "first\\nday"), "reason is .*, not a line", "in quotes"),
        (
            CORRECTION.replace("value = 1999-05-06", "value = [1]"),
            r"value is '\[1\]', which no column can hold",
            "such as 2020-01-31",
        ),
        (
            CORRECTION.replace("value = 1999-05-06", "value = 1999-05-06T12:00:00Z"),
            "which no column can hold",
            "such as 2020-01-31",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: str, message: str, hint: str) -> None:
    with pytest.raises(InputError, match=message) as error:
        read(tmp_path, content)
    assert str(tmp_path / "corrections.toml") in error.value.message
    assert hint in error.value.hint


def test_a_file_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").symlink_to(tmp_path / "gone.toml")
    with pytest.raises(InputError, match=r"corrections\.toml: This link points nowhere"):
        read_corrections([tmp_path], Settings())
