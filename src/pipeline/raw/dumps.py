"""Streaming of MediaWiki dumps: the pages of a ``pages-articles`` XML export, one at a time.

The export format (https://www.mediawiki.org/xml/export-0.11/) escapes every ``<`` of a text, so
the tags of a page are found as bytes, without an XML parser: that costs a hundredth of
decompressing. What is not asked of a page is neither unescaped nor decoded. Memory holds one page
and two chunks, whatever the size of the dump.
"""

import bz2
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import InputError
from pipeline.raw.files import unreadable

MAX_PAGE_BYTES = 64 * 1024 * 1024
"""A longer page is damaged: MediaWiki keeps texts below 2 MiB (``$wgMaxArticleSize``)."""

_CHUNK = 256 * 1024
_OUTPUT = 1024 * 1024  # what one step of decompression may give, however well packed
_BZ2_MAGIC = b"BZh"
_OPEN, _CLOSE, _LAST = b"<page>", b"</page>", b"</mediawiki>"
_HEAD = re.compile(
    rb"\s*<title>([^<]*)</title>\s*<ns>(-?\d{1,9})</ns>\s*<id>(\d{1,19})</id>"
    rb"(?:\s*<redirect title=\"([^\"<]*)\"\s*/>)?"
)
_REVISION = re.compile(rb"<revision>\s*<id>(\d{1,19})</id>")
_TIMESTAMP = re.compile(rb"<timestamp>([^<]{1,40})</timestamp>")
_SHA1 = re.compile(rb"<sha1>([0-9a-z]{1,40})</sha1>")
_TEXT = re.compile(rb"<text\b[^<>]*?(/?)>")
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(frozen=True, slots=True)
class DumpPage:
    """A page of a dump with its latest revision.

    Attributes:
        dump: Name of the dump, for messages.
        offset: Where the page begins in the XML of the dump, in bytes.
        xml: The page, from ``<page>`` to ``</page>``.
        title: Title with its namespace.
        namespace: Number of the namespace; articles are in 0.
        page_id: Identifier of the page.
        redirect: Title that the page redirects to, None if it holds a text of its own.
    """

    dump: str
    offset: int
    xml: bytes
    title: str
    namespace: int
    page_id: int
    redirect: str | None

    @property
    def revision_id(self) -> str:
        """Identifier of the revision."""
        return self._field(_REVISION, "<revision> with an <id>")

    @property
    def timestamp(self) -> str:
        """When the revision was saved, such as ``2024-02-11T10:02:11Z``."""
        return self._field(_TIMESTAMP, "<timestamp>")

    @property
    def sha1(self) -> str | None:
        """SHA-1 of the text as UTF-8, in base 36; None where the dump states none."""
        found = _SHA1.search(self.xml, self._revision())
        return found[1].decode("ascii") if found else None

    @property
    def text_span(self) -> tuple[int, int]:
        """Where the text stands in ``xml``, still escaped; empty for a hidden text.

        Raises:
            InputError: The page has no complete text.
        """
        start = _TEXT.search(self.xml, self._revision())
        if start is None:
            raise self._damaged("it has no <text>")
        if start[1]:
            return start.end(), start.end()
        end = self.xml.find(b"</text>", start.end())
        if end < 0:
            raise self._damaged("its <text> does not end")
        return start.end(), end

    @property
    def text(self) -> str:
        """The wikitext, decoded and unescaped.

        Raises:
            InputError: The page has no complete text, or it is no UTF-8.
        """
        return self.unescaped(*self.text_span)

    def unescaped(self, start: int, end: int) -> str:
        """The characters that ``xml[start:end]`` stands for.

        Raises:
            InputError: They are no UTF-8.
        """
        try:
            return unescape(self.xml[start:end].decode("utf-8"))
        except UnicodeDecodeError as error:
            raise self._damaged(f"byte {start + error.start:,} of it is no UTF-8") from error

    def _revision(self) -> int:
        """Where the latest revision begins; dumps of histories give the oldest first."""
        return max(self.xml.rfind(b"<revision>"), 0)

    def _field(self, pattern: re.Pattern[bytes], name: str) -> str:
        found = pattern.search(self.xml, self._revision())
        if found is None:
            raise self._damaged(f"it has no {name}")
        return self.unescaped(*found.span(1))

    def _damaged(self, what: str) -> InputError:
        return _damaged(self.dump, self.offset, f"the page {self.title!r} is damaged: {what}")


def read_dump(path: Path) -> Iterator[DumpPage]:
    """The pages of a dump, as XML or compressed by bzip2 (in several streams, too), in order.

    Raises:
        InputError: The file cannot be read, is no dump, is damaged or ends too early. The message
            tells where; pages given before are complete.
    """
    return read_pages(read_xml(path), str(path))


