"""``parley release``: run the flow, show its stages and what it found."""

import logging
import os
import signal
import sys
from pathlib import Path
from types import FrameType

from flows.environment import NO_CONSOLE_LOG
from pipeline.cli.console import err, out, printable, table
from pipeline.cli.paths import demand_apart
from pipeline.summary import (
    counts_text,
    coverage_text,
    publication_text,
    result_summary,
    talk_summary,
)


class StageHandler(logging.Handler):
    """Shows what the flow logs at the end of each stage."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print the record if it tells of a stage."""
        stage = getattr(record, "stage", None)
        if stage is not None:
            err().print(f"✓ {stage:<9} {printable(record.getMessage())}", soft_wrap=True)


def _stop(number: int, _frame: FrameType | None) -> None:
    """End at once: publishing can be stopped at any moment, Prefect's server needs to be told.

    Left to itself, Prefect would wait for its server, which got the same Ctrl-C.
    """
    module = sys.modules.get("prefect.server.api.server")
    servers = getattr(module, "SubprocessASGIServer", None)  # None while it is being imported
    for server in servers._instances.values() if servers else ():
        if server.server_process is not None:
            server.server_process.kill()
    err().show_cursor()
    os.write(2, b"Interrupted: nothing more was published.\n")
    os._exit(128 + number)


def run_release(raw: Path, output: Path) -> None:
    """Run the flow and print what it found and published.

    Raises:
        ParleyError: Whatever the flow raises; nothing was published.
    """
    demand_apart([raw], output)
    for name, value in NO_CONSOLE_LOG.items():
        os.environ.setdefault(name, value)
    with err().status("Starting Prefect"):
        from flows.release import release

    signal.signal(signal.SIGINT, _stop)
    logger = logging.getLogger("prefect.flow_runs")
    handler = StageHandler()
    logger.addHandler(handler)
    try:
        with err().status("Running"):
            outcome = release(raw, output)
    finally:
        logger.removeHandler(handler)
    tables = outcome.dataset.tables
    for title, rows in (("Talks", talk_summary(tables)), ("Polls", result_summary(tables))):
        out().print(table(title, rows), "")
    out().print(counts_text(outcome.dataset.counts), soft_wrap=True)
    out().print(coverage_text(tables), soft_wrap=True)
    out().print(printable(publication_text(outcome.publication)), soft_wrap=True)
