"""The file formats that can be read. A new format is registered here and in ``documents.parse``."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from pipeline.errors import InputError

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text/plain",
        ".html": "text/html",
        ".htm": "text/html",
        ".json": "application/json",
        ".wiki": "text/x-wiki",
        ".wikitext": "text/x-wiki",
        ".mediawiki": "text/x-wiki",
    }
)
"""Media type by suffix of the file name, in lower case."""


def media_type(path: Path) -> str:
    """The media type of a file, by its suffix.

    Raises:
        InputError: No format is registered for the suffix.
    """
    try:
        return MEDIA_TYPES[path.suffix.lower()]
    except KeyError:
        raise InputError(
            f"{path}: this kind of file cannot be read.",
            f"Documents end in {', '.join(MEDIA_TYPES)}. Rename the file if it is one of these, "
            "else move it out of the way.",
        ) from None
