"""``parley releases``, ``diff`` and ``verify``: what was published."""

from pathlib import Path

from pipeline.cli.console import out, printable, table
from pipeline.errors import ReleaseError
from pipeline.release.catalogue import diff_releases, find_release, list_releases
from pipeline.release.diff import render_diff
from pipeline.release.verify import verify_release


def run_releases(output: Path) -> None:
    """Print the releases, the oldest first."""
    found = list_releases(output)
    if not found:
        out().print(f"{printable(str(output))} holds no release yet.", soft_wrap=True)
        return
    rows = [
        {
            "version": str(release.version),
            **{name: str(count) for name, count in release.rows.items()},
            "": "latest" if release.is_latest else "",
        }
        for release in found
    ]
    columns = dict.fromkeys(name for row in rows for name in row)
    out().print(table("Releases", [{name: row.get(name, "") for name in columns} for row in rows]))


def run_diff(old: str, new: str, output: Path) -> None:
    """Print what changed between two releases."""
    before, after = find_release(output, old), find_release(output, new)
    out().print(printable(render_diff(diff_releases(before.path, after.path))), soft_wrap=True)


def run_verify(version: str | None, output: Path) -> None:
    """Print whether a release is as it was published.

    Raises:
        ReleaseError: It is not, or there is no such release.
    """
    release = find_release(output, version)
    report = verify_release(release.path)
    for problem in report.problems:
        out().print(printable(str(problem)), soft_wrap=True)
    if not report.ok:
        raise ReleaseError(
            f"{release.path}: not as it was published ({len(report.problems)} problems).",
            "Restore the folder from a copy.",
        )
    out().print(
        printable(f"{release.path}: {len(report.files)} files, all as published."), soft_wrap=True
    )
