"""Shares: percentages, ranges of them, and fractions or ratios in words.

Each rule is named after the phrase shape that it reads. Offsets count characters of the text read;
a mention includes the words that qualify it ("over 80%", "only 26%").
"""

import re

from pipeline.mentions.model import ShareMention
from pipeline.mentions.numbers import CARDINALS, QUALIFIERS_AFTER, QUALIFIERS_BEFORE
from schemas.vocabularies import Qualifier

_SPACE = r"[ \u00a0\u202f\u2009]"
_FIGURE = r"(?<![\d.,])\d{1,4}(?:[.,]\d{1,3})?(?!\d)"
_WORD = rf"(?:{'|'.join(sorted(CARDINALS, key=len, reverse=True))})"
_PERCENT = rf"(?:{_SPACE}?%|(?:{_SPACE}|-)per(?:{_SPACE}|-)?cent\b)"
_POINTS = rf"(?!{_SPACE}?-?(?:age)?{_SPACE}?-?points?\b)"
_NUMBER = rf"(?:{_FIGURE}|\b{_WORD}\b)"
_DASH = r"[-\u2010-\u2015\u2212]"

_BEFORE = "|".join(
    (r"\b" if words[0].isalpha() else "") + re.escape(words).replace(r"\ ", _SPACE)
    for words in sorted(QUALIFIERS_BEFORE, key=len, reverse=True)
)
_AFTER = "|".join(re.escape(words).replace(r"\ ", _SPACE) for words in QUALIFIERS_AFTER)
_STRESS = rf"(?:(?:well|just|slightly|only|a little){_SPACE})?"

_CHANGE = re.compile(r"\b(?:ranging|ranges?|ranged|anywhere|var(?:y|ies|ied|ying))\W+$", re.I)
_CONTEST = re.compile(
    r"\b(?:leads?|led|leading|trail\w*|ahead|behind|margins?|versus|beat\w*|defeat\w*|tied)\b", re.I
)

_SHAPES = re.compile(
    rf"""
    (?P<between>\b(?:between|from){_SPACE}(?P<b1>{_NUMBER})(?P<bp>{_PERCENT})?
        (?:{_SPACE}(?:and|to){_SPACE}|{_DASH})(?P<b2>{_NUMBER}){_PERCENT}{_POINTS})
  | (?P<dashed>(?:(?P<dq>{_STRESS}(?:{_BEFORE})){_SPACE}?)?
        (?P<d1>{_FIGURE})(?P<dp>{_PERCENT})?(?P<sep>{_SPACE}?{_DASH}{_SPACE}?|{_SPACE}to{_SPACE})
        (?P<d2>{_FIGURE}){_PERCENT}{_POINTS})
  | (?P<listed>(?P<l1>{_FIGURE})(?:,{_SPACE}(?P<l2>{_FIGURE}))?(?:,{_SPACE}(?P<l3>{_FIGURE}))?,?
        {_SPACE}(?:and|or){_SPACE}(?P<l4>{_FIGURE}){_PERCENT}{_POINTS})
  | (?P<single>(?:(?P<q>{_STRESS}(?:{_BEFORE})){_SPACE}?)?
        (?P<n>{_NUMBER}){_PERCENT}{_POINTS}(?:{_SPACE}(?P<a>{_AFTER})\b)?)
  | (?P<tied>\b(?:tied|level|even|deadlocked){_SPACE}(?:at{_SPACE})?
        (?P<t1>{_FIGURE})(?:{_SPACE}?{_DASH}{_SPACE}?|{_SPACE}to{_SPACE})(?P<t2>{_FIGURE}))
    """,
    re.VERBOSE | re.IGNORECASE,
)

