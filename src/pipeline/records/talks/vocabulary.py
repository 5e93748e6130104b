"""Closed classes of English words that tell talks from other meetings."""

import re

from pipeline.mentions.vocabulary import by_first_letter, inflections


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def any_of(alternatives: str) -> re.Pattern[str]:
    """A pattern for any of some words or phrases, whatever their case."""
    return re.compile(rf"\b(?:{by_first_letter(alternatives)})\b", re.IGNORECASE)


#: Nouns of a meeting at which sides negotiate, whoever they are.
NEGOTIATIONS = words(
    "talks negotiation negotiations summit summits mediation parley parleys pourparlers dialogue "
    "dialogues"
)
#: Nouns of any meeting; what is around them tells whether sides negotiate there.
MEETINGS = words(
    "meeting meetings conference conferences congress congresses session sessions consultations "
    "discussions round rounds roundtable jirga conversations deliberations bargaining colloquy "
    "gathering gatherings sitting sittings plenary plenaries council councils interview interviews "
    "phase proceedings"
)
#: Verbs of those who meet or negotiate.
MEETING_VERBS = words(
    "met meets meet negotiate negotiated negotiates negotiating conferred parleyed mediated"
)
#: Nouns and verbs of negotiation, and what a round may be of.
NEGOTIATING = NEGOTIATIONS | words(
    "negotiate negotiates negotiated negotiating mediated process track format"
)
#: Nouns that name several meetings, each of which may have been somewhere else.
SEVERAL = words(
    "rounds meetings summits conferences congresses sessions gatherings sittings plenaries "
    "councils interviews talks negotiations"
)
#: Those among them that never name a single meeting, so that listed days are one of each.
LISTED = SEVERAL - words("talks negotiations")
#: What a round may be of, besides the nouns of meetings.
ROUNDS_OF = words("process track format")

#: Words in the name of a meeting that make it one about peace, arms, status or government.
PEACE_NAME = any_of(
    r"(?<!world )(?<!universal )peace|cease-?fire|armistice|truce|surrender|reconciliation|"
    r"normali[sz]ation|disarmament|proximity|independence|power-sharing|status|arms|nuclear|"
    r"peacemaking|demilitari[sz]ation|naval|inter-?communal|inter-korean|all-party|"
    r"(?:three|four|five|six|seven)-(?:party|power)|constitutional|coalition|border|boundary|"
    r"roundtable|round-table|round table|multi-?party|inter-?party|cross-party|unity|treaty|"
    r"withdrawal|hostage|autonomy|accession|jirga"
)
#: Words in the name of a meeting that make it one of another kind.
OTHER_NAME = any_of(
    r"press|news|tele|party|annual|academic|scientific|medical|eastern|western|southern|"
    r"northern|athletic|football|sports?|developers?|fan|comic|business|shareholders?|general|"
    r"board|council|cabinet|committee|jam|recording|training|drinking|peer|parliamentary|"
    r"legislative|election|electoral|voting|qualifying|knockout|boxing|funding|investment|"
    r"draft|prayer|revival|mass|town hall|climate|economic|trade|world|earth|food|women|"
    r"women’s|women's|youth|student|health|software|technology|research|library|teachers?|"
    r"(?:inter)?religious|interfaith|collective|wage|plea|donors?|donors’|pledging|fund-?raising|"
    r"budgetary|social|missionary|education|literary|film|contract|merger|panel|botanical|zionist|"
    r"continental|salary|wage|pay|budget|monetary|casual|free|public|online|internet|photo|"
    r"athletics|lambeth|bishops?|universal|talk|listening|brainstorming|negotiating|"
    r"security conference|munich security"
)

#: Titles and headings of texts that are about talks.
OF_TALKS = any_of(
    r"peace process|peace plan|truce|armistice|dialogue|treaty of|peace of|accords?|"
    r"peace agreement|"
    r"rounds? of|negotiations?|talks|roundtable|round table"
)
#: "World Esperanto Congress": a title that makes any congress of the text one of that kind.
OTHER_KIND = re.compile(
    rf"{OTHER_NAME.pattern}[^\n]{{0,40}}?\b(?P<noun>congress|conference|summit|forum|session|"
    rf"meeting)s?\b",
    re.IGNORECASE,
)

