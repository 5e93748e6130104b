"""Several publishers at once, and one under different circumstances."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from release_samples import CODE_VERSION, RAW, sample_tables

from pipeline.release.catalogue import list_releases
from pipeline.release.publish import publish
from pipeline.release.verify import verify_release
from schemas.registry import TABLES

PROCESSES = Path(__file__).parent / "release_processes.py"


def race(output: Path, publishers: int, kind: str) -> Counter[str]:
    result = subprocess.run(
        [sys.executable, str(PROCESSES), "race", str(output), str(publishers), kind],
        capture_output=True,
        text=True,
        check=True,
    )
    assert [r.path for r in list_releases(output) if not verify_release(r.path).ok] == []
    return Counter(result.stdout.splitlines())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_of_several_publishers_of_the_same_data_one_publishes(tmp_path: Path) -> None:
    publish(sample_tables(), RAW, tmp_path, code_version=CODE_VERSION)
    assert race(tmp_path, 6, "same") == {"published 1.1.0": 1, "unchanged 1.1.0": 5}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_publishers_of_different_data_get_a_version_each(tmp_path: Path) -> None:
    outcome = race(tmp_path, 4, "different")
    assert len(outcome) == 4
    assert {line.split()[0] for line in outcome} == {"published"}
    assert sorted(line.split()[1] for line in outcome) == ["1.0.0", "2.0.0", "3.0.0", "4.0.0"]


CIRCUMSTANCES = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "PYTHONUTF8": "0", "UMASK": "022"},
    {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "UMASK": "077"},
    {"PYTHONHASHSEED": "random", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "UMASK": "002"},
]


def test_the_same_data_gives_the_same_bytes_under_all_circumstances(tmp_path: Path) -> None:
    running = []
    for number, environment in enumerate(CIRCUMSTANCES):
        folder = tmp_path / f"somewhere else {number}"
        folder.mkdir()
        running.append(
            subprocess.Popen(
                [sys.executable, str(PROCESSES), "print", "output"],
                cwd=folder,
                env=os.environ | environment,
                umask=int(environment["UMASK"], 8),
                stdout=subprocess.PIPE,
                text=True,
            )
        )
    outputs = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert outputs[0].count("\n") == 2 * (2 * len(TABLES) + 9) + 2
    assert outputs[0] == outputs[1] == outputs[2]
