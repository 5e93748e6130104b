"""Closed classes of English words that several rules share."""

import re
from collections.abc import Iterable
from itertools import groupby

#: Past forms of verbs that do not take -ed.
_IRREGULAR = {
    "say": "said", "think": "thought", "feel": "felt", "see": "saw seen", "know": "knew known",
    "hold": "held", "choose": "chose chosen", "meet": "met", "begin": "began begun",
    "take": "took taken", "find": "found", "give": "gave given", "have": "had",
    "drink": "drank drunk", "broadcast": "broadcast", "read": "read",
}  # fmt: skip
_QUANTIFIERS = ("?", "*", "+", "{")
_PATTERN_TOKEN = re.compile(r"\\.|\[[^\]]*\]|[(|)]")
#: Verbs that double their last consonant before -ed and -ing.
_DOUBLING = {"plan", "admit", "prefer", "begin"}


def any_of(words: Iterable[str]) -> str:
    """A pattern (source) for any of some words, the longest first.

    Words of one first letter share a branch: where none fits, a search rules all of them out by
    that letter.
    """
    branches = []
    for first, group in groupby(sorted(set(words)), key=lambda word: word[0]):
        rests = sorted((word[1:] for word in group), key=lambda rest: (-len(rest), rest))
        branches.append(f"{re.escape(first)}(?:{'|'.join(map(re.escape, rests))})")
    return f"(?:{'|'.join(branches)})"


def by_first_letter(alternatives: str) -> str:
    """Alternatives of a pattern for any case (source), with one branch for each first letter.

    A search then rules out all words of a letter at once; with a hundred alternatives it takes a
    fifth of the time. Those that begin with anything but a letter come first.
    """
    branches: dict[str, list[str]] = {"": []}
    for alternative in _split(alternatives):
        has_letter = alternative[:1].isalpha() and not alternative.startswith(_QUANTIFIERS, 1)
        first = alternative[0].lower() if has_letter else ""
        branches.setdefault(first, []).append(alternative[len(first) :])
    others = branches.pop("")
    return "|".join([*others, *(f"{first}(?:{'|'.join(r)})" for first, r in branches.items())])


def _split(alternatives: str) -> list[str]:
    """The alternatives of a pattern; those of groups within it are left together."""
    found, start, depth = [], 0, 0
    for token in _PATTERN_TOKEN.finditer(alternatives):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == "|" and depth == 0:
            found.append(alternatives[start : token.start()])
            start = token.end()
    return [*found, alternatives[start:]]


def inflections(verbs: str) -> tuple[str, ...]:
    """All forms of verbs given as base forms separated by spaces, the longest first."""
    forms = {form for verb in verbs.split() for form in _forms(verb)}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _forms(verb: str) -> set[str]:
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    if verb.endswith("e"):
        third, past = verb + "s", verb + "d"
        present = verb + "ing" if verb.endswith("ee") else verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third, past, present = verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
        past, present = stem + "ed", stem + "ing"
    if verb == "have":
        third = "has"
    return {verb, third, present, *_IRREGULAR.get(verb, past).split()}


#: What a share of people does in an answer.
ATTITUDE_VERBS = (
    *inflections(
        "say state believe think support oppose favor favour approve disapprove agree disagree "
        "want wish hope consider feel identify describe prefer trust distrust view see respond "
        "answer express report rate regard expect intend claim admit declare profess blame fear "
        "doubt know reject accept back endorse like dislike enjoy recall affirm deny perceive "
        "hold choose indicate plan practise practice attend adhere suspect demand insist "
        "recommend object assign associate belong have vote self-identify use watch read own "
        "drink smoke reply tick name call cite"
    ),
    *("satisfied", "dissatisfied", "worried", "concerned", "confident", "undecided", "unsure"),
    *("willing", "unwilling", "convinced", "affirmatively", "indifferent", "would", "did not"),
    *("do not", "don't", "were", "are", "was", "is"),
)

#: Nouns that name an attitude of which a poll gives the share.
ATTITUDE_NOUNS = (
    "approval", "disapproval", "support", "opposition", "popularity", "satisfaction", "trust",
    "confidence", "favourability", "favorability", "backing", "undecided", "rating", "ratings",
    "unfavourable", "unfavorable", "favourable", "favorable",
)  # fmt: skip

#: Those who were asked, where the text names them by that alone.
RESPONDENTS = (
    "respondents", "those surveyed", "those polled", "those asked", "those questioned",
    "those interviewed", "people surveyed", "people polled", "interviewees", "participants",
    "persons surveyed", "persons polled", "responders", "surveyed", "polled",
)  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
