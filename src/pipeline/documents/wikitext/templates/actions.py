"""What a template does with its arguments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Words = Mapping[str, str]
"""Arguments of a template as text, by name; those without a name are called ``1``, ``2`` …"""


@dataclass(frozen=True, slots=True)
class Show:
    """It shows an argument as it is: the first of these that is given and not empty."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowAll:
    """It shows all its arguments without a name in order, with this between them."""

    separator: str


@dataclass(frozen=True, slots=True)
class Say:
    """It puts words of its own into the text, made of its arguments."""

    words: Callable[[Words], str]


Action = Show | ShowAll | Say
