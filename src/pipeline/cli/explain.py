"""``parley explain``: a text with its percentages, dates and counts, and what became of them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.text import Text

from pipeline.accounts import Account, account_for
from pipeline.cli.console import out, printable
from pipeline.documents.parse import parse
from pipeline.raw.read import read_raw
from pipeline.records.extract import extract
from pipeline.settings import Settings
from pipeline.tables.build import to_frame
from pipeline.tables.fates import Fate, coverage
from pipeline.tables.provenance import audit_row
from schemas.registry import TABLES
from schemas.vocabularies import MEANINGS, MarkOutcome

_STYLES = {
    MarkOutcome.EXTRACTED: "bold green",
    MarkOutcome.REJECTED: "red",
    MarkOutcome.LEFT: "yellow",
}


def run_explain(path: Path, *, as_json: bool) -> None:
    """Print what was read in each document of a path, before any corrections.

    Raises:
        InputError: The path cannot be used.
    """
    for raw in read_raw([path], Settings()):
        document = parse(raw)
        accounts = account_for(document, extract(document))
        if as_json:
            out().print(as_line(document.document_id, accounts), soft_wrap=True)
        else:
            for text in rendered(document.document_id, accounts):
                out().print(text, soft_wrap=True)


def as_line(document_id: str, accounts: Sequence[Account]) -> str:
    """The accounts of a document as one line of JSON, with the columns of the table ``audit``."""
    marks = [audit_row(fate) for account in accounts for fate in account.fates]
    for mark in marks:
        del mark["document_id"]
    described = {"document_id": document_id, "marks": marks, "coverage": _coverage(accounts)}
    return json.dumps(described, ensure_ascii=True)


def rendered(document_id: str, accounts: Sequence[Account]) -> Iterator[Text]:
    """Each piece of text with its marks in brackets, and under it what became of each."""
    yield Text(printable(document_id), style="bold")
    for account in accounts:
        yield Text()
        yield _marked(account)
        for fate in account.fates:
            yield _outcome(fate)
    yield Text()
    for kind, counts in _coverage(accounts).items():
        if counts["found"]:
            yield Text(
                f"{kind}s: {counts['found']} found, {counts['extracted']} extracted, "
                f"{counts['rejected']} rejected, {counts['left']} left"
            )
    if not accounts:
        yield Text("No percentage, date or count in this text.")


def _coverage(accounts: Sequence[Account]) -> dict[str, dict[str, int]]:
    rows = [audit_row(fate) for account in accounts for fate in account.fates]
    return coverage(to_frame(TABLES["audit"], rows))


def _marked(account: Account) -> Text:
    marked = Text()
    position, offset = account.span.start, account.span.start
    for fate in account.fates:
        start = max(fate.mark.start, position)  # marks may overlap: "10 of 15 May"
        if fate.mark.end <= position:
            continue
        marked.append(printable(account.span.text[position - offset : start - offset]))
        marked.append(
            f"⟦{printable(account.span.text[start - offset : fate.mark.end - offset])}⟧",
            _STYLES[fate.outcome],
        )
        position = fate.mark.end
    marked.append(printable(account.span.text[position - offset :]))
    return marked


def _outcome(fate: Fate) -> Text:
    text = Text("  ")
    text.append(f"{fate.mark.kind:<6}", "dim")
    text.append(printable(fate.mark.quote), _STYLES[fate.outcome])
    if fate.use:
        return text.append(f"  → {fate.use.table} {fate.use.record_id} ({fate.use.field})")
    reason: Any = fate.reason
    return text.append(f"  {fate.outcome}: {MEANINGS[type(reason)][reason]}")
