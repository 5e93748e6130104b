"""Whether the text says that a meeting took place, or speaks of one that was but wished."""

import re

from pipeline.records.talks.scenes import Scene
from pipeline.records.talks.vocabulary import HOLD

_WISHED = re.compile(
    r"\b(?:calls?|called|calling|demand\w*|wants?|wanted|offer\w*|propos\w+|reject\w*|refus\w+|"
    r"ready|willing\w*|hop(?:e|ed|ing)|warn\w*|against|advocat\w+|urg(?:e|ed|ing)|favou?r\w*|appeal\w*|pushed|press(?:ed|ing)|"
    r"prospects?|possib\w+|conditions?|would|could|should|may|might|any|prevent\w*|oppos\w+|"
    r"suspend\w*|stop\w*|boycott\w*|agreed\s+to\s+(?:hold|start|open)|invit\w+\s+to|deni\w+)\s+"
    r"(?:(?!until|after|when|before|as\b)[\w’'-]+\s+){0,5}?$"
)
_DENIED = re.compile(r"\b(?:no|without|never|not|neither)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_PROPOSED = re.compile(r"\bproposed\s+(?:[\w-]+\s+){0,2}$")
#: "A book on the peace talks".
_ABOUT = re.compile(
    r"\b(?:book|film|novel|article|play|memoir|essay|documentary|account|study|history|paper|"
    r"programme|exhibition|report)s?\s+(?:\w+\s+)?(?:on|about|of)\s+(?:[\w’'-]+\s+){0,4}?$"
)
#: "Talks had been mooted since the 1950s".
_NOT_YET = re.compile(
    r"\s+(?:(?:had|has|have|was|were|is|are|be|been|being)\s+){1,2}(?:\w+ly\s+)?(?:mooted|proposed|"
    r"suggested|called\s+for|offered|demanded|requested|refused|rejected|ruled\s+out|considered|"
    r"needed|suspended|halted)\b"
)


def does_not_occur(text: str, scene: Scene) -> bool:
    """Whether an event is called for, refused, denied or only spoken of."""
    event = scene.event
    before = text[max(scene.start, event.start - 60) : event.start]
    if (
        not scene.is_held
        or _DENIED.search(before)
        or _ABOUT.search(before)
        or _NOT_YET.match(text, event.end)
    ):
        return True
    if not _WISHED.search(before):
        return False
    # "They would meet again" tells what happened later; "the proposed talks opened" that they did.
    if _PROPOSED.search(before) and HOLD.search(text, event.end, min(scene.end, event.end + 60)):
        return False
    after = text[event.end : min(scene.end, event.end + 40)].lstrip()
    return not (event.is_verb and before.endswith("would ")) and not HOLD.match(after)
