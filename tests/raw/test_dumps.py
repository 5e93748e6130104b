"""Streaming of dumps: whatever the size of the pieces, damaged or not."""

import bz2
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.raw.dumps import decompressed, read_dump, read_pages, unescape

HEAD = '<mediawiki version="0.11">\n  <siteinfo><sitename>Test</sitename></siteinfo>\n'
TAIL = "</mediawiki>\n"


def page(number: int, text: str = "A text.", *, namespace: int = 0, redirect: str = "") -> str:
    target = f'    <redirect title="{redirect}" />\n' if redirect else ""
    return (
        f"  <page>\n    <title>Page &amp; {number}</title>\n    <ns>{namespace}</ns>\n"
        f"    <id>{number}</id>\n{target}    <revision>\n      <id>{100 + number}</id>\n"
        "      <parentid>3</parentid>\n      <timestamp>2024-05-01T12:00:00Z</timestamp>\n"
        "      <contributor><username>Ann</username><id>9</id></contributor>\n"
        f'      <text bytes="7" sha1="x1" xml:space="preserve">{text}</text>\n'
        "      <sha1>0a1b2c</sha1>\n    </revision>\n  </page>\n"
    )


def dump(*pages: str) -> bytes:
    return (HEAD + "".join(pages) + TAIL).encode()


def pieces(content: bytes, size: int) -> Iterator[bytes]:
    return (content[at : at + size] for at in range(0, len(content), size))


def test_what_a_page_states() -> None:
    content = dump(page(5, "One &lt;ref&gt;&amp;nbsp;&quot;é&quot;&#8211;&#x2013;\n"), page(6))
    first, second = read_pages([content], "test")
    assert (first.title, first.namespace, first.page_id) == ("Page & 5", 0, 5)
    assert (first.redirect, first.revision_id) == (None, "105")
    assert (first.timestamp, first.sha1) == ("2024-05-01T12:00:00Z", "0a1b2c")
    assert first.text == 'One <ref>&nbsp;"é"––\n'
    assert content[first.offset :].startswith(first.xml)
    assert second.text == "A text."


def test_a_redirect_and_a_page_that_is_no_article() -> None:
    first, second = read_pages(
        [dump(page(1, redirect="Other &quot;one&quot;"), page(2, namespace=10))], "test"
    )
    assert first.redirect == 'Other "one"'
    assert (second.redirect, second.namespace) == (None, 10)


def test_of_several_revisions_the_last_one_counts() -> None:
    old = (
        "<revision><id>1</id><timestamp>2001-01-01T00:00:00Z</timestamp><text>Old</text></revision>"
    )
    content = dump(page(4, "New").replace("    <revision>", f"    {old}\n    <revision>"))
    (only,) = read_pages([content], "test")
    assert (only.text, only.revision_id) == ("New", "104")


@pytest.mark.parametrize("tag", ['<text bytes="0" />', '<text deleted="deleted" />'])
def test_an_empty_or_hidden_text(tag: str) -> None:
    start = page(4).index("<text")
    end = page(4).index("</text>") + len("</text>")
    (only,) = read_pages([dump(page(4)[:start] + tag + page(4)[end:])], "test")
    assert only.text == ""


@given(size=st.integers(1, 700), texts=st.lists(st.text("a<&é\n]", max_size=60), max_size=5))
def test_the_size_of_the_pieces_does_not_matter(size: int, texts: list[str]) -> None:
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;") for text in texts]
    content = dump(*(page(number, text) for number, text in enumerate(escaped)))
    assert [p.text for p in read_pages(pieces(content, size), "test")] == texts
    packed = pieces(bz2.compress(content), size)
    assert [p.text for p in read_pages(decompressed(packed, "test"), "test")] == texts


@given(st.text())
def test_unescaping_never_fails(text: str) -> None:
    assert "&" in text or unescape(text) == text


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        ("&amp;lt;", "&lt;"),
        ("&amp;amp;amp;", "&amp;amp;"),
        ("&#38;lt;", "&lt;"),
        ("&#55296;&#0;&#x110000;", "&#55296;&#0;&#x110000;"),
        ("&nbsp;&", "&nbsp;&"),
    ],
)
def test_each_reference_is_read_once(escaped: str, text: str) -> None:
    assert unescape(escaped) == text


