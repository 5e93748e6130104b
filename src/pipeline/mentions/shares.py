"""Shares in percent: single ones, ranges, changes, contests and lists of them.

Every percent sign is looked for first; the number before it, the numbers that share its sign and
the words that qualify them are then read backwards from it. Each rule is named after the phrase
shape that it reads. A mention includes the words that qualify it ("over 80%", "only 26%").
"""

import re
from dataclasses import dataclass

from pipeline.mentions.bare_shares import find_bare_shares
from pipeline.mentions.fractions import find_fractions
from pipeline.mentions.model import ShareMention
from pipeline.mentions.numbers import CARDINAL_WORDS, cardinal, qualifier_after, qualifier_before
from pipeline.mentions.spans import Spans
from pipeline.mentions.typography import plain
from schemas.vocabularies import Qualifier

_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_GLYPHS = "".join(_VULGAR)
_THOUSANDS = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,4})?"
_FIGURE = (
    rf"(?:(?<![0-9])(?<![0-9][.,·])(?:{_THOUSANDS}|[0-9]{{1,7}}(?:[.,·][0-9]{{1,4}})?)[{_GLYPHS}]?"
    rf"|(?<!\w)\.[0-9]{{1,4}}|[{_GLYPHS}])"
)
_WORDS = rf"(?<![\w-])(?:an? )?{CARDINAL_WORDS}(?: and a half)?"
_SIGN = re.compile(r"%|\b[Pp][Ee][Rr][ -]?[Cc][Ee][Nn][Tt]\b")
_POINTS = re.compile(r" ?-?(?:age)?[ -]?(?:points?|pts?|pps?)\b", re.IGNORECASE)
_SEPARATOR = r"(?P<sep> ?- ?| to |,? and |,? or |, )"

_JOINT = re.compile(_SEPARATOR)
#: The longest list of shares that end in one sign ("46, 41 and 13 percent").
_MAX_LISTED = 8

_BETWEEN = re.compile(r"\b(between|from) $", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:es?|ed|ing)|anywhere|somewhere|var(?:y|ies|ied|ying))\W{1,3}$", re.IGNORECASE
)
_CONTEST = re.compile(
    r"\b(?:leads?|led|leading|trail\w{0,6}|ahead|behind|margins?|versus|beat\w{0,5}|tied|split|"
    r"defeat\w{0,5})\b",
    re.IGNORECASE,
)
#: What makes a number before "and" none of a list of shares: it is a day or an age.
_NO_SHARE_BEFORE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|aged?|ages|number|no\.) $",
    re.IGNORECASE,
)


class _Shape:
    """How a number is written, to be read backwards.

    Attributes:
        before_sign: The number right before a percent sign.
        joined: The number before what joins it to the next one.
        reach: How many characters before those it may begin.
    """

    def __init__(self, number: str, reach: int) -> None:
        self.before_sign = re.compile(rf"(?P<n>{number})[ -]?$", re.IGNORECASE)
        self.joined = re.compile(rf"(?P<n>{number}){_SEPARATOR}$", re.IGNORECASE)
        self.reach = reach


