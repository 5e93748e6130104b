"""A generated MediaWiki dump of any size, with the markup and cue density of an encyclopedia.

Real figures to aim at (English Wikipedia): 0.14% of sentences hold a word for talks or polls
together with a percentage or date, and about 4% of bytes stand in lines that hold both anywhere.
The same size gives the same bytes.
"""

import bz2
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from words import (
    ADJECTIVES,
    ADVERBS,
    ANSWERS,
    BYSTANDERS,
    CITIES,
    CODAS,
    COUNTRIES,
    MONTHS,
    NOUNS,
    ONSETS,
    PAST_VERBS,
    PEOPLES,
    PLAIN,
    POLLS,
    TALKS,
    TRADES,
    VERBS,
    VOWELS,
)

#: So many of the paragraphs tell of a talk or poll, and so many only sound like it.
RECORD_SHARE, BYSTANDER_SHARE = 0.0082, 0.037
#: So many of the common words are from the lists; all others are rare ones.
KNOWN = 0.35
HEAD = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n'
    "  <siteinfo>\n    <sitename>Generated</sitename>\n  </siteinfo>\n"
)
TAIL = "</mediawiki>\n"

Pattern = list[str | Callable[[], str]]

_SLOT = re.compile(r"\{(\w+)\}")
_LINKED = re.compile(r" the (\w+ \w+)\b")