#: Words that tell of peace, of a treaty, or of those who settle a dispute.
PEACE = any_of(
    r"peace(?! (?:prize|corps|studies|movement))|peaceful|cease-?fires?|armistice|truces?|"
    r"treat(?:y|ies)|convention of|accords?|protocol|pact|brokered|settlement of|hostilities|"
    r"warring|"
    r"rebels?|insurgen\w+|guerrillas?|independence|reconciliation|disarmament|denuclear\w+|"
    r"mediat\w+|negotiators?|partition|self-determination|prisoners of war|"
    r"(?:border|territorial|boundary) disputes?|"
    r"end(?:ed|ing|s)? (?:of )?(?:the |their |a )?(?:\w+ ){0,2}"
    r"(?:wars?|conflict|fighting|dispute|crisis)|"
    r"plenipotentiar\w+|armed groups?|surrender|capitulation|demilitari[sz]\w+"
)
#: Words that tell of matters between states or sides, not always of a dispute.
MATTERS = any_of(
    r"wars?|conflicts?|disputes?|disputed|crisis|invasion|rebellion|militants?|sovereignty|"
    r"autonomy|secession|succession|coloni\w+|membership|accession|annex\w+|ceded|occup(?:ation|"
    r"ied)|withdraw\w*|"
    r"normali[sz]\w+|nuclear|missiles?|sanctions|borders?|boundary|frontiers?|territor\w+|"
    r"coalition|transitional government|power-sharing|constitution\w*|union|confederation|"
    r"federation|protectorate|hostages?|prisoners|refugees|security|alliance|accords?|treaty|"
    r"relations|agreement|status|claims|(?:both|all|the two) sides|arms (?:control|race|"
    r"reduction|limitation)|islands|"
    r"demands|diplomatic|bombing|reunification|"
    r"unification|agreed (?:not )?(?:to|on|upon|that)|(?:three|four|five|great|allied|european|"
    r"victorious) powers|two-state|future of|settle|settled|settlement|"
    r"cooperation|co-operation|minorit\w+"
)
#: What a text on a dispute is called.
DISPUTE = any_of(
    r"wars?|conflicts?|disputes?|crisis|question|revolt|rebellion|uprising|insurgency|revolution|"
    r"partition|occupation|invasion|reunification|unification"
)
#: Those who speak for a state, an army, a people or a side.
ACTORS = any_of(
    r"(?:countries|nations|states) (?:attend\w*|participat\w*|took part|were represented)|"
    r"both sides|both parties|parties to|both countries|both governments|all sides|"
    r"(?:two|three|four|five|six|seven|eight|nine|warring|opposing|rival) (?:\w+ )?"
    r"(?:sides|parties|leaders|countries|nations|states|factions|governments|powers|"
    r"communities|presidents|kings|emperors|monarchs|generals|delegations|men)|"
    r"leaders?|representatives|delegat\w+|negotiators?|envoys?|emissar(?:y|ies)|politicians|"
    r"officials|ministers?|diplomats?|ambassadors?|plenipotentiar\w+|commissioners?|"
    r"presidents?|prime ministers?|chancellors?|kings?|emperors?|tsars?|sultans?|shahs?|"
    r"khans?|popes?|chiefs|heads of (?:state|government)|governments?|"
    r"(?:joint|mixed|boundary) commissions?|allies|powers|rebels|guerrillas|factions|army|"
    r"generals?|commanders?|officers|monarchs|sovereigns|regent|governor|lieutenant-governor|"
    r"elders|opposition|nationalists|republicans|junta|militar(?:y|ies)|mayor|premiers?|"
    r"commissions?(?: (?:that|which|first|then))? met|diplomatic corps|princes?|viceroys?|"
    r"legations?|princess|warlords?|sheikhs?|emirs?|beys?|pashas?|"
    r"secretar(?:y|ies) of state|foreign secretary"
)
#: Fields of life whose meetings are no talks.
OTHER_FIELD = any_of(
    r"compan(?:y|ies)|judge|lawsuit|plaintiffs?|patents?|team|bill|"
    r"(?:both|two|upper|lower) houses?|radio|television|"
    r"corporations?|firms?|mergers?|merged|owners?|takeover|acquisition|acquire|shareholders?|"
    r"manufactur\w+|"
    r"producing|production|sale of|purchas\w+|equipment|contracts?|pipeline|joint venture|"
    r"investors?|licen[cs]ing|albums?|band|films?|movies?|studio|broadcast\w*|record label|"
    r"salar(?:y|ies)|wages|strikes? action|employers?|trade unions?|the union and|workers|"
    r"miners|tourism|tourists?|airlines?|aircraft|carmakers?|factory|loans?|prices?|dowry|"
    r"television rights|football|soccer|rugby|cricket|championships?|tournament|"
    r"(?:premier|major|football) league|league (?:title|matches|season)|clubs?|coach|players?|"
    r"fans?|contest|eurovision|bid|universit(?:y|ies)|students?|scientists?|researchers?|"
    r"physicists?|scholars?|academic|symposium|workshops?|stadium|chairman|cup|season|"
    r"match(?:es)?|goals|ozone|emissions|pollution|whaling|wildlife|global warming|professor|"
    r"environment\w*|sustainable|climate|biodiversity|internet|information society|software|"
    r"telecommunications|holocaust|church|churches|bishops?|synod|ecumenical|agricultur\w+|"
    r"farm|census|museum|exhibition|audition|marriage|married|wedding|wife|fianc[eé]e|"
    r"artificial intelligence|executives|bankers?|currency|trade negotiations|mountaineer\w*|"
    r"climb\w*|ascent|ascend\w*|peak|expedition|olympic|world cup|(?:televis\w+|presidential|"
    r"leaders|election) debates?|candidates|"
    r"novel|painting|song|electrons?|screenplay|theat(?:re|er)"
)
#: Those of them that occur where sides talk too ("a Taliban team", "a royal marriage").
AMBIGUOUS_FIELD = any_of(
    r"teams?|bill|judge|cup|season|peak|expedition|candidates|wife|marriage|married|"
    r"church|churches|bishops?|universit(?:y|ies)|students?|professor|chairman|workers|players?|"
    r"broadcast\w*|radio|television|museum|exhibition|farm|song|painting|climb\w*"
)
#: Bodies that meet by right and do not negotiate with anybody.
STANDING_BODY = (
    r"(?:parliament|assembly|assemblies|senate|legislature|cabinet|Congress|House|Commons|Lords|"
    r"[Dd]iet|[Ss]ejm|[Dd]uma|council|committee|shareholders|court|board|bishops|synod|club|band)"
)

