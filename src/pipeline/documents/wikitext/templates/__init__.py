"""Templates that put words into the text, and what each puts there.

Templates that are not named here leave nothing: boxes, notices, cleanup tags, icons, maps and the
like, and those that nobody has described yet.
"""

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.documents.wikitext.templates.actions import Action, Say, Show, ShowAll, Words
from pipeline.documents.wikitext.templates.dates import DATES
from pipeline.documents.wikitext.templates.measures import MEASURES
from pipeline.documents.wikitext.templates.numbers import NUMBERS
from pipeline.documents.wikitext.templates.shown import BLOCK_LISTS, QUOTES, SHOWN

__all__ = [
    "ACTIONS",
    "BLOCK_LISTS",
    "QUOTES",
    "Action",
    "Say",
    "Show",
    "ShowAll",
    "Words",
    "action_of",
]

ACTIONS: Mapping[str, Action] = MappingProxyType({**SHOWN, **DATES, **NUMBERS, **MEASURES})
"""What each template does, by name."""


def action_of(name: str) -> Action | None:
    """What a template does, None if it leaves nothing.

    Args:
        name: Its name, as :func:`pipeline.documents.wikitext.names.template_name` gives it.
    """
    action = ACTIONS.get(name)
    if action is None and name.startswith("lang-"):  # {{lang-fr|…}}
        return Show(("1",))
    return action
