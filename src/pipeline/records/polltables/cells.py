"""What single cells say: shares, sample sizes, margins of error, modes."""

import re
from dataclasses import dataclass

from pipeline.documents.model import Cell
from pipeline.mentions.numbers import QUALIFIERS_BEFORE, cardinal, qualifier_after, qualifier_before
from pipeline.mentions.typography import plain
from pipeline.mentions.vocabulary import any_of
from schemas.vocabularies import PollMode, Qualifier

#: A cell with more characters than this holds no number alone.
_LONGEST = 60
_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{1,2})?(?![0-9])"
_SHARE = re.compile(
    rf"\s*(?P<share>(?:(?P<qualifier>{any_of(QUALIFIERS_BEFORE)})\s?)?(?P<low>{_NUMBER})\s?%?"
    rf"(?:\s?(?:-|\bto\b)\s?(?P<high>{_NUMBER})\s?%?)?)"
    # Behind it may stand a change, a number of seats or a mark.
    rf"(?:\s?\([^()]{{0,40}}\)|\s?[▲▼△▽↑↓]\s?(?:{_NUMBER})?\s?%?|\s?[+±-]\s?{_NUMBER}\s?%?|"
    r"\s[0-9]{1,3}(?:[/-][0-9]{1,3})?|[*†‡^✓]{1,3})?\s*",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\s*(?:[-?*.x/=]{0,3}|n/?[ad]\.?|n\. ?[ad]\.|tba|tbd|tie|unknown|none|not asked|did not exist|"
    r"not stated|not given|no data|not available|not disclosed|not specified)\s*",
    re.I,
)
_COUNT = re.compile(
    r"(?<![\w.,])(?:[0-9]{1,3}(?:[,. ][0-9]{3}){1,3}|[0-9]{1,8})(?![0-9]|[.,][0-9])\+?"
)
_ANY_NUMBER = re.compile(r"[+±<>~-]?\s?[0-9]{1,9}(?:[.,][0-9]{1,9}){0,3}\s?%?")
_MARGIN = re.compile(r"(?:±|\+/-|\+-)?\s?(?P<points>[0-9]{1,2}(?:[.,][0-9]{1,2})?)(?![0-9])")
_MODES: tuple[tuple[PollMode, re.Pattern[str]], ...] = (
    (PollMode.MIXED, re.compile(r"\b(?:mixed|hybrid|multi-?mode|cati ?[/+&,] ?cawi)\b")),
    (PollMode.ONLINE, re.compile(r"\b(?:online|internet|web|cawi|panel|e-?mail|app)\b")),
    (PollMode.TELEPHONE, re.compile(r"\b(?:(?:tele)?phones?|cati|ivr|landline|mobile|robocall)\b")),
    (
        PollMode.FACE_TO_FACE,
        re.compile(r"\b(?:face[ -]to[ -]face|f2f|in[ -]person|capi|papi|personal|door)\b"),
    ),
    (PollMode.POSTAL, re.compile(r"\b(?:post|postal|mail)\b")),
)


@dataclass(frozen=True, slots=True)
class Share:
    """A share that a cell gives: ``prose[start:end]`` is the number with what qualifies it.

    ``has_sign`` tells whether a percent sign stands behind it, ``has_decimals`` whether it is no
    whole number.
    """

    start: int
    end: int
    low: float
    high: float
    qualifier: Qualifier
    has_sign: bool
    has_decimals: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """How many were asked, at ``prose[start:end]``; behind it may stand who, at ``people``."""

    start: int
    end: int
    size: int
    qualifier: Qualifier
    people: tuple[int, int] | None


def text_of(cell: Cell | None) -> str:
    """The prose of a cell, empty where there is none."""
    return cell.paragraph.prose.text if cell else ""


def is_empty(cell: Cell | None) -> bool:
    """Whether nothing stands in a place of the grid."""
    return not text_of(cell).strip()


def is_gap(text: str) -> bool:
    """Whether a cell says that there is no value: a dash, "N/A", "tie"."""
    return len(text) <= _LONGEST and bool(_GAP.fullmatch(plain(text)))


def share_in(text: str) -> Share | None:
    """The number of a cell that holds a number of up to three digits, if it holds nothing else.

    A change since the last poll ("46 (+2)") and a number of seats may follow it.
    """
    match = _SHARE.fullmatch(plain(text)) if len(text) <= _LONGEST else None
    if match is None:
        return None
    low = float(match["low"].replace(",", "."))
    high = float(match["high"].replace(",", ".")) if match["high"] else low
    start, end = match.span("share")
    if high < low:  # "46 -2" is a share and its change
        high, end = low, match.end("low")
        end += 1 if text[end : end + 1] == "%" else 0
    end = start + len(text[start:end].rstrip())
    qualifier = QUALIFIERS_BEFORE.get((match["qualifier"] or "").lower(), Qualifier.EXACT)
    return Share(
        start,
        end,
        low,
        high,
        Qualifier.RANGE if high > low else qualifier,
        has_sign="%" in plain(text),
        has_decimals="." in match["low"] or "," in match["low"],
    )


def number_in(text: str) -> tuple[int, int] | None:
    """Where the first number of a text stands, None if it has none."""
    match = _ANY_NUMBER.search(plain(text[:_LONGEST]))
    return match.span() if match else None


def sample_in(text: str) -> Sample | None:
    """The sample size that a cell gives ("1,012", "~2,000", "1,000 likely voters")."""
    same = plain(text[: 2 * _LONGEST])
    match = _COUNT.search(same)
    if match is None:
        return None
    plus = match.group().endswith("+")
    size = cardinal(match.group().rstrip("+").replace(".", ",")) or 0
    start, before = qualifier_before(same, match.start())
    end, after = qualifier_after(same, match.end())
    if size < 1:
        return None
    qualifier = Qualifier.AT_LEAST if plus else after or before
    return Sample(start, end, size, qualifier, _people_behind(same, end))


_PEOPLE = re.compile(r"\s{0,3}\(?\s?(?P<people>[A-Za-z][A-Za-z' -]{0,50})\)?\s{0,3}")
_NOBODY = re.compile(
    r"(?:respondents?|people|persons?|interviews?|participants?|interviewees|weighted|unweighted|n)",
    re.I,
)


def _people_behind(same: str, end: int) -> tuple[int, int] | None:
    match = _PEOPLE.fullmatch(same, end)
    if match is None or _NOBODY.fullmatch(match["people"].strip()):
        return None
    start, stop = match.span("people")
    return start, start + len(same[start:stop].rstrip())


def margin_in(text: str) -> tuple[int, int, float] | None:
    """Where a cell gives a margin of error, and what it is in percentage points."""
    match = _MARGIN.search(plain(text[:_LONGEST]))
    if match is None:
        return None
    return *match.span("points"), float(match["points"].replace(",", "."))


def mode_in(text: str) -> PollMode | None:
    """How people were asked, by the words of a cell; None if it does not say."""
    same = plain(text[: 2 * _LONGEST]).lower()
    named = [mode for mode, words in _MODES if words.search(same)]
    if not named:
        return None
    return named[0] if len(named) == 1 else PollMode.MIXED
