"""What is built to fill memory or to nest without end stays small."""

import pytest
from html_checks import check, read

from pipeline.documents.html.tree import elements, parse_tree

HOSTILE = '<td rowspan="65535" colspan="1000">x</td>'


def test_spans_cannot_fill_memory():
    rows = f"<tr>{HOSTILE}</tr>" * 2000
    (table,) = read(f'<table class="wikitable">{rows}</table>').tables
    assert sum(map(len, table.rows)) <= 500_000


def test_many_columns_in_many_rows_cannot_fill_memory():
    html = f'<table class="wikitable"><tr>{"<td>x" * 600}{"<tr><td>y" * 3000}</table>'
    (table,) = read(html).tables
    assert len(table.rows[0]) == 500
    assert sum(map(len, table.rows)) <= 500_000


@pytest.mark.parametrize(
    "tag", ["div", "b", "table><tr><td", "ul><li", "sup class=reference", "h2"]
)
def test_nesting_without_end(tag):
    html = f"<p>First.</p>{f'<{tag}>' * 5000}text"
    document = read(html)
    check(document)
    assert document.paragraphs[0].prose.text == "First."


def test_deeply_nested_elements_become_siblings():
    page = elements(parse_tree("<div>" * 300))
    assert len(page) == 301
    assert len(page[100].children) == 200


@pytest.mark.parametrize(
    "unit", ["<!--", "<a ", "<a b='", "<![CDATA[", "</a ", "<script>", "&#", "<table>", "<sup>"]
)
def test_markup_without_end(unit):
    check(read(f"<p>First.</p>{unit * 2000}"))
