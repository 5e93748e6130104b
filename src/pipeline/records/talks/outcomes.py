"""What a talk ended with, in a closed vocabulary and in the words of the text."""

import re
from typing import NamedTuple

from schemas.vocabularies import TalkOutcome

_PACT = (
    r"(?:agreements?|treat(?:y|ies)|accords?|armistice|truce|cease-?fire|peace|convention|protocol|"
    r"declaration|settlement|communiqu[ée]|compromise|pact|memorandum)"
)
_OUTCOMES = (
    (
        TalkOutcome.NO_AGREEMENT,
        re.compile(
            r"\b(?:without\s+(?:any\s+|an?\s+|reaching\s+(?:an?\s+)?)?(?:results?|agreement|"
            r"success|"
            r"breakthrough|progress|outcome|decision|conclusion)|failed|in\s+failure|"
            r"to\s+no\s+avail|"
            r"inconclusive\w*|(?:broke|broken)\s+(?:down|off|up)|collapsed|fruitless|"
            r"unsuccessful\w*|"
            r"deadlock\w*|stalemate|(?:could|did)\s+not\s+(?:agree|reach)|unable\s+to\s+(?:agree|"
            r"reach)|"
            rf"(?:no|neither)\s+(?:\w+\s+)?(?:{_PACT}|progress|breakthrough|results?))\b",
            re.IGNORECASE,
        ),
    ),
    (
        TalkOutcome.PARTIAL_AGREEMENT,
        re.compile(
            r"\b(?:partial|preliminary|provisional|interim|framework|limited)\s+(?:agreement|"
            r"accord)\b",
            re.IGNORECASE,
        ),
    ),
    (
        TalkOutcome.CONTINUED,
        re.compile(
            r"\b(?:agreed\s+to\s+(?:continue|resume|meet\s+again|hold\s+(?:further|more|another))|"
            r"adjourned|for\s+consultations)\b",
            re.IGNORECASE,
        ),
    ),
    (
        TalkOutcome.AGREEMENT,
        re.compile(
            r"\b(?:(?:result(?:ed|ing)|culminat\w+)\s+in|led\s+to|produced|adopted|"
            rf"ended\s+(?:on\s+[\w ]{{1,25}}\s+)?(?:in|with)|"
            rf"signed|reached|sealed|concluded|agreed\s+(?:on|upon|"
            rf"to))\s+(?:(?!and\b)[\w’'-]+\s+){{0,5}}?{_PACT}\b"
            r"|\bagreed\s+(?:not\s+)?(?:to|on|upon|that)\b",
            re.IGNORECASE,
        ),
    ),
)
#: Where the words for an outcome end, and how many they are at most.
_CLAUSE_END = re.compile(r"[;:.](?=\s|$)|,\s|\s(?:and|but|while|which|where|when|after|before)\s")
_LONGEST = 160


class Outcome(NamedTuple):
    """An outcome with the words that tell it.

    Attributes:
        value: The outcome.
        start: Where the words begin that tell it.
        end: Where they end.
    """

    value: TalkOutcome
    start: int
    end: int


def find_outcome(text: str, start: int, end: int) -> Outcome | None:
    """What a clause says that a talk ended with; None if it says nothing.

    The words go from the phrase that tells it to the end of its clause ("agreed on a ceasefire").
    """
    for value, pattern in _OUTCOMES:
        match = pattern.search(text, start, end)
        if match:
            stop = min(end, match.start() + _LONGEST)
            behind = _CLAUSE_END.search(text, match.end(), stop)
            last = behind.start() if behind else max(match.end(), _word_end(text, stop, end))
            return Outcome(value, match.start(), last)
    return None


def _word_end(text: str, stop: int, end: int) -> int:
    """The end of the last whole word before an offset."""
    return stop if stop == end else max(text.rfind(" ", 0, stop), 0)


def outcome_of(text: str) -> TalkOutcome | None:
    """What a text says that a talk ended with; None if it says nothing."""
    found = find_outcome(text, 0, len(text))
    return found.value if found else None
