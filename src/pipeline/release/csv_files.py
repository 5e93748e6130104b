r"""The CSV profile of a release.

UTF-8 without a byte order mark, a header row, ``\n`` line ends, quotes where RFC 4180 demands
them, null as an empty cell (text is never empty), ISO dates, timestamps in UTC with ``Z``,
``true`` and ``false``, and decimals in the shortest form that reads back as the same number, always
with a decimal point, so that a column is not guessed to be of integers in one release and of
decimals in the next.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, also from a
quoted cell, and text from anybody's article ends up in ours. Such text is therefore guarded by an
apostrophe, as is text that begins with apostrophes before such a character, so that taking one
apostrophe away always restores it (:func:`unguarded`). Parquet holds all text verbatim.

The profile is part of the format of a release: verification renders it again and compares bytes.
"""

import re
from collections.abc import Callable
from datetime import date, datetime

import pyarrow

_NEEDS_QUOTES = re.compile(r'[",\r\n]')
# What OWASP lists as starting a formula (CSV Injection, read November 2026), and full-width forms
# of the same signs, which East Asian editions of spreadsheets accept.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """Text as a CSV cell holds it: not taken for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text of a CSV cell: the inverse of :func:`guarded`."""
    return text[1:] if _GUARDED.match(text) else text


def csv_bytes(table: pyarrow.Table) -> bytes:
    """The table as a CSV file."""
    columns = [_cells(table.column(name)) for name in table.column_names]
    lines = [",".join(map(_quoted, table.column_names))]
    lines.extend(",".join(row) for row in zip(*columns, strict=True))
    return ("\n".join(lines) + "\n").encode()


def _cells(column: pyarrow.ChunkedArray) -> list[str]:
    render = _renderer(column.type)
    return ["" if value is None else render(value) for value in column.to_pylist()]


def _renderer(kind: pyarrow.DataType) -> Callable[..., str]:
    if pyarrow.types.is_string(kind):
        return lambda value: _quoted(guarded(value))
    if pyarrow.types.is_boolean(kind):
        return _boolean
    if pyarrow.types.is_timestamp(kind):
        return _timestamp
    if pyarrow.types.is_date(kind):
        return date.isoformat
    if pyarrow.types.is_integer(kind):
        return str
    if pyarrow.types.is_floating(kind):
        return repr
    raise TypeError(f"the CSV profile has no form for {kind}")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _boolean(value: bool) -> str:
    return "true" if value else "false"


def _timestamp(value: datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")
