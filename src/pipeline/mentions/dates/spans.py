"""Calendar arithmetic on spans of days. Dates are proleptic Gregorian, taken as written."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends included."""

    first: date
    last: date

    @property
    def single_year(self) -> int | None:
        """The year, if the span lies within one."""
        return self.first.year if self.first.year == self.last.year else None

    @property
    def single_month(self) -> int | None:
        """The month, if the span lies within one."""
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return self.first.month if same else None

    @property
    def single_day(self) -> date | None:
        """The day, if the span is one."""
        return self.first if self.first == self.last else None


def span(first: Days | None, last: Days | None) -> Days | None:
    """From the start of one span to the end of another; None unless both exist in that order."""
    if first is None or last is None or first.first > last.last:
        return None
    return Days(first.first, last.last)


def day(year: int, month: int, number: int) -> Days | None:
    """One day; None if the calendar has no such day."""
    try:
        only = date(year, month, number)
    except ValueError:
        return None
    return Days(only, only)


def months(year: int, month: int, count: int = 1) -> Days | None:
    """``count`` months from a month on, which may lie outside 1 to 12 to mean another year."""
    first_year, first_month = _normal(year, month)
    last_year, last_month = _normal(year, month + count - 1)
    if first_year < MINYEAR or last_year > MAXYEAR:
        return None
    last_number = monthrange(last_year, last_month)[1]
    return Days(date(first_year, first_month, 1), date(last_year, last_month, last_number))


def years(first: int, last: int) -> Days | None:
    """From 1 January of one year to 31 December of another."""
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31))


def shifted(start: date, number: int) -> Days | None:
    """The day a number of days after (or, below zero, before) a day."""
    try:
        only = start + timedelta(days=number)
    except OverflowError:
        return None
    return Days(only, only)


def week(start: date, number: int = 0) -> Days | None:
    """Seven days, ``number`` weeks after the week that begins on ``start``."""
    first, last = shifted(start, 7 * number), shifted(start, 7 * number + 6)
    return span(first, last)


def part_of_month(year: int, month: int, part: str) -> Days | None:
    """Days 1 to 10 (``early``), 11 to 20 (``mid``) or 21 to the last (``late``)."""
    whole = months(year, month)
    if whole is None:
        return None
    first, last = {
        "early": (1, 10),
        "early to mid": (1, 20),
        "mid": (11, 20),
        "mid to late": (11, whole.last.day),
        "late": (21, whole.last.day),
    }[part]
    return Days(whole.first.replace(day=first), whole.first.replace(day=last))


def part_of_year(year: int, part: str) -> Days | None:
    """January to March (``early``), April to September (``mid``), October to December (``late``).

    The evaluation convention reads "late 1965" as the last quarter; "early" mirrors it.
    """
    month, count = {
        "early": (1, 3),
        "early to mid": (1, 9),
        "mid": (4, 6),
        "mid to late": (4, 9),
        "late": (10, 3),
    }[part]
    return months(year, month, count)


def part_of_decade(year: int, part: str) -> Days | None:
    """Years 0 to 3 (``early``), 4 to 6 (``mid``) or 7 to 9 (``late``) of a decade."""
    first, last = {
        "early": (0, 3),
        "early to mid": (0, 6),
        "mid": (4, 6),
        "mid to late": (4, 9),
        "late": (7, 9),
    }[part]
    return years(year + first, year + last)


def part_of_century(number: int, part: str | None = None) -> Days | None:
    """A century such as the 19th (1801 to 1900), or its first, middle or last third."""
    start = 100 * (number - 1) + 1
    first, last = {
        None: (0, 99),
        "early": (0, 32),
        "early to mid": (0, 66),
        "mid": (33, 66),
        "mid to late": (33, 99),
        "late": (67, 99),
    }[part]
    return years(start + first, start + last)


def _normal(year: int, month: int) -> tuple[int, int]:
    extra, index = divmod(month - 1, 12)
    return year + extra, index + 1
