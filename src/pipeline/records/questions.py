"""Whether two poll results are of the same question: the same answer of the same people.

Answers are told in many words: "did not support any concessions to the rebels" is "opposed
concessions". An answer is taken apart into its stance (for or against), what stands before it, and
what it is about; two are the same where these are, though one may say more than the other.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.mentions.places import find_places
from pipeline.records.model import PollResult
from pipeline.records.words import PLAIN_WORDS, words

_FOR = (
    "support supports supported supporting supporter supporters favor favors favored favoring "
    "favour favours favoured favouring back backs backed backing approve approves approved "
    "approving approval endorse endorses endorsed endorsing welcome welcomed want wants wanted "
    "wanting prefer prefers preferred preferring accept accepts accepted accepting agree agrees "
    "agreed agreeing"
)
_AGAINST = (
    "oppose opposes opposed opposing opposition reject rejects rejected rejecting rejection "
    "disapprove disapproves disapproved disapproving disapproval disagree disagrees disagreed "
    "disagreeing against refuse refuses refused refusing"
)
_STANCES = dict.fromkeys(_FOR.split(), 1) | dict.fromkeys(_AGAINST.split(), -1)
_NEGATIONS = frozenset("not no never nor neither without cannot nobody none".split())
_NEGATED = re.compile(r"n[’']t$")
#: Between the stance and what it is about.
_LEADS_ON = _NEGATIONS | frozenset("of for the a an any all some that with to".split())
#: Behind what it is about; "of" goes on with it.
_ENDS = frozenset(
    "to in on with for from by at about against over between during until after before as if that "
    "because when while even which who and or but so than towards toward through under within "
    "without into".split()
)
_COMPARATIVES = frozenset("more less fewer greater further most least very somewhat rather".split())
_FEWEST_WORDS = 2
"""A stance alone ("were in favour") does not tell what was asked."""

_TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[,;:.]")
_GENERIC = frozenset(
    "people respondents respondent adults adult citizens citizen residents resident population "
    "public persons inhabitants surveyed polled asked interviewed those all country nation "
    "participants sample national general overall".split()
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer taken apart.

    Attributes:
        key: What two answers must share at least: the stance with the nouns that it is about, or
            all telling words where no stance is told.
        exact: Words that must be the same: those of degree, numbers, and a verb that it is about.
        nouns: Words beside each noun of ``key``; those of one answer may be missing in the other.
        names: Capitalised words.
        rest: Telling words behind.
    """

    key: tuple[str, ...]
    exact: frozenset[str] = frozenset()
    nouns: tuple[frozenset[str], ...] = ()
    names: frozenset[str] = frozenset()
    rest: frozenset[str] = frozenset()


def same_answer(one: Answer, other: Answer) -> bool:
    """Whether two answers are the same, as far as their words tell."""
    if one.key != other.key or one.exact != other.exact or len(one.key) < _FEWEST_WORDS:
        return False
    nested = all(a <= b or b <= a for a, b in zip(one.nouns, other.nouns, strict=True))
    named = one.names <= other.names or other.names <= one.names
    return nested and named and (not (one.rest and other.rest) or bool(one.rest & other.rest))


def same_people(one: PollResult, other: PollResult) -> bool:
    """Whether two results are of the same people: a country as a whole, or the same group of it."""
    countries = {one.country_code, other.country_code} - {None}
    return len(countries) < 2 and group(one) == group(other)


def group(result: PollResult) -> frozenset[str]:
    """The words that tell a group from the people of its country; empty for these as a whole."""
    return _group(result.population or "", result.country_code)


@lru_cache(maxsize=4096)
def taken_apart(text: str) -> Answer:
    """An answer taken apart."""
    tokens = _TOKEN.findall(text)
    at = next((i for i, token in enumerate(tokens) if token.lower() in _STANCES), None)
    found = _about(tokens, at) if at is not None else None
    if found is None:
        return Answer(tuple(sorted(set(words(text)) - PLAIN_WORDS)))
    return found


def _about(tokens: list[str], at: int) -> Answer | None:
    """The stance of an answer and what it is about, None if it does not say."""
    start = at + 1
    verb: set[str] = set()
    while start < len(tokens) and tokens[start].lower() in _LEADS_ON:
        if tokens[start].lower() == "to" and tokens[at].lower() != "opposition":
            verb = {word.lower() for word in tokens[start + 1 : start + 2]}
        start += 1
    end = start
    while end < len(tokens) and tokens[end][0].isalnum() and tokens[end].lower() not in _ENDS:
        end += 1
    segments = [segment.split() for segment in " ".join(tokens[start:end]).split(" of ")]
    if not all(segments):
        return None
    negations = sum(_is_negation(token) for token in tokens[:end])
    stance = _STANCES[tokens[at].lower()] * (-1) ** negations
    if segments[0][0].lower().endswith("ing"):
        verb.add(segments[0][0].lower())
    before = {word.lower() for word in tokens[:at] if word.lower().endswith("ly")} - {"only"}
    degree = {word.lower() for word in tokens if word.lower() in _COMPARATIVES}
    numbers = {token for token in tokens if token[0].isdigit()}
    telling = [set(words(" ".join(segment))) - PLAIN_WORDS for segment in segments]
    heads = [_singular(segment[-1]) for segment in segments]
    return Answer(
        ("for" if stance > 0 else "against", *heads),
        frozenset(verb | before | degree | numbers),
        tuple(
            frozenset(map(_singular, beside)) - {head}
            for beside, head in zip(telling, heads, strict=True)
        ),
        frozenset(token.lower() for token in tokens[1:] if token[0].isupper()),
        frozenset(words(" ".join(tokens[end:]))) - PLAIN_WORDS,
    )


def _is_negation(token: str) -> bool:
    return token.lower() in _NEGATIONS or _NEGATED.search(token) is not None


def _singular(word: str) -> str:
    lower = word.lower()
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


@lru_cache(maxsize=4096)
def _group(population: str, country: str | None) -> frozenset[str]:
    kept = population
    for place in reversed(find_places(population)):
        if place.kind in ("country", "people") and place.country_code == country:
            kept = kept[: place.start] + " " + kept[place.end :]
    return frozenset(words(kept)) - PLAIN_WORDS - _GENERIC
