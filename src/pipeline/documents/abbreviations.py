"""Abbreviations of English prose, by what a full stop behind them means.

Lists are in lower case and without the last full stop. Initials ("J. Smith") and abbreviations
with full stops inside ("U.S.", "p.m.", "Ph.D.") are told by their shape and need no list.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_FINAL = _words(
    """
    a.k.a adm amb approx atty brig ca capt cf cllr cmdr cpl dr e.g esp gen gov hon i.e incl insp
    lieut lt maj messrs mlle mme mr mrs ms msgr mx pres prof pvt resp rev revd rs sens sgt ste supt
    viz vs
    """
)
"""Titles of persons and words that demand a continuation."""

SELDOM_FINAL = _words(
    """
    acad admin al anon assn assoc ave blvd bros calif cert cie co col comm cong conn corp dept div
    ed edn eds enc est etc fla fr ft govt hist inc incorp inst intl jr lit ltd mgmt mt natl obit
    okla orig plc prev prod pty publ rd rep repr reps rt sen sq sr st suppl tenn treas univ va
    """
)
"""Abbreviations that end a sentence only where the next word clearly opens one."""

BEFORE_NUMBER = _words(
    """
    apr art arts aug bk ch dec feb fig figs jan jul jun mar no nos nov oct op p para paras pl pp pt
    sec sep sept ser ver vol vols
    """
)
"""Abbreviations before a number; before anything else they are words, or end the sentence."""

OPENERS = _words(
    """
    According Additionally After Afterwards Also Although Among Amongst An And Another As At
    Because Before Besides Both But By Consequently Conversely Despite During Each Either
    Eventually Finally Following For From Furthermore He Hence Her His How However If In Instead It
    Its Later Many Meanwhile Moreover Nearly Nevertheless Nonetheless On Once One Our Previously
    Several She Similarly Since So Some Sometimes Soon Subsequently Such That The Their Then There
    Thereafter Therefore These They This Those Though Through Thus To Two Unlike Until Upon We What
    When Where Whereas Whether Which While Who With Within Without You
    """
)
"""Words that, with a capital, open a sentence rather than go on with a name."""

_LONGEST_TOKEN = 24
_TOKEN = re.compile(r"[^\s()\[\]\"“”‘«»,;:/–—-]*\Z")
_INITIALISM = re.compile(r"(?:[^\W\d_]{1,3}\.){1,6}[^\W\d_]{1,3}")


def token_before(text: str, start: int, end: int) -> str:
    """What stands directly before an offset, back to a space, bracket, quote, comma or dash.

    Args:
        text: Prose.
        start: Look no further back than this.
        end: The offset.
    """
    token = _TOKEN.search(text[max(start, end - _LONGEST_TOKEN) : end])
    return token[0] if token else ""


def is_initialism(token: str) -> bool:
    """Whether a token is made of letters with full stops between ("U.S" of "U.S.")."""
    return _INITIALISM.fullmatch(token) is not None


def is_abbreviation(token: str) -> bool:
    """Whether a full stop behind a token may belong to the token, whatever comes next."""
    key = token.lower()
    is_initial = len(token) == 1 and token.isalpha()
    return is_initial or key in NEVER_FINAL or key in SELDOM_FINAL or is_initialism(token)
