"""An article as a MediaWiki site shows it, its copy as plain text, and its records."""

import re

from html_checks import check, read, read_reply, reply

from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument
from pipeline.records.extract import extract


def mark(number: int) -> str:
    return (
        f'<sup id="cite_ref-{number}" class="reference"><a href="#cite_note-{number}">'
        f'<span class="cite-bracket">&#91;</span>{number}'
        '<span class="cite-bracket">&#93;</span></a></sup>'
    )


NEEDED = (
    '<sup class="noprint Inline-Template Template-Fact" style="white-space:nowrap;">&#91;<i>'
    '<a href="/wiki/X" title="X"><span title="x">citation needed</span></a></i>&#93;</sup>'
)
PAGE = f"""<!DOCTYPE html>
<html class="client-nojs" lang="en"><head><title>Strait talks - Examplepedia</title>
<script>RLCONF={{"wgTitle":"<p>51% of nobody</p>"}};</script></head>
<body class="skin-vector"><a class="mw-jump-link" href="#bodyContent">Jump to content</a>
<nav id="mw-navigation"><ul><li>A Gallup poll of 1 May 1999 found 99% support</li></ul></nav>
<main id="content"><h1 id="firstHeading"><span class="mw-page-title-main">Strait talks</span></h1>
<div id="bodyContent"><div id="siteSub">From Examplepedia</div>
<div id="mw-content-text"><div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">
<table class="infobox"><tbody><tr><th>Date</th><td>4 May 1999</td></tr></tbody></table>
<p><a href="/wiki/Norway" title="Norway">Norway</a> and <a href="/wiki/Sweden">Sweden</a> held
<b>peace talks</b> in <a href="/wiki/Oslo" title="Oslo">Oslo</a> on 4 May 1999.{mark(1)} The
second round of peace talks was held in Geneva, Switzerland, on 12 June 1999, with 14 countries
attending.{mark(2)}{mark(3)}
</p>
<div class="mw-heading mw-heading2"><h2 id="Opinion">Opinion</h2><span class="mw-editsection"
><span>[</span><a href="/w/index.php?action=edit" title="Edit">edit</a><span>]</span></span></div>
<figure typeof="mw:File/Thumb"><a href="/f"><img alt="" src="x"></a><figcaption>Envoys, 30% of all
</figcaption></figure>
<p>A Gallup poll conducted in June 1999 found that 51% of Norwegians supported the ceasefire,
while 30&#37; opposed&nbsp;it.{mark(4)}{NEEDED} Inflation reached 9% that year.
</p>
<table class="wikitable"><caption>Polls</caption><tbody>
<tr><th>Pollster</th><th>Support</th></tr><tr><td>Gallup{mark(4)}</td><td>51%</td></tr>
</tbody></table>
<h2><span class="mw-headline" id="Later">Later</span><span class="mw-editsection">[edit]</span></h2>
<ul><li>They did not meet again.</li></ul>
<div class="reflist"><ol class="references">
<li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a></span>
<span class="reference-text">Alder, 40% of it, 5 May 1999.</span></li></ol></div>
<div role="navigation" class="navbox"><p>Talks of 3 March 1998 in Bergen</p></div>
</div></div></div></main></body></html>
"""
COPY = """\
Strait talks
Norway and Sweden held peace talks in Oslo on 4 May 1999.[1] The second round of peace talks was \
held in Geneva, Switzerland, on 12 June 1999, with 14 countries attending.[2][3]
Opinion[edit]
A Gallup poll conducted in June 1999 found that 51% of Norwegians supported the ceasefire, \
while 30% opposed\u00a0it.[4][citation needed] Inflation reached 9% that year.
Pollster\tSupport
Gallup[4]\t51%
Later[edit]
They did not meet again.
"""


def copied() -> RawDocument:
    return RawDocument("copy", COPY, "0" * 64)


def test_page_and_its_copy_say_the_same():
    page, copy = read(PAGE), parse(copied())
    check(page)
    assert page.name == copy.name == "Strait talks"
    assert [h.prose.text for h in page.headings] == [h.prose.text for h in copy.headings]
    for ours, theirs in zip(page.paragraphs, copy.paragraphs, strict=True):
        assert ours.prose.text == theirs.prose.text
        assert ours.headings == theirs.headings
        assert [s.text for s in ours.sentences] == [
            theirs.prose.text[s.prose_start : s.prose_end] for s in theirs.sentences
        ]
        assert [(n.key, n.prose_offset) for n in ours.footnotes] == [
            (n.key, n.prose_offset) for n in theirs.footnotes
        ]
    (table,), (copied_table,) = page.tables, copy.tables
    for row, copied_row in zip(table.rows, copied_table.rows, strict=True):
        for cell, copied_cell in zip(row, copied_row, strict=True):
            assert cell is not None
            assert copied_cell is not None
            assert cell.paragraph.prose.text == copied_cell.paragraph.prose.text
            assert cell.is_header == copied_cell.is_header
            assert [n.key for n in cell.paragraph.footnotes] == [
                n.key for n in copied_cell.paragraph.footnotes
            ]
    assert [(c.key, c.note) for c in page.citations] == [("1", "Alder, 40% of it, 5 May 1999.")]


def records(document):
    found = extract(document)
    return (
        [(t.when, t.city, t.country_code, t.participant_count) for t in found.talks],
        [(r.poll.pollster, r.poll.when, r.low, r.answer) for r in found.results],
    )


def test_records_of_page_copy_and_reply_are_the_same():
    page, from_reply = read(PAGE), read_reply(reply(PAGE, title="Strait talks"))
    assert records(page) == records(parse(copied())) == records(from_reply)
    assert all(records(page))


def test_quotes_are_verbatim():
    for document in (read(PAGE), read_reply(reply(PAGE))):
        found = extract(document)
        passages = [p for record in (*found.talks, *found.results) for p in record.passages]
        assert passages
        for passage in passages:
            assert document.raw[passage.start : passage.end] == passage.quote
            assert not re.search(r"[<>]|&[a-z#]|cite_", passage.sentence)
