"""Internal links: what of them stands on the page."""

import re

_DROPPED = frozenset("file image category".split())
_SITES = frozenset("b c d m mw n q s v voy w wikt".split())
"""Prefixes of other projects, as short as those of languages: such links stand in the text
(https://meta.wikimedia.org/wiki/Interwiki_map)."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,10}){0,2}|simple")
_QUALIFIER = re.compile(r"(?:\s?\([^()]{1,200}\)|,\s[^,]{1,200})\Z")


def is_dropped(target: str) -> bool:
    """Whether a link leaves nothing in the text: a picture, category or another language."""
    prefix, colon, _ = target.partition(":")
    if not colon or not prefix or len(prefix) > 24:
        return False
    prefix = prefix.strip()
    if prefix.lower() in _DROPPED:
        return True
    return prefix not in _SITES and _LANGUAGE.fullmatch(prefix) is not None


def trimmed(target: str) -> tuple[int, int]:
    """Span of what the empty label of ``[[Old Fort (Tarn)|]]`` stands for (the "pipe trick")."""
    start = target.rfind(":") + 1
    qualifier = _QUALIFIER.search(target, start)
    return start, qualifier.start() if qualifier else len(target)
