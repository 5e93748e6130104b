"""Counts of things ("about 40 countries", "1,512 adults") and ordinals ("the second meeting")."""

import re

from pipeline.mentions.model import CountMention, OrdinalMention
from pipeline.mentions.numbers import (
    CARDINALS,
    ORDINALS,
    QUALIFIERS_AFTER,
    QUALIFIERS_BEFORE,
    cardinal,
    ordinal,
)
from schemas.vocabularies import Qualifier

_SPACE = r"[ \u00a0\u202f\u2009]"
_BEFORE = "|".join(
    (r"\b" if words[0].isalpha() else "") + re.escape(words).replace(r"\ ", _SPACE)
    for words in sorted(QUALIFIERS_BEFORE, key=len, reverse=True)
)
_AFTER = "|".join(re.escape(words).replace(r"\ ", _SPACE) for words in QUALIFIERS_AFTER)
_WORDS = "|".join(sorted(CARDINALS, key=len, reverse=True))
_FIGURES = r"(?<![\d.,$€£¥/-])\d{1,3}(?:,\d{3}){1,3}(?![\d,]*\d)|(?<![\d.,$€£¥/-])\d{1,6}(?![\d%]|[.,/-]\d)"

# The counted noun is a plural in -s or one of the irregular plurals that name people and states.
_COUNT = re.compile(
    rf"""(?:(?P<q>{_BEFORE}){_SPACE}?)?
    (?P<n>\b(?:{_WORDS})\b|{_FIGURES}){_SPACE}
    (?:(?P<a>{_AFTER}){_SPACE})?
    (?:[\w’'-]{{1,20}}{_SPACE}){{0,3}}?
    (?P<noun>people|men|women|children|police|[a-z]{{3,20}}(?<!s)s)\b""",
    re.VERBOSE,
)
_NOT_COUNTED = frozenset(
    "years months weeks days hours minutes seconds decades centuries times points this his was has "
    "its thus plus always perhaps dollars pounds euros degrees percentages millions billions "
    "thousands kilometres kilometers miles metres meters others".split()
)

_ORDINAL = re.compile(
    rf"\b(?P<o>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|\d{{1,3}}(?:st|nd|rd|th))"
    rf"(?:{_SPACE}(?P<noun>[a-z]+))?\b",
    re.IGNORECASE,
)


def find_counts(text: str) -> list[CountMention]:
    """All counts of things that a text gives, in order. Spans of time and money are none."""
    found = []
    for match in _COUNT.finditer(text):
        value = cardinal(match["n"])
        if value is None or match["noun"] in _NOT_COUNTED:
            continue
        found.append(
            CountMention(
                match.start(),
                match.end(),
                match.group(),
                "count_of_things",
                value,
                _qualifier(match["q"], match["a"]),
                match["noun"],
            )
        )
    return found


def _qualifier(before: str | None, after: str | None) -> Qualifier:
    if after:
        return QUALIFIERS_AFTER[re.sub(_SPACE, " ", after)]
    return QUALIFIERS_BEFORE[re.sub(_SPACE, " ", before)] if before else Qualifier.EXACT


def find_ordinals(text: str) -> list[OrdinalMention]:
    """All ordinal numbers of a text, in words or figures, with the lower-case word after each."""
    return [
        OrdinalMention(
            match.start(),
            match.end("o"),
            match["o"],
            "ordinal",
            ordinal(match["o"]) or 0,
            match["noun"].lower() if match["noun"] else None,
        )
        for match in _ORDINAL.finditer(text)
    ]
