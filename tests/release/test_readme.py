"""What the README of a release tells people to run does run."""

import re
import subprocess
from pathlib import Path

import duckdb
import pytest


def blocks(release: Path, language: str) -> list[str]:
    text = (release / "README.md").read_text("utf-8")
    found = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found


def test_the_queries_run(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(release)
    for query in blocks(release, "sql"):
        assert duckdb.sql(query).fetchall()


def test_the_python_runs(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(release)
    for code in blocks(release, "python"):
        names: dict[str, object] = {}
        exec(code, names)
        assert len(names["talks"]) == 2  # type: ignore[arg-type]
        assert len(names["polls"]) == 1  # type: ignore[arg-type]


def test_the_checksums_check(release: Path) -> None:
    result = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"],
        cwd=release,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.count(": OK\n") == len(list(release.iterdir())) - 1


def test_every_file_that_it_links_to_is_there(release: Path) -> None:
    links = re.findall(r"\]\(([^)]+)\)", (release / "README.md").read_text("utf-8"))
    assert links
    assert all((release / link).is_file() for link in links)


def test_it_counts_the_rows(release: Path) -> None:
    text = (release / "README.md").read_text("utf-8")
    assert "| `talks` | 2 | each talk" in text
    assert "Version 1.0.0." in text
