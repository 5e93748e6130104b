from pathlib import Path

import pytest
from release_samples import CODE_VERSION, RAW, sample_tables, talk

from pipeline.errors import ReleaseError
from pipeline.release.catalogue import (
    diff_releases,
    find_release,
    latest,
    list_releases,
    read_tables,
)
from pipeline.release.publish import publish
from schemas.registry import TABLES


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with releases 1.0.0 and 1.1.0; tests only read it."""
    folder = tmp_path_factory.mktemp("catalogue")
    publish(sample_tables(), RAW, folder, code_version=CODE_VERSION)
    more = sample_tables(lambda rows: rows["talks"].append(talk("1908-lisbon")))
    publish(more, RAW, folder, code_version=CODE_VERSION)
    (folder / "notes").mkdir()
    (folder / "V1.0.0").mkdir()
    (folder / "1.0.0").mkdir()
    (folder / "v7.0.0").mkdir()
    return folder


def test_releases_are_listed_the_oldest_first(output: Path) -> None:
    releases = list_releases(output)
    assert [(str(r.version), r.is_latest, r.rows["talks"]) for r in releases] == [
        ("1.0.0", False, 2),
        ("1.1.0", True, 3),
    ]
    assert [release.path for release in releases] == [output / "v1.0.0", output / "v1.1.0"]


def test_without_releases_there_is_nothing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert list_releases(folder) == []
        assert latest(folder) is None
        with pytest.raises(ReleaseError, match="holds no release yet") as caught:
            find_release(folder)
        assert "parley release" in caught.value.hint


@pytest.mark.parametrize(
    ("version", "expected"),
    [(None, "1.1.0"), ("1.0.0", "1.0.0"), ("v1.0.0", "1.0.0"), ("1.1.0", "1.1.0")],
)
def test_a_release_is_found_by_its_version(
    output: Path, version: str | None, expected: str
) -> None:
    assert str(find_release(output, version).version) == expected


@pytest.mark.parametrize("version", ["1.0.9", "7.0.0", "", "latest", "../1.0.0"])
def test_an_unknown_version_lists_the_known_ones(output: Path, version: str) -> None:
    with pytest.raises(ReleaseError, match="there is no such release") as caught:
        find_release(output, version)
    assert caught.value.hint == "There are: 1.0.0, 1.1.0."


def test_tables_come_back_with_values_and_types(output: Path) -> None:
    tables = read_tables(output / "v1.0.0")
    assert list(tables) == list(TABLES)
    for name, frame in sample_tables().items():
        key = list(TABLES[name].primary_key)
        expected = frame.sort_values(key).reset_index(drop=True)
        assert tables[name].equals(expected)
        assert list(tables[name].dtypes) == list(frame.dtypes)


@pytest.mark.parametrize("file", ["talks.parquet", "datapackage.json"])
@pytest.mark.parametrize("damage", [b"", b"PAR1 nothing", None])
def test_a_damaged_release_is_named(
    output: Path, tmp_path: Path, file: str, damage: bytes | None
) -> None:
    for original in (output / "v1.0.0").iterdir():
        (tmp_path / original.name).write_bytes(original.read_bytes())
    if damage is None:
        (tmp_path / file).unlink()
    else:
        (tmp_path / file).write_bytes(damage)
    with pytest.raises(ReleaseError, match=file):
        read_tables(tmp_path)


def test_releases_are_compared(output: Path) -> None:
    diff = diff_releases(output / "v1.0.0", output / "v1.1.0")
    (table,) = diff.tables
    assert [row[0] for row in table.added] == ["1908-lisbon"]
    assert diff.schema_changes == ()
    assert diff_releases(output / "v1.1.0", output / "v1.1.0").is_empty
