"""Turn records that would break a schema into rejections, so that nothing is dropped in silence."""

from pipeline.errors import QualityError
from pipeline.records.identity import Records
from pipeline.records.rejecting import reject
from pipeline.tables.breaches import DEFECT_HINT, breaches
from pipeline.tables.build import record_rows
from schemas.registry import TABLES
from schemas.vocabularies import RejectReason


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
    unproven = [
        *(key for key, talk in records.talks if key in bad_talks and not talk.passages),
        *(key for key, _, r in records.results if key in bad_results and not r.passages),
    ]
    if unproven:
        raise QualityError(f"the record {unproven[0]} rests on no passage of a text", DEFECT_HINT)
    return reject(records, RejectReason.FAILED_SCHEMA, bad_talks, bad_results)
