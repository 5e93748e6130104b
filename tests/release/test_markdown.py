import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.release.markdown import code, escaped, link, shortened, table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "`plain`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("a\n# b", "`a # b`"),
        ("", "` `"),
        ("```", "```` ``` ````"),
    ],
)
def test_code_spans_hold_anything(text: str, expected: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b & c", r"a \< b \& c"),
        ("[x](y)", r"\[x\](y)"),
        ("# a\r\n- b", r"\# a - b"),
        ("snake_case *and* `code`", r"snake\_case \*and\* \`code\`"),
    ],
)
def test_running_text_says_just_what_it_says(text: str, expected: str) -> None:
    assert escaped(text) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://x.example/a_b", "<https://x.example/a_b>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://x.example/> <script>", r"https://x.example/\> \<script\>"),
        ("", ""),
    ],
)
def test_only_web_addresses_are_links(address: str, expected: str) -> None:
    assert link(address) == expected


@given(st.text(), st.integers(1, 50))
def test_shortened_text_is_one_line_of_the_width(text: str, width: int) -> None:
    short = shortened(text, width)
    assert len(short) <= width
    assert len(short.splitlines()) <= 1


def test_a_table_has_one_row_a_line() -> None:
    assert table(("A", "B"), [("x|y", "1")], numeric=(1,)) == (
        "| A | B |\n| --- | ---: |\n| x\\|y | 1 |\n"
    )
