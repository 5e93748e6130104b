"""The release flow on a schedule, with a server of its own where none is set up."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prefect.runner import Runner
from prefect.schedules import Schedule
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.types.entrypoint import EntrypointType

from flows.release import release
from pipeline.errors import ParleyError

DEPLOYMENT = "schedule"
SERVER_START_SECONDS = 60


def serve(raw: Path, output: Path, schedule: Schedule) -> None:
    """Run the flow on a schedule until the process is told to stop.

    Args:
        raw: A file or folder of source documents.
        output: The folder of the releases.
        schedule: When to run.

    Raises:
        ParleyError: The server does not start.
    """
    # Until the runner takes over, SIGTERM too has to stop the server that is being started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with scheduling_server():
        asyncio.run(_serve(raw.absolute(), output.absolute(), schedule))


class _Runner(Runner):
    """A runner that stops the same way on SIGTERM and Ctrl-C: from its event loop.

    Prefect 3.8 exits from within the signal handler instead, which leaves flow runs behind.
    """

    async def start(self, run_once: bool = False, webserver: bool | None = None) -> None:
        """Start the runs that are due, until a signal stops it."""
        self._event_loop = asyncio.get_running_loop()
        signal.signal(signal.SIGINT, self.handle_sigterm)
        await super().start(run_once, webserver)

    def handle_sigterm(self, *_args: Any, **_kwargs: Any) -> None:
        """Have the event loop end the flow run that goes on, if any, and pause the schedule."""
        self._event_loop.call_soon_threadsafe(self._end)

    def _end(self) -> None:
        if self.started:
            self._ending = self._event_loop.create_task(self.astop())


async def _serve(raw: Path, output: Path, schedule: Schedule) -> None:
    runner = _Runner(name=DEPLOYMENT, limit=1)
    await runner.aadd_flow(
        release,
        name=DEPLOYMENT,
        schedule=schedule,
        parameters={"raw": str(raw), "output": str(output)},
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    await runner.start()


@contextmanager
def scheduling_server() -> Iterator[str]:
    """The address of a Prefect API that schedules: the one that is set up, else one of our own.

    The server that Prefect starts by itself for a single run does not schedule.
    """
    configured = PREFECT_API_URL.value()
    if configured:
        yield configured
        return
    port = _free_port()
    url = f"http://127.0.0.1:{port}/api"
    # In a session of its own, so that Ctrl-C reaches it only through us, when we are done.
    process = subprocess.Popen(  # noqa: S603 our own interpreter
        [sys.executable, "-m", "prefect", "server", "start", "--port", str(port), "--no-ui"],
        env={**os.environ, "PREFECT_SERVER_API_HOST": "127.0.0.1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _await_health(url, process)
        with temporary_settings({PREFECT_API_URL: url}):
            yield url
    finally:
        process.terminate()
        process.wait()


def _await_health(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SERVER_START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/health", timeout=1):  # noqa: S310 our own address
                return
        except OSError:
            time.sleep(0.1)
    raise ParleyError(
        "the Prefect server for the schedule does not start",
        "Run 'prefect server start' to see why, and set PREFECT_API_URL to its address.",
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