_FIGURE_SHAPE = _Shape(_FIGURE, reach=24)
_WORDS_SHAPE = _Shape(_WORDS, reach=60)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a share: its value, its span, and its end with a sign of its own."""

    value: float
    start: int
    end: int


def find_shares(text: str) -> list[ShareMention]:
    """All shares that a text gives, in order of their offsets; they do not overlap.

    Percentage points are no shares. A range ("10-15%") is one mention; a change ("from 46% to
    41%"), a contest ("51 to 36 percent") and a list ("46, 41 and 13 percent") are one mention a
    share. Values over 100 are returned as written: the caller decides what they are.
    """
    reader = _Reader(text)
    for sign in _SIGN.finditer(reader.plain):
        reader.read(sign)
    found = reader.found + reader.bare()
    taken = Spans()
    for mention in found:
        taken.take(mention.start, mention.end)
    for fraction in find_fractions(text):
        if taken.is_free(fraction.start, fraction.end):
            taken.take(fraction.start, fraction.end)
            found.append(fraction)
    return sorted(found, key=lambda m: m.start)


class _Reader:
    """Reads the shares of one text from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        self.found: list[ShareMention] = []
        self.last: _Number | None = None
        """The number of the sign before, where that has been read."""

    def read(self, sign: re.Match[str]) -> None:
        """Read the share, or the shares, that end in a percent sign."""
        floor = self.last.end if self.last else 0
        number = self._number(sign, floor)
        if number is None or _POINTS.match(self.plain, sign.end()):
            self.last = None
            return
        before, separator = self._joined_to(self.last, number)
        if before is not None and self._is_pair(before, separator):
            self.found.pop()
            self._pair(before, number, separator)
        else:
            self._list([*self._chain(number, floor), (number, "")])
        self.last = number

    def bare(self) -> list[ShareMention]:
        """Shares without a sign of their own ("tied 45-45"), but for those read with a sign."""
        taken = Spans()
        for mention in self.found:
            taken.take(mention.start, mention.end)
        bare = []
        for start, end, rule in find_bare_shares(self.plain, [m.end for m in self.found]):
            if taken.is_free(start, end):
                taken.take(start, end)
                bare.append(self._mention(start, end, rule, float(self.text[start:end])))
        return bare

    def _number(self, sign: re.Match[str], floor: int) -> _Number | None:
        before = self.plain[max(floor, sign.start() - 3) : sign.start()].rstrip(" -")
        shape = _WORDS_SHAPE if before[-1:].isalpha() else _FIGURE_SHAPE
        match = shape.before_sign.search(
            self.plain, max(floor, sign.start() - shape.reach), sign.start()
        )
        value = _value(match["n"]) if match else None
        if match is None or value is None or self._is_negative(match.start()):
            return None
        return _Number(value, match.start(), sign.end())

    def _is_negative(self, start: int) -> bool:
        """Whether a minus sign, not a dash, stands before a number."""
        return self.text[max(0, start - 1) : start] == "\u2212" and (
            start < 2 or self.plain[start - 2] in " ("
        )

    def _joined_to(self, last: _Number | None, number: _Number) -> tuple[_Number | None, str]:
        """The share before with what joins it to this one ("46% to 41%"), if anything does."""
        if last is None:
            return None, ""
        start, _ = qualifier_before(self.plain, number.start)
        joint = _JOINT.fullmatch(self.plain, last.end, max(last.end, start))
        return (last, joint["sep"]) if joint else (None, "")

    def _is_pair(self, first: _Number, separator: str) -> bool:
        if separator.strip() in {"-", "to"}:
            return True
        return separator == " and " and self._opening(first)[0] == "between"

    def _opening(self, first: _Number) -> tuple[str, int]:
        """The "between" or "from" before a number and its qualifying words, and where it is."""
        start, _ = qualifier_before(self.plain, first.start)
        match = _BETWEEN.search(self.plain, max(0, start - 9), start)
        return (match[1].lower(), match.start()) if match else ("", start)

    def _chain(self, number: _Number, floor: int) -> list[tuple[_Number, str]]:
        """The numbers without a sign of their own before a share, each with what joins it."""
        chain: list[tuple[_Number, str]] = []
        shape = _WORDS_SHAPE if self.plain[number.start].isalpha() else _FIGURE_SHAPE
        start, _ = qualifier_before(self.plain, number.start)
        while len(chain) < _MAX_LISTED:
            match = shape.joined.search(self.plain, max(floor, start - shape.reach), start)
            value = _value(match["n"]) if match else None
            if match is None or value is None or value > 100:
                break
            chain.insert(0, (_Number(value, match.start("n"), match.end("n")), match["sep"]))
            start, _ = qualifier_before(self.plain, match.start("n"))
        if chain and _NO_SHARE_BEFORE.search(self.plain, max(0, start - 11), start):
            del chain[0]
        listed = next((sep for _, sep in reversed(chain) if not self._is_range(sep)), "")
        if listed == ", ":
            del chain[: -1 if self._is_range(chain[-1][1]) else None]
        return chain

    @staticmethod
    def _is_range(separator: str) -> bool:
        return separator.strip() in {"-", "to"}

    def _list(self, chain: list[tuple[_Number, str]]) -> None:
        """Read a list, the pairs in it together."""
        index = 0
        while index < len(chain):
            number, separator = chain[index]
            if separator and self._is_pair(number, separator):
                self._pair(number, chain[index + 1][0], separator)
                index += 2
            else:
                self._single(number, "list_of_shares" if len(chain) > 1 else "share")
                index += 1

    def _pair(self, first: _Number, second: _Number, separator: str) -> None:
        """Read two joined shares: a range, a change or a contest."""
        opening, start = self._opening(first)
        ranging = opening != "from" or _RANGING.search(self.plain, max(0, start - 14), start)
        contest = (
            separator == " to "
            and not opening
            and _CONTEST.search(self.plain, max(0, start - 60), start)
        )
        of_support = self.plain.startswith(" of ", second.end)
        if ranging and (not contest or of_support) and first.value < second.value:
            rule = "between_share_and_share" if opening else "share_to_share"
            self.found.append(
                self._mention(start, second.end, rule, first.value, second.value, Qualifier.RANGE)
            )
            return
        rule = "from_share_to_share" if opening else "share_against_share"
        self._single(first, rule)
        self._single(second, rule)

    def _single(self, number: _Number, rule: str) -> None:
        start, qualifier = qualifier_before(self.plain, number.start)
        end, after = qualifier_after(self.plain, number.end)
        self.found.append(
            self._mention(start, end, rule, number.value, number.value, after or qualifier)
        )

    def _mention(
        self,
        start: int,
        end: int,
        rule: str,
        low: float,
        high: float | None = None,
        qualifier: Qualifier = Qualifier.EXACT,
    ) -> ShareMention:
        high = low if high is None else high
        return ShareMention(start, end, self.text[start:end], rule, low, high, qualifier)


def _value(number: str) -> float | None:
    """The value of a number as matched, in figures or in words; None if the words are no number."""
    if number[0].isalpha():
        words = number.lower()
        whole = cardinal(words.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5 * words.endswith(" and a half")
    part = _VULGAR.get(number[-1], 0.0)
    figures = number[:-1] if part else number
    if re.fullmatch(_THOUSANDS, figures):
        figures = figures.replace(",", "")
    return round(float(figures.replace(",", ".").replace("·", ".") or 0) + part, 4)
