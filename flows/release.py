"""From raw files to a release, a task for each stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_table_artifact,
)
from prefect.cache_policies import NO_CACHE

from pipeline import code_version, run
from pipeline.raw.corrections import CorpusCorrections, read_corrections
from pipeline.raw.model import RawDocument
from pipeline.raw.read import read_raw
from pipeline.records.identity import Records
from pipeline.release.publish import Published, Unchanged
from pipeline.release.publish import publish as publish_tables
from pipeline.settings import Settings
from pipeline.summary import (
    counts_text,
    coverage_text,
    publication_text,
    result_summary,
    talk_summary,
)
from pipeline.tables.gate import check_quality

MAX_ARTIFACT_ROWS = 200
"""Rows of a table artifact: enough to see what a run found; the release has them all."""


@dataclass(frozen=True, slots=True)
class ReleaseRun:
    """What a run of the flow found, and what it published, if anything."""

    dataset: run.Dataset
    publication: Published | Unchanged


@flow(name="parley-release", persist_result=False, validate_parameters=True)
def release(raw: Path, output: Path) -> ReleaseRun:
    """Read raw files, and publish what they say unless the latest release says it already.

    Each stage logs one line with the extra field ``stage``.

    Args:
        raw: A file or folder of source documents.
        output: The folder of the releases.

    Raises:
        ParleyError: Nothing was published; the message says why and what to do.
    """
    log = get_run_logger()
    documents, corrections = read(raw)
    log.info("documents: %d", len(documents), extra={"stage": "read"})
    records = extract(documents, corrections)
    log.info("candidates: %d", records.candidates, extra={"stage": "extract"})
    dataset = tabulate(documents, records)
    log.info(counts_text(dataset.counts), extra={"stage": "validate"})
    log.info(coverage_text(dataset.tables))
    publication = publish(dataset, documents, output)
    log.info(publication_text(publication), extra={"stage": "publish"})
    report(dataset, publication)
    return ReleaseRun(dataset, publication)


@task(cache_policy=NO_CACHE, persist_result=False)
def read(raw: Path) -> tuple[tuple[RawDocument, ...], CorpusCorrections]:
    """Read the source documents against their manifests, and the corrections beside them."""
    return read_raw([raw], Settings()), read_corrections([raw], Settings())


@task(cache_policy=NO_CACHE, persist_result=False)
def extract(documents: Sequence[RawDocument], corrections: CorpusCorrections) -> Records:
    """Read the records of all documents: one task, since a document takes only milliseconds."""
    return run.read_records(documents, corrections)


@task(cache_policy=NO_CACHE, persist_result=False)
def tabulate(documents: Sequence[RawDocument], records: Records) -> run.Dataset:
    """Lay the records out as tables, validate them and pass them through the gate."""
    dataset = run.make_dataset(documents, records)
    check_quality(dataset.tables, dataset.counts, Settings())
    return dataset


@task(cache_policy=NO_CACHE, persist_result=False)
def publish(
    dataset: run.Dataset, documents: Sequence[RawDocument], output: Path
) -> Published | Unchanged:
    """Publish the tables; waits while another run is publishing."""
    return publish_tables(dataset.tables, documents, output, code_version=code_version())


@task(cache_policy=NO_CACHE, persist_result=False)
def report(dataset: run.Dataset, publication: Published | Unchanged) -> None:
    """Show the outcome as artifacts of the run."""
    create_markdown_artifact(
        f"{publication_text(publication)}\n\n{counts_text(dataset.counts)}\n\n"
        f"{coverage_text(dataset.tables)}",
        key="parley-release",
    )
    talks, results = talk_summary(dataset.tables), result_summary(dataset.tables)
    create_table_artifact(talks[:MAX_ARTIFACT_ROWS], key="parley-talks")
    create_table_artifact(results[:MAX_ARTIFACT_ROWS], key="parley-poll-results")
    create_link_artifact(
        publication.path.resolve().as_uri(),
        link_text=publication.path.name,
        key="parley-release-folder",
    )
