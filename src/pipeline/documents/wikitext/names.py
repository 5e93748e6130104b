"""Names of templates and parser functions, in one form."""

import re

_NAME = re.compile(r"[^|{}\[\]<>]{0,200}")
_FUNCTIONS = frozenset("formatnum lc lcfirst uc ucfirst".split())
"""Parser functions without ``#`` whose words stand in articles."""

_PREFIX = "template:"


def template_name(text: str, start: int) -> str:
    """The name that stands behind the opening braces: in lower case, with single spaces.

    The name of a parser function ends with its colon (``#if:``, ``formatnum:``).
    """
    match = _NAME.match(text, start)
    name = " ".join((match[0] if match else "").replace("_", " ").lower().split())
    if ":" in name:
        head = name[: name.index(":")]
        if head.startswith("#") or head in _FUNCTIONS:
            return head + ":"
        name = name.removeprefix(_PREFIX).lstrip()
    return name
