"""Names of the files of a release and of the folder that holds the releases."""

import hashlib

LATEST = "latest.json"
LOCK = ".lock"
STAGING = ".staging"
POINTER_STAGING = ".latest.json.new"

CHECKSUMS = "SHA256SUMS"
DATAPACKAGE = "datapackage.json"
BUILD = "build.json"
CHANGELOG = "CHANGELOG.md"
README = "README.md"
CODEBOOK = "CODEBOOK.md"
LICENCE = "LICENSE"
ATTRIBUTION = "ATTRIBUTION.md"
CITATION = "CITATION.cff"

PARQUET_SUFFIX = ".parquet"
CSV_SUFFIX = ".csv"

# What every release has besides the files of its tables and the checksums themselves.
COMPANIONS = (
    ATTRIBUTION,
    BUILD,
    CHANGELOG,
    CITATION,
    CODEBOOK,
    DATAPACKAGE,
    LICENCE,
    README,
)


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
