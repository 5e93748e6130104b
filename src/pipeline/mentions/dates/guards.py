"""Numbers that look like years and are none, and places where dates are part of a title."""

import re
from re import Match

from pipeline.mentions.dates.vocabulary import MONTH_NAME, either_case, one_of

# Words in front of a number that make it the number of a thing, not a year.
_NUMBERED_THINGS = (
    *("Resolution", "Resolutions", "resolution", "Article", "article", "Articles", "articles"),
    *("Section", "section", "Paragraph", "paragraph", "Clause", "clause", "Chapter", "chapter"),
    *("Page", "page", "pages", "p.", "pp.", "Flight", "flight", "Boeing", "Airbus", "Windows"),
    *("Route", "Highway", "Interstate", "Area", "Channel", "channel", "Room", "room", "Number"),
    *("number", "No.", "no.", "Nos.", "nos.", "No", "Decree", "decree", "Directive", "Form"),
    *("Model", "model", "Type", "type", "Unit", "Apollo", "Opus", "Op.", "Psalm", "Peugeot", "NGC"),
    *("ISO", "RFC", "Recommendation", "Proclamation", "Platform", "Building", "Suite", "Apartment"),
    *("Lot", "Grade", "Level", "Line", "line", "Box", "PlayStation", "Xbox", "Battalion"),
)
# Words in front of a number that make it an amount.
_AMOUNTS = (
    *("sample of", "sample size of", "total of", "population of", "number of", "altitude of"),
    *("height of", "depth of", "length of", "force of", "army of", "crowd of", "garrison of"),
    *("speed of", "distance of", "weight of", "surveyed", "interviewed", "polled", "questioned"),
    *("sampled", "among", "at least", "at most", "more than", "less than", "fewer than", "up to"),
    *("over", "nearly", "almost", "approximately", "roughly", "some", "another", "exactly", "cost"),
    *("costs", "worth", "paid", "scored", "estimated", "numbered", "killed", "killing", "wounded"),
)
_BEFORE_A_NUMBER = re.compile(
    rf"(?:(?<!\w)(?:{one_of(_NUMBERED_THINGS)}|{either_case(_AMOUNTS)})[^\S\n]{{1,3}}"
    r"|(?<![A-Za-z])[nN][^\S\n]?=[^\S\n]?|[\w)]/|\d[.,:]|[$£€¥₹#№=+×*^~°_@]|[^\W\d_]-"
    r"|\d[^\S\n]?[x×][^\S\n]?)$"
)
# Behind a small adjective ("1200 likely voters") still an amount.
_ADJECTIVE_AND_COUNTED = re.compile(
    r"[^\S\n]{1,3}(?!(?:the|a|an|some|many|most|all|and|or|to|in|of|when|as|that|its|their|his|her"
    r"|with|by|for|from|were|was|had|have|has|which|who|two|three|more)\b)"
    r"(?:[a-z]{2,15}(?:-[a-z]{2,15})?[^\S\n]{1,3})"
    r"(?:people|persons|men|women|children|adults|respondents|voters|participants|households"
    r"|students|residents|inhabitants|citizens|troops|soldiers|members|metres|meters|kilometres"
    r"|kilometers|miles|feet|tons|tonnes|workers|employees|casualties|prisoners)\b"
)
_TEMPORAL = either_case(
    ("in", "since", "until", "till", "by", "before", "after", "during", "from", "to", "year")
)
_ASKS_FOR_A_YEAR = re.compile(
    rf"(?:\b(?:{_TEMPORAL}|[Bb]etween|[Cc]irca|[Cc]a?\.|[Aa]round|[Aa]bout|[Oo]f|[Tt]he|[Aa]nd"
    rf"|{MONTH_NAME}|[Ll]ate|[Ee]arly)[^\S\n]{{1,3}}|[(–—,-][^\S\n]?)$"
)
_AFTER_A_PREPOSITION = re.compile(rf"\b(?:{_TEMPORAL})[^\S\n]{{1,3}}$")
# "a poll of 1004 Canadians", but "a poll of 2005 found".
_POLL_OF = re.compile(r"\b(?:[Pp]oll|[Ss]urvey|[Ss]tudy)[^\S\n]of[^\S\n]{1,3}$")
_CAPITAL = re.compile(r"[^\S\n]{1,3}[A-Z]")
_WORK_FOLLOWS = re.compile(
    r"[^\S\n]\((?:[a-z ]{0,20})(?:film|novel|album|song|series|game|book|band|miniseries)\)"
)
_WORD_FOLLOWS = re.compile(r"[^\S\n][^\W\d_]")
_TITLE = re.compile(r"[\"“]([^\"“”]{1,80})[\"”]")
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to")
)
_LAST_UNLIKELY_YEAR = 1599


def is_year(match: Match[str]) -> bool:
    """Whether a number of four digits that a pattern found as ``year`` may be read as a year."""
    text, start, end = match.string, match.start("year"), match.end("year")
    before = max(0, start - 24)
    if _BEFORE_A_NUMBER.search(text, before, start):
        return False
    if _ADJECTIVE_AND_COUNTED.match(text, end) and not _AFTER_A_PREPOSITION.search(
        text, before, start
    ):
        return False
    if _POLL_OF.search(text, before, start) and _CAPITAL.match(text, end):
        return False
    unlikely = int(match["year"]) <= _LAST_UNLIKELY_YEAR
    if unlikely and not _ASKS_FOR_A_YEAR.search(text, before, start):
        return False
    quoted = text[start - 1 : start] in ('"', "“") and text[end : end + 1] in ('"', "”")
    return not quoted and _WORK_FOLLOWS.match(text, end) is None


def tells_things_apart(match: Match[str]) -> bool:
    """Whether a year is part of what something is called: "under the 1994 memorandum"."""
    text, start = match.string, match.start()
    follows = _WORD_FOLLOWS.match(text, match.end()) is not None
    return follows and text.startswith("the ", max(0, start - 4))


def title_spans(text: str) -> list[tuple[int, int]]:
    """Stretches between quotation marks that are written as titles, with capitals throughout."""
    spans = []
    for match in _TITLE.finditer(text):
        words = [word for word in match[1].split() if word.lower() not in _SMALL_WORDS]
        if len(words) > 1 and not any(word[0].islower() for word in words):
            spans.append(match.span(1))
    return spans
