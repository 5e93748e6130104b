import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument


def read(text):
    return parse(RawDocument("case", text, "0" * 64))


def grid(table):
    return [
        [None if cell is None else cell.paragraph.prose.text for cell in row] for row in table.rows
    ]


ARTICLE = """\
The Harbour talks
Polls
Pollster\tDate\tYes\tNo
Gallery[1]\t4–5 May 1901\t40%\t60%
Alder[2][a]\tJune 1901\t45%
They were few.
"""


def test_table_among_paragraphs():
    document = read(ARTICLE)
    assert document.name == "The Harbour talks"
    assert [h.text for h in document.headings] == ["Polls"]
    assert [p.text for p in document.paragraphs] == ["They were few."]
    (table,) = document.tables
    assert table.headings == ("Polls",)
    assert table.caption is None
    assert table.text == ARTICLE[ARTICLE.index("Pollster") : ARTICLE.index("\nThey")]
    assert grid(table) == [
        ["Pollster", "Date", "Yes", "No"],
        ["Gallery", "4–5 May 1901", "40%", "60%"],
        ["Alder", "June 1901", "45%", None],
    ]


def test_first_row_is_the_header():
    (table,) = read(ARTICLE).tables
    assert [[cell.is_header for cell in row if cell] for row in table.rows] == [
        [True] * 4,
        [False] * 4,
        [False] * 3,
    ]


def test_marks_are_footnotes_of_their_cells():
    (table,) = read(ARTICLE).tables
    cells = [row[0] for row in table.rows]
    assert [[n.key for n in cell.paragraph.footnotes] for cell in cells if cell] == [
        [],
        ["1"],
        ["2", "a"],
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n\n", " \n \n"])
def test_line_ends_and_blank_lines_make_no_difference(line_end):
    (table,) = read(ARTICLE.replace("\n", line_end)).tables
    assert grid(table) == grid(read(ARTICLE).tables[0])


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["\tYes\tNo", "Alder\t40\t60"], [["", "Yes", "No"], ["Alder", "40", "60"]]),
        (["a\tb\tc", "d\t\tf"], [["a", "b", "c"], ["d", "", "f"]]),
        (["a \t b\u00a0\tc", " d\te\tf "], [["a", "b", "c"], ["d", "e", "f"]]),
        (["Pollster\tYes", "Alder\t40%"], [["Pollster", "Yes"], ["Alder", "40%"]]),
        (["a\tb\tc", "d\te", "f\tg\th"], [["a", "b", "c"], ["d", "e", None], ["f", "g", "h"]]),
    ],
)
def test_shapes_of_tables(lines, rows):
    document = read("\n".join(["Title", *lines]))
    assert [grid(table) for table in document.tables] == [rows]
    assert document.paragraphs == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["They met.\tThey left."],
        ["A single row\tof two cells", "They met."],
        ["One\ttwo\tthree"],
        ["1.\tThey met in May.", "2.\tThey left in June."],
        ["•\tThey met.", "•\tThey left."],
        ["(a)\tThey met.", "(b)\tThey left."],
        ["They met.\t" + "It was long." * 9, "They left.\tIt was short."],
        ["They met.\t.", "They left.\t."],
        ["Alder\t40%", "They met.", "Gallery\t41%"],
    ],
)
def test_other_lines_with_tabs_are_paragraphs(lines):
    document = read("\n".join(["Title", *lines]))
    assert document.tables == ()
    assert [p.text for p in document.paragraphs] == lines


def test_text_that_begins_with_a_table_has_no_title():
    document = read("Pollster\tYes\tNo\nAlder\t40\t60\nThey met.")
    assert document.title is None
    assert len(document.tables) == 1


def test_row_with_a_link_for_editing_is_no_heading():
    document = read("Title\na\tb\t[edit]\nc\td\te\nThey met.")
    assert document.headings == ()
    assert len(document.tables) == 1


def test_two_tables_with_text_between():
    document = read("Title\na\tb\tc\nd\te\tf\nThey met.\ng\th\ti\nj\tk\tl")
    assert [grid(table)[0] for table in document.tables] == [["a", "b", "c"], ["g", "h", "i"]]


LINES = st.lists(
    st.lists(
        st.sampled_from(["40%", "May 1901", "[1]", "x[2]", " ", "", "\u2009"]), max_size=5
    ).map("\t".join)
    | st.sampled_from(["They met.", "Polls", "A\tB\tC\tD"]),
    max_size=12,
)


@given(LINES)
def test_offsets_are_true_and_no_text_is_lost(lines):
    text = "\n".join(lines)
    document = read(text)
    left = list(text)
    title = [document.title] if document.title else []
    for block in (*title, *document.headings, *document.paragraphs, *document.tables):
        assert text[block.start : block.end] == block.text
        left[block.start : block.end] = " " * (block.end - block.start)
    assert "".join(left).strip() == ""
    for table in document.tables:
        assert len({len(row) for row in table.rows}) == 1
        inner = list(table.text)
        position = table.start
        for row in table.rows:
            for cell in filter(None, row):
                start, end = cell.paragraph.start, cell.paragraph.end
                assert position <= start <= end <= table.end
                assert text[start:end] == cell.paragraph.text
                inner[start - table.start : end - table.start] = " " * (end - start)
                position = end
        assert "".join(inner).strip() == ""
