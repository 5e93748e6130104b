import pytest

from pipeline.documents.plain_text import parse_plain_text
from pipeline.raw.model import RawDocument


def read(text):
    return parse_plain_text(RawDocument("case", text, "0" * 64))


ARTICLE = """\
The Harbour talks
The talks were long. They failed.[1]

Background
The harbour was full.
It was cold.
Positions
The north
The north wanted fish.
The south (since 1901)
The south wanted peace
"""


def test_title_headings_and_paragraphs():
    document = read(ARTICLE)
    assert document.title is not None
    assert document.title.text == "The Harbour talks"
    assert [heading.text for heading in document.headings] == [
        "Background",
        "Positions",
        "The north",
        "The south (since 1901)",
    ]
    assert [(p.headings, p.prose.text) for p in document.paragraphs] == [
        ((), "The talks were long. They failed."),
        (("Background",), "The harbour was full."),
        (("Background",), "It was cold."),
        (("Positions", "The north"), "The north wanted fish."),
        (("The south (since 1901)",), "The south wanted peace"),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n", "  \n\t\n "])
def test_line_ends_and_blank_lines_make_no_difference(line_end):
    document = read(ARTICLE.replace("\n", line_end))
    assert [p.text for p in document.paragraphs] == [p.text for p in read(ARTICLE).paragraphs]
    assert [h.text for h in document.headings] == [h.text for h in read(ARTICLE).headings]


def test_byte_order_mark_is_no_part_of_the_title():
    document = read("\ufeffThe Harbour talks\nThey failed.")
    assert document.title is not None
    assert (document.title.start, document.title.text) == (1, "The Harbour talks")
    assert document.raw[0] == "\ufeff"


@pytest.mark.parametrize(
    "line",
    [
        "They failed",
        "They failed.",
        ":*They failed",
        "of old, they failed",
    ],
)
def test_last_line_of_a_text_is_a_paragraph(line):
    document = read(f"The Harbour talks\n{line}")
    assert [p.text for p in document.paragraphs] == [line]
    assert document.headings == ()


@pytest.mark.parametrize(
    "line",
    [
        "Background",
        "1901 to 1905",
        "“Fish for peace”",
        "Talks in the U.S.",
        "Élan",
        "Reactions: north and south",
    ],
)
def test_bare_lines_are_headings(line):
    assert [h.text for h in read(f"Title\n{line}\nThey failed.").headings] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "They failed.",
        "They failed.[12]",
        'They called it "a day of peace."',
        "Why did they fail?",
        "The parties were:",
        "and so they failed",
        ":*Members vote more often",
        "* Members",
        "• Members",
        "– Members",
        "Mediator of the north[12]",
        "Gallery\tMay 1901\t45%",
        "A line that is " + "very " * 20 + "long",
    ],
)
def test_other_lines_are_paragraphs(line):
    document = read(f"Title\n{line}\nThey failed.")
    assert document.headings == ()
    assert [p.text for p in document.paragraphs] == [line, "They failed."]


@pytest.mark.parametrize("link", ["[edit]", " [edit]", "[edit source]"])
def test_link_for_editing_marks_a_heading_and_is_left_out(link):
    document = read(f"Title\nWhy did they fail?{link}\nNobody knows.")
    assert [h.text for h in document.headings] == ["Why did they fail?"]


@pytest.mark.parametrize(
    "title", ["Who was he?", "Hooray!", "Alder Inc.", "Moor M.C.", "A. Moor Jr.", "iFish", "45%"]
)
def test_first_line_is_the_title(title):
    document = read(f"{title}\nThey failed.")
    assert document.title is not None
    assert document.title.text == title


@pytest.mark.parametrize(
    "text",
    [
        "The talks failed in 1901.",
        "The talks failed in 1901.\nNobody knew why.",
        "The talks failed " * 20,
        "The talks that were held in the harbour in May " * 3,
    ],
)
def test_text_without_a_title_is_read_as_paragraphs(text):
    document = read(text)
    assert document.title is None
    assert [p.text for p in document.paragraphs] == text.strip().split("\n")


def test_single_short_line_is_a_title():
    document = read("The Harbour talks")
    assert document.title is not None
    assert document.paragraphs == ()


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\t\r\n"])
def test_nothing_comes_of_nothing(text):
    document = read(text)
    assert (document.title, document.headings, document.paragraphs) == (None, (), ())


def test_citations_of_a_passage():
    document = read("Title\nIn May,[1][a] they met.[2] They failed.[3][4] Nobody cared.")
    (paragraph,) = document.paragraphs
    prose = paragraph.prose.text
    assert paragraph.citations(prose.index("May") + 3) == ("1", "a")
    assert paragraph.citations(prose.index("met") + 3) == ("2",)
    assert paragraph.citations(prose.index("failed") + 6) == ("3", "4")
    assert paragraph.citations(prose.index("cared") + 5) == ()


def test_no_more_headings_apply_than_there_are_levels():
    document = read("Title\n" + "North\n" * 20 + "South\nThey failed.")
    assert len(document.headings) == 21
    (paragraph,) = document.paragraphs
    assert paragraph.headings == ("North", "North", "North", "North", "South")
