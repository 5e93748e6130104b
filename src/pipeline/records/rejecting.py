"""Taking records back: they become rejections, so that every candidate stays accounted for."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.records.identity import Records
from pipeline.records.model import PollResult, Rejection, Talk
from schemas.vocabularies import CandidateKind, RejectReason


def reject(
    records: Records,
    reason: RejectReason,
    talks: Mapping[str, str],
    results: Mapping[str, str],
) -> Records:
    """The records without some talks and results; a poll without results is no record of its own.

    Args:
        records: All records.
        reason: Why some are none.
        talks: The talks that are none, with what exactly is wrong.
        results: The poll results that are none, with what exactly is wrong.
    """
    if not talks and not results:
        return records
    kept = tuple(entry for entry in records.results if entry[0] not in results)
    with_results = {poll_id for _, poll_id, _ in kept}
    return replace(
        records,
        talks=tuple(entry for entry in records.talks if entry[0] not in talks),
        polls=tuple(entry for entry in records.polls if entry[0] in with_results),
        results=kept,
        rejections=(
            *records.rejections,
            *(
                _rejection(CandidateKind.TALK, reason, talk, talks[key])
                for key, talk in records.talks
                if key in talks
            ),
            *(
                _rejection(CandidateKind.POLL_RESULT, reason, result, results[key])
                for key, _, result in records.results
                if key in results
            ),
        ),
    )


def _rejection(
    kind: CandidateKind, reason: RejectReason, record: Talk | PollResult, detail: str
) -> Rejection:
    whole = [passage for passage in record.passages if passage.field == "record"]
    return Rejection(kind, reason, (whole or record.passages)[0], detail)
