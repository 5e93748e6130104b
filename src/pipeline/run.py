"""The line from raw files to validated tables, as plain functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.documents.parse import parse
from pipeline.raw.corrections import NO_CORRECTIONS, CorpusCorrections, read_corrections
from pipeline.raw.model import RawDocument
from pipeline.raw.read import read_raw
from pipeline.records.corrections import correct
from pipeline.records.extract import extract
from pipeline.records.identity import Records, identify
from pipeline.settings import Settings
from pipeline.tables.build import Tables, build_tables
from pipeline.tables.gate import Counts, count_candidates
from pipeline.tables.screen import screen
from pipeline.tables.validate import validate_tables


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a run made of its documents: validated tables, and what became of the candidates."""

    tables: Tables
    counts: Counts


def run(paths: Sequence[Path], settings: Settings) -> Dataset:
    """Read files and folders into validated tables; nothing is published.

    Raises:
        ParleyError: See :func:`pipeline.raw.read.read_raw`,
            :func:`pipeline.raw.corrections.read_corrections`, :func:`read_records` and
            :func:`make_dataset`.
    """
    raw_documents = read_raw(paths, settings)
    corrections = read_corrections(paths, settings)
    return make_dataset(raw_documents, read_records(raw_documents, corrections))


def read_records(
    raw_documents: Iterable[RawDocument], corrections: CorpusCorrections = NO_CORRECTIONS
) -> Records:
    """All records of the documents, with identifiers and corrected.

    Raises:
        InputError: A correction does not apply.
    """
    return correct(identify(extract(parse(raw)) for raw in raw_documents), corrections)


def make_dataset(raw_documents: Sequence[RawDocument], records: Records) -> Dataset:
    """Lay records out as tables, with every candidate accounted for.

    Raises:
        QualityError: The tables do not keep to their schemas or the counts do not add up.
    """
    sound = screen(records)
    tables = build_tables(raw_documents, sound)
    validate_tables(raw_documents, tables)
    return Dataset(tables, count_candidates(sound, tables))
