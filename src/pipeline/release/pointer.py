"""``latest.json``: the one file of the output folder that changes, naming the latest release."""

import json
from pathlib import Path

from pipeline.errors import ReleaseError
from pipeline.release import layout
from pipeline.release.durable import replace_file
from pipeline.release.history import Predecessor
from pipeline.release.version import Version

_MAX_BYTES = 10_000


def read_pointer(output: Path) -> Predecessor | None:
    """The latest release with the hash of its checksums, None if nothing was published yet.

    Raises:
        ReleaseError: The pointer is damaged.
        OSError: It cannot be read.
    """
    path = output / layout.LATEST
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES)
        fields = json.loads(data)
        return Predecessor(Version.parse(fields["version"]), str(fields["sha256sums"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ReleaseError(
            f"{path}: does not name a release.",
            "Restore it, or delete it: the next release run finds the latest release again.",
        ) from error


def write_pointer(output: Path, latest: Predecessor) -> None:
    """Makes a release the latest, in one step."""
    fields = {
        "version": str(latest.version),
        "path": latest.version.folder,
        "sha256sums": latest.checksums_sha256,
    }
    data = (json.dumps(fields, indent=2) + "\n").encode()
    replace_file(output / layout.LATEST, data, output / layout.POINTER_STAGING)