_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_FRACTION = re.compile(
    rf"""
    (?:(?P<q>{_STRESS}(?:{_BEFORE})){_SPACE})?
    (?: (?P<num>\b(?:an?|{_SMALL}))(?:{_SPACE}|-)
        (?P<den>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?
      | (?P<half>\b(?:one{_SPACE}|one-|a{_SPACE})?half)
    )(?={_SPACE}(?:of{_SPACE}(?!an?\b|its|their|his|her|all{_SPACE}time)|said|say|believed?|
        thought|think|support(?:ed)?|oppos(?:ed|e)|favou?r(?:ed)?|approved?|agreed?|felt|feel|
        wanted|want|were|would|did|had|rarely|never))
  | (?:(?P<rq>{_STRESS}(?:{_BEFORE})){_SPACE})?
    \b(?P<part>{_SMALL}|\d{{1,2}})(?:{_SPACE}in{_SPACE}|{_SPACE}out{_SPACE}of{_SPACE}(?:every{_SPACE})?)
    (?:every{_SPACE})?(?P<whole>{_SMALL}|20|100|10)\b(?!{_SPACE}?(?:%|per))
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_shares(text: str) -> list[ShareMention]:
    """All shares that a text gives, in order of their offsets; they do not overlap.

    Percentage points are no shares. A range ("10-15%") is one mention; a change ("from 46% to
    41%"), a contest ("51 to 36 percent") and a list ("46, 41 and 13 percent") are one mention a
    share. Values over 100 are returned as written: the caller decides what they are.
    """
    mentions = _percentages(text) if "%" in text or "cent" in text.lower() or " to " in text else []
    taken = [(m.start, m.end) for m in mentions]
    mentions += [
        m for m in _fractions(text) if all(m.end <= start or end <= m.start for start, end in taken)
    ]
    return sorted(mentions, key=lambda m: m.start)


def _percentages(text: str) -> list[ShareMention]:
    found: list[ShareMention] = []
    for match in _SHAPES.finditer(text):
        shape = match.lastgroup if match.lastgroup in _READERS else _shape_of(match)
        found += _READERS[shape](text, match)
    return found


def _shape_of(match: re.Match[str]) -> str:
    return next(name for name in _READERS if match.group(name) is not None)


def _value(number: str) -> float:
    word = CARDINALS.get(number.lower())
    return float(word) if word is not None else float(number.replace(",", "."))


def _qualifier(words: str | None) -> Qualifier:
    """What qualifying words make of a number; none or stressing words leave it exact."""
    if not words:
        return Qualifier.EXACT
    plain = re.sub(_SPACE, " ", words.lower())
    return next(
        (q for known, q in QUALIFIERS_BEFORE.items() if plain.endswith(known)), Qualifier.EXACT
    )


def _mention(
    text: str, start: int, end: int, rule: str, low: float, high: float, qualifier: Qualifier
) -> ShareMention:
    return ShareMention(start, end, text[start:end], rule, low, high, qualifier)


def _each(
    text: str, match: re.Match[str], groups: tuple[str, ...], rule: str
) -> list[ShareMention]:
    """One exact mention for each group; the last one takes the percent sign."""
    present = [g for g in groups if match.group(g) is not None]
    mentions = []
    for group in present:
        start, end = match.span(group)
        sign = re.compile(_PERCENT, re.I).match(text, end)
        value = _value(match.group(group))
        mentions.append(
            _mention(text, start, sign.end() if sign else end, rule, value, value, Qualifier.EXACT)
        )
    return mentions


def _range(
    text: str, match: re.Match[str], rule: str, low: float, high: float
) -> list[ShareMention]:
    return [_mention(text, match.start(), match.end(), rule, low, high, Qualifier.RANGE)]


def _read_between(text: str, match: re.Match[str]) -> list[ShareMention]:
    low, high = _value(match["b1"]), _value(match["b2"])
    spans_values = match["between"][:4].lower() != "from" or _CHANGE.search(
        text, max(0, match.start() - 20), match.start()
    )
    if spans_values and low < high:
        return _range(text, match, "between_share_and_share", low, high)
    return _each(text, match, ("b1", "b2"), "from_share_to_share")


def _read_dashed(text: str, match: re.Match[str]) -> list[ShareMention]:
    low, high = _value(match["d1"]), _value(match["d2"])
    contest = "to" in match["sep"] and _CONTEST.search(
        text, max(0, match.start() - 60), match.start()
    )
    if low < high and not contest:
        return _range(text, match, "share_to_share", low, high)
    return _each(text, match, ("d1", "d2"), "share_against_share")


def _read_listed(text: str, match: re.Match[str]) -> list[ShareMention]:
    return _each(text, match, ("l1", "l2", "l3", "l4"), "list_of_shares")


def _read_tied(text: str, match: re.Match[str]) -> list[ShareMention]:
    return _each(text, match, ("t1", "t2"), "tied_at_share")


def _read_single(text: str, match: re.Match[str]) -> list[ShareMention]:
    value = _value(match["n"])
    qualifier = _qualifier(match["q"])
    if match["a"]:
        qualifier = QUALIFIERS_AFTER[re.sub(_SPACE, " ", match["a"].lower())]
    return [_mention(text, match.start(), match.end(), "share", value, value, qualifier)]


_READERS = {
    "between": _read_between,
    "dashed": _read_dashed,
    "listed": _read_listed,
    "single": _read_single,
    "tied": _read_tied,
}


def _fractions(text: str) -> list[ShareMention]:
    found = []
    for match in _FRACTION.finditer(text):
        words = match["q"] or match["rq"]
        if match["half"]:
            value, rule = 50.0, "fraction_of"
        elif match["num"]:
            part = 1 if match["num"].lower() in {"a", "an"} else CARDINALS[match["num"].lower()]
            value, rule = 100 * part / _DENOMINATORS[match["den"].lower()], "fraction_of"
        else:
            value, rule = 100 * _value(match["part"]) / _value(match["whole"]), "one_in_n"
        if not 0 < value <= 100:
            continue
        found.append(
            ShareMention(
                match.start(),
                match.end(),
                match.group(),
                rule,
                round(value, 2),
                round(value, 2),
                _qualifier(words),
                in_words=True,
            )
        )
    return found
