"""One plain character for each of its typographic variants, so that rules know only the plain one.

Every replacement is one character for one: offsets into the plain text are offsets into the text.
"""

import re
from functools import lru_cache

_SPACES = (
    "\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
_PERCENTS = "\u066a\ufe6a\uff05"

_PLAIN = {
    variant: plain
    for plain, variants in {
        " ": _SPACES, "-": _DASHES, "'": _APOSTROPHES, '"': _QUOTES, "%": _PERCENTS,
    }.items()
    for variant in variants
}  # fmt: skip
_VARIANT = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


@lru_cache(maxsize=64)  # each rule asks for the same text again
def plain(text: str) -> str:
    """The text with plain spaces, hyphens, quotation marks and percent signs; as long as before."""
    return _VARIANT.sub(lambda match: _PLAIN[match.group()], text)
