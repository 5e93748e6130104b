"""``SHA256SUMS``, as ``sha256sum -c`` reads it."""

import re
from collections.abc import Mapping

from pipeline.release.layout import sha256

# Plain names only: no folder, no way out of the folder, nothing hidden, no control characters.
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9_][A-Za-z0-9_.-]{0,199})")


def render_checksums(files: Mapping[str, bytes]) -> bytes:
    """One line for each file, sorted by name."""
    lines = (f"{sha256(data)}  {name}\n" for name, data in sorted(files.items()))
    return "".join(lines).encode()


def parse_checksums(data: bytes) -> dict[str, str]:
    """The hash of each file by its name.

    Raises:
        ValueError: A line is not ``<hash>  <plain file name>``, or a name occurs twice.
    """
    sums: dict[str, str] = {}
    for number, line in enumerate(data.decode().removesuffix("\n").split("\n"), start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"line {number} is not a hash, two spaces and a plain file name")
        if match[2] in sums:
            raise ValueError(f"line {number} names {match[2]} a second time")
        sums[match[2]] = match[1]
    return sums
