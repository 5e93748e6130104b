"""Names of organisations and the short forms that texts define for them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.names import NAME, expanded_names, organisation

EXPANDED = {
    "a poll by the Bamako Institute of Opinion (BIO) found": {"BIO": "Bamako Institute of Opinion"},
    "BIO (Bamako Institute of Opinion) asked": {"BIO": "Bamako Institute of Opinion"},
    "BIO (the Bamako Institute of Opinion) asked": {"BIO": "Bamako Institute of Opinion"},
    "the Ministry of Defence (MoD)": {"MoD": "Ministry of Defence"},
    "the Ministry of Defence (MD)": {"MD": "Ministry of Defence"},
    "Research & Branding (R&B)": {"R&B": "Research & Branding"},
    "Research & Branding (RB)": {"RB": "Research & Branding"},
    "In May the United Nations (UN)": {"UN": "United Nations"},
    "the Pan-African Survey Unit (PASU)": {"PASU": "Pan-African Survey Unit"},
    "the Centre for Social Research (C.S.R.)": {"C.S.R.": "Centre for Social Research"},
    "Baltic Opinion (BO) and Oslo Data (OD)": {"BO": "Baltic Opinion", "OD": "Oslo Data"},
    "Baltic Opinion (BO), later Berlin Office (BO)": {"BO": "Baltic Opinion"},
    "Mali Research Center (Bamako)": {},
    "Russian Opinion Centre (VCIOM)": {},
    "a private panel (PP) was asked": {},
    "the Panel (P)": {},
    "Baltic Opinion. It (BOI) asked": {},
    "(BO) Baltic Opinion": {},
    "no brackets at all": {},
    "": {},
}
ORGANISATIONS = {
    "The Gallup Organization": "Gallup Organization",
    "A May 1971 Sifo Poll": "Sifo",
    "Guardian's": "Guardian",
    "Guardian’s": "Guardian",
    "USA Today/Gallup": "USA Today/Gallup",
    "Survation for the Daily Mirror": "Survation",
    "Institute for Social Studies": "Institute for Social Studies",
    "Demoskop June": "Demoskop",
    "While Gallup": "Gallup",
    "Kyiv-based Rating": "Rating",
    "Canadian": None,
    "Iceland": None,
    "Democratic": None,
    "May": None,
    "The": None,
    "The New": None,
}


@pytest.mark.parametrize(("text", "names"), EXPANDED.items())
def test_expanded_names(text: str, names: dict[str, str]) -> None:
    assert expanded_names(text) == names


@pytest.mark.parametrize(("text", "name"), ORGANISATIONS.items())
def test_organisation(text: str, name: str | None) -> None:
    span = organisation(text, 0, len(text))
    assert (None if span is None else text[slice(*span)]) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("asked by Gallup and the BBC yesterday", ["Gallup and the BBC"]),
        ("from McGill to O'Brien", ["McGill", "O'Brien"]),
        ("the U.S. Census Bureau of Statistics", ["U.S. Census Bureau of Statistics"]),
        ("USA Today/Gallup and N.O.R.C. polls", ["USA Today/Gallup and N.O.R.C."]),
        ("Łódź, Århus and Évian", ["Łódź", "Århus and Évian"]),
        ("no names in lowerCase", []),
    ],
)
def test_name(text: str, names: list[str]) -> None:
    assert [match.group() for match in re.finditer(NAME, text)] == names


PIECES = st.sampled_from(
    "Aa of the (AO) BB ( ) (Aa Bb) A.B. İ ß - / – & for ’s May é (A&B)".split()
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "  "])), max_size=20).map(
    lambda parts: "".join(piece + separator for piece, separator in parts)
)


@given(TEXTS | st.text(max_size=100))
def test_any_text(text: str) -> None:
    for short, full in expanded_names(text).items():
        assert short in text
        assert full in text
    span = organisation(text, 0, len(text))
    assert span is None or 0 <= span[0] < span[1] <= len(text)
