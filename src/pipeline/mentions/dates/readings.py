"""What a rule makes of a phrase, before the text around it has had its say."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from re import Match, Pattern

from pipeline.mentions.dates.anchors import Anchors
from pipeline.mentions.dates.spans import Days, years
from pipeline.mentions.dates.vocabulary import year_shift
from schemas.vocabularies import DatePrecision

# "30 January 1648/49": where the year began in March, the first months bear two years.
_SECOND_YEAR = re.compile(r"[/–-](\d{1,4})(?![\d/–-])")
_LAST_MONTH_OF_TWO_YEARS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A date phrase as far as its own words go.

    Attributes:
        start: First character.
        end: Character after the last one.
        rule: Name of the phrase shape.
        precision: How fine it is; None for a duration.
        days: The days, where the words alone give them.
        in_year: The days once the year is known, for a phrase that lacks only its year.
        month: First month of such a phrase.
        relative: The days given the dates named before, for a phrase that points to one of them.
        adjectival: A bare year that tells things apart ("under the 1994 memorandum"): it dates
            one of them, less so what the text tells.
        ends: The two ends of a range.
    """

    start: int
    end: int
    rule: str
    precision: DatePrecision | None
    days: Days | None = None
    in_year: Callable[[int], Days | None] | None = None
    month: int = 1
    relative: Callable[[Anchors], Days | None] | None = None
    adjectival: bool = False
    ends: tuple["Reading", ...] = ()

    def resolve(self, anchors: Anchors) -> Days | None:
        """The days, by the words and the dates named before."""
        if self.in_year is not None:
            year = anchors.year_for(self.month)
            return None if year is None else self.in_year(year)
        return self.days if self.relative is None else self.relative(anchors)

    def with_year(self, year: int) -> "Reading":
        """The same phrase with its missing year."""
        if self.in_year is None:
            return self
        return replace(self, days=self.in_year(year), in_year=None)

    def placed(self, start: int, end: int) -> "Reading":
        """The same days, read from another stretch of the text."""
        return replace(self, start=start, end=end)

    def as_adjective(self) -> "Reading":
        """The same year, told to be part of a name."""
        return replace(self, adjectival=True)

    def mapped(
        self, change: Callable[[Days], Days | None], precision: DatePrecision, rule: str, start: int
    ) -> "Reading":
        """The phrase that begins at ``start`` and means these days, changed."""

        def changed(days: Days | None) -> Days | None:
            return None if days is None else change(days)

        in_year, relative = self.in_year, self.relative
        return replace(
            self,
            start=start,
            rule=rule,
            precision=precision,
            days=changed(self.days),
            in_year=None if in_year is None else lambda year: changed(in_year(year)),
            relative=None if relative is None else lambda anchors: changed(relative(anchors)),
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase shape: where the pattern matches, ``read`` gives its readings, or none."""

    pattern: Pattern[str]
    read: Callable[[Match[str]], list[Reading]]


def fixed(match: Match[str], rule: str, precision: DatePrecision, days: Days | None) -> Reading:
    """A reading of a whole match whose words alone give the days."""
    return Reading(match.start(), match.end(), rule, precision, days)


def pointing(
    match: Match[str],
    rule: str,
    precision: DatePrecision | None,
    relative: Callable[[Anchors], Days | None],
) -> Reading:
    """A reading of a whole match that points to a date named before."""
    return Reading(match.start(), match.end(), rule, precision, relative=relative)


def dated(
    match: Match[str],
    rule: str,
    precision: DatePrecision,
    in_year: Callable[[int], Days | None],
    month: int = 1,
) -> Reading:
    """A reading of a whole match that ends in :data:`vocabulary.YEAR_TAIL`."""
    start, end = match.span()
    if match["year"]:
        before_christ = (match["era"] or "").startswith("B")
        year = int(match["year"])
        dual = _SECOND_YEAR.match(match.string, end) if month <= _LAST_MONTH_OF_TWO_YEARS else None
        if dual and int(dual[1]) == (year + 1) % 10 ** len(dual[1]):
            year, end = year + 1, dual.end()
        days = None if before_christ else in_year(year)
        return Reading(start, end, rule, precision, days)
    if match["year_reference"]:
        return pointing(match, rule, precision, _in_year_of(match["year_reference"], in_year))
    return Reading(start, end, rule, precision, in_year=in_year, month=month)


def _in_year_of(
    reference: str, in_year: Callable[[int], Days | None]
) -> Callable[[Anchors], Days | None]:
    def relative(anchors: Anchors) -> Days | None:
        year = anchors.year()
        wanted = None if year is None else year + year_shift(reference)
        return None if wanted is None or years(wanted, wanted) is None else in_year(wanted)

    return relative
