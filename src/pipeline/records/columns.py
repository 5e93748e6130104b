"""Records as the columns of their tables, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from pipeline.records.model import Poll, PollResult, Talk, When
from schemas.vocabularies import (
    DateBasis,
    DatePrecision,
    PollMode,
    Qualifier,
    TalkFormat,
    TalkOutcome,
    TalkStatus,
)

Columns = dict[str, Any]
"""Values by the name of their column; null is None. Identifiers are not among them."""

_TALK = (
    *("series", "round", "place", "city", "country_code", "latitude", "longitude", "format"),
    *("participant_count", "participant_count_qualifier", "outcome", "outcome_text", "status"),
)
_POLL = (
    *("pollster", "sponsor", "sample_size", "sample_size_qualifier", "margin_of_error", "mode"),
    "question",
)
_RESULT = {
    "population": "population",
    "country_code": "country_code",
    "answer": "answer",
    "percent_low": "low",
    "percent_high": "high",
    "percent_qualifier": "qualifier",
    "comparison": "comparison",
}
_CODED: Mapping[str, type[StrEnum]] = {
    "format": TalkFormat,
    "participant_count_qualifier": Qualifier,
    "outcome": TalkOutcome,
    "status": TalkStatus,
    "sample_size_qualifier": Qualifier,
    "mode": PollMode,
    "percent_qualifier": Qualifier,
}


def talk_columns(talk: Talk) -> Columns:
    """The columns of ``talks``."""
    return _dates(talk.when) | {name: getattr(talk, name) for name in _TALK}


def poll_columns(poll: Poll) -> Columns:
    """The columns of ``polls``."""
    basis = {"date_basis": poll.when and poll.when.basis}
    return _dates(poll.when) | basis | {name: getattr(poll, name) for name in _POLL}


def result_columns(result: PollResult) -> Columns:
    """The columns of ``poll_results``."""
    return {name: getattr(result, attribute) for name, attribute in _RESULT.items()}


def talk_with(talk: Talk, columns: Mapping[str, Any]) -> Talk:
    """A talk with the values of all columns, which have to keep to the schema."""
    return replace(talk, when=_when(columns), **_coded(columns, _TALK))


def poll_with(poll: Poll, columns: Mapping[str, Any]) -> Poll:
    """A poll with the values of all columns, which have to keep to the schema."""
    return replace(poll, when=_when(columns), **_coded(columns, _POLL))


def result_with(result: PollResult, columns: Mapping[str, Any]) -> PollResult:
    """A poll result with the values of all columns, which have to keep to the schema."""
    values = _coded(columns, _RESULT)
    return replace(result, **{_RESULT[name]: value for name, value in values.items()})


def as_text(value: object) -> str | None:
    """A value as CSV has it; None for null."""
    if value is None or isinstance(value, str):
        return value and str(value)
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _dates(when: When | None) -> Columns:
    return {
        "start_date": when and when.first_day,
        "end_date": when and when.last_day,
        "date_precision": when and when.precision,
        "year_inferred": when is not None and when.year_inferred,
    }


def _when(columns: Mapping[str, Any]) -> When | None:
    if columns["start_date"] is None:
        return None
    basis = columns.get("date_basis")
    return When(
        columns["start_date"],
        columns["end_date"],
        DatePrecision(columns["date_precision"]),
        columns["year_inferred"],
        basis and DateBasis(basis),
    )


def _coded(columns: Mapping[str, Any], names: Iterable[str]) -> Columns:
    """Values by column, the words of vocabularies as their members."""
    return {name: _member(name, columns[name]) for name in names}


def _member(name: str, value: Any) -> Any:
    vocabulary = _CODED.get(name)
    return value if vocabulary is None or value is None else vocabulary(value)
