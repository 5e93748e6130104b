"""The real flow against a real server: what it publishes, reports and refuses."""

import ctypes
import json
import os
import resource
import shutil
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("prefect")


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def ask(server: dict[str, str], path: str, body: dict[str, object]) -> list[dict[str, object]]:
    request = urllib.request.Request(
        f"{server['PREFECT_API_URL']}/{path}",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)


def latest_run(server: dict[str, str]) -> dict[str, object]:
    (run,) = ask(server, "flow_runs/filter", {"sort": "START_TIME_DESC", "limit": 1})
    return run


@pytest.fixture
def published(served_parley, raw, tmp_path) -> Path:
    """An output folder with one release."""
    output = tmp_path / "output"
    assert served_parley("release", raw, "-o", output).returncode == 0
    return output


def test_a_run_publishes_and_a_second_one_finds_nothing_new(served_parley, server, raw, tmp_path):
    output = tmp_path / "output"
    first = served_parley("release", raw, "-o", output)
    assert first.returncode == 0, first.stderr
    assert f"Published release 1.0.0 in {output / 'v1.0.0'}" in first.stdout
    assert "Geneva" in first.stdout
    assert "Gallup" in first.stdout
    assert "51%" in first.stdout
    stages = [line.split()[1] for line in first.stderr.splitlines() if line.startswith("✓")]
    assert stages == ["read", "extract", "validate", "publish"]

    run = latest_run(server)
    assert run["state_name"] == "Completed"
    of_run = {"flow_runs": {"id": {"any_": [run["id"]]}}}
    tasks = {task["name"].rsplit("-", 1)[0] for task in ask(server, "task_runs/filter", of_run)}
    assert tasks == {"read", "extract", "tabulate", "publish", "report"}
    artifacts = {artifact["key"]: artifact for artifact in ask(server, "artifacts/filter", of_run)}
    assert artifacts.keys() == {
        "parley-release",
        "parley-talks",
        "parley-poll-results",
        "parley-release-folder",
    }
    assert "Published release 1.0.0" in artifacts["parley-release"]["data"]
    assert "Geneva" in artifacts["parley-talks"]["data"]
    assert (output / "v1.0.0").as_uri() in artifacts["parley-release-folder"]["data"]
    logs = ask(server, "logs/filter", {"logs": {"flow_run_id": {"any_": [run["id"]]}}})
    assert any("Published release 1.0.0" in log["message"] for log in logs)

    before = tree(output)
    second = served_parley("release", raw, "-o", output)
    assert second.returncode == 0
    assert "Nothing to publish: release 1.0.0" in second.stdout
    assert tree(output) == before
    assert served_parley("verify", "-o", output).returncode == 0


def test_a_failed_run_is_a_failed_run_on_the_server_and_plain_words_here(
    served_parley, server, raw, tmp_path
):
    (raw / "strait-talks.txt").write_text("other bytes")
    result = served_parley("release", raw, "-o", tmp_path / "output")
    assert result.returncode == 2
    assert result.stderr.startswith("Error: ")
    assert "sha256" in result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    assert len(result.stderr.splitlines()) == 2
    run = latest_run(server)
    assert run["state_name"] == "Failed"
    assert "InputError" in run["state"]["message"]


def spoil_hash(raw: Path, output: Path) -> None:
    with (raw / "strait-talks.txt").open("a") as file:
        file.write("one more line\n")


def remove_folder(raw: Path, output: Path) -> None:
    shutil.rmtree(raw)


def empty_file(raw: Path, output: Path) -> None:
    (raw / "manifest.toml").unlink()
    (raw / "strait-talks.txt").write_bytes(b"")


def undecodable(raw: Path, output: Path) -> None:
    (raw / "manifest.toml").unlink()
    (raw / "strait-talks.txt").write_bytes(b"Envoys met in Troms\xf8\n")


def too_large(raw: Path, output: Path) -> None:
    (raw / "manifest.toml").unlink()
    os.truncate(raw / "strait-talks.txt", 64 * 1024 * 1024 + 1)


def nothing_in_it(raw: Path, output: Path) -> None:
    (raw / "manifest.toml").unlink()
    (raw / "strait-talks.txt").write_text("A heron stood in the reeds all day.\n")


def edited_output(raw: Path, output: Path) -> None:
    change_text(raw)
    csv = output / "v1.0.0" / "talks.csv"
    csv.chmod(0o644)
    csv.write_text(csv.read_text().replace("Geneva", "Genoa"))


