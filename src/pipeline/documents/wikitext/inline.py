"""Wikitext within a paragraph, made into prose."""

import re
from html import unescape

from pipeline.documents.wikitext.arguments import Arguments, arguments, numbered
from pipeline.documents.wikitext.cites import is_cite, read_cite
from pipeline.documents.wikitext.links import is_dropped, trimmed
from pipeline.documents.wikitext.notes import Notes
from pipeline.documents.wikitext.pieces import Pieces
from pipeline.documents.wikitext.quotes import false_bold, literal_count
from pipeline.documents.wikitext.spans import SIMPLE_LINK, Markup
from pipeline.documents.wikitext.tags import TAG, is_break, is_known
from pipeline.documents.wikitext.templates import QUOTES, Say, Show, action_of

_SWITCHES = (
    "ARCHIVEDTALK|DISAMBIG|EXPECTUNUSEDCATEGORY|EXPECTUNUSEDTEMPLATE|EXPECTWITHOUTSCANS|FORCETOC|"
    "HIDDENCAT|INDEX|NEWSECTIONLINK|NOCC|NOCONTENTCONVERT|NOEDITSECTION|NOGALLERY|NOGLOBAL|"
    "NOINDEX|NONEWSECTIONLINK|NOTALK|NOTC|NOTITLECONVERT|NOTOC|STATICREDIRECT|TOC"
)
"""Behaviour switches (https://www.mediawiki.org/wiki/Help:Magic_words)."""

