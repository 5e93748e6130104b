"""The dates named so far, and what a phrase that leans on them may take from them."""

from collections import deque
from dataclasses import dataclass, field
from datetime import date

from pipeline.mentions.dates.spans import Days

# A month that lies further back than this from the date named last begins the next year: after
# "December 1941", "3 January" is told of 1942, while after "June 1941" "March" looks back.
_MONTHS_BACK = 8
_REMEMBERED = 24


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date named in the text.

    Attributes:
        days: The days that it spans.
        to_the_day: It is a day or a range of days, not a month, year or the like.
        firm: It is no year inside a name ("the 1994 Memorandum").
    """

    days: Days
    to_the_day: bool
    firm: bool = True


@dataclass(slots=True)
class Anchors:
    """Dates, the one named last first. What leans on them leans on the first that fits."""

    _latest: deque[Anchor] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def add(self, anchor: Anchor) -> None:
        """Note a date that the text has just named."""
        self._latest.appendleft(anchor)

    def year(self) -> int | None:
        """The year named last."""
        found = (anchor.days.single_year for anchor in self._latest)
        return next((year for year in found if year is not None), None)

    def month(self) -> tuple[int, int] | None:
        """Year and month of the date named last that lies within one month."""
        found = (anchor.days for anchor in self._latest)
        return next(((d.first.year, d.first.month) for d in found if d.single_month), None)

    def day(self) -> Days | None:
        """The day, or range of days, named last.

        None if the text has gone on to another month: what follows that counts from there.
        """
        for anchor in self._latest:
            if anchor.to_the_day:
                return anchor.days
            if anchor.days.single_month and not self._in_month(anchor.days):
                return None
        return None

    def _in_month(self, month: Days) -> bool:
        """Whether the day named last lies in a month."""
        day = next((anchor.days for anchor in self._latest if anchor.to_the_day), None)
        return day is not None and month.first <= day.last and day.first <= month.last

    def date(self) -> date | None:
        """The last day that is known of the date named last: what follows it follows this."""
        return next((anchor.days.last for anchor in self._latest), None)

    def year_for(self, month: int) -> int | None:
        """The year in which a month without one most likely lies."""
        by_firmness = sorted(self._latest, key=lambda anchor: not anchor.firm)
        for days in (anchor.days for anchor in by_firmness):
            if days.single_year is not None:
                return days.single_year + _wraps(days.single_month, month)
            if _is_range_of_months(days):
                return days.last.year + _wraps(days.last.month, month)
        return None


def year_ahead_of(days: Days, month: int) -> int | None:
    """The year in which a month without one lies, by a date that the text names after it."""
    if days.single_year is None:
        return None
    return days.single_year - _wraps(month, days.single_month)


def _is_range_of_months(days: Days) -> bool:
    """Whether days reach into the next year without being whole years: a month follows them."""
    whole = (days.first.month, days.first.day, days.last.month, days.last.day) == (1, 1, 12, 31)
    return days.last.year == days.first.year + 1 and not whole


def _wraps(earlier: int | None, later: int | None) -> bool:
    """Whether a new year must have begun between two months told in this order."""
    return earlier is not None and later is not None and earlier - later > _MONTHS_BACK
