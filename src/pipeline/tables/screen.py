"""Turn records that would break a schema into rejections, so that nothing is dropped in silence."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.errors import QualityError
from pipeline.records.identity import Records
from pipeline.records.model import PollResult, Rejection, Talk
from pipeline.tables.breaches import DEFECT_HINT, breaches
from pipeline.tables.build import record_rows
from schemas.registry import TABLES
from schemas.vocabularies import CandidateKind, RejectReason


def screen(records: Records) -> Records:
    """The records whose rows keep to the schemas; the others become rejections.

    A record is published whole or not at all: a talk fails with any of its parties, and the
    results of a poll fail with the poll. A poll without results is no record of its own.

    Raises:
        QualityError: A table is wrong as a whole, or a record rests on no passage.
    """
    rows = record_rows(records)
    found = {name: breaches(TABLES[name], of_table) for name, of_table in rows.items()}
    bad_talks = found["talk_parties"] | found["talks"]
    bad_results = {
        result_id: found["poll_results"].get(result_id) or found["polls"][poll_id]
        for result_id, poll_id, _ in records.results
        if result_id in found["poll_results"] or poll_id in found["polls"]
    }
    if not bad_talks and not bad_results:
        return records
    return _without(records, bad_talks, bad_results)


def _without(
    records: Records, bad_talks: Mapping[str, str], bad_results: Mapping[str, str]
) -> Records:
    results = tuple(entry for entry in records.results if entry[0] not in bad_results)
    with_results = {poll_id for _, poll_id, _ in results}
    return replace(
        records,
        talks=tuple(entry for entry in records.talks if entry[0] not in bad_talks),
        polls=tuple(entry for entry in records.polls if entry[0] in with_results),
        results=results,
        rejections=(
            *records.rejections,
            *(
                _rejection(CandidateKind.TALK, key, talk, bad_talks[key])
                for key, talk in records.talks
                if key in bad_talks
            ),
            *(
                _rejection(CandidateKind.POLL_RESULT, key, result, bad_results[key])
                for key, _, result in records.results
                if key in bad_results
            ),
        ),
    )


def _rejection(
    kind: CandidateKind, record_id: str, record: Talk | PollResult, detail: str
) -> Rejection:
    if not record.passages:
        raise QualityError(f"the record {record_id} rests on no passage of a text", DEFECT_HINT)
    whole = [passage for passage in record.passages if passage.field == "record"]
    return Rejection(
        kind=kind,
        reason=RejectReason.FAILED_SCHEMA,
        passage=(whole or record.passages)[0],
        detail=detail,
    )
