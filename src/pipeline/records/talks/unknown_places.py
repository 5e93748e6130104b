"""Towns and venues that no gazetteer knows, read by the shape of their names."""

import re

from pipeline.mentions.model import Mention, PlaceMention
from pipeline.mentions.names import CAPITAL
from pipeline.mentions.vocabulary import MONTHS
from pipeline.records.reading import Reading
from pipeline.records.talks.events import Event
from pipeline.records.talks.places import SUBORDINATE

_NAME = (
    rf"(?P<name>(?:\d{{1,3}}[a-z]?\s+)?{CAPITAL}[\w’'-]*"
    rf"(?:\s+(?:of\s+(?:the\s+)?|(?:de|del|des|la|los|am|du)\s+)?{CAPITAL}[\w’'-]*){{0,5}})"
)
_SETTLEMENT = r"village|town|port|hamlet|city"
_BUILDING = (
    r"temple|palace|castle|house|villa|hotel|monastery|abbey|fortress|camp|residence|headquarters|"
    r"embassy|legation|inn|mansion|château|chateau|manor|farm|monument|bridge|island|estate|base|"
    r"station|frigate|ship"
)
#: "Met in Coquilhatville", "at Elm Hall", "at the temple of Gyokusenji".
_UNKNOWN = re.compile(
    r"\b(?P<at>in|at|near|on|aboard)\s+(?P<the>(?:the|an?|his|her|its|their)\s+)?"
    rf"(?P<of>(?:[\w-]+\s+){{0,2}}(?P<kind>{_SETTLEMENT}|{_BUILDING})"
    rf"(?:\s+of(?:\s+the)?|\s+at|\s+in)?\s+)?{_NAME}"
)
#: "At Uqair in November 1922, the two": a place that the sentence begins with.
_LEADING = re.compile(rf"(?:At|In) {_NAME}(?=,? (?:in|on|from|between|during)\b)")
_SETTLED = re.compile(_SETTLEMENT)
VENUE = re.compile(
    r"\b(?:House|Palace|Hall|Hotel|Hôtel|Castle|Château|Chateau|Schloss|Villa|Resort|Club|Church|"
    r"Cathedral|Abbey|Monastery|Center|Centre|Building|University|College|Embassy|Base|Room|"
    r"Headquarters|Fort|Bridge|Ranch|Lodge|Chalet|Manor|Inn|Restaurant|Pavilion|Convent|Academy|"
    r"Auditorium|USS|HMS|Office|Mission|Camp|Airport|Station|Islands?|River|Lake|Hill|Mount|Street|"
    r"Square|Museum|Kremlin|Vatican|Estate|Temple)\b"
)
_LEADS_ON = re.compile(
    r"\b(?:result\w*|ended|ending|culminat\w*|succeed\w*|fail\w*|interest\w*|believ\w*|peace|"
    r"situation|war|conflict|troops|forces|trust|confidence)\s*$"
)
_NOT_PLACES = re.compile(
    r"\b(?:Conference|Congress|Summit|Talks|Forum|Council|Assembly|Parliament|Senate|Union|Nations|"
    r"War|Treaty|Agreement|Accords?|Committee|Republic|Party|Europe|Asia|Africa|America|World|"
    rf"Easter|Christmas|{'|'.join(MONTHS)})\b|^(?:I|He|She|It|They|The|This|That)\b"
)
_REACH = 100


def unknown_places_of(
    reading: Reading, event: Event, start: int, end: int
) -> tuple[PlaceMention | None, Mention | None]:
    """A town and a venue of an event that no gazetteer knows, each None if there is none.

    A bare name is taken for a town, one with a word for a building or with "the" for a venue.

    Args:
        reading: The paragraph.
        event: The event.
        start: Where its sentence begins.
        end: Where what is said of it ends.
    """
    text = reading.text
    venue: Mention | None = None
    for match in _UNKNOWN.finditer(text, event.end, end):
        before = text[event.end : match.start()]
        if SUBORDINATE.search(before) or len(before) > _REACH:
            break
        if not _may_be_place(reading, match) or _LEADS_ON.search(before):
            continue
        is_venue = VENUE.search(match["name"]) is not None
        if match["at"] == "on" and not (match["kind"] or is_venue):
            continue
        if match["kind"] and _SETTLED.fullmatch(match["kind"]):
            return _town(match, match.start("the" if match["the"] else "of")), venue
        if match["kind"] or is_venue or (match["the"] and match["at"] in {"at", "aboard"}):
            begin = match.start("the" if match["the"] else "of" if match["of"] else "name")
            stop = match.end("name")
            venue = venue or Mention(begin, stop, text[begin:stop], "at_venue")
        elif not match["the"]:
            return _town(match, match.start("name")), venue
    leading = _LEADING.match(text, start, event.start)
    if venue is None and leading and _may_be_place(reading, leading):
        return _town(leading, leading.start("name")), None
    return None, venue


def _town(match: re.Match[str], begin: int) -> PlaceMention:
    stop, name = match.end("name"), match["name"]
    text = match.string[begin:stop]
    return PlaceMention(begin, stop, text, "unknown_town", "city", name, None)


def _may_be_place(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a name is no known place and none of an institution, a feast or a month."""
    begin, stop = match.span("name")
    known = any(p.start < stop and begin < p.end for p in reading.places)
    return not known and _NOT_PLACES.search(match["name"]) is None
