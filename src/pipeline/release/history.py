"""What a release knows of the releases before it."""

from dataclasses import dataclass

from pipeline.release.diff import DatasetDiff
from pipeline.release.version import Version


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The release before.

    Attributes:
        version: Its version.
        checksums_sha256: SHA-256 of its ``SHA256SUMS``, by which releases form a chain: none can
            be altered without breaking all that follow.
    """

    version: Version
    checksums_sha256: str


@dataclass(frozen=True, slots=True)
class History:
    """What a release follows.

    Attributes:
        previous: The release before.
        diff: What changed since.
        changelog: Its changelog.
    """

    previous: Predecessor
    diff: DatasetDiff
    changelog: str
