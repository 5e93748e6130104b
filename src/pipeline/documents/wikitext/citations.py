"""What the footnotes of a document say."""

import re

from pipeline.documents.model import Citation
from pipeline.documents.wikitext.arguments import arguments
from pipeline.documents.wikitext.cites import Cite, is_cite, read_cite, read_short_note
from pipeline.documents.wikitext.inline import Renderer
from pipeline.documents.wikitext.notes import SHORT_NOTES, Notes
from pipeline.documents.wikitext.spans import Markup

_LINK = re.compile(r"\[(https?://[^\s\[\]<>\"{}|]{1,2000})(?:[ \t]+([^\n\[\]]{1,500}))?\]")
_ADDRESS = re.compile(r"https?://[^\s\[\]<>\"{}|]{1,2000}")


def citations(markup: Markup, notes: Notes) -> tuple[Citation, ...]:
    """The footnotes of a document that say something, in the order of their first marks.

    Two groups may label footnotes alike, such as ``i`` for the first one and for the ninth one.
    Readers cannot tell these apart either, and only the first is kept.
    """
    renderer = Renderer(markup, notes, shows_cites=True)
    found: dict[str, Citation] = {}
    for note in notes.notes:
        if note.content and note.key not in found:
            citation = _citation(renderer, note.key, *note.content)
            if citation:
                found[note.key] = citation
    return tuple(found.values())


def _citation(renderer: Renderer, key: str, start: int, end: int) -> Citation | None:
    text, markup = renderer.text, renderer.markup
    at = _cite_within(markup, start, end)
    if markup.templates.get(start) in SHORT_NOTES and markup.ends[start] == end:
        note = read_short_note(arguments(markup, start), renderer.plain)
        cite = Cite(note)
    elif at is None:
        note = renderer.plain(start, end)
        cite = _linked(renderer, start, end, note)
    else:
        name = markup.templates[at]
        cite = read_cite(name, arguments(markup, at), renderer.plain)
        is_all = not (text[start:at].strip() or text[markup.ends[at] : end].strip())
        note = cite.note if is_all else renderer.plain(start, end)
    note = note or cite.url or ""
    if not note:
        return None
    return Citation(
        start, end, text[start:end], key, note, cite.title, cite.url, cite.publisher, cite.date
    )


def _cite_within(markup: Markup, start: int, end: int) -> int | None:
    """Where the first citation template of a footnote starts."""
    while (start := markup.text.find("{{", start, end)) >= 0:
        if is_cite(markup.templates.get(start, "")):
            return start
        start = start + 1
    return None


def _linked(renderer: Renderer, start: int, end: int, note: str) -> Cite:
    """What a footnote cites that gives but a link, or an address."""
    if link := _LINK.search(renderer.text, start, end):
        title = renderer.plain(*link.span(2)) if link[2] else ""
        return Cite(note, title or None, link[1])
    address = _ADDRESS.search(renderer.text, start, end)
    return Cite(note, None, address[0].rstrip(".,;:)") if address else None)
