import os
from pathlib import Path
from threading import Thread

import pytest

from pipeline.errors import ReleaseError
from pipeline.release.lock import locked


def test_a_second_holder_is_told_whom_it_waits_for(tmp_path: Path) -> None:
    with locked(tmp_path / ".lock"):
        with (
            pytest.raises(ReleaseError, match="another run is publishing here") as caught,
            locked(tmp_path / ".lock", wait_seconds=0.0),
        ):
            pass
        assert "Wait for it to end" in caught.value.hint


def test_a_waiting_holder_gets_the_lock_when_it_is_free(tmp_path: Path) -> None:
    events = []

    def wait() -> None:
        with locked(tmp_path / ".lock"):
            events.append("second")

    with locked(tmp_path / ".lock"):
        thread = Thread(target=wait)
        thread.start()
        thread.join(0.2)
        events.append("first")
    thread.join()
    assert events == ["first", "second"]


def test_the_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(tmp_path / ".lock"):
        raise KeyError
    with locked(tmp_path / ".lock", wait_seconds=0.0):
        assert (tmp_path / ".lock").stat().st_size == 0


def test_a_lock_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), locked(tmp_path / "nowhere" / ".lock"):
        os.abort()
