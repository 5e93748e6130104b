"""Who took part in a talk, and in what capacity."""

import re

from pipeline.mentions.names import NAME
from pipeline.mentions.places import country_of
from pipeline.records.model import Party
from pipeline.records.reading import Reading
from schemas.vocabularies import PartyRole


def _side(group: str) -> str:
    """The pattern of a party, with an article and up to three common words before its name."""
    return rf"(?:(?:the|both|its|their)\s+)?(?:[a-z][\w-]*\s+){{0,3}}?(?P<{group}>{NAME})(?:’s|'s)?"


_BETWEEN = re.compile(rf"\b(?:between|by|of)\s+{_side('a')}(?:[^.;]{{0,60}}?)\s+and\s+{_side('b')}")
_AND_VERB = re.compile(
    rf"(?P<a>{NAME})(?:[^.;]{{0,50}}?),?\s+and\s+(?:the\s+)?(?:[a-z][\w-]*\s+){{0,2}}?(?P<b>{NAME})"
    r"(?:[^.;]{0,50}?)\s+(?:briefly\s+)?(?:met|meet|held|began|opened|resumed|started|entered|signed|"
    r"negotiated|agreed|conducted|concluded)\b"
)
_WITH = re.compile(
    rf"(?P<a>{NAME})\s+(?:[a-z][\w-]*\s+){{0,6}}?(?:met|held|holds?|began|opened|entered|started|resumed|"
    rf"hosted|negotiated|for|in|into|conducted)\b[^.;]{{0,60}}?\bwith\s+{_side('b')}"
)
_MEDIATOR = re.compile(
    rf"\b(?:mediated|brokered|facilitated|moderated|led|chaired)\s+by\s+(?:the\s+)?(?P<name>{NAME})"
    rf"|(?P<other>{NAME})[\s-](?:mediated|brokered|backed|sponsored)\b"
)
_HOST = re.compile(
    rf"\bhosted\s+by\s+(?:the\s+)?(?P<name>{NAME})|(?P<other>{NAME})\s+(?:also\s+)?hosted\b"
)
_ALONG = re.compile(
    rf"\b(?P<a>{NAME})\s+(?:along\s+with|together\s+with|as\s+well\s+as)\s+[^.;]{{0,40}}?"
    r"(?:participated|attended|took\s+part)\b"
)
_NOT_A_PARTY = re.compile(
    r"^(?:Peace|Treaty|Conference|Congress|Agreement|War|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Later|After|During|The|In|On|At|Following|This|That|"
    r"It|He|She|They|We|Despite|However|Meanwhile|Although|When|While|As|By|For|From|To|Talks|"
    r"Negotiations|Further|Secret|Official|Direct)\b"
)


def find_parties(reading: Reading, start: int, end: int) -> tuple[Party, ...]:
    """The parties, mediators and hosts that a sentence names, in the order of the text."""
    text = reading.text[start:end]
    found: dict[str, Party] = {}
    for pattern, role, groups in (
        (_MEDIATOR, PartyRole.MEDIATOR, ("name", "other")),
        (_HOST, PartyRole.HOST, ("name", "other")),
        (_BETWEEN, PartyRole.PARTY, ("a", "b")),
        (_AND_VERB, PartyRole.PARTY, ("a", "b")),
        (_WITH, PartyRole.PARTY, ("a", "b")),
        (_ALONG, PartyRole.PARTY, ("a",)),
    ):
        for match in pattern.finditer(text):
            for group in groups:
                name = _cleaned(match[group])
                if name and name not in found:
                    found[name] = Party(name, country_of(name), role)
    return tuple(found.values())


def _cleaned(name: str | None) -> str | None:
    if name is None:
        return None
    plain = re.sub(r"(?:’s|'s)$", "", name.strip(" .,"))
    return None if not plain or _NOT_A_PARTY.match(plain) else plain
