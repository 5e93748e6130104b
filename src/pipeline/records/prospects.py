"""Whether a text is worth reading: the words that rules start from, and a look at a whole line.

Everything here comes from what the rules themselves start from, so that a word added there is
looked for here too.
"""

import re
from collections.abc import Collection
from functools import cache

from pipeline.documents.prefilter import WordFilter
from pipeline.documents.sentences import split_sentences
from pipeline.mentions.dates import find_dates
from pipeline.mentions.places import find_places
from pipeline.mentions.pollsters import known_pollsters
from pipeline.mentions.shares import find_shares
from pipeline.mentions.survey_cues import CUE_STEMS
from pipeline.mentions.surveys import find_surveys
from pipeline.records.talks.events import find_events
from pipeline.records.talks.gatherings import GATHERING_WORDS
from pipeline.records.talks.vocabulary import MEETING_VERBS, MEETINGS, NEGOTIATIONS

_DIGIT = re.compile(r"[0-9]")


@cache
def word_filter() -> WordFilter:
    """What finds the words without one of which a text tells of no talk, or of no poll."""
    pollsters = [name for group in known_pollsters().values() for name in group]
    meetings = NEGOTIATIONS | MEETINGS | MEETING_VERBS | GATHERING_WORDS
    return WordFilter({"talk": meetings, "poll": pollsters}, {"poll": CUE_STEMS})


def may_tell(text: str, kinds: Collection[str]) -> bool:
    """Whether a paragraph may tell of a talk or give the result of a poll.

    Args:
        text: About its prose; markup that is left in it does no harm.
        kinds: The kinds of the words that :func:`word_filter` finds in it.
    """
    return ("talk" in kinds and may_tell_of_talk(text)) or (
        "poll" in kinds and may_tell_of_poll(text)
    )


def may_tell_of_poll(text: str) -> bool:
    """Whether a text speaks of a survey and gives a share."""
    return bool(find_shares(text)) and has_survey(text)


def has_survey(text: str) -> bool:
    """Whether a text speaks of a survey of people, by its noun or by who ran it."""
    return any(survey.pollster or not survey.weak for survey in find_surveys(text))


def may_tell_of_talk(text: str) -> bool:
    """Whether a sentence names a meeting, and may say when or where it was.

    When talks or negotiations were, the sentence before may say too.
    """
    before = ""
    for start, end in split_sentences(text):
        sentence = text[start:end]
        if "talk" in word_filter().kinds(sentence):
            events = [e for e in find_events(sentence) if not e.is_of_another_kind]
            lean = any(event.is_negotiation or event.is_about_peace for event in events)
            if any(map(_says_when_or_where, [sentence] * bool(events) + [before] * lean)):
                return True
        before = sentence
    return False


def _says_when_or_where(sentence: str) -> bool:
    return bool(_DIGIT.search(sentence) or find_dates(sentence) or find_places(sentence))
