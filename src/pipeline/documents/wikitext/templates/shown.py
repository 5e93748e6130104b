"""Templates that show their arguments, or a fixed sign.

After the documentation of each on the English Wikipedia, as far as it concerns what is read on the
page: style, links, icons and tool tips are left out.
"""

from pipeline.documents.wikitext.templates.actions import Action, Say, Show, ShowAll


def _named(names: str, action: Action) -> dict[str, Action]:
    return dict.fromkeys(names.split(", "), action)


def _sign(names: str, text: str) -> dict[str, Action]:
    return _named(names, Say(lambda _: text))


def _cell(name: str, text: str) -> dict[str, Action]:
    return {name: Say(lambda words: words.get("1") or text)}


_FIRST = (
    "abbr, abbreviation, big, bold, center, code, em, emphasis, italic, italics, j, larger, "
    "longitem, mono, nobold, nobr, nobreak, noitalic, not a typo, notatypo, no wrap, nowrap, "
    "nowraplinks, proper name, sc, small, small caps, smallcaps, smaller, smalldiv, strong, sub, "
    "subscript, sup, superscript, tooltip, tt, typo, u, underline, vanchor, var, visible anchor, "
    "birth-date, death-date, end-date, start-date, flagathlete, flagmedalist, "
    "party name with color, party name with colour"
)
_SECOND = (
    "background color, bg, color, colour, lang, langx, native name, nativename, resize, sort, "
    "sorttext, wikt-lang"
)
_THIRD_OR_SECOND = "transl, transliteration, xlit"
_NAMED_OR_FIRST = "country, flag, flag+link, flagcountry, flagg, flagu"
_OTHER_LANGUAGES = "ill, ill2, illm, interlanguage link, interlanguage link multi, iw2"
QUOTES = frozenset(
    (
        "quote, blockquote, block quote, cquote, quotation, bquote, centered pull quote, "
        "pull quote, rquote, poemquote, poem quote, quotetext, long quote, verse"
    ).split(", ")
)
"""Templates that show their text as paragraphs of its own."""

BLOCK_LISTS = frozenset(
    (
        "plainlist, plain list, flatlist, bulleted list, unbulleted list, ubl, ubil, hlist, "
        "columns-list, col-list, cmn, numbered list, ordered list, indent, longlist"
    ).split(", ")
)
"""Templates that show a list."""

SHOWN: dict[str, Action] = {
    **_named(_FIRST, Show(("1", "text"))),
    **_named(_SECOND, Show(("2", "text"))),
    **_named(_THIRD_OR_SECOND, Show(("3", "2"))),
    **_named(_NAMED_OR_FIRST, Show(("name", "1"))),
    **_named(_OTHER_LANGUAGES, Show(("lt", "1"))),
    **_named("font color, font colour, fontcolor, fontcolour", Show(("text", "3", "2"))),
    **_named("hidden", Show(("2", "content"))),
    **_named("nihongo", Show(("1", "3"))),
    **_named("url", Show(("2", "1"))),
    **{name: Show(("text", "quote", "1")) for name in QUOTES},
    **{name: ShowAll(" ") for name in BLOCK_LISTS},
    **_named("hlist", ShowAll(" · ")),
    **_named("sortname", ShowAll(" ")),
    **_named("sic", Say(lambda words: f"{words.get('1', '')} [sic]".strip())),
    **_sign("!", "|"),
    **_sign("!!", "||"),
    **_sign("=", "="),
    **_sign("(", "{"),
    **_sign(")", "}"),
    **_sign("'", "'"),
    **_sign("'s", "'s"),
    **_sign('"', '"'),
    **_sign("' \"", "'\u00a0\""),
    **_sign("\" '", "\"\u00a0'"),
    **_sign("nbsp, nbs, space, spaces, nnbsp, thin space, thinsp, hair space", "\u00a0"),
    **_sign("ndash, en dash, endash, –", "–"),
    **_sign("mdash, em dash, emdash", "—"),
    **_sign("spaced ndash, spaced en dash, snd, spnd, sndash, dash, spaced endash", "\u00a0– "),
    **_sign("spaced mdash, spaced em dash, smd", "\u00a0— "),
    **_sign("minus, −", "−"),
    **_sign("plusminus, +-, ±", "±"),
    **_sign("times, x", "×"),
    **_sign("ellipsis, ...", "..."),
    **_sign("bull, bullet, •", "\u00a0• "),
    **_sign("dot, middot, ·, •w", "\u00a0· "),
    **_sign("pi", "π"),
    **_cell("yes", "Yes"),
    **_cell("no", "No"),
    **_cell("n/a", "N/A"),
    **_cell("na", "N/A"),
    **_cell("tba", "TBA"),
    **_cell("tbd", "TBD"),
    **_cell("unknown", "Unknown"),
    **_cell("partial", "Partial"),
    **_cell("pending", "Pending"),
    **_cell("dunno", "?"),
    **_cell("none", "None"),
    **_cell("maybe", "Maybe"),
    **_cell("any", "Any"),
}
"""What each does, by name."""
