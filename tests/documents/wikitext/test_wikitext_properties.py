"""Properties that hold for any text whatsoever."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.documents.model import Document, Paragraph
from pipeline.documents.parse import parse
from pipeline.documents.wikitext.templates import ACTIONS
from pipeline.raw.model import RawDocument

PIECES = (
    "The talks", " failed", ".", " ", "  ", "\n", "\n\n", "\r\n", "\t", "İ", "ß", "😀", "\u0301",
    "\u00a0", "\u2028", "\x85", "\x1c", "\x00", "\ufeff", "[[", "]]", "[[a|b]]", "[[a (b)|]]", "|",
    "[[File:a|", "[[:", "{{", "}}", "{", "}", "{{{", "}}}", "{{nowrap|", "{{efn|", "{{date|",
    "{{percentage|1|3}}", "{{sfn|a|2000}}", "{{r|a|b}}", "{{quote|", "{{ubl|", "{{convert|",
    "{{cite web|title=", "{{reflist|refs=", "{{#if:", "{{#tag:ref|", "{{start date|", "2=", "1=",
    "=", "==", "== ", " ==", "'", "''", "'''", "'''''", "<ref>", "</ref>", "<ref name=a>",
    "<ref name=a />", "<ref", "<references>", "</references>", "<nowiki>", "</nowiki>", "<pre>",
    "</pre>", "<!--", "-->", "<br>", "<p>", "</p>", "<span style=display:none>", "</span>", "<",
    ">", "&nbsp;", "&amp;", "&#10;", "&", ";", "*", "#", ":", "\n* ", "\n {|", "\n{|", "\n|-",
    "\n|}", "\n|+", "\n|", "\n!", "||", "!!", " rowspan=2 | ", " colspan=3 | ", "----",
    "[http://a.b ", "]", "[", "__TOC__", "45%", "1901", "U.S.",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map("".join)


def parsed(text: str) -> Document:
    return parse(RawDocument("any", text, "0" * 64, "text/x-wiki"))


def all_paragraphs(document: Document) -> list[Paragraph]:
    found = list(document.paragraphs)
    for table in document.tables:
        found += [table.caption] if table.caption else []
        cells = {id(cell): cell for row in table.rows for cell in row if cell}
        found += [cell.paragraph for cell in cells.values()]
    return found


@settings(max_examples=400)
@given(TEXTS)
@example("{{quote|a\n\nb}}c[[d|")
@example("\ufeff{|\n|a<ref>b</ref>||c\n")
@example("{{ubl|2=a|b|c}}")
def test_every_piece_is_verbatim_and_in_order(text):
    document = parsed(text)
    pieces = [*document.headings, *document.tables, *document.citations]
    for paragraph in all_paragraphs(document):
        pieces += [paragraph, *paragraph.footnotes]
        for sentence in paragraph.sentences:
            shown = paragraph.prose.text[sentence.prose_start : sentence.prose_end]
            assert sentence.text == shown
        # Two sentences may come from one template as a whole; else each begins behind the other.
        for inner in (paragraph.sentences, paragraph.footnotes):
            starts = [piece.start for piece in inner]
            assert starts == sorted(starts)
            assert all(paragraph.start <= i.start < i.end <= paragraph.end for i in inner)
        offsets = [note.prose_offset for note in paragraph.footnotes]
        assert offsets == sorted(offsets)
        assert all(0 <= offset <= len(paragraph.prose.text) for offset in offsets)
    assert all(0 <= p.start <= p.end <= len(text) for p in pieces)
    assert all(text[p.start : p.end] == p.text for p in pieces)
    position = 0
    for block in document.paragraphs:
        assert position <= block.start
        position = block.end


@settings(max_examples=400)
@given(TEXTS)
@example("a  {{date|2000-01-01}}  b")
@example("{{ubl|b  |  c}}")
def test_runs_lead_back_to_the_raw_text(text):
    document = parsed(text)
    lines = [heading.prose for heading in document.headings]
    for prose in [paragraph.prose for paragraph in all_paragraphs(document)] + lines:
        starts = [run.prose for run in prose.runs]
        assert starts == sorted(set(starts))
        assert (starts[:1] == [0]) == bool(prose.text)
        position = 0
        for index, character in enumerate(prose.text):
            start, end = prose.raw_span(index, index + 1)
            assert 0 <= start < end <= len(text)
            assert position <= start
            position = start
            run = max((run for run in prose.runs if run.prose <= index), key=lambda run: run.prose)
            if run.raw_end is None:
                assert text[start:end] == character


@settings(max_examples=400)
@given(TEXTS)
def test_white_space_is_single(text):
    for paragraph in all_paragraphs(parsed(text)):
        prose = paragraph.prose.text
        assert prose == prose.strip(" ")
        assert not any(space in prose for space in ("  ", "\n", "\t", "\r"))


@settings(max_examples=400)
@given(TEXTS)
def test_grids_are_even_and_keys_are_cited(text):
    document = parsed(text)
    for table in document.tables:
        assert len({len(row) for row in table.rows}) <= 1
    keys = [citation.key for citation in document.citations]
    assert len(keys) == len(set(keys))


VALUES = (
    "", "0", "00", "1", "13", "31", "2020", "9" * 30, "-5", "−5.50", "1/2", "1e9", ".", "²", "٣",
    "May", "Sept", "M", "20 July 1969", "July 20, 1969", "1969-07-20", "2020-99-99", "year", "yes",
    "dmy", "on", "km", "to", "-", "x", "R", "=", "a=b", "df=yes", "format=iso", "pad=9", "2=3",
    "abbr=on", "alt=x", "''x''", "{{nowrap|x}}", "<ref>x</ref>", "İ",
)  # fmt: skip

PLAIN = st.text(st.characters(exclude_characters="{}[]<|\r\n"), max_size=3)


@settings(max_examples=400)
@given(st.sampled_from(sorted(ACTIONS)), st.lists(st.sampled_from(VALUES) | PLAIN))
@example("percentage", ["9" * 30, "1", "10"])
@example("percentage", ["1", "0." + "0" * 28 + "1", "99"])
@example("death date and age", ["²", "1", "1", "٣", "1", "1"])
def test_templates_take_any_arguments(name, values):
    text = "a {{" + name + "".join(f"|{value}" for value in values) + "}} b"
    prose = "".join(paragraph.prose.text for paragraph in parsed(text).paragraphs)
    assert (prose[:1], prose[-1:]) == ("a", "b")
