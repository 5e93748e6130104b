"""Counts of things ("about 40 countries", "1,512 adults") and ordinals ("the second meeting")."""

import re

from pipeline.mentions.model import CountMention, OrdinalMention
from pipeline.mentions.numbers import (
    CARDINAL_WORDS,
    ORDINALS,
    cardinal,
    ordinal,
    qualifier_after,
    qualifier_before,
)
from pipeline.mentions.typography import plain
from pipeline.mentions.vocabulary import MONTHS, any_of

_NUMBER = re.compile(
    r"\b(?:(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,3}(?: [0-9]{3}\b){1,3}|[0-9]{1,9})"
    r"(?:\.[0-9]{1,4}(?= million))?"
    r"(?: (?:million|thousand|hundred|dozen)\b)?(?![\w%]|[.,/:-][0-9]|[-/]\w)"
    rf"|{CARDINAL_WORDS}(?!-))"
)
#: What stands before a figure that is an amount of money or a part of something longer.
_NOT_ALONE = re.compile(r"[.,/:$€£¥₽₹#+'^-]$")
_ARTICLE = re.compile(r"\b[Aa]n? $")

#: Words that no noun phrase goes on with: "in 2011 the countries", "10 per cent of voters".
_BREAKS = any_of(
    (
        *"the a an and or but nor in on at by for from to with into than as per percent".split(),
        *"cent that which who whom whose when where while if because is are was were be".split(),
        *"been has had have said would will did does do not against between among during".split(),
        *"since after before under over until till about it they he she we you there".split(),
        *MONTHS,
    )
)
# The counted noun is a plural in -s or one of the irregular plurals that name people.
_COUNTED = re.compile(
    rf" (?:of (?:the |its |their )?)?(?:(?!{_BREAKS}\b)[^\W\d_](?:[^\W\d_]|['-]){{0,24}} ){{0,3}}?"
    r"(?P<noun>people|police|children|[a-z]{0,20}men|[A-Za-z](?:[^\W\d_]|-){1,24}(?<!s)s)\b(?!')"
)
_NOT_COUNTED = frozenset(
    "years months weeks days hours minutes seconds decades centuries generations times points this "
    "his was has its thus plus always perhaps dollars pounds euros roubles rubles yen francs marks "
    "rupees cents degrees percentages percents millions billions thousands hundreds dozens "
    "kilometres kilometers miles metres meters feet inches acres hectares kilograms tonnes tons "
    "litres barrels others us yes does says shows finds means makes takes goes wants".split()
)

#: Four figures that name a year behind such a word ("in 2011 states", "the 2011 elections").
_YEARS = range(1500, 2101)
_BEFORE_YEAR = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]efore|[Aa]fter|[Bb]etween|"
    rf"[Tt]he|[Aa]n?|[Ee]arly|[Ll]ate|[Mm]id|{any_of(MONTHS)}),?[ -]$"
)
_BEFORE_DAY = re.compile(rf"\b{any_of(MONTHS)} $")

_ORDINAL = re.compile(
    rf"(?<![\w-])(?P<o>{any_of(ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th))\b(?!-)"
    r"(?: (?P<noun>[a-z]{1,30})\b)?",
    re.IGNORECASE,
)
#: "A third of the voters", "one fifth": a fraction.
_FRACTION = re.compile(r"\b(?:an?|one) $", re.IGNORECASE)


def find_counts(text: str) -> list[CountMention]:
    """All counts of things that a text gives, in order. Spans of time and money are none."""
    same = plain(text)
    found: list[CountMention] = []
    for match in _NUMBER.finditer(same):
        start = _first(same, match)
        if start is None or (found and start < found[-1].end):
            continue
        value = cardinal(same[start : match.end()])
        end, after = qualifier_after(same, match.end())
        counted = _COUNTED.match(same, end)
        if value is None or counted is None:
            continue
        noun = counted["noun"].lower()
        if noun in _NOT_COUNTED or _is_date(same, start, match.group(), value):
            continue
        first, before = qualifier_before(same, start)
        found.append(
            CountMention(
                first,
                counted.end(),
                text[first : counted.end()],
                "count_of_things",
                value,
                after or before,
                noun,
            )
        )
    return found


def _first(same: str, match: re.Match[str]) -> int | None:
    """Where a number begins, with the article of "a dozen"; None if it is part of another thing."""
    start = match.start()
    if _NOT_ALONE.search(same, max(0, start - 1), start):
        return None
    article = _ARTICLE.search(same, max(0, start - 4), start) if match.group().isalpha() else None
    return article.start() if article and cardinal(match.group()) is None else start


def _is_date(same: str, start: int, figures: str, value: int) -> bool:
    """Whether a figure is the year or the day of a date."""
    if not figures.isdigit():
        return False
    before = _BEFORE_YEAR if value in _YEARS else _BEFORE_DAY
    return before.search(same, max(0, start - 12), start) is not None


def find_ordinals(text: str) -> list[OrdinalMention]:
    """All ordinal numbers of a text, in words or figures, with the word after each.

    The fraction "a third of" is none.
    """
    same = plain(text)
    return [
        OrdinalMention(
            match.start(),
            match.end("o"),
            text[match.start() : match.end("o")],
            "ordinal",
            value,
            match["noun"].lower() if match["noun"] else None,
        )
        for match in _ORDINAL.finditer(same)
        if (value := ordinal(match["o"])) is not None and not _is_fraction(same, match)
    ]


def _is_fraction(same: str, match: re.Match[str]) -> bool:
    before = _FRACTION.search(same, max(0, match.start() - 5), match.start())
    return before is not None and (match["noun"] or "").lower() == "of"
