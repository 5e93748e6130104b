"""The words and sentence patterns that the generated encyclopedia is made of.

A pattern holds slots in braces; :mod:`corpus` fills each with a word of that kind. Patterns of
``PLAIN`` hold none of the words that the rules of Parley start from; those of ``BYSTANDERS`` hold
one, yet tell of no talk or poll; those of ``TALKS`` and ``POLLS`` tell of one.
"""

ONSETS = "b bl br c ch d dr f fl g gr h j k kr l m n p pr r s sh st t th tr v w z".split()
VOWELS = "a ai au e ea ee i ia o oa oi ou u y".split()
CODAS = ["", "", "", *"b ck d f g ll lt m n nd ng nt p r rd rk rn s ss st t th x".split()]

NOUNS = (
    "abbey aisle alloy altar amplifier animal arch archive artery atlas axle bark barn basin bay "
    "beak beam beetle bell berry blade boiler bone branch brass brick bridge brook building bulb "
    "cabin cable calf camera canal canyon carriage carving castle cattle cave cell chapel chimney "
    "choir chord circuit clay cliff clock cloth coal coast colour column comet copper coral "
    "corridor cotton courtyard cove creek crest crop crystal cylinder dairy deck deer desert "
    "diameter dome drum dune dye engine estuary fabric feather fern ferry fibre flame flower "
    "flute forest fossil fountain fox frame fruit fungus furnace gallery garden gate gear geyser "
    "glacier glass glaze grain granite grass gravel grove gull harp hawk hedge helmet herb hill "
    "hive horn hull hut ice insect iron island ivory jar jaw jetty kiln lagoon lake lamp lantern "
    "larva lava leaf leather lens lever lichen lighthouse limestone lizard locomotive loom lung "
    "machine mammal marble marsh meadow melody membrane metal mill mineral mirror moat mosaic "
    "moss moth motor mural muscle nave nectar needle nest oak oar ocean ore organ orchard otter "
    "oven owl palace panel paper parish pasture path pearl pebble pendulum petal piano pier "
    "pigment pillar pine pipe piston plain plant plateau plough pond porch pottery pump quarry "
    "quartz rail railway rain ravine reed reef reservoir resin ridge river rock roof root rope "
    "rudder saddle sail salt sand sandstone scale seal seed sediment shaft shell shore shrub silk "
    "silver skeleton slate slope snail snow soil song spider spire spring squirrel stable stair "
    "statue steam steel stem stone stream string tail temple terrace textile thread tide tile "
    "timber tissue tower trail tram tree trunk tunnel turbine valley valve vapour varnish vault "
    "vein vessel village vine violin volcano wall walnut water wave wax well wetland wharf wheat "
    "wheel willow window wing winery wire wolf wood wool yard"
).split()
ADJECTIVES = (
    "ancient arched aquatic bare black blue bright broad brown carved coarse coastal common cool "
    "copper-coloured curved damp dark deep dense dry early elaborate evergreen faint fertile fine "
    "flat fragile glazed golden green grey half-timbered hard heavy high hollow humid industrial "
    "inland large late light long low massive medieval mild modern narrow native northern novel "
    "ornate oval pale parallel plain polished porous rare rectangular red remote rich rocky rough "
    "rural sandy shallow sharp short simple slender small smooth soft southern steep stout strong "
    "surviving tall thick thin tropical urban vast warm western white wide wild wooden"
).split()
VERBS = (
    "adorns borders bounds carries contains covers crosses dominates drains encloses faces feeds "
    "fills flanks forms frames houses joins leaves lines marks occupies overlooks powers protects "
    "replaces resembles shades shelters supplies supports surrounds tops touches traverses"
).split()
PAST_VERBS = (
    "abandoned acquired adapted altered bought built carved catalogued cleared closed collected "
    "composed covered damaged dedicated described designed destroyed discovered drained drawn "
    "enlarged erected excavated extended founded harvested illustrated inherited installed listed "
    "lost moved named painted photographed planted printed quarried rebuilt recorded removed "
    "renamed repaired restored sold taken tuned widened woven"
).split()
ADVERBS = (
    "afterwards again chiefly entirely extensively gradually largely mainly mostly often "
    "originally partly probably quickly rarely repeatedly seldom slowly sometimes twice usually "
    "widely"
).split()
TRADES = (
    "architect astronomer baker botanist brewer builder carpenter cartographer composer engraver "
    "farmer gardener geologist goldsmith historian landowner mason miller naturalist organist "
    "painter photographer poet potter printer sailor sculptor surgeon weaver zoologist"
).split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()
COUNTRIES = (
    "Argentina Armenia Austria Belgium Bolivia Brazil Bulgaria Chile Colombia Croatia Cyprus "
    "Denmark Ecuador Egypt Ethiopia Finland France Germany Greece Hungary India Indonesia Iran "
    "Iraq Ireland Israel Italy Japan Kenya Lebanon Mexico Morocco Nepal Norway Pakistan Peru "
    "Poland Portugal Romania Russia Serbia Somalia Spain Sudan Sweden Syria Tunisia Turkey Uganda "
    "Ukraine Vietnam Yemen"
).split()
CITIES = (
    "Geneva Vienna Paris London Rome Oslo Stockholm Helsinki Cairo Nairobi Ankara Istanbul Doha "
    "Tashkent Madrid Lisbon Brussels Berlin Warsaw Prague Budapest Athens Sofia Belgrade Zagreb "
    "Tunis Rabat Algiers Khartoum Kampala Jakarta Bangkok Hanoi Manila Havana Bogota Lima Quito"
).split()
PEOPLES = (
    "Argentines Austrians Belgians Brazilians Bulgarians Chileans Croats Danes Egyptians Finns "
    "Germans Greeks Hungarians Indians Italians Mexicans Norwegians Peruvians Poles Romanians "
    "Russians Serbs Spaniards Swedes Turks Ukrainians"
).split()
ANSWERS = (
    "supported a ceasefire",
    "opposed new elections",
    "trusted the president",
    "wanted to join the union",
    "approved of the agreement",
    "felt safe in their town",
    "feared a new war",
    "expected prices to rise",
    "would vote for independence",
    "considered the courts fair",
    "had confidence in the army",
    "favoured a second bridge",
    "believed that the talks would fail",
    "rejected the new tax",
)

