"""Names of sides in running text."""

import pytest

from pipeline.records.talks.sides import read_sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Norway, Cuba and the United States met", ["Norway", "Cuba", "United States"]),
        ("the Government of Colombia and the FARC", ["Government of Colombia", "FARC"]),
        ("Tanzanian president Julius Nyerere and", ["Julius Nyerere"]),
        ("the Ugandan government and the Acholi rebels", ["Ugandan government", "Acholi rebels"]),
        ("Palestinian negotiators and Israel", ["Palestinian", "Israel"]),
        ("the king and the bey met at Tlemcen", ["king", "bey"]),
        ("Sudan as well as the African Union", ["Sudan", "African Union"]),
        ("May 1990 in Oslo", []),
        ("both of them", []),
        ("", []),
    ],
)
def test_that_the_sides_of_a_list_are_read(text: str, sides: list[str]) -> None:
    found, end = read_sides(text, 0, len(text))
    assert [side.name for side in found] == sides
    assert 0 <= end <= len(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Government of Colombia", "COL"),
        ("the Colombian government", "COL"),
        ("the Colombian rebels", None),
        ("Tanzanian president Julius Nyerere", "TZA"),
        ("the FARC", None),
        ("Kingdom of Norway", "NOR"),
    ],
)
def test_that_a_side_that_is_a_state_has_its_code(text: str, code: str | None) -> None:
    (side,), _ = read_sides(text, 0, len(text))
    assert side.country_code == code
