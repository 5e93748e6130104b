"""How to cite a release and whom to credit: CITATION.cff, LICENSE and ATTRIBUTION.md."""

import json
from typing import Any

from pipeline.release.datapackage import documents
from pipeline.release.frames import Tables
from pipeline.release.markdown import escaped, link
from pipeline.release.version import Version
from schemas import dataset


def citation_cff(tables: Tables, version: Version) -> str:
    """``CITATION.cff``, format 1.2.0.

    The date is that on which the latest document was received: a date of the data, not of the
    clock. Strings are written as JSON strings, which YAML reads as they are.
    """
    received = [row["retrieved_at"] for row in documents(tables) if row["retrieved_at"]]
    fields: list[tuple[str, Any]] = [
        ("cff-version", "1.2.0"),
        ("message", "If you use this dataset, please cite it as below."),
        ("type", "dataset"),
        ("title", dataset.TITLE),
        ("version", str(version)),
        *([("date-released", max(received).date().isoformat())] if received else []),
        ("license", dataset.LICENCE),
        ("abstract", dataset.DESCRIPTION),
    ]
    lines = [f"{name}: {_quoted(value)}" for name, value in fields]
    lines += ["authors:", *(f"  - name: {_quoted(name)}" for name in dataset.CONTRIBUTORS)]
    lines += ["keywords:", *(f"  - {_quoted(word)}" for word in dataset.KEYWORDS)]
    return "\n".join(lines) + "\n"


def citation_text(version: Version) -> str:
    """The release in one line, for a list of references."""
    return (
        f"{' & '.join(dataset.CONTRIBUTORS)}: {dataset.TITLE}, version {version} [data set]. "
        f"{dataset.LICENCE}."
    )


def licence_text() -> str:
    """The ``LICENSE`` of a release: a notice with the address of the licence."""
    return (
        f"{dataset.TITLE}\n\n"
        f"This dataset is licensed under the {dataset.LICENCE_TITLE} licence\n"
        f"({dataset.LICENCE}): {dataset.LICENCE_URL}\n\n"
        "You may share and adapt it, also commercially, if you give credit, link to the licence,\n"
        "say what you changed, and pass on what you make of it under the same licence.\n\n"
        "The dataset quotes the documents that it was read from. Their titles, addresses,\n"
        "licences and authors stand in ATTRIBUTION.md; credit them as well.\n"
    )


def attribution(tables: Tables) -> str:
    """``ATTRIBUTION.md``: every document with its address, revision, licence and authors."""
    items = [_credit(row) for row in documents(tables)]
    return (
        "# Attribution\n\n"
        f"{dataset.TITLE}, by {', '.join(dataset.CONTRIBUTORS)}, "
        f"{dataset.LICENCE}: <{dataset.LICENCE_URL}>.\n\n"
        f"Coordinates and countries of towns: {dataset.GAZETTEER}, <{dataset.GAZETTEER_URL}>, "
        f"{dataset.GAZETTEER_LICENCE}.\n\n"
        "Read from these documents, passages of which it quotes:\n\n" + "".join(items)
    )


def _credit(document: dict[str, Any]) -> str:
    revision = document["revision_id"]
    parts = [
        escaped(document["title"] or document["document_id"]),
        escaped(document["attribution"] or ""),
        link(document["url"] or ""),
        escaped(f"revision {revision}" if revision else ""),
        escaped(document["licence"] or "licence not stated"),
    ]
    return f"- {', '.join(part for part in parts if part)}\n"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
