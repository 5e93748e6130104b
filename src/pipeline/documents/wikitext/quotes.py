"""Bold and italic: which apostrophes are markup and which are text.

After MediaWiki's ``Parser::doQuotes``: two apostrophes are italic, three bold, five both. Of four,
the first is text; of more than five, all but the last five. Where a line holds an odd number of
both bold and italic marks, one that looks bold is an apostrophe before an italic mark, as in
``''The Courier'''s poll``.
"""

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"'{2,}|\{\{|<")


def literal_count(length: int) -> int:
    """How many of so many apostrophes in a row are text."""
    return 1 if length == 4 else max(0, length - 5)


def false_bold(text: str, start: int, end: int, ends: Mapping[int, int]) -> int | None:
    """Offset of three apostrophes in a line of which the first is text, None if there are none.

    Args:
        text: The raw text.
        start: First character of the line.
        end: Character after its last one.
        ends: Where templates and tags end that are stepped over, by where they start.
    """
    threes: list[int] = []
    bold = italic = 0
    position = start
    while token := _TOKEN.search(text, position, end):
        at, position = token.span()
        if text[at] != "'":
            position = ends.get(at, at + 1)
            continue
        length = position - at
        bold += length >= 3
        italic += length == 2 or length >= 5
        if length in {3, 4}:
            threes.append(position - 3)
    return _least_likely(text, start, threes) if bold % 2 and italic % 2 else None


def _least_likely(text: str, start: int, threes: list[int]) -> int | None:
    """Behind a word of one letter, else behind any other, else behind a space."""
    behind_space = behind_word = None
    for at in threes:
        before = text[max(start, at - 2) : at]
        if before.endswith(" "):
            behind_space = at if behind_space is None else behind_space
        elif before.startswith(" "):
            return at
        elif behind_word is None:
            behind_word = at
    return behind_space if behind_word is None else behind_word
