from datetime import UTC, datetime

import pytest

from pipeline.errors import InputError
from pipeline.raw.manifest import Manifest, ManifestEntry, read_manifest

SHA256 = "0123456789abcdef" * 4
VALUES = {
    "file": '"talks.txt"',
    "title": '"The Harbour talks"',
    "url": '"https://example.org/wiki/The_Harbour_talks"',
    "retrieved_at": "2020-01-31",
    "licence": '"CC-BY-SA-4.0"',
    "attribution": '"The writers of the Harbour"',
    "sha256": f'"{SHA256}"',
}


def block(**changes):
    values = {**VALUES, **changes}
    return "[[document]]\n" + "".join(f"{k} = {v}\n" for k, v in values.items() if v is not None)


def read(tmp_path, text, max_bytes=10_000):
    path = tmp_path / "manifest.toml"
    path.write_text(text, encoding="utf-8")
    return read_manifest(path, max_bytes)


def test_entry_with_all_keys(tmp_path):
    manifest = read(tmp_path, block(revision_id='"1234"'))
    assert manifest == Manifest(
        tmp_path / "manifest.toml",
        {
            "talks.txt": ManifestEntry(
                file="talks.txt",
                title="The Harbour talks",
                url="https://example.org/wiki/The_Harbour_talks",
                retrieved_at=datetime(2020, 1, 31, tzinfo=UTC),
                licence="CC-BY-SA-4.0",
                attribution="The writers of the Harbour",
                sha256=SHA256,
                revision_id="1234",
            )
        },
    )


def test_revision_may_be_unknown(tmp_path):
    assert read(tmp_path, block()).entries["talks.txt"].revision_id is None


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2020-01-31", datetime(2020, 1, 31, tzinfo=UTC)),
        ("2020-01-31T12:00:00Z", datetime(2020, 1, 31, 12, tzinfo=UTC)),
        ("2020-01-31T23:30:00-02:00", datetime(2020, 2, 1, 1, 30, tzinfo=UTC)),
    ],
)
def test_date_or_time_received(tmp_path, written, instant):
    entry = read(tmp_path, block(retrieved_at=written)).entries["talks.txt"]
    assert entry.retrieved_at == instant
    assert entry.retrieved_at.tzinfo is UTC


def test_no_document_is_an_empty_manifest(tmp_path):
    assert read(tmp_path, "# nothing yet\n").entries == {}


def test_path_below_the_folder_is_normalised(tmp_path):
    assert set(read(tmp_path, block(file='"./north/talks.txt"')).entries) == {"north/talks.txt"}


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        pytest.param("[[document]\n", "not valid TOML", "Correct", id="syntax"),
        pytest.param("a = " + "[" * 9_000, "not valid TOML", "Correct", id="deep nesting"),
        pytest.param("a = " + "1" * 9_000, "not valid TOML", "Correct", id="huge number"),
        pytest.param(block(retrieved_at="2020-02-30"), "not valid TOML", "Correct", id="30 Feb"),
        pytest.param("a" * 10_001, "limit of 10,000 bytes", "", id="too large"),
        pytest.param("colour = 1\n", "(unknown: 'colour')", "[[document]]", id="unknown table"),
        pytest.param("document = 1\n", "other than [[document]]", "[[document]]", id="no tables"),
        pytest.param("document = [1]\n", "other than [[document]]", "[[document]]", id="no table"),
        pytest.param(block(colour="1"), "unknown key 'colour'", "spelling", id="unknown key"),
        pytest.param(block(url=None, sha256=None), "lacks url, sha256", "Add", id="missing keys"),
        pytest.param(block(title="1"), "title is 1, not a line of text", 'title = "…"', id="type"),
        pytest.param(block(title='" "'), "title is ' '", 'title = "…"', id="blank"),
        pytest.param(block(title='"a\\nb"'), "title is 'a\\nb'", 'title = "…"', id="two lines"),
        pytest.param(block(revision_id="12"), "revision_id is 12", "in quotes", id="revision"),
        pytest.param(block(url='"talks"'), "url is 'talks'", "http(s)", id="address"),
        pytest.param(block(licence='"as you like"'), "licence is", "SPDX", id="licence"),
        pytest.param(block(sha256='"12"'), "sha256 is '12'", "64 hexadecimal", id="hash"),
        pytest.param(
            block(retrieved_at='"2020-01-31"'),
            "retrieved_at is '2020-01-31'",
            "without quotes",
            id="date in quotes",
        ),
        pytest.param(
            block(retrieved_at="2020-01-31T12:00:00"), "offset from UTC", "Z", id="no offset"
        ),
        pytest.param(
            block(retrieved_at="0001-01-01T00:00:00+12:00"), "0001-01-01", "Z", id="before year 1"
        ),
        pytest.param(block() * 2, "lists 'talks.txt' twice", "Remove one", id="twice"),
        pytest.param(
            block() + block(file='"./talks.txt"'), "lists 'talks.txt' twice", "Remove", id="same"
        ),
        pytest.param(block(file='"/etc/talks.txt"'), "leads out", "Copy", id="absolute"),
        pytest.param(block(file='"../talks.txt"'), "leads out", "Copy", id="parent"),
        pytest.param(block(file='"a/../../talks.txt"'), "leads out", "Copy", id="hidden parent"),
        pytest.param(block(file='"a\\u0000b.txt"'), "not a line of text", "quotes", id="NUL"),
    ],
)
def test_wrong_manifest_is_refused(tmp_path, text, message, hint):
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert str(tmp_path / "manifest.toml") in caught.value.message
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_manifest_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "manifest.toml"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(InputError, match="not valid TOML"):
        read_manifest(path, 100)


def test_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "outside.txt").write_text("Secret")
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "talks.txt").symlink_to(tmp_path / "outside.txt")
    with pytest.raises(InputError, match=r"'talks\.txt' leads out of the folder"):
        read(folder, block())


def test_link_in_a_circle_is_refused(tmp_path):
    (tmp_path / "talks.txt").symlink_to(tmp_path / "talks.txt")
    with pytest.raises(InputError) as caught:
        read(tmp_path, block()).entry(tmp_path / "talks.txt", "f" * 64)
    assert "talks.txt" in caught.value.message


def test_link_within_the_folder_is_fine(tmp_path):
    (tmp_path / "real.txt").write_text("Talks")
    (tmp_path / "talks.txt").symlink_to("real.txt")
    assert set(read(tmp_path, block()).entries) == {"talks.txt"}
