"""The flow where no server is set up, and the settings under which Prefect is imported."""

import os
import subprocess
import sys

import pytest

from flows.environment import NO_REPORTING, set_defaults

pytestmark = pytest.mark.xdist_group("prefect-by-itself")


def test_a_release_needs_no_server(parley, raw, tmp_path):
    result = parley("release", raw, "-o", tmp_path / "output")
    assert result.returncode == 0, result.stderr
    assert "Published release 1.0.0" in result.stdout
    assert [line for line in result.stderr.splitlines() if not line.startswith("✓")] == []


def test_nothing_is_reported_wherever_the_flow_is_imported(environment):
    settings = {k: v for k, v in environment.items() if k not in NO_REPORTING}
    code = (
        "import flows.release, os, prefect.settings as s; "
        "c = s.get_current_settings(); "
        "print(os.environ['DO_NOT_TRACK'], c.server.analytics_enabled, "
        "c.cloud.enable_orchestration_telemetry, c.telemetry.enable_resource_metrics)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], env=settings, capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["1", "False", "False", "False"]


def test_what_the_user_has_set_stays(monkeypatch):
    monkeypatch.setenv("DO_NOT_TRACK", "0")
    monkeypatch.setenv("PREFECT_HOME", "/somewhere")
    set_defaults()
    assert os.environ["DO_NOT_TRACK"] == "0"
    assert os.environ["PREFECT_HOME"] == "/somewhere"
