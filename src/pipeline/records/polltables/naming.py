"""How tables of polls name answers, groups of people, votes, averages and sums: closed classes."""

import re

from pipeline.records.polltables.roles import LONGEST_LABEL, key, words_of

#: Words by which an answer is known as one whatever was asked.
_ANSWER_WORDS = frozenset(
    "yes no support supports supported oppose opposes opposed agree agreed disagree approve "
    "approves disapprove disapproves favour favor favourable favorable unfavourable unfavorable "
    "for against undecided unsure unknown neutral remain leave stay keep retain abolish satisfied "
    "dissatisfied trust distrust positive negative good bad better worse uncertain refused "
    "neither other others abstain right wrong important unimportant confident unanswered".split()
)
_NO_OPINION = re.compile(
    r"\b(?:(?:don't|do not|doesn't|not|didn't) (?:know|sure|answer|say|vote|care)|no "
    r"(?:answer|opinion|reply|preference|response)|(?:would|will) not vote|dk|na|dk/na|dk/ns)\b"
)

_GROUP = re.compile(
    r"(?:men|women|males?|females?|boys|girls|urban|rural|whites?|blacks?|hispanics?|latinos?|"
    r"asians?|christians?|muslims?|jews|catholics?|protestants?|graduates?|students?|employed|unemployed|"
    r"retired|young|old|adults|youths?|likely voters|registered voters|(?:non-?)?believers|"
    r"atheists)(?: (?:voters|respondents|adults|only|people))?"
    r"|(?:ages?|aged)? ?\d{1,2} ?(?:-|to) ?\d{1,2}(?: years?)?(?: olds?)?"
    r"|(?:ages?|aged)? ?\d{2} ?(?:\+|and (?:over|older|above)|or (?:over|older|above|more))"
    r"|(?:under|over|below|above)[ -]\d{2}s?"
)
#: Groups by party, which at the head of a column are more likely an answer.
_PARTISANS = re.compile(
    r"(?:(?:conservative |liberal |moderate )?(?:democrats|republicans|independents)|liberals|"
    r"moderates|conservatives|(?:[a-z-]{1,20} ){1,3}(?:supporters|voters))"
)
_EVERYBODY = re.compile(
    r"(?:all|total|overall|national|nationwide|everyone|general (?:public|population))"
    r"(?: (?:voters|respondents|adults|people|sample|population))?"
)

#: A row called so gives the outcome of a vote.
_VOTE = re.compile(
    r"(?:the |official |final |actual |[a-z]{3,9} )?(?:results? of the |results?:? )?"
    r"(?:\d{1,2} [a-z]{3,9} )?(?:\d{4} )?(?:[a-z-]{2,20} ){0,4}"
    r"(?:elections?|referendum|plebiscite|ballot|vote|by-election|run-?off)"
    r"(?: (?:\d{4}|results?|outcome|day)){0,2}(?: \d{4})?"
    r"|(?:the |official |final |actual |election |referendum |\d{4} ){0,3}results?"
)
_NO_VOTE = re.compile(r"\b(?:exit|polls?|polling|survey|intention|forecast|projection)\b")
_AVERAGE = re.compile(
    r"\b(?:averages?|mean|poll of polls|polls of polls|aggregat(?:e|or|ion)|median|trend ?line)\b"
)
_SUM = re.compile(r"(?:total|sum|all)(?: \(?%\)?)?")


def names_answer(label: str) -> bool:
    """Whether a label is an answer whatever was asked: "Yes", "Strongly agree", "Don't know"."""
    bare = key(label)
    return bool(words_of(bare) & _ANSWER_WORDS) or bool(_NO_OPINION.search(bare))


def names_group(label: str) -> bool:
    """Whether a label is a group of people by age, sex, dwelling and the like, or everybody."""
    bare = key(label)
    return bool(_GROUP.fullmatch(bare)) or names_everybody(label)


def names_partisans(label: str) -> bool:
    """Whether a label is a group of people by the party that they are for."""
    return bool(_PARTISANS.fullmatch(key(label)))


def names_everybody(label: str) -> bool:
    """Whether a label stands for all who were asked."""
    return bool(_EVERYBODY.fullmatch(key(label)))


def names_vote(label: str) -> bool:
    """Whether a row called so gives the outcome of an election or referendum."""
    bare = re.sub(r"[,.:;*†]", " ", key(label))
    bare = " ".join(bare.split())
    return len(bare) <= LONGEST_LABEL and bool(_VOTE.fullmatch(bare)) and not _NO_VOTE.search(bare)


def names_dated_vote(label: str) -> bool:
    """Whether a column called so gives the outcome of a vote; "early election" may be an answer."""
    return names_vote(label) and bool(re.search(r"[0-9]{4}|\bresults?\b", label, re.I))


def names_average(label: str) -> bool:
    """Whether a row called so sums up several polls."""
    return len(label) <= LONGEST_LABEL and bool(_AVERAGE.search(key(label)))


def names_sum(label: str) -> bool:
    """Whether a row called so sums up the answers."""
    return bool(_SUM.fullmatch(key(label)))
