"""Reading of files that somebody else has put there: every failure says what to do about it."""

import stat
from pathlib import Path

from pipeline.errors import InputError


def unreadable(path: Path, error: OSError) -> InputError:
    """The error for a file or folder that the operating system does not let us read."""
    if isinstance(error, FileNotFoundError):
        what = (
            "This link points nowhere" if path.is_symlink() else "There is no such file or folder"
        )
        return InputError(f"{path}: {what}.", "Check the spelling of the path.")
    return InputError(
        f"{path}: cannot be read ({error.strerror or error}).",
        "Check that you may read it (on Linux and macOS: ls -l) and that its disk is in order.",
    )


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder rather than to a regular file.

    Raises:
        InputError: It leads to neither, or cannot be looked at.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise unreadable(path, error) from error
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        raise InputError(
            f"{path}: neither a file nor a folder (a pipe, socket or device).",
            "Save its content in a regular file and give that.",
        )
    return stat.S_ISDIR(mode)


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """The content of a regular file of limited size.

    Args:
        path: The file.
        max_bytes: A larger file is refused before it fills the memory.

    Raises:
        InputError: It cannot be read or is too large.
    """
    is_folder(path)  # refuses pipes, which would be waited for without end
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(content) > max_bytes:
        raise InputError(
            f"{path}: larger than the limit of {max_bytes:,} bytes.",
            "Give articles, each in its own file; a dump of many pages has to be split first.",
        )
    return content


def decode(path: Path, content: bytes) -> str:
    """The text of a document, character for character as in its file.

    Line ends stay as they are, and a byte order mark stays as U+FEFF.

    Raises:
        InputError: The content is no UTF-8, holds NUL bytes, or holds no text at all.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: not UTF-8 text (byte {content[error.start]:#04x} at offset {error.start:,}).",
            "Save it in the encoding UTF-8, or replace the damaged file.",
        ) from error
    if (nul := content.find(b"\0")) >= 0:
        raise InputError(
            f"{path}: holds a NUL byte at offset {nul:,}, which no text does.",
            "Replace the file: it is damaged or not a text file.",
        )
    if not text.removeprefix("\ufeff").strip():
        raise InputError(
            f"{path}: empty, or nothing but white space.",
            "Put the text of the article into the file, or remove it.",
        )
    return text
