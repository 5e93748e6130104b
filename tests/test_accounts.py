from pipeline.accounts import account_for
from pipeline.documents.parse import parse
from pipeline.raw.read import read_raw
from pipeline.records.extract import extract
from pipeline.settings import Settings
from schemas.vocabularies import RecordTable


def test_every_fate_is_told_once_and_leads_to_its_records(raw):
    (document,) = map(parse, read_raw([raw], Settings()))
    extraction = extract(document)
    accounts = account_for(document, extraction)
    marks = [mark for account in accounts for mark in account.marks]
    assert [mark.fate for mark in marks] == sorted(
        extraction.fates, key=lambda fate: (fate.start, fate.end)
    )
    assert len(marks) >= 6
    for account in accounts:
        span = account.span
        assert document.raw[span.start : span.end] == span.text
        assert all(span.start <= mark.fate.start < span.end for mark in account.marks)
    by_text = {mark.fate.text: mark for mark in marks}
    assert {use.table for use in by_text["51%"].uses} == {RecordTable.POLL_RESULTS}
    assert [use.field for use in by_text["12 June 1999"].uses] == ["start_date"]
    assert by_text["9%"].uses == ()
    assert by_text["9%"].fate.left_because
