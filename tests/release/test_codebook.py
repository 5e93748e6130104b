from enum import StrEnum
from pathlib import Path

from pipeline.release.codebook import codebook
from schemas import vocabularies
from schemas.registry import TABLES
from schemas.vocabularies import MEANINGS

DOCS = Path(__file__).parents[2] / "docs" / "codebook.md"


def test_the_codebook_in_the_docs_is_the_present_one() -> None:
    assert DOCS.read_text("utf-8") == codebook(), (
        "run: python -m pipeline.release.codebook > docs/codebook.md"
    )


def test_every_table_and_column_is_in_it_with_its_meaning() -> None:
    text = codebook()
    for name, spec in TABLES.items():
        section = text.split(f"\n### {name}\n")[1].split("\n### ")[0]
        for field in spec.arrow_schema:
            description = field.metadata[b"description"].decode()
            line = next(x for x in section.splitlines() if x.startswith(f"| `{field.name}` |"))
            assert description in line


def test_every_value_of_every_vocabulary_has_a_meaning() -> None:
    classes = {
        value
        for value in vars(vocabularies).values()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    }
    assert classes == set(MEANINGS)
    for vocabulary, meanings in MEANINGS.items():
        assert list(meanings) == list(vocabulary)
        assert all(meanings.values())


def test_tables_of_the_codebook_are_well_formed() -> None:
    for block in codebook().split("\n\n"):
        lines = block.splitlines()
        if lines and lines[0].startswith("| "):
            widths = {line.replace(r"\|", "").count("|") for line in lines if line.startswith("|")}
            assert len(widths) == 1, lines[0]
