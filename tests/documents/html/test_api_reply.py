import json

import pytest
from html_checks import check, read_reply, reply

from pipeline.errors import InputError

HTML = '<div class="mw-parser-output"><p>The “talks”\nfailed on 4&#160;May.</p></div>'


@pytest.mark.parametrize("ascii_only", [True, False])
def test_offsets_lead_into_the_json(ascii_only):
    document = read_reply(reply(HTML, ascii_only=ascii_only))
    check(document)
    (paragraph,) = document.paragraphs
    assert paragraph.prose.text == "The “talks” failed on 4\u00a0May."
    start, end = paragraph.prose.raw_span(paragraph.prose.text.index("“"), 11)
    found = document.raw[start:end]
    assert found == (r"\u201ctalks\u201d" if ascii_only else "“talks”")


def test_first_format_version():
    document = read_reply(json.dumps({"parse": {"text": {"*": HTML}, "title": "Talks"}}))
    assert len(document.paragraphs) == 1
    assert document.name == "Talks"


def test_title_stands_at_its_place():
    raw = '{"parse":{"title":"Caf\\u00e9  talks \\ud83d\\ude00!","text":"<p>One.</p><h1>Two</h1>"}}'
    document = read_reply(raw)
    check(document)
    assert document.title is not None
    assert document.title.text == "Caf\\u00e9  talks \\ud83d\\ude00!"
    assert document.name == "Café talks 😀!"
    assert [h.prose.text for h in document.headings] == ["Two"]


def test_without_a_title():
    document = read_reply('{"parse": {"text": "<p>One.</p>"}}')
    assert (document.title, document.name) == (None, "")


@pytest.mark.parametrize("start", ["", "\ufeff", " \r\n"])
def test_what_stands_around(start):
    document = read_reply(
        f'{start}{{"batchcomplete": [1, {{"parse": 2}}], "parse": {{"a": "}}", '
        '"text" : "<p>One.</p>" } , "x": null }'
    )
    assert [p.text for p in document.paragraphs] == ["One."]


def test_of_members_with_one_name_the_last_counts():
    document = read_reply('{"parse":{"text":"<p>One.</p>","text":"<p>Two.</p>"}}')
    assert [p.text for p in document.paragraphs] == ["Two."]


@pytest.mark.parametrize("escape", [r"\ud800", r"\udc00x", r"\u0000"])
def test_what_is_no_text_is_replaced(escape):
    document = read_reply(f'{{"parse":{{"text":"<p>a{escape}</p>"}}}}')
    check(document)
    assert document.paragraphs[0].prose.text.startswith("a\ufffd")


@pytest.mark.parametrize(
    "text",
    [
        '{"error": {"code": "missingtitle"}}',
        '{"parse": {"title": "Talks", "wikitext": "x"}}',
        '{"parse": {"text": {"html": "x"}}}',
        '{"parse": {"text": 4}}',
        '{"parse": "text"}',
        '["parse"]',
        '"parse"',
        "4",
        "{}",
    ],
)
def test_other_json_is_refused(text):
    with pytest.raises(InputError, match=r"case: holds no HTML as parse\.text") as caught:
        read_reply(text)
    assert "action=parse" in caught.value.hint


@pytest.mark.parametrize("text", ["", "{", "<p>One.</p>", "[" * 100_000, '{"parse": 1} 2'])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(InputError, match="case: not valid JSON"):
        read_reply(text)
