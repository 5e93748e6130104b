"""Whether the text says that a meeting took place, or speaks of one that was but wished."""

import re

from pipeline.records.talks.gatherings import RESUMED
from pipeline.records.talks.scenes import Scene
from pipeline.records.talks.vocabulary import HOLD

_WISHED = re.compile(
    r"\b(?:calls?|called|calling|demand\w*|wants?|wanted|offer\w*|propos\w+|reject\w*|refus\w+|"
    r"ready|willing\w*|hop(?:e|ed|ing)|warn\w*|against|advocat\w+|urg(?:e|ed|ing)|favou?r\w*|"
    r"appeal\w*|pushed|press(?:ed|ing)|"
    r"prospects?|possib\w+|conditions?|would|could|should|may|might|any|prevent\w*|oppos\w+|"
    r"suspend\w*|stop\w*|boycott\w*|agreed\s+to\s+(?:hold|start|open)|invit\w+\s+to|deni\w+)\s+"
    r"(?:(?!until|after|when|before|as\b|during\b|at\b|following\b|since\b)[\w’'-]+\s+){0,5}?$"
)
_DENIED = re.compile(r"\b(?:no|without|never|not|neither)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
#: "Withdrew from the talks" tells of those who left, not of a meeting.
_LEFT = re.compile(
    r"\b(?:withdr\w+|pull(?:ed|ing|s)? out|walk(?:ed|ing|s)? out|expel\w*|exclu\w+|barred|absent|"
    r"suspended|retired|resign\w*)\s+(?:[\w’'-]+\s+){0,3}?(?:from|of)\s+(?:[\w’'-]+\s+){0,4}$"
)
#: "Broke off the talks" tells of the end of a meeting.
_BROKEN_OFF = re.compile(
    r"\b(?:broke|breaking|broken) (?:off|up)\s+(?:[\w’'-]+\s+){0,3}$|"
    r"\b(?:suspended|interrupted|abandoned|left|quit|stormed out of)\s+(?:the|their|all|these|"
    r"those)\s+"
    r"(?:[\w’'-]+\s+){0,2}$"
)
#: "Did not sit down again until April": then they did.
_UNTIL = re.compile(r"(?: \w+){0,3} until\b")
_PROPOSED = re.compile(r"\bproposed\s+(?:[\w-]+\s+){0,2}$")
#: "A book on the peace talks".
_ABOUT = re.compile(
    r"\b(?:book|film|novel|article|play|memoir|essay|documentary|account|study|history|paper|"
    r"programme|exhibition|report)s?\s+(?:\w+\s+)?(?:on|about|of)\s+(?:[\w’'-]+\s+){0,4}?$"
)
#: What is held every year is no single meeting; a lecture on mediation is none.
_CUSTOM = re.compile(
    r"\b(?:every|each)\s+(?:year|month|summer|winter|spring|autumn|two\s+years|week)\b|\bannually\b"
)
_TAUGHT = re.compile(
    r"\b(?:lectur\w+|panel|seminar|course|chair|doctorate|address|keynote|paper|speech|speakers|"
    r"expert|specialist|works?|career|scholars?|research)\s+(?:on|in|about|at|to|of)\s+"
    r"(?:[\w’'-]+\s+){0,4}$"
)
#: "Talks had been mooted since the 1950s".
_NOT_YET = re.compile(
    r"\s+(?:(?:had|has|have|was|were|is|are|be|been|being)\s+){1,2}(?:\w+ly\s+)?(?:mooted|proposed|"
    r"suggested|called\s+for|offered|demanded|requested|refused|rejected|ruled\s+out|considered|"
    r"needed|suspended|halted)\b"
)
#: "Called for talks in Geneva on 5 May": they were asked for, with place and day.
_CALLED_FOR = re.compile(
    r"\b(?:call(?:s|ed|ing)?\s+for|appeal(?:s|ed|ing)?\s+for|propos(?:ed|es|ing)|suggest(?:ed|s|"
    r"ing)|"
    r"demand(?:ed|s|ing)|request(?:ed|s|ing)|urg(?:ed|es|ing))\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_DIRECTLY = 45


def does_not_occur(text: str, scene: Scene) -> bool:
    """Whether an event is called for, refused, denied or only spoken of."""
    event = scene.event
    before = text[max(scene.start, event.start - 60) : event.start]
    if not event.is_about_peace and (
        (_TAUGHT.search(before) and not scene.is_named_after_place)
        or _CUSTOM.search(text, event.end, scene.end)
    ):
        return True
    if (
        not scene.is_held
        or (_DENIED.search(before) and not _UNTIL.match(text, event.end))
        or _ABOUT.search(before)
        or (_BROKEN_OFF.search(before) and not scene.is_placed)
        or (not scene.is_placed and _LEFT.search(before))
        or _NOT_YET.match(text, event.end)
    ):
        return True
    if event.rule == RESUMED or not _WISHED.search(before):
        return False
    # "They would meet again" tells what happened later; "the proposed talks opened" that they did.
    if _PROPOSED.search(before) and HOLD.search(text, event.end, min(scene.end, event.end + 60)):
        return False
    after = text[event.end : min(scene.end, event.end + 40)].lstrip()
    return not (event.is_verb and before.endswith("would ")) and not HOLD.match(after)


def is_called_for(text: str, scene: Scene) -> bool:
    """Whether somebody asked for a meeting at a place and on a date that the text gives."""
    before = text[max(scene.start, scene.event.start - 60) : scene.event.start]
    if not (scene.dates and scene.is_placed and _CALLED_FOR.search(before)):
        return False
    place = scene.places[0] if scene.places else scene.venue
    told = (scene.dates[0], place)
    return all(m is not None and 0 <= m.start - scene.event.end <= _DIRECTLY for m in told)
