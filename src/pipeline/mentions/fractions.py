"""Shares in words: fractions ("two-thirds of voters") and ratios ("one in five")."""

import re

from pipeline.mentions.model import ShareMention
from pipeline.mentions.numbers import CARDINALS, cardinal, qualifier_before
from pipeline.mentions.typography import plain
from pipeline.mentions.vocabulary import RESPONDENTS, any_of, inflections

_DENOMINATORS = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8,
    "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
_SMALL = any_of([word for word, value in CARDINALS.items() if 1 <= value <= 10])
_PEOPLE = any_of(
    (
        *RESPONDENTS,
        *"population people public voters electorate adults citizens residents women men".split(),
        *"members inhabitants country nation households students participants sample".split(),
    )
)
_SAYING = any_of(
    (
        *inflections("say believe think support oppose favour favor approve agree disagree feel "
        "want prefer trust view describe identify report express consider"),
        "were", "would", "did", "had", "rarely", "never",
    )
)  # fmt: skip
#: What is measured or timed, not asked: "half of the year", "a third of a mile".
_NO_PEOPLE = (
    r"(?:an?\b|its|their|his|her|my|all time|[0-9]|(?:(?:the|that|this|each|every|last|next|first|"
    r"second|whole|entire|same) ){0,3}(?:year|month|week|day|night|hour|time|century|decade|season|"
    r"game|match|film|movie|book|series|episode|album|tour|show|race|war|way|life|field|length|"
    r"distance|cost|price|size|area|land|territory|budget|money|world)\b)"
)
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?:(?P<part>an?|{_SMALL})[ -])?(?P<of>{any_of(_DENOMINATORS)})"
    rf"(?= (?:of (?!{_NO_PEOPLE})|{_SAYING}\b))"
    rf"|(?P<half>half)(?= (?:of )?(?:(?:the|all|those) )?{_PEOPLE}\b))",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"[ -](?:in|out of)[ -](?:every[ -])?"
    rf"(?P<whole>{_SMALL}|twelve|fifteen|twenty|(?:a|one) hundred|1,000|[1-9][0-9]{{0,3}})"
    r"(?![\w%]|[.,:][0-9]|-(?!year)| per| ?% )"
)
_PART = re.compile(rf"(?<![\w,.:-])(?:{_SMALL}|[1-9][0-9]{{0,2}})$", re.IGNORECASE)
_SCORED = re.compile(
    r"\b(?:rat(?:ed|es?|ing)|scor(?:ed?|es|ing)|gave|giv(?:es?|ing)|awarded|review|marks?)\b", re.I
)
_UNITS = re.compile(
    r" (?:stars?|points?|marks?|years?|months?|weeks?|days?|games?|matches|starts|innings|hours?|"
    r"minutes|attempts|races|seasons|tests?|the)\b"
)
_OTHER_HALF = re.compile(
    r"\b(?:first|second|other|latter|former|final|last|top|bottom|upper|lower|better|\w{3,5}ern|"
    r"this|that|his|her|their|its|whose|the) $",
    re.IGNORECASE,
)
_BEFORE_RATIO = 30


def find_fractions(text: str) -> list[ShareMention]:
    """The fractions and ratios of people that a text gives in words, in order of their offsets.

    Values are rounded to two decimals: "two-thirds" is 66.67.
    """
    same = plain(text)
    found = []
    lower = same.lower()
    if any(word in lower for word in _DENOMINATORS):
        found += [m for match in _FRACTION.finditer(same) if (m := _fraction(text, same, match))]
    if " in" in same or "-in-" in same or "out of" in same:
        found += [m for match in _RATIO.finditer(same) if (m := _ratio(text, same, match))]
    return sorted(found, key=lambda mention: mention.start)


def _fraction(text: str, same: str, match: re.Match[str]) -> ShareMention | None:
    denominator = _DENOMINATORS[(match["of"] or match["half"]).lower()]
    part = (match["part"] or "").lower()
    if not part and (
        denominator != 2 or _OTHER_HALF.search(same, max(0, match.start() - 9), match.start())
    ):
        return None
    share = 100 * CARDINALS.get(part, 1) / denominator
    return _mention(text, same, match.start(), match.end(), "fraction_of", share)


def _ratio(text: str, same: str, match: re.Match[str]) -> ShareMention | None:
    part = _PART.search(same, max(0, match.start() - 8), match.start())
    whole = cardinal(match["whole"])
    if part is None or not whole or _UNITS.match(same, match.end()):
        return None
    if _SCORED.search(same, max(0, part.start() - _BEFORE_RATIO), part.start()):
        return None
    share = 100 * (cardinal(part.group()) or 0) / whole
    return _mention(text, same, part.start(), match.end(), "one_in_n", share)


def _mention(
    text: str, same: str, first: int, end: int, rule: str, share: float
) -> ShareMention | None:
    if not 0 < share < 100:
        return None
    start, qualifier = qualifier_before(same, first)
    value = round(share, 2)
    return ShareMention(start, end, text[start:end], rule, value, value, qualifier, in_words=True)