@pytest.mark.parametrize("name", ["pages.xml", "pages.xml.bz2", "several-streams.xml.bz2"])
def test_files(tmp_path: Path, name: str) -> None:
    content = dump(page(1), page(2), page(3))
    if name.startswith("several"):
        packed = b"".join(bz2.compress(piece) for piece in pieces(content, 500))
    else:
        packed = bz2.compress(content) if name.endswith("bz2") else content
    path = tmp_path / name
    path.write_bytes(packed)
    assert [p.page_id for p in read_dump(path)] == [1, 2, 3]


def failure(pages: Iterator[object]) -> tuple[int, str]:
    """How many pages came before the error, and the error."""
    complete: list[object] = []
    with pytest.raises(InputError) as caught:
        complete.extend(pages)
    return len(complete), str(caught.value)


def test_a_dump_that_ends_too_early(tmp_path: Path) -> None:
    content = dump(page(1), page(2), page(3))
    cut = content.index(b"<id>3</id>")
    count, error = failure(read_pages([content[:cut]], "cut.xml"))
    assert count == 2
    assert f"cut.xml: ends too early, at byte {cut:,} of its XML" in error

    path = tmp_path / "cut.xml.bz2"
    packed = bz2.compress(content[:1000]) + bz2.compress(content[1000:])
    path.write_bytes(packed[:-20])
    count, error = failure(read_dump(path))
    assert count == content[:1000].count(b"</page>")
    assert f"ends too early, within a bzip2 stream at byte {len(packed) - 20:,}" in error


def test_damaged_bytes(tmp_path: Path) -> None:
    path = tmp_path / "damaged.xml.bz2"
    packed = bytearray(bz2.compress(dump(*map(page, range(50)))))
    packed[len(packed) // 2] ^= 0xFF
    path.write_bytes(packed)
    count, error = failure(read_dump(path))
    assert count == 0
    assert "damaged bzip2 data near byte" in error


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        (page(2).replace("<title>", "<titel>"), "does not begin with <title>, <ns> and <id>"),
        (page(2).replace("  </page>\n", ""), "has no end before the next one begins"),
    ],
)
def test_a_damaged_page_is_reported_with_its_place(broken: str, what: str) -> None:
    content = dump(page(1), broken, page(3))
    count, error = failure(read_pages([content], "test.xml"))
    assert count == 1
    assert f"test.xml: at byte {content.index(b'<page>', 200):,} of its XML" in error
    assert what in error


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("</text>", "</txt>", "its <text> does not end"),
        ("<text ", "<txt ", "it has no <text>"),
        ("A text.", "\udcff", "is no UTF-8"),
    ],
)
def test_a_damaged_text_is_reported_when_it_is_read(old: str, new: str, what: str) -> None:
    content = (HEAD + page(1).replace(old, new) + TAIL).encode("utf-8", "surrogateescape")
    (only,) = read_pages([content], "test.xml")
    with pytest.raises(InputError, match=r"the page 'Page & 1' is damaged") as caught:
        _ = only.text
    assert what in str(caught.value)


@pytest.mark.parametrize(
    "content", [b"Peace talks", b"<html><body>", b"", b"<mediawiki>" + b" " * 99]
)
def test_what_is_no_dump_or_has_no_end(content: bytes) -> None:
    count, _ = failure(read_pages(pieces(content * 600, 64), "test"))
    assert count == 0


def test_memory_stays_flat_and_endless_pages_are_refused() -> None:
    text = "x" * 10_000

    def endless() -> Iterator[bytes]:
        yield HEAD.encode()
        for number in range(3000):
            yield page(number, text).encode()
        yield TAIL.encode()

    tracemalloc.start()
    assert sum(1 for _ in read_pages(endless(), "test")) == 3000
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
    begun = iter([dump()[:40], b"<page>", *[b"y" * 1000] * 500])
    count, error = failure(read_pages(begun, "test", max_page_bytes=100_000))
    assert count == 0
    assert "a page is longer than 100,000 bytes" in error


def test_a_small_file_that_unpacks_to_much_is_read_in_pieces() -> None:
    packed = bz2.compress(b" " * 50_000_000)
    assert len(packed) < 1000
    sizes = [len(piece) for piece in decompressed([packed], "test")]
    assert sum(sizes) == 50_000_000
    assert max(sizes) <= 1024 * 1024
