"""The labels by which tables of polls call their columns: closed classes of words."""

import re
from enum import Enum, auto

from pipeline.mentions.typography import plain

_BRACKETS = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")
_WORD = re.compile(r"[a-z0-9']+|±|\+/-|[%#]")
#: The longest text that can be the label of a column or row.
LONGEST_LABEL = 120


class Role(Enum):
    """What a column or row of a table holds."""

    POLLSTER = auto()
    SPONSOR = auto()
    POLLSTER_AND_SPONSOR = auto()
    DATE = auto()
    PUBLISHED = auto()
    SAMPLE = auto()
    MARGIN_OF_ERROR = auto()
    MODE = auto()
    QUESTION = auto()
    COUNTRY = auto()
    GROUP = auto()
    ANSWER = auto()
    LEAD = auto()
    TURNOUT = auto()
    BALLOT = auto()
    NOTE = auto()
    SHARE = auto()


#: Roles of cells that tell of a poll.
OF_A_POLL = frozenset(
    {
        Role.POLLSTER,
        Role.SPONSOR,
        Role.POLLSTER_AND_SPONSOR,
        Role.DATE,
        Role.PUBLISHED,
        Role.SAMPLE,
        Role.MARGIN_OF_ERROR,
        Role.MODE,
    }
)

_POLLSTERS = "pollster pollsters firm firms company companies institute institution institutes"
_POLLSTERS += " organisation organization organisations organizations agency house source sources"
_POLLSTERS += " conductor poll polls survey surveys aggregator aggregators aggregation by"
_SPONSORS = "client clients commissioner commissioners commissioned sponsor sponsors sponsored"
_SPONSORS += " newspaper media outlet broadcaster publisher customer contractor"

#: For each role the words of which its label has at least one, and the others that it may have.
#: The first role that fits a label counts.
_LABELS: tuple[tuple[Role, frozenset[str], frozenset[str]], ...] = tuple(
    (role, frozenset(heads.split()), frozenset(f"{heads} {others}".split()))
    for role, heads, others in (
        (Role.MARGIN_OF_ERROR, "moe ± +/-", "max maximum pp points %"),
        (
            Role.LEAD,
            "lead net margin difference diff swing change gap spread balance plurality growth "
            "increase decrease",
            "over of the from in since last previous poll approval rating favourability support "
            "favorability trust satisfaction popularity points point pp percentage size overall %",
        ),
        (
            Role.TURNOUT,
            "turnout participation abstention",
            "voter estimated projected expected likely rate %",
        ),
        (
            Role.PUBLISHED,
            "published publication released release",
            "date dates of on the poll polls survey day year",
        ),
        (
            Role.DATE,
            "date dates fieldwork period year years month months when time polled conducted day "
            "administered completed quarter",
            "of the poll polls polling survey surveys last first start end from to interview and "
            "field work opinion taken ended started data collection research interviews in on "
            "surveyed held / updated",
        ),
        (
            Role.SAMPLE,
            "sample samples respondents n interviews participants interviewees base surveyed "
            "interviewed polled",
            "size sizes number no of the total people persons adults voters count weighted "
            "unweighted valid poll polls survey # asked questioned",
        ),
        (
            Role.MODE,
            "mode method methodology technique methods",
            "survey polling interview interviews collection data of poll research contact",
        ),
        (
            Role.QUESTION,
            "question questions statement statements issue issues topic topics item items "
            "proposition proposal wording policy",
            "asked of the text poll polling survey or and",
        ),
        (Role.POLLSTER, _POLLSTERS, "polling opinion research name of the link conducted carried "
         "out done made run polled public date dates and or"),
        (Role.SPONSOR, _SPONSORS, "by for the of news published name or and"),
        (
            Role.POLLSTER_AND_SPONSOR,
            _SPONSORS,
            f"{_POLLSTERS} polling opinion research name of the link for and or",
        ),
        (
            Role.COUNTRY,
            "country countries nation nations state states territory region regions area areas "
            "province provinces location place city constituency district county jurisdiction",
            "or and of the polled surveyed member eu name /",
        ),
        (
            Role.GROUP,
            "group groups demographic demographics gender sex age population subgroup category "
            "audience electorate universe ages",
            "of the target sample social surveyed polled range bracket voter type",
        ),
        (
            Role.ANSWER,
            "answer answers response responses opinion opinions option options choice choices "
            "view views reply replies position attitude candidate candidates party parties reason "
            "reasons preference belief stance",
            "the of political given to presidential or and main",
        ),
        (
            Role.NOTE,
            "note notes ref refs reference references link links citation citations comment "
            "comments remarks details rank # report pdf",
            "and or external the no",
        ),
    )
)  # fmt: skip
_LEAD = re.compile(r"(?:net|lead|swing) .{1,40}|.{1,40} (?:net|lead|swing|majority)")
#: Labels that the words alone would not tell.
_PHRASES = {
    "margin of error": Role.MARGIN_OF_ERROR,
    "margins of error": Role.MARGIN_OF_ERROR,
    "error margin": Role.MARGIN_OF_ERROR,
    "sampling error": Role.MARGIN_OF_ERROR,
    "margin of sampling error": Role.MARGIN_OF_ERROR,
    "sampling margin of error": Role.MARGIN_OF_ERROR,
    "maximum margin of error": Role.MARGIN_OF_ERROR,
    "polling group": Role.POLLSTER,
    "polling type": Role.MODE,
    "poll type": Role.MODE,
    "type": Role.MODE,
    "segment polled": Role.GROUP,
    "polling segment": Role.GROUP,
}
#: One of these words in a label means that ballots or seats were counted.
_BALLOT_WORDS = frozenset("votes seats seat mandates deputies ballots electors elected".split())
_UNCOUNTED = frozenset("blank invalid null spoilt spoiled wasted".split())
#: Labels that say of numbers only that they are shares.
_SHARE_WORDS = frozenset(
    "% percent percentage percentages per cent pct share shares proportion result results of the "
    "in figure figures value values respondents people all those asked surveyed polled".split()
)
_SHARE_HEADS = _SHARE_WORDS - frozenset("of the in".split())


def words_of(label: str) -> frozenset[str]:
    """The words of a label, and its signs such as "%"."""
    return frozenset(_WORD.findall(plain(label).lower()))


def key(text: str) -> str:
    """A label as it is compared: in small letters, without brackets and doubled spaces."""
    return " ".join(_BRACKETS.sub(" ", plain(text)).lower().split())


def role_of(label: str) -> Role | None:
    """The role that a label names; None for any other, such as that of an answer."""
    if len(label) > LONGEST_LABEL:
        return None
    bare = key(label.replace("(s)", "s").replace("(S)", "S"))
    if bare in _PHRASES:
        return _PHRASES[bare]
    words = words_of(bare)
    if words & _BALLOT_WORDS and not words & _UNCOUNTED:
        return Role.BALLOT
    for role, heads, allowed in _LABELS:
        if words & heads and words <= allowed:
            return role
    return Role.LEAD if _LEAD.fullmatch(bare) else None


def is_sure_of_polls(label: str) -> bool:
    """Whether the label of a column of pollsters can be none of anything else."""
    words = words_of(key(label))
    named = not words.isdisjoint({"pollster", "pollsters"})
    return named or (len(words) > 1 and not words.isdisjoint({"poll", "polling", "polled"}))


def says_only_share(label: str) -> bool:
    """Whether a label is empty or says of its numbers only that they are shares."""
    words = words_of(label)
    return not words or (words <= _SHARE_WORDS and bool(words & _SHARE_HEADS))
