"""The README of a release."""

from collections.abc import Mapping

from pipeline.release import layout
from pipeline.release.citation import citation_text
from pipeline.release.markdown import code, table
from pipeline.release.version import Version
from schemas import dataset
from schemas.registry import TABLES


def readme(version: Version, rows: Mapping[str, int]) -> str:
    """What the release is, what it holds, and how to load and to cite it."""
    contents = table(
        ("Table", "Rows", "One row for"),
        [
            (code(name), f"{rows[name]:,}", _grain(spec.description))
            for name, spec in TABLES.items()
        ],
        numeric=(1,),
    )
    return f"""# {dataset.TITLE}

Version {version}. {dataset.DESCRIPTION}

{contents}
Each table comes as Parquet and as CSV. What the columns mean stands in
[{layout.CODEBOOK}]({layout.CODEBOOK}), what changed between versions in
[{layout.CHANGELOG}]({layout.CHANGELOG}). This folder never changes; a
correction makes a new version.

## Load it

DuckDB:

```sql
SELECT pollster, start_date, answer, percent_low
FROM 'poll_results.parquet' JOIN 'polls.parquet' USING (poll_id)
ORDER BY start_date;
```

pandas:

```python
import pandas as pd

talks = pd.read_parquet("talks.parquet")
polls = pd.read_csv("polls.csv", keep_default_na=False, na_values=[""])
```

Spreadsheet: open a `.csv` file. Excel takes UTF-8 for another encoding on a double click; import it
by *Data, From Text/CSV* with file origin *65001: Unicode (UTF-8)*. Spark needs
`multiLine=True, escape='"'`.

In CSV, text that a spreadsheet would run as a formula begins with an apostrophe that is not in
the data (see the codebook); Parquet holds all text verbatim.

## Trace a value

Every talk, poll and poll result has rows in `evidence`: the document, the characters in it, the
passage itself, the sentence around it, and the footnotes that the article gives.

```sql
SELECT field, quote, sentence, citations
FROM 'evidence.parquet' WHERE table_name = 'talks' ORDER BY record_id, field;
```

What the footnotes cite stands in `citations`, as far as the document tells:

```sql
SELECT e.record_id, e.quote, c.key, c.title, c.url
FROM 'evidence.parquet' e, unnest(string_split(e.citations, ';')) AS cited(key)
JOIN 'citations.parquet' c ON c.document_id = e.document_id AND c.key = cited.key
ORDER BY e.record_id, e.start, c.key;
```

`conflicts` lists where passages contradict each other, `corrections` what a maintainer has changed
and why, `rejects` what was read and is no record, and `audit` every percentage, date and count of
the documents with what became of it.

## Check it

`sha256sum -c {layout.CHECKSUMS}` in this folder checks every file. `{layout.BUILD}` names the
texts and the code that the release was made from, `{layout.DATAPACKAGE}` describes it to machines
(Data Package v2).

## Cite it

> {citation_text(version)}

[{layout.CITATION}]({layout.CITATION}) says the same to reference managers. Name the version that
you used.

## Licence

{dataset.LICENCE_TITLE} (<{dataset.LICENCE_URL}>), see [{layout.LICENCE}]({layout.LICENCE}). The
documents that the data was read from, and their authors, stand in
[{layout.ATTRIBUTION}]({layout.ATTRIBUTION}).
"""  # noqa: S608 - the queries are for readers, none is run


def _grain(description: str) -> str:
    sentence = description.removeprefix("One row for ").partition(". ")[0]
    return sentence.removesuffix(".")
