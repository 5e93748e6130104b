"""What the footnotes of a page say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from pipeline.documents.html.elements import fragment, linked_fragment, mark_key
from pipeline.documents.html.phrase import Phrase
from pipeline.documents.html.source import Source
from pipeline.documents.html.tree import Element, elements
from pipeline.documents.model import Citation

_NOTES = frozenset({"dd", "li", "p"})
"""Elements that can be a footnote."""

_COINS = "Z3988"
"""Class of the elements that say in their title attribute, for machines, what is cited.

MediaWiki's citation templates (Module:Citation/CS1 of the English Wikipedia) write them after
COinS, in the keys of Z39.88-2004.
"""

_BACK_LINKS = "^↑ \u00a0"
_QUOTES = "\"“”'‘’ "
_ITALICS = frozenset({"em", "i"})
_ADDRESS = re.compile(r"(?:https?:)?//[^\s/\"<>][^\s\"<>]*", re.IGNORECASE)
_NO_TITLE = re.compile(r"\[?[0-9]{0,4}\]?|(?:https?:)?//.*", re.IGNORECASE | re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x20\x7f]+")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MONTH = "|".join(_MONTHS)
_ISO_DATE = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?")
_DATE = re.compile(
    r"(?<![Rr]etrieved )(?<![Aa]ccessed )(?<![Aa]rchived )(?<!original on )(?<![\w-])(?<![0-9] )"
    rf"(?:(?:[0-9]{{1,2}} )?(?:{_MONTH}) [0-9]{{4}}|(?:{_MONTH}) [0-9]{{1,2}}, [0-9]{{4}}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class _Work:
    """Where a footnote or bibliography says what it cites.

    Attributes:
        element: The element that says it to readers.
        fields: What its COinS say, by key.
    """

    element: Element
    fields: Mapping[str, str]


def find_notes(text: str, content: Sequence[Element]) -> dict[str, str]:
    """The keys of the footnotes that marks lead to, by identifier, in the order of the marks.

    Args:
        text: The HTML.
        content: The elements of the content of a page.
    """
    found: dict[str, str] = {}
    for element in content:
        if (key := mark_key(text, element)) and (target := linked_fragment(element)):
            found.setdefault(target, key)
    identifiers = {e.attributes.get("id") for e in content if e.tag in _NOTES}
    return {target: key for target, key in found.items() if target in identifiers}


def read_citations(
    source: Source, content: Sequence[Element], notes: Mapping[str, str]
) -> tuple[Citation, ...]:
    """Read the footnotes of a page.

    Args:
        source: The HTML.
        content: The elements of the content of the page.
        notes: Their keys by identifier, in order; a key given twice stands for the first.
    """
    by_identifier: dict[str, Element] = {}
    for element in content:
        if element.tag in _NOTES and (identifier := element.attributes.get("id")):
            by_identifier.setdefault(identifier, element)
    works = _bibliography(content)
    citations: dict[str, Citation] = {}
    for identifier, key in notes.items():
        if key not in citations:
            citation = _citation(source, by_identifier[identifier], key, works)
            if citation.note:
                citations[key] = citation
    return tuple(citations.values())


def _bibliography(content: Sequence[Element]) -> dict[str, _Work]:
    """The works that footnotes can refer to, by identifier; their COinS stand behind them."""
    works: dict[str, _Work] = {}
    last: str | None = None
    for element in content:
        if element.tag == "cite" and (identifier := element.attributes.get("id")):
            works.setdefault(identifier, _Work(element, {}))
            last = identifier
        elif last is not None and _COINS in element.classes:
            works[last] = _Work(works[last].element, _fields(element))
            last = None
    return works


def _citation(source: Source, element: Element, key: str, works: Mapping[str, _Work]) -> Citation:
    within = elements(element)
    body = next((e for e in within if "reference-text" in e.classes), element)
    note = _words(source, body).lstrip(_BACK_LINKS)
    work = _work(body, works)
    link = _link(work.element)
    title = _title(work.fields) or (_words(source, link).strip(_QUOTES) if link else "")
    if _NO_TITLE.fullmatch(title):
        title = ""
    address = link.attributes["href"] if link else work.fields.get("rft_id", "")
    start, end = source.raw_offset(element.start), source.raw_offset(element.end)
    return Citation(
        start,
        end,
        source.raw[start:end],
        key,
        note,
        title or None,
        _absolute(address),
        _publisher(source, work),
        _date(work.fields.get("rft.date"), _words(source, work.element), title),
    )


def _work(body: Element, works: Mapping[str, _Work]) -> _Work:
    """What a footnote cites: itself, or a work of the bibliography that it refers to."""
    within = elements(body)
    coins = next((_fields(e) for e in within if _COINS in e.classes), {})
    if not coins:
        for element in within:
            if (work := works.get(fragment(element) or "")) is not None:
                return work
    return _Work(body, coins)


def _fields(element: Element) -> dict[str, str]:
    """What COinS say, the first value of each key."""
    fields: dict[str, str] = {}
    for key, value in parse_qsl(element.attributes.get("title", "")):
        fields.setdefault(key, _CONTROLS.sub(" ", value).strip())
    return fields


def _title(fields: Mapping[str, str]) -> str:
    """The title of an article or chapter, else of the book or page."""
    keys = ("rft.atitle", "rft.btitle", "rft.title")
    return next((fields[key] for key in keys if fields.get(key)), "")


def _publisher(source: Source, work: _Work) -> str | None:
    """The periodical or site, else the publisher, else the book of a chapter."""
    fields = work.fields
    of_chapter = fields.get("rft.btitle") if fields.get("rft.atitle") else None
    found = fields.get("rft.jtitle") or fields.get("rft.pub") or of_chapter
    if found or fields:
        return found
    cite = next((e for e in elements(work.element) if e.tag == "cite"), None)
    italics = [e for e in elements(cite) if e.tag in _ITALICS] if cite else []
    return next((words for e in italics if (words := _words(source, e))), None)


def _link(element: Element) -> Element | None:
    """The first link that leads out of the site; it is that of the title."""
    links = [e for e in elements(element) if e.tag == "a"]
    marked = [e for e in links if "external" in e.classes]
    # Saved pages of MediaWiki have whole addresses in links within the site too, with titles.
    others = [e for e in links if "title" not in e.attributes]
    return next((e for e in marked or others if _absolute(e.attributes.get("href", ""))), None)


def _absolute(address: str) -> str | None:
    address = address.strip()
    if not _ADDRESS.fullmatch(address):
        return None
    return f"https:{address}" if address.startswith("//") else address


def _date(stated: str | None, text: str, title: str) -> str | None:
    """The date of what is cited as written, by its COinS or by the first date behind its title."""
    if not stated:
        behind = text.partition(title)[2] if title else text
        found = _DATE.search(behind) or _DATE.search(text.partition(title)[0] if title else "")
        return found[0] if found else None
    if not (iso := _ISO_DATE.fullmatch(stated)):
        return stated
    year, month, day = iso[1], _MONTHS[int(iso[2]) - 1], iso[3]
    ways = [f"{int(day)} {month} {year}", f"{month} {int(day)}, {year}"] if day else []
    return next((way for way in (*ways, f"{month} {year}") if way in text), stated)


def _words(source: Source, element: Element) -> str:
    phrase = Phrase(source)
    phrase.element(element)
    return phrase.words()
