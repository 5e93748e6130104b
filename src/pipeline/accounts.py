"""What became of every percentage, date and count of a document, in the order of its text."""

from bisect import bisect_left
from dataclasses import dataclass

from pipeline.documents.model import Document, Span
from pipeline.records.identity import identify
from pipeline.records.marks import table_paragraphs
from pipeline.records.model import Extraction
from pipeline.tables.fates import Fate, fates
from pipeline.tables.screen import screen


@dataclass(frozen=True, slots=True)
class Account:
    """A piece of a document, such as a paragraph, with the fates of its numbers in order."""

    span: Span
    fates: tuple[Fate, ...]


def account_for(document: Document, extraction: Extraction) -> tuple[Account, ...]:
    """The pieces of a document that hold any percentage, date or count, in order.

    Raises:
        QualityError: See :func:`pipeline.tables.screen.screen`.
    """
    found = fates(screen(identify([extraction])))
    title = (document.title,) if document.title else ()
    pieces: list[Span] = [
        *title,
        *document.headings,
        *document.paragraphs,
        *table_paragraphs(document),
    ]
    accounts = (
        Account(piece, tuple(found[_first(found, piece.start) : _first(found, piece.end)]))
        for piece in sorted(pieces, key=lambda piece: piece.start)
    )
    return tuple(account for account in accounts if account.fates)


def _first(found: list[Fate], offset: int) -> int:
    """The index of the first fate that stands at an offset or behind it."""
    return bisect_left(found, offset, key=lambda fate: fate.mark.start)
