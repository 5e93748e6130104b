import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from release_samples import SHA, Rows, sample_tables

from pipeline.release.citation import attribution, citation_cff, licence_text
from pipeline.release.version import FIRST


def test_the_citation_file_validates(release: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema"]
    command += ["--builtin-schema", "vendor.citation-file-format", str(release / "CITATION.cff")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_version_is_text_and_the_date_that_of_the_latest_document() -> None:
    def change(rows: Rows) -> None:
        later = datetime(2025, 6, 1, 23, 59, tzinfo=UTC)
        rows["documents"].append(
            {"document_id": "z", "format": "text/plain", "sha256": SHA, "retrieved_at": later}
        )

    cff = yaml.safe_load(citation_cff(sample_tables(change), FIRST))
    assert cff["version"] == "1.0.0"
    assert cff["date-released"] == "2025-06-01"
    assert cff["license"] == "CC-BY-SA-4.0"
    assert cff["authors"] == [{"name": "The Parley developers"}]


def test_without_dates_of_documents_there_is_no_date() -> None:
    tables = sample_tables(lambda rows: rows["documents"][0].update(retrieved_at=None))
    assert "date-released" not in yaml.safe_load(citation_cff(tables, FIRST))


def test_the_licence_names_its_address() -> None:
    assert "https://creativecommons.org/licenses/by-sa/4.0/legalcode" in licence_text()


def test_every_document_is_credited() -> None:
    text = attribution(sample_tables())
    assert "Contributors to Lake dispute" in text
    assert "<https://encyclopedia.example/wiki/Lake_dispute>" in text
    assert "revision 1234567" in text


@pytest.mark.parametrize("column", ["title", "attribution", "url", "revision_id", "licence"])
def test_hostile_credits_are_plain_text(column: str) -> None:
    hostile = "x\n# <script>alert(1)</script> [a](javascript:b) `c` ![i](j)"
    text = attribution(sample_tables(lambda rows: rows["documents"][0].update({column: hostile})))
    (line,) = [line for line in text.splitlines() if "script" in line]
    assert r"\# \<script\>alert(1)\</script\> \[a\](javascript:b) \`c\` !\[i\](j)" in line
