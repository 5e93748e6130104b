"""Verbs by which sides come together, and those of whom they must be said to tell of talks."""

import re
from collections.abc import Iterator

from pipeline.mentions.names import CAPITAL
from pipeline.records.talks.vocabulary import any_of

#: Words of which every verb of coming together has one.
GATHERING_WORDS = frozenset(
    {
        *("sat down", "sit down", "sitting down", "together", "gathered", "convened", "assembled"),
        *("reassembled", "reconvened", "deliberated", "bargained", "haggled", "wrangled"),
        *("conversed", "faced each other", "faced one another", "saw each other"),
        *("saw one another", "sat opposite", "came to terms", "were closeted", "spent", "talked"),
        *("spoke", "spoken", "brought"),
    }
)
_EACH_OTHER = "(?:each other|one another)"
#: Verbs that anybody may be the subject of ("a crowd gathered").
_GATHERED = re.compile(
    r"\b(?P<verb>(?:sat|sit|sitting) down|(?:came|come|coming|got|gathered) together|gathered|"
    r"convened|assembled|reassembled|reconvened|deliberated|bargained|haggled|wrangled|conversed|"
    rf"faced {_EACH_OTHER}|saw {_EACH_OTHER}|sat opposite|came to terms|were closeted|"
    r"been together(?= (?:in|at|on)\b)|spent (?:\w+|\d+) (?:hours|days|weeks|months)(?= (?:here|"
    r"there|in|at|of)\b)|"
    r"talked|(?:spoke|spoken)(?= (?:face to face|in person|directly|by (?:tele)?phone|by video)))\b"
    r"(?! (?:evidence|information|support|troops|strength|signatures|an? (?:army|force|fleet)|"
    r"by\b))"
)
#: "Brought the factions together in Doha".
_BROUGHT = re.compile(
    r"\b(?P<verb>(?:brought|called|bringing)(?P<whom> [^.;:()]{3,90}?)? together)\b(?! by\b)"
)
_BROUGHT_TO = re.compile(
    r"\b(?P<verb>brought) (?P<whom>[^.;:()]{3,70}?) (?:back )?to (?=(?:the )?[A-ZÀ-Þ]|"
    r"the (?:castle|"
    r"palace|city|town|capital|island|hotel|resort)\b)"
)
#: "The pope received the delegations".
_RECEIVED = re.compile(
    r"\b(?P<verb>received)(?= (?:the |an? |two |both |its |his |their )?(?:[\w-]+ ){0,3}?"
    r"(?:delegat(?:ions?|es)|envoys?|plenipotentiaries|emissar(?:y|ies)|negotiators|ambassadors)\b)"
)
#: "Started in Geneva in May and resumed in Vienna in June".
_RESUMED = re.compile(
    r"(?:\band|\bbut|,|\bthen) (?:(?:then|later|again|was|were) ){0,2}(?P<verb>"
    r"(?:resumed|reconvened|"
    r"reopened|continued|reassembled|did not (?:resume|reconvene|reopen|meet again)(?= until))"
    r"(?= (?:in|on|at|there|until)\b)|(?:moved|transferred)(?= to (?:the \w+ of )?[A-Z]))\b"
)
#: "The delegations came back to Évian": those who talk are where they talk.
_RETURNED = re.compile(
    r"\b(?P<verb>(?:returned|came back|went back|moved on)(?! in)|were back|met afresh|"
    r"began anew)\b(?= (?:to|in|at|on|from|for|there)\b)"
    r"(?! (?:to|for) (?:their|his|her|its|home|war|work|the field|consult|fight|power|arms)\w*)"
)
#: "It took place at Nerchinsk": the pronoun stands for the meeting before it.
_IT = re.compile(
    r"\b(?P<pronoun>it|they|these|this|both)\b(?= (?:(?:had|was|were|then|finally|again|also|first|"
    r"both|all|eventually|only|at last) ){0,3}(?:took place|taken place|held|opened|convened|"
    r"begun|began|"
    r"resumed|reconvened|reopened|reassembled|lasted|ended|closed|continued|dispersed|adjourned|"
    r"concluded|broke (?:up|down|off))\b(?! (?:captive|hostage|prisoner|responsible|by)))",
    re.IGNORECASE,
)
#: Those who talk for others, and the others.
SPEAKERS = any_of(
    r"delegat\w+|plenipotentiar\w+|negotiators?|negotiating teams?|teams|commissioners?|envoys?|"
    r"emissar(?:y|ies)|representatives|ministers?|diplomats?|ambassadors?|leaders|presidents?|"
    r"premiers?|chancellors?|heads of (?:state|government|delegation)|kings?|emperors?|tsars?|"
    r"sultans?|monarchs|sovereigns|sides|parties|factions|governments|belligerents|powers|"
    r"chiefs|elders|mediators?|politicians|adversaries|enemies|foes|rivals|generals|commanders|"
    r"government|rebels|guerrillas|insurgents|separatists|opposition|officials|officers|"
    r"the (?:two|three|four|five|six|seven)|the (?:two|three) men|both"
)
_PAIR = rf"{CAPITAL}[\w’'.+-]+ and (?:the |his |her )?(?:{CAPITAL}[\w’'.-]+ ?){{1,3}}"
#: "Sharif and Vajpayee", anywhere and right before a verb.
_PAIR_OF_NAMES = re.compile(_PAIR)
TWO_NAMES = re.compile(rf"{_PAIR}(?:\w+ ){{0,2}}$")
_PRONOUN = re.compile(r"(?:^|\W)(?:[Tt]hey|the two|both)(?: \w+){0,2} $")
_CLAUSE = re.compile(r"[.;:—]\s|\b(?:while|whereas|although)\b")
#: The rule of a pronoun that stands for a meeting.
RESUMED = "sides_returned"
IT = "it_took_place"
_WHO, _NEAR = 90, 70
#: A crowd, an army or a house is no side, whoever leads it.
_OTHERS = any_of(
    r"protest\w*|crowds?|people|troops|forces|army|soldiers|supporters|fans|members|deputies|"
    r"demonstrators|mourners|parliament|assembly|congress|senate|council|cabinet|court|board|"
    r"thousands|hundreds|evidence|fleet|ships|regiment|militia|volunteers|students|workers|voters"
)