_TOKEN = re.compile(
    rf"{SIMPLE_LINK}|\[\[|\[(?:(?:https?:|ftps?:)?//|mailto:)[^\s\[\]<>\"{{}}]*[ \t\u00a0]*|\]"
    rf"|\{{\{{|<|''+|&|__(?:{_SWITCHES})__|\n[*#:;]*|\t|\r"
)
_MARKED_UP = re.compile(r"[\[\]{<&'_\n\t\r]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LITERAL_TOKEN = re.compile(r"[&\n\t\r]")
_PIPE = re.compile(rf"\||\{{\{{|<|{SIMPLE_LINK}|\[\[")
_HIDDEN = re.compile(r"display\s?:\s?none")


class Renderer:
    """Makes prose of stretches of one document.

    Args:
        markup: The document.
        notes: Its footnotes.
        shows_cites: Whether citation templates are shown: they are within footnotes, while a
            list of books says nothing that is read here.
    """

    def __init__(self, markup: Markup, notes: Notes, *, shows_cites: bool = False) -> None:
        self.markup = markup
        self.text = markup.text
        self._marks = notes.marks
        self._shows_cites = shows_cites
        self._line = (0, -1, -1)  # start and end of a line, and its false bold mark
        self._never_closed: set[tuple[str, int]] = set()

    def plain(self, start: int, end: int) -> str:
        """A stretch as text, without its footnote marks."""
        if _MARKED_UP.search(self.text, start, end) is None:
            return self.text[start:end].strip()
        pieces = Pieces(self.text)
        self.inline(start, end, pieces)
        return pieces.text()

    def inline(self, start: int, end: int, pieces: Pieces) -> None:
        """Add a stretch to a paragraph."""
        text, search, add = self.text, _TOKEN.search, pieces.parts.append
        links = 0  # external ones that are open
        position = start
        while token := search(text, position, end):
            at = token.start()
            if position < at:
                add((position, at, None))
            position = token.end()
            match text[at]:
                case "[":
                    if token[1] is not None:
                        self._simple_link(token, pieces)
                    elif text[at + 1] == "[":
                        position = self._link(at, pieces)
                    else:
                        links += 1
                case "<":
                    position = self._tag(at, end, pieces)
                case "{":
                    position = self._template(at, pieces)
                case "]":
                    if links:
                        links -= 1
                    else:
                        add((at, position, None))
                case character:
                    position = self._character(character, at, position, end, pieces)
        pieces.verbatim(position, end)

    def _character(self, character: str, at: int, position: int, limit: int, pieces: Pieces) -> int:
        """Add what a token of one kind of character stands for."""
        match character:
            case "'":
                self._apostrophes(at, position, pieces)
            case "&":
                return self._entity(at, limit, pieces)
            case "\n" | "\t" | "\r":
                pieces.words(" ", at, position)
            case _:  # a behaviour switch leaves nothing
                pass
        return position

    def _simple_link(self, token: re.Match[str], pieces: Pieces) -> None:
        _, (start, end), (label, label_end) = token.regs
        colon = self.text.find(":", start, end)
        if colon >= 0 and is_dropped(self.text[start:end]):
            return
        if label < 0:
            pieces.verbatim(start + (colon == start), end)
        elif label < label_end:
            pieces.parts.append((label, label_end, None))
        else:
            first, last = trimmed(self.text[start:end])
            pieces.verbatim(start + first, start + last)

    def _link(self, at: int, pieces: Pieces) -> int:
        end = self.markup.ends.get(at)
        if end is None:
            pieces.verbatim(at, at + 2)
            return at + 2
        pipe = self._pipe(at + 2, end - 2)
        if is_dropped(self.text[at + 2 : min(pipe, at + 32)]):
            return end
        if pipe < end - 2:
            self.inline(pipe + 1, end - 2, pieces)
        else:
            self.inline(at + 2 + self.text.startswith(":", at + 2), end - 2, pieces)
        return end

    def _pipe(self, start: int, end: int) -> int:
        """Offset of the first ``|`` that is not within other markup, or the end."""
        while token := _PIPE.search(self.text, start, end):
            at = token.start()
            if self.text[at] == "|":
                return at
            is_simple_link = token.end() - at > 2
            start = token.end() if is_simple_link else min(self.markup.ends.get(at, at + 1), end)
        return end

    def _template(self, at: int, pieces: Pieces) -> int:
        markup = self.markup
        end = markup.ends.get(at)
        if end is None:
            pieces.verbatim(at, at + 1)
            return at + 1
        if at in markup.parameters:
            default = self._pipe(at + 3, end - 3)
            self.inline(min(default + 1, end - 3), end - 3, pieces)
        elif at in self._marks:
            self._add_marks(at, pieces)
        else:
            self._expand(markup.templates[at], at, end, pieces)
        return end

    def _expand(self, name: str, at: int, end: int, pieces: Pieces) -> None:
        action = action_of(name)
        if action is None:
            if self._shows_cites and is_cite(name):
                cite = read_cite(name, arguments(self.markup, at), self.plain)
                pieces.words(cite.note, at, end)
            elif name == "#if:":
                self._show_choice(arguments(self.markup, at), pieces)
            return
        given = arguments(self.markup, at)
        if isinstance(action, Say):
            words = {name: self.plain(*span) for name, span in given.items()}
            pieces.words(action.words(words), at, end)
        elif isinstance(action, Show):
            if name in QUOTES:
                pieces.words(" ", at, at + 2)
            shown = shown_argument(given, action)
            self.inline(*shown, pieces)
            if name in QUOTES:
                pieces.words(" ", end - 2, end)
        else:
            for number, (start, stop) in enumerate(numbered(given)):
                if number:
                    pieces.words(action.separator, start - 1, start)
                while start < stop and self.text[start] in "*#:; ":  # marks of a list
                    start += 1
                self.inline(start, stop, pieces)

    def _show_choice(self, given: Arguments, pieces: Pieces) -> None:
        condition = given.get("1", (0, 0))
        span = given.get("2" if self.plain(*condition) else "3")
        if span:
            self.inline(*span, pieces)

    def _add_marks(self, at: int, pieces: Pieces) -> None:
        for mark in self._marks[at]:
            pieces.footnote(mark.start, mark.end, mark.key)

    def _tag(self, at: int, limit: int, pieces: Pieces) -> int:
        end = self.markup.ends.get(at)
        if end is not None:
            if at in self._marks:
                self._add_marks(at, pieces)
            elif self.text[at + 1 : at + 7].lower() == "nowiki" or (
                self.text[at + 1 : at + 4].lower() == "pre"
            ):
                self._literal(at, end, pieces)
            return end
        tag = TAG.match(self.text, at, limit)
        if tag is None or not is_known(tag[2].lower()):
            pieces.verbatim(at, at + 1)
            return at + 1
        name = tag[2].lower()
        if is_break(name):
            pieces.words(" ", at, tag.end())
        if not tag[1] and _HIDDEN.search(tag[3]):
            return self._behind_hidden(name, tag.end(), limit)
        return tag.end()

    def _behind_hidden(self, name: str, start: int, limit: int) -> int:
        """Where an element ends that is not displayed; elements within it are not heeded."""
        if (name, limit) in self._never_closed:
            return start
        found = self.text.find(f"</{name}", start, limit)
        if found < 0:
            self._never_closed.add((name, limit))
            return start
        return found

    def _literal(self, at: int, end: int, pieces: Pieces) -> None:
        """Add the content of a tag that holds no wikitext; entities count all the same."""
        position = self.text.index(">", at) + 1
        end = max(position, self.text.rindex("<", at, end))
        while token := _LITERAL_TOKEN.search(self.text, position, end):
            start = token.start()
            pieces.verbatim(position, start)
            if self.text[start] == "&":
                position = self._entity(start, end, pieces)
            else:
                position = token.end()
                pieces.words(" ", start, position)
        pieces.verbatim(position, end)

    def _entity(self, at: int, limit: int, pieces: Pieces) -> int:
        entity = _ENTITY.match(self.text, at, limit)
        if entity is None or (character := unescape(entity[0])) == entity[0]:
            pieces.verbatim(at, at + 1)
            return at + 1
        pieces.words(" " if character in {"\t", "\n", "\r"} else character, at, entity.end())
        return entity.end()

    def _apostrophes(self, at: int, end: int, pieces: Pieces) -> None:
        literal = literal_count(end - at)
        if end - at >= 3 and self._false_bold(at) == end - 3:
            literal = 1
        pieces.verbatim(at, at + literal)

    def _false_bold(self, at: int) -> int:
        start, end, found = self._line
        if not start <= at < end:
            start = self.text.rfind("\n", 0, at) + 1
            end = self.text.find("\n", at)
            end = len(self.text) if end < 0 else end
            place = false_bold(self.text, start, end, self.markup.ends)
            found = -1 if place is None else place
            self._line = start, end, found
        return found


def shown_argument(given: Arguments, action: Show) -> tuple[int, int]:
    """Span of the argument that a template shows; an empty span if it has none."""
    for name in action.names:
        start, end = given.get(name, (0, 0))
        if start < end:
            return start, end
    return 0, 0
