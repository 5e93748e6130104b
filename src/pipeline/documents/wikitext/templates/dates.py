"""Templates that write a date, after their documentation on the English Wikipedia."""

import re
from collections.abc import Callable
from functools import partial

from pipeline.documents.wikitext.templates.actions import Action, Say, Words

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+([0-9]{1,4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{1,4})")
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,9})\.?,?\s+([0-9]{4})")
_YES = frozenset("y yes true 1 on dmy uk".split())
_LONGEST = 60
"""Longer text is no date."""

_Parts = tuple[str, int, str]
"""Year as written, month (1 to 12; 0 if there is none) and day without leading zeros."""


def _month(text: str) -> int:
    """Number of a month that is given as a number or by its name or an abbreviation, else 0."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 2 and 1 <= int(text) <= 12 else 0
    key = text.rstrip(".").capitalize()
    if len(key) < 3:
        return 0
    return next((n for n, name in enumerate(_MONTHS, start=1) if name.startswith(key[:3])), 0)


def _day(text: str) -> str:
    day = text.lstrip("0")
    return day if day.isascii() and day.isdigit() and len(day) <= 2 else ""


def _parsed(text: str) -> tuple[_Parts, str] | None:
    """A date that is written out, and the order that it is written in."""
    if len(text) > _LONGEST:
        return None
    for pattern, order, places in (
        (_YEAR_FIRST, "iso", (1, 2, 3)),
        (_DAY_FIRST, "dmy", (3, 2, 1)),
        (_MONTH_FIRST, "mdy", (3, 1, 2)),
    ):
        match = pattern.fullmatch(text)
        if match and (month := _month(match[places[1]])):
            return (match[places[0]], month, _day(match[places[2]] or "")), order
    match = _MONTH_YEAR.fullmatch(text)
    if match and (month := _month(match[1])):
        return (match[2], month, ""), "dmy"
    return None


def _written(parts: _Parts, order: str, *, short: bool = False) -> str:
    year, month, day = parts
    if not month:
        return year
    name = _MONTHS[month - 1][: 3 if short else None]
    if order == "iso" and year:
        return "-".join([year, f"{month:02}", *([day.zfill(2)] if day else [])])
    if not day:
        return f"{name} {year}".rstrip()
    if order == "mdy":
        return f"{name} {day}, {year}" if year else f"{name} {day}"
    if order == "ymd":
        return f"{year} {name} {day}".lstrip()
    return f"{day} {name} {year}".rstrip()


def _given(words: Words, first: int = 1) -> _Parts:
    year, month, day = (words.get(str(first + n), "") for n in range(3))
    return year, _month(month), _day(day)


def _order(words: Words, default: str) -> str:
    """The order that ``df`` asks for: yes is day first, US month first."""
    df = words.get("df", "").lower()
    if df in _YES:
        return "dmy"
    return "mdy" if df in {"us", "mdy"} or words.get("mf", "").lower() in _YES else default


def _start_date(words: Words) -> str:
    """``{{start date|1993|2|24}}``: February 24, 1993, or day first with ``df=yes``."""
    if parsed := _parsed(words.get("1", "")):
        return _written(parsed[0], _order(words, parsed[1]))
    date = _written(_given(words), _order(words, "mdy"))
    clock = [part.zfill(2) for n in "456" if (part := words.get(n, "")).isdigit()]
    return f"{':'.join(clock)}, {date}" if len(clock) >= 2 and words.get("3") else date


def _plain_date(words: Words, *, shift: int = 0) -> str:
    return _written(_given(words, 1 + shift), _order(words, "mdy"))


def _date(words: Words) -> str:
    """``{{date|2007-05-31|mdy}}``: 31 May 2007 if no order is given; other text as it is."""
    text = words.get("1", "")
    parsed = _parsed(text)
    order = words.get("2", "").lower().removeprefix("l")
    if parsed is None or order == "none":
        return text
    return _written(parsed[0], order if order in {"dmy", "mdy", "ymd", "iso"} else "dmy")


def _sorted_date(words: Words) -> str:
    """``{{dts|1969|7|20}}`` and ``{{dts|20 July 1969}}``, in the order of ``format``."""
    text, order = words.get("1", ""), words.get("format", "").lower()
    short = words.get("abbr", "").lower() in _YES
    if parsed := _parsed(text):
        own = "mdy" if parsed[1] == "iso" else parsed[1]
        return _written(parsed[0], order or own, short=short)
    if len(words.get("2", "")) > 0 or text.isdigit():
        return _written(_given(words), order or "mdy", short=short)
    return text


def _as_of(words: Words) -> str:
    """``{{as of|2008|7|5}}``: As of 5 July 2008."""
    if alt := words.get("alt"):
        return alt
    date = words.get("1", "")
    if not _parsed(date):
        date = _written(_given(words), _order(words, "dmy"))
    date = " ".join(filter(None, (words.get("pre"), date))) + words.get("post", "")
    if words.get("bare"):
        return date
    lead = "Since" if words.get("since") else "As of"
    return f"{lead.lower() if words.get('lc') else lead} {date}"


def _range(words: Words, order: str) -> str:
    """``{{opdrts|30|2|Oct|2020|year}}``: 30 Sep – 2 Oct 2020.

    A first day that is greater than the last one lies in the month before.
    """
    first, last, month = _day(words.get("1", "")), _day(words.get("2", "")), words.get("3", "")
    number = _month(month)
    if not number:
        return ""
    year = words.get("4", "") if words.get("5") == "year" else ""
    name, before = _MONTHS[number - 1][:3], _MONTHS[number - 2][:3]
    crosses = bool(first) and bool(last) and int(first) > int(last)
    if order == "dmy":
        lead = (f"{first} {before} – " if crosses else f"{first}–") if first else ""
        return f"{lead}{last} {name} {year}".strip()
    lead = (
        (f"{before} {first} – {name} " if crosses else f"{name} {first}–") if first else f"{name} "
    )
    return f"{lead}{last}, {year}" if year else f"{lead}{last}"


def _old_style(words: Words) -> str:
    """``{{OldStyleDate|12 March|1881|28 February}}``: 12 March [O.S. 28 February] 1881."""
    date, year, old = (words.get(n, "") for n in "123")
    return f"{date} [O.S. {old}] {year}".strip()


def _circa(words: Words) -> str:
    """``{{circa|1850}}``: c. 1850."""
    years = [f"c. {year}" for n in "12" if (year := words.get(n))]
    return " – ".join(years) or "c."


def _aged(words: Words) -> str:
    """``{{death date and age|1993|2|24|1941|4|12}}``: February 24, 1993 (aged 51)."""
    date = _plain_date(words)
    years = [words.get(n, "") for n in "14"]
    months = [_month(words.get(n, "")) for n in "25"]
    days = [int(_day(words.get(n, "")) or 0) for n in "36"]
    if not all(y.isascii() and y.isdigit() and len(y) <= 4 for y in years) or not all(months):
        return date
    age = int(years[0]) - int(years[1])
    age -= (months[0], days[0]) < (months[1], days[1])
    return f"{date} (aged {age})"


def _month_name(words: Words) -> str:
    month = _month(words.get("1", ""))
    return _MONTHS[month - 1] if month else ""


def _named(names: str, words: Callable[[Words], str]) -> dict[str, Action]:
    return {name: Say(words) for name in names.split(", ")}


DATES: dict[str, Action] = {
    **_named(
        "start date, end date, birth date, death date, start date and age, end date and age, "
        "birth date and age, start date and years ago, event date, dob, bda, birthdate, "
        "birth date and age2, launch date, launch date and age, release date, start-date and age, "
        "birth-date and age",
        _start_date,
    ),
    **_named("death date and age, dda, event date and age", _aged),
    **_named("date, fdate, format date, formatdate", _date),
    **_named("dts, date table sorting, dtsa", _sorted_date),
    **_named("as of, asof", _as_of),
    **_named("opdrts", partial(_range, order="dmy")),
    **_named("opmdrts", partial(_range, order="mdy")),
    **_named("oldstyledate, oldstyledatedy", _old_style),
    **_named("circa, c., ca, c", _circa),
    **_named("floruit, fl, fl.", lambda words: f"fl. {words.get('1', '')}".rstrip()),
    **_named("monthname", _month_name),
}
"""What each does, by name."""
