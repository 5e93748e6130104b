"""A wheel in a virtual environment of its own, and the editable install, run the whole line."""

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("pipeline", "schemas", "flows")

pytestmark = pytest.mark.xdist_group("prefect")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("src", "schemas", "flows"):
        shutil.copytree(ROOT / name, source / name)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", built, source],
        check=True,
        capture_output=True,
    )
    (path,) = built.iterdir()
    return path


@pytest.fixture(scope="module")
def wheel_environment(wheel, tmp_path_factory) -> Path:
    """Binaries of an environment with our wheel, and its dependencies from the one of the tests."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(folder)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", python, "install"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)
    (site,) = (folder / "lib").glob("python3*/site-packages")
    # A path in a .pth file is not searched for further .pth files, so that the editable install of
    # the tests' own environment stays out of reach.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "bin"


def test_the_wheel_holds_all_of_the_packages(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        path.relative_to(root).as_posix()
        for root, package in ((ROOT / "src", "pipeline"), (ROOT, "schemas"), (ROOT, "flows"))
        for path in (root / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert len(expected) > 50
    assert any(name.endswith(".csv") for name in expected)
    assert expected - names == set()
    assert {name.split("/")[0] for name in names} - set(PACKAGES) == {
        next(name.split("/")[0] for name in names if ".dist-info/" in name)
    }


def where_from(python: Path, cwd: Path) -> dict[str, Path]:
    code = f"import {', '.join(PACKAGES)}\n" + "".join(f"print({p}.__file__)\n" for p in PACKAGES)
    result = subprocess.run([python, "-c", code], cwd=cwd, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return dict(zip(PACKAGES, map(Path, result.stdout.split()), strict=True))


def test_the_wheel_runs_the_whole_line_for_a_new_user(
    wheel_environment, environment, raw, tmp_path
):
    home = tmp_path / "home"
    home.mkdir()
    new_user = {k: v for k, v in environment.items() if k != "PREFECT_HOME"} | {"HOME": str(home)}
    for path in where_from(wheel_environment / "python", tmp_path).values():
        assert path.is_relative_to(wheel_environment.parent)
    result = subprocess.run(
        [wheel_environment / "parley", "release", raw, "-o", "out"],
        cwd=tmp_path,
        env=new_user,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    assert "Published release 1.0.0 in out/v1.0.0" in result.stdout
    assert (tmp_path / "out" / "v1.0.0" / "talks.csv").exists()
    assert (wheel_environment.parent / ".prefect").is_dir()
    assert list(home.iterdir()) == []


def test_the_editable_install_runs_the_whole_line(served_parley, raw, tmp_path):
    for path in where_from(Path(sys.executable), tmp_path).values():
        assert path.is_relative_to(ROOT)
    result = served_parley("release", raw, "-o", "out", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "out" / "v1.0.0" / "talks.csv").exists()