def read_xml(path: Path) -> Iterator[bytes]:
    """The XML of a dump in pieces; whether it is compressed is told by its first bytes.

    Raises:
        InputError: The file cannot be read, is damaged or ends within a bzip2 stream.
    """
    try:
        with path.open("rb") as file:
            is_bz2 = file.read(len(_BZ2_MAGIC)) == _BZ2_MAGIC
            file.seek(0)
            chunks = _chunks(file)
            yield from decompressed(chunks, str(path)) if is_bz2 else chunks
    except OSError as error:
        raise unreadable(path, error) from error


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.read(_CHUNK), b"")


def decompressed(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    """What bzip2 streams that follow one another hold, in pieces of limited size.

    Args:
        chunks: The compressed bytes.
        name: Name of the file, for messages.

    Raises:
        InputError: The streams are damaged or the last one is not complete.
    """
    stream, position = bz2.BZ2Decompressor(), 0
    is_within = False
    for chunk in chunks:
        rest = chunk
        while rest or (is_within and not stream.needs_input):
            if stream.eof:
                stream, is_within = bz2.BZ2Decompressor(), False
            try:
                piece = stream.decompress(rest, _OUTPUT)
            except OSError as error:
                raise InputError(
                    f"{name}: damaged bzip2 data near byte {position:,} of the file.",
                    "Fetch the dump again and compare its checksum with that of its site.",
                ) from error
            is_within = not stream.eof
            rest = stream.unused_data if stream.eof else b""
            if piece:
                yield piece
        position += len(chunk)
    if is_within:
        raise InputError(
            f"{name}: ends too early, within a bzip2 stream at byte {position:,}.",
            "Fetch the rest of the dump; compare its size with that of its site.",
        )


def read_pages(
    chunks: Iterable[bytes], name: str, max_page_bytes: int = MAX_PAGE_BYTES
) -> Iterator[DumpPage]:
    """The pages of the XML of a dump, in order.

    Args:
        chunks: The XML in pieces of any size.
        name: Name of the dump, for messages.
        max_page_bytes: A longer page counts as damaged.

    Raises:
        InputError: It is no dump, a page is damaged, or it ends too early. The message tells
            where; pages given before are complete.
    """
    buffer, offset, at = b"", 0, 0  # offset: of the buffer in the XML; at: how far it is read
    begun = ended = False
    for chunk in chunks:
        buffer, offset, at = buffer[at:] + chunk, offset + at, 0
        if not begun and buffer.lstrip():
            begun = _is_dump(buffer, name)
        while (start := buffer.find(_OPEN, at)) >= 0:
            end = buffer.find(_CLOSE, start)
            if end < 0:
                at = start
                break
            at = end + len(_CLOSE)
            yield _page(buffer[start:at], name, offset + start)
        if start < 0:
            ended = ended or buffer.find(_LAST, at) >= 0
            at = max(at, len(buffer) - len(_LAST))
        if len(buffer) - at > max_page_bytes:
            raise _damaged(name, offset + at, f"a page is longer than {max_page_bytes:,} bytes")
    if not ended:
        raise InputError(
            f"{name}: ends too early, at byte {offset + len(buffer):,} of its XML, "
            f"without {_LAST.decode()}.",
            "Fetch the rest of the dump. The pages before this place were complete.",
        )


def _is_dump(buffer: bytes, name: str) -> bool:
    """Whether enough is there to tell that it is a dump.

    Raises:
        InputError: It is none.
    """
    if b"<mediawiki" in buffer[:4096]:
        return True
    if len(buffer) < 4096 and buffer.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    raise InputError(
        f"{name}: no MediaWiki dump; it does not begin with <mediawiki>.",
        "Give a pages-articles dump, as .xml or .xml.bz2.",
    )


def _page(xml: bytes, name: str, offset: int) -> DumpPage:
    head = _HEAD.match(xml, len(_OPEN))
    if head is None:
        raise _damaged(name, offset, "a page does not begin with <title>, <ns> and <id>")
    if xml.find(_OPEN, len(_OPEN)) >= 0:
        raise _damaged(name, offset, "a page has no end before the next one begins")
    try:
        title, target = (unescape((part or b"").decode("utf-8")) for part in head.group(1, 4))
    except UnicodeDecodeError as error:
        raise _damaged(name, offset, "the title of a page is no UTF-8") from error
    redirect = target if head[4] is not None else None
    return DumpPage(name, offset, xml, title, int(head[2]), int(head[3]), redirect)


def unescape(text: str) -> str:
    """A text with the references of XML (``&lt;``, ``&#39;``) replaced by what they stand for."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    # What XML 1.0 allows in no document is left as it stands.
    is_character = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF
    return chr(code) if is_character else reference[0]


def _damaged(name: str, offset: int, what: str) -> InputError:
    return InputError(
        f"{name}: at byte {offset:,} of its XML {what}.",
        "Fetch the dump again. The pages before this place were complete.",
    )
