import io

from rich.console import Console

from pipeline.cli.console import MAX_ROWS, printable, table


def rendered(*rows: dict[str, str]) -> list[str]:
    stream = io.StringIO()
    Console(file=stream, width=80).print(table("Title", rows))
    return stream.getvalue().splitlines()


def test_control_characters_never_reach_the_terminal():
    assert printable("a\x1b[2Jb\x07\x9bc\ud800\nd") == "a�[2Jb��c�\nd"


def test_text_of_any_script_stays():
    assert printable("Київ – 82% ⟦٪⟧") == "Київ – 82% ⟦٪⟧"


def test_a_row_takes_one_line_and_markup_is_text():
    lines = rendered({"place": "[bold]Oslo", "answer": "word " * 40, "empty": ""})
    assert len(lines) == 3
    assert lines[1].split() == ["place", "answer"]
    assert lines[2].startswith("[bold]Oslo")
    assert lines[2].rstrip().endswith("…")


def test_a_table_without_rows_says_so():
    assert rendered() == ["Title: none"]


def test_of_many_rows_the_first_are_shown_with_the_number_of_the_rest():
    lines = rendered(*({"place": f"place {number}"} for number in range(MAX_ROWS + 7)))
    assert len(lines) == MAX_ROWS + 3
    assert lines[-1].strip() == "… 7 more"
