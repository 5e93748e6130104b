"""What the mentions stage hands on. Offsets are half-open and count characters of the text read."""

from dataclasses import dataclass
from datetime import date

from schemas.vocabularies import DatePrecision, Qualifier


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that a rule has read: ``text == source[start:end]``.

    Attributes:
        start: First character.
        end: Character after the last one.
        text: The stretch.
        rule: Name of the rule, after the shape of the phrase.
    """

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A calendar expression.

    Attributes:
        first_day: First day that it spans; None where the text does not place it.
        last_day: Last day that it spans; None where the text does not place it.
        precision: How fine it is; None for what is no calendar date, such as a duration.
        inferred: The year was taken from the text around the mention.
        open_start: The text gives only an end ("until May 2011").
        open_end: The text gives only a start ("since May 2011"). ``last_day`` is then the last
            day of the phrase itself, as ``first_day`` is the first one with ``open_start``.
        ends: The two dates of a range, each as it would be read alone; empty for all else.
    """

    first_day: date | None
    last_day: date | None
    precision: DatePrecision | None
    inferred: bool = False
    open_start: bool = False
    open_end: bool = False
    ends: tuple["DateMention", ...] = ()


@dataclass(frozen=True, slots=True)
class ShareMention(Mention):
    """A share in percent, with the words that qualify it.

    Attributes:
        low: Lower end in percent.
        high: Upper end in percent; equal to ``low`` unless the qualifier is ``range``.
        qualifier: As the text has it; "only 26%" is exact.
        in_words: Written as a fraction or ratio ("two-thirds", "one in five").
    """

    low: float
    high: float
    qualifier: Qualifier
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class CountMention(Mention):
    """A number of things, such as "about 40 countries" or "1,512 adults".

    Attributes:
        value: The number.
        qualifier: As the text has it.
        noun: What is counted, in lower case and as written ("countries").
    """

    value: int
    qualifier: Qualifier
    noun: str


@dataclass(frozen=True, slots=True)
class OrdinalMention(Mention):
    """An ordinal number ("second", "4th"), with the noun that it numbers, if that follows.

    Attributes:
        value: The number.
        noun: The noun in lower case ("round"), None if none follows.
    """

    value: int
    noun: str | None


@dataclass(frozen=True, slots=True)
class PlaceMention(Mention):
    """A named place.

    Attributes:
        kind: ``city``, ``country``, ``region`` (part of a country) or ``people`` (demonym or
            adjective: "Germans", "Ukrainian").
        city: Name of the city as written, for a city.
        country_code: ISO 3166-1 alpha-3 of today's country.
        latitude: Of a city, in degrees (WGS 84).
        longitude: Of a city, in degrees (WGS 84).
    """

    kind: str
    city: str | None
    country_code: str | None
    latitude: float | None = None
    longitude: float | None = None
