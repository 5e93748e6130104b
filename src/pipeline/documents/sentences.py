"""Splitting of prose into sentences: a stop is a boundary unless the text around it denies that."""

import re
from collections.abc import Collection, Iterator

from pipeline.documents.abbreviations import (
    BEFORE_NUMBER,
    NEVER_FINAL,
    OPENERS,
    is_abbreviation,
    is_initialism,
    token_before,
)

# Stops, the quotes and brackets that close behind them, and the space up to the next word.
_STOP = re.compile(r"(?P<stop>[.!?…]+)(?P<closers>[\"'”’»)\]]{0,4})(?P<space>\s*)")
_OPENING_MARKS = frozenset("\"'“‘«([¿¡")
_CURRENCIES = frozenset("$£€¥")
_CAPITALISED = re.compile(r"[A-Z][a-z]{1,14}")
_NUMBER = re.compile(r"[0-9]|[IVXLC]{1,7}\b")
_SHARE = re.compile(r"[0-9][0-9.,–-]{0,12}\s?(?:%|per ?cent\b)")
_SHORTEST_WORD = 4  # shorter lower-case words before a stop may be abbreviations on no list
_LONGEST_LABEL = 3  # "1." or "12." at the start is the number of a list item


def split_sentences(prose: str, marks: Collection[int] = ()) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences of a paragraph, without white space around them.

    Together they cover all of the prose but white space. A semicolon or colon ends no sentence.

    Args:
        prose: Text of one paragraph, without footnote marks.
        marks: Offsets at which footnote marks stood: two sentences may be divided by a mark
            alone, and a mark directly behind a full stop speaks for a boundary there.
    """
    start = len(prose) - len(prose.lstrip())
    for match in _STOP.finditer(prose):
        if match.end() < len(prose) and _is_boundary(prose, start, match, marks):
            yield start, match.end("closers")
            start = match.end()
    end = len(prose.rstrip())
    if start < end:
        yield start, end


def _is_boundary(prose: str, start: int, match: re.Match[str], marks: Collection[int]) -> bool:
    stop, closers = match["stop"], match["closers"]
    marked = match.end("closers") in marks
    token = token_before(prose, start, match.start())
    if not match["space"] and not marked:
        return _lacks_space(prose, match, token)
    first = _first_letter(prose, match.end())
    if prose[first : first + 1].islower():
        return stop == "." and not closers and _may_precede_lower_case(token)
    if not _may_start(prose[first : first + 1]):
        return False
    if stop == ".":
        return not _belongs_to_word(prose, start, match, token, first, marked)
    ends_name = stop[-1] == "!" and not closers  # "Hooray! News"
    in_brackets = stop[-1] in "!?" and ")" in closers  # "Lund(?) Moor"
    return marked or not (ends_name or in_brackets) or _opens(prose, first)


def _belongs_to_word(
    prose: str, start: int, match: re.Match[str], token: str, first: int, marked: bool
) -> bool:
    """Whether a full stop belongs to the word before it and ends no sentence."""
    key = token.lower()
    if key in BEFORE_NUMBER:
        return bool(_NUMBER.match(prose, first)) and not _SHARE.match(prose, first)
    if token.isdigit():
        return match.start() - len(token) == start and len(token) <= _LONGEST_LABEL
    if not is_abbreviation(token):
        return False
    if key in NEVER_FINAL or ")" in match["closers"]:
        return True
    share_follows = is_initialism(token) and _SHARE.match(prose, first)
    return not (marked or share_follows or _opens(prose, first))


def _may_precede_lower_case(token: str) -> bool:
    """Whether a sentence that begins in lower case may follow: only behind a plain word."""
    plain = token.isalpha() and token.islower() and len(token) >= _SHORTEST_WORD
    known = is_abbreviation(token) or token in BEFORE_NUMBER
    return (plain and not known) or token.endswith("%")


def _lacks_space(prose: str, match: re.Match[str], token: str) -> bool:
    """Whether two sentences meet without a space ("ended.The"), unlike "Example.Com" or "U.S."."""
    if token.isalpha() and token.islower() and len(token) >= _SHORTEST_WORD:
        return bool(_CAPITALISED.match(prose, match.end()))
    closed = bool(match["closers"]) or token[-2:].islower() or token[-1:].isdigit()
    return closed and _opens(prose, match.end())


def _opens(prose: str, first: int) -> bool:
    word = _CAPITALISED.match(prose, first)
    if word is None or word[0] not in OPENERS:
        return False
    following = prose[word.end() : word.end() + 1]
    return not following or following.isspace() or following == ","


def _first_letter(prose: str, position: int) -> int:
    """Offset of the first character behind opening quotes and brackets."""
    limit = min(position + 4, len(prose))
    while position < limit and prose[position] in _OPENING_MARKS:
        position += 1
    return position


def _may_start(character: str) -> bool:
    return (character.isalnum() and not character.islower()) or character in _CURRENCIES
