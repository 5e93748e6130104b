"""``releases``, ``diff`` and ``verify`` on releases that are published without Prefect."""

from pathlib import Path

import pytest

from pipeline.raw.read import read_raw
from pipeline.release.publish import publish
from pipeline.run import make_dataset, read_records
from pipeline.settings import Settings


def publish_raw(raw: Path, output: Path) -> None:
    documents = read_raw([raw], Settings())
    dataset = make_dataset(documents, read_records(documents))
    publish(dataset.tables, documents, output, code_version="0")


@pytest.fixture
def output(raw: Path, tmp_path: Path) -> Path:
    """Two releases; the second has another share."""
    folder = tmp_path / "output"
    publish_raw(raw, folder)
    text = (raw / "strait-talks.txt").read_text()
    (raw / "manifest.toml").unlink()
    (raw / "strait-talks.txt").write_text(text.replace("51%", "52%"))
    publish_raw(raw, folder)
    return folder


def latest(output: Path) -> str:
    (version,) = [p.name[1:] for p in output.glob("v*") if p.name != "v1.0.0"]
    return version


def test_releases_are_listed(parley, output):
    result = parley("releases", "-o", output)
    assert result.returncode == 0
    *_, first, second = result.stdout.rstrip().splitlines()
    assert first.split()[0] == "1.0.0"
    assert second.split()[0] == latest(output)
    assert second.split()[-1] == "latest"


def test_no_releases_is_no_error(parley, tmp_path):
    result = parley("releases", "-o", tmp_path)
    assert result.returncode == 0
    assert "holds no release yet" in result.stdout


def test_a_diff_tells_what_changed(parley, output):
    result = parley("diff", "1.0.0", latest(output), "-o", output)
    assert result.returncode == 0
    assert "52" in result.stdout
    assert parley("diff", "1.0.0", "v1.0.0", "-o", output).stdout == "Nothing changed.\n\n"


@pytest.mark.parametrize("command", [("diff", "1.0.0", "9.9.9"), ("verify", "9.9.9")])
def test_an_unknown_version_is_refused_with_the_known_ones(parley, output, command):
    result = parley(*command, "-o", output)
    assert result.returncode == 4
    assert "9.9.9" in result.stderr
    assert "1.0.0" in result.stderr


def test_a_sound_release_verifies(parley, output):
    result = parley("verify", "-o", output)
    assert result.returncode == 0, result.stdout
    assert f"v{latest(output)}" in result.stdout
    assert parley("verify", "1.0.0", "-o", output).returncode == 0


def test_an_edited_release_does_not(parley, output):
    path = output / "v1.0.0" / "talks.csv"
    path.chmod(0o644)
    path.write_text("edited")
    result = parley("verify", "1.0.0", "-o", output)
    assert result.returncode == 4
    assert "talks.csv" in result.stdout
    assert "not as it was published" in result.stderr