PLAIN = (
    "The {adj} {noun} of {name} {verb} the {adj} {noun} and the {noun}.",
    "It was {past} in {year} by the {trade} {person}, who had {past} the {noun} at {name}.",
    "The {noun} is {adv} {adj}, with the {adj} {noun} and {number} {noun}s of {noun}.",
    "{name} lies {small} km north of {name}, where the {noun} {verb} the {noun}.",
    "In {year} the {noun} was {adv} {past}, and the {noun} was {past} in {month} {year}.",
    "Its {noun} is {small} m long and {small} m wide; the {adj} {noun} {verb} it.",
    "{person} ({year}–{year}) was the {adj} {trade} from {name}.",
    "The {adj} species feeds on the {noun} of the {noun} and is {adv} found near {adj} {noun}s.",
    "Most of the {noun} was {past} after a fire, but the {adj} {noun} with its {noun} survives.",
    "The parish had {number} inhabitants in {year}, and its {noun} {verb} the {adj} {noun}.",
    "Above the {noun}, the {adj} {noun} {verb} the {noun}, which the {trade} {person} {past}.",
    "The name {name} is derived from a word for the {adj} {noun} or {noun}.",
    "The {noun} reaches a height of {small} m and {verb} {number} hectares of {adj} {noun}.",
    "He {past} the {noun} of {name}, {past} {small} {noun}s and {adv} {past} the {adj} {noun}.",
    "Trains cross the {noun} on the {adj} {noun}, {past} between {year} and {year}.",
    "Its wings are {adj}, its tail is {adj}, and its {noun} is {adv} {adj}.",
    "The {noun} contains about {small}% {noun} and {small}% {noun} by weight.",
    "The {adj} {noun} was {adv} {past}; only the {noun} and the {adj} {noun} were left.",
)
#: Words like those of talks and polls, apart from any figure or with figures of another kind.
BYSTANDERS = (
    "In the {noun} {person} met the {trade} {person}, whom the {noun} had {adv} impressed.",
    "A geological survey of the {adj} {noun} described the {noun} and the {adj} {noun}.",
    "The society holds its meetings in the {adj} {noun} beside the {noun}.",
    "The team was beaten in the qualifying round by the side of {name}.",
    "She gave several interviews about the {noun}, the {noun} and her {adj} {noun}.",
    "The annual conference on the {noun} draws {trade}s and {trade}s from {name}.",
    "Further research on the {adj} {noun} has been done by the {trade} {person}.",
    "A study of the {noun} suggests that the {adj} {noun} is older than the {noun}.",
    "The polling station of the parish is in the {noun} behind the {adj} {noun}.",
    "The path leads past the {adj} {noun} to the summit of the hill.",
)
TALKS = (
    "Peace talks between {country} and {country} were held in {city} on {day} {month} {year}.",
    "The foreign ministers of {country} and {country} met in {city} on {day} {month} {year} to "
    "discuss a ceasefire.",
    "A second round of negotiations between the government and the rebels opened in {city} in "
    "{month} {year} and ended without agreement.",
    "The {city} Conference of {year} brought together delegates of {country}, {country} and "
    "{country}.",
    "On {day} {month} {year}, negotiators of both sides signed an armistice after talks in {city}.",
    "Envoys from {country} and {country} resumed negotiations at {city} in {month} {year}, "
    "mediated by {country}.",
    "The leaders of {country} and {country} held a summit in {city} from {day} to {day2} "
    "{month} {year}.",
    "Armistice negotiations began in {city} on {day} {month} {year} and lasted three weeks.",
)
POLLS = (
    "A poll conducted by the {name} Institute in {month} {recent} found that {pct}% of {people} "
    "{answer}, while {pct}% did not know.",
    "According to a survey of {sample} adults published in {month} {recent}, {pct} percent of "
    "{people} {answer}.",
    "In a {name} Research poll taken on {day}–{day2} {month} {recent}, {pct}% of respondents "
    "{answer} and {pct2}% disagreed.",
    "An opinion poll by {name} Monitor in {recent} showed that {pct}% of {people} {answer}, "
    "down from {pct2}% in {month} {recent}.",
    "The {name} Centre surveyed {sample} people in {country} in {month} {recent}; {pct}% {answer}.",
    "In {month} {recent} a telephone survey of {sample} voters by the {name} Group found {pct}% "
    "support for the agreement.",
)
