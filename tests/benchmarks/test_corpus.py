"""The generated dump: the same each time, as dense as it says, and read without loss."""

import bz2
import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.dump import is_article, read_extractions, read_whole
from pipeline.raw.dumps import read_dump
from pipeline.records.extract import extract

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("corpus")


def test_a_dump_is_the_same_each_time(corpus: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first, second = corpus.write_dump(tmp_path, 1), corpus.write_dump(tmp_path / "again", 1)
    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.size == len(bz2.decompress(first.path.read_bytes())) >= 1_000_000
    pages = list(read_dump(first.path))
    assert sum(map(is_article, pages)) == first.articles > 40
    assert {page.namespace for page in pages} == {0, 4, 10, 14}


def test_cues_are_as_dense_as_in_an_encyclopedia(corpus: ModuleType, tmp_path: Path) -> None:
    density = corpus.density(corpus.write_dump(tmp_path, 5))
    told, inside = map(float, re.findall(r"([\d.]+)%", density))
    assert told == pytest.approx(0.14, abs=0.04)
    assert inside == pytest.approx(4.0, abs=0.8)


def test_prospects_give_the_records_of_whole_pages(corpus: ModuleType, tmp_path: Path) -> None:
    dump = corpus.write_dump(tmp_path, 2).path
    some = [repr(r) for e in read_extractions(read_dump(dump)) for r in (*e.talks, *e.results)]
    articles = [extract(read_whole(page)) for page in read_dump(dump) if is_article(page)]
    whole = [repr(r) for e in articles for r in (*e.talks, *e.results)]
    assert some == whole
    assert len(whole) >= 5


def test_dense_paragraphs_tell_of_talks_and_polls(corpus: ModuleType) -> None:
    kinds = corpus.dense_paragraphs(20)
    assert {kind: len(texts) for kind, texts in kinds.items()} == {"talks": 20, "polls": 20}
    assert all(len(re.findall(r"[.;] ", text)) >= 4 for text in kinds["talks"])
