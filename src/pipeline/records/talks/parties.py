"""Who took part in a talk, and in what capacity."""

import re
from collections.abc import Iterator

from pipeline.mentions.names import CAPITAL
from pipeline.mentions.places import country_of
from pipeline.records.model import Party
from pipeline.records.reading import Reading
from schemas.vocabularies import PartyRole

_WORD = rf"(?:(?:[A-Z]\.){{2,4}}|{CAPITAL}[\w’']*(?:[.–-]\w+)*)"
_JOIN = r"(?:[ ]of[ ](?:the[ ])?|[ ](?:de|van|von|bin|al|el)[ ]|[ ]for[ ](?:the[ ]|a[ ])?|[ ])"
#: Those who negotiate and are called by a common noun.
_COMMON = (
    r"(?:government|rebels|guerrillas|opposition|army|insurgents|separatists|nationalists|"
    r"republicans|communists|warring[ ]factions|warring[ ]parties|king|emperor|sultan|tsar|pope)"
)
_OFFICES = (
    r"(?:governments?|delegations?|rebels|authorities|forces|leaders?|leadership|guerrillas|"
    r"negotiators|officials|diplomats|envoys|representatives|commissioners|ministers|chiefs|"
    r"opposition|nationalists|communists|separatists)"
)
_PROPER = rf"{_WORD}(?:{_JOIN}{_WORD}){{0,6}}(?:[ ]{_OFFICES})?"
#: A side: a name with an article and a few common words before it, or a common noun.
_SIDE = (
    rf"(?:(?:[Tt]he|both|its|their|some)[ ])?(?:[a-z][\w-]{{1,20}}[ ]){{0,4}}?"
    rf"(?:{_PROPER}|(?:the[ ])?{_COMMON})"
)
_LIST = rf"{_SIDE}(?:,[ ](?:the[ ])?{_SIDE}){{0,6}},?[ ]and[ ]{_SIDE}"
_MEET = (
    r"(?:met|meet|meets|held|began|begin|opened|resumed|started|entered|negotiated|agreed|"
    r"conducted|concluded|attended|conferred|had)"
)
_TALKS = (
    r"(?:talks|negotiations?|discussions|meetings?|summits?|consultations|dialogue|conference|"
    r"conversations)"
)
_ADVERB = r"(?:(?:[a-z]+ly|had|also|then|has)[ ])?"
_SPEAKERS = (
    r"(?:[Dd]elegations?|[Dd]elegates|[Rr]epresentatives|[Ll]eaders|[Ee]nvoys|[Mm]inisters|"
    r"[Pp]residents|[Nn]egotiators|[Dd]iplomats|[Aa]mbassadors|[Oo]fficials|[Kk]ings)"
)
#: For each shape of phrase a word without which it cannot occur, and the phrase.
_PARTIES = tuple(
    (re.compile(cue), re.compile(pattern))
    for cue, pattern in (
        (r"\bbetween\b", rf"\bbetween[ ](?P<sides>{_LIST})"),
        (rf"\b{_SPEAKERS}[ ](?:of|from)\b", rf"\b{_SPEAKERS}[ ](?:of|from)[ ](?P<sides>{_LIST})"),
        (
            rf"\band\b.{{1,200}}[ ]{_MEET}\b",
            r"(?:^|[.,;][ ]|\b(?:when|where|after|before|that|while|and|\d{4})[ ])"
            rf"(?P<sides>{_LIST})[ ]{_ADVERB}{_MEET}\b",
        ),
        (
            r"\b(?:along|together)[ ]with\b",
            rf"(?P<sides>{_PROPER})[ ](?:along|together)[ ]with[ ][^.;]{{1,60}}?[ ]"
            r"(?:participated|attended|took[ ]part)\b",
        ),
        (rf"\b{_TALKS}[ ]with\b", rf"\b{_TALKS}[ ]with[ ](?P<sides>{_SIDE})"),
        (
            rf"\b{_MEET}\b.{{1,100}}\bwith\b",
            rf"(?P<sides>{_SIDE})[ ]{_ADVERB}{_MEET}[ ](?:[a-z-]+[ ]){{0,4}}?"
            rf"with[ ](?P<other>{_SIDE})",
        ),
        (
            rf"\b(?:met|meets)[ ](?:the[ ])?{CAPITAL}",
            rf"(?P<sides>{_SIDE})[ ]{_ADVERB}(?:met|meets)[ ](?P<other>(?:the[ ])?{_PROPER})",
        ),
    )
)
_MEDIATE = r"(?:mediated|brokered|facilitated|moderated|led|chaired)"
_ROLES = tuple(
    (role, re.compile(cue), re.compile(pattern))
    for role, cue, pattern in (
        (PartyRole.MEDIATOR, rf"\b{_MEDIATE}[ ]by\b", rf"\b{_MEDIATE}[ ]by[ ](?P<sides>{_SIDE})"),
        (
            PartyRole.MEDIATOR,
            r"[ ](?:mediated|brokered|facilitated)\b",
            rf"(?P<sides>{_PROPER})[ ]{_ADVERB}(?:mediated|brokered|facilitated)\b",
        ),
        (
            PartyRole.MEDIATOR,
            r"\bunder[ ]the[ ](?:mediation|auspices)\b",
            rf"\bunder[ ]the[ ](?:mediation|auspices)[ ]of[ ](?P<sides>{_SIDE})",
        ),
        (
            PartyRole.MEDIATOR,
            r"\bmediator\b",
            rf"\bwith[ ](?P<sides>{_PROPER})[ ]as[ ](?:the[ ]|a[ ])?mediator",
        ),
        (
            PartyRole.MEDIATOR,
            r"-(?:mediated|brokered|backed|sponsored)\b",
            rf"(?P<sides>{_PROPER})-(?:mediated|brokered|backed|sponsored)\b",
        ),
        (PartyRole.HOST, r"\bhosted[ ]by\b", rf"\bhosted[ ]by[ ](?P<sides>{_SIDE})"),
        (PartyRole.HOST, r"[ ]hosted\b", rf"(?P<sides>{_PROPER})[ ]{_ADVERB}hosted\b"),
    )
)
_SPLIT = re.compile(r",?[ ]and[ ](?=(?:the[ ])?)|,[ ]")
_LEADING = re.compile(
    r"^(?:(?:the|both|its|their|some|a|an|former|then|that|where|when|after|and|in|on|at)[ ])+",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?:^|.*?[ ])(?P<name>(?:{_PROPER})|(?:{_COMMON}))$")
