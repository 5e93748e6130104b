"""The names of sides in running text: "Tanzanian president Julius Nyerere, the PKK and Iran"."""

import re
from typing import NamedTuple

from pipeline.mentions.names import CAPITAL
from pipeline.mentions.places import country_of

_WORD = rf"(?:(?:[A-Z]\.){{2,4}}|{CAPITAL}[\w’'+]{{0,40}}(?:[.–-]\w{{1,30}}){{0,3}})"
_JOIN = (
    r"(?:[ ]of[ ](?:the[ ])?|[ ](?:de|van|von|bin|ibn|al|el|der|du)[ ]|[ ]for[ ](?:the[ ]|a[ ])?|"
    r"(?<=Commission)[ ]on[ ]|(?<=Committee)[ ]on[ ]|(?<=Group)[ ]on[ ]|(?<=Council)[ ]on[ ]|[ ])"
)
_PROPER = rf"{_WORD}(?:{_JOIN}{_WORD}){{0,6}}"
#: Those who are a side themselves, behind an adjective or alone.
_COLLECTIVE = (
    r"(?:transitional government|federal government|government|authorities|army|forces|leadership|"
    r"rebels|guerrillas|insurgents|separatists|opposition|nationalists|republicans|communists|"
    r"factions?|militias?|parties|tribes|leaders|junta|regime)"
)
_STATE = re.compile(r"(?:government|authorities|army|forces|leadership|junta|regime)$")
#: Those who speak for a side: "Palestinian negotiators" are the Palestinians.
_SPEAKERS = (
    r"(?:negotiators?|officials?|diplomats?|envoys?|representatives?|commissioners?|delegations?|"
    r"delegates|ministers?|chiefs|counterparts?|teams?|mediators?|plenipotentiar(?:y|ies))"
)
_OFFICE = (
    r"(?:(?:former|deputy|acting|vice|prime|foreign|defence|interior|interim|special|then)[ ]){0,3}"
    r"(?:president|minister|premier|chancellor|king|queen|emperor|tsar|sultan|leader|general|"
    r"secretary|ambassador|envoy|chief|diplomat|mediator|commander|senator|prince|governor|"
    r"politician|representative|negotiator|admiral|archbishop|president’s envoy)"
)
_COMMON = (
    r"(?:government|rebels|guerrillas|opposition|army|insurgents|separatists|nationalists|"
    r"republicans|communists|warring[ ]factions|warring[ ]parties|king|emperor|sultan|tsar|pope|"
    r"queen|shah|emir|bey|khan|caliph|viceroy|regent)"
)
_OF_SIDE = (
    r"(?:(?:delegat(?:ions?|es)|representatives|leaders?|envoys?|officials|presidents?|ministers?|"
    r"negotiators|heads|rulers?|kings?|emperors?|governments?|members|the)[ ](?:of|from)[ ])"
)
#: A side: articles and offices, a name, and what the name is an adjective of.
SIDE = re.compile(
    r"(?:(?:[Tt]he|both|its|their|his|her|some|an?|former|then)[ ]){0,2}"
    rf"{_OF_SIDE}?(?:the[ ])?(?:{_OFFICE}s?[ ])?"
    rf"(?:(?P<name>{_PROPER})(?:[ ](?:(?P<body>{_COLLECTIVE})|{_OFFICE}[ ](?P<person>{_PROPER})|"
    rf"(?:\w+[ ])?{_SPEAKERS}|{_OFFICE}))?|(?P<common>{_COMMON}))(?![\w’'-])"
)
_SEPARATOR = re.compile(r",?[ ](?:and|as well as|along with|together with|&)[ ]|,[ ](?!and\b)")
_OF_STATE = re.compile(
    r"(?:Governments?|Republic|Kingdom|Empire|Federation|Sultanate|Emirate|State|Union|President|"
    r"(?:Prime|Foreign) Minister|King|Queen|Emperor|Sultan)[ ]of[ ](?:the[ ])?(?P<state>.+)"
)
_NO_SIDE = re.compile(
    r"(?:Peace|Treaty|Conference|Congress|Agreement|War|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Later|After|During|The|In|On|At|Following|This|"
    r"That|It|He|She|They|We|I|Despite|However|Meanwhile|Although|When|While|As|By|For|From|To|A|"
    r"An|Talks|Negotiations|Further|Secret|Official|Direct|Delegations?|Delegates|Representatives|"
    r"Rounds?|Six|Two|Three|Four|Five|Between|Both|Conferences|Leaders|Meetings?|Sessions?|Also|"
    r"Spring|Summer|Autumn|Winter)(?:[ ]|$)"
)
_MOST = 16


class Side(NamedTuple):
    """A side, with today's ISO 3166-1 alpha-3 code of the state that it is or speaks for."""

    name: str
    country_code: str | None


def read_sides(text: str, start: int, end: int) -> tuple[list[Side], int]:
    """The sides that are listed from an offset on, and where their list ends."""
    found: list[Side] = []
    position = stop = start
    while len(found) < _MOST:
        match = SIDE.match(text, position, end)
        side = _side(match) if match else None
        if match is None or side is None:
            break
        found.append(side)
        stop = match.end()
        separator = _SEPARATOR.match(text, stop, end)
        if separator is None:
            break
        position = separator.end()
    return found, stop


def _side(match: re.Match[str]) -> Side | None:
    if match["common"]:
        return Side(match["common"], None)
    name = re.sub(r"(?:’s|'s)$", "", match["name"])
    if _NO_SIDE.match(name):
        return None
    if match["person"]:
        return Side(match["person"], country_of(name))
    if match["body"]:
        body = f"{name} {match['body']}"
        return Side(body, country_of(name) if _STATE.search(body) else None)
    of_state = _OF_STATE.fullmatch(name)
    return Side(name, country_of(of_state["state"] if of_state else name))
