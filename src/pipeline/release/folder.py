"""Reading the folder of a release that anybody may have made or changed."""

import stat
from dataclasses import dataclass
from pathlib import Path

from pipeline.release import layout
from pipeline.release.checksums import parse_checksums
from pipeline.release.layout import sha256

# Beyond this, a file is refused unread: checking it would need more memory than machines have.
MAX_FILE_BYTES = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a release.

    Attributes:
        file: Name of the file, or of the release folder where it is about the folder.
        problem: What is wrong, in words.
    """

    file: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file}: {self.problem}"


def read_folder(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The plain files of a folder by name, and everything else in it as problems.

    Links are not followed and nothing outside the folder is read.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        return {}, [Problem(folder.name, f"cannot be read ({error.strerror})")]
    for entry in entries:
        name = printable(entry.name)
        try:
            status = entry.lstat()
            if not stat.S_ISREG(status.st_mode):
                problems.append(Problem(name, "is not a plain file"))
            elif status.st_size > MAX_FILE_BYTES:
                problems.append(Problem(name, f"is larger than {MAX_FILE_BYTES:,} bytes"))
            else:
                files[name] = entry.read_bytes()
        except OSError as error:
            problems.append(Problem(name, f"cannot be read ({error.strerror})"))
    return files, problems


def printable(text: str) -> str:
    """The text with what a terminal might obey, and bytes that are no text, written as escapes."""
    return text if text.isprintable() else ascii(text)


def checksum_problems(files: dict[str, bytes]) -> list[Problem]:
    """What does not agree with ``SHA256SUMS``: altered, missing and unlisted files."""
    if layout.CHECKSUMS not in files:
        return [Problem(layout.CHECKSUMS, "is missing")]
    try:
        sums = parse_checksums(files[layout.CHECKSUMS])
    except ValueError as error:
        return [Problem(layout.CHECKSUMS, f"cannot be read: {error}")]
    listed = {
        *(Problem(name, "is missing") for name in sums.keys() - files.keys()),
        *(
            Problem(name, f"is not listed in {layout.CHECKSUMS}")
            for name in files.keys() - sums.keys() - {layout.CHECKSUMS}
        ),
        *(
            Problem(name, f"is not what {layout.CHECKSUMS} says: it was altered or damaged")
            for name in sums.keys() & files.keys()
            if sha256(files[name]) != sums[name]
        ),
        *(
            Problem(name, "is missing")
            for name in layout.COMPANIONS
            if name not in files and name not in sums
        ),
    }
    return sorted(listed, key=lambda problem: (problem.file, problem.problem))
