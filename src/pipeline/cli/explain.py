"""``parley explain``: a text with its percentages, dates and counts, and what became of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.text import Text

from pipeline.accounts import Account, Mark, account_for
from pipeline.cli.console import out, printable
from pipeline.documents.parse import parse
from pipeline.raw.read import read_raw
from pipeline.records.extract import extract
from pipeline.settings import Settings

_USED, _LEFT = "bold green", "yellow"


def run_explain(path: Path, *, as_json: bool) -> None:
    """Print what was read in each document of a path.

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


def as_line(document_id: str, accounts: tuple[Account, ...]) -> str:
    """The accounts of a document as one line of JSON; offsets count characters of its text."""
    return json.dumps(
        {
            "document_id": document_id,
            "marks": [_as_json(mark) for account in accounts for mark in account.marks],
        },
        ensure_ascii=True,
    )


def _as_json(mark: Mark) -> dict[str, Any]:
    return {
        "kind": mark.fate.kind,
        "start": mark.fate.start,
        "end": mark.fate.end,
        "text": mark.fate.text,
        "left_because": mark.fate.left_because,
        "uses": [
            {"table": use.table, "record_id": use.record_id, "field": use.field}
            for use in mark.uses
        ],
    }


def rendered(document_id: str, accounts: tuple[Account, ...]) -> Iterator[Text]:
    """Each piece of text with its marks in brackets, and under it what became of each."""
    yield Text(printable(document_id), style="bold")
    for account in accounts:
        yield Text()
        yield _marked(account)
        for mark in account.marks:
            yield _outcome(mark)
    fates = [mark.fate for account in accounts for mark in account.marks]
    yield Text()
    for kind in dict.fromkeys(fate.kind for fate in fates):
        of_kind = [fate for fate in fates if fate.kind == kind]
        used = sum(fate.left_because is None for fate in of_kind)
        yield Text(f"{kind}s: {len(of_kind)}, of which {used} extracted")
    if not fates:
        yield Text("No percentage, date or count in this text.")


def _marked(account: Account) -> Text:
    marked = Text()
    position, offset = account.span.start, account.span.start
    for mark in account.marks:
        start = max(mark.fate.start, position)  # marks may overlap: "10 of 15 May"
        if mark.fate.end <= position:
            continue
        marked.append(printable(account.span.text[position - offset : start - offset]))
        style = _LEFT if mark.fate.left_because else _USED
        marked.append(
            f"⟦{printable(account.span.text[start - offset : mark.fate.end - offset])}⟧", style
        )
        position = mark.fate.end
    marked.append(printable(account.span.text[position - offset :]))
    return marked


def _outcome(mark: Mark) -> Text:
    text = Text("  ")
    text.append(f"{mark.fate.kind:<6}", "dim")
    text.append(printable(mark.fate.text), _LEFT if mark.fate.left_because else _USED)
    if mark.fate.left_because:
        return text.append(f"  left: {printable(mark.fate.left_because)}")
    uses = (f"{use.table} {use.record_id} ({use.field})" for use in mark.uses)
    return text.append(f"  → {', '.join(uses)}")
