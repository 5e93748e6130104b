"""Populations: the words for who was asked ("Ukrainians", "residents of the Paris region")."""

import re

from pipeline.mentions.model import Mention
from pipeline.mentions.vocabulary import ATTITUDE_VERBS

_STOPS = frozenset(ATTITUDE_VERBS) | frozenset(
    "that who which while but whereas and as compared versus than because if when with without "
    "could should will can may might must had has have having been being be were was is are "
    "conducted carried taken published released commissioned by on also not never rarely only "
    "showed shows found finds revealed between since during after before for to".split()
) - {"surveyed", "polled"}
_TOKEN = re.compile(r"[^\s,;:()\[\]“”\"—]+|[,;:()\[\]“”\"—]")
_MAX_WORDS = 12
_HEAD = re.compile(
    r"\b(?:poll|polls|survey|surveys|sample|sampling|polling|questioning)\s+of\s+"
    r"|\b(?:surveyed|polled|interviewed|questioned)\s+(?=\d|(?:over|about|more)\b)"
    r"|\b(?:among|amongst)\s+"
)
_PUBLIC = re.compile(
    r"\b[A-Z][\w.’'-]{0,30}(?:\s[A-Z][\w.’'-]{0,30})?\s(?:public|respondents|adults|voters|citizens|"
    r"population|electorate|residents)\b"
)
_NUMBER = re.compile(
    r"^(?:(?:over|about|around|some|nearly|almost|more than|at least|approximately)\s+)?[\d,]+\s+"
)


def population_after(text: str, offset: int) -> Mention | None:
    """The population named by "of ..." right behind a share that ends at ``offset``.

    "82% of Ukrainians said" names "Ukrainians"; None where no such phrase follows.
    """
    match = re.compile(r"\s+of\s+(?:all\s+|the\s+(?=\d))?").match(text, offset)
    return _noun_phrase(text, match.end(), "share_of_people") if match else None


def find_populations(text: str) -> list[Mention]:
    """The populations that a text names beside a survey, in order of their offsets.

    "A poll of Germans", "among women", "the Canadian public".
    """
    found = [_noun_phrase(text, m.end(), "survey_of_people") for m in _HEAD.finditer(text)]
    found += [Mention(*m.span(), m.group(), "people_public") for m in _PUBLIC.finditer(text)]
    return sorted((mention for mention in found if mention), key=lambda m: m.start)


def _noun_phrase(text: str, start: int, rule: str) -> Mention | None:
    """The words from ``start`` up to a verb, a conjunction or punctuation."""
    number = _NUMBER.match(text[start : start + 40])
    start += number.end() if number else 0
    end = start
    for count, token in enumerate(_TOKEN.finditer(text, start, start + 200)):
        word = token.group()
        if count >= _MAX_WORDS or word.strip(".’'").lower() in _STOPS or not word[0].isalnum():
            break
        end = token.end()
        if word.endswith(".") and not re.search(r"\b\w\.$", word):
            end -= 1
            break
    phrase = text[start:end].rstrip()
    if not any(c.isalpha() for c in phrase):
        return None
    return Mention(start, start + len(phrase), phrase, rule)
