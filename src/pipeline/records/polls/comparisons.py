"""Shares that are given only to compare another with them, and those that tell one again."""

import re

from pipeline.mentions.model import ShareMention
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading

#: "Down from", which always gives an earlier share.
_FROM = re.compile(
    r"\b(?:up|down|rise|rose|risen|rising|fell|fall|fallen|falling|increased?|decreased?|declined?|"
    r"dropped|drop|grew|grown|improved|climbed|sank|sunk|shrunk|plummeted|jumped|went|gone|"
    r"recovered|decline|increase)\s+(?:[\w’'-]+\s+){0,2}?from\s+(?:an?\s+\w+\s+of\s+)?$"
    r"|\bfrom\s+$",
    re.I,
)
#: "Compared with", which may as well give the share of other people or of another answer.
_COMPARED = re.compile(
    r"\b(?:(?:compared|opposed|comparison|relative)\s+(?:to|with)|versus|against|than|share\s+of\s+"
    r"[\w\s]{4,20}\()\s*(?:an?\s+\w+\s+of\s+|the\s+)?$",
    re.I,
)
_EARLIER = re.compile(
    r"^[^,;.()]{0,40}?\b(?:earlier|before|previously|ago|prior|originally|(?:last|previous|prior)\s+"
    r"(?:year|month|poll|survey|wave)|(?:in|of|for|from)\s+(?:[A-Z][a-z]+\s+)?(?:1[5-9]|20)\d\d)\b"
)
#: "30% (53% a year before)".
_BRACKETED_EARLIER = re.compile(
    r"^\s+(?:[\w-]+\s+){0,3}(?:earlier|before|previously|ago|the\s+(?:year|month)\s+before)\)"
)
_DEFINITE = re.compile(r"\b(?:the|that|this|those|these)\s+$", re.I)
_QUOTED = re.compile(r"[\"“][^\"“”]{0,120}$")


def is_earlier_figure(reading: Reading, share: ShareMention, scope: Scope) -> bool:
    """Whether a share is given only to compare another with it ("down from 80%").

    "Against 44%" alone gives the share of another answer, "against 44% in 2009" an earlier one.
    """
    before = reading.text[max(scope.start, share.start - 50) : share.start]
    if _FROM.search(before):
        return True
    behind = reading.text[share.end : scope.end]
    if _COMPARED.search(before):
        return before.endswith("(") or _EARLIER.search(behind) is not None
    return before.endswith("(") and _BRACKETED_EARLIER.match(behind) is not None


def tells_again(reading: Reading, share: ShareMention, scope: Scope) -> bool:
    """Whether a share is spoken of as known ("the 48%"), or quoted from somebody's account."""
    before = reading.text[scope.start : share.start]
    return bool(_DEFINITE.search(before) or _QUOTED.search(before))
