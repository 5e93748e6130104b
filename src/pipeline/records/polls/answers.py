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
#: What leads from who asked over to what was found.
_BEHIND_SURVEY = re.compile(r"[^,;]{0,60},\s+|\s+(?:found\s+|showed\s+)?that\s+")
_LEADS_TO_DATE = re.compile(r"(?:(?:in|by|on|during|as\s+of|and|while|the)\s+)*", re.I)
_LISTED = re.compile(r"\)?\s*(?:,|,?\s*(?:and|or))\s*(?:(?:only|just|by|for|in|with)\s+)?\(?")
#: Rules of shares that stand for the other side than the share before them.
_OTHER_SIDE = frozenset({"share_against_share", "at_share_to_share", "tied_at_share"})
#: What is left behind a share is its answer only if it says more than a date or a comparison.
_SAYS_NOTHING = re.compile(
    r"^(?:(?:in|on|by|as\s+of|compared|up|down|from|respectively|at|of|among|followed|ahead|"
    r"thereafter|afterwards)\b|(?:an?|one|two|three|four|five|ten|several|the)\s+"
    r"(?:years?|months?|decades?|weeks?|days?)\s+(?:earlier|before|ago|previously|later|on)\b)",
    re.I,
)
#: Words that lead up to a share without telling what it is of.
_LEADS_UP = re.compile(
    r"(?:(?:^|\s+)(?:(?:had\s+)?(?:dropped|fallen|fell|risen|rose|increased|decreased|declined|grew|grown|"
    r"went|gone|come|came|stood|peaked|polled)|was|were|is|are|had|at|to|from|by|of|put|only|just|"
    r"down|up|reached|reaching|climbed|sunk|shrunk|supported|backed|compared|with|against|than|it))+$"
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
    own = _behind(reading, share, scope) or _before(reading, share, scope, known)
    if own:
        return own
    shared = _shared(reading, share, scope)
    return shared or (None if share.rule in _OTHER_SIDE and known else known)


def _shared(reading: Reading, share: ShareMention, scope: Scope) -> Mention | None:
    """The answer behind the next share, where this one is only listed with it.

    "48% of Jews and 12% of Arabs wanted it" gives both the same answer.
    """
    _, until = territory(reading, share, scope)
    following = within(reading.shares, until, scope.end)[:1]
    population = population_after(reading.text, share.end, until)
    listed = _LISTED.fullmatch(reading.text, population.end if population else share.end, until)
    return _behind(reading, following[0], scope) if following and listed else None


def _behind(reading: Reading, share: ShareMention, scope: Scope) -> Mention | None:
    text = reading.text
    _, until = territory(reading, share, scope)
    population = population_after(text, share.end, until, of=share.rule != "one_in_n")
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
    text = reading.text
    if known and known.start >= since - 1 and known.end > since:
        if text[known.end : known.end + 1] != ";":
            return None  # these words are the answer of the share before
        since = known.end
    lead_in = _LEADS_IN.match(text, since, share.start)
    start = lead_in.end() if lead_in else since
    for date in within(reading.dates, start, share.start)[:1]:
        if _LEADS_TO_DATE.fullmatch(text, start, date.start):
            start = date.end
    lead_up = _LEADS_UP.search(text[start : share.start].rstrip(" ("))
    end = start + lead_up.start() if lead_up else share.start
    for survey in within(reading.surveys, start, end):
        behind = _BEHIND_SURVEY.match(text, survey.end, end)
        if behind is None:
            return None  # who asked is no answer
        start = behind.end()
    found = _trimmed(text, start, end, share.rule)
    if found is None:
        return None
    words = found.text
    for mention in (
        *within(reading.places, found.start, found.end),
        *within(reading.dates, found.start, found.end),
    ):
        words = words.replace(mention.text, "")
    return found if _FILLER.sub("", words) else None


def _trimmed(text: str, start: int, end: int, rule: str) -> Mention | None:
    while start < end and (text[start].isspace() or text[start] in ",;:.)–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.()–—-"):
        end -= 1
    words = text[start:end]
    return Mention(start, end, words, rule) if _FILLER.sub("", words) else None
