"""``parley release``: run the flow, show its stages and what it found."""

import logging
import os
from pathlib import Path

from flows.environment import NO_CONSOLE_LOG
from pipeline.cli.console import err, out, printable, table
from pipeline.summary import counts_text, publication_text, result_summary, talk_summary


class StageHandler(logging.Handler):
    """Shows what the flow logs at the end of each stage."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print the record if it tells of a stage."""
        stage = getattr(record, "stage", None)
        if stage is not None:
            err().print(f"✓ {stage:<9} {printable(record.getMessage())}", soft_wrap=True)


def run_release(raw: Path, output: Path) -> None:
    """Run the flow and print what it found and published.

    Raises:
        ParleyError: Whatever the flow raises; nothing was published.
    """
    for name, value in NO_CONSOLE_LOG.items():
        os.environ.setdefault(name, value)
    with err().status("Starting Prefect"):
        from flows.release import release

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
    out().print(printable(publication_text(outcome.publication)), soft_wrap=True)
