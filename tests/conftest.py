"""What tests of the whole line share: a raw folder, the command line and a Prefect server."""

import hashlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples every time where a failure must mean a change; new ones on other machines.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

ARTICLE = """\
Strait talks

Norway and Sweden held peace talks in Oslo on 4 May 1999.[1] The second round of peace talks \
was held in Geneva, Switzerland, on 12 June 1999, with 14 countries attending.[2][3]

Opinion
A Gallup poll conducted in June 1999 found that 51% of Norwegians supported the ceasefire, \
while 30% opposed it.[4] Inflation reached 9% that year.
"""

Parley = Callable[..., subprocess.CompletedProcess[str]]


def write_raw(folder: Path, text: str = ARTICLE) -> Path:
    """A raw folder with one article and its manifest."""
    folder.mkdir()
    (folder / "strait-talks.txt").write_text(text, encoding="utf-8", newline="")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (folder / "manifest.toml").write_text(
        f"""[[document]]
file = "strait-talks.txt"
title = "Strait talks"
url = "https://example.org/strait-talks"
retrieved_at = 2024-01-01
licence = "CC-BY-SA-4.0"
attribution = "Example contributors"
sha256 = "{sha256}"
""",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return write_raw(tmp_path / "raw")


def parley_script() -> Path:
    """The command beside the interpreter that runs the tests."""
    return Path(sys.executable).with_name("parley")


@pytest.fixture
def parley_path() -> Path:
    return parley_script()


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a user who has never run Prefect, and has no server."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "PARLEY_"))}
    ours.pop("DO_NOT_TRACK", None)
    return {
        **ours,
        "PREFECT_HOME": str(tmp_path_factory.mktemp("prefect")),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    }


@pytest.fixture(scope="session")
def server(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """A running Prefect server: the environment with its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--no-ui"]
    process = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 90
        while True:
            assert process.poll() is None, "the server has ended"
            assert time.monotonic() < deadline, "the server does not answer"
            try:
                with urllib.request.urlopen(f"{url}/health", timeout=1):
                    break
            except OSError:
                time.sleep(0.2)
        yield {**environment, "PREFECT_API_URL": url}
    finally:
        process.terminate()
        process.wait()


def run_parley(
    *arguments: str | Path, env: Mapping[str, str], cwd: Path | None = None, **options: object
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [parley_script(), *arguments],
        env=env,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        **options,  # type: ignore[call-overload]
    )


@pytest.fixture
def parley(environment: dict[str, str]) -> Parley:
    """The command line, without a server."""

    def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
        return run_parley(*arguments, **{"env": environment, **options})

    return run


@pytest.fixture
def served_parley(server: dict[str, str]) -> Parley:
    """The command line with a server set up."""

    def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
        return run_parley(*arguments, **{"env": server, **options})

    return run
