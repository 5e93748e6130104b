"""Every kind of damage is found, and nothing that a folder holds can harm its verifier."""

import io
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from release_samples import RAW, Rows, evidence, result, sample_tables, talk

from pipeline.release.checksums import parse_checksums, render_checksums
from pipeline.release.content import release_files
from pipeline.release.csv_files import csv_bytes
from pipeline.release.parquet import parquet_bytes, read_parquet
from pipeline.release.verify import verify_release
from pipeline.release.version import FIRST
from schemas.registry import TABLES


@pytest.fixture
def copy(release: Path, tmp_path: Path) -> Path:
    """A copy of the sample release that may be written to."""
    folder = tmp_path / "a copy"
    shutil.copytree(release, folder)
    for file in folder.iterdir():
        file.chmod(0o644)
    return folder


def found(folder: Path) -> list[str]:
    report = verify_release(folder)
    assert report.ok == (not report.problems)
    return [str(problem) for problem in report.problems]


def consistent(folder: Path) -> None:
    """Makes sizes, hashes and checksums agree with what the files have become."""
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    descriptor = json.loads(files["datapackage.json"])
    fresh = {
        name: {"bytes": len(data), "hash": f"sha256:{parse_one(name, data)}"}
        for name, data in files.items()
    }
    for resource in descriptor["resources"]:
        resource.update(fresh[resource["path"]])
    files["datapackage.json"] = json.dumps(descriptor).encode()
    del files["SHA256SUMS"]
    files["SHA256SUMS"] = render_checksums(files)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def parse_one(name: str, data: bytes) -> str:
    return parse_checksums(render_checksums({name: data}))[name]


def rebuilt(folder: Path, change: Callable[[Rows], object]) -> list[str]:
    """What is found in a release that was made, without any check, from other rows."""
    shutil.rmtree(folder)
    folder.mkdir()
    files = release_files(sample_tables(change), FIRST, RAW, None, code_version="0")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return found(folder)


def test_a_good_release_has_no_problems(release: Path, copy: Path) -> None:
    assert found(release) == found(copy) == []
    assert len(verify_release(copy).files) == 2 * len(TABLES) + 9


@pytest.mark.parametrize("name", ["talks.csv", "talks.parquet", "README.md", "build.json"])
def test_an_altered_file(copy: Path, name: str) -> None:
    with (copy / name).open("ab") as file:
        file.write(b" ")
    assert f"{name}: is not what SHA256SUMS says: it was altered or damaged" in found(copy)


