"""Where every record comes from: documents, evidence, and the candidates that were rejected."""

import pandas as pd
import pandera.pandas as pa

from schemas.base import Integer, Table, Text, Timestamp, column
from schemas.vocabularies import CandidateKind, RecordTable, RejectReason

SHA256_PATTERN = r"^[0-9a-f]{64}$"


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
        "Keys of the footnotes that the document gives for the passage, separated by `;`.",
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
