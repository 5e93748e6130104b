"""Who took part in a talk, and in what capacity."""

import re
from collections.abc import Iterator

from pipeline.records.model import Party
from pipeline.records.reading import Reading
from pipeline.records.talks.sides import Side, read_sides
from schemas.vocabularies import PartyRole

_TALKS = (
    r"(?:talks|negotiations?|discussions|meetings?|summits?|consultations|dialogue|conference|"
    r"conversations|rounds?)"
)
_SPEAKERS = (
    r"(?:[Dd]elegations?|[Dd]elegates|[Rr]epresentatives|[Ll]eaders|[Ee]nvoys|[Mm]inisters|"
    r"[Pp]residents|[Nn]egotiators|[Dd]iplomats|[Aa]mbassadors|[Oo]fficials|[Kk]ings|[Ee]mperors|"
    r"[Pp]lenipotentiaries|[Ee]missaries|[Rr]ulers|[Gg]overnments)"
)
_SIDES_NOUN = r"(?:powers|states|countries|sides|parties|guarantors|governments|factions|members)"
_MEET = (
    r"(?:met|meet|meets|held|began|begin|opened|resumed|started|entered|negotiated|agreed|"
    r"conducted|concluded|attended|conferred|had|sat|gathered|assembled|came|took|signed|talked|"
    r"participated|faced)"
)
_ADVERB = r"(?:(?:[a-z]+ly|had|also|then|has|have|first|again|both|never|now)[ ]){0,2}"
#: Words behind which sides are listed, and what those are.
_BEFORE_SIDES = tuple(
    (role, cue, re.compile(pattern))
    for role, cue, pattern in (
        (
            PartyRole.MEDIATOR,
            "by ",
            r"\b(?:(?:mediated|brokered|facilitated|moderated|chaired|sponsored|arranged)[ ]by|"
            rf"{_TALKS},?[ ]led[ ]by|(?<!delegation[ ])(?<!team[ ])(?:were|was)[ ]led[ ]by)[ ]",
        ),
        (
            PartyRole.MEDIATOR,
            " of ",
            r"\b(?:under|through|with)[ ](?:the[ ])?(?:mediation|auspices|chairmanship|sponsorship|"
            r"good[ ]offices|facilitation|presidency)[ ]of[ ]",
        ),
        (PartyRole.HOST, "hosted", r"\bhosted[ ](?:jointly[ ])?by[ ]"),
        (PartyRole.HOST, "invitation", r"\bat[ ]the[ ]invitation[ ]of[ ]"),
        (PartyRole.PARTY, "etween ", r"\b[Bb]etween[ ]"),
        (PartyRole.PARTY, " by ", r"\b(?:attended|joined)[ ]by[ ]"),
        (PartyRole.PARTY, " with", rf"\b{_TALKS}[ ]with[ ]"),
        (PartyRole.PARTY, " with", rf"\b{_MEET}[ ](?:[a-z-]+[ ]){{0,4}}?with[ ]"),
        (PartyRole.PARTY, "m", r"\b(?:met|meets|saw|received|facing)[ ]"),
        (PartyRole.PARTY, "of", rf"\b{_SPEAKERS}[ ](?:of|from)[ ](?:both[ ])?"),
        (PartyRole.PARTY, "rom ", rf"\b{_SPEAKERS}[ ](?:of|from)[ ](?:both[ ])?"),
        (PartyRole.PARTY, "(", rf"\b{_SIDES_NOUN}[ ]\("),
        (PartyRole.PARTY, ",", rf"\b(?:\w+[ ])?{_SIDES_NOUN}(?:,|:|[ ]–)[ ](?:namely[ ])?"),
    )
)
#: "China along with 40 countries took part": a side that is named alone.
_WITH_OTHERS = "g with"
#: Words that follow a list of sides, and what those are.
_BEHIND_SIDES = tuple(
    (role, cue, re.compile(pattern))
    for role, cue, pattern in (
        (PartyRole.MEDIATOR, "ed", rf"[ ]{_ADVERB}(?:mediated|brokered|facilitated)\b"),
        (
            PartyRole.MEDIATOR,
            " as ",
            r"[ ](?:acting[ ]|serving[ ])?as[ ](?:the[ ]|an?[ ])?(?:mediators?|intermediar(?:y|"
            r"ies)|"
            r"facilitators?)\b",
        ),
        (
            PartyRole.MEDIATOR,
            "-",
            r"-(?:mediated|brokered|sponsored|led)[ ](?=(?:\w+[ ]){0,3}" + _TALKS + ")",
        ),
        (PartyRole.HOST, "hosted", rf"[ ]{_ADVERB}hosted\b"),
        (
            PartyRole.PARTY,
            _WITH_OTHERS,
            r"[ ]along[ ]with[ ][^.;]{1,60}?[ ](?:participated|attended|took[ ]part)\b",
        ),
        (PartyRole.HOST, " as ", r"[ ]as[ ](?:the[ ])?host\b"),
        (PartyRole.PARTY, "e", rf"[ ]{_ADVERB}{_MEET}\b"),
    )
)
#: "Israeli–Palestinian talks".
_PAIRED = re.compile(
    r"\b(?P<sides>[A-Z][\w.]{1,30}(?:[–-][A-Z][\w.]{1,30}){1,2})[ ]"
    rf"(?:[a-z]+[ ]){{0,2}}{_TALKS}\b"
)
#: Where a list of sides may begin that a verb follows.
_START = re.compile(
    r"(?:^|[.,;:(][ ]?|\b(?:when|where|after|before|that|while|and|with|which|but)[ ]|\d[ ])"
)
#: "Kennedy met Khrushchev", "Carter held talks with Kim": who stands before it is a side too.
_MEETS = re.compile(rf"{_MEET}\b")
_REACH = 220
#: A single name is enough for those who mediate, host or are met, not for those who meet.
_ALONE = frozenset({PartyRole.MEDIATOR, PartyRole.HOST})
_ONE_OF_SEVERAL = re.compile(
    r"(?:between|of|from)[ ](?:both[ ])?$|[(,:–][ ]?(?:namely[ ])?$", re.IGNORECASE
)


