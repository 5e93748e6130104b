"""The codebook: what every table, column and value means, generated from the schemas.

``python -m pipeline.release.codebook > docs/codebook.md`` writes it anew.
"""

import sys
from typing import Any

from pipeline.release.markdown import code, table
from pipeline.release.table_schema import TableSchema, current_schemas
from schemas import dataset
from schemas.registry import TABLES
from schemas.vocabularies import MEANINGS

_CONVENTIONS = """## Conventions

**Nothing is known but what the text says.** A value stands in a table only if the document states
it; null means that the document does not, never "no" or zero. Text is never empty.

**Identifiers** are made of the record itself (date, place, pollster, population, answer), never of
its position or of the time of the run, so that they stay as they are when other records come or
go.

**Dates** are days of the calendar (`YYYY-MM-DD`), both ends included. A vague date is given as the
days that it spans, with `date_precision` telling how vague it is: a month runs from its first day
to its last; early, mid and late in a month are days 1 to 10, 11 to 20 and 21 to the last; spring,
summer, autumn and winter are March to May, June to August, September to November and December to
February. Where only a start is given, both dates are that day. `year_inferred` is true where the
year stands elsewhere in the text than in the date. Dates are as written: none is converted between
calendars.

**Dates of polls** are those of the fieldwork if the text gives them, else of the publication, else
of somebody's report, as `date_basis` tells.

**Percentages** run from 0 to 100. One number is given as `percent_low` and `percent_high` alike, a
range as its two ends. `percent_qualifier` has the words around it: "over 80%" is 80 with `over`,
not a range up to 100. "Only 26%" is `exact`.

**Countries** are ISO 3166-1 alpha-3 codes: of the state in which a place lies today, or whose
people were asked.

**Positions** (`start`, `end`) count Unicode characters of the decoded document, from 0; `end` is
the character after the last one. `quote` is exactly the characters from `start` up to `end`, so
whoever has the file whose SHA-256 stands in `documents` can check every row.

**Citations** are the keys of the footnotes that the document gives for a passage, as printed,
separated by `;`. Each has a row in `citations` under the same `document_id`. In DuckDB:

```sql
SELECT e.record_id, e.quote, c.key, c.title, c.url
FROM 'evidence.parquet' e, unnest(string_split(e.citations, ';')) AS cited(key)
JOIN 'citations.parquet' c ON c.document_id = e.document_id AND c.key = cited.key;
```

**Told twice.** The same talk or poll told twice, in one document or in several, is one record with
the evidence of both. A telling that is vaguer ("in March", "in Turkey") is joined to the one record
that it can mean, if there is only one; otherwise it has a record of its own.

**Contradictions** are decided by nobody: both sides stay, and `conflicts` lists them. It lists only
what cannot both be true: 82% does not contradict "over 80%".

**Corrections** by the maintainers are made on records and leave the evidence as it is;
`corrections` has the value that was read. A record that they exclude stands in `rejects`.

**Every number is accounted for.** `audit` has each share, date and count of the titles, headings,
paragraphs and tables of the documents, extracted, rejected or left, with the reason. Footnotes are
not searched.

**Order.** Rows are sorted by their primary key, columns stand in the order given here.

## Versions

Versions follow the Frictionless recipe *Data Package Version*. MAJOR: a table or column went, came
into a table, moved, or changed its type, unit or key; a rule became stricter; a row went to which
others refer (a talk, poll, poll result or document, also when it got another identifier). MINOR:
new rows, new tables, rules less strict. PATCH: corrected values, passages that moved within their
document, other rows that went, descriptions reworded. A version once published never changes.

## Columns beyond the necessary

`evidence.field` says which column a passage supports, so that cells can be traced and not only
records. A column without a passage of its own (`status`, `comparison`, qualifiers, `date_basis`)
rests on that of the record and its sentence; a `country_code` of a poll result without one is the
country that the paragraph or the title is about. `evidence.sentence` lets a reader judge it
without opening the document;
`evidence.rule` lets a maintainer find what read it wrongly. `documents.attribution` and
`documents.licence` allow credit where it is due. `rejects` shows what was read and left out,
since a reader can only trust a selection that is open.

## Parquet and CSV

Parquet holds types and text exactly. CSV is UTF-8 without a byte order mark, lines end with LF,
cells are quoted as in RFC 4180, null is an empty cell, logical values are `true` and `false`,
timestamps are in UTC and end with `Z`, and decimals always have a decimal point (`82.0`).

A spreadsheet runs text that begins with `=`, `+`, `-` or `@` as a formula, even a quoted cell, and
the text of this dataset is written by many hands. In CSV, such text (also after a tab, a line
break or apostrophes, and with the full-width forms of these signs) therefore begins with one
apostrophe more than in the data; to restore it, take one apostrophe away. Numbers are not touched.
This keeps a double click safe at the price of rare cells; where text must be verbatim, use
Parquet.
"""


def codebook() -> str:
    """The codebook as Markdown."""
    tables = "\n".join(_section(name, schema) for name, schema in current_schemas().items())
    vocabularies = "\n".join(map(_vocabulary, MEANINGS))
    return (
        f"# Codebook\n\n{dataset.TITLE}. {dataset.DESCRIPTION}\n\n"
        f"{_CONVENTIONS}\n## Tables\n\n{tables}\n## Vocabularies\n\n{vocabularies}"
    )


def _section(name: str, schema: TableSchema) -> str:
    columns = table(
        ("Column", "Type", "Unit", "Null", "Meaning", "Values"),
        [_column(field) for field in schema["fields"]],
    )
    rules = [
        f"Primary key: {', '.join(map(code, schema['primaryKey']))}.",
        *(_foreign_key(key) for key in schema.get("foreignKeys", ())),
        *(check["description"] for check in schema["checks"]),
    ]
    if minimum := TABLES[name].min_rows:
        rules.append(f"At least {minimum} row{'s' if minimum > 1 else ''}.")
    return f"### {name}\n\n{schema['description']}\n\n{columns}\n" + "".join(
        f"- {rule}\n" for rule in rules
    )


def _column(field: dict[str, Any]) -> tuple[str, ...]:
    constraints = field.get("constraints", {})
    return (
        code(field["name"]),
        field["type"],
        field.get("unit", ""),
        "" if constraints.get("required") else "yes",
        field["description"],
        _values(constraints),
    )


def _values(constraints: dict[str, Any]) -> str:
    parts = [
        "unique" if constraints.get("unique") else "",
        ", ".join(map(code, constraints.get("enum", ()))),
        code(constraints["pattern"]) if "pattern" in constraints else "",
        _limits(constraints),
    ]
    return "; ".join(part for part in parts if part)


def _limits(constraints: dict[str, Any]) -> str:
    low, high = constraints.get("minimum"), constraints.get("maximum")
    if low is not None and high is not None:
        return f"{low} to {high}"
    if low is not None:
        return f"at least {low}"
    return f"at most {high}" if high is not None else ""


def _foreign_key(key: dict[str, Any]) -> str:
    reference = key["reference"]
    fields, targets = (
        ", ".join(map(code, names)) for names in (key["fields"], reference["fields"])
    )
    return f"{fields} refers to {targets} in {code(reference['resource'])}."


def _vocabulary(vocabulary: Any) -> str:
    title = (vocabulary.__doc__ or "").strip()
    rows = [(code(str(value)), text) for value, text in MEANINGS[vocabulary].items()]
    return f"### {vocabulary.__name__}\n\n{title}\n\n{table(('Value', 'Meaning'), rows)}"


if __name__ == "__main__":
    sys.stdout.write(codebook())
