"""The pinned requirements: complete, hashed, the same for users and tests, and of no registry."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z0-9, ]+\])?==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text()))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_a_hash_and_no_registry_is_named(name):
    text = (ROOT / name).read_text()
    assert len(pins(name)) > 50
    assert not re.search(r"https?://|file:|--(extra-)?index-url|--find-links", text)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) >= len(pins(name))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_tests_run_with_the_versions_of_users():
    ours, tests = pins("requirements.txt"), pins("requirements-dev.txt")
    assert ours.items() <= tests.items()


@pytest.mark.parametrize(
    ("extras", "name"), [(["build"], "requirements.txt"), (["dev"], "requirements-dev.txt")]
)
def test_every_declared_dependency_is_pinned(extras, name):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = list(project["dependencies"])
    for extra in extras:
        declared += project["optional-dependencies"][extra]
    names = {re.match(r"[A-Za-z0-9-]+", requirement)[0].lower() for requirement in declared}
    assert names - {"parley"} - pins(name).keys() == set()


def test_what_is_pinned_fits_together():
    check = [sys.executable, "-m", "pip", "--disable-pip-version-check", "check"]
    result = subprocess.run(check, capture_output=True, text=True)
    assert result.stdout == "No broken requirements found.\n"
