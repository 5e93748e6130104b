"""The outcome of a run in plain text, as people are shown it."""

from collections.abc import Hashable
from datetime import date
from typing import Any

import pandas as pd

from pipeline.release.publish import Published, Unchanged
from pipeline.tables.build import Tables
from pipeline.tables.fates import coverage
from pipeline.tables.gate import Counts
from schemas.vocabularies import Qualifier

_Row = dict[Hashable, Any]
_BEFORE = {
    Qualifier.ABOUT: "about ",
    Qualifier.OVER: "over ",
    Qualifier.UNDER: "under ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
}


def counts_text(counts: Counts) -> str:
    """What became of the candidates, in one line."""
    return (
        f"{counts.candidates} candidates: {counts.accepted} accepted, "
        f"{counts.merged} merged, {counts.rejected} rejected"
    )


def coverage_text(tables: Tables) -> str:
    """What became of the shares, dates and counts of the documents, in one line."""
    covered = coverage(tables["audit"]).values()
    found, extracted, rejected, left = (
        sum(of_kind[name] for of_kind in covered)
        for name in ("found", "extracted", "rejected", "left")
    )
    return (
        f"{found} shares, dates and counts: {extracted} extracted, {rejected} rejected, {left} left"
    )


def publication_text(publication: Published | Unchanged) -> str:
    """What was published, in one line."""
    if isinstance(publication, Unchanged):
        return (
            f"Nothing to publish: release {publication.version} in {publication.path} "
            "already holds exactly this data"
        )
    return f"Published release {publication.version} in {publication.path}"


def talk_summary(tables: Tables) -> list[dict[str, str]]:
    """One line for each talk, by date; what is unknown is empty."""
    return [
        {
            "date": _days(talk),
            "place": _text(talk["place"]),
            "country": _text(talk["country_code"]),
            "series": _text(talk["series"]),
            "round": _text(talk["round"]),
            "delegations": _count(talk),
            "status": talk["status"],
        }
        for talk in _by_date(tables["talks"])
    ]


def result_summary(tables: Tables) -> list[dict[str, str]]:
    """One line for each poll result, by date of the poll; what is unknown is empty."""
    results = tables["poll_results"].merge(
        tables["polls"], on="poll_id", suffixes=("", "_of_poll"), validate="many_to_one"
    )
    return [
        {
            "date": _days(result),
            "pollster": _text(result["pollster"]),
            "population": _text(result["population"]),
            "country": _text(result["country_code"]),
            "share": share_text(
                result["percent_low"], result["percent_high"], result["percent_qualifier"]
            ),
            "answer": _text(result["answer"]),
        }
        for result in _by_date(results)
    ]


def share_text(low: float, high: float, qualifier: str) -> str:
    """A share as people write it, such as "over 80%" or "10–15%"."""
    if qualifier == Qualifier.RANGE:
        return f"{low:g}–{high:g}%"
    return f"{_BEFORE.get(Qualifier(qualifier), '')}{low:g}%"


def _by_date(frame: pd.DataFrame) -> list[_Row]:
    key = frame.columns[0]
    return frame.sort_values(["start_date", "end_date", key], na_position="last").to_dict("records")


def _days(row: _Row) -> str:
    first, last, precision = row["start_date"], row["end_date"], row["date_precision"]
    if not isinstance(first, date):
        return ""
    if precision == "month":
        return f"{first:%Y-%m}"
    if precision == "year":
        return f"{first:%Y}"
    return str(first) if first == last else f"{first} – {last}"


def _count(talk: _Row) -> str:
    if pd.isna(talk["participant_count"]):
        return ""
    qualifier = Qualifier(talk["participant_count_qualifier"])
    return f"{_BEFORE.get(qualifier, '')}{talk['participant_count']}"


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)
