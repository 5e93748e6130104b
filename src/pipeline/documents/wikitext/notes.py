"""Footnotes: their marks, numbered as on the page, and where the content of each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.documents.wikitext.arguments import arguments
from pipeline.documents.wikitext.labels import label
from pipeline.documents.wikitext.spans import Markup, Reference

Span = tuple[int, int]

_ATTRIBUTE = re.compile(r"\b(?i:(name|group))\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/>]+))")
NOTE_TEMPLATES = {
    "efn": "lower-alpha", "efn-la": "lower-alpha", "efn-ua": "upper-alpha",
    "efn-lr": "lower-roman", "efn-ur": "upper-roman", "efn-lg": "lower-greek",
    "notetag": "note", "refn": "",
}  # fmt: skip
"""Templates that are a footnote, with the group that they belong to if they name none."""

SHORT_NOTES = frozenset({"sfn", "sfnp", "sfnm"})
"""Templates that are a footnote of author, year and page."""

_LISTS = frozenset(
    (
        "reflist, references, notelist, notelist-la, notelist-ua, notelist-lr, notelist-ur, "
        "notelist-lg, efn list, note list, notes, notefoot, refs"
    ).split(", ")
)
"""Templates that list footnotes; those that stand in them are no marks."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: its raw span and its key."""

    start: int
    end: int
    key: str


@dataclass(slots=True)
class Note:
    """A footnote: its key, and the raw span of what it says, None if that stands nowhere."""

    key: str
    content: Span | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a document.

    Attributes:
        marks: Its marks, by where the tag or template starts that they stand in.
        notes: Its footnotes, in the order of their first marks.
    """

    marks: dict[int, list[Mark]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Use:
    """A tag or template that uses or defines a footnote."""

    at: int
    mark: Span
    group: str
    name: str
    content: Span | None


def find_notes(markup: Markup) -> Notes:
    """Find all footnotes of a document and number them in the order of their first use.

    Each group is numbered by itself. Footnotes within the content of a ``<ref>`` do not count,
    nor do those in a list of footnotes, which only define what others use.
    """
    found = Notes()
    by_name: dict[tuple[str, str], Note] = {}
    counts: dict[str, int] = {}
    defined: dict[tuple[str, str], Span] = {}
    lists = _lists(markup)
    hidden = [r.content for r in markup.references if r.content]
    in_list, in_note = _Sweep(lists), _Sweep(hidden)
    for use in sorted(_uses(markup), key=lambda use: use.mark):
        if in_list.holds(use.at):
            if use.name and use.content:
                defined.setdefault((use.group, use.name), use.content)
                defined.setdefault(("", use.name), use.content)
            continue
        if in_note.holds(use.at):
            continue
        note = by_name.get((use.group, use.name)) if use.name else None
        if note is None:
            counts[use.group] = counts.get(use.group, 0) + 1
            note = Note(label(use.group, counts[use.group]))
            found.notes.append(note)
            if use.name:
                by_name[use.group, use.name] = note
        note.content = note.content or use.content
        found.marks.setdefault(use.at, []).append(Mark(*use.mark, note.key))
    for (group, name), note in by_name.items():
        note.content = note.content or defined.get((group, name)) or defined.get(("", name))
    return found


class _Sweep:
    """Tells of ascending offsets whether they lie within one of the ascending spans."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = iter(spans)
        self.start = self.end = -1

    def holds(self, offset: int) -> bool:
        while self.end <= offset:
            span = next(self.spans, None)
            if span is None:
                return False
            self.start, self.end = span
        return self.start <= offset


def _lists(markup: Markup) -> list[Span]:
    """The outermost lists of footnotes, in order."""
    text, ends = markup.text, markup.ends
    starts = [start for start, name in markup.templates.items() if name in _LISTS]
    starts += [start for start in ends if text[start : start + 11].lower() == "<references"]
    outermost: list[Span] = []
    for start in sorted(starts):
        if not outermost or start >= outermost[-1][1]:
            outermost.append((start, ends[start]))
    return outermost


def _uses(markup: Markup) -> Iterator[_Use]:
    for reference in markup.references:
        yield _tag(reference)
    for start, name in markup.templates.items():
        if name in NOTE_TEMPLATES or name in SHORT_NOTES or name in {"r", "#tag:"}:
            yield from _template(markup, start, name)


def _tag(reference: Reference) -> _Use:
    group = name = ""
    for attribute in _ATTRIBUTE.finditer(reference.attributes):
        value = (attribute[2] or attribute[3] or attribute[4] or "").strip()
        if attribute[1].lower() == "name":
            name = value
        else:
            group = value
    content = reference.content
    if content and not (content[0] < content[1]):
        content = None
    return _Use(reference.start, (reference.start, reference.end), group, name, content)


def _template(markup: Markup, start: int, template: str) -> Iterator[_Use]:
    text, end = markup.text, markup.ends[start]
    given = arguments(markup, start)

    def value(name: str) -> str:
        span = given.get(name)
        return text[slice(*span)].strip("\"'") if span else ""

    mark = (start, end)
    if template == "r":
        for name, span in given.items():
            if name.isdecimal() and span[0] < span[1]:
                yield _Use(start, span, value("group") or value("g"), text[slice(*span)], None)
    elif template in SHORT_NOTES:
        name = "|".join(text[start + 2 : end - 2].split("|")[1:])
        yield _Use(start, mark, "", f"FOOTNOTE {name}", mark)
    elif template == "#tag:":
        if value("1").lower() == "ref":
            yield _Use(start, mark, value("group"), value("name"), _filled(given.get("2")))
    else:
        group = value("group") or NOTE_TEMPLATES[template]
        yield _Use(start, mark, group, value("name"), _filled(given.get("1") or given.get("text")))


def _filled(span: Span | None) -> Span | None:
    return span if span and span[0] < span[1] else None
