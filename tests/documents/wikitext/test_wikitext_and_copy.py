"""An article as wikitext and as copied from its page: the same document."""

from dataclasses import replace

from pipeline.documents.parse import parse
from pipeline.raw.model import RawDocument
from pipeline.records.extract import extract

WIKITEXT = """\
{{Short description|Peace process in the fens}}
{{Infobox war | name = Fen war | date = {{start date|1996|4|2}} }}
The '''Fen talks''' were a series of [[peace talks|talks]] between [[Norway]] and \
[[Sweden]]<!-- both -->. The first round of peace talks was held in [[Oslo]] on \
{{date|1998-05-04}}.<ref name="bell">{{cite news |title=Round one |work=The Bell |date=5 May 1998 \
|url=https://example.org/one}}</ref>{{efn|Called ''pre-talks'' by Sweden, 60% of whose voters \
disagreed.}} It failed.<ref group="note">No text.</ref>
[[File:Oslo.jpg|thumb|The hall, where 99% of the talks were held]]

== Second round ==
{{Main|Second round of the Fen talks}}
The second round of peace talks was held in [[Geneva]], [[Switzerland]], on 12&nbsp;June 1999, \
with 14 [[country|countries]] attending.{{sfn|Moor|2001|p=4}}<ref name=bell />
* The [[Norwegians]] asked for a truce.
* The ''Swedes'' did not<ref>[http://example.org/two Two] and more.</ref>.

=== Opinion ===
A [[Gallup (company)|Gallup]] poll conducted in June 1999 found that {{percentage|51|100}} of \
Norwegians supported the ceasefire, while {{nowrap|30%}} opposed it.<ref name="bell" />

== Notes ==
{{notelist}}
{{reflist|refs=<ref name="bell2">Unused</ref>}}
[[Category:Peace processes]]
"""

COPY = """\
Fen talks
The Fen talks were a series of talks between Norway and Sweden. The first round of peace talks \
was held in Oslo on 4 May 1998.[1][a] It failed.[note 1]
Second round
The second round of peace talks was held in Geneva, Switzerland, on 12\u00a0June 1999, with 14 \
countries attending.[2][1]
The Norwegians asked for a truce.
The Swedes did not[3].
Opinion
A Gallup poll conducted in June 1999 found that 51% of Norwegians supported the ceasefire, while \
30% opposed it.[1]
"""

wikitext = parse(RawDocument("Fen_talks", WIKITEXT, "0" * 64, "text/x-wiki"))
copy = parse(RawDocument("Fen_talks", COPY, "0" * 64))


def test_same_prose():
    assert [p.prose.text for p in wikitext.paragraphs] == [p.prose.text for p in copy.paragraphs]
    assert [s.prose_start for p in wikitext.paragraphs for s in p.sentences] == [
        s.prose_start for p in copy.paragraphs for s in p.sentences
    ]


def test_same_name_and_headings():
    assert wikitext.name == copy.name == "Fen talks"
    assert [h.prose.text for h in wikitext.headings] == [
        *(h.prose.text for h in copy.headings),
        "Notes",
    ]
    # Copied text does not tell levels.
    assert [p.headings[-1:] for p in wikitext.paragraphs] == [p.headings for p in copy.paragraphs]


def test_same_footnotes():
    def marks(document):
        return [[(n.key, n.prose_offset) for n in p.footnotes] for p in document.paragraphs]

    assert marks(wikitext) == marks(copy)
    assert sum(map(len, marks(wikitext))) == 7


def test_same_records():
    def records(document):
        found = extract(document)
        talks = [replace(talk, passages=()) for talk in found.talks]
        results = [
            replace(result, passages=(), poll=replace(result.poll, passages=()))
            for result in found.results
        ]
        return talks, results

    assert records(wikitext) == records(copy)
    assert list(map(len, records(wikitext))) == [2, 2]


def test_evidence_of_records_is_verbatim():
    found = extract(wikitext)
    passages = [passage for record in (*found.talks, *found.results) for passage in record.passages]
    assert any("{{percentage|51|100}}" in passage.quote for passage in passages)
    assert any(passage.citations == ("1", "a") for passage in passages)
    for passage in passages:
        assert passage.quote == WIKITEXT[passage.start : passage.end]
        assert not {"[", "{", "<"} & set(passage.sentence)


def test_citations():
    assert [(c.key, c.note) for c in wikitext.citations] == [
        ("1", "“Round one”. The Bell. 5 May 1998."),
        ("a", "Called pre-talks by Sweden, 60% of whose voters disagreed."),
        ("note 1", "No text."),
        ("2", "Moor 2001, p. 4."),
        ("3", "Two and more."),
    ]