def find_parties(reading: Reading, start: int, end: int) -> tuple[Party, ...]:
    """The parties, mediators and hosts that a sentence names, mediators and hosts first.

    Names are as in the text without articles, offices and those who only speak for a side.
    """
    text = reading.text[start:end]
    found: dict[str, Party] = {}
    for role, sides in (*_listed_behind(text), *_listed_before(text), *_paired(text)):
        for side in sides:
            found.setdefault(side.name, Party(side.name, side.country_code, role))
    order = {PartyRole.MEDIATOR: 0, PartyRole.HOST: 1}
    return tuple(sorted(found.values(), key=lambda party: order.get(party.role, 2)))


def _listed_behind(text: str) -> Iterator[tuple[PartyRole, list[Side]]]:
    """Sides that are listed behind a word, such as "between"."""
    for role, cue, pattern in _BEFORE_SIDES:
        if cue not in text:
            continue
        for match in pattern.finditer(text):
            sides, _ = read_sides(text, match.end(), len(text))
            if sides and _MEETS.match(match.group()):
                sides = _ending_at(text, match.start() - 1) + sides
            several = _ONE_OF_SEVERAL.search(match.group()) is not None
            if len(sides) > 1 or (sides and not several):
                yield role, sides


def _listed_before(text: str) -> Iterator[tuple[PartyRole, list[Side]]]:
    """Sides that are listed right before a word, such as "met"."""
    for role, cue, pattern in _BEHIND_SIDES:
        if cue not in text:
            continue
        for match in pattern.finditer(text):
            sides = _ending_at(text, match.start())
            if len(sides) > 1 or (sides and (role in _ALONE or cue == _WITH_OTHERS)):
                yield role, sides


def _ending_at(text: str, end: int) -> list[Side]:
    """The longest list of sides that ends at an offset."""
    for start in _START.finditer(text, max(0, end - _REACH), end):
        sides, stop = read_sides(text, start.end(), end)
        if sides and stop == end:
            return sides
    return []


def _paired(text: str) -> Iterator[tuple[PartyRole, list[Side]]]:
    for match in _PAIRED.finditer(text) if "–" in text or "-" in text else ():
        sides = [
            side
            for name in re.split("[–-]", match["sides"])
            for side in read_sides(name, 0, len(name))[0]
        ]
        if len(sides) > 1:
            yield PartyRole.PARTY, sides
