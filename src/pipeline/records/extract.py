"""Read all records of one document."""

from pipeline.documents.model import Document
from pipeline.mentions.dates import DateContext, find_dates
from pipeline.mentions.names import expanded_names
from pipeline.records.marks import heading_marks, paragraph_marks, table_marks, told_marks
from pipeline.records.model import Extraction, PollResult, Rejection, Talk
from pipeline.records.polls.assemble import poll_results
from pipeline.records.polls.home import home_country
from pipeline.records.polltables.assemble import table_results
from pipeline.records.reading import Reading
from pipeline.records.sources import sources
from pipeline.records.talks.assemble import talks


def extract(document: Document) -> Extraction:
    """All talks and poll results of a document, its numbers and its footnotes.

    The title and the headings above a paragraph, and the dates of the paragraph before it, tell
    the year of dates that have none.
    """
    title = document.name
    found_talks: list[Talk] = []
    results: list[PollResult] = []
    rejections: list[Rejection] = []
    marks = [*heading_marks(document), *table_marks(document)]
    above: tuple[str, ...] | None = None
    context = DateContext()
    names = expanded_names("\n".join(p.prose.text for p in document.paragraphs))
    for paragraph in document.paragraphs:
        if paragraph.headings != above:
            above = paragraph.headings
            context = DateContext().after(
                mention for line in (title, *above) for mention in find_dates(line)
            )
        reading = Reading(document, paragraph, context, names)
        some_talks, no_talks = talks(reading, "\n".join((title, *above)))
        some_results, no_results = poll_results(reading, home_country(reading, title))
        found_talks += some_talks
        results += some_results
        rejections += sorted(no_talks + no_results, key=lambda r: r.passage.start)
        marks += paragraph_marks(reading)
        context = context.after(reading.dates)
    for table in document.tables:
        some_results, no_results = table_results(document, table, names)
        results += some_results
        rejections += no_results
        marks += told_marks(some_results, no_results, marks)
    return Extraction(
        document.document_id,
        title or None,
        tuple(found_talks),
        tuple(results),
        tuple(rejections),
        tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind))),
        sources(document),
    )
