"""The commands and what their help says. The work is done in the modules beside this one."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="parley",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Versioned open datasets of peace talks and opinion polls, read from encyclopedia text "
    "and cited to the character.",
    epilog="""[bold]Examples[/]
parley release                      publish what the texts in raw/ say, into output/
parley explain raw/article.txt      see what was read in a text, and what was left and why
parley extract article.txt -o tables    the tables alone, nothing published
parley diff 1.0.0 1.1.0             what changed between two releases
parley verify                       check the latest release: hashes, schemas, keys
parley schedule --cron "0 6 * * *"  publish every day at six (UTC)
Add --help to a command for its options.""",
)

Output = Annotated[
    Path, typer.Option("--output", "-o", help="Folder of the releases.", show_default=True)
]
Raw = Annotated[Path, typer.Argument(help="File or folder of source texts.", show_default=True)]
RAW = Path("raw")
OUTPUT = Path("output")


def _print_version(wanted: bool) -> None:
    if wanted:
        from pipeline import code_version

        typer.echo(f"parley {code_version()}")
        raise typer.Exit


@app.callback()
def parley(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Take the options that belong to no command."""


@app.command(
    epilog="""[bold]Examples[/]
parley release
parley release ~/articles --output ~/releases
Exit codes: 0 published or nothing new, 2 bad input, 3 too little or too much rejected, 4 the
output folder cannot be used. After any error the last release is as it was."""
)
def release(raw: Raw = RAW, output: Output = OUTPUT) -> None:
    """Read texts and publish what they say as a new version, if it differs from the last."""
    from pipeline.cli.release import run_release

    run_release(raw, output)


@app.command(
    epilog="""[bold]Examples[/]
parley extract article.txt -o tables
parley extract texts/ more/article.txt -o tables"""
)
def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files and folders.")],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="Folder for the tables; files there of the "
            "same names are replaced, others left alone.",
        ),
    ],
) -> None:
    """Write the tables as CSV and Parquet, and publish nothing."""
    from pipeline.cli.extract import run_extract

    run_extract(paths, output)


@app.command(
    epilog="""[bold]Examples[/]
parley explain raw/article.txt
parley explain raw/article.txt --json | jq '.marks[] | select(.outcome == "left")'"""
)
def explain(
    path: Annotated[Path, typer.Argument(help="File or folder of source texts.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON for programs.")] = False,
) -> None:
    """Show every percentage, date and count of a text and what became of it."""
    from pipeline.cli.explain import run_explain

    run_explain(path, as_json=as_json)


@app.command()
def releases(output: Output = OUTPUT) -> None:
    """List the releases of an output folder."""
    from pipeline.cli.history import run_releases

    run_releases(output)


@app.command(epilog="[bold]Example[/]: parley diff 1.0.0 1.1.0")
def diff(
    old: Annotated[str, typer.Argument(metavar="V1", help="The version before.")],
    new: Annotated[str, typer.Argument(metavar="V2", help="The version after.")],
    output: Output = OUTPUT,
) -> None:
    """Show what changed between two releases, down to the cell."""
    from pipeline.cli.history import run_diff

    run_diff(old, new, output)


@app.command(epilog="Exit code 4 if anything is wrong. [bold]Example[/]: parley verify 1.0.0")
def verify(
    version: Annotated[
        str | None, typer.Argument(help="Version; the latest if not given.", show_default=False)
    ] = None,
    output: Output = OUTPUT,
) -> None:
    """Check a release: hashes, schemas, keys, and that CSV and Parquet say the same."""
    from pipeline.cli.history import run_verify

    run_verify(version, output)


@app.command(
    epilog="""[bold]Examples[/]
parley schedule --cron "0 6 * * *"      every day at six (UTC)
parley schedule --interval 3600         every hour, the first time at once
A run that is due while the one before still runs waits for it. Stop with Ctrl-C or SIGTERM.
With PREFECT_API_URL set, the schedule appears on that server; otherwise a private one is started
for as long as the command runs."""
)
def schedule(
    raw: Raw = RAW,
    output: Output = OUTPUT,
    cron: Annotated[
        str | None, typer.Option(help='Cron expression in UTC, such as "0 6 * * *".')
    ] = None,
    interval: Annotated[float | None, typer.Option(help="Seconds between two runs.")] = None,
) -> None:
    """Run the release flow again and again, from this process."""
    from pipeline.cli.schedule import run_schedule

    run_schedule(raw, output, cron=cron, interval=interval)
