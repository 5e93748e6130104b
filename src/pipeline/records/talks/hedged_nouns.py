"""Nouns that name a meeting only with certain words around them: "the opening sitting"."""

import re

_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|opening|closing|inaugural|initial|"
    r"preliminary|final|last|next|new|\d(?:st|nd|rd|th))"
)
_ANY = re.compile("")
_BEGINS = r"(?:opened|began|started|resumed|took place|convened|was|were|lasted|closed|ended)"
#: For each such noun the words that must stand before and behind it.
_HEDGED = {
    # "The opening sitting", not "the sitting president".
    "sitting": (re.compile(rf"\b{_NTH} (?:[\w-]+ )?$"), _ANY),
    "sittings": (_ANY, _ANY),
    # "A secret gathering of the leaders", not "gathering evidence".
    "gathering": (
        re.compile(rf"\b(?:an?|the|this|that|their|{_NTH}) (?:[\w-]+ ){{0,2}}$"),
        re.compile(r"(?! of (?:the )?(?:people|fans|supporters|protest|crowd|storm))"),
    ),
    # "A grand council with the chiefs", not the council of a city.
    "council": (
        re.compile(r"\b(?:grand|great|peace|treaty|solemn|joint|a|another|in) $"),
        re.compile(r" (?:with|between|opened|began|was held|at which|in|at|on)\b"),
    ),
    "councils": (re.compile(r"\b(?:grand|great|peace|treaty|solemn|joint) $"), _ANY),
    # "An interview between the two emperors", not one that was given or published.
    "interview": (_ANY, re.compile(r" (?:between|of the (?:two|three))\b")),
    "interviews": (_ANY, re.compile(r" (?:between|of the (?:two|three))\b")),
    # "Mediation by Norway", not a lecture on mediation.
    "mediation": (
        re.compile(r"(?<!\bon )(?<!\bto )(?<!\bof )(?<!\bfor )$"),
        re.compile(
            r" (?:between|by|of|in|talks|began|was|were|took|failed|led|resumed|continued)\b"
        ),
    ),
    # "The second phase of the talks", "the final phase opened".
    "phase": (
        re.compile(rf"\b(?:{_NTH}|the \w+) $"),
        re.compile(rf" (?:of (?:the )?(?:talks|negotiations|conference)|{_BEGINS})\b"),
    ),
    # "The proceedings opened", not those of a court.
    "proceedings": (re.compile(r"\b(?:the|opened|[.;]) $|^$"), re.compile(rf" {_BEGINS}\b|[ ,;.]")),
}


def is_hedged(noun: str) -> bool:
    """Whether a noun, in lower case, names a meeting only with certain words around it."""
    return noun in _HEDGED


def names_meeting(noun: str, before: str, after: str) -> bool:
    """Whether such a noun does, given the text before it, in lower case, and behind it."""
    behind, ahead = _HEDGED[noun]
    return behind.search(before) is not None and ahead.match(after) is not None
