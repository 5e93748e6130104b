"""Shares near a survey that are no poll figures, each with its reason."""

import re

from pipeline.mentions.model import ShareMention
from schemas.vocabularies import RejectReason

_BEFORE: list[tuple[RejectReason, re.Pattern[str]]] = [
    (
        RejectReason.MARGIN_OF_ERROR,
        re.compile(
            r"(?:margins?\s+of\s+(?:sampling\s+)?error\b.{0,30}|[±]\s?|plus\s+or\s+minus\s+)$", re.I
        ),
    ),
    (
        RejectReason.RESPONSE_RATE,
        re.compile(r"\b(?:response|participation|completion)\s+rates?\s+(?:of|was|were)\s+$", re.I),
    ),
    (
        RejectReason.CHANGE_OR_LEAD,
        re.compile(
            r"(?<!make )(?<!made )(?<!makes )\b"
            r"(?:(?:increas|decreas|declin|reduc|ris|grow|fall|drop)\w*|rose|grew|fell|swing|leads?|"
            r"led|margin|up|down|gain(?:ed)?|lost|los[es]|majority|difference)\s+"
            r"(?:of\s+|by\s+)?(?:an?\s+)?$",
            re.I,
        ),
    ),
    (
        RejectReason.ELECTION_RESULT,
        re.compile(
            r"\b(?:(?:turn-?out|threshold|seats?)\s+(?:of\s+|was\s+|at\s+)?|polled\s+(?:only\s+|just\s+)?)$",
            re.I,
        ),
    ),
    (RejectReason.NOT_A_SHARE_OF_PEOPLE, re.compile(r"\b(?:representing|covering)\s+$", re.I)),
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
    (RejectReason.MARGIN_OF_ERROR, re.compile(r"^\s+margin\s+of\s+error", re.I)),
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
    (RejectReason.REVIEW_SCORE, re.compile(r"^\s+(?:\"rotten\"|rating\s+based|based\s+on)", re.I)),
]

_REVIEWS = re.compile(
    r"\b(?:rotten\s+tomatoes|metacritic|imdb|cinemascore|review\s+aggregat\w+|critics?(?:’|')?\s+"
    r"(?:consensus|reviews?)|weighted\s+average\s+score|user\s+reviews?)\b",
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
_OF_THE_VOTE = re.compile(r"^\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+){0,2}votes?\b", re.I)
_INTENTION = re.compile(
    r"\b(?:would|voting\s+intentions?|intend\w*|if\s+(?:an?|the)\s+election)\b", re.I
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
        if pattern.search(before[-60:]):
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
    return None


def _is_ballot(before: str, after: str, whole: str, *, surveyed: bool) -> bool:
    if _OF_THE_VOTE.search(after[:40]) and not (surveyed or _INTENTION.search(whole)):
        return True
    return bool(not surveyed and _VOTE.search(before[-80:]) and _BALLOT.search(whole))
