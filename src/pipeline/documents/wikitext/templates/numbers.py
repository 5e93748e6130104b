"""Templates that write a number, after their documentation on the English Wikipedia."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from pipeline.documents.wikitext.templates.actions import Action, Say, Words

_NUMBER = re.compile(r"([-−+]?)([0-9]{1,30})(\.[0-9]{1,30})?")
_MOST_DECIMALS = 10
_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
"""Enough digits for any two numbers that are read here."""

_CURRENCIES = {
    "us$": "US$", "usd": "US$", "a$": "A$", "aud": "A$", "c$": "C$", "cad": "C$", "nz$": "NZ$",
    "£": "£", "gbp": "£", "€": "€", "eur": "€", "euro": "€", "jpy": "¥", "¥": "¥", "cny": "CN¥",
    "inr": "₹", "₹": "₹", "chf": "CHF\u00a0", "uah": "₴", "rub": "₽", "ils": "₪", "krw": "₩",
}  # fmt: skip


def number(text: str) -> Decimal | None:
    """The value of a plain number, perhaps with commas between its digits."""
    match = _NUMBER.fullmatch(text.replace(",", "").strip())
    return Decimal(match[0].replace("−", "-")) if match else None


def grouped(text: str) -> str:
    """A plain number with commas between thousands; other text as it is."""
    match = _NUMBER.fullmatch(text.replace(",", "").strip())
    if match is None:
        return text
    sign, whole, fraction = match.groups()
    if whole.startswith("0") and len(whole) > 1:
        return text
    return f"{sign}{int(whole):,}{fraction or ''}"


def _percentage(words: Words) -> str:
    """``{{percentage|1|3|2}}``: 33.33%; of 100 and without decimals if nothing else is said."""
    part, whole = number(words.get("1", "")), number(words.get("2", "") or "100")
    if part is None or not whole:
        return ""
    pad = words.get("pad", "")
    wish = next((w for w in (words.get("3", ""), pad) if w.isascii() and w.isdigit()), "0")
    decimals = min(int(wish[:3]), _MOST_DECIMALS)
    share = _EXACT.divide(_EXACT.multiply(Decimal(100), part), whole)
    value = _EXACT.quantize(share, Decimal(1).scaleb(-decimals))
    text = f"{value:f}"
    if "." in text and not pad:
        text = text.rstrip("0").rstrip(".")
    return text + words.get("%", "%")


def _formatted(words: Words) -> str:
    return (
        words.get("1", "").replace(",", "")
        if words.get("2") == "R"
        else grouped(words.get("1", ""))
    )


def _sortable(words: Words) -> str:
    return words.get("prefix", "") + grouped(words.get("1", "")) + words.get("suffix", "")


def _value(words: Words) -> str:
    """``{{val|1234.5|0.2|u=km}}``: 1,234.5±0.2 km."""
    text = words.get("p", "") + grouped(words.get("1", ""))
    if error := words.get("2"):
        text += f"±{grouped(error)}"
    text += words.get("s", "")
    unit = words.get("u") or words.get("ul") or ""
    return f"{text} {unit}".rstrip()


def _fraction(words: Words) -> str:
    """``{{frac|1|2}}``: 1⁄2; ``{{frac|3|1|2}}``: 3+1⁄2."""
    parts = [part for n in "123" if (part := words.get(n))]
    match parts:
        case [whole, over, under]:
            return f"{whole}+{over}⁄{under}"
        case [over, under]:
            return f"{over}⁄{under}"
        case [under]:
            return f"1⁄{under}"
    return ""


def _ordinal(words: Words) -> str:
    """``{{ordinal|22}}``: 22nd."""
    text = words.get("1", "")
    if not (text.isascii() and text.isdigit()):
        return text
    teen = text[-2:-1] == "1"
    return text + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(text[-1], "th"))


def _money(sign: str) -> Say:
    return Say(lambda words: sign + grouped(words.get("1", "")))


def _upper_first(words: Words) -> str:
    text = words.get("1", "")
    return text[:1].upper() + text[1:]


def _lower_first(words: Words) -> str:
    text = words.get("1", "")
    return text[:1].lower() + text[1:]


NUMBERS: dict[str, Action] = {
    **{name: Say(_percentage) for name in ("percentage", "percent", "pct")},
    **{name: Say(_formatted) for name in ("formatnum:", "formatnum", "num", "fmt")},
    **{name: Say(_sortable) for name in ("nts", "number table sorting", "ntsc")},
    **{name: Say(_value) for name in ("val", "value")},
    **{name: Say(_fraction) for name in ("frac", "fraction", "sfrac", "xfrac")},
    **{name: Say(_ordinal) for name in ("ordinal", "ord")},
    **{name: _money(sign) for name, sign in _CURRENCIES.items()},
    "lc:": Say(lambda words: words.get("1", "").lower()),
    "uc:": Say(lambda words: words.get("1", "").upper()),
    "ucfirst:": Say(_upper_first),
    "lcfirst:": Say(_lower_first),
}
"""What each does, by name; those with a colon are parser functions."""
