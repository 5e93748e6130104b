"""Numbers as a text qualifies them: whether two of them can be the same number."""

from schemas.vocabularies import Qualifier

_NEAR = 3.0
"""In percentage points: how far from a share "about" can reach; a third is often about 30%."""


def compatible_shares(
    one: tuple[float, float, Qualifier], other: tuple[float, float, Qualifier]
) -> bool:
    """Whether two shares, as ``(low, high, qualifier)``, can be of the same number of people.

    "82%" can be "over 80%", and 81.6% rounded; it cannot be 80%.
    """
    (low, high), (other_low, other_high) = _interval(*one), _interval(*other)
    return max(low, other_low) < min(high, other_high)


def compatible_counts(
    one: int, qualifier: Qualifier | None, other: int, other_qualifier: Qualifier | None
) -> bool:
    """Whether two counts can be of the same things: "about 1,000" can be 1,012."""
    (low, high), (other_low, other_high) = (
        _range_of(one, qualifier or Qualifier.EXACT),
        _range_of(other, other_qualifier or Qualifier.EXACT),
    )
    return max(low, other_low) <= min(high, other_high)


def _interval(low: float, high: float, qualifier: Qualifier) -> tuple[float, float]:
    rounding = 0.5 if float(low).is_integer() and float(high).is_integer() else 0.05
    match qualifier:
        case Qualifier.ABOUT:
            return low - _NEAR, high + _NEAR
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return low - rounding, float("inf")
        case Qualifier.UNDER | Qualifier.AT_MOST:
            return float("-inf"), high + rounding
        case _:
            return low - rounding, high + rounding


def _range_of(count: int, qualifier: Qualifier) -> tuple[float, float]:
    match qualifier:
        case Qualifier.ABOUT:
            return count * 0.9, count * 1.1
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return count, float("inf")
        case Qualifier.UNDER | Qualifier.AT_MOST:
            return 0, count
        case _:
            return count, count
