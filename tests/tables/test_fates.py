"""Every share, date and count is accounted for, once and rightly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.parse import PARSERS, parse
from pipeline.errors import InputError
from pipeline.mentions.dates import find_dates
from pipeline.mentions.shares import find_shares
from pipeline.raw.model import RawDocument
from pipeline.records.identity import Records
from pipeline.records.marks import table_paragraphs
from pipeline.records.model import Mark, Passage, Rejection, Talk
from pipeline.run import read_records
from pipeline.tables.build import build_tables
from pipeline.tables.fates import Use, coverage, fates
from pipeline.tables.screen import screen
from schemas.vocabularies import (
    CandidateKind,
    LeftReason,
    MarkKind,
    MarkOutcome,
    RecordTable,
    RejectReason,
)

RAW = "x" * 100


def mark(start: int, end: int, kind: MarkKind = MarkKind.DATE) -> Mark:
    return Mark(kind, start, end, RAW[start:end], LeftReason.DATES_NOTHING)


def passage(field: str, start: int, end: int) -> Passage:
    return Passage(field, "d", start, end, RAW[start:end], RAW, (), "test")


def rejection(start: int, end: int, reason: RejectReason) -> Rejection:
    return Rejection(CandidateKind.TALK, reason, passage("record", start, end))


def records_with(
    marks: list[Mark], *passages: Passage, rejected: tuple[Rejection, ...] = ()
) -> Records:
    talks = tuple((f"talk-{n}", Talk(None, passages=(found,))) for n, found in enumerate(passages))
    return Records(talks, (), (), rejected, 0, 0, marks={"d": tuple(marks)})


def talk_use(field: str, number: int) -> Use:
    return Use(field, RecordTable.TALKS, f"talk-{number}")


@pytest.mark.parametrize(
    ("passages", "use"),
    [
        ([("record", 0, 50)], talk_use("record", 0)),
        ([("record", 10, 20)], talk_use("record", 0)),
        ([("record", 10, 20), ("start_date", 0, 90)], talk_use("start_date", 1)),
        ([("start_date", 0, 90), ("round", 5, 25)], talk_use("round", 1)),
        ([("start_date", 10, 20), ("round", 10, 20)], talk_use("round", 1)),
        ([("start_date", 12, 30)], None),
        ([("start_date", 0, 19)], None),
        ([("start_date", 20, 30)], None),
        ([("answer", 0, 50)], None),
        ([], None),
    ],
    ids=[
        *("record", "its very place", "column before record", "closest", "by name", "behind"),
        *("before", "next to it", "words of the text", "nothing"),
    ],
)
def test_the_closest_passage_around_a_mark_counts(passages, use):
    (fate,) = fates(records_with([mark(10, 20)], *(passage(*p) for p in passages)))
    assert fate.use == use
    assert fate.outcome == (MarkOutcome.EXTRACTED if use else MarkOutcome.LEFT)
    assert fate.reason == (None if use else LeftReason.DATES_NOTHING)


def test_what_a_rejected_candidate_holds_was_rejected_unless_a_record_rests_on_it():
    no = rejection(0, 50, RejectReason.MARGIN_OF_ERROR)
    (fate,) = fates(records_with([mark(10, 20)], rejected=(no,)))
    assert (fate.outcome, fate.reason) == (MarkOutcome.REJECTED, RejectReason.MARGIN_OF_ERROR)
    (fate,) = fates(records_with([mark(10, 20)], passage("record", 0, 60), rejected=(no,)))
    assert (fate.outcome, fate.reason) == (MarkOutcome.EXTRACTED, None)


def test_marks_that_overlap_are_each_judged():
    found = fates(
        records_with(
            [mark(10, 20), mark(12, 14), mark(13, 30, MarkKind.COUNT)],
            passage("round", 11, 15),
            passage("start_date", 5, 40),
        )
    )
    assert [fate.use for fate in found] == [
        talk_use("start_date", 1),
        talk_use("round", 0),
        talk_use("start_date", 1),
    ]


def test_one_place_of_one_kind_is_one_mark():
    assert len(fates(records_with([mark(10, 20), mark(10, 20), mark(10, 20, MarkKind.COUNT)]))) == 2


spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(spans, max_size=12), st.lists(spans, max_size=12))
def test_the_sweep_finds_what_a_look_at_all_passages_finds(marked, told):
    passages = [passage("start_date", *span) for span in told]
    for fate in fates(records_with([mark(*span) for span in marked], *passages)):
        around = [
            (p.end - p.start, p.start, talk_use("start_date", n))
            for n, p in enumerate(passages)
            if p.start <= fate.mark.start and fate.mark.end <= p.end
        ]
        assert fate.use == (min(around)[2] if around else None)


def test_a_record_that_was_taken_back_takes_its_marks_along(documents, with_talk):
    after = screen(with_talk(country_code="?"))
    date = next(fate for fate in fates(after) if fate.mark.quote == "4 May 1999")
    assert (date.outcome, date.reason) == (MarkOutcome.REJECTED, RejectReason.FAILED_SCHEMA)
    audit = build_tables(documents, after)["audit"]
    assert list(audit["outcome"]) == ["rejected", "extracted", "rejected"]


def test_coverage_adds_up(documents, records):
    counts = coverage(build_tables(documents, records)["audit"])
    assert counts == {
        "share": {"found": 2, "extracted": 1, "rejected": 1, "left": 0},
        "date": {"found": 1, "extracted": 1, "rejected": 0, "left": 0},
        "count": {"found": 0, "extracted": 0, "rejected": 0, "left": 0},
    }


PIECES = (
    *("In a poll by Gallup", "52%", "of Danes", "two-thirds", "from 40% to 45%", "per cent"),
    *("in May 2001", "on 3 and 7 March 2022", "that year", "peace talks", "were held in Geneva"),
    *("with 15 countries", "1,012 adults", "12", "[1]", ".", ".\n", ",", "\u00a0", "%"),
    *("<ref>In 1999, 7%</ref>", "{{percentage|1|4}}", "{{date|2001-05-03}}", "== In 1998 ==\n"),
    "\n{|\n! Pollster !! Date !! Yes\n|-\n| Acme || 5–9 May 2001 || 51%\n|}\n",
    "<table><tr><th>Pollster</th><th>Yes</th></tr><tr><td>Acme</td><td>51%</td></tr></table>",
    *("&nbsp;", "&#37;", "<p>", "</p>", "'''"),
)


@pytest.mark.parametrize("media_type", PARSERS)
@settings(deadline=None, max_examples=60)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_every_share_and_date_of_a_text_has_exactly_one_fate(media_type, pieces):
    text = "The talks of 1999\n" + " ".join(pieces)
    raw = RawDocument("d", text, "0" * 64, media_type)
    try:
        document = parse(raw)
    except InputError:
        return  # the answers of an interface, which are no text
    marks = [fate.mark for fate in fates(read_records([raw]))]
    places = [(mark.start, mark.end, mark.kind) for mark in marks]
    assert len(places) == len(set(places))
    assert all(text[mark.start : mark.end] == mark.quote for mark in marks)
    proses = [p.prose for p in (*document.paragraphs, *table_paragraphs(document))]
    proses += [line.prose for line in document.headings]
    proses += [document.title.prose] if document.title else []
    for prose in proses:
        for kind, find in (("share", find_shares), ("date", find_dates)):
            for mention in find(prose.text):
                assert (*prose.raw_span(mention.start, mention.end), kind) in places


@pytest.mark.parametrize("media_type", [kind for kind in PARSERS if kind != "application/json"])
def test_numbers_of_every_format_are_found(media_type):
    raw = RawDocument("d", "Lake talks\nIn May 2001, 52% agreed.\n", "0" * 64, media_type)
    assert [fate.mark.quote for fate in fates(read_records([raw]))] == ["May 2001", "52%"]
