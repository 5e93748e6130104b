"""Lists that go together item by item: "in 2010 and 2012, 40% and 45% respectively"."""

import re
from collections.abc import Sequence
from typing import TypeVar

from pipeline.mentions.model import Mention, ShareMention
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading, within

M = TypeVar("M", bound=Mention)

_RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
_GLUE = re.compile(
    r"\s*(?:,|;|,?\s*(?:and|or|to|in|the|of|for|among|with|by)\b)+\s*(?:(?:in|the|of)\s+)*"
)
#: How far "respectively" may stand behind the last share, in characters.
_REACH = 60


def respective(reading: Reading, share: ShareMention, scope: Scope, items: Sequence[M]) -> M | None:
    """The item that goes with a share, by their places in two lists of one length.

    Args:
        reading: The paragraph.
        share: A share of the scope.
        scope: The scope.
        items: What may be listed before the shares, in order of their offsets.

    Returns:
        None where the scope does not say "respectively", or the lists are not of one length.
    """
    if not _RESPECTIVELY.search(reading.text, share.end, scope.end):
        return None
    shares = _run(reading, within(reading.shares, scope.start, scope.end), share)
    behind = reading.text[shares[-1].end : shares[-1].end + _REACH]
    if len(shares) < 2 or not _RESPECTIVELY.search(behind):
        return None
    before = [item for item in items if scope.start <= item.start and item.end <= shares[0].start]
    if len(before) < len(shares):
        return None
    listed = _run(reading, before, before[-1])
    return listed[shares.index(share)] if len(listed) == len(shares) else None


def _run(reading: Reading, mentions: Sequence[M], member: M) -> list[M]:
    """The list that a mention is a member of: those joined by commas and "and"."""
    at = mentions.index(member)
    first = last = at
    while first and _joined(reading, mentions[first - 1], mentions[first]):
        first -= 1
    while last + 1 < len(mentions) and _joined(reading, mentions[last], mentions[last + 1]):
        last += 1
    return list(mentions[first : last + 1])


def _joined(reading: Reading, one: Mention, other: Mention) -> bool:
    return _GLUE.fullmatch(reading.text, one.end, other.start) is not None
