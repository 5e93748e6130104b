"""Labels of footnotes as readers see them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


def _letters(number: int, alphabet: str) -> str:
    text = ""
    while number:
        number, place = divmod(number - 1, len(alphabet))
        text = alphabet[place] + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, digits in _ROMAN:
        text += digits * (number // value)
        number %= value
    return text


_STYLES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "": str,
        "decimal": str,
        "lower-alpha": lambda number: _letters(number, _LATIN),
        "upper-alpha": lambda number: _letters(number, _LATIN.upper()),
        "lower-roman": _roman,
        "upper-roman": lambda number: _roman(number).upper(),
        "lower-greek": lambda number: _letters(number, _GREEK),
    }
)
"""Groups with a style of their own, as the English Wikipedia predefines them (Help:Footnotes)."""


def label(group: str, number: int) -> str:
    """The label of the nth footnote of a group, such as ``3``, ``c`` or ``note 3``.

    Args:
        group: Name of the group, empty for footnotes without one.
        number: Its place in the order of first use, from 1.
    """
    style = _STYLES.get(group)
    return style(number) if style else f"{group} {number}"
