"""Closed classes of HTML and MediaWiki: which elements are blocks, and which are no prose.

Elements after the HTML standard; class names after MediaWiki's skins, its extensions Cite and
TemplateStyles, and the message boxes of the English Wikipedia that other wikis have copied.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _words(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)
"""Elements without content, which have no end tag."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""Level by tag."""

CELLS = _words("td th")
ROW_GROUPS = _words("thead tbody tfoot")

BLOCKS = (
    _words(
        """
        address article aside blockquote body caption center dd details dialog dir div dl dt
        fieldset figcaption figure footer form header hgroup hr html legend li main menu nav ol
        optgroup option p pre search section summary table tr ul
        """
    )
    | CELLS
    | ROW_GROUPS
    | HEADINGS.keys()
)
"""Elements that begin and end a paragraph; all others stand within one."""

NO_PROSE = _words(
    """
    area aside audio button canvas datalist dialog embed figure footer form head header iframe
    input map math meter nav noembed noframes noscript object progress rp rt script select style
    svg template textarea title video xmp
    """
)
"""Elements whose content is no text of the article."""

NO_PROSE_CLASSES = _words(
    """
    Z3988 ambox asbox authority-control catlinks cmbox dablink editsection fmbox gallery
    geo-multi-punct geo-nondefault hatnote imbox infobox infobox_v2 infobox_v3 jump-to-nav listen
    mbox-small mbox-small-left metadata mw-cite-backlink mw-editsection mw-ext-cite-error
    mw-headline-number mw-indicators mw-jump-link mw-references-wrap navbar navbox navbox-styles
    noprint ombox portal portal-bar portalbox portable-infobox printfooter refbegin references
    reflist rellink shortdescription side-box sidebar sistersitebox sortkey thumb thumbcaption
    thumbinner tmbox toc tocnumber vertical-navbox
    """
)
"""Classes of elements that surround the text of an article."""

NO_PROSE_IDS = _words("catlinks coordinates contentSub footer mw-navigation siteNotice siteSub toc")

NO_PROSE_ROLES = _words("banner complementary contentinfo navigation note search")

DATA_TABLES = _words("wikitable sortable prettytable")
"""Classes of tables that hold data, whatever their shape."""
