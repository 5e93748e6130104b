from pipeline.accounts import account_for
from pipeline.documents.parse import parse
from pipeline.raw.read import read_raw
from pipeline.records.extract import extract
from pipeline.settings import Settings
from schemas.vocabularies import LeftReason, RecordTable


def test_every_mark_is_told_once_and_leads_to_its_record(raw):
    (document,) = map(parse, read_raw([raw], Settings()))
    extraction = extract(document)
    accounts = account_for(document, extraction)
    told = [fate for account in accounts for fate in account.fates]
    assert [fate.mark for fate in told] == list(extraction.marks)
    assert len(told) >= 6
    for account in accounts:
        span = account.span
        assert document.raw[span.start : span.end] == span.text
        assert all(span.start <= fate.mark.start < span.end for fate in account.fates)
    by_quote = {fate.mark.quote: fate for fate in told}
    assert by_quote["51%"].use.table == RecordTable.POLL_RESULTS
    assert by_quote["12 June 1999"].use.field == "start_date"
    assert by_quote["9%"].use is None
    assert by_quote["9%"].reason == LeftReason.NO_SURVEY_HERE
