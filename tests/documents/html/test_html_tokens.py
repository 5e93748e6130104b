import pytest

from pipeline.documents.html.tokens import tokenise


def shown(text):
    return [(t.tag and "/" * t.is_end + t.tag, text[t.start : t.end]) for t in tokenise(text)]


def test_tags_and_text():
    assert shown("a<B x=1>c</b >d<br/>") == [
        ("", "a"),
        ("b", "<B x=1>"),
        ("", "c"),
        ("/b", "</b >"),
        ("", "d"),
        ("br", "<br/>"),
    ]


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("<a b='1' C=\"2\" d=3 e>", {"b": "1", "c": "2", "d": "3", "e": ""}),
        ("<a b = '1'\nc>", {"b": "1", "c": ""}),
        ("<a b=1 b=2>", {"b": "1"}),
        ("<a b='x &amp; y' c=&quot;>", {"b": "x & y", "c": '"'}),
        ("<a b='>' c>", {"b": ">", "c": ""}),
        ("<a b='it is \"so\"'>", {"b": 'it is "so"'}),
        ("<a href=/wiki/X/>", {"href": "/wiki/X/"}),
        ("<a/b/c>", {"b": "", "c": ""}),
        ("<a b=''>", {"b": ""}),
        ("<a b='>", {"b": "", "='": ""}),
    ],
)
def test_attributes(tag, attributes):
    (token,) = tokenise(tag)
    assert (token.start, token.end, token.tag) == (0, len(tag), "a")
    assert token.attributes == attributes


@pytest.mark.parametrize("tag", ["script", "STYLE", "textarea", "title", "iframe"])
def test_elements_that_hold_text_only(tag):
    text = f"<{tag}>a < b <p>c</p> </{tag}x></{tag}>d"
    assert [t for t, _ in shown(text)] == [tag.lower(), "", f"/{tag.lower()}", ""]


@pytest.mark.parametrize("text", ["a<b", "a<b c='", "a<!--b-", "a<!b", "a<?b", "a</b", "a</ "])
def test_what_never_ends_takes_the_rest(text):
    assert shown(text) == [("", "a")]


@pytest.mark.parametrize("text", ["a < b", "<5%", "a<", "<<", "<é>"])
def test_signs_that_open_nothing(text):
    assert "".join(part for tag, part in shown(text) if not tag) == text


@pytest.mark.parametrize(
    "comment", ["<!-->", "<!--->", "<!-- a > b -->", "<!--a--!>", "<!x>", "<?x>"]
)
def test_comments_are_passed_over(comment):
    assert shown(f"a{comment}b") == [("", "a"), ("", "b")]
