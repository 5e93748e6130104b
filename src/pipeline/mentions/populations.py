"""Populations: the words for who was asked ("Ukrainians", "residents of the Paris region")."""

import re

from pipeline.mentions.model import Mention
from pipeline.mentions.numbers import QUALIFIERS_BEFORE
from pipeline.mentions.people_nouns import names_people
from pipeline.mentions.typography import plain
from pipeline.mentions.vocabulary import ATTITUDE_VERBS, MONTHS, any_of

#: Words that end the noun phrase: what people did or said, and what joins another phrase.
_STOPS = (
    frozenset(ATTITUDE_VERBS)
    | frozenset(
        "that who whom whose which while but whereas and as compared versus than because if when "
        "where with without could should will can may might must had has have having been being "
        "be were was is are did does do conducted carried taken published released commissioned "
        "by on also not never rarely only showed shows found finds revealed reveals suggested "
        "between since during after before for to about regarding concerning until at via through "
        "online face gave put recorded reported measured suggest suggests indicate indicated "
        "respectively per percent %".split()
    )
) - {"surveyed", "polled"}
_NO_ADVERBS = frozenset("family elderly only early monthly weekly daily yearly".split())
_TOKEN = re.compile(r"[^\s,;:()\[\]\"]+|[,;:()\[\]\"]")
_MAX_WORDS = 12
_MAX_LENGTH = 200

_HEAD = re.compile(
    r"\b(?:[Pp]olls?|[Ss]urveys?|[Ss]ampl(?:es?|ing)|[Pp]olling|[Qq]uestioning|[Ii]nterviews?) "
    r"(?:of|with) "
    r"|\b(?:surveyed|polled|interviewed|questioned) (?=[0-9]|(?:over|about|more|some|around|nearly|"
    r"approximately|almost|a total of)\b)"
    r"|\b[Aa]mong(?:st)? "
)
_PUBLIC = re.compile(
    r"\b(?!(?:The|An?|All|Most|Many|Some|Few|But|And|In|Of|Only|Among|These|Those|Their|Its)\b)"
    r"[A-Z][\w.'-]{0,30}(?: [A-Z][\w.'-]{0,30})? (?:public|respondents|adults|voters|citizens|"
    r"population|electorate|residents)\b"
)
_QUALIFIED_NUMBER = re.compile(
    rf"(?:(?:{any_of(words for words in QUALIFIERS_BEFORE if words[0].isalpha())}|a total of) )?"
    r"[0-9][0-9,]{0,12} (?:or more )?"
)
_OF = re.compile(r" of (?:all |the (?=[0-9]))?")
#: "Aged 18 to 29", "15 and over", "men and women": the phrase goes on.
_GOES_ON = re.compile(
    r"(?:and|or) (?:over|older|above|under|younger|up)\b|(?:to|and) [0-9]{2}\b(?! ?%| per)"
    r"|(?:and|or) (?:women|men|girls|boys|non-?voters|independents|students|adults|pensioners)\b"
)
_DATED = re.compile(
    r"(?:in|of|on|from|over) "
    r"(?:(?:early|late|mid|the|that|spring|summer|autumn|winter)[ -]){0,3}"
    rf"(?:{any_of(MONTHS)}\b|[0-9]{{4}}\b|spring|summer|autumn|winter|same|month|year)"
)
#: What is no people: a date or another poll.
_NO_PEOPLE = re.compile(
    rf"(?:{any_of(MONTHS)}|(?:early|late|mid) ?-?(?:{any_of(MONTHS)}|[0-9]{{4}})|[0-9]{{4}}|"
    r"(?:the |that )?(?:following|same|previous|next|last|latter|year|month|summer|autumn|spring|"
    r"winter|week)(?! (?:voters|people|adults)))\b"
)
_PARTICIPLES = frozenset(
    "aged surveyed polled interviewed asked questioned registered living residing working "
    "belonging self-identified identified born married educated employed unemployed retired "
    "based".split()
)
_DANGLING = re.compile(r"(?: (?:in|of|with|from|on|the|a|an|at|for))+$")
_INITIAL = re.compile(r"\b\w\.$")


