"""The phrases that name a meeting at which parties negotiate."""

import re
from dataclasses import dataclass

from pipeline.mentions.model import Mention
from pipeline.mentions.vocabulary import inflections

#: What is negotiated, or the kind of dispute: one of these before the noun makes the event certain.
_TOPIC = (
    r"(?:peace|cease-?fire|armistice|truce|disarmament|reconciliation|settlement|independence|"
    r"normali[sz]ation|border|boundary|status|nuclear|arms[\s-]control|treaty|constitutional|"
    r"coalition|diplomatic|bilateral|trilateral|multilateral|quadrilateral|proximity|direct|indirect|"
    r"secret|formal|informal|preliminary|exploratory|final|high-level|unity|power-sharing|autonomy|"
    r"roundtable|round-table|amendment|political|military|humanitarian|official|private|separate|"
    r"mediated|brokered|accession|withdrawal|membership|hostage|surrender|"
    r"(?:two|three|four|five|six|seven|eight)-(?:party|power|nation|way|plus-\w+))"
)
_CERTAIN = re.compile(
    r"\b(?:peace|cease-?fire|armistice|truce|reconciliation|normali[sz]ation|disarmament|proximity|"
    r"independence|power-sharing|status|arms[\s-]control|(?:three|four|five|six|seven)-(?:party|power))\b",
    re.I,
)
_NOUN = (
    r"(?:talks|negotiations?|meetings?|summits?|conferences?|congress|sessions?|consultations|"
    r"discussions|rounds?|dialogues?|parleys?|mediation)"
)
_EVENT = re.compile(
    rf"(?P<head>(?:\b{_TOPIC}\s+){{0,3}}(?:\b(?:summit|working)\s+)?)"
    rf"\b(?P<noun>{_NOUN})\b(?:\s+of\s+(?P<of>(?:{_TOPIC}\s+){{0,2}}(?:talks|negotiations|meetings|"
    r"consultations|discussions|dialogue)))?",
    re.I,
)
#: "The first beginning in April", "a fifth was held": an ordinal stands for the noun before it.
_ORDINAL_EVENT = re.compile(
    r"\b(?:the|a)\s+(?P<noun>first|second|third|fourth|fifth|sixth|seventh|last|final|next)\s+"
    r"(?=(?:was|were|being|to\s+be|held|took|taking|beginning|began|opened|opening|in|on)\b)",
    re.I,
)
_MET = re.compile(
    r"\b(?P<noun>met|meets|meet|negotiated|negotiate|negotiating|conferred|parleyed)\b"
    r"(?!\s+(?:the\s+)?(?:requirements?|needs?|criteria|demands?|standards?|targets?|goals?|deadline|"
    r"expectations?|his|her|their|death|opposition|resistance|criticism|approval|success))"
)
_NOT_EVENTS = re.compile(
    r"\b(?:press|news|video|tele|party|annual|academic|scientific|medical|western|eastern|southern|"
    r"northern|big\s+ten|athletic|football|sports|developers?|fan|comic|business|shareholders?|"
    r"general|board|council|cabinet|committee|plenary|emergency|jam|recording|training|drinking|"
    r"peer|open|closing|final\s+qualifying|election|voting|first-past|qualifying|play-?off|knockout|"
    r"boxing|funding|investment|draft|chance|prayer|revival|mass|camp|town\s+hall|aa|climate|"
    r"economic|trade|business|world|earth|food|women|youth|student|health|software|technology|"
    r"research|library|teachers?|religious|lambeth|bishops?|missionary|education|literary|film)"
    r"[\s-]+$",
    re.I,
)

#: Verbs that say that a meeting took place, by what they say of it.
BEGIN = inflections("begin start open commence resume launch initiate reopen restart reconvene")
_HOLD = re.compile(
    r"\b(?:held|hold|holding|took\s+place|take\s+place|taking\s+place|taken\s+place|occurred|hosted|"
    r"hosts|hosting|convened?|convening|assembled|gathered|attend(?:ed|ing)?|met|conducted|concluded|"
    r"led|participated|present|travel(?:l)?ed|went|mediated|brokered|organi[sz]ed|entered|engaged|"
    r"joined|represented|failed|collapsed|broke|culminated|resulted|produced|"
    rf"{'|'.join(BEGIN)})\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Event(Mention):
    """A phrase that names a meeting.

    Attributes:
        noun: Its noun or verb in lower case, singular or plural as written.
        certain: The phrase alone makes sure that it is about peace, arms or status.
        plural: It names several meetings ("rounds", "meetings", "talks" do not count).
    """

    noun: str
    certain: bool
    plural: bool = False


def find_events(text: str) -> list[Event]:
    """All phrases of a text that name a meeting, in order of their offsets, not overlapping."""
    found = [
        Event(
            match.start(),
            match.end(),
            match.group(),
            "event_noun",
            match["noun"].lower(),
            _CERTAIN.search(match.group()) is not None,
            match["noun"].lower() in {"rounds", "meetings", "summits", "conferences", "sessions"},
        )
        for match in _EVENT.finditer(text)
        if not _NOT_EVENTS.search(text, max(0, match.start() - 20), match.start("noun"))
        and (match["noun"].islower() or _is_named(text, match))
    ]
    for pattern, rule in ((_ORDINAL_EVENT, "ordinal_for_event"), (_MET, "parties_met")):
        for match in pattern.finditer(text):
            if all(match.end() <= e.start or e.end <= match.start() for e in found):
                found.append(
                    Event(
                        match.start("noun"),
                        match.end("noun"),
                        match["noun"],
                        rule,
                        match["noun"].lower(),
                        certain=False,
                    )  # fmt: skip
                )
    return sorted(found, key=lambda event: event.start)


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised noun is a proper name of a meeting, not of an institution."""
    if match["noun"].lower() == "congress":
        return (
            bool(re.match(r"\s+of\s+[A-Z]", text[match.end() :]))
            or "peace" in match["head"].lower()
        )
    return True


def takes_place(text: str) -> bool:
    """Whether a clause says that something was held, began, was attended and the like."""
    return _HOLD.search(text) is not None
