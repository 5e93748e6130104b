"""What a share of people said, did or thought, in the words of the text."""

import re

from pipeline.mentions.model import Mention, ShareMention
from pipeline.mentions.populations import population_after
from pipeline.mentions.vocabulary import ATTITUDE_NOUNS, ATTITUDE_VERBS, RESPONDENTS, any_of
from pipeline.records.polls.people import territory
from pipeline.records.polls.scopes import Scope
from pipeline.records.reading import Reading, within

_AUXILIARIES = frozenset("would were are was is have has had having".split())
_WORDS = {*ATTITUDE_VERBS, *ATTITUDE_NOUNS, *RESPONDENTS}
_ATTITUDE = re.compile(rf"\b{any_of(_WORDS - _AUXILIARIES)}\b", re.I)
_PREDICATE = re.compile(rf"\b{any_of(_WORDS)}\b", re.I)
#: Words that lead over from one share to the next.
_LEADS_OVER = re.compile(
    r"(?:[,;]\s*|\s+)(?:and|while|but|with|whereas|compared|down|up|versus|although|though|"
    r"as\s+against|than|followed|to)\b[^,;]{0,60}$|[,;][^,;]{0,40}$|\s*\($"
)
_CUT = re.compile(
    r"[;(]|,\s+and\s+that\b|,\s+(?:while|whereas|compared|down\s+from|up\s+from|according)\b"
    r"|\s+(?:compared|according)\s+(?:to|with)\b"
)
_LEADS_IN = re.compile(r"[\s,;)]*(?:(?:and|while|but|with|,)\s+)*")
#: What is left behind a share is its answer only if it says more than a date or a comparison.
_SAYS_NOTHING = re.compile(
    r"^(?:in|on|by|as\s+of|compared|up|down|from|respectively|at|of|among)\b", re.I
)
#: Words that lead up to a share without telling what it is of.
_LEADS_UP = re.compile(
    r"(?:\s+(?:(?:had\s+)?(?:dropped|fallen|fell|risen|rose|increased|decreased|declined|grew|grown|"
    r"went|gone|come|came|stood|peaked|polled)|was|were|is|are|had|at|to|from|by|of|put|only|just|"
    r"down|up|reached|reaching|it))+$"
)
_FILLER = re.compile(
    r"\b(?:in|to|from|at|by|the|and|while|for|with|corresponding|respective|same|figures?|numbers?|shares?|was|were|"
    r"is|are|of|among|elsewhere|also|but)\b|\W",
    re.I,
)


def has_attitude(text: str) -> bool:
    """Whether a text speaks of what people said, thought or did."""
    return _ATTITUDE.search(text) is not None


def goes_on_reporting(text: str) -> bool:
    """Whether a text, after talk of a survey, can go on with what people said, did or are."""
    return _PREDICATE.search(text) is not None


def answer_of(
    reading: Reading, share: ShareMention, scope: Scope, known: Mention | None
) -> Mention | None:
    """The words that tell what the share of people said, did or thought.

    They stand behind the share, up to the next share or the end of the clause, or else before it,
    from the last share on. "In Denmark the figure was 56%" and "down from 80%" give the answer of
    the share before.

    Args:
        reading: The paragraph.
        share: The share.
        scope: Its scope.
        known: The answer of the share before it in the same survey, None if it has none.
    """
    return _behind(reading, share, scope) or _before(reading, share, scope, known) or known


def _behind(reading: Reading, share: ShareMention, scope: Scope) -> Mention | None:
    text = reading.text
    _, until = territory(reading, share, scope)
    population = population_after(text[:until], share.end)
    first = population.end if population else share.end
    last = until
    if until < scope.end:
        lead = _LEADS_OVER.search(text[first:until])
        last = first + lead.start() if lead else until
    cut = _CUT.search(text[first:last])
    found = _trimmed(text, first, first + cut.start() if cut else last, share.rule)
    return None if found is None or _SAYS_NOTHING.search(found.text) else found


def _before(
    reading: Reading, share: ShareMention, scope: Scope, known: Mention | None
) -> Mention | None:
    since, _ = territory(reading, share, scope)
    if known and known.start >= since - 1 and known.end > since:
        return None  # these words are the answer of the share before
    text = reading.text
    lead_in = _LEADS_IN.match(text, since, share.start)
    start = lead_in.end() if lead_in else since
    lead_up = _LEADS_UP.search(text[start : share.start].rstrip(" ("))
    end = start + lead_up.start() if lead_up else share.start
    found = _trimmed(text, start, end, share.rule)
    if found is None or any(found.start < s.end <= found.end for s in reading.surveys):
        return None  # who asked is no answer
    words = found.text
    for place in within(reading.places, found.start, found.end):
        words = words.replace(place.text, "")
    return found if _FILLER.sub("", words) else None


def _trimmed(text: str, start: int, end: int, rule: str) -> Mention | None:
    while start < end and (text[start].isspace() or text[start] in ",;:.)–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.(–—-"):
        end -= 1
    words = text[start:end]
    return Mention(start, end, words, rule) if _FILLER.sub("", words) else None
