"""Finding the release to go on from, after a stopped run too, and refusing edited ones."""

from pathlib import Path

from pipeline.errors import ReleaseError
from pipeline.release import layout
from pipeline.release.build import predecessor_record
from pipeline.release.catalogue import release_folders
from pipeline.release.declared import load_json
from pipeline.release.folder import read_folder
from pipeline.release.history import Predecessor
from pipeline.release.layout import sha256
from pipeline.release.pointer import read_pointer, write_pointer
from pipeline.release.verify import verify_release
from pipeline.release.version import Version

_PROBLEMS_SHOWN = 3


def recovered_latest(output: Path) -> Predecessor | None:
    """The latest release, known to be whole; None where nothing was published.

    Releases that were complete when their run was stopped, but not yet named by the pointer, are
    adopted in order; so the pointer comes back too if it was deleted. Call this under the lock.

    Raises:
        ReleaseError: The latest release was edited or damaged, or a newer folder does not follow
            it.
        OSError: The folder cannot be read or written.
    """
    latest = read_pointer(output)
    if latest:
        _demand_intact(output / latest.version.folder, latest)
    for version, folder in release_folders(output):
        if latest is None or version > latest.version:
            successor = _successor(version, folder, latest)
            _demand_intact(folder, successor)
            write_pointer(output, successor)
            latest = successor
    return latest


def _successor(version: Version, folder: Path, latest: Predecessor | None) -> Predecessor:
    files, _ = read_folder(folder)
    try:
        named = load_json(files, layout.BUILD).get("previous")
    except ValueError:
        named = layout.BUILD  # Not what any build record says of a predecessor.
    if named != predecessor_record(latest):
        reason = f"does not follow release {latest.version}" if latest else "is no first release"
        raise ReleaseError(
            f"{folder}: stands where the next release belongs, but {reason}.",
            "If a release between the two is missing, restore it from a copy. If this folder is "
            "not yours, move it out of the output folder. Then run it again.",
        )
    return Predecessor(version, sha256(files.get(layout.CHECKSUMS, b"")))


def _demand_intact(folder: Path, release: Predecessor) -> None:
    problems = [str(problem) for problem in verify_release(folder).problems]
    if not problems and _checksums_sha256(folder) != release.checksums_sha256:
        problems = [f"{layout.CHECKSUMS}: is not the one that was published"]
    if problems:
        more = len(problems) - _PROBLEMS_SHOWN
        shown = "; ".join(problems[:_PROBLEMS_SHOWN]) + (f"; and {more} more" if more > 0 else "")
        raise ReleaseError(
            f"{folder}: the release was edited or damaged: {shown}.",
            f"Restore it from a copy. If there is none, move the folder and {layout.LATEST} away "
            "and release anew.",
        )


def _checksums_sha256(folder: Path) -> str:
    return sha256((folder / layout.CHECKSUMS).read_bytes())