#: "Palestinian negotiators" are Palestinians, but a government or rebels are themselves a side.
_SPEAKING_FOR = re.compile(
    r"(?<=.)[ ](?:negotiators|officials|diplomats|envoys|representatives|commissioners|"
    r"delegations?|delegates|ministers|chiefs)$"
)
_NOT_A_PARTY = re.compile(
    r"(?:Peace|Treaty|Conference|Congress|Agreement|War|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Later|After|During|The|In|On|At|Following|This|"
    r"That|It|He|She|They|We|Despite|However|Meanwhile|Although|When|While|As|By|For|From|To|A|An|"
    r"Talks|Negotiations|Further|Secret|Official|Direct|Delegations?|Delegates|Representatives|"
    r"Rounds?|Six|Two|Three|Between|Both|Conferences)(?:[ ]|$)"
)


def find_parties(reading: Reading, start: int, end: int) -> tuple[Party, ...]:
    """The parties, mediators and hosts that a sentence names, in the order of the patterns.

    Names are as in the text without leading articles and common words.
    """
    text = reading.text[start:end]
    found: dict[str, Party] = {}
    for role, cue, pattern in (*_ROLES, *((PartyRole.PARTY, *shape) for shape in _PARTIES)):
        for match in pattern.finditer(text) if cue.search(text) else ():
            for sides in match.groupdict().values():
                for name in _names(sides):
                    found.setdefault(name, Party(name, country_of(name), role))
    return tuple(found.values())


def _names(sides: str) -> Iterator[str]:
    """The names of the sides that a list names."""
    for side in _SPLIT.split(sides):
        match = _NAMED.match(_LEADING.sub("", side.strip(" .,")))
        name = _SPEAKING_FOR.sub("", match["name"]) if match else ""
        name = re.sub(r"(?:’s|'s)$", "", name)
        if name and not _NOT_A_PARTY.match(name):
            yield name
