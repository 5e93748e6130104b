import hashlib
import os
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.raw.model import RawDocument
from pipeline.raw.read import read_raw
from pipeline.settings import Settings

TEXT = "The Harbour talks\nThey failed.\n"
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()


def entry(file, sha256=SHA256):
    return f"""
[[document]]
file = "{file}"
title = "The Harbour talks"
url = "https://example.org/wiki/The_Harbour_talks"
revision_id = "1234"
retrieved_at = 2020-01-31
licence = "CC-BY-SA-4.0"
attribution = "The writers of the Harbour"
sha256 = "{sha256}"
"""


def write(path, content=TEXT):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*paths, **limits):
    return read_raw(paths, Settings(**limits))


def ids(*paths):
    return [document.document_id for document in read(*paths)]


def refused(*paths, **limits):
    with pytest.raises(InputError) as caught:
        read(*paths, **limits)
    return caught.value


class TestWhatIsRead:
    def test_file_without_a_manifest(self, tmp_path):
        (document,) = read(write(tmp_path / "talks.txt"))
        assert document == RawDocument("talks", TEXT, SHA256)

    def test_folder_with_a_manifest(self, tmp_path):
        write(tmp_path / "talks.txt")
        write(tmp_path / "manifest.toml", entry("talks.txt"))
        expected = RawDocument(
            "talks",
            TEXT,
            SHA256,
            "text/plain",
            title="The Harbour talks",
            url="https://example.org/wiki/The_Harbour_talks",
            revision_id="1234",
            retrieved_at=datetime(2020, 1, 31, tzinfo=UTC),
            licence="CC-BY-SA-4.0",
            attribution="The writers of the Harbour",
        )
        assert read(tmp_path) == (expected,)
        assert read(tmp_path / "talks.txt") == (expected,)

    def test_sorted_by_id_from_files_and_folders(self, tmp_path):
        for name in ("c.txt", "north/a.txt", "north/far/d.txt", "b.TXT"):
            write(tmp_path / "raw" / name)
        other = write(tmp_path / "aa.txt")
        assert ids(tmp_path / "raw", other) == ["a", "aa", "b", "c", "d"]

    def test_what_lies_beside_documents(self, tmp_path):
        for name in ("a.txt", "README.md", ".hidden", ".git/config"):
            write(tmp_path / name)
        assert ids(tmp_path) == ["a"]

    def test_same_file_twice_is_read_once(self, tmp_path):
        path = write(tmp_path / "a.txt")
        assert ids(tmp_path, path, path) == ["a"]

    @pytest.mark.parametrize("name", ["Šibenik talks (1901)", "No. 5", "a'b\"c", "講和"])
    def test_any_name_that_can_be_printed(self, tmp_path, name):
        write(tmp_path / f"{name}.txt")
        assert ids(tmp_path) == [name]

    @pytest.mark.parametrize("text", ["a\r\nb\rc\n", "\ufeffa\n", "a\u2028b\x0cc", "İ 😀\n", "x"])
    def test_text_is_that_of_the_bytes(self, tmp_path, text):
        (document,) = read(write(tmp_path / "a.txt", text))
        assert document.text == text
        assert document.sha256 == hashlib.sha256(text.encode()).hexdigest()

    def test_nearest_manifest_speaks_for_a_file(self, tmp_path):
        for name in ("a.txt", "north/b.txt", "north/far/c.txt"):
            write(tmp_path / name)
        write(tmp_path / "manifest.toml", entry("a.txt"))
        write(tmp_path / "north/manifest.toml", entry("b.txt") + entry("far/c.txt"))
        assert [document.title for document in read(tmp_path)] == ["The Harbour talks"] * 3

    def test_file_of_exactly_the_limit(self, tmp_path):
        assert len(read(write(tmp_path / "a.txt"), max_file_bytes=len(TEXT))) == 1


class TestManifestThatDoesNotMatch:
    def test_changed_file(self, tmp_path):
        write(tmp_path / "talks.txt", TEXT + "!")
        write(tmp_path / "manifest.toml", entry("talks.txt"))
        found = hashlib.sha256((TEXT + "!").encode()).hexdigest()
        for path in (tmp_path, tmp_path / "talks.txt"):
            error = refused(path)
            assert f"{tmp_path / 'talks.txt'}: changed" in error.message
            assert f"expected {SHA256}, found {found}" in error.message
            assert "Restore the file" in error.hint
            assert "update its sha256" in error.hint

    def test_listed_file_is_missing(self, tmp_path):
        write(tmp_path / "talks.txt")
        write(tmp_path / "manifest.toml", entry("talks.txt") + entry("north/more.txt"))
        error = refused(tmp_path)
        assert "lists north/more.txt, but there is no such document" in error.message
        assert "remove its [[document]]" in error.hint

    def test_all_listed_files_are_missing(self, tmp_path):
        write(tmp_path / "manifest.toml", entry("talks.txt"))
        assert "lists talks.txt" in refused(tmp_path).message

    @pytest.mark.parametrize("name", ['mo"re\\.txt', "north/more.txt", "ﬁsh.txt"])
    def test_unlisted_file_and_the_block_to_paste(self, tmp_path, name):
        write(tmp_path / "talks.txt")
        write(tmp_path / "manifest.toml", entry("talks.txt"))
        write(tmp_path / name)
        error = refused(tmp_path)
        assert f"{tmp_path / name}: not listed in {tmp_path / 'manifest.toml'}" in error.message
        block = error.hint.partition("\n\n")[2]
        filled = block.replace("retrieved_at =", "retrieved_at = 2020-01-31")
        (table,) = tomllib.loads(filled)["document"]
        assert (table["file"], table["sha256"]) == (name, SHA256)

    def test_pasted_block_with_blanks_is_not_enough(self, tmp_path):
        write(tmp_path / "talks.txt")
        write(tmp_path / "manifest.toml", "# empty\n")
        block = refused(tmp_path).hint.partition("\n\n")[2]
        write(tmp_path / "manifest.toml", block)
        assert "not valid TOML" in refused(tmp_path).message