def change_text(raw: Path) -> None:
    (raw / "manifest.toml").unlink()
    text = (raw / "strait-talks.txt").read_text()
    (raw / "strait-talks.txt").write_text(text.replace("51%", "52%"))


@pytest.mark.parametrize(
    ("spoil", "exit_code", "message"),
    [
        (remove_folder, 2, "raw"),
        (empty_file, 2, "strait-talks.txt"),
        (undecodable, 2, "strait-talks.txt"),
        (too_large, 2, "strait-talks.txt"),
        (spoil_hash, 2, "strait-talks.txt"),
        (nothing_in_it, 3, "has 0 rows"),
        (edited_output, 4, "v1.0.0"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_lost(
    served_parley, raw, published, spoil, exit_code, message
):
    spoil(raw, published)
    before = tree(published)
    result = served_parley("release", raw, "-o", published)
    assert result.returncode == exit_code, result.stderr
    error, hint = result.stderr[result.stderr.index("Error: ") :].splitlines()
    assert message in error
    assert hint.startswith("  ")
    assert hint.strip()
    assert "Traceback" not in result.stderr + result.stdout
    assert tree(published) == before


def test_a_full_disk_leaves_the_last_release(served_parley, raw, published):
    change_text(raw)
    before = tree(published)

    def nearly_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    result = served_parley("release", raw, "-o", published, preexec_fn=nearly_full)
    assert result.returncode == 4, result.stderr
    assert "Free some space" in result.stderr
    assert tree(published) == before
    assert served_parley("verify", "-o", published).returncode == 0
    after = served_parley("release", raw, "-o", published)
    assert after.returncode == 0
    assert "Published release 1." in after.stdout


def test_an_output_that_is_no_folder_is_refused(served_parley, raw, tmp_path):
    output = tmp_path / "output"
    output.write_text("a file")
    result = served_parley("release", raw, "-o", output)
    assert result.returncode == 4
    assert str(output) in result.stderr
    assert output.read_text() == "a file"


def bound_by_permissions() -> None:
    """Take from root what lets it write anywhere (PR_CAPBSET_DROP of CAP_DAC_OVERRIDE)."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1)


def test_an_unwritable_output_is_refused(served_parley, raw, published):
    change_text(raw)
    before = tree(published)
    published.chmod(0o555)
    try:
        result = served_parley("release", raw, "-o", published, preexec_fn=bound_by_permissions)
    finally:
        published.chmod(0o755)
    assert result.returncode == 4, result.stderr
    assert f"Make {published} writable" in result.stderr
    assert tree(published) == before


def test_runs_at_once_publish_once(served_parley, raw, tmp_path):
    output = tmp_path / "output"
    with ThreadPoolExecutor() as pool:
        runs = list(pool.map(lambda _: served_parley("release", raw, "-o", output), range(3)))
    assert [run.returncode for run in runs] == [0, 0, 0]
    said = sorted(line.split()[0] for run in runs for line in run.stdout.splitlines()[-1:])
    assert said == ["Nothing", "Nothing", "Published"]
    assert [p.name for p in output.glob("v*")] == ["v1.0.0"]


def test_the_same_texts_give_the_same_bytes_anywhere(served_parley, server, raw, tmp_path):
    releases = []
    for place, variables in {
        "here": {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
        "far away": {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
    }.items():
        folder = tmp_path / place
        folder.mkdir()
        shutil.copytree(raw, folder / "texts")
        result = served_parley("release", "texts", cwd=folder, env={**server, **variables})
        assert result.returncode == 0, result.stderr
        releases.append(tree(folder / "output" / "v1.0.0"))
    assert len(releases[0]) > 10
    assert releases[0] == releases[1]


def test_corrections_are_published_until_they_no_longer_apply(served_parley, raw, published):
    corrections = raw / "corrections.toml"
    corrections.write_text(
        """[[correction]]
table = "talks"
record_id = "1999-05-04-oslo"
column = "outcome"
value = "agreement"
reason = "The article on the treaty says so."
source = "https://example.org/treaty"
""",
        "utf-8",
    )
    assert served_parley("release", raw, "-o", published).returncode == 0
    assert "agreement" in (published / "v1.1.0" / "talks.csv").read_text("utf-8")
    assert "article on the treaty" in (published / "v1.1.0" / "corrections.csv").read_text("utf-8")
    before = tree(published)
    corrections.write_text(
        corrections.read_text("utf-8").replace("value", 'was = "continued"\nvalue'), "utf-8"
    )
    result = served_parley("release", raw, "-o", published)
    assert result.returncode == 2
    assert "outcome is read as None now, not as 'continued'" in result.stderr
    assert tree(published) == before