@pytest.mark.parametrize(
    "name",
    ["talks.csv", "talks.parquet", "README.md", "build.json", "SHA256SUMS", "datapackage.json"],
)
def test_a_missing_file(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert f"{name}: is missing" in found(copy)


def test_a_missing_companion_is_noticed_even_if_unlisted(copy: Path) -> None:
    (copy / "LICENSE").unlink()
    consistent(copy)
    assert found(copy) == ["LICENSE: is missing"]


def test_an_extra_file(copy: Path) -> None:
    (copy / "notes.txt").write_text("x")
    assert found(copy) == ["notes.txt: is not listed in SHA256SUMS"]


def test_an_extra_table(copy: Path) -> None:
    shutil.copy(copy / "talks.csv", copy / "more.csv")
    (copy / "SHA256SUMS").write_bytes(
        render_checksums({f.name: f.read_bytes() for f in copy.iterdir() if f.name != "SHA256SUMS"})
    )
    assert found(copy) == ["datapackage.json: does not describe more.csv"]


def test_csv_that_says_something_else_than_parquet(copy: Path) -> None:
    csv = copy / "polls.csv"
    csv.write_bytes(csv.read_bytes().replace(b"1512", b"1513"))
    consistent(copy)
    assert found(copy) == ["polls.csv: does not say the same as polls.parquet"]


def alter(folder: Path, name: str, change: Callable[[pyarrow.Table], pyarrow.Table]) -> list[str]:
    table = change(read_parquet((folder / f"{name}.parquet").read_bytes()))
    (folder / f"{name}.parquet").write_bytes(parquet_bytes(table))
    (folder / f"{name}.csv").write_bytes(csv_bytes(table))
    consistent(folder)
    return found(folder)


def test_another_column(copy: Path) -> None:
    problems = alter(copy, "polls", lambda t: t.rename_columns({"sponsor": "client"}))
    assert problems[0].startswith("polls.parquet: has the columns poll_id, pollster, client, ")


def test_another_type(copy: Path) -> None:
    def as_text(table: pyarrow.Table) -> pyarrow.Table:
        return table.set_column(8, pyarrow.field("sample_size", pyarrow.string()), [["1512"]])

    assert "polls.parquet: sample_size is of type string, not integer" in alter(
        copy, "polls", as_text
    )


def test_hostile_columns_are_problems_and_harmless_to_show(copy: Path) -> None:
    def hostile(table: pyarrow.Table) -> pyarrow.Table:
        names = ["\x1b[2J", *table.column_names[2:], "poll_id"]
        return table.rename_columns(names)

    problems = alter(copy, "polls", hostile)
    assert any("\\x1b[2J" in problem for problem in problems)
    assert all(problem.isprintable() for problem in problems)


def test_a_column_of_lists(copy: Path) -> None:
    table = read_parquet((copy / "polls.parquet").read_bytes())
    lists = pyarrow.array([["a"]], pyarrow.list_(pyarrow.string()))
    (copy / "polls.parquet").write_bytes(parquet_bytes(table.set_column(0, "poll_id", lists)))
    consistent(copy)
    assert "polls.parquet: cannot be read (the CSV profile has no form for list<" in found(copy)[0]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            lambda rows: rows["talk_parties"][0].update(talk_id="nowhere"),
            "talk_parties.parquet: talk_id is not in talks for 1 values, such as 'nowhere'",
        ),
        (
            lambda rows: rows["evidence"].append(evidence("polls", "no-poll", 1, "x")),
            "evidence.parquet: record_id is not in polls for 1 values, such as 'no-poll'",
        ),
        (
            lambda rows: rows["audit"][0].update(record_id="no-result"),
            "audit.parquet: record_id is not in poll_results for 1 values, such as 'no-result'",
        ),
        (
            lambda rows: rows["conflicts"][0].update(other_record_id="no-talk"),
            "conflicts.parquet: other_record_id is not in talks for 1 values, such as 'no-talk'",
        ),
        (
            lambda rows: rows["corrections"][0].update(field="mood"),
            "corrections.parquet: field is no column of polls for 1 values, such as 'mood'",
        ),
        (
            lambda rows: rows["evidence"].append(evidence("polls", "2011-05-acme", 1, "x", "mood")),
            "evidence.parquet: field is no column of polls for 1 values, such as 'mood'",
        ),
        (
            lambda rows: rows["talks"].append(talk("1907-06-video")),
            "talks.parquet: has 3 rows, but 2 different primary keys",
        ),
        (
            lambda rows: rows["poll_results"].append(result("x", 101.0)),
            "poll_results.parquet: percent_low breaks in_range(0, 100) in 1 rows, such as 101.0",
        ),
        (
            lambda rows: rows["poll_results"].append(result("x", 20.0, 10.0)),
            "poll_results.parquet: breaks range_in_order in 1 rows",
        ),
        (
            lambda rows: rows["polls"][0].update(sponsor=""),
            "polls.parquet: breaks no_empty_text in 1 rows",
        ),
        (
            lambda rows: rows["poll_results"].clear() or rows["evidence"].pop(),
            "poll_results.parquet: has 0 rows, and must have at least 1",
        ),
    ],
)
def test_rows_that_break_the_schema(
    copy: Path, change: Callable[[Rows], object], problem: str
) -> None:
    assert any(line.startswith(problem) for line in rebuilt(copy, change)), found(copy)


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("version", "1.0.1", "build.json: names another version"),
        ("rows", {"talks": 9}, "build.json: gives other numbers of rows"),
    ],
)
def test_a_build_record_that_disagrees(copy: Path, key: str, value: Any, problem: str) -> None:
    record = json.loads((copy / "build.json").read_text())
    (copy / "build.json").write_text(json.dumps(record | {key: value}))
    consistent(copy)
    (line,) = found(copy)
    assert line.startswith(problem)


def test_a_folder_named_like_another_version(copy: Path) -> None:
    wrong = copy.rename(copy.with_name("v2.0.0"))
    assert found(wrong) == ["datapackage.json: is of version 1.0.0, the folder of 2.0.0"]


def test_no_folder_or_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "nothing", tmp_path / "file"):
        assert "cannot be read" in found(path)[0]
    assert "SHA256SUMS: is missing" in found(tmp_path)


HOSTILE_SUMS = {
    "out of the folder": "{h}  ../secret.txt\n",
    "absolute": "{h}  /etc/passwd\n",
    "below": "{h}  sub/secret.txt\n",
    "backslash": "{h}  ..\\secret.txt\n",
    "hidden": "{h}  .secret\n",
    "escape sequence": "{h}  \x1b[2J\n",
    "binary mark": "{h} *talks.csv\n",
    "twice": "{h}  a\n{h}  a\n",
    "no hash": "xyz  talks.csv\n",
    "no text": "\udcff",
    "empty": "",
}


@pytest.mark.parametrize("text", HOSTILE_SUMS.values(), ids=HOSTILE_SUMS)
def test_hostile_checksums_are_refused(copy: Path, text: str) -> None:
    (copy.parent / "secret.txt").write_text("secret")
    data = text.format(h="0" * 64).encode("utf-8", "surrogateescape")
    (copy / "SHA256SUMS").write_bytes(data)
    (line,) = found(copy)
    assert line.startswith("SHA256SUMS: cannot be read: ")
    assert line.isprintable()


