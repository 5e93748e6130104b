"""Closed classes of English words that several rules share."""

_IRREGULAR = {
    "say": "said", "think": "thought", "feel": "felt", "see": "saw", "know": "knew",
    "hold": "held", "choose": "chose chosen", "want": "wanted", "meet": "met", "begin": "began begun",
    "take": "took taken", "find": "found", "give": "gave given", "show": "showed shown",
}  # fmt: skip
_DOUBLING = {"plan", "admit"}


def inflections(verbs: str) -> tuple[str, ...]:
    """All forms of verbs given as base forms separated by spaces, the longest first."""
    forms: set[str] = set()
    for verb in verbs.split():
        forms |= {verb, *_IRREGULAR.get(verb, "").split()}
        stem = verb + verb[-1] if verb in _DOUBLING else verb
        if verb.endswith("e"):
            forms |= {verb + "s", verb + "d", verb[:-1] + "ing"}
        elif verb.endswith("y") and verb[-2] not in "aeiou":
            forms |= {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
        elif verb.endswith(("s", "sh", "ch", "x")):
            forms |= {verb + "es", verb + "ed", verb + "ing"}
        else:
            forms |= {verb + "s", stem + "ed", stem + "ing"}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


#: What a share of people does in an answer.
ATTITUDE_VERBS = inflections(
    "say state believe think support oppose favor favour approve disapprove agree disagree want "
    "wish hope consider feel identify describe prefer trust distrust view see respond answer "
    "express report rate regard expect intend claim admit declare profess blame fear doubt know "
    "reject accept back endorse like dislike enjoy recall affirm deny perceive hold choose "
    "indicate plan practise practice attend adhere suspect demand insist recommend object assign "
    "associate belong have vote self-identify use watch read own drink smoke"
) + (
    "satisfied", "dissatisfied", "worried", "concerned", "confident", "undecided", "unsure",
    "willing", "unwilling", "convinced", "affirmatively", "indifferent", "would", "did not",
    "do not", "don't", "did n't", "were", "are", "was", "is",
)  # fmt: skip

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
