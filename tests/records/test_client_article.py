"""The records of the article that this repository ships, with their footnotes."""

from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from pipeline.raw.read import read_raw
from pipeline.records.conflicts import find_conflicts
from pipeline.records.extract import extract
from pipeline.records.identity import Records, identify
from pipeline.records.model import Extraction, Passage
from pipeline.settings import Settings
from schemas.vocabularies import ConflictKind

RAW = Path(__file__).parents[2] / "raw"

TALKS = {
    "2022-02-28-belarus": (1, None, "BLR", None, "1"),
    "2022-03-03-gomel-region-belarus": (2, None, "BLR", None, "2 3 4"),
    "2022-03-07-gomel-region-belarus": (3, None, "BLR", None, "2 3 4"),
    "2022-03-10-antalya": (4, "Antalya", "TUR", None, "5 6"),
    "2022-03-14-antalya": (5, "Antalya", "TUR", None, "5 6"),
    "2023-06-25-copenhagen": (None, "Copenhagen", "DNK", 15, "185 186 187"),
    "2023-08-06-jeddah": (2, "Jeddah", "SAU", 40, "188"),
    "2023-10-28-malta": (None, None, "MLT", 65, "189 190 191"),
    "2024-01-davos": (None, "Davos", "CHE", 83, "192 193"),
}
FIGURES = [
    (82, "exact", "Kyiv International Institute of Sociology", "2022-05-13", "UKR", "228"),
    (87, "exact", "Kyiv International Institute of Sociology", "2022-09-01", "UKR", "229"),
    (70, "exact", "Gallup", "2022-09-01", "UKR", "230"),
    (26, "exact", "Gallup", "2022-09-01", "UKR", "230"),
    (58, "exact", None, "2022-07-01", "UKR", "120"),
    (58, "exact", "Kyiv International Institute of Sociology", "2024-05-26", "UKR", "231"),
    (80, "exact", "Kyiv International Institute of Sociology", "2022-05-01", "UKR", "231"),
    (57, "exact", "Levada Center", "2022-10-21", "RUS", "232"),
    (36, "exact", "Levada Center", "2022-10-21", "RUS", "232"),
    (10, "range", "VTsIOM", "2023-09-01", "RUS", "159"),
    (80, "over", "Forsa", "2023-01-01", "DEU", "233"),
    (18, "exact", "Forsa", "2023-01-01", "DEU", "233"),
    (63, "exact", "YouGov", "2023-02-01", "SWE", "234"),
    (56, "exact", "YouGov", "2023-02-01", "DNK", "234"),
    (53, "exact", "YouGov", "2023-02-01", "GBR", "234"),
    (46, "exact", "YouGov", "2023-02-01", "USA", "234"),
    (44, "exact", "YouGov", "2023-02-01", "ESP", "234"),
    (40, "exact", "YouGov", "2023-02-01", "DEU", "234"),
    (37, "exact", "YouGov", "2023-02-01", "FRA", "234"),
    (29, "exact", "YouGov", "2023-02-01", "ITA", "234"),
    (46, "exact", None, "2023-05-01", "USA", "235"),
    (41, "exact", None, "2023-10-01", "USA", "235"),
]


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    (raw,) = read_raw([RAW], Settings())
    return extract(parse(raw))


@pytest.fixture(scope="module")
def records(extraction: Extraction) -> Records:
    return identify([extraction])


def cited(passages: tuple[Passage, ...]) -> str:
    keys = {key for passage in passages for key in passage.citations}
    return " ".join(sorted(keys, key=int))


def test_talks(records: Records) -> None:
    found = {
        talk_id: (t.round, t.city, t.country_code, t.participant_count, cited(t.passages))
        for talk_id, t in records.talks
    }
    assert found == TALKS


def test_figures(records: Records) -> None:
    by_place = sorted((r for _, _, r in records.results), key=lambda r: r.passages[0].start)
    found = [
        (
            r.low,
            r.qualifier.value,
            r.poll.pollster,
            r.poll.when and r.poll.when.first_day.isoformat(),
            r.country_code,
            cited(r.passages),
        )
        for r in by_place
    ]
    assert found == FIGURES


def test_every_passage_is_verbatim(extraction: Extraction) -> None:
    (raw,) = read_raw([RAW], Settings())
    passages = [
        *(p for t in extraction.talks for p in t.passages),
        *(p for r in extraction.results for p in (*r.passages, *r.poll.passages)),
        *(r.passage for r in extraction.rejections),
    ]
    assert len(passages) > 100
    for passage in passages:
        assert raw.text[passage.start : passage.end] == passage.quote
        assert passage.sentence in raw.text


def test_the_two_figures_for_one_month_are_a_conflict(records: Records) -> None:
    (conflict,) = find_conflicts(records)
    assert conflict.kind is ConflictKind.SAME_QUESTION
    assert (conflict.field, conflict.one.value, conflict.other.value) == (
        "percent_low",
        "82.0",
        "80.0",
    )
    assert conflict.one.record_id.startswith("2022-05-13-kyiv-international-institute-sociology-")
    assert conflict.other.record_id.startswith("2022-05-kyiv-international-institute-sociology-")
    assert [conflict.one.passage.quote, conflict.other.passage.quote] == ["82%", "80%"]
    assert "down from 80% in May 2022" in conflict.other.passage.sentence


def test_a_round_rests_on_its_ordinal(records: Records) -> None:
    quotes = {
        talk_id: passage.quote
        for talk_id, talk in records.talks
        for passage in talk.passages
        if passage.field == "round"
    }
    assert quotes["2022-02-28-belarus"] == "first meeting"
    assert quotes["2022-03-10-antalya"] == "fourth and fifth round of talks"


def test_what_else_is_said_of_talks(records: Records) -> None:
    talks = dict(records.talks)
    assert talks["2022-02-28-belarus"].outcome == "no_agreement"
    assert [p.name for p in talks["2023-08-06-jeddah"].parties] == ["China"]
    assert {t.series for i, t in records.talks if i > "2023-07"} == {"Copenhagen format"}
