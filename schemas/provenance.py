"""Where every record comes from: documents, their footnotes, evidence, and what was rejected."""

import pandas as pd
import pandera.pandas as pa

from schemas.base import Date, Integer, Table, Text, Timestamp, column
from schemas.vocabularies import CandidateKind, DatePrecision, RecordTable, RejectReason

SHA256_PATTERN = r"^[0-9a-f]{64}$"
URL_PATTERN = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s]+$"


def _non_empty_span(frame: pd.DataFrame) -> "pd.Series[bool]":
    return frame["start"] < frame["end"]


class Documents(Table):
    """One row for each document that was read."""

    document_id: Text = column(
        "Identifier of the document: the stem of its file name.", unique=True
    )
    title: Text = column(
        "Title of the document: of its manifest, else of its first line.", nullable=True
    )
    url: Text = column("Canonical address of the document.", nullable=True)
    revision_id: Text = column(
        "Identifier of the revision that was read, as its site states it.", nullable=True
    )
    retrieved_at: Timestamp = column("When the document was received.", nullable=True)
    format: Text = column("Media type of the file that was read.")
    sha256: Text = column(
        "SHA-256 of the bytes of the file that was read.", str_matches=SHA256_PATTERN
    )
    licence: Text = column("Licence of the text, as an SPDX identifier.", nullable=True)
    attribution: Text = column("Whom to credit for the text.", nullable=True)


class Citations(Table):
    """One row for each footnote of a document, with what it cites as far as the document tells.

    Plain text has only the marks of its footnotes, so that all but the key is null.
    """

    document_id: Text = column("The document.")
    key: Text = column(
        "What the marks of the footnote show, such as `12` or `note 3`; a `;` in it becomes `,`.",
        str_matches=r"^[^;]+$",
    )
    note: Text = column("The footnote as people are shown it.", nullable=True)
    title: Text = column("Title of what it cites.", nullable=True)
    url: Text = column(
        "Address of what it cites, if it is one of http or https.",
        nullable=True,
        str_matches=URL_PATTERN,
    )
    publisher: Text = column(
        "Who published that: the work, newspaper, agency or site.", nullable=True
    )
    published_text: Text = column("When that was published, as written.", nullable=True)
    published_date: Date = column("First day of published_text.", nullable=True)
    date_precision: Text = column(
        "How finely published_text dates it.", nullable=True, isin=list(DatePrecision)
    )
    start: Integer = column(
        "First character of the footnote in the document.", unit="character", nullable=True, ge=0
    )
    end: Integer = column(
        "Character after the last one of the footnote in the document.",
        unit="character",
        nullable=True,
        ge=1,
    )

    @pa.dataframe_check(name="span_or_none", description="start < end, or neither is given.")
    def span_or_none(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """A footnote that stands in the document has at least one character."""
        absent = frame["start"].isna() & frame["end"].isna()
        return absent | _non_empty_span(frame).fillna(False).astype(bool)

    @pa.dataframe_check(
        name="precision_with_date", description="date_precision comes with published_date."
    )
    def precision_with_date(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """A date and its precision come together."""
        return frame["published_date"].notna() == frame["date_precision"].notna()

    class Config:
        """Key of the table."""

        unique = ["document_id", "key"]  # noqa: RUF012


class Evidence(Table):
    """One row for each passage that a record rests on, with the columns that it supports."""

    table_name: Text = column("Table of the record.", isin=list(RecordTable))
    record_id: Text = column("Key of the record in that table.")
    field: Text = column(
        "What the passage supports: `record` for the passage that the record as a whole "
        "rests on, else a column of the record. `start_date` stands for all that is said of the "
        "date, `place` for city, country and coordinates too."
    )
    document_id: Text = column("The document.")
    start: Integer = column(
        "First character of the passage in the document.", unit="character", ge=0
    )
    end: Integer = column(
        "Character after the last one of the passage in the document.", unit="character", ge=1
    )
    quote: Text = column("The passage, verbatim: the characters from start up to end.")
    sentence: Text = column("The sentence around the passage, verbatim.")
    citations: Text = column(
        "Keys of the footnotes that the document gives for the passage, separated by `;`; each "
        "has a row in `citations`.",
        nullable=True,
    )
    rule: Text = column("Name of the rule that read the passage.")

    @pa.dataframe_check(name="non_empty_span", description="start < end.")
    def non_empty_span(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """A passage has at least one character."""
        return _non_empty_span(frame)

    class Config:
        """Key of the table."""

        unique = ["table_name", "record_id", "field", "document_id", "start", "end"]  # noqa: RUF012


class Rejects(Table):
    """One row for each candidate that did not become a record, with the reason."""

    document_id: Text = column("The document.")
    start: Integer = column(
        "First character of the candidate in the document.", unit="character", ge=0
    )
    end: Integer = column(
        "Character after the last one of the candidate in the document.", unit="character", ge=1
    )
    kind: Text = column("What the candidate would have become.", isin=list(CandidateKind))
    reason: Text = column("Why it did not.", isin=list(RejectReason))
    detail: Text = column(
        "What exactly failed, where the reason alone does not tell.", nullable=True
    )
    quote: Text = column("The candidate, verbatim: the characters from start up to end.")
    sentence: Text = column("The sentence around the candidate, verbatim.")
    rule: Text = column("Name of the rule that read the candidate.")

    @pa.dataframe_check(name="non_empty_span", description="start < end.")
    def non_empty_span(cls, frame: pd.DataFrame) -> "pd.Series[bool]":  # noqa: N805
        """A candidate has at least one character."""
        return _non_empty_span(frame)

    class Config:
        """Key of the table."""

        unique = ["document_id", "start", "end", "kind", "rule"]  # noqa: RUF012
