"""Shares near a survey that are no poll figures, each with its reason."""

import re

from pipeline.mentions.model import ShareMention
from pipeline.mentions.people_nouns import names_people
from pipeline.mentions.populations import population_after
from schemas.vocabularies import RejectReason

_BEFORE: list[tuple[RejectReason, re.Pattern[str]]] = [
    (
        RejectReason.MARGIN_OF_ERROR,
        re.compile(
            r"(?:\b(?:margins?\s+of\s+(?:sampling\s+)?error|sampling\s+error)\b[^;:,%)]{0,110}|[±]\s?|"
            r"\+/[-−–]\s?|plus\s+or\s+minus\s+|\bgive\s+or\s+take\s+)$",
            re.I,
        ),
    ),
    (
        RejectReason.RESPONSE_RATE,
        re.compile(
            r"\b(?:(?:response|participation|completion|return|refusal)\s+rates?|refusals?|"
            r"non-?response)\b[^;,.%]{0,30}$",
            re.I,
        ),
    ),
    (
        RejectReason.CHANGE_OR_LEAD,
        re.compile(
            r"(?<!make )(?<!made )(?<!makes )\b"
            r"(?:(?:increas|decreas|declin|reduc|ris|grow|fall|drop)\w*|rose|grew|fell|swing|leads?|"
            r"led|margin|up|down|gain(?:ed)?|lost|los[es]|majority|difference)\s+"
            r"(?:of\s+|by\s+)?(?:an?\s+)?$"
            r"|\b(?:increas|decreas|declin|reduc|enlarg|expand|rais|lower|cut|ris|fall|shrink|grow|"
            r"jump|drop)\w*\b[^;,.%]{0,45}\sby\s+$|\b(?:rose|grew|fell|shrank|sank)\s[^;,.%]{0,30}\sby\s+$",
            re.I,
        ),
    ),
    (
        RejectReason.ELECTION_RESULT,
        re.compile(
            r"\b(?:turn-?out\b[^;.%]{0,50}|(?:threshold|seats?)\s+(?:of\s+|was\s+|at\s+)?|"
            r"polled\s+(?:only\s+|just\s+)?)$",
            re.I,
        ),
    ),
    (
        RejectReason.NOT_A_SHARE_OF_PEOPLE,
        re.compile(r"\b(?:quorum|threshold|super-?majority)\s+of\s+(?:at\s+least\s+)?$", re.I),
    ),
    (RejectReason.NOT_A_SHARE_OF_PEOPLE, re.compile(r"\b(?:representing|covering)\s+$", re.I)),
    (
        RejectReason.NOT_A_SHARE_OF_PEOPLE,
        re.compile(
            r"\b(?:(?:market|audience|occupancy|capacity)\s+(?:share|rate|level)?|occupancy)\s*"
            r"(?:of|was|is|at|to|stood\s+at)\s+$",
            re.I,
        ),
    ),
    (
        RejectReason.NOT_A_SHARE_OF_PEOPLE,
        re.compile(
            r"\b(?:unemployment|literacy|inflation|interest|tax|mortality|birth|growth|crime|poverty|"
            r"employment|divorce|conversion)\s+(?:rates?\s+)?(?:of|at|was|is|to|reached|stood\s+at)\s+$",
            re.I,
        ),
    ),
]
_AFTER: list[tuple[RejectReason, re.Pattern[str]]] = [
    (
        RejectReason.MARGIN_OF_ERROR,
        re.compile(
            r"^\s+(?:(?:sampling\s+)?(?:margin\s+of\s+)?error|(?:level\s+of\s+)?confidence\s+(?:level|interval))",
            re.I,
        ),
    ),
    (RejectReason.RESPONSE_RATE, re.compile(r"^\s+response\s+rate", re.I)),
    (
        RejectReason.CHANGE_OR_LEAD,
        re.compile(
            r"^\s+(?:increase|decrease|rise|drop|fall|growth|decline|swing|lead|margin|gain|cut|"
            r"reduction|chance|probability|likelihood|more\s+than|less\s+than|higher|lower)\b",
            re.I,
        ),
    ),
    (
        RejectReason.NOT_A_SHARE_OF_PEOPLE,
        re.compile(
            r"^\s+(?:tariffs?|tax(?:es)?|dut(?:y|ies)|interest|stakes?|discount|alcohol|solution|"
            r"threshold|of\s+(?:the\s+|its\s+|all\s+|total\s+)*(?:gdp|gross|land|area|budget|"
            r"revenues?|income|sales|energy|electricity|market|exports?|imports?|territory|"
            r"near-earth|computers|websites|cases|deaths|money|funds))\b",
            re.I,
        ),
    ),
    (
        RejectReason.NOT_A_SHARE_OF_PEOPLE,
        re.compile(
            r"^\s+(?:audience\s+|market\s+)?share\b(?!\s+of\s+(?:the\s+)?(?:people|respondents|public))"
            r"|^[^,;.]{0,40}\b(?:tested\s+positive|were\s+infected|had\s+antibodies)\b",
            re.I,
        ),
    ),
    (RejectReason.REVIEW_SCORE, re.compile(r"^\s+(?:\"rotten\"|rating\s+based|based\s+on)", re.I)),
]