def gatherings(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """The verbs of a text by which sides came together.

    Yields:
        Start, end and rule of each, and whether the text must have spoken of talks before.
    """
    has_verb = any(word in text for word in GATHERING_WORDS)
    for match in _GATHERED.finditer(text) if has_verb else ():
        if _is_of_sides(text, match.start()):
            yield *match.span("verb"), "sides_gathered", False
    for match in _BROUGHT.finditer(text) if "together" in text else ():
        whom = match["whom"] or text[max(0, match.start() - _NEAR) : match.start()]
        if SPEAKERS.search(whom) or _PAIR_OF_NAMES.search(whom):
            yield *match.span("verb"), "sides_brought_together", False
    for match in _BROUGHT_TO.finditer(text) if "brought" in text else ():
        if SPEAKERS.search(match["whom"]) or _PAIR_OF_NAMES.search(match["whom"]):
            yield *match.span("verb"), "sides_brought_together", False
    for match in _RECEIVED.finditer(text):
        yield *match.span("verb"), "sides_brought_together", False
    for match in _RESUMED.finditer(text):
        yield *match.span("verb"), RESUMED, True
    for match in _RETURNED.finditer(text):
        if _is_of_sides(text, match.start()):
            yield *match.span("verb"), RESUMED, True
    for match in _IT.finditer(text):
        yield *match.span("pronoun"), IT, True


def _is_of_sides(text: str, verb: int) -> bool:
    """Whether the subject of a verb is those who speak for sides."""
    before = text[max(0, verb - _WHO) : verb]
    clause = _CLAUSE.split(before)[-1]
    if _PRONOUN.search(clause):
        return True
    if _OTHERS.search(clause[-_NEAR:]):
        return False
    return SPEAKERS.search(clause) is not None or TWO_NAMES.search(clause) is not None
