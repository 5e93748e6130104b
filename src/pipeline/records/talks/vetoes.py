"""Meetings that are no talks between the sides of a dispute, each with its reason."""

import re

from schemas.vocabularies import RejectReason

#: Words that tell of a dispute, of a treaty or of those who settle one.
_DISPUTE = re.compile(
    r"\b(?:peace\w*|war|wars|warring|cease-?fires?|armistice|truces?|treat(?:y|ies)|accords?|conflicts?|"
    r"disputes?|settlement|hostilit\w+|invasion|rebels?|rebellion|insurgen\w+|guerrillas?|militants?|"
    r"independence|sovereignty|autonomy|secession|partition|annex\w+|occupation|withdraw\w*|"
    r"negotiat\w+|mediat\w+|envoys?|delegat\w+|diplomat\w*|ambassadors?|plenipotentiar\w+|"
    r"reconciliation|normali[sz]\w+|disarmament|nuclear|sanctions|border|boundary|territor\w+|"
    r"coalition|transitional\s+government|power-sharing|constitution\w*|self-determination|union|"
    r"confederation|federation|protectorate|hostages?|prisoners|refugees|demilitari[sz]\w*|"
    r"security|co-?operation|heads\s+of\s+(?:state|government)|foreign\s+ministers?|prime\s+ministers?|presidents?|"
    r"chancellors?|kings?|emperors?|sultan|pope|leaders?|governments?|parties\s+to|allies|powers)\b",
    re.I,
)
_STRONG_DISPUTE = re.compile(
    r"\b(?:peace\w*|cease-?fires?|armistice|truces?|treat(?:y|ies)|accords?|settlement|hostilit\w+|"
    r"warring|rebels?|insurgen\w+|guerrillas?|independence|reconciliation|disarmament|"
    r"mediat\w+|negotiators?|partition|self-determination|prisoners\s+of\s+war|border\s+disputes?)\b",
    re.I,
)
_BUSINESS = re.compile(
    r"\b(?:compan(?:y|ies)|corporations?|firms?|merger|takeover|acquisition|acquire|shareholders?|"
    r"manufactur\w+|producing|production|sale\s+of|purchas\w+|equipment|contracts?|pipeline|"
    r"joint\s+venture|investors?|licen[cs]ing|album|band|film|movie|studio|broadcast\w*|"
    r"record\s+label|salary|wages|strike\s+action|employers?|trade\s+unions?|workers|tourism|"
    r"tourists?|airlines?|aircraft|factory|bank|loan|football|soccer|rugby|cricket|"
    r"championships?|tournament|league|club|coach|players?|fans?|contest|eurovision|bid|"
    r"universit(?:y|ies)|students?|scientists?|researchers?|scholars?|academic|symposium|workshops?|"
    r"environment\w*|sustainable|climate|biodiversity|internet|information\s+society|software|"
    r"telecommunications|video\s*conferenc\w+|holocaust|church|bishops?|synod|ecumenical|"
    r"shareware|agricultur\w+|census|museum|exhibition|parliamentary\s+session|audition)\b",
    re.I,
)
#: Nouns that by themselves speak of sides that negotiate.
_NEGOTIATION = re.compile(r"\b(?:talks|negotiat\w+|summits?|mediation|parleys?)\b", re.I)
_PROPER = re.compile(r"\b(?:Conference|Congress|Summit|Talks|Negotiations|Meeting)\b")
#: A meeting counts as a talk from this weight of evidence on (see :func:`veto`).
_ENOUGH = 2


def veto(
    event: str, sentence: str, about: str, around: str, *, certain: bool, parties: int, named: bool
) -> RejectReason | None:
    """Why a meeting is no talk, None if enough speaks for one.

    What speaks for a talk is weighed: what the event is called, what its sentence, the title and
    headings, and the paragraph speak of, and how many sides are named; talk of business, sports
    and the like weighs against it.

    Args:
        event: The words that name the meeting.
        sentence: The sentence that names it.
        about: Title and headings, which tell what the text is about.
        around: The paragraph.
        certain: The name of the event alone tells that it is about peace, arms or status.
        parties: How many sides the sentence names.
        named: The event is named after its place ("the Vienna conference").
    """
    other = _BUSINESS.search(sentence)
    weight = (
        4 * certain
        + 3 * bool(_STRONG_DISPUTE.search(sentence))
        + 2 * bool(_STRONG_DISPUTE.search(about))
        + min(2, len(_DISPUTE.findall(sentence)))
        + bool(_STRONG_DISPUTE.search(around))
        + bool(_NEGOTIATION.search(event))
        + (parties >= 2)
        + named * (1 + bool(_PROPER.search(event)))
        - 3 * bool(other)
        - bool(_BUSINESS.search(about))
    )
    if weight >= _ENOUGH:
        return None
    if other or parties >= 2:
        return RejectReason.NOT_ABOUT_A_DISPUTE
    return RejectReason.NOT_BETWEEN_PARTIES