_REVIEWS = re.compile(
    r"\b(?:rotten\s+tomatoes|metacritic|imdb|cinemascore|review\s+aggregat\w+|critics?(?:’|')?\s+"
    r"(?:consensus|reviews?)|user\s+scores?|reviewers|weighted\s+average\s+score|user\s+reviews?)\b",
    re.I,
)
_CENSUS = re.compile(
    r"\b(?:census(?:es)?|statistical\s+office|population\s+registers?|statistics\s+(?:office|bureau|"
    r"agency)|bureau\s+of\s+statistics)\b",
    re.I,
)
_VOTE = re.compile(
    r"\b(?:won|winning|wins|received|receiving|garner\w*|obtain\w*|secur\w+|captur\w+|gain\w*|"
    r"got|getting|elected|re-elected|defeat\w*|beat|passed|approved\s+by|rejected\s+by|"
    r"polled\s+(?:only\s+)?(?=\d)|came\s+(?:first|second|third|last)|voted\s+in)\b",
    re.I,
)
_BALLOT = re.compile(
    r"\b(?:elections?|referend(?:um|a|ums)|run-?offs?|ballots?|plebiscites?|primar(?:y|ies)|caucus\w*|"
    r"first\s+round|second\s+round|constituency|by-election|of\s+(?:the|all)\s+(?:\w+\s+)?votes?)\b",
    re.I,
)
_OF_THE_VOTE = re.compile(r"^\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+){0,2}(?:votes?|ballots?)\b", re.I)
_GAINED_BY = re.compile(r"^\s+(?:garnered|won|received|obtained|gained)\s+by\b")
_OF_THE_SEATS = re.compile(r"^\s+of\s+(?:the\s+|all\s+)?(?:\w+\s+)?seats\b", re.I)
_INTENTION = re.compile(
    r"\b(?:would|will|voting\s+intentions?|intend\w*|if\s+(?:an?|the)\s+election|plan\w*\s+to)\b",
    re.I,
)
#: What only the count of votes tells.
_COUNTED = re.compile(
    r"\b(?:turn-?out|official\s+results?|final\s+results?|(?:of|among)\s+those\s+voting|abstain\w*|"
    r"abstention|valid\s+votes|votes\s+cast|quorum|results?\s+declared|won\s+with|prevailed)\b",
    re.I,
)
_VOTED = re.compile(
    r"^\s+(?:of\s+(?:the\s+)?(?:[\w’'-]+\s+){1,4}?)?(?:had\s+)?(?:voted|chose|opted)\s+"
    r"(?:[\"“‘']?(?:yes|no|non|oui)\b|for\b|against\b|in\s+favou?r\b|to\b)",
    re.I,
)
_VOTERS_DECIDED = re.compile(
    r"^\s+of\s+(?:the\s+|all\s+)?(?:[\w’'-]+\s+){0,3}?(?:voters|electorate|electors)\s+"
    r"(?:approved|rejected|voted|elected|chose|ratified|endorsed)\b",
    re.I,
)
_ON_THE_DAY = re.compile(
    r"^[^;.]{0,40}\b(?:on\s+(?:the\s+)?(?:election|polling|referendum)\s+day|at\s+the\s+ballot\s+box|"
    r"in\s+the\s+(?:actual|event))\b",
    re.I,
)


#: "A majority of 60%" is a share, one of 10% a lead.
_MAJORITY = re.compile(r"\bmajority\s+of\s+$")
_HALF = 50
_PROPORTION = re.compile(
    r"\b(?:share|proportion|percentage)\s+of\s+(?P<of>[\w\s-]{3,60})[^;.%]{0,70}$", re.I
)


def veto(
    text: str, share: ShareMention, sentence: tuple[int, int], *, surveyed: bool
) -> RejectReason | None:
    """Why a share is no poll figure, None if nothing speaks against it.

    Args:
        text: The prose of the paragraph.
        share: The share.
        sentence: Prose offsets of its sentence.
        surveyed: The sentence itself speaks of a survey, which outweighs talk of votes.
    """
    if share.high > 100:
        return RejectReason.OUT_OF_RANGE
    before, after = text[sentence[0] : share.start], text[share.end : sentence[1]]
    for reason, pattern in _BEFORE:
        if pattern.search(before[-130:]) and not (share.low > _HALF and _MAJORITY.search(before)):
            return reason
    for reason, pattern in _AFTER:
        if pattern.search(after[:60]):
            return reason
    whole = text[slice(*sentence)]
    if _REVIEWS.search(whole):
        return RejectReason.REVIEW_SCORE
    if _CENSUS.search(whole):
        return RejectReason.CENSUS_OR_REGISTER
    if _is_ballot(before, after, whole, surveyed=surveyed):
        return RejectReason.ELECTION_RESULT
    population = population_after(text, share.end, sentence[1])
    whose = population.text if population else _proportion_of(before)
    if whose and names_people(whose) is False:
        return RejectReason.NOT_A_SHARE_OF_PEOPLE
    return None


def _proportion_of(before: str) -> str | None:
    """What "the proportion of sightings that ... is" gives the share of."""
    match = _PROPORTION.search(before[-140:])
    return match["of"] if match else None


def _is_ballot(before: str, after: str, whole: str, *, surveyed: bool) -> bool:
    if any(p.search(after) for p in (_ON_THE_DAY, _OF_THE_SEATS, _GAINED_BY)):
        return True
    if _INTENTION.search(whole):
        return False
    if _OF_THE_VOTE.search(after[:40]) and not surveyed:
        return True
    if surveyed:
        return False
    if _COUNTED.search(whole) or _VOTED.search(after[:60]) or _VOTERS_DECIDED.search(after[:80]):
        return True
    return bool(_VOTE.search(before[-80:]) and _BALLOT.search(whole))
