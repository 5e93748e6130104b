"""Whole documents: what is read, what is left and why, and that no text breaks it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument
from pipeline.records.extract import extract
from pipeline.records.identity import identify
from pipeline.records.model import Extraction, Fate

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


def fate(extraction: Extraction, text: str) -> Fate:
    (found,) = [f for f in extraction.fates if f.text == text]
    return found


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


def test_every_number_has_a_fate() -> None:
    extraction = read(ARTICLE)
    assert fate(extraction, "62%").left_because is None
    assert fate(extraction, "4 May 1996").left_because is None
    assert fate(extraction, "July 1996").left_because is None
    assert fate(extraction, "3%").left_because == "rejected: margin_of_error"
    assert fate(extraction, "1997").left_because == "dates no talk or poll"
    assert fate(extraction, "8%").left_because is not None


def test_numbers_of_headings_are_left_with_a_reason() -> None:
    text = "Talks of 1996\nRounds (4 May to 9 June 1996)\nThey had failed in 1995.\nMore was said."
    left = {f.text: f.left_because for f in read(text).fates}
    assert left["1996"] == left["4 May to 9 June 1996"] == "stands in a heading"


def test_fates_are_verbatim_and_in_order() -> None:
    fates = read(ARTICLE).fates
    assert len(fates) >= 7
    assert all(ARTICLE[f.start : f.end] == f.text for f in fates)
    assert [f.start for f in fates] == sorted(f.start for f in fates)


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
    for found in extraction.fates:
        assert text[found.start : found.end] == found.text
