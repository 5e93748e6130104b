"""Words of the text made comparable: without case, accents and words that tell nothing apart."""

import re
import unicodedata

#: Function words and verbs of saying, which do not tell answers apart.
PLAIN_WORDS = frozenset(
    "a an the and or of to in on at by for from with that which who they their them it its as is "
    "are was were be been being has have had do does did said say says saying stated believed "
    "believe think thought felt feel would should could there this these those".split()
)
#: Letters that no normalisation takes apart, as they are commonly written in ASCII.
_LETTERS = str.maketrans(
    dict(zip("łŁøØđĐðÐħıŧ", "lLoOdDdDhit", strict=True))
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"}
)
_MAX_WORDS = 6


def words(text: str) -> list[str]:
    """The words of a text in lower-case ASCII letters and digits."""
    plain = (
        unicodedata.normalize("NFKD", text.translate(_LETTERS))
        .encode("ascii", "ignore")
        .decode("ascii")
        .lower()
    )
    return re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))


def slug(text: str) -> str:
    """The first telling words of a text, with hyphens."""
    found = words(text)
    return "-".join(([word for word in found if word not in PLAIN_WORDS] or found)[:_MAX_WORDS])
