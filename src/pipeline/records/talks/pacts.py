"""Phrases that tell that what talks end with was made: "the treaty was signed"."""

import re

_MADE = (
    r"(?:treat(?:y|ies)|agreements?|accords?|armistice|truce|cease-?fire|peace|convention|"
    r"protocols?|"
    r"instrument|preliminaries|settlement|act|pact|declaration|memorandum|terms|they|both sides|"
    r"the parties)\b(?: \w+){0,4}? (?:(?:was|were|is|had been|been|being|have been) )?"
    r"(?:finally |eventually |at last |then |also |both )?(?:signed|concluded|initialled|initialed|"
    r"sealed|dated|agreed|reached|arranged)\b"
)
#: "The treaty was signed", "the accords were eventually initialled".
PACT = re.compile(rf"\b{_MADE}", re.IGNORECASE)
#: The same right behind a date ("on 24 December the treaty was signed").
PACT_MADE = re.compile(
    rf",? (?:the |an? |its |their |two |both )?(?:[\w-]+ ){{0,2}}?{_MADE}", re.IGNORECASE
)