class Writer:
    """Writes sentences, paragraphs and pages; what it writes depends only on the seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed).random
        self._names = list(dict.fromkeys(self._new_name() for _ in range(40_000)))
        slots: dict[str, Callable[[], str]] = {
            "noun": self._common(NOUNS), "adj": self._common(ADJECTIVES), "verb": self._of(VERBS),
            "past": self._of(PAST_VERBS), "adv": self._of(ADVERBS), "trade": self._of(TRADES),
            "name": self._any_of(self._names), "month": self._of(MONTHS), "city": self._of(CITIES),
            "country": self._of(COUNTRIES), "people": self._of(PEOPLES),
            "answer": self._of(ANSWERS), "year": self._between(1780, 2023),
            "recent": self._between(1950, 2023),
            "person": lambda: f"{slots['name']()} {slots['name']()}",
            "small": self._between(2, 99), "number": self._between(110, 999),
            "day": self._between(1, 14), "day2": self._between(15, 28),
            "pct": self._between(31, 74), "pct2": self._between(11, 30),
            "sample": lambda: f"1,{self._between(101, 999)()}",
        }  # fmt: skip
        self.slots = slots

        self._plain, self._bystanders = self._compiled(PLAIN), self._compiled(BYSTANDERS)
        self._records = self._compiled(TALKS + POLLS)

    def pages(self, number: int) -> str:
        """The XML of an article, and of what else a dump holds for each article."""
        slot = self.slots
        title = f"{slot['name']()} {slot['noun']()} {number}"
        xml = self._page(title, number, self._article(title))
        for index in range(int(self._random() * 4)):
            other = f"{slot['name']()} {slot['noun']()} ({number}-{index})"
            text = f"#REDIRECT [[{title}]]\n\n{{{{Redirect category shell|{{{{R from move}}}}}}}}"
            xml += self._page(other, number * 100 + index, text, redirect=title)
        if self._random() < 0.35:
            text = f"{{{{Commons category|{title}}}}}\n[[Category:{slot['noun']().title()}s]]\n"
            xml += self._page(f"Category:{title}", number * 100 + 10, text, namespace=14)
        if self._random() < 0.15:
            rows = "".join(f"|group{n} = {self._list()}\n" for n in range(12))
            text = f"{{{{Navbox\n|name = {title}\n{rows}}}}}<noinclude>{{{{doc}}}}</noinclude>"
            xml += self._page(f"Template:{title}", number * 100 + 11, text, namespace=10)
        if self._random() < 0.08:
            text = "\n\n".join(self._paragraph() for _ in range(20))
            xml += self._page(f"Wikipedia:{title}", number * 100 + 12, text, namespace=4)
        return xml

    def _page(
        self, title: str, number: int, text: str, *, namespace: int = 0, redirect: str = ""
    ) -> str:
        sha1 = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:31]
        size = len(text.encode())
        target = f'    <redirect title="{redirect}" />\n' if redirect else ""
        return (
            f"  <page>\n    <title>{title}</title>\n    <ns>{namespace}</ns>\n"
            f"    <id>{number}</id>\n{target}"
            f"    <revision>\n      <id>{1_190_000_000 + 37 * number}</id>\n"
            f"      <parentid>{1_080_000_000 + 31 * number}</parentid>\n"
            f"      <timestamp>2024-0{1 + number % 9}-11T10:02:{10 + number % 50}Z</timestamp>\n"
            f"      <contributor>\n        <username>{self.slots['person']()}</username>\n"
            f"        <id>{int(self._random() * 4e7)}</id>\n      </contributor>\n"
            f"      <comment>{self.slots['adj']()} {self.slots['noun']()}</comment>\n"
            f"      <origin>{1_190_000_000 + 37 * number}</origin>\n"
            f"      <model>wikitext</model>\n      <format>text/x-wiki</format>\n"
            f'      <text bytes="{size}" sha1="{sha1}" xml:space="preserve">{escape(text, _QUOTE)}'
            f"</text>\n      <sha1>{sha1}</sha1>\n    </revision>\n  </page>\n"
        )

    def _article(self, title: str) -> str:
        slot = self.slots
        parts = [
            f"{{{{Short description|{slot['adj']()} {slot['noun']()} of {slot['name']()}}}}}\n"
            f"{{{{Infobox {slot['noun']()}\n| name = {title}\n| image = {slot['name']()} "
            f"{slot['noun']()}.jpg\n| built = {{{{start date|{slot['year']()}}}}}\n"
            f"| area_km2 = {slot['small']()}\n| coordinates = {{{{coord|{slot['small']()}|"
            f"{slot['small']()}|N|{slot['small']()}|E}}}}\n}}}}\n",
            f"'''{title}''' is {self._paragraph()}\n",
        ]
        for _ in range(2 + int(self._random() * 4)):
            parts.append(f"\n== {slot['noun']().title()} ==\n")
            parts += [f"{self._paragraph()}\n\n" for _ in range(1 + int(self._random() * 4))]
            if self._random() < 0.3:
                parts.append(self._table())
            if self._random() < 0.2:
                parts.append(self._list())
        parts.append("\n== References ==\n{{reflist}}\n\n== External links ==\n")
        parts.append(f"{{{{Navbox {slot['noun']()}}}}}\n{{{{Authority control}}}}\n")
        parts.append(f"* [https://{slot['name']().lower()}.example/{slot['number']()} Site]\n\n")
        parts += [f"[[Category:{slot['noun']().title()}s of {slot['name']()}]]\n" for _ in "abc"]
        return "".join(parts)

    def _paragraph(self) -> str:
        sentences = [self._long_sentence() for _ in range(3 + int(self._random() * 6))]
        kind = self._random()
        if kind < RECORD_SHARE:
            sentences.insert(len(sentences) // 2, self._sentence(self._records))
        elif kind < RECORD_SHARE + BYSTANDER_SHARE:
            sentences.insert(len(sentences) // 2, self._sentence(self._bystanders))
        return " ".join(sentences)

    def _compiled(self, patterns: Sequence[str]) -> list[Pattern]:
        return [
            [self.slots[part] if odd % 2 else part for odd, part in enumerate(_SLOT.split(text))]
            for text in patterns
        ]

    def dense_article(self, patterns: Sequence[str]) -> str:
        """A title and a plain paragraph of which every second sentence tells something."""
        told, plain = self._compiled(patterns), self._plain
        sentences = [self._filled(told if odd % 2 else plain) for odd in range(6)]
        return f"{self.slots['name']()} {self.slots['noun']()}\n\n{' '.join(sentences)}\n"

    def _filled(self, patterns: list[Pattern]) -> str:
        pattern = patterns[int(self._random() * len(patterns))]
        return "".join([part if isinstance(part, str) else part() for part in pattern])

    def _long_sentence(self) -> str:
        """A sentence of as many words as those of an encyclopedia: one pattern, or two."""
        first = self._sentence(self._plain)
        if self._random() < 0.4 or not first.endswith("."):
            return first
        second = self._sentence(self._plain)
        return f"{first[:-1]}, and {second[:1].lower()}{second[1:]}"

    def _sentence(self, patterns: list[Pattern]) -> str:
        text = self._filled(patterns)
        chance = self._random()
        if chance < 0.30:
            text = _LINKED.sub(r" the [[\1]]", text, count=1)
        return text + self._reference() if chance < 0.36 else text

    def _reference(self) -> str:
        slot = self.slots
        kind = self._random()
        if kind < 0.25:
            return f'<ref name="{slot["name"]()}{slot["small"]()}" />'
        name = f' name="{slot["name"]()}{slot["small"]()}"' if kind < 0.5 else ""
        site, page = slot["name"]().lower(), f"{int(self._random() * 1e15):x}"
        cite = (
            f"{{{{cite web |url=https://www.{site}.example/{slot['year']()}/{page} "
            f"|title={slot['adj']().title()} {slot['noun']()} of {slot['name']()} "
            f"|last={slot['name']()} |first={slot['name']()} "
            f"|date={slot['day']()} {slot['month']()} {slot['year']()} "
            f"|publisher={slot['name']()} {slot['noun']().title()} Society "
            f"|access-date={slot['day']()} {slot['month']()} 2022"
        )
        if kind > 0.7:
            cite += (
                f" |archive-url=https://archive.example/2022{page}/https://www.{site}.example/"
                f"|archive-date={slot['day']()} {slot['month']()} 2022|url-status=live"
            )
        return f"<ref{name}>{cite}}}}}</ref>"

    def _table(self) -> str:
        slot = self.slots
        rows = "".join(
            f"|-\n| [[{slot['name']()}]] || {slot['year']()} || {slot['number']()} || "
            f"{slot['adj']()} {slot['noun']()}\n"
            for _ in range(4 + int(self._random() * 20))
        )
        return f'{{| class="wikitable sortable"\n! Name !! Year !! Size !! Notes\n{rows}|}}\n\n'

    def _list(self) -> str:
        slot = self.slots
        return "".join(
            f"* ''[[{slot['name']()} {slot['noun']()}]]'' ({slot['year']()}), {slot['person']()}\n"
            for _ in range(3 + int(self._random() * 9))
        )

    def _of(self, words: Sequence[str]) -> Callable[[], str]:
        """A word of a list, the first ones more often, as in natural language."""
        random, size = self._random, len(words)

        def pick() -> str:
            chance = random()
            return words[int(chance * chance * size)]

        return pick

    def _common(self, words: Sequence[str]) -> Callable[[], str]:
        """A word of a list, or a learned one, as those that text is full of."""
        known, learned, random = (
            self._of(words),
            [name.lower() for name in self._names],
            self._random,
        )

        def pick() -> str:
            return known() if random() < KNOWN else learned[int(random() * len(learned))]

        return pick

    def _any_of(self, words: Sequence[str]) -> Callable[[], str]:
        random, size = self._random, len(words)
        return lambda: words[int(random() * size)]

    def _between(self, first: int, last: int) -> Callable[[], str]:
        random, size = self._random, last - first + 1
        return lambda: str(first + int(random() * size))

    def _new_name(self) -> str:
        kinds = (ONSETS, VOWELS, CODAS) * (2 if self._random() < 0.7 else 3)
        return "".join(kind[int(self._random() * len(kind))] for kind in kinds).capitalize()


_QUOTE = {'"': "&quot;"}


@dataclass(frozen=True)
class Corpus:
    """A generated dump: the file, the bytes of its XML and the number of its articles."""

    path: Path
    size: int
    articles: int


def write_dump(folder: Path, megabytes: int) -> Corpus:
    """Write a dump of at least so many megabytes of XML, compressed by bzip2."""
    path = folder / f"pages-articles-{megabytes}.xml.bz2"
    writer, size, number = Writer(), 0, 0
    with bz2.open(path, "wb") as file:
        size += file.write(HEAD.encode())
        while size < megabytes * 1_000_000:
            number += 1
            size += file.write(writer.pages(number).encode())
        size += file.write(TAIL.encode())
    return Corpus(path, size, number)


def density(corpus: Corpus) -> str:
    """How dense cues stand in a dump, by a plain measure of its own."""
    sentences = told = size = inside = 0
    with bz2.open(corpus.path, "rt", encoding="utf-8") as file:
        for line in file:
            size += len(line)
            plain = _NOTE.sub("", line)
            if _CUE.search(plain) and re.search(r"[0-9]", plain):
                inside += len(line)
            if len(plain) > 80 and (line[:1].isupper() or line.startswith(("'", " ' "))):
                for sentence in re.split(r"(?<=[.!?]) (?=[A-Z\[])", plain):
                    sentences += 1
                    told += bool(_CUE.search(sentence) and _SIGN.search(sentence))
    return (
        f"{told / sentences:.2%} of {sentences:,} sentences hold a cue with a percentage or date, "
        f"{inside / size:.1%} of bytes stand in lines that hold a cue and a number."
    )


def dense_paragraphs(count: int) -> dict[str, list[str]]:
    """Plain articles of one paragraph each: every second sentence tells of a talk or a poll."""
    writer = Writer(seed=2)
    return {
        kind: [writer.dense_article(patterns) for _ in range(count)]
        for kind, patterns in (("talks", TALKS), ("polls", POLLS))
    }


_CUE = re.compile(
    r"\b(?:talks|negotiat\w+|summit|conferences?|meetings?|met|round|polls?|polling|surveys?|"
    r"surveyed|study|research|interviews?|respondents)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"%|\bpercent\b|\b(?:1[789]|20)\d\d\b")
_NOTE = re.compile(r"&lt;ref[^&]{0,20}(?:&quot;[^&]{0,60}&quot;)?(?: ?/&gt;|&gt;.*?&lt;/ref&gt;)")
