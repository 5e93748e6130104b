"""A publisher that is stopped, at whatever step, leaves the last good release and no half one."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from release_faults import STEPS, arm, telling
from release_samples import CODE_VERSION, RAW, sample_tables, talk

from pipeline.errors import ReleaseError
from pipeline.release.catalogue import latest
from pipeline.release.publish import publish
from pipeline.release.verify import verify_release

PROCESSES = Path(__file__).parent / "release_processes.py"


class Stop(BaseException):
    """Stops a publisher without its noticing, as a kill would, but for the lock."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with one release."""
    output = tmp_path_factory.mktemp("crashes") / "base"
    publish(sample_tables(), RAW, output, code_version=CODE_VERSION)
    return output


@pytest.fixture(scope="module")
def steps(base: Path) -> list[str]:
    """The names of all steps of an undisturbed second release."""
    names: list[str] = []
    output = base.parent / "undisturbed"
    shutil.copytree(base, output)
    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, _recording(name, names))
        publish_next(output)
    assert {"mkdir", "rename", "replace", "fsync"} <= set(names)
    return names


def _recording(name: str, names: list[str]) -> Callable[..., Any]:
    original = getattr(os, name)

    def step(*args: Any, **kwargs: Any) -> Any:
        names.append(name)
        return original(*args, **kwargs)

    return step


def publish_next(output: Path) -> None:
    tables = sample_tables(lambda rows: rows["talks"].append(talk("1908-lisbon")))
    publish(tables, RAW, output, code_version=CODE_VERSION)


def whole_latest(output: Path) -> str:
    """The version of the latest release, which must be whole."""
    newest = latest(output)
    assert newest is not None
    assert verify_release(newest.path).problems == ()
    return str(newest.version)


def outcomes(output: Path) -> tuple[str, str]:
    """The latest release before and after another run, which must leave nothing else behind."""
    before = whole_latest(output)
    publish_next(output)
    names = sorted(entry.name for entry in output.iterdir())
    assert names == [".lock", "latest.json", "v1.0.0", "v1.1.0"]
    return before, whole_latest(output)


def test_stopped_at_any_step(base: Path, steps: list[str], tmp_path: Path) -> None:
    latest_after_stop = []
    for number in telling(steps):
        output = tmp_path / str(number)
        shutil.copytree(base, output)

        def stop(step: int, number: int = number) -> None:
            if step == number:
                raise Stop

        with pytest.MonkeyPatch.context() as patch:
            arm(stop, patch.setattr)
            with pytest.raises(Stop):
                publish_next(output)
        before, after = outcomes(output)
        assert after == "1.1.0"
        latest_after_stop.append(before)
    assert latest_after_stop == sorted(latest_after_stop)
    assert set(latest_after_stop) == {"1.0.0", "1.1.0"}


def test_a_disk_that_fills_up_at_any_step(base: Path, steps: list[str], tmp_path: Path) -> None:
    for number in telling(steps)[::2]:
        output = tmp_path / str(number)
        shutil.copytree(base, output)

        def fill(step: int, number: int = number) -> None:
            if step >= number:
                raise OSError(28, "No space left on device")

        with pytest.MonkeyPatch.context() as patch:
            arm(fill, patch.setattr)
            with pytest.raises(ReleaseError, match="No space"):
                publish_next(output)
        assert outcomes(output)[1] == "1.1.0"


def test_a_file_cut_short_never_becomes_a_release(base: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    shutil.copytree(base, output)
    original = os.fsync

    def cut(descriptor: int) -> None:
        status = os.fstat(descriptor)
        if stat.S_ISREG(status.st_mode) and status.st_size > 1_000:
            os.ftruncate(descriptor, 1_000)
            raise Stop
        original(descriptor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", cut)
        with pytest.raises(Stop):
            publish_next(output)
    assert (output / ".staging").is_dir()
    assert outcomes(output) == ("1.0.0", "1.1.0")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_step(base: Path, steps: list[str]) -> None:
    numbers = [*telling(steps)[::3], len(steps) - 1, len(steps)]
    result = subprocess.run(
        [sys.executable, str(PROCESSES), "kill", str(base), *map(str, sorted(set(numbers)))],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.rsplit(" ", 1) for line in result.stdout.splitlines()]
    assert [outcome for _, outcome in lines] == ["killed"] * len(set(numbers))
    latest_after_kill = set()
    for output, _ in lines:
        before, after = outcomes(Path(output))
        assert after == "1.1.0"
        latest_after_kill.add(before)
    assert latest_after_kill == {"1.0.0", "1.1.0"}
