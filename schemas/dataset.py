"""What is true of the dataset as a whole, whatever its version."""

NAME = "parley-talks-and-polls"
TITLE = "Parley: peace talks and opinion polls"
DESCRIPTION = (
    "Peace talks and opinion polls as encyclopedia articles report them: who talked when and "
    "where, and what share of whom gave which answer. Every value is read from text by rules and "
    "cites the passage, to the character, that it was read from."
)
KEYWORDS = ("peace negotiations", "opinion polls", "mediation", "public opinion", "text as data")
CONTRIBUTORS = ("The Parley developers",)

# The texts that the dataset quotes are under CC BY-SA 4.0, whose share-alike clause binds it too.
LICENCE = "CC-BY-SA-4.0"
LICENCE_TITLE = "Creative Commons Attribution-ShareAlike 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by-sa/4.0/legalcode"

# Reference data that values are taken from: coordinates and today's countries of towns.
GAZETTEER = "GeoNames"
GAZETTEER_URL = "https://www.geonames.org/"
GAZETTEER_LICENCE = "CC-BY-4.0"
