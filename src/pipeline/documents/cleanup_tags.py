"""The wording of Wikipedia's inline cleanup tags, such as "citation needed" and "by whom?".

Taken from the text that the templates listed under Template:Inline tags of the English Wikipedia
put between square brackets. Many are requests or questions and are told by that; the rest is a
closed list.
"""

import re

_REQUEST = re.compile(r"(?:[a-z()-]{1,20} ){1,4}needed\??")
_QUESTION = re.compile(
    r"(?:(?:according to|by|for|from|in|like|of|says|to|with) )?"
    r"(?:how(?: many| much| often)?|what|when|where|which|who|whom|whose|why)\?"
)
_REMARKS_TEXT = (
    "ambiguous|better source|check quotation syntax|circular reference|clarify|contradictory|"
    "dead link|disputed|disputed – discuss|dubious|dubious – discuss|editorializing|"
    "excessive citations|excessive detail?|failed verification|fact or opinion?|globalize|"
    "importance?|improper synthesis?|inconsistent|irrelevant citation|jargon|neologism?|"
    "neutrality is disputed|not in citation given|not specific enough to verify|"
    "not verified in body|opinion|original research?|outdated|peacock prose|peacock term|"
    "permanent dead link|predatory publisher|promotional source?|quantify|relevant?|"
    "relevant? – discuss|self-published source|self-published source?|specify|speculation?|"
    "spelling?|tone|unbalanced opinion?|undue weight?|undue weight? – discuss|"
    "unreliable source|unreliable source?|user-generated source|user-generated source?|vague|"
    "weasel words"
)
_REMARKS = frozenset(_REMARKS_TEXT.split("|"))


def is_cleanup_tag(text: str) -> bool:
    """Whether what stands between two square brackets is a cleanup tag."""
    words = text.lower()
    return bool(words in _REMARKS or _REQUEST.fullmatch(words) or _QUESTION.fullmatch(words))
