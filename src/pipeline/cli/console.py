"""Output for people: text from anywhere, on terminals of any kind."""

import sys
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from rich.console import Console
from rich.table import Table
from rich.text import Text

PLAIN_WIDTH = 140
"""Columns of output that goes into a file or pipe."""

MAX_CELL = 32
"""Characters of a table cell: tables give an overview, the release has the full text."""


@cache
def out() -> Console:
    """The console for results."""
    return _console(stderr=False)


@cache
def err() -> Console:
    """The console for progress."""
    return _console(stderr=True)


MAX_ROWS = 60
"""Rows of a table, for the same reason."""


def printable(text: str) -> str:
    """The text without control characters, which could drive the terminal; line ends stay."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cs") and c != "\n" else c
        for c in text
    )


def table(title: str, rows: Sequence[Mapping[str, str]]) -> Table | Text:
    """Rows as a compact table: long cells are cut, columns without any value are left out.

    Of very many rows the first are shown, and how many more there are.
    """
    if not rows:
        return Text(f"{title}: none")
    rendered = Table(title=title, title_justify="left", box=None, pad_edge=False)
    columns = [name for name in rows[0] if any(row[name] for row in rows)]
    for name in columns:
        rendered.add_column(name, header_style="dim")
    for row in rows[:MAX_ROWS]:
        rendered.add_row(*(_cell(row[name]) for name in columns))
    if len(rows) > MAX_ROWS:
        rendered.add_row(Text(f"… {len(rows) - MAX_ROWS} more"))
    return rendered


def _cell(text: str) -> Text:
    cut = text if len(text) <= MAX_CELL else text[: MAX_CELL - 1] + "…"
    return Text(printable(cut))


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else PLAIN_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)
