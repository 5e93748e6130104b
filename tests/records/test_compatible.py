import pytest

from pipeline.records.compatible import compatible_counts, compatible_shares
from schemas.vocabularies import Qualifier


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        ((82, 82, Qualifier.EXACT), (82, 82, Qualifier.EXACT), True),
        ((82, 82, Qualifier.EXACT), (81.6, 81.6, Qualifier.EXACT), True),
        ((82, 82, Qualifier.EXACT), (81.4, 81.4, Qualifier.EXACT), False),
        ((82, 82, Qualifier.EXACT), (83, 83, Qualifier.EXACT), False),
        ((82, 82, Qualifier.EXACT), (80, 80, Qualifier.OVER), True),
        ((82, 82, Qualifier.EXACT), (85, 85, Qualifier.AT_LEAST), False),
        ((82, 82, Qualifier.EXACT), (85, 85, Qualifier.UNDER), True),
        ((82, 82, Qualifier.EXACT), (80, 80, Qualifier.AT_MOST), False),
        ((82, 82, Qualifier.EXACT), (80, 80, Qualifier.ABOUT), True),
        ((82, 82, Qualifier.EXACT), (75, 75, Qualifier.ABOUT), False),
        ((10, 15, Qualifier.RANGE), (12, 12, Qualifier.EXACT), True),
        ((10, 15, Qualifier.RANGE), (20, 20, Qualifier.EXACT), False),
    ],
)
def test_shares(one, other, compatible):
    assert compatible_shares(one, other) is compatible
    assert compatible_shares(other, one) is compatible


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        ((1000, Qualifier.EXACT), (1000, None), True),
        ((1000, Qualifier.EXACT), (1001, Qualifier.EXACT), False),
        ((1000, Qualifier.ABOUT), (1012, Qualifier.EXACT), True),
        ((1000, Qualifier.OVER), (1012, Qualifier.EXACT), True),
        ((1000, Qualifier.UNDER), (1012, Qualifier.EXACT), False),
    ],
)
def test_counts(one, other, compatible):
    assert compatible_counts(*one, *other) is compatible
    assert compatible_counts(*other, *one) is compatible
