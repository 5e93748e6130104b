"""What became of every number, where passages contradict each other, and what was corrected."""

import pandas as pd
import pandera.pandas as pa

from schemas.base import ID_PATTERN, Integer, Table, Text, column
from schemas.vocabularies import (
    ConflictKind,
    LeftReason,
    MarkKind,
    MarkOutcome,
    RecordTable,
    RejectReason,
)


class Conflicts(Table):
    """One row for each contradiction between two passages, with both sides.

    Nothing is decided here. Where both sides speak of one record, its cell holds the value of the
    first one unless it was corrected; else each side has a record of its own.
    """

    table_name: Text = column("Table of the records.", isin=list(RecordTable))
    kind: Text = column("In what the two sides contradict each other.", isin=list(ConflictKind))
    field: Text = column("The column of that table that differs.")
    record_id: Text = column("Record of the first side.", str_matches=ID_PATTERN)
    value: Text = column("What the first side says, written as in CSV.")
    document_id: Text = column("Document of the first side.")
    start: Integer = column("First character of its passage there.", unit="character", ge=0)
    end: Integer = column("Character after the last one of it.", unit="character", ge=1)
    quote: Text = column("The passage of the first side, verbatim.")
    other_record_id: Text = column(
        "Record of the other side; may be the same.", str_matches=ID_PATTERN
    )
    other_value: Text = column("What the other side says, written as in CSV.")
    other_document_id: Text = column("Document of the other side.")
    other_start: Integer = column("First character of its passage there.", unit="character", ge=0)
    other_end: Integer = column("Character after the last one of it.", unit="character", ge=1)
    other_quote: Text = column("The passage of the other side, verbatim.")

    @pa.dataframe_check(name="two_values", description="The two sides say different things.")
    def two_values(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """Two sides that say the same are no conflict."""
        return frame["value"] != frame["other_value"]

    class Config:
        """Key of the table."""

        unique = [  # noqa: RUF012
            "table_name",
            "field",
            "record_id",
            "other_record_id",
            "value",
            "other_value",
        ]


class Corrections(Table):
    """One row for each value of a record that the corrections of the corpus have changed."""

    table_name: Text = column("Table of the record.", isin=list(RecordTable))
    record_id: Text = column("Key of the record in that table.", str_matches=ID_PATTERN)
    field: Text = column("The column that was corrected.")
    was: Text = column(
        "What was read from the text, written as in CSV; null if nothing.", nullable=True
    )
    value: Text = column(
        "What stands in the table instead, written as in CSV; null if nothing.", nullable=True
    )
    reason: Text = column("Why it was corrected.")
    source: Text = column("What shows that this is right: an address or a reference.")

    @pa.dataframe_check(name="changed", description="was and value differ.")
    def changed(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """A correction changes something."""
        equal = (frame["was"] == frame["value"]).fillna(False).astype(bool)
        return ~(equal | (frame["was"].isna() & frame["value"].isna()))

    class Config:
        """Key of the table."""

        unique = ["table_name", "record_id", "field"]  # noqa: RUF012


class Audit(Table):
    """One row for each share, date and count of a document, with what became of it.

    Titles, headings, paragraphs and tables are searched, footnotes are not. Where several records
    rest on a mark, the one is given whose passage fits it most closely, a column before a record
    as a whole; `evidence` has them all.
    """

    document_id: Text = column("The document.")
    start: Integer = column("First character in the document.", unit="character", ge=0)
    end: Integer = column("Character after the last one in the document.", unit="character", ge=1)
    kind: Text = column("What it is.", isin=list(MarkKind))
    quote: Text = column("The mark, verbatim: the characters from start up to end.")
    outcome: Text = column("What became of it.", isin=list(MarkOutcome))
    table_name: Text = column(
        "Table of the record that rests on it.", nullable=True, isin=list(RecordTable)
    )
    record_id: Text = column("Key of that record.", nullable=True, str_matches=ID_PATTERN)
    field: Text = column(
        "What it supports there: `record` for the record as a whole, else a column.",
        nullable=True,
    )
    reason: Text = column(
        "Why no record rests on it: a RejectReason where it was rejected, a LeftReason where it "
        "was left.",
        nullable=True,
        isin=[*RejectReason, *LeftReason],
    )

    @pa.dataframe_check(name="non_empty_span", description="start < end.")
    def non_empty_span(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """A mark has at least one character."""
        return frame["start"] < frame["end"]

    @pa.dataframe_check(
        name="record_or_reason",
        description="What was extracted has a record and no reason, all else a reason and no "
        "record.",
    )
    def record_or_reason(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """Every mark is accounted for in one way."""
        extracted = frame["outcome"] == MarkOutcome.EXTRACTED
        record = frame[["table_name", "record_id", "field"]].notna()
        with_record = record.all(axis=1) & frame["reason"].isna()
        with_reason = ~record.any(axis=1) & frame["reason"].notna()
        return (extracted & with_record) | (~extracted & with_reason)

    class Config:
        """Key of the table."""

        unique = ["document_id", "start", "end", "kind"]  # noqa: RUF012
