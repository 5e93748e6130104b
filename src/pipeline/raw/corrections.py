"""The corrections of a corpus: what a maintainer knows better than the text, or than our rules.

They stand in a file beside the documents, and are made on the records that the documents give.
"""

import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from pipeline.errors import InputError
from pipeline.raw.files import is_folder, read_bytes
from pipeline.raw.folders import CORRECTIONS_NAME, folders
from pipeline.settings import Settings

Value: TypeAlias = str | int | float | bool | date

_TEXTS = ("table", "record_id", "reason", "source")
_VALUES = ("was", "value")


@dataclass(frozen=True, slots=True)
class ValueCorrection:
    """A value of a record that has to be another one.

    Attributes:
        where: The entry, for messages: its file and number.
        table: Table of the record.
        record_id: Key of the record.
        column: The column.
        was: What is read from the text now, None for nothing.
        value: What it has to be, None for nothing.
        reason: Why.
        source: What shows that this is right: an address or a reference.
    """

    where: str
    table: str
    record_id: str
    column: str
    was: Value | None
    value: Value | None
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A record that must not be published. Attributes are those of a correction."""

    where: str
    table: str
    record_id: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class CorpusCorrections:
    """All corrections of the documents of a run, in the order of their files and entries."""

    values: tuple[ValueCorrection, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()


NO_CORRECTIONS = CorpusCorrections()


def read_corrections(paths: Iterable[Path], settings: Settings) -> CorpusCorrections:
    """Read the corrections in folders of documents and the folders below.

    A file that is read by itself, without its folder, is not corrected: the records that the
    corrections speak of may rest on the documents beside it.

    Raises:
        InputError: A file cannot be read, is no TOML, or says something wrong, unknown or too
            little.
    """
    files = {
        os.path.realpath(file): file
        for path in paths
        if is_folder(path)
        for folder in folders(path)
        if os.path.lexists(file := folder / CORRECTIONS_NAME)
    }
    read = [_read(files[name], settings.max_file_bytes) for name in sorted(files)]
    return CorpusCorrections(
        tuple(value for corrections in read for value in corrections.values),
        tuple(exclusion for corrections in read for exclusion in corrections.exclusions),
    )


def _read(path: Path, max_bytes: int) -> CorpusCorrections:
    try:
        content = tomllib.loads(read_bytes(path, max_bytes).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not valid TOML ({error}).", "Correct the file.") from error
    corrections, exclusions = (content.pop(name, []) for name in ("correction", "exclusion"))
    if content or not (_are_tables(corrections) and _are_tables(exclusions)):
        unknown = f" (unknown: {', '.join(map(repr, content))})" if content else ""
        raise InputError(
            f"{path}: holds something other than [[correction]] and [[exclusion]] tables{unknown}.",
            "docs/operations.md shows what may stand there.",
        )
    return CorpusCorrections(
        tuple(
            _correction(table, f"{path}, [[correction]] {number}")
            for number, table in enumerate(corrections, start=1)
        ),
        tuple(
            Exclusion(where, **_texts(table, where, _TEXTS, _TEXTS))
            for number, table in enumerate(exclusions, start=1)
            for where in [f"{path}, [[exclusion]] {number}"]
        ),
    )


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(table, dict) for table in value)


def _correction(table: Mapping[str, Any], where: str) -> ValueCorrection:
    required = (*_TEXTS[:2], "column", *_TEXTS[2:])
    texts = _texts(table, where, required, (*required, *_VALUES))
    was, value = (_value(key, table.get(key), where) for key in _VALUES)
    if was is None and value is None:
        raise InputError(
            f"{where}: has neither was nor value.",
            "Write was = … (leave it out if nothing is read now) and value = … (leave it out if "
            "nothing should stand there).",
        )
    return ValueCorrection(where, was=was, value=value, **texts)


def _texts(
    table: Mapping[str, Any], where: str, required: Sequence[str], known: Sequence[str]
) -> dict[str, str]:
    if unknown := sorted(table.keys() - set(known)):
        raise InputError(
            f"{where}: unknown key {', '.join(map(repr, unknown))}.",
            f"The keys are {', '.join(known)}; check the spelling.",
        )
    if missing := [key for key in required if key not in table]:
        raise InputError(f"{where}: lacks {', '.join(missing)}.", "Add what is missing.")
    for key in required:
        text = table[key]
        if not isinstance(text, str) or not text.strip() or not text.isprintable():
            raise InputError(
                f"{where}: {key} is {text!r}, not a line of text.", f'Write {key} = "…" in quotes.'
            )
    return {key: table[key] for key in required}


def _value(key: str, value: object, where: str) -> Value | None:
    is_time = isinstance(value, datetime)
    if value is None or (isinstance(value, str | int | float | date) and not is_time):
        return value
    raise InputError(
        f"{where}: {key} is {str(value)!r:.100}, which no column can hold.",
        "Write a text in quotes, a number, a date such as 2020-01-31, or true or false.",
    )
