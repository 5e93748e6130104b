"""Writing that survives a crash: what is reported as written is on the disk, or nothing is.

Every step is either invisible until it is complete (a rename, a replacement) or invisible to
readers (the staging folder).
"""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ReleaseError

# Fixed, so that the umask of whoever runs this decides nothing. Files of a release are read-only
# as a reminder to people and programs that it does not change; its folder can be removed.
_FILE_MODE = 0o444
_FOLDER_MODE = 0o755
_POINTER_MODE = 0o644


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Makes a folder that holds the files, all of it on the disk when this returns."""
    folder.mkdir()
    folder.chmod(_FOLDER_MODE)
    for name, data in files.items():
        _write_file(folder / name, data)
        (folder / name).chmod(_FILE_MODE)
    sync_folder(folder)


def move_folder(source: Path, target: Path) -> None:
    """Renames a folder in one step; the target must not exist."""
    if target.exists() or target.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    source.rename(target)
    sync_folder(target.parent)


def replace_file(path: Path, data: bytes, staging: Path) -> None:
    """Replaces or creates a file in one step: readers see the old or the new one, never a part.

    Args:
        path: The file.
        data: What it is to hold.
        staging: A path beside it for the time of writing.
    """
    staging.unlink(missing_ok=True)
    _write_file(staging, data)
    staging.chmod(_POINTER_MODE)
    staging.replace(path)
    sync_folder(path.parent)


def remove_folder(folder: Path) -> None:
    """Removes a folder of ours, or whatever stands in its place; nothing there is fine."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable, where the system can."""
    if os.name == "nt":  # Windows cannot open a folder, and keeps its names safe by itself.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the errors of the operating system into errors that say what to do.

    Raises:
        ReleaseError: For every OSError within.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReleaseError(
            f"{error.filename or path}: {reason}. Nothing was published.", _hint(error, path)
        ) from error


def _write_file(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _hint(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return f"Free some space on the disk of {path}, then run it again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"Make {path} writable for you, or name another output folder."
        case errno.ENOTDIR | errno.EEXIST:
            return f"{path} must be a folder: name another, or move away what stands in its place."
    return f"Check the disk of {path}, then run it again; what was published before is untouched."
