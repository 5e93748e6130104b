"""The gate before publishing: every candidate is accounted for, and the yield is plausible."""

from dataclasses import dataclass

from pipeline.errors import QualityError
from pipeline.records.identity import Records
from pipeline.settings import Settings
from pipeline.tables.breaches import DEFECT_HINT
from pipeline.tables.build import Tables
from schemas.registry import TABLES


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the candidates of a run.

    Attributes:
        candidates: Passages that looked like a talk or a poll result.
        accepted: Talks and poll results in the tables.
        merged: Candidates that told again what another one told.
        rejected: Candidates in the rejects table.
    """

    candidates: int
    accepted: int
    merged: int
    rejected: int


def count_candidates(records: Records, tables: Tables) -> Counts:
    """Account for every candidate of a run.

    Rejections that share one key share one row of the rejects table, and so count as merged.

    Raises:
        QualityError: The counts do not add up: a candidate was lost or counted twice.
    """
    accepted = len(tables["talks"]) + len(tables["poll_results"])
    rejected = len(tables["rejects"])
    merged = records.merged + len(records.rejections) - rejected
    if accepted + merged + rejected != records.candidates:
        raise QualityError(
            f"{records.candidates} candidates, but {accepted} accepted + {merged} merged "
            f"+ {rejected} rejected",
            DEFECT_HINT,
        )
    return Counts(records.candidates, accepted, merged, rejected)


def check_quality(tables: Tables, counts: Counts, settings: Settings) -> None:
    """Refuse tables that are too poor to be published.

    Raises:
        QualityError: A table has fewer rows than it must have, or the share of rejected
            candidates passes the limit.
    """
    for name, spec in TABLES.items():
        if len(tables[name]) < spec.min_rows:
            raise QualityError(
                f"the table {name} has {len(tables[name])} rows, at least {spec.min_rows} expected",
                "Nothing was published. Check that the raw files are articles on talks and polls; "
                "'parley explain' shows what was read in a file and what was left.",
            )
    share = counts.rejected / max(counts.candidates, 1)
    if (
        counts.candidates >= settings.min_candidates_for_reject_share
        and share > settings.max_reject_share
    ):
        raise QualityError(
            f"{counts.rejected} of {counts.candidates} candidates were rejected ({share:.0%}), "
            f"more than {settings.max_reject_share:.0%}",
            "Nothing was published. 'parley extract' writes the rejects table with the reasons, "
            "'parley explain' shows them in the text.",
        )
