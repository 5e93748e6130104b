"""Talks and who took part in them."""

import pandas as pd
import pandera.pandas as pa

from schemas.base import (
    COUNTRY_CODE_PATTERN,
    ID_PATTERN,
    Boolean,
    Date,
    Integer,
    Number,
    Table,
    Text,
    column,
    in_order,
)
from schemas.vocabularies import (
    DatePrecision,
    PartyRole,
    Qualifier,
    TalkFormat,
    TalkOutcome,
    TalkStatus,
)


class Talks(Table):
    """One row for each talk: an occurrence at which parties met, or were to meet, to negotiate.

    A meeting, round, session, summit, conference or congress about peace, a ceasefire, a treaty,
    the settlement of a dispute or a peace plan, with a date (at least a year) or a named place.
    """

    talk_id: Text = column(
        "Identifier of the talk, made of its date and place.", unique=True, str_matches=ID_PATTERN
    )
    series: Text = column("Name of the series that the talk belongs to, as written.", nullable=True)
    round: Integer = column(
        "Ordinal number of the round within its series, if stated.", nullable=True, ge=1
    )
    start_date: Date = column("First day of the talk as dated by the text.", nullable=True)
    end_date: Date = column(
        "Last day of the talk as dated by the text; equal to start_date where only a start "
        "is given.",
        nullable=True,
    )
    date_precision: Text = column(
        "How finely the text dates the talk.", nullable=True, isin=list(DatePrecision)
    )
    year_inferred: Boolean = column(
        "True where the text gives the year elsewhere than in the date itself."
    )
    place: Text = column("Where the talk took place, in the words of the text.", nullable=True)
    city: Text = column("City or town of the talk, as written.", nullable=True)
    country_code: Text = column(
        "ISO 3166-1 alpha-3 code of the country where the place lies today.",
        nullable=True,
        str_matches=COUNTRY_CODE_PATTERN,
    )
    latitude: Number = column(
        "Latitude of the city (WGS 84, from GeoNames).",
        unit="degree",
        nullable=True,
        in_range={"min_value": -90, "max_value": 90},
    )
    longitude: Number = column(
        "Longitude of the city (WGS 84, from GeoNames).",
        unit="degree",
        nullable=True,
        in_range={"min_value": -180, "max_value": 180},
    )
    format: Text = column("How the parties met, if stated.", nullable=True, isin=list(TalkFormat))
    participant_count: Integer = column(
        "Number of countries, nations or delegations that attended, if stated.",
        unit="delegation",
        nullable=True,
        ge=1,
    )
    participant_count_qualifier: Text = column(
        "How the text qualifies participant_count.", nullable=True, isin=list(Qualifier)
    )
    outcome: Text = column(
        "What the text says the talk ended with.", nullable=True, isin=list(TalkOutcome)
    )
    outcome_text: Text = column(
        "What the talk ended with, in the words of the text.", nullable=True
    )
    status: Text = column(
        "Whether the talk was held, or only planned, called for or cancelled.",
        isin=list(TalkStatus),
    )

    @pa.dataframe_check(name="dates_in_order", description="start_date <= end_date; both or none.")
    def dates_in_order(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """Both dates are given and in order, or neither is given."""
        return in_order(frame["start_date"], frame["end_date"])

    @pa.dataframe_check(
        name="precision_with_dates",
        description="date_precision is given exactly where the dates are.",
    )
    def precision_with_dates(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """Dates and their precision come together."""
        return frame["start_date"].notna() == frame["date_precision"].notna()

    @pa.dataframe_check(name="dated_or_placed", description="A talk has a date or a place.")
    def dated_or_placed(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """What has neither date nor place is no occurrence."""
        return frame["start_date"].notna() | frame["place"].notna()

    @pa.dataframe_check(
        name="coordinates_in_pairs", description="latitude and longitude come together."
    )
    def coordinates_in_pairs(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """Half a position is none."""
        return frame["latitude"].notna() == frame["longitude"].notna()

    @pa.dataframe_check(
        name="count_with_qualifier",
        description="participant_count and its qualifier come together.",
    )
    def count_with_qualifier(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """A count is always qualified, be it as exact."""
        return frame["participant_count"].notna() == frame["participant_count_qualifier"].notna()


class TalkParties(Table):
    """One row for each party, mediator or host that the text names for a talk."""

    talk_id: Text = column("The talk.")
    party: Text = column("Name of the party, in the words of the text.")
    country_code: Text = column(
        "ISO 3166-1 alpha-3 code of the party, where it is a state or its government.",
        nullable=True,
        str_matches=COUNTRY_CODE_PATTERN,
    )
    role: Text = column("In what capacity it took part.", isin=list(PartyRole))

    class Config:
        """Key of the table."""

        unique = ["talk_id", "party"]  # noqa: RUF012
