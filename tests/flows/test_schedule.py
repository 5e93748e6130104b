"""A schedule really runs: on a server of its own, in its own processes."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("prefect-by-itself")


def wait_for(text: str, log: Path, process: subprocess.Popen[bytes], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while text not in log.read_text():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.2)


def test_a_schedule_publishes_once_then_reports_no_change(environment, raw, tmp_path, parley_path):
    output, log = tmp_path / "output", tmp_path / "log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [parley_path, "schedule", "raw", "-o", "output", "--interval", "3"],
            cwd=tmp_path,
            env=environment,
            stdout=stream,
            stderr=stream,
        )
    try:
        wait_for("Published release 1.0.0", log, process, 120)
        wait_for("Nothing to publish: release 1.0.0", log, process, 60)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
    said = log.read_text()
    assert said.count("Published release") == 1
    assert [p.name for p in output.glob("v*")] == ["v1.0.0"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "either a cron expression or an interval"),
        (["--cron", "0 6 * * *", "--interval", "60"], "either a cron expression or an interval"),
        (["--cron", "61 * * * *"], "'61 * * * *' is not a cron expression"),
        (["--cron", ""], "'' is not a cron expression"),
        (["--interval", "0"], "an interval of 0 seconds is not possible"),
        (["--interval", "nan"], "an interval of nan seconds is not possible"),
        (["--interval", "1e300"], "an interval of 1e+300 seconds is not possible"),
    ],
)
def test_an_impossible_schedule_is_refused(parley, raw, options, message):
    result = parley("schedule", raw, *options)
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_schedule_for_a_missing_folder_is_refused(parley, tmp_path):
    result = parley("schedule", tmp_path / "none", "--interval", "60")
    assert result.returncode == 2
    assert "no such file or folder" in result.stderr
