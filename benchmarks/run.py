"""Measure how fast Parley reads: a generated dump against bzcat, and dense paragraphs.

``python benchmarks/run.py [--megabytes 1 10 100] [--folder FOLDER]``; see docs/performance.md.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import Corpus, dense_paragraphs, density, write_dump

#: Each time is the best of so many runs.
TIMES = 4

#: Modules are compiled once, as those of an installed package are, whatever the shell says.
_CACHE = tempfile.TemporaryDirectory()
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
_ENVIRONMENT["PYTHONPYCACHEPREFIX"] = _CACHE.name

_STAGES = Path(__file__).with_name("stages.py")


@dataclass(frozen=True)
class Run:
    """A process that ended: CPU seconds, peak memory in MB and what it printed."""

    cpu: float
    wall: float
    memory: float
    output: str

    @property
    def result(self) -> dict[str, Any]:
        return json.loads(self.output)


def run(*command: str) -> Run:
    """Run a command on one core and measure it alone."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_ENVIRONMENT) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command}: exit {process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Run(cpu, time.perf_counter() - start, usage.ru_maxrss / unit, output)


def best(runs: Iterable[Run]) -> Run:
    """The quickest of several runs: whatever else the machine does only adds to the time."""
    return min(runs, key=lambda done: done.cpu)


def bzcat(corpus: Corpus) -> Run:
    return run("/bin/sh", "-c", f'exec bzcat "{corpus.path}" > /dev/null')


def stage(name: str, corpus: Corpus) -> Run:
    return run(sys.executable, str(_STAGES), name, str(corpus.path))


def in_turn(corpus: Corpus, *names: str, times: int = TIMES) -> dict[str, Run]:
    """The best run of bzcat and of each stage, all of them in turn so that they share bad times."""
    runs: dict[str, list[Run]] = {name: [] for name in ("bzcat", *names)}
    for _ in range(times):
        for name, done in runs.items():
            done.append(bzcat(corpus) if name == "bzcat" else stage(name, corpus))
    return {name: best(done) for name, done in runs.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--folder", type=Path, help="where to keep the generated dumps")
    arguments = parser.parse_args()
    print(f"Machine: {machine()}\n")
    stage("unfiltered", write_dump(Path(_CACHE.name), 1))  # compiles all modules
    with tempfile.TemporaryDirectory() as folder:
        corpora = [write_dump(arguments.folder or Path(folder), mb) for mb in arguments.megabytes]
        measure(corpora)
    paragraphs()


def measure(corpora: list[Corpus]) -> None:
    largest = corpora[-1]
    ratio = largest.size / largest.path.stat().st_size
    print(
        f"Dump: {largest.articles:,} articles, {largest.size / 1e6:.0f} MB of XML, {ratio:.1f} "
        f"times its bzip2; {density(largest)}\n"
    )
    print(
        "| dump | bzcat CPU | Parley CPU | × bzcat | MB/s | documents/s | peak memory | records |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for corpus in corpora[:-1]:
        print(row(corpus, in_turn(corpus, "filtered")))
    stages = in_turn(largest, "decompress", "pages", "lines", "prospects", "filtered")
    print(row(largest, stages))
    print(f"\nWhere the time goes ({largest.size / 1e6:.0f} MB, each row up to that stage):\n")
    print("| up to | CPU | × bzcat | what it gives |\n| --- | ---: | ---: | --- |")
    for name, done in stages.items():
        given = (
            ""
            if name == "bzcat"
            else ", ".join(
                f"{len(value) if isinstance(value, list) else value:,} {key}"
                for key, value in done.result.items()
            )
        )
        print(f"| {name} | {done.cpu:.2f} s | {done.cpu / stages['bzcat'].cpu:.2f} | {given} |")
    recall(corpora[-2] if len(corpora) > 1 else largest)


def row(corpus: Corpus, runs: dict[str, Run]) -> str:
    base, done = runs["bzcat"], runs["filtered"]
    return (
        f"| {corpus.size / 1e6:.0f} MB | {base.cpu:.2f} s | {done.cpu:.2f} s | "
        f"{done.cpu / base.cpu:.2f} | {corpus.size / 1e6 / done.cpu:.1f} | "
        f"{corpus.articles / done.cpu:,.0f} | {done.memory:.0f} MB | "
        f"{len(done.result['records'])} |"
    )


def recall(corpus: Corpus) -> None:
    whole, some = stage("unfiltered", corpus), stage("filtered", corpus)
    wanted, found = set(whole.result["records"]), set(some.result["records"])
    print(
        f"\nAgainst the unfiltered reading ({corpus.size / 1e6:.0f} MB, {whole.cpu:.1f} s of CPU): "
        f"{len(wanted & found)} of {len(wanted)} records alike in every field, offset and "
        f"footnote ({len(wanted & found) / len(wanted):.1%}), {len(found - wanted)} others."
    )


def paragraphs() -> None:
    from pipeline.documents.parse import parse
    from pipeline.raw.model import RawDocument
    from pipeline.records.extract import extract

    print("\n| dense paragraphs | each | a second on one core | records |")
    print("| --- | ---: | ---: | ---: |")
    for kind, texts in dense_paragraphs(2000).items():
        raws = [RawDocument(f"{number}", text, "") for number, text in enumerate(texts)]
        for raw in raws[:100]:
            extract(parse(raw))
        times = []
        for _ in range(3):
            start = time.process_time()
            done = [extract(parse(raw)) for raw in raws]
            times.append(time.process_time() - start)
        records = sum(len(e.talks) + len(e.results) for e in done)
        size = sum(map(len, texts)) / len(texts)
        print(f"| {kind} | {size:.0f} characters | {len(raws) / min(times):,.0f} | {records:,} |")


def machine() -> str:
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        found = re.search(r"model name\s*:\s*(.+)", info.read_text())
        cpu = f"{found[1]} ({platform.machine()})" if found else cpu
    return f"{cpu}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"


if __name__ == "__main__":
    main()
