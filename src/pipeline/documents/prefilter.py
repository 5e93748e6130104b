"""A quick look at bytes: which lines of a page hold a word that the rules start from.

Most of an encyclopedia tells of no talk and no poll, and parsing wikitext costs more than
decompressing it. So a page of a dump is first searched for literal words as it stands, escaped
and encoded, all of them at once (Aho–Corasick; the wheel of ahocorasick_rs has 0.4 MB and the
Apache licence, and scans 450 to 600 MB/s where ``re`` scans 50). Only lines that hold one are
decoded and looked at more closely, as :func:`near_prose`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

_SINGLE_REF = re.compile(r"<ref\b[^<>]{0,300}/>", re.IGNORECASE)
_REF_ENDS = re.compile(r"(?P<opens><ref\b[^<>]{0,300}>)|</ref\s{0,3}>", re.IGNORECASE)
_MARKUP = re.compile(
    r"\[\[(?:[^\[\]|{}\n]{0,200}\|)?|\]\]"  # [[target|
    r"|\[(?:https?:)?//[^\s\]]{1,2000} ?"
    r"|'{2,5}|</?[A-Za-z][^<>]{0,200}>|<!--|-->"
)
_SPACES = re.compile(
    r"&(?:nbsp|thinsp|ensp|#160);|\{\{(?:nbsp|spaces?|thinsp)(?:\|[^{}]{0,9})?\}\}"
)


class Line(NamedTuple):
    """A line of encoded text, without its end, and the kinds of the words that it holds."""

    start: int
    end: int
    kinds: set[str]


class WordFilter:
    """Finds words of several kinds in encoded text.

    What is given in lower case is found with a capital first letter too. Nothing is found behind a
    letter.

    Args:
        words: By kind, words and names that are found as a whole.
        stems: By kind, beginnings of words.
    """

    def __init__(
        self, words: Mapping[str, Iterable[str]], stems: Mapping[str, Iterable[str]]
    ) -> None:
        self._kinds: dict[bytes, set[str]] = {}
        whole: dict[bytes, bool] = {}
        for is_whole, groups in ((True, words), (False, stems)):
            for kind, group in groups.items():
                for word in _spelled(group):
                    self._kinds.setdefault(word, set()).add(kind)
                    whole[word] = is_whole
        self._words = [(is_whole, self._kinds[word]) for word, is_whole in whole.items()]
        self._automaton = BytesAhoCorasick(
            list(whole), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )

    def kinds(self, text: str) -> set[str]:
        """The kinds of the words that a text holds."""
        return {kind for _, kinds in self._found(text.encode()) for kind in kinds}

    def lines(self, content: bytes, start: int, end: int) -> list[Line]:
        """The lines of ``content[start:end]`` that hold one of the words, in order."""
        found: list[Line] = []
        behind = start
        for at, kinds in self._found(content):
            if not start <= at < end:
                continue
            if at >= behind:
                first = max(content.rfind(b"\n", start, at) + 1, start)
                last = content.find(b"\n", at, end)
                behind = last if last >= 0 else end
                found.append(Line(first, behind, set()))
            found[-1].kinds.update(kinds)
        return found

    def _found(self, content: bytes) -> Iterator[tuple[int, set[str]]]:
        for word, start, end in self._automaton.find_matches_as_indexes(content):
            is_whole, kinds = self._words[word]
            if content[start - 1 : start].isalpha() and start:
                continue
            if not (is_whole and content[end : end + 1].isalpha()):
                yield start, kinds


def _spelled(words: Iterable[str]) -> set[bytes]:
    return {form.encode() for word in words for form in (word, word[:1].upper() + word[1:])}


def near_prose(text: str) -> str:
    """About the prose of wikitext: without footnotes, links and tags, templates as written.

    This is no parsing: it only serves to ask whether parsing may be worth while.
    """
    if "<" in text:
        text = _without_refs(_SINGLE_REF.sub("", text))
    return _MARKUP.sub("", _SPACES.sub(" ", text))


def _without_refs(text: str) -> str:
    """The text outside footnotes; one that is not closed goes on to the end."""
    kept, position, depth = [], 0, 0
    for tag in _REF_ENDS.finditer(text):
        if tag["opens"]:
            if depth == 0:
                kept.append(text[position : tag.start()])
            depth = 1  # footnotes do not nest
        else:
            position, depth = tag.end(), 0
    return "".join(kept) + ("" if depth else text[position:])
