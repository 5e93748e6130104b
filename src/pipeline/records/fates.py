"""What became of every percentage, date and count of a paragraph."""

from collections.abc import Sequence
from itertools import chain

from pipeline.documents.model import Line
from pipeline.mentions.counts import find_counts
from pipeline.mentions.dates import find_dates
from pipeline.mentions.model import Mention
from pipeline.mentions.shares import find_shares
from pipeline.records.model import Fate, Passage, PollResult, Rejection, Talk
from pipeline.records.reading import Reading

_LEFT = {
    "share": "no survey is spoken of here",
    "date": "dates no talk or poll",
    "count": "counts neither those who were asked nor those who attended",
}


def fates(
    reading: Reading,
    talks: Sequence[Talk],
    results: Sequence[PollResult],
    rejections: Sequence[Rejection],
) -> list[Fate]:
    """Every share, date and count of a paragraph in order, extracted or left and why.

    One is extracted where a record of the paragraph rests on it, and left with the reason of the
    rejection where a rejected candidate holds it.
    """
    used = [p for t in talks for p in t.passages] + [
        p for r in results for p in chain(r.passages, r.poll.passages)
    ]
    kinds: list[tuple[str, Sequence[Mention]]] = [
        ("share", reading.shares),
        ("date", reading.dates),
        ("count", reading.counts),
    ]
    found = [
        _fate(reading, kind, mention, used, rejections)
        for kind, mentions in kinds
        for mention in mentions
    ]
    return sorted(found, key=lambda fate: (fate.start, fate.end, fate.kind))


def heading_fates(heading: Line) -> list[Fate]:
    """Every share, date and count of a title or heading: they are not searched for records."""
    text = heading.prose.text
    kinds: list[tuple[str, Sequence[Mention]]] = [
        ("share", find_shares(text)),
        ("date", find_dates(text)),
        ("count", find_counts(text)),
    ]
    return [
        Fate(kind, *heading.prose.raw_span(m.start, m.end), m.text, "stands in a heading")
        for kind, mentions in kinds
        for m in mentions
    ]


def _fate(
    reading: Reading,
    kind: str,
    mention: Mention,
    used: Sequence[Passage],
    rejections: Sequence[Rejection],
) -> Fate:
    start, end = reading.paragraph.prose.raw_span(mention.start, mention.end)
    because: str | None = _LEFT[kind]
    if any(p.start <= start and end <= p.end and p.field != "answer" for p in used):
        because = None
    else:
        rejected = next(
            (r for r in rejections if r.passage.start <= start and end <= r.passage.end), None
        )
        if rejected:
            because = f"rejected: {rejected.reason.value}"
    return Fate(kind, start, end, reading.document.raw[start:end], because)
