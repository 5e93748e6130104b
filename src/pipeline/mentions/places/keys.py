"""How names are written and compared: runs of capitalised words, and the key of a name.

A *key* forgets what spelling varies in: accents, apostrophes, full stops, and whether words are
joined by a space, a hyphen or a dash. Case is kept: "US" is a country, "us" is not.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

UPPER = "".join(chr(c) for c in (*range(0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())
_APOSTROPHES = "'’‘ʼʻ`"
_JOINS = " \u00a0\u2009\u202f–‑-"

_LINKS = (
    "al|am|an|and|ar|as|ash|at|az|au|aux|bei|da|das|de|del|della|den|der|des|di|do|dos|du|e|ed|ee"
    "|el|en|er|es|et|in|is|ist|i|la|las|le|les|los|na|nad|ob|of|on|op|os|pe|pod|por|s|sobre|sul"
    "|sur|the|und|upon|van|von|y"
)
"""Lower-case words that stand inside names, such as "Rio de Janeiro"."""

_OF_A_SAINT = "|".join(
    rf"(?<={saint}[ \u00a0])[{UPPER}]\w+[{_APOSTROPHES}]s(?=[ \u00a0](?:Castle|House|Palace)\b)"
    for saint in ("St", r"St\.", "Saint")
)
_WORD = (
    rf"{_OF_A_SAINT}|(?:[A-Z]\.){{2,4}}|(?:Ft|Mt|St|Ste)\."
    rf"|(?:[dl][{_APOSTROPHES}])?[{UPPER}]\w*(?:[{_APOSTROPHES}](?!s\b)\w+)?"
)
_LINK = rf"(?:{_LINKS})(?=[{_JOINS}])"
_TOKEN = re.compile(rf"{_WORD}|{_LINK}|&")
_RUN = re.compile(
    rf"(?<!\w)(?:{_WORD})(?:[{_JOINS}](?:(?:{_LINK}|&)[{_JOINS}]){{0,2}}(?:{_WORD})){{0,40}}"
)
_DROPPED = str.maketrans("", "", _APOSTROPHES + ".")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a run, with its place in the text and its key."""

    start: int
    end: int
    key: str


def runs(text: str) -> Iterator[list[Token]]:
    """Runs of capitalised words, with the small words that may stand between them."""
    for run in _RUN.finditer(text):
        yield [
            Token(token.start(), token.end(), token_key(token[0]))
            for token in _TOKEN.finditer(text, *run.span())
        ]


def token_key(word: str) -> str:
    """The key of one word."""
    word = word.translate(_DROPPED)
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in decomposed if not unicodedata.combining(char))
    return word


_SPLIT = re.compile(rf"[{_JOINS}]+")


def name_key(name: str) -> str:
    """The key of a name of one or more words."""
    if name.isascii() and name.isalpha():
        return name
    return " ".join(filter(None, (token_key(word) for word in _SPLIT.split(name))))
