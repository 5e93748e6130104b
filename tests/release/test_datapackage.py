import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system
from jsonschema import Draft7Validator
from release_samples import sample_tables

from pipeline.release.content import release_files
from pipeline.release.datapackage import datapackage, table_schemas
from pipeline.release.table_schema import current_schemas
from pipeline.release.version import FIRST
from schemas.registry import TABLES

PROFILE = Path(__file__).parents[1] / "data/profiles/datapackage-2.0.json"


def descriptor(release: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((release / "datapackage.json").read_text("utf-8"))
    return loaded


def errors(descriptor: dict[str, Any]) -> list[str]:
    profile = json.loads(PROFILE.read_text("utf-8"))
    Draft7Validator.check_schema(profile)
    return [error.json_path for error in Draft7Validator(profile).iter_errors(descriptor)]


def test_the_descriptor_conforms_to_the_published_profile(release: Path) -> None:
    assert errors(descriptor(release)) == []


def test_the_profile_can_fail(release: Path) -> None:
    broken = descriptor(release)
    broken["resources"][0]["path"] = "/etc/passwd"
    broken["licenses"] = []
    assert errors(broken)


def test_frictionless_validates_the_release(release: Path) -> None:
    with system.use_context(trusted=False):
        report = Package(str(release / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == 2 * len(TABLES)


def altered_copy(release: Path, folder: Path, file: str, data: bytes, *, keep: bool) -> Path:
    """A copy with one file altered; the descriptor keeps or loses its sizes and hashes."""
    for original in release.iterdir():
        (folder / original.name).write_bytes(original.read_bytes())
    (folder / file).write_bytes(data)
    package = descriptor(release)
    for resource in [] if keep else package["resources"]:
        del resource["bytes"], resource["hash"]
    (folder / "datapackage.json").write_text(json.dumps(package))
    return folder / "datapackage.json"


def test_frictionless_finds_a_broken_reference(release: Path, tmp_path: Path) -> None:
    orphan = b"talk_id,party,country_code,role\nx,y,,host\n"
    package = altered_copy(release, tmp_path, "talk_parties.csv", orphan, keep=False)
    assert [e[0] for e in Package(str(package)).validate().flatten(["type"])] == ["foreign-key"]


@pytest.mark.parametrize("file", ["talks.parquet", "talks.csv"])
def test_frictionless_finds_an_altered_file(release: Path, tmp_path: Path, file: str) -> None:
    data = (release / file).read_bytes() + b"\n"
    package = altered_copy(release, tmp_path, file, data, keep=True)
    found = {error[0] for error in Package(str(package)).validate().flatten(["type"])}
    assert {"byte-count", "hash-count"} <= found


def test_every_table_is_described_twice(release: Path) -> None:
    resources = {r["path"]: r for r in descriptor(release)["resources"]}
    assert set(resources) == {f"{n}{s}" for n in TABLES for s in (".csv", ".parquet")}
    for path, resource in resources.items():
        assert resource["bytes"] == (release / path).stat().st_size
        assert resource["description"]


def test_the_schemas_in_it_are_those_of_the_models(release: Path) -> None:
    assert table_schemas(descriptor(release)) == current_schemas()


def test_constraints_units_and_keys_come_from_the_models() -> None:
    schemas = current_schemas()
    fields = {f["name"]: f for f in schemas["poll_results"]["fields"]}
    assert fields["percent_low"] == {
        "name": "percent_low",
        "type": "number",
        "description": "The share, or the lower end of a range of shares.",
        "unit": "percent",
        "constraints": {"required": True, "minimum": 0, "maximum": 100},
    }
    assert fields["country_code"]["constraints"] == {"pattern": "^[A-Z]{3}$"}
    assert fields["result_id"]["constraints"]["unique"] is True
    assert "exact" in fields["percent_qualifier"]["constraints"]["enum"]
    assert schemas["poll_results"]["foreignKeys"] == [
        {"fields": ["poll_id"], "reference": {"resource": "polls", "fields": ["poll_id"]}}
    ]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://encyclopedia.example/wiki/X", "https://encyclopedia.example/wiki/X"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_sources_are_the_documents_and_link_to_the_web_only(
    url: str | None, path: str | None
) -> None:
    tables = sample_tables(lambda rows: rows["documents"][0].update(url=url, title=None))
    files = release_files(tables, FIRST, (), None, code_version="0")
    package = datapackage(tables, FIRST, files)
    (source,) = package["sources"]
    assert source.get("path") == path
    assert source["title"] == "lake-dispute"
    assert source["version"] == "1234567"
    assert errors(package) == []
