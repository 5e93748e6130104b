import pytest

from pipeline.raw.read import read_raw
from pipeline.run import Dataset, make_dataset, read_records, run
from pipeline.settings import Settings
from pipeline.summary import counts_text, result_summary, share_text, talk_summary
from pipeline.tables.gate import Counts


@pytest.fixture
def dataset(raw) -> Dataset:
    return run([raw], Settings())


def test_talks_and_results_come_in_the_order_of_their_dates(dataset):
    talks = talk_summary(dataset.tables)
    assert [talk["place"].split(",")[0] for talk in talks] == ["Oslo", "Geneva"]
    assert (talks[1]["date"], talks[1]["round"], talks[1]["delegations"]) == (
        "1999-06-12",
        "2",
        "14",
    )
    results = result_summary(dataset.tables)
    assert {(r["date"], r["pollster"], r["share"]) for r in results} == {
        ("1999-06", "Gallup", "51%"),
        ("1999-06", "Gallup", "30%"),
    }


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "text"),
    [
        (82.0, 82.0, "exact", "82%"),
        (80.0, 80.0, "over", "over 80%"),
        (10.0, 15.0, "range", "10–15%"),
        (46.5, 46.5, "about", "about 46.5%"),
    ],
)
def test_shares_read_as_people_write_them(low, high, qualifier, text):
    assert share_text(low, high, qualifier) == text


def test_counts_add_up_in_words():
    assert counts_text(Counts(4, 2, 1, 1)) == "4 candidates: 2 accepted, 1 merged, 1 rejected"


def test_the_run_is_its_parts(raw, dataset):
    documents = read_raw([raw], Settings())
    parts = make_dataset(documents, read_records(documents))
    assert parts.counts == dataset.counts
    assert all(parts.tables[name].equals(frame) for name, frame in dataset.tables.items())
    assert len(dataset.tables["evidence"]) > 0
