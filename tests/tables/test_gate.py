from dataclasses import replace

import pytest

from pipeline.errors import QualityError
from pipeline.settings import Settings
from pipeline.tables.build import build_tables
from pipeline.tables.gate import Counts, check_quality, count_candidates
from schemas.registry import TABLES


@pytest.fixture
def tables(documents, records):
    return build_tables(documents, records)


def test_every_candidate_is_accounted_for(records, tables):
    assert count_candidates(records, tables) == Counts(4, accepted=2, merged=1, rejected=1)


def test_a_rejection_told_twice_counts_as_merged(documents, records):
    twice = replace(records, rejections=records.rejections * 2, candidates=5)
    counts = count_candidates(twice, build_tables(documents, twice))
    assert counts == Counts(5, accepted=2, merged=2, rejected=1)


@pytest.mark.parametrize("candidates", [3, 5])
def test_a_lost_or_doubled_candidate_is_a_defect(records, tables, candidates):
    with pytest.raises(QualityError, match=rf"{candidates} candidates, but 2 accepted \+ 1 merged"):
        count_candidates(replace(records, candidates=candidates), tables)


def test_a_row_lost_on_the_way_is_a_defect(records, tables):
    tables["talks"] = tables["talks"].iloc[:0]
    with pytest.raises(QualityError, match="1 accepted"):
        count_candidates(records, tables)


def test_plausible_tables_pass(tables):
    check_quality(tables, Counts(4, 2, 1, 1), Settings())


@pytest.mark.parametrize("name", [spec.name for spec in TABLES.values() if spec.min_rows])
def test_a_table_under_its_minimum_is_refused(tables, name):
    tables[name] = tables[name].iloc[:0]
    with pytest.raises(QualityError, match=f"the table {name} has 0 rows, at least 1 expected"):
        check_quality(tables, Counts(4, 2, 1, 1), Settings())


@pytest.mark.parametrize(
    ("rejected", "refused"), [(75, False), (76, True)], ids=["at the limit", "past the limit"]
)
def test_too_many_rejects_are_refused(tables, rejected, refused):
    counts = Counts(100, 100 - rejected, 0, rejected)
    if refused:
        with pytest.raises(QualityError, match=r"76 of 100 candidates were rejected \(76%\)"):
            check_quality(tables, counts, Settings(max_reject_share=0.75))
    else:
        check_quality(tables, counts, Settings(max_reject_share=0.75))


def test_a_handful_of_candidates_proves_nothing(tables):
    check_quality(tables, Counts(19, 1, 0, 18), Settings(min_candidates_for_reject_share=20))
