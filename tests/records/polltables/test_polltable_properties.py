"""What holds of any table whatever stands in it: no crash, true offsets, nothing counted twice."""

from hypothesis import given, settings
from hypothesis import strategies as st
from polltable_samples import table_document

from pipeline.records.extract import extract
from pipeline.records.identity import identify
from pipeline.records.polltables.assemble import table_results
from pipeline.records.polltables.cells import margin_in, mode_in, number_in, sample_in, share_in

#: What stands in columns of polls, each with its header.
COLUMNS = {
    "!Pollster": ["Gallup", "Ipsos/The Post", "YouGov for BBC", "^", "Average", "2015 election"],
    "!Date": ["16–21 Feb", "3 May 2011", "28 Dec", "2016", "Q1 2016", "May", "9999-12-31", "^"],
    "!Sample size": ["~2,000", "1,012 LV", "–", "1500+", "1.204"],
    "!Margin of error": ["±3.1%", "3", "N/A"],
    "Country": ["Germany", "Scotland", "Total", "^"],
    "Age": ["18–24", "65+", "All"],
    "Yes": ["46%", "46", "46.5", "<1", "–", "46 (+2)", "460", "10–12%", "<", "^"],
    "No[1]": ["54%", "54[2]", "53,5", "İ", "<"],
    "Lead": ["8", "Tie", "Yes +2"],
}
PIECES = st.sampled_from(
    [*COLUMNS, *(cell for cells in COLUMNS.values() for cell in cells), "Should we?", "Source: A"]
)
CELLS = PIECES | st.text(max_size=12)


def columns_of_polls(labels: list[str]) -> st.SearchStrategy[list[list[str]]]:
    """Tables with a header of polls, whose cells fit it but for some."""
    row = st.tuples(*(st.sampled_from(COLUMNS[label]) | CELLS for label in labels)).map(list)
    return st.lists(row, max_size=6).map(lambda rows: [labels, *rows])


ROWS = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=7)
) | st.permutations(list(COLUMNS)).flatmap(lambda labels: columns_of_polls(labels[:7]))


def usable(rows: list[list[str]]) -> list[list[str]]:
    """The rows with nothing spanned to where there is nothing."""
    return [
        [
            "" if (cell == "<" and not column) or (cell == "^" and not number) else cell
            for column, cell in enumerate(row)
        ]
        for number, row in enumerate(rows)
    ]


@settings(deadline=None)
@given(ROWS, st.sampled_from(["Opinion polls", "Results", "2016"]), CELLS, CELLS)
def test_that_offsets_hold_in_any_table(
    rows: list[list[str]], heading: str, lead: str, caption: str
) -> None:
    document = table_document(usable(rows), headings=(heading,), lead=lead, caption=caption)
    results, rejections = table_results(document, document.tables[0], {})
    passages = [p for r in results for p in (*r.passages, *r.poll.passages)]
    passages += [r.passage for r in rejections]
    for passage in passages:
        assert document.raw[passage.start : passage.end] == passage.quote != ""
        assert passage.sentence
    for result in results:
        assert 0 <= result.low <= result.high <= 100
        assert result.poll.passages[0].field == "record"
    rejected = [(r.passage.start, r.passage.end) for r in rejections]
    assert len(set(rejected)) == len(rejected)
    assert set(rejected).isdisjoint((r.passages[0].start, r.passages[0].end) for r in results)


@settings(deadline=None)
@given(ROWS)
def test_that_all_candidates_of_a_table_are_accounted_for(rows: list[list[str]]) -> None:
    document = table_document(usable(rows), headings=("Opinion polls",))
    records = identify([extract(document)])
    records_and_rest = len(records.talks) + len(records.results) + len(records.rejections)
    assert records_and_rest + records.merged == records.candidates


@settings(deadline=None)
@given(st.text(max_size=80))
def test_that_any_cell_can_be_read(text: str) -> None:
    share, sample, margin, number = (
        share_in(text),
        sample_in(text),
        margin_in(text),
        number_in(text),
    )
    mode_in(text)
    if share:
        assert 0 <= share.start < share.end <= len(text)
        assert share.low <= share.high
    if sample:
        assert 0 <= sample.start < sample.end <= len(text)
        assert sample.size >= 1
    assert margin is None or text[margin[0] : margin[1]].strip()
    assert number is None or text[slice(*number)].strip()
