"""HTML tags that wikitext may hold, after the closed list of MediaWiki's ``Sanitizer``.

Other tags are text, but for those of extensions.
"""

import re

_NAMES = r"[A-Za-z][A-Za-z0-9]{0,19}"
TAG = re.compile(rf"<(/?)({_NAMES})(?=[\s/>])([^<>]*)>")
"""A tag: whether it closes, its name, and what else stands in it."""

_BLOCKS = (
    "blockquote|caption|center|dd|div|dl|dt|h1|h2|h3|h4|h5|h6|hr|li|ol|p|poem|section|table|td|th|"
    "tr|ul"
)
_BLOCK_NAMES = frozenset(_BLOCKS.split("|"))
_INLINE = frozenset(
    """
    abbr b bdi bdo big br cite code data del dfn em font i ins kbd link mark meta noinclude
    onlyinclude q rb ref references rp rt rtc ruby s samp small span strike strong sub sup time
    translate tt tvar u var wbr includeonly nowiki pre math gallery
    """.split()
)
_LINE_BREAK = r"<(?i:br)\s{0,3}/?>"
BLOCK_TAG = re.compile(rf"</?(?i:{_BLOCKS})(?=[\s/>])[^<>]*>|{_LINE_BREAK}\s{{0,3}}{_LINE_BREAK}")
"""What ends a paragraph and begins another: the tag of a block, or two line breaks in a row."""


def is_known(name: str) -> bool:
    """Whether a tag of this name is markup."""
    return name in _BLOCK_NAMES or name in _INLINE


def is_break(name: str) -> bool:
    """Whether a tag of this name parts words."""
    return name == "br" or name in _BLOCK_NAMES
