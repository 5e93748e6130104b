"""The closed classes of words that dates are made of, and pattern fragments for them.

Fragments that capture name their groups, so a pattern holds each at most once. Every repetition
is bounded, so that matching takes time in proportion to the text.
"""

from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def either_case(words: Iterable[str]) -> str:
    """A pattern for any of some words, with a small or capital first letter."""
    return one_of(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH_ABBREVIATIONS = {"Sept": 9} | {
    name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1) if len(name) > 3
}
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)} | MONTH_ABBREVIATIONS

PARTS = {
    "early": "early",
    "early to mid": "early to mid",
    "mid to late": "mid to late",
    "beginning of": "early",
    "start of": "early",
    "mid": "mid",
    "middle of": "mid",
    "late": "late",
    "early in": "early",
    "late in": "late",
    "end of": "late",
    "close of": "late",
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
            *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
            *("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
            *("twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth"),
            *("twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth"),
            "thirty-first",
        ),
        1,
    )
}
_SMALL_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = (
    {"a": 1, "an": 1}
    | {word: number for number, word in enumerate(_SMALL_NUMBERS, 1)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {
        f"{tens}-{ones}": 10 * number + unit
        for number, tens in enumerate(_TENS, 2)
        for unit, ones in enumerate(_SMALL_NUMBERS[:9], 1)
    }
)
VAGUE_NUMBERS = (
    *("several", "few", "a few", "some", "many", "a couple of", "couple of", "half a", "half"),
    *("dozens of", "a dozen", "hundreds of", "numerous", "various", "another"),
)
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
MOMENTS = (
    "dawn",
    "daybreak",
    "sunrise",
    "noon",
    "midday",
    "dusk",
    "sunset",
    "nightfall",
    "midnight",
)
UNITS = ("day", "week", "fortnight", "month", "year", "decade", "century")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Who is counted, not dated, when they follow a number that looks like a year; but behind a month
# or "in" it is one ("in June 1933 delegates met"), unless it is round ("on 5 May 2000 people").
COUNTED_PEOPLE = (
    *("people", "persons", "men", "women", "children", "adults", "respondents", "voters"),
    *("participants", "interviews", "interviewees", "households", "students", "residents"),
    *("inhabitants", "citizens", "delegates", "members", "troops", "soldiers", "civilians"),
    *("prisoners", "refugees", "casualties", "deaths", "victims", "workers", "employees"),
    *("officers", "horsemen", "cavalry", "infantry", "sailors", "marines", "volunteers"),
    *("archers", "knights", "riders", "dragoons", "warriors", "recruits", "reinforcements"),
    *("musketeers", "pikemen", "settlers", "colonists", "families", "souls"),
)
# What is counted or measured by such a number, whatever stands before it.
COUNTED_THINGS = (
    *("tanks", "ships", "guns", "rifles", "muskets", "cannon", "cannons", "galleys", "vessels"),
    *("boats", "bombs", "shells", "wagons", "camels", "elephants", "oxen"),
    *("aircraft", "vehicles", "horses", "villages", "schools", "companies", "votes", "seats"),
    *("copies", "points", "acres", "hectares", "miles", "kilometres", "kilometers", "metres"),
    *("meters", "feet", "yards", "tonnes", "tons", "pounds", "kilograms", "litres", "dollars"),
    *("euros", "roubles", "rubles", "francs", "marks", "hours", "km", "kg", "mi", "ft", "m"),
    *("MW", "GMT", "UTC", "hrs", "million", "billion", "thousand", "per", "percent", "others"),
)

SPACE = r"[^\S\n]{1,3}"
DASH = r"[^\S\n]{0,2}[-‐‑‒–—−][^\S\n]{0,2}"
MONTH_NAME = one_of(_MONTH_NAMES)
MONTH = rf"(?:{MONTH_NAME}\b|{one_of(MONTH_ABBREVIATIONS)}\b\.?)"
WEEKDAY = one_of(WEEKDAYS)
SEASON = either_case(SEASONS)
_SPAN_OF_PARTS = rf"(?:[Ee]arly(?:-|{SPACE})to(?:-|{SPACE})mid"
_SPAN_OF_PARTS += rf"|[Mm]id(?:-{SPACE}|-|{SPACE})to(?:-|{SPACE})late)"
PART = rf"(?:(?:{_SPAN_OF_PARTS}|{either_case(('early', 'mid', 'late'))})(?:-|{SPACE})"
_PHRASES = either_case(phrase for phrase in PARTS if phrase.endswith((" of", " in")))
PART += rf"|{_PHRASES}{SPACE}(?:the{SPACE})?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
ORDINAL_DAY = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
_NOT_A_MEASURE = rf"(?![\w%°])(?![.,]\d)(?!(?:{SPACE}|-){one_of(COUNTED_THINGS)}\b)"
NOT_A_QUANTITY = rf"{_NOT_A_MEASURE}(?!(?:{SPACE}|-){one_of(COUNTED_PEOPLE)}\b)"
_LIKELY_YEAR = rf"(?:1[6-9]|20)(?!00)\d\d{_NOT_A_MEASURE}"
_BEFORE_A_YEAR = "|".join(
    rf"(?<=\b{initial}{word[1:]} )"
    for word in (
        "in",
        "since",
        "during",
        "until",
        "early",
        "late",
        "spring",
        "summer",
        "autumn",
        "winter",
    )
    for initial in (word[0], word[0].upper())
)
YEAR = rf"(?:(?:1\d\d\d|20\d\d){NOT_A_QUANTITY}|(?:{_BEFORE_A_YEAR}){_LIKELY_YEAR})"
ERA = r"(?:AD|CE|BCE?)\b"

_YEAR_SHIFTS = {
    "that": 0,
    "the same": 0,
    "this": 0,
    "the following": 1,
    "the next": 1,
    "the ensuing": 1,
    "the previous": -1,
    "the preceding": -1,
    "the prior": -1,
    "last": -1,
}
YEAR_REFERENCE = rf"{one_of(_YEAR_SHIFTS)}{SPACE}year\b"

# A year below 1000 needs an era, or punctuation behind it, beside a month.
_YEAR_OF_MONTH = (
    rf"(?:{_LIKELY_YEAR}|{YEAR}|\d{{1,4}}(?={SPACE}{ERA})|[1-9]\d\d(?=[.;)\]]|,{SPACE}|$))"
)
YEAR_WORDS = rf"(?:(?:the{SPACE}year{SPACE})?(?P<year>{_YEAR_OF_MONTH})(?:{SPACE}(?P<era>{ERA}))?"
YEAR_WORDS += rf"|(?P<year_reference>{YEAR_REFERENCE}))"
YEAR_TAIL = rf"(?:,?{SPACE}(?:(?:of|in){SPACE})?{YEAR_WORDS})?"


def month_number(name: str) -> int:
    """The number of a month, from its name or abbreviation."""
    return MONTHS[name.rstrip(".")]


def day_number(text: str) -> int:
    """The number of "3", "03" or "3rd"."""
    return int(text.rstrip("stndrh"))


def part_name(text: str) -> str:
    """``early``, ``mid``, ``late`` or a span of two of them for what :data:`PART` matched."""
    return PARTS[" ".join(text.lower().replace("-", " ").split()).removesuffix(" the")]


def year_shift(text: str) -> int:
    """How many years after the anchor "the following year" and its like lie."""
    return _YEAR_SHIFTS[" ".join(text.split()[:-1])]
