"""Populations: the words for who was asked ("Ukrainians", "residents of the Paris region")."""

import re

from pipeline.mentions.model import Mention
from pipeline.mentions.numbers import QUALIFIERS_BEFORE
from pipeline.mentions.typography import plain
from pipeline.mentions.vocabulary import ATTITUDE_VERBS, any_of

#: Words that end the noun phrase: what people did or said, and what joins another phrase.
_STOPS = (
    frozenset(ATTITUDE_VERBS)
    | frozenset(
        "that who whom whose which while but whereas and as compared versus than because if when "
        "where with without could should will can may might must had has have having been being "
        "be were was is are did does do conducted carried taken published released commissioned "
        "by on also not never rarely only showed shows found finds revealed reveals suggested "
        "between since during after before for to about regarding concerning until".split()
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
_INITIAL = re.compile(r"\b\w\.$")


def population_after(text: str, offset: int) -> Mention | None:
    """The population named by "of ..." right behind a share that ends at ``offset``.

    "82% of Ukrainians said" names "Ukrainians"; None where no such phrase follows.
    """
    behind = plain(text[offset : offset + _MAX_LENGTH])
    match = _OF.match(behind)
    return _noun_phrase(text, offset + match.end(), "share_of_people") if match else None


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


def _noun_phrase(text: str, offset: int, rule: str) -> Mention | None:
    """The words from ``offset`` up to a verb, a conjunction or punctuation."""
    same = plain(text[offset : offset + _MAX_LENGTH])
    number = _QUALIFIED_NUMBER.match(same, _behind_space(same, 0))
    start = end = _behind_space(same, number.end() if number else 0)
    for count, token in enumerate(_TOKEN.finditer(same, start)):
        word = token.group()
        if count >= _MAX_WORDS or not word[0].isalnum() or _is_stop(word, first=count == 0):
            break
        end = token.end()
        if word.endswith(".") and not _INITIAL.search(word):
            end -= 1
            break
    length = len(same[start:end].rstrip()) if end > start else 0
    if not any(c.isalpha() for c in same[start : start + length]):
        return None
    first = offset + start
    return Mention(first, first + length, text[first : first + length], rule)


def _behind_space(text: str, offset: int) -> int:
    return len(text) - len(text[offset:].lstrip())


def _is_stop(word: str, *, first: bool) -> bool:
    """Whether a word ends a noun phrase; an adverb does, except before its first adjective."""
    adverb = not first and word.islower() and word.endswith("ly") and word not in _NO_ADVERBS
    return adverb or word.strip(".'").lower() in _STOPS
