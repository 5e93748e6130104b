"""Shares that are given only to compare another with them, and those that tell one again."""

import re

from pipeline.mentions.model import ShareMention
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading

_COMPARED = re.compile(
    r"\b(?:(?:up|down|rise|rose|risen|fell|fallen|increased?|decreased?|declined?|dropped|grew|"
    r"grown|improved)\s+(?:[\w’'-]+\s+){0,2}?from|(?:compared|opposed)\s+(?:to|with)|versus|"
    r"against|than|from)\s+(?:an?\s+\w+\s+of\s+)?$",
    re.I,
)
_DEFINITE = re.compile(r"\b(?:the|that|this|those|these)\s+$", re.I)
_QUOTED = re.compile(r"[\"“][^\"“”]{0,120}$")


def is_earlier_figure(reading: Reading, share: ShareMention, scope: Scope) -> bool:
    """Whether a share is given only to compare another with it ("down from 80%")."""
    before = reading.text[max(scope.start, share.start - 50) : share.start]
    return _COMPARED.search(before) is not None


def tells_again(reading: Reading, share: ShareMention, scope: Scope) -> bool:
    """Whether a share is spoken of as known ("the 48%"), or quoted from somebody's account."""
    before = reading.text[scope.start : share.start]
    return bool(_DEFINITE.search(before) or _QUOTED.search(before))
