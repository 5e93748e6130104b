"""One publisher at a time, by a lock of the operating system that dies with its process."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ReleaseError

WAIT_SECONDS = 60.0
_POLL_SECONDS = 0.05


@contextmanager
def locked(path: Path, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Holds the lock of a file while the body runs; the file is made and left behind.

    Args:
        path: The file; it stays empty.
        wait_seconds: How long to wait for another holder.

    Raises:
        ReleaseError: Somebody else holds the lock for longer than that.
        OSError: The file cannot be made.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        deadline = time.monotonic() + wait_seconds
        while not _acquired(descriptor):
            if time.monotonic() >= deadline:
                raise ReleaseError(
                    f"{path.parent}: another run is publishing here, for {wait_seconds:g} s now.",
                    "Wait for it to end, then run it again.",
                )
            time.sleep(_POLL_SECONDS)
        yield
    finally:
        os.close(descriptor)  # Closing gives the lock back.


if sys.platform == "win32":
    import msvcrt

    def _acquired(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _acquired(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
