"""What tests of releases run in processes of their own.

``kill FOLDER NUMBER…``: publishes once for each number, killed at that step of the disk.
``race OUTPUT PUBLISHERS DIFFERENT``: lets several processes publish at the same moment.
``print OUTPUT``: publishes two releases and prints the hash of every file.
"""

import hashlib
import os
import shutil
import signal
import sys
from pathlib import Path

from release_faults import arm
from release_samples import CODE_VERSION, RAW, Rows, sample_tables, talk

from pipeline.release.publish import Published, publish


def one_more(rows: Rows) -> None:
    rows["talks"].append(talk("1908-lisbon"))


def kill(base: Path, numbers: list[int]) -> None:
    for number in numbers:
        output = base.parent / f"killed-{number}"
        shutil.copytree(base, output)
        child = os.fork()
        if child == 0:
            arm(lambda step, number=number: step == number and os.kill(os.getpid(), signal.SIGKILL))
            publish(sample_tables(one_more), RAW, output, code_version=CODE_VERSION)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        outcome = "killed" if os.WIFSIGNALED(status) else "finished"
        sys.stdout.write(f"{output} {outcome}\n")


def race(output: Path, publishers: int, different: bool) -> None:
    start, go = os.pipe()
    children = []
    for number in range(publishers):
        child = os.fork()
        if child == 0:
            os.close(go)
            extra = number if different else 0
            tables = sample_tables(lambda rows: rows["talks"].append(talk(f"extra-{extra}")))  # noqa: B023
            os.read(start, 1)
            outcome = publish(tables, RAW, output, code_version=CODE_VERSION)
            verb = "published" if isinstance(outcome, Published) else "unchanged"
            os.write(1, f"{verb} {outcome.version}\n".encode())
            os._exit(0)
        children.append(child)
    os.close(go)
    assert all(os.waitpid(child, 0)[1] == 0 for child in children)


def print_hashes(output: Path) -> None:
    publish(sample_tables(), RAW, output, code_version=CODE_VERSION)
    publish(sample_tables(one_more), RAW, output, code_version=CODE_VERSION)
    for file in sorted(output.rglob("*")):
        if file.is_file():
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            sys.stdout.write(f"{file.relative_to(output)} {digest}\n")


if __name__ == "__main__":
    command, path, *rest = sys.argv[1:]
    match command:
        case "kill":
            kill(Path(path), [int(number) for number in rest])
        case "race":
            race(Path(path), int(rest[0]), rest[1] == "different")
        case "print":
            print_hashes(Path(path))