def test_links_and_other_things_are_not_followed(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = copy.parent / "secret.csv"
    shutil.copy(copy / "talks.csv", secret)
    (copy / "talks.csv").unlink()
    (copy / "talks.csv").symlink_to(secret)
    (copy / "README.md").unlink()
    os.mkfifo(copy / "README.md")
    (copy / "sub").mkdir()
    read = []
    original = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read.append(path) or original(path))
    problems = found(copy)
    assert {f"{n}: is not a plain file" for n in ("talks.csv", "README.md", "sub")} <= {*problems}
    assert read
    assert {path.name for path in read}.isdisjoint({"talks.csv", "README.md"})


def test_a_file_too_large_is_not_read(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.release.folder.MAX_FILE_BYTES", 100)
    assert "talks.csv: is larger than 100 bytes" in found(copy)


def test_a_name_that_a_terminal_would_obey_is_shown_harmlessly(copy: Path) -> None:
    (copy / "\x1b[2Jx").write_text("x")
    assert found(copy) == ["'\\x1b[2Jx': is not listed in SHA256SUMS"]


HOSTILE_JSON = {
    "empty": b"",
    "list": b"[]",
    "null": b"null",
    "deep": b"[" * 200_000,
    "long number": b'{"version": ' + b"9" * 10_000 + b"}",
    "not text": b"\xff\xfe",
    "no resources": b'{"version": "1.0.0"}',
    "resources of a wrong kind": b'{"version": "1.0.0", "resources": {"a": 1}}',
    "resource of a wrong kind": b'{"version": "1.0.0", "resources": [1, null, "x"]}',
    "path of a wrong kind": b'{"version": "1.0.0", "resources": [{"path": ["a"]}]}',
    "path out of the folder": b'{"version": "1.0.0", "resources": [{"path": "../secret.txt"}]}',
    "table out of the folder": b'{"version": "1.0.0", "resources": [{"type": "table", "name": '
    b'"../secret", "description": "", "schema": {"fields": [], "primaryKey": []}}]}',
    "fields of a wrong kind": b'{"version": "1.0.0", "resources": [{"type": "table", "name": '
    b'"talks", "description": "", "schema": {"fields": [7], "primaryKey": []}}]}',
    "keys that are not there": b'{"version": "1.0.0", "resources": [{"type": "table", "name": '
    b'"talks", "description": "", "schema": {"fields": [], "primaryKey": ["x"], "foreignKeys": '
    b'[{"fields": ["y"], "reference": {"resource": "z", "fields": ["w"]}}]}}]}',
    "no key": b'{"version": "1.0.0", "resources": [{"type": "table", "name": "talks", '
    b'"description": "", "schema": {"fields": [], "primaryKey": []}}]}',
}


@pytest.mark.parametrize("name", ["datapackage.json", "build.json"])
@pytest.mark.parametrize("data", HOSTILE_JSON.values(), ids=HOSTILE_JSON)
def test_hostile_json_is_a_problem_and_no_crash(copy: Path, name: str, data: bytes) -> None:
    (copy / name).write_bytes(data)
    problems = found(copy)
    assert len([line for line in problems if line.startswith(f"{name}: ")]) >= 2, problems
    assert "secret" not in "".join(problems).replace("'../secret", "")


def few_rows_of(table: pyarrow.Table, rows: int) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pyarrow.concat_tables([table] * rows), sink)
    return sink.getvalue()


def test_parquet_that_claims_more_rows_than_the_csv_has_is_not_read(copy: Path) -> None:
    table = read_parquet((copy / "talks.parquet").read_bytes())
    (copy / "talks.parquet").write_bytes(few_rows_of(table, 1000))
    assert "talks.parquet: cannot be read (claims 2000 rows, more than the CSV has lines)" in found(
        copy
    )


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_damaged_parquet_is_a_problem_and_no_crash(copy: Path, data: st.DataObject) -> None:
    file = copy / "polls.parquet"
    whole = bytearray(file.read_bytes())
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)) | st.just(len(whole)))
    file.write_bytes(bytes(damaged[:cut]))
    try:
        altered = damaged[:cut] != whole
        expected = "polls.parquet: is not what SHA256SUMS says: it was altered or damaged"
        assert (expected in found(copy)) == altered
    finally:
        file.write_bytes(bytes(whole))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.sampled_from(["SHA256SUMS", "datapackage.json", "build.json", "talks.csv"]),
    data=st.binary(max_size=200),
)
def test_any_bytes_in_any_file_are_a_problem_and_no_crash(
    copy: Path, name: str, data: bytes
) -> None:
    whole = (copy / name).read_bytes()
    (copy / name).write_bytes(data)
    try:
        assert found(copy)
    finally:
        (copy / name).write_bytes(whole)
