"""Properties that hold for any text read as HTML."""

from html_checks import check, marked, read, read_reply, reply
from hypothesis import example, given, settings
from hypothesis import strategies as st

PIECES = (
    *"<p> </p> <b> </b> <i> <br> <ul> <li> </li> </ul> <dl> <dd> <div> </div> <span> </a>".split(),
    *"<table> <tr> <td> <th> </td> </tr> </table> <caption> <tbody> </sup> </ol>".split(),
    *"<h1> <h2> </h2> <h4> <title> </title> <script> </script> <head> <body> </body>".split(),
    *"<!-- --> <! < > </ & &# &amp; &nbsp; &#8211; &#x25; &#0; &notit; ' \" [ ]".split(),
    '<div class="mw-parser-output">',
    '<table class="wikitable">',
    '<td rowspan="2" colspan="3">',
    "<td rowspan=0>",
    '<span style="display:none">',
    '<sup class="reference">',
    '<a href="#cite_note-1">',
    '<a class="external" href="https://example.org">',
    '<li id="cite_note-1">',
    '<ol class="references">',
    '<cite id="w">',
    '<a href="#w">',
    '<span class="Z3988" title="rft.btitle=Talks&amp;rft.date=1901-05">',
    '<p title="',
    "[1]",
    "The talks",
    " failed. ",
    "45%",
    "\n",
    "\u00a0",
    "İ",
    "😀",
    "\x1c",
)
HTML = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=60).map("".join)


@settings(max_examples=400)
@given(HTML)
@example('<sup><a href="#n">[1]</a></sup><li id="n">[1]<li id="n">')
@example("<table><tr><td>1<td>2<tr><td>3<td>&nbsp;</table>")
def test_offsets_are_true_and_in_order(html):
    check(read(html))


@settings(max_examples=300)
@given(HTML, st.booleans())
def test_html_in_json_is_the_same_document(html, ascii_only):
    document = read(html)
    other = read_reply(reply(html, ascii_only=ascii_only))
    check(other)
    html_as_read = html.replace("\0", "\ufffd")
    document = read(html_as_read)
    assert list(map(marked, other.paragraphs)) == list(map(marked, document.paragraphs))
    assert [c.note for c in other.citations] == [c.note for c in document.citations]


@settings(max_examples=200)
@given(HTML)
def test_no_word_of_plain_paragraphs_is_lost(html):
    text = html.replace("<", " ").replace("&", " ")
    (found,) = [p.prose.text for p in read(f"<p>{text}</p>").paragraphs] or [""]
    assert found.split() == text.split()
