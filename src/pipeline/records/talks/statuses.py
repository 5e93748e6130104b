"""Whether a talk is told as held, planned, called for or cancelled."""

import re

from schemas.vocabularies import TalkStatus

_PLANNED = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:scheduled|planned|due|expected|slated|set)\s+(?:for|"
    r"to\s+(?:be|take|begin|meet|open|start|resume|continue))|will\s+(?:be\s+held|take\s+place|"
    r"meet|begin)"
    r"|to\s+be\s+held|(?:is|are|was|were)\s+to\s+(?:take\s+place|begin|meet|open)|planned\s+for|"
    r"scheduled\s+for|upcoming"
    r"|(?:announced|agreed|confirmed)\b[^.;]{0,150}?\bwould\s+(?:meet|be\s+held|take\s+place|"
    r"begin|hold))\b",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"\b(?:cancell?ed|called\s+off|never\s+(?:took\s+place|held|convened|met)|postponed|deferred|"
    r"put\s+off|"
    r"did\s+not\s+take\s+place|were\s+not\s+held|was\s+not\s+held)\b",
    re.IGNORECASE,
)
#: "Was postponed to 3 May", "was put off; it will be held in June": there is a new date.
_MOVED = re.compile(
    r"\b(?:postponed|rescheduled|deferred|put\s+off|delayed|moved)\s+(?:to|until|till|for)\b|"
    r"\bwill\s+(?:now\s+|instead\s+)?(?:be\s+held|take\s+place|begin|open|meet|start|resume)\b",
    re.IGNORECASE,
)


def status_of(text: str) -> TalkStatus:
    """Whether a clause speaks of a talk as held, planned or cancelled.

    What is put off to another date is planned.
    """
    if _CANCELLED.search(text):
        return TalkStatus.PLANNED if _MOVED.search(text) else TalkStatus.CANCELLED
    return TalkStatus.PLANNED if _PLANNED.search(text) else TalkStatus.HELD


def new_date_at(text: str, start: int, end: int) -> int | None:
    """Where the text has said that a meeting is put off to the date that follows; None if not."""
    moved = [match.end() for match in _MOVED.finditer(text, start, end)]
    return moved[-1] if moved and _CANCELLED.search(text, start, end) else None
