"""What all table models share: the column types, the strict configuration and the date checks."""

from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow

Text = Annotated[pd.ArrowDtype, pyarrow.string()]
Date = Annotated[pd.ArrowDtype, pyarrow.date32()]
Timestamp = Annotated[pd.ArrowDtype, pyarrow.timestamp("us", tz="UTC")]
Integer = Annotated[pd.ArrowDtype, pyarrow.int32()]
Number = Annotated[pd.ArrowDtype, pyarrow.float64()]
Boolean = Annotated[pd.ArrowDtype, pyarrow.bool_()]

ID_PATTERN = r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$"
COUNTRY_CODE_PATTERN = r"^[A-Z]{3}$"


def column(description: str, *, unit: str | None = None, **constraints: Any) -> Any:
    """A pandera field with its meaning and, for a measure, its unit.

    Args:
        description: What a cell says, in one sentence.
        unit: The unit of measure, None for what has none.
        constraints: Passed on to :func:`pandera.Field`.
    """
    return pa.Field(description=description, metadata={"unit": unit}, **constraints)


def in_order(low: "pd.Series[Any]", high: "pd.Series[Any]") -> "pd.Series[bool]":
    """Where both are given, ``low <= high``; where only one is, False; where none is, True."""
    both = low.notna() & high.notna()
    ordered = (low <= high).fillna(False).astype(bool)
    return (both & ordered) | (low.isna() & high.isna())


class Table(pa.DataFrameModel):
    """A strict table: exactly these columns, in this order, of these types, and no empty text.

    Subclasses state the grain of a row in their docstring; keys stand in :mod:`schemas.registry`.
    """

    @pa.dataframe_check(name="no_empty_text", description="Text is never empty: absent is null.")
    def no_empty_text(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """An empty string cannot be told from null in CSV, so it is forbidden."""
        text = frame.select_dtypes(include=[pd.ArrowDtype(pyarrow.string())])
        return ~(text == "").fillna(False).any(axis=1).astype(bool)

    class Config:
        """Strictness shared by all tables."""

        strict = True
        ordered = True
        coerce = False
