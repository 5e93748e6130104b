"""Well-known pollsters, for where the shape of a phrase does not tell that a name is one."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from pipeline.mentions.names import CAPITAL

_CAPITALISED = re.compile(rf"(?<!\w){CAPITAL}[\w&-]{{1,40}}")


@cache
def known_pollsters() -> dict[str, tuple[str, ...]]:
    """The well-known pollsters of ``data/pollsters.txt`` by their first word, the longest first."""
    lines = (
        files("pipeline.mentions").joinpath("data/pollsters.txt").read_text("utf-8").splitlines()
    )
    by_word: dict[str, tuple[str, ...]] = {}
    for name in sorted(
        (li for li in lines if li and not li.startswith("#")), key=len, reverse=True
    ):
        match = _CAPITALISED.match(name)
        if match is None:
            raise ValueError(f"pollsters.txt: {name!r} does not begin with a capitalised word")
        by_word[match.group()] = (*by_word.get(match.group(), ()), name)
    return by_word


def find_known_pollsters(same: str) -> Iterator[tuple[int, int]]:
    """The spans of well-known pollsters in a text, in order of their offsets."""
    for word in _CAPITALISED.finditer(same):
        end = known_pollster_at(same, word.start())
        if end is not None:
            yield word.start(), end


def known_pollster_at(same: str, start: int) -> int | None:
    """Where the longest well-known pollster that begins at ``start`` ends; None if none begins."""
    word = _CAPITALISED.match(same, start)
    for name in known_pollsters().get(word.group(), ()) if word else ():
        end = start + len(name)
        if same.startswith(name, start) and not same[end : end + 1].isalnum():
            return end
    return None
