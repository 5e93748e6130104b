"""Closed classes of words around names that tell what a name stands for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS_AND_DAYS = _words(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)

EVENTS = _words(
    "Accord Accords Agreement Agreements Armistice Ceasefire Communique Communiqué Conference "
    "Conferences Congress Consultations Declaration Dialogue Document Format Framework Initiative "
    "Meeting Memorandum Negotiations Pact Peace Principles Process Protocol Protocols Round "
    "Roundtable Session Statement Summit Summits Talks Truce"
)
"""Nouns of occasions and papers that are named after the place of an occasion."""

SMALL_EVENTS = frozenset(word.lower() for word in EVENTS) | {"meetings", "rounds", "sessions"}
"""The same nouns where they are no part of a title."""

PAPERS = _words("Convention Conventions Peace Protocol Statute Treaty Treaties")
"""What is called "X of <place>" is a text or its effect, not an occasion."""

ORGANISATIONS = _words(
    "Academy Association Bank Business Chronicle Church College Club Daily Foundation Globe Herald "
    "Hospital Institute Journal Law Library Museum News Observer Opera Orchestra Poll Post Press "
    "Review School Society Star Sun Symphony Tech Telegraph Times Tribune United Universities "
    "University"
)
"""Nouns in the names of organisations and papers ("Ohio State University", "Bank of England")."""

TITLES = _words(
    "Abbot Admiral Ambassador Archbishop Archduke Baron Bishop Captain Cardinal Chancellor Colonel "
    "Commander Congressman Count Countess Dame Doctor Dr Duchess Duke Earl Emperor Empress "
    "General Governor Justice King Lady Lieutenant Lord Maharaja Major Marquess Marquis Marshal "
    "Mayor Minister Mr Mrs Ms Pope President Prince Princess Professor Queen Saint Secretary "
    "Senator Sergeant Sheikh Sir Sultan Viscount"
)

FUNCTION_WORDS = _words(
    "A About Above According After Afterwards Again Against All Also Although Amid Among An And "
    "Another Any Are Around As At Because Before Behind Below Beside Besides Between Beyond Both "
    "But By Can Despite Did Do Does During Each Either Even Every Except Few First Following For "
    "Former From Given Had Has Have He Her Here His How However I If In Including Inside Instead "
    "Into Is It Its Last Later Like Many Meanwhile More Most Much Near Nearby Neither Next No Nor "
    "Not Now Of Off On Once One Only Or Other Our Out Outside Over Per Rather Second Several She "
    "Should Since So Some Soon Still Such Than That The Their Then There These They Third This "
    "Those Though Three Through Throughout Thus To Today Together Toward Towards Two Under Unlike "
    "Until Up Upon Via Was We Were What When Where Whereas Whether Which While Who Whose Why With "
    "Within Without Yet You"
)
"""Words that are capitalised only where a sentence begins."""

DIRECTIONS = _words(
    "Central Downtown East Eastern Greater Inner Metropolitan North Northeast Northern Northwest "
    "Occupied Old South Southeast Southern Southwest Suburban West Western"
)
"""Words that may stand before the name of a place as part of the noun phrase."""

NAME_LIKE = _words(
    "Chad Dane England English Finn France French Georgia German Holland Ireland Israel Jersey "
    "Jordan Pole Scot Togo Wales Welsh"
)
"""Countries, nations and demonyms that are also given names or surnames."""

GIVEN_NAMES = _words(
    "Adams Adelaide Alexander Alexandria Alma Amalia Andropov Arlington Arthur Asia Augusta Aurora "
    "Austin Beatrice Bergen Bismarck Bolivar Brezhnev Bristol Carolina Carter Castro Charlotte "
    "Chavez Chelsea Christian Churchill Clara Claudia Cleveland Clinton Dallas Dayton Diana "
    "Douglas Eden Elizabeth Emma Eugene Eva Florence Francisco Franklin Frederick Frunze Gary "
    "George Georgia Gorky Grant Hamilton Harrison Helena Henderson Hidalgo Houston Ibrahim Irving "
    "Isabela Jackson James Jefferson Johnson Jordan Joseph Juarez Kalinin Kennedy Kim Kirov "
    "Lancaster Lansing Laurel Lee Lenin Leon Lincoln Lisa Lourdes Lucena Madison Maria Marion "
    "Marshall Martin Melissa Merced Molotov Monroe Montgomery Murray Napoleon Nelson Norman Olga "
    "Olympia Orlando Paterson Philip Raleigh Regina Roosevelt Russell Salisbury Santiago Savannah "
    "Siena Sofia Stalin Stanley Sucre Sydney Taylor Truman Tyler Valentina Valencia Victor "
    "Victoria Virginia Voroshilov Warren Wellington Wilson Winston"
)
"""Cities and regions that are also given names or surnames of well-known people."""

COMMON_WORDS = _words(
    "Acton Angles Ann Arab Ask Bad Bag Band Bar Bare Basic Bath Battle Bear Bell Best Born Bright "
    "Bush Buy Can Cascade Cat Center Central Change Church Coin Colon Come Commerce Conception "
    "Date Deal Delta Dig Downside Dual Economy Egg Enter Enterprise Federal Fleet Flint Forest "
    "Friendly Gallup Gap Gateway God Goes Golden Google Grad Grants Gray Green Halfway Ham Hang "
    "Hard Hat Hit Holiday Hook Hope Hue Independence Industry Justice Land Landing Leader Legacy "
    "Liberal Liberty Limerick Line Lone Long Luck Made Magenta Magna Man Manage Marks Media Mega "
    "Mercy Mere Meta Mile Mine Mission Mobile Most Much Name Nice Nine Normal Of Okay Opportunity "
    "Orange Page Paper Par Peel Peer Pen Police Poll Pop Post Price Pristine Progress Protection "
    "Race Ray Reading Real Reserve Reservoir Rest Retreat Rich Roles Rot Run Sale Salt Same Save "
    "Say Send Side Silly Sin Song Split Spring Star Store Strand Success Summit Superior Surprise "
    "Tar Than Time Torn Trail Triangle Trim Tune Turn Twist Union University Vice Wake Walker "
    "Welcome Worth"
)
"""Cities of GeoNames whose names are also English words, peoples or firms."""

CITIES_NAMED_AS_REGIONS = frozenset({"Berlin", "Hamburg", "New York", "Vienna", "Washington"})
"""Names that a city shares with its region or with another one, and that mean the city."""

PLACING = frozenset({"in", "at", "near", "outside", "around"})
"""Prepositions that place a name even where it is also a word or the name of a person."""

NEIGHBOURS_OF_GEORGIA = frozenset({"ARM", "AZE", "RUS", "TUR", "UKR", "IRN"})
"""Countries whose mention tells that Georgia is the country rather than the state."""
