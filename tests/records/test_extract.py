"""Whole documents: what is read, what is left and why, and that no text breaks it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.model import Cell, Document, Paragraph, Prose, Run, Table
from pipeline.documents.paragraphs import build_paragraph
from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument
from pipeline.records.extract import extract
from pipeline.records.identity import identify
from pipeline.records.model import Extraction
from schemas.vocabularies import LeftReason, MarkKind

ARTICLE = """\
Border dispute of Norland
Peace talks between Peru and Ecuador were held in Quito on 4 May 1996,[1] with delegates of four \
countries. A second round followed in Lima on 9 June.[2]
Public opinion
In a survey conducted by Apoyo in July 1996, 62% of Peruvians supported the talks.[3] The margin \
of error was 3%. Trade grew by 8% in 1997.[4]
"""


def read(text: str) -> Extraction:
    return extract(parse(RawDocument("article", text, "0" * 64)))


def test_talks_and_results_of_a_document() -> None:
    extraction = read(ARTICLE)
    assert [(t.city, t.when and t.when.first_day.isoformat()) for t in extraction.talks] == [
        ("Quito", "1996-05-04"),
        ("Lima", "1996-06-09"),
    ]
    assert [(r.low, r.country_code, r.poll.pollster) for r in extraction.results] == [
        (62, "PER", "Apoyo")
    ]


def test_a_date_without_year_takes_it_from_before_and_says_so() -> None:
    first, second = read(ARTICLE).talks
    assert first.when is not None
    assert second.when is not None
    assert (first.when.year_inferred, second.when.year_inferred) == (False, True)


def test_passages_cite_the_next_footnote() -> None:
    extraction = read(ARTICLE)
    assert [t.passages[0].citations for t in extraction.talks] == [("1",), ("2",)]
    assert extraction.results[0].passages[0].citations == ("3",)


def test_every_number_is_marked_with_what_it_is() -> None:
    marks = [(mark.quote, mark.kind.value) for mark in read(ARTICLE).marks]
    assert marks == [
        ("4 May 1996", "date"),
        ("four countries", "count"),
        ("9 June", "date"),
        ("July 1996", "date"),
        ("62%", "share"),
        ("3%", "share"),
        ("8%", "share"),
        ("1997", "date"),
    ]


def test_numbers_of_headings_would_be_left_for_that() -> None:
    text = "Talks of 1996\nRounds (4 May to 9 June 1996)\nThey had failed in 1995.\nMore was said."
    left = {mark.quote: mark.left_because for mark in read(text).marks}
    assert left["1996"] == left["4 May to 9 June 1996"] == LeftReason.IN_HEADING
    assert left["1995"] == LeftReason.DATES_NOTHING


def test_numbers_of_cells_and_captions_are_marked_once() -> None:
    def paragraph(start: int, end: int) -> Paragraph:
        prose = Prose(raw[start:end], (Run(0, start),))
        return build_paragraph(raw, start, end, (), prose, ())

    raw = "Turnout of 1997: 61% in 12 districts"
    wide = Cell(paragraph(17, 20))
    grid = ((wide, wide, Cell(paragraph(24, 36))), (None, wide, None))
    table = Table(0, len(raw), raw, (), paragraph(0, 15), grid)
    extraction = extract(Document("t", raw, "", None, (), (), (table,)))
    assert [(m.kind, m.quote, m.left_because) for m in extraction.marks] == [
        (MarkKind.DATE, "1997", LeftReason.IN_TABLE),
        (MarkKind.SHARE, "61%", LeftReason.IN_TABLE),
        (MarkKind.COUNT, "12 districts", LeftReason.IN_TABLE),
    ]


TABLE = """{| class="wikitable"
! Pollster !! Date !! Sample size !! For the bridge !! Against
|-
| Acme || 5–9 June 1999 || 1,012 || 52 || 30
|}
"""


def test_numbers_that_only_a_table_tells_to_be_shares_or_counts_are_marked() -> None:
    extraction = extract(parse(RawDocument("t", TABLE, "0" * 64, "text/x-wiki")))
    assert [result.low for result in extraction.results] == [52, 30]
    assert [(mark.kind, mark.quote) for mark in extraction.marks] == [
        (MarkKind.DATE, "5–9 June 1999"),
        (MarkKind.COUNT, "1,012"),
        (MarkKind.SHARE, "52"),
        (MarkKind.SHARE, "30"),
    ]


def test_marks_are_verbatim_and_in_order() -> None:
    marks = read(ARTICLE).marks
    assert len(marks) >= 7
    assert all(ARTICLE[m.start : m.end] == m.quote for m in marks)
    assert [m.start for m in marks] == sorted(m.start for m in marks)


def test_the_first_line_titles_the_document() -> None:
    extraction = read(ARTICLE)
    assert extraction.title == "Border dispute of Norland"
    assert identify([extraction]).titles == {"article": "Border dispute of Norland"}


def test_a_document_without_cues_gives_nothing() -> None:
    extraction = read("Rivers\nThe Loire is long.\nIt flows into the sea.")
    assert extraction == Extraction("article", "Rivers")


FRAGMENTS = [
    *("In a poll by", "Gallup", "the YouGov survey", "52%", "from 40% to 45%", "of Danes", "said"),
    *("in May 2001", "on 3 and 7 March 2022", "between 1 and 9 June", "that year", "the talks"),
    *("the second round of talks", "peace negotiations", "a summit", "was held", "met", "with"),
    *(
        "in Geneva",
        "and Vienna",
        ", Turkey",
        "France",
        "İstanbul",
        "15 countries",
        "two days later",
    ),
    *("[1]", "[2][3]", ".", ".\n", ",", ";", "(", ")", "—", "“", "”", "\u00a0", "%", "1", "A"),
    *("tied at 44 to 44", "two-thirds of", "according to other sources,", "respectively"),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=40))
def test_no_text_breaks_it_and_every_passage_is_true(pieces: list[str]) -> None:
    text = "Title of the text\n" + " ".join(pieces)
    extraction = read(text)
    records = identify([extraction])
    accepted = len(records.talks) + len(records.results)
    assert accepted + records.merged + len(records.rejections) == records.candidates
    passages = [
        *(p for t in extraction.talks for p in t.passages),
        *(p for r in extraction.results for p in (*r.passages, *r.poll.passages)),
        *(r.passage for r in extraction.rejections),
    ]
    for passage in passages:
        assert text[passage.start : passage.end] == passage.quote != ""
    for mark in extraction.marks:
        assert text[mark.start : mark.end] == mark.quote
