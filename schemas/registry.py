"""All published tables with their keys, in the order in which a release lists them."""

from dataclasses import dataclass, field
from functools import cached_property

import pyarrow

from schemas.accounts import Audit, Conflicts, Corrections
from schemas.base import Table
from schemas.polls import PollResults, Polls
from schemas.provenance import Citations, Documents, Evidence, Rejects
from schemas.talks import TalkParties, Talks


@dataclass(frozen=True)
class TableSpec:
    """A published table.

    Attributes:
        name: Name of the table and stem of its files.
        model: Columns and checks.
        primary_key: Columns that identify a row; rows are sorted by them.
        foreign_keys: For each referring column, the table and column that it refers to.
        min_rows: Fewer rows than this mean that the extraction failed (an empty frame validates).
    """

    name: str
    model: type[Table]
    primary_key: tuple[str, ...]
    foreign_keys: dict[str, tuple[str, str]] = field(default_factory=dict)
    min_rows: int = 0

    @property
    def description(self) -> str:
        """The grain of a row and what belongs to the table: the docstring of the model."""
        return " ".join((self.model.__doc__ or "").split())

    @cached_property
    def arrow_schema(self) -> pyarrow.Schema:
        """The Arrow schema, with the description of each column as field metadata."""
        return pyarrow.schema(
            [
                pyarrow.field(
                    name,
                    column.dtype.type.pyarrow_dtype,
                    nullable=column.nullable,
                    metadata={"description": column.description or ""},
                )
                for name, column in self.model.to_schema().columns.items()
            ]
        )


_SPECS = (
    TableSpec("talks", Talks, ("talk_id",), min_rows=1),
    TableSpec("talk_parties", TalkParties, ("talk_id", "party"), {"talk_id": ("talks", "talk_id")}),
    TableSpec("polls", Polls, ("poll_id",), min_rows=1),
    TableSpec(
        "poll_results", PollResults, ("result_id",), {"poll_id": ("polls", "poll_id")}, min_rows=1
    ),
    TableSpec(
        "evidence",
        Evidence,
        ("table_name", "record_id", "field", "document_id", "start", "end"),
        {"document_id": ("documents", "document_id")},
        min_rows=1,
    ),
    TableSpec("documents", Documents, ("document_id",), min_rows=1),
    TableSpec(
        "citations",
        Citations,
        ("document_id", "key"),
        {"document_id": ("documents", "document_id")},
    ),
    TableSpec(
        "conflicts",
        Conflicts,
        ("table_name", "field", "record_id", "other_record_id", "value", "other_value"),
        {
            "document_id": ("documents", "document_id"),
            "other_document_id": ("documents", "document_id"),
        },
    ),
    TableSpec("corrections", Corrections, ("table_name", "record_id", "field")),
    TableSpec(
        "rejects",
        Rejects,
        ("document_id", "start", "end", "kind", "rule"),
        {"document_id": ("documents", "document_id")},
    ),
    TableSpec(
        "audit",
        Audit,
        ("document_id", "start", "end", "kind"),
        {"document_id": ("documents", "document_id")},
    ),
)

TABLES: dict[str, TableSpec] = {spec.name: spec for spec in _SPECS}
