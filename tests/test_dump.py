"""Reading only the prospects of a page must give what reading all of it gives."""

import tomllib
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from pipeline.dump import read_extractions, read_prospects, read_whole
from pipeline.raw.dumps import DumpPage, read_pages
from pipeline.records.extract import extract
from pipeline.records.model import Extraction

TESTS = Path(__file__).parent
CASES: list[tuple[str, dict[str, Any]]] = [
    (f"{path.stem}: {case['name']}", case)
    for folder in ("talks", "polls")
    for path in sorted((TESTS / "records" / folder).glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
#: What stands before each paragraph: text with footnotes, a table and a template, and no cue.
FILLER = """{{Infobox place
| name = Elm
| built = 1850
}}
The '''place''' has 340 houses.<ref>{{cite web |title=One |url=https://one.example/a}}</ref>

{| class="wikitable"
! Name !! Year
|-
| Elm<ref name="t">In a table</ref> || 1822
|}

The mill burnt down.<ref name="n">Named & defined</ref><ref>Another</ref> {{sfn|Lark|p=3}}

"""


def page(text: str, title: str = "Elm", namespace: int = 0, redirect: str = "") -> DumpPage:
    target = f'<redirect title="{redirect}" />' if redirect else ""
    xml = (
        f"<mediawiki><page><title>{escape(title)}</title><ns>{namespace}</ns><id>7</id>{target}"
        "<revision><id>70</id><timestamp>2024-05-01T00:00:00Z</timestamp>"
        f'<text xml:space="preserve">{escape(text)}</text></revision></page></mediawiki>'
    )
    return next(read_pages([xml.encode()], "test.xml"))


def records(extraction: Extraction) -> list[str]:
    return [repr(record) for record in (*extraction.talks, *extraction.results)]


def both(source: DumpPage) -> tuple[list[str], list[str]]:
    """The records of a page by its prospects, and as a whole."""
    document = read_prospects(source)
    return records(extract(document)) if document else [], records(extract(read_whole(source)))


def test_no_paragraph_of_the_cases_is_lost() -> None:
    lost, read = [], 0
    for name, case in CASES:
        some, whole = both(page(case["text"], case.get("title", "A title")))
        read += len(whole)
        lost += [name] if some != whole else []
    assert read > 350
    assert lost == UNMET


UNMET = ["gatherings: received_the_delegations"]
"""Cases whose words the filter does not know yet."""


@pytest.mark.parametrize("number", [n for n in range(0, len(CASES), 9) if CASES[n][0] not in UNMET])
def test_that_what_stands_around_changes_nothing(number: int) -> None:
    _, case = CASES[number]
    text = f"{FILLER}== Events ==\n{case['text']}<ref name='n' />\n\n{FILLER}"
    some, whole = both(page(text, case.get("title", "A title")))
    assert some == whole


def test_footnotes_and_offsets_are_those_of_the_whole_page() -> None:
    text = f"{FILLER}Peace talks opened in Oslo in May 1993.<ref name='n' /><ref>Last</ref>\n"
    (talk,) = next(read_extractions([page(text)])).talks
    passage = talk.passages[0]
    assert text[passage.start : passage.end] == passage.quote
    # 1 in the text, 2 in the table, 3 to 5 behind the mill, the third of them by a template
    assert passage.citations == ("3", "6")
    document = read_prospects(page(text))
    assert document is not None
    assert {note.key: note.note for note in document.citations}["3"] == "Named & defined"
    assert [paragraph.prose.text for paragraph in document.paragraphs] == [
        "Peace talks opened in Oslo in May 1993."
    ]
    for piece in (*document.paragraphs, *document.citations, *document.headings):
        assert text[piece.start : piece.end] == piece.text


def test_tables_of_polls_are_read() -> None:
    text = (
        f"{FILLER}== Opinion polls ==\n"
        '{| class="wikitable"\n! Polling firm !! Date !! Sample !! Yes !! No\n|-\n'
        "| Elm Institute || 3–5 May 2016 || 1,012 || 46 || 41\n|}\n\n"
        f"== Mills ==\n{FILLER}"
    )
    document = read_prospects(page(text, "Elm referendum"))
    assert document is not None
    assert [table.headings for table in document.tables] == [("Opinion polls",)]
    some, whole = both(page(text, "Elm referendum"))
    assert some == whole


@pytest.mark.parametrize("options", [{"namespace": 10}, {"namespace": 1}, {"redirect": "Talks"}])
def test_what_is_no_article_is_not_read(options: dict[str, Any]) -> None:
    text = "Peace talks opened in Oslo in May 1993."
    assert read_prospects(page(text)) is not None
    assert read_prospects(page(text, **options)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mill was built in 1850 and sold in 1860.",
        "A press conference was held in Oslo in May 1993.",
        "46% of the land is wood.",
        "A study of the mill was printed in 1870.",
        "The mill was surveyed.",
    ],
)
def test_what_tells_nothing_is_not_parsed(text: str) -> None:
    assert read_prospects(page(text)) is None
