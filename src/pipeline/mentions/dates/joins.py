"""Putting neighbours together: ranges ("26 May and 1 June 2024") and lists that share a year."""

import re
from dataclasses import replace

from pipeline.mentions.dates.anchors import Anchors
from pipeline.mentions.dates.calendars import new_style
from pipeline.mentions.dates.days import is_between
from pipeline.mentions.dates.readings import Reading
from pipeline.mentions.dates.spans import Days, span
from pipeline.mentions.dates.vocabulary import DASH, SPACE
from schemas.vocabularies import DatePrecision

_RANGE = re.compile(
    rf"{DASH}|/|,?{SPACE}(?:to|until|till|through|up{SPACE}to){SPACE}(?:about{SPACE})?"
)
_AND = re.compile(rf"{SPACE}and{SPACE}")
_LIST = re.compile(rf"(?:,?{SPACE}(?:and|or|&)|,){SPACE}(?:(?:in|on|from|again{SPACE}on){SPACE})?")
# "from 40% in January to 52% in June 2016"
_COMPARED = re.compile(
    rf"{SPACE}(?:to|and|or|against|versus|than){SPACE}[^.;:()]{{0,25}}\b(?:in|on){SPACE}"
)
_IN_A_YEAR = re.compile(rf"[)\]]?,?{SPACE}(?:in|of){SPACE}(?:the{SPACE}year{SPACE})?")
_YEARS = frozenset({DatePrecision.YEAR, DatePrecision.RANGE_OF_YEARS, DatePrecision.DECADE})
_FINE = frozenset({DatePrecision.DAY, DatePrecision.WEEK})


def joined(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings with ranges made one and years lent to the members of a list before them."""
    result: list[Reading] = []
    for reading in readings:
        before = result[-1] if result else None
        if before is not None and _is_range(text, before, reading):
            whole = _range(before, reading)
            slashed = text[before.end : reading.start].strip() == "/"
            days = slashed and whole.precision is DatePrecision.DAY
            result[-1] = _in_both_styles(whole) if days else whole
        else:
            result.append(reading)
    return _with_lent_years(text, result)


def _is_range(text: str, first: Reading, last: Reading) -> bool:
    if first.precision is None or last.precision is None or first.ends:
        return False
    if _RANGE.fullmatch(text, first.end, last.start):
        return True
    return bool(_AND.fullmatch(text, first.end, last.start)) and is_between(text, first.start)


def _in_both_styles(whole: Reading) -> Reading:
    """30 March/11 April 1814: one day, if it is one in the Old Style and in the New."""
    changed = whole.mapped(new_style, DatePrecision.DAY, "both_styles_or_range", whole.start)
    return replace(changed, ends=())


def _range(first: Reading, last: Reading) -> Reading:
    """One reading for both: an end without a year takes that of the other end."""
    whole = replace(
        first,
        end=last.end,
        rule="range",
        precision=_precision(first, last),
        adjectival=False,
        ends=(first, last),
    )
    if first.in_year is not None and last.in_year is not None:
        return replace(whole, in_year=lambda year: _spanned(first, last, year))
    if first.in_year is not None and last.days is not None:
        return replace(whole, in_year=None, days=_started(first, last.days))
    if last.in_year is not None and first.days is not None:
        return replace(whole, days=_ended(first.days, last))

    def relative(anchors: Anchors) -> Days | None:
        return span(first.resolve(anchors), last.resolve(anchors))

    if first.relative is not None or last.relative is not None:
        return replace(whole, days=None, in_year=None, relative=relative)
    return replace(whole, days=span(first.days, last.days))


def _spanned(first: Reading, last: Reading, year: int) -> Days | None:
    start = first.with_year(year).days
    return None if start is None else _ended(start, last)


def _started(first: Reading, last: Days) -> Days | None:
    year = last.first.year
    return span(first.with_year(year).days, last) or span(first.with_year(year - 1).days, last)


def _ended(first: Days, last: Reading) -> Days | None:
    year = first.last.year
    return span(first, last.with_year(year).days) or span(first, last.with_year(year + 1).days)


def _precision(first: Reading, last: Reading) -> DatePrecision | None:
    both = {first.precision, last.precision}
    if both <= _FINE:
        return DatePrecision.DAY
    if both <= _YEARS:
        return DatePrecision.RANGE_OF_YEARS
    return DatePrecision.RANGE_OF_MONTHS


def _with_lent_years(text: str, readings: list[Reading]) -> list[Reading]:
    """From the last member of a list to the first: "May and June 2019"."""
    result: list[Reading] = []
    for reading in reversed(readings):
        behind = result[-1] if result else None
        if behind is not None and behind.days is not None and _lends(text, behind, reading):
            result.append(reading.with_year(behind.days.first.year))
        else:
            result.append(reading)
    return result[::-1]


def _lends(text: str, behind: Reading, reading: Reading) -> bool:
    """Whether a date gives its year to the one before it, if that has none."""
    if behind.precision is DatePrecision.YEAR:
        return bool(_IN_A_YEAR.fullmatch(text, reading.end, behind.start))
    if behind.precision is not reading.precision:
        return False
    return any(shape.fullmatch(text, reading.end, behind.start) for shape in (_LIST, _COMPARED))
