"""Checks of the paths that a command is given."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.errors import InputError


def demand_apart(sources: Iterable[Path], output: Path) -> None:
    """Refuse to write into a folder that is read: the next run would read what this one wrote.

    Raises:
        InputError: The output lies in a source folder, or is one.
    """
    for source in sources:
        if output.resolve().is_relative_to(source.resolve()):
            raise InputError(
                f"{output}: lies in {source}, which is read.",
                "Name a folder outside of it with --output.",
            )
