"""The changelog of a release: all versions, the newest first."""

from collections.abc import Mapping

from pipeline.release.diff import render_diff
from pipeline.release.history import History
from pipeline.release.rendering import noun
from pipeline.release.version import Version
from schemas import dataset

_HEADER = (
    f"# Changelog\n\n{dataset.TITLE}. Versions follow the Frictionless recipe\n"
    "*Data Package Version*: MAJOR for changes that can break those who read the data, MINOR for\n"
    "new data, PATCH for corrections.\n"
)


def changelog(version: Version, history: History | None, rows: Mapping[str, int]) -> str:
    """The changelog with a section for this version on top of those of the release before.

    Args:
        version: The version.
        history: What the release follows, None for the first.
        rows: Number of rows of each table.
    """
    holds = ", ".join(noun(table, count) for table, count in rows.items())
    changes = render_diff(history.diff) if history else "- First release.\n"
    older = _sections(history.changelog) if history else ""
    return f"{_HEADER}\n## {version}\n\nHolds {holds}.\n\n{changes}{older}"


def _sections(text: str) -> str:
    start = text.find("\n## ")
    return text[start:] if start >= 0 else ""