class TestWhatIsRefused:
    def test_nothing(self):
        assert "nothing to read" in refused().message

    def test_missing_folder(self, tmp_path):
        error = refused(tmp_path / "rwa")
        assert f"{tmp_path / 'rwa'}: There is no such file or folder" in error.message
        assert "spelling" in error.hint

    def test_folder_without_documents(self, tmp_path):
        write(tmp_path / "README.md")
        error = refused(tmp_path)
        assert "no document in this folder" in error.message
        assert ".txt" in error.hint

    @pytest.mark.parametrize("name", ["talks.pdf", "talks", "talks.txt~", "Thumbs.db"])
    def test_other_formats(self, tmp_path, name):
        path = write(tmp_path / name)
        for given in (path, tmp_path):
            error = refused(given)
            assert f"{path}: this kind of file cannot be read" in error.message
            assert "Documents end in .txt" in error.hint

    @pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", "\u00a0".encode()])
    def test_empty_file(self, tmp_path, content):
        path = write(tmp_path / "a.txt", content)
        error = refused(path)
        assert f"{path}: empty, or nothing but white space" in error.message
        assert "Put the text" in error.hint

    @pytest.mark.parametrize(
        ("content", "where"),
        [
            (b"caf\xe9 talks", "byte 0xe9 at offset 3"),
            ("talks".encode("utf-16"), "byte 0xff at offset 0"),
            (b"cut off \xe2\x80", "byte 0xe2 at offset 8"),
            (b"surrogate \xed\xa0\x80", "byte 0xed at offset 10"),
        ],
    )
    def test_bytes_that_are_no_utf8(self, tmp_path, content, where):
        path = write(tmp_path / "a.txt", content)
        error = refused(path)
        assert f"{path}: not UTF-8 text ({where})" in error.message
        assert "UTF-8" in error.hint

    def test_nul_bytes(self, tmp_path):
        error = refused(write(tmp_path / "a.txt", b"Talks\0"))
        assert "NUL byte at offset 5" in error.message
        assert "damaged" in error.hint

    def test_file_over_the_limit(self, tmp_path):
        error = refused(write(tmp_path / "a.txt", "x" * 1001), max_file_bytes=1000)
        assert "larger than the limit of 1,000 bytes" in error.message
        assert "split" in error.hint

    def test_file_that_may_not_be_read(self, tmp_path, monkeypatch):
        path = write(tmp_path / "a.txt")

        def deny(self, *args):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", deny)
        error = refused(path)
        assert f"{path}: cannot be read (Permission denied)" in error.message
        assert "Check that you may read it" in error.hint

    def test_folder_that_may_not_be_read(self, tmp_path, monkeypatch):
        def deny(self):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "iterdir", deny)
        assert "cannot be read (Permission denied)" in refused(tmp_path).message

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
    @pytest.mark.parametrize("name", ["a.txt", "manifest.toml"])
    def test_pipe(self, tmp_path, name):
        write(tmp_path / "b.txt")
        os.mkfifo(tmp_path / name)
        error = refused(tmp_path)
        assert f"{tmp_path / name}: neither a file nor a folder" in error.message
        assert "regular file" in error.hint

    def test_device(self):
        assert "neither a file nor a folder" in refused(Path(os.devnull)).message

    def test_folder_in_place_of_a_manifest(self, tmp_path):
        (tmp_path / "manifest.toml").mkdir()
        write(tmp_path / "a.txt")
        assert f"{tmp_path / 'manifest.toml'}: cannot be read" in refused(tmp_path).message

    def test_folder_with_the_ending_of_a_document(self, tmp_path):
        write(tmp_path / "a.txt" / "b.txt")
        assert ids(tmp_path) == ["b"]

    def test_link_in_a_circle(self, tmp_path):
        write(tmp_path / "a.txt")
        (tmp_path / "north").symlink_to(tmp_path, target_is_directory=True)
        error = refused(tmp_path)
        assert f"{tmp_path / 'north'}: the same folder as {tmp_path}" in error.message
        assert error.hint == "Remove the link."

    def test_link_to_itself(self, tmp_path):
        (tmp_path / "a.txt").symlink_to("a.txt")
        assert f"{tmp_path / 'a.txt'}: cannot be read" in refused(tmp_path).message

    def test_link_to_nowhere(self, tmp_path):
        (tmp_path / "a.txt").symlink_to("b.txt")
        assert "This link points nowhere" in refused(tmp_path).message

    def test_two_documents_of_one_name(self, tmp_path):
        first, second = write(tmp_path / "a.txt"), write(tmp_path / "north/a.txt", "Others")
        error = refused(tmp_path)
        assert f"{first} and {second}: two documents would be called 'a'" in error.message
        assert "Rename" in error.hint

    @pytest.mark.parametrize("name", ["a\nb", "a\x1bb", "a\u202eb", "a\u200bb"])
    def test_name_that_cannot_be_printed(self, tmp_path, name):
        write(tmp_path / f"{name}.txt")
        error = refused(tmp_path)
        assert "a character that cannot be printed" in error.message
        assert error.message.splitlines()[0].isprintable()
        assert "Rename" in error.hint