#: Verbs that say that a meeting began.
BEGIN = (
    *inflections("begin start open commence resume launch initiate reopen restart reconvene"),
    "picked up",
    "got under way",
)
#: Verbs that say that a meeting took place, by what they say of it.
HOLD = any_of(
    r"held|hold|holding|took place|take place|taking place|taken place|occurred|hosted|hosts|"
    r"hosting|convened?|convening|assembled|gathered|attend(?:ed|ing|s)?|met|conducted|"
    r"concluded|led|participated|present|travell?ed|went|mediated|brokered|organi[sz]ed|"
    r"entered|engaged|joined|represented|failed|collapsed|broke|broken|culminated|resulted|"
    r"produced|took part|arrived|lasted|ended|followed|(?:came|brought) together|"
    r"signed|fixed|visited|received|went on|carried on|continued|sat|faced|transferred|moved|"
    r"arranged|"
    r"deliberated|get under way|"
    r"delegate to|" + "|".join(BEGIN)
)
#: Verbs that say that a meeting ended.
END = (
    r"(?:ended|concluded|closed|finished|lasted|continued|collapsed|failed|culminated|"
    r"(?:was\s+|were\s+)?(?:suspended|adjourned|dissolved)|dispersed|"
    r"broke\s+(?:down|off|up)|broken\s+(?:down|off|up)|went\s+on|dragged\s+on)"
)