def population_after(
    text: str, offset: int, until: int | None = None, *, of: bool = True
) -> Mention | None:
    """The population named right behind a share that ends at ``offset``.

    "82% of Ukrainians said" names "Ukrainians"; None where no such phrase follows.

    Args:
        text: Any text.
        offset: Where the share ends.
        until: Where the population ends at the latest; None for the end of the text.
        of: Whether "of" leads over to the population, as it does but for "six in ten Cypriots".
    """
    behind = plain(text[offset : _limit(offset, until)])
    if not of and behind.startswith(" ") and not behind.startswith(" of "):
        found = _noun_phrase(text, offset, "share_of_people", until)
        return found if found and names_people(found.text) else None
    match = _OF.match(behind)
    return _noun_phrase(text, offset + match.end(), "share_of_people", until) if match else None


def population_at(text: str, offset: int, until: int) -> Mention | None:
    """The population that a text names from ``offset`` on and before ``until``, None if none."""
    return _noun_phrase(text, offset, "among_people", until)


def _limit(offset: int, until: int | None) -> int:
    return offset + _MAX_LENGTH if until is None else min(offset + _MAX_LENGTH, until)


def find_populations(text: str) -> list[Mention]:
    """The populations that a text names beside a survey, in order of their offsets.

    "A poll of Germans", "among women", "the Canadian public". Those that one phrase names may lie
    within each other.
    """
    same = plain(text)
    found = [_noun_phrase(text, m.end(), "survey_of_people") for m in _HEAD.finditer(same)]
    found += [
        Mention(*m.span(), text[slice(*m.span())], "people_public") for m in _PUBLIC.finditer(same)
    ]
    return sorted((mention for mention in found if mention), key=lambda m: m.start)


def _noun_phrase(text: str, offset: int, rule: str, until: int | None = None) -> Mention | None:
    """The words from ``offset`` up to a verb, a date, another phrase or punctuation."""
    same = plain(text[offset : _limit(offset, until)])
    number = _QUALIFIED_NUMBER.match(same, _behind_space(same, 0))
    start = end = _behind_space(same, number.end() if number else 0)
    if _NO_PEOPLE.match(same, start):
        return None
    for count, token in enumerate(_TOKEN.finditer(same, start)):
        word = token.group()
        if token.start() < end:
            continue
        goes_on = _GOES_ON.match(same, token.start()) if count else None
        if goes_on:
            end = goes_on.end()
            continue
        if count >= _MAX_WORDS or not word[0].isalnum() or _is_stop(word, first=count == 0):
            break
        if count and (_DATED.match(same, token.start()) or _is_verb(word, same[start:end])):
            break
        end = token.end()
        if word.endswith(".") and not _INITIAL.search(word):
            end -= 1
            break
    length = len(_DANGLING.sub("", same[start:end].rstrip())) if end > start else 0
    if not any(c.isalpha() for c in same[start : start + length]):
        return None
    first = offset + start
    return Mention(first, first + length, text[first : first + length], rule)


def _is_verb(word: str, phrase: str) -> bool:
    """Whether a word behind the people of a phrase says what they did ("following", "lived")."""
    if not word.islower() or word in _PARTICIPLES or not word.endswith(("ing", "ed")):
        return False
    return names_people(phrase) is True


def _behind_space(text: str, offset: int) -> int:
    return len(text) - len(text[offset:].lstrip())


def _is_stop(word: str, *, first: bool) -> bool:
    """Whether a word ends a noun phrase; an adverb does, except before its first adjective."""
    adverb = not first and word.islower() and word.endswith("ly") and word not in _NO_ADVERBS
    return adverb or word.strip(".'").lower() in _STOPS
