"""Prefect as we want it unless the environment says otherwise. Imports nothing of Prefect."""

import os
import sys
from pathlib import Path

NO_REPORTING = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
}
"""Settings of Prefect 3.8 that stop usage statistics and telemetry."""

NO_CONSOLE_LOG = {
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_CLI_PROMPT": "false",
}
"""Settings that keep Prefect's own log off the terminal; a server still receives it."""


def set_defaults() -> None:
    """Set what is not set. Has to run before Prefect is imported."""
    for name, value in NO_REPORTING.items():
        os.environ.setdefault(name, value)
    home = _own_home()
    if home is not None:
        os.environ.setdefault("PREFECT_HOME", str(home))


def _own_home() -> Path | None:
    """A home for Prefect in our virtual environment, for users who have no other.

    Whoever uses Prefect elsewhere has a home already, perhaps with a profile that names a server.
    """
    in_environment = sys.prefix != sys.base_prefix and os.access(sys.prefix, os.W_OK)
    if not in_environment or (Path.home() / ".prefect").exists():
        return None
    return Path(sys.prefix) / ".prefect"
