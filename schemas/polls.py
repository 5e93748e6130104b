"""Opinion polls and the shares that they found."""

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
from schemas.vocabularies import DateBasis, DatePrecision, PollMode, Qualifier

PERCENT = {"min_value": 0, "max_value": 100}


class Polls(Table):
    """One row for each poll: one pollster's survey at one time, as far as the text tells."""

    poll_id: Text = column(
        "Identifier of the poll, made of its date and pollster.",
        unique=True,
        str_matches=ID_PATTERN,
    )
    pollster: Text = column(
        "Organisation that ran the poll, in the fullest form that the text gives.", nullable=True
    )
    sponsor: Text = column("Organisation that commissioned the poll, if stated.", nullable=True)
    start_date: Date = column(
        "First day that the text gives for the poll (see date_basis).", nullable=True
    )
    end_date: Date = column(
        "Last day that the text gives for the poll (see date_basis).", nullable=True
    )
    date_precision: Text = column(
        "How finely the text dates the poll.", nullable=True, isin=list(DatePrecision)
    )
    date_basis: Text = column(
        "Whether the dates are of the fieldwork, of the publication or of a report.",
        nullable=True,
        isin=list(DateBasis),
    )
    year_inferred: Boolean = column(
        "True where the text gives the year elsewhere than in the date itself."
    )
    sample_size: Integer = column(
        "Number of people asked, if stated.", unit="person", nullable=True, ge=1
    )
    sample_size_qualifier: Text = column(
        "How the text qualifies sample_size.", nullable=True, isin=list(Qualifier)
    )
    margin_of_error: Number = column(
        "Margin of error of the poll's shares, plus or minus, if stated.",
        unit="percentage point",
        nullable=True,
        in_range=PERCENT,
    )
    mode: Text = column("How people were asked, if stated.", nullable=True, isin=list(PollMode))
    question: Text = column("What was asked, in the words of the text, if quoted.", nullable=True)

    @pa.dataframe_check(name="dates_in_order", description="start_date <= end_date; both or none.")
    def dates_in_order(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """Both dates are given and in order, or neither is given."""
        return in_order(frame["start_date"], frame["end_date"])

    @pa.dataframe_check(
        name="sample_size_with_qualifier",
        description="sample_size and its qualifier come together.",
    )
    def sample_size_with_qualifier(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """A sample size is always qualified, be it as exact."""
        return frame["sample_size"].notna() == frame["sample_size_qualifier"].notna()

    @pa.dataframe_check(
        name="precision_and_basis_with_dates",
        description="date_precision and date_basis are given exactly where the dates are.",
    )
    def precision_and_basis_with_dates(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """Dates, their precision and their basis come together."""
        dated = frame["start_date"].notna()
        return (dated == frame["date_precision"].notna()) & (dated == frame["date_basis"].notna())


class PollResults(Table):
    """One row for each share that a poll found: how many percent of whom gave which answer."""

    result_id: Text = column(
        "Identifier of the result, made of its poll, population and answer.",
        unique=True,
        str_matches=ID_PATTERN,
    )
    poll_id: Text = column("The poll.")
    population: Text = column("Who was asked, in the words of the text.", nullable=True)
    country_code: Text = column(
        "ISO 3166-1 alpha-3 code of the country whose people the share is of.",
        nullable=True,
        str_matches=COUNTRY_CODE_PATTERN,
    )
    answer: Text = column(
        "What that share said, did or thought, in the words of the text.", nullable=True
    )
    percent_low: Number = column(
        "The share, or the lower end of a range of shares.", unit="percent", in_range=PERCENT
    )
    percent_high: Number = column(
        "The share, or the upper end of a range of shares.", unit="percent", in_range=PERCENT
    )
    percent_qualifier: Text = column("How the text qualifies the share.", isin=list(Qualifier))
    comparison: Boolean = column(
        "True where the text gives the share only to compare another with it."
    )

    @pa.dataframe_check(name="range_in_order", description="percent_low <= percent_high.")
    def range_in_order(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """The ends of a range are in order."""
        return in_order(frame["percent_low"], frame["percent_high"])

    @pa.dataframe_check(
        name="range_is_qualified",
        description="percent_low differs from percent_high only in a range.",
    )
    def range_is_qualified(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """Two different ends are a range and are called so."""
        return (frame["percent_low"] == frame["percent_high"]) | (
            frame["percent_qualifier"] == Qualifier.RANGE
        )
