"""Citation templates: ``{{cite web|…}}``, ``{{cite book|…}}``, ``{{citation|…}}`` and the like.

After Help:Citation Style 1 of the English Wikipedia.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.documents.wikitext.arguments import Arguments, numbered

_PUBLISHERS = (
    "work", "newspaper", "website", "journal", "magazine", "periodical", "news", "agency",
    "publisher", "institution", "network", "station", "series",
)  # fmt: skip
"""Who or what published something, beginning with what readers would name."""

_MOST_AUTHORS = 8


@dataclass(frozen=True, slots=True)
class Cite:
    """What a citation template says; ``note`` is all of it as a line of text."""

    note: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    date: str | None = None


def is_cite(name: str) -> bool:
    """Whether a template of this name is a citation."""
    return name.startswith("cite ") or name in {"citation", "cite", "vcite web", "vcite news"}


def read_cite(name: str, given: Arguments, plain: Callable[[int, int], str]) -> Cite:
    """Read a citation template.

    Args:
        name: Name of the template.
        given: Its arguments.
        plain: Gives the text of a raw span as people are shown it.
    """

    def first(*names: str) -> str | None:
        for name in names:
            if name in given and (text := plain(*given[name])):
                return text
        return None

    title = first("title", "chapter", "script-title", "entry")
    url = first("url", "chapter-url", "chapterurl")
    if url is None and name == "cite tweet" and (number := first("number")):
        url = f"https://twitter.com/{first('user') or 'i'}/status/{number}"
    publisher = first(*_PUBLISHERS)
    if publisher is None and name == "cite tweet":
        publisher = "Twitter"
    date = first("date", "publication-date") or _year(first("year"), first("month"))
    note = _note(_authors(first), title, publisher, date)
    return Cite(note or url or "", title, url, publisher, date)


def _year(year: str | None, month: str | None) -> str | None:
    return f"{month} {year}" if year and month else year


def _authors(first: Callable[..., str | None]) -> str:
    names: list[str] = []
    for number in range(1, _MOST_AUTHORS + 1):
        n = str(number)
        ones = ("last", "author", "surname", "authors", "vauthors", "user") if number == 1 else ()
        family = first(*ones, f"last{n}", f"author{n}", f"surname{n}")
        if family is None:
            break
        given = first(*(("first", "given") if number == 1 else ()), f"first{n}", f"given{n}")
        names.append(f"{family}, {given}" if given else family)
    return "; ".join(names)


def _note(authors: str, title: str | None, publisher: str | None, date: str | None) -> str:
    quoted = f"“{title}”" if title else None
    parts = (
        (f"{authors} ({date})" if date else authors, quoted, publisher)
        if authors
        else (quoted, publisher, date)
    )
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def read_short_note(given: Arguments, plain: Callable[[int, int], str]) -> str:
    """The text of ``{{sfn|Moor|Lund|1998|p=12}}``: Moor & Lund 1998, p. 12."""
    words = [plain(*span) for span in numbered(given)]
    words = [word for word in words if word]
    *authors, year = words or [""]
    if len(authors) > 3:
        lead = f"{authors[0]} et al."
    elif len(authors) > 1:
        lead = f"{', '.join(authors[:-1])} & {authors[-1]}"
    else:
        lead = "".join(authors)
    text = f"{lead} {year}".strip()
    for names, sign in ((("p", "page"), "p. "), (("pp", "pages"), "pp. "), (("loc", "at"), "")):
        place = next((plain(*given[name]) for name in names if name in given), "")
        if place:
            text += f", {sign}{place}"
    return f"{text}." if text else ""
