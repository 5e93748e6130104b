"""One reading of a dump up to a stage, in a process of its own: ``stages.py STAGE DUMP``.

Prints what it read as JSON; whoever starts it measures its time and memory.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path


def decompress(dump: Path) -> dict[str, object]:
    from pipeline.raw.dumps import read_xml

    return {"bytes": sum(map(len, read_xml(dump)))}


def pages(dump: Path) -> dict[str, object]:
    from pipeline.raw.dumps import read_dump

    sizes = [len(page.xml) for page in read_dump(dump)]
    return {"documents": len(sizes), "bytes": sum(sizes)}


def lines(dump: Path) -> dict[str, object]:
    from pipeline.raw.dumps import read_dump
    from pipeline.records.prospects import word_filter

    found, filter_ = 0, word_filter()
    for page in read_dump(dump):
        found += sum(line.end - line.start for line in filter_.lines(page.xml, *page.text_span))
    return {"bytes": found}


def prospects(dump: Path) -> dict[str, object]:
    from pipeline.dump import read_prospects
    from pipeline.raw.dumps import read_dump

    documents = [document for page in read_dump(dump) if (document := read_prospects(page))]
    return {"documents": len(documents), "paragraphs": sum(len(d.paragraphs) for d in documents)}


def filtered(dump: Path) -> dict[str, object]:
    from pipeline.dump import read_extractions
    from pipeline.raw.dumps import read_dump

    return _records(extraction for extraction in read_extractions(read_dump(dump)))


def unfiltered(dump: Path) -> dict[str, object]:
    from pipeline.dump import is_article, read_whole
    from pipeline.raw.dumps import read_dump
    from pipeline.records.extract import extract

    articles = filter(is_article, read_dump(dump))
    return _records(extract(read_whole(page)) for page in articles)


def _records(extractions: "Iterator[object]") -> dict[str, object]:
    """The records by a digest of all that they say, where they say it, and their footnotes."""
    found = []
    for extraction in extractions:
        for record in (*extraction.talks, *extraction.results):  # type: ignore[attr-defined]
            said = repr((extraction.document_id, record))  # type: ignore[attr-defined]
            found.append(hashlib.sha256(said.encode()).hexdigest()[:12])
    return {"records": sorted(found)}


STAGES: dict[str, Callable[[Path], dict[str, object]]] = {
    stage.__name__: stage for stage in (decompress, pages, lines, prospects, filtered, unfiltered)
}

if __name__ == "__main__":
    print(json.dumps(STAGES[sys.argv[1]](Path(sys.argv[2]))))
