"""Text from anywhere, made harmless in Markdown.

Titles, ids and quotes come from other people's articles; nothing in them may become a heading, a
link or HTML of ours.
"""

import re
from collections.abc import Sequence

_SPACE = re.compile(r"\s+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#~&])")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\\]+")
_ELLIPSIS = "…"


def one_line(text: str) -> str:
    """The text with all white space, line breaks included, folded into single spaces."""
    return _SPACE.sub(" ", text).strip()


def shortened(text: str, width: int) -> str:
    """The text on one line, cut to a number of characters."""
    line = one_line(text)
    return line if len(line) <= width else line[: width - 1] + _ELLIPSIS


def escaped(text: str) -> str:
    """The text on one line, as running text that says just what it says."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


def link(address: str) -> str:
    """A web address as a link; any other text as running text."""
    return f"<{address}>" if _WEB_ADDRESS.fullmatch(address) else escaped(address)


def code(text: str) -> str:
    """The text on one line, as a code span."""
    line = one_line(text) or " "
    fence = "`" * (1 + max(map(len, re.findall(r"`+", line)), default=0))
    padding = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def table(
    header: tuple[str, ...], rows: Sequence[tuple[str, ...]], numeric: tuple[int, ...] = ()
) -> str:
    """A pipe table of cells that are Markdown already.

    Args:
        header: Titles of the columns.
        rows: Cells, as many in each row as there are titles.
        numeric: Indices of the columns to be aligned to the right.
    """
    rule = ("---:" if i in numeric else "---" for i in range(len(header)))
    lines = [" | ".join(cell.replace("|", r"\|") for cell in row) for row in rows]
    return "".join(f"| {line} |\n" for line in (" | ".join(header), " | ".join(rule), *lines))
