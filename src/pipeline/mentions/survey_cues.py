"""Cues: the words of a text that may speak of an opinion survey, and those that only look so."""

import re

_FIRM_NOUN = r"(?:firm|company|agency|organi[sz]ation|institute|cent(?:re|er)|group)s?"
#: Beginnings of words, with a small or a capital letter, that every cue holds one of.
CUE_STEMS = (
    *("poll", "polster", "survey", "questionnaire", "questioned", "barometer", "study", "studies"),
    *("research", "report", "sampling", "interview", "respondent", "approval rating", "asked"),
)
#: The same without their first letters, as a quick look whether there is any cue.
_CUE_PARTS = tuple(stem[1:] for stem in CUE_STEMS)
_CUE = re.compile(
    r"\b(?:(?P<firm>[Pp]ol?lsters?|(?:[Pp]olling|[Ss]urvey|[Rr]esearch) " + _FIRM_NOUN + ")"
    r"|(?P<survey>[Pp]oll(?:s|ing)?|[Ss]urveys?|[Qq]uestionnaires?|[A-Z]\w{1,20}bar[oó]met(?:er|ro)"
    r"|[Bb]arometer|(?:[Oo]ne|[Aa]nother|[Ff]ollow-up) (?=(?:conducted|carried out|taken) )"
    r"|[Ff]ollow-up(?= by the same))"
    r"|(?P<asked>surveyed|polled|interviewed|questioned|asked|(?:Asked|Polled|Surveyed)(?= by ))"
    r"|(?P<people>[Rr]espondents?|interviewees|approval ratings?|opinion research)"
    r"|(?P<study>[Ss]tud(?:y|ies)|[Rr]esearch|[Rr]eports?|[Ss]ampling|[Ii]nterviews?))\b"
)
#: What makes a "poll" or a "survey" none of opinions.
_NO_OPINION_AFTER = re.compile(
    r"[ -](?:stations?|places?|booths?|day|tax(?:es)?|averages?|numbers?|worker|officials?|clerks?|"
    r"hours|cards?|vessels?|ships?|markers?|maps?|expedition|part(?:y|ies)|crews?|teams?|"
    r"lines?|planes?|aircraft)\b"
)
_NO_OPINION_BEFORE = re.compile(
    r"\b(?:[Gg]eological|[Gg]eodetic|[Ll]and|[Cc]adastral|[Tt]opographic(?:al)?|[Hh]ydrographic|"
    r"[Aa]erial|[Aa]rch(?:a)?eological|[Oo]rdnance|[Ss]ky|[Gg]eophysical|[Bb]otanical|[Ss]oil|"
    r"[Ss]eismic|[Aa]stronomical|[Tt]rigonometrical|[Mm]agnetic|[Cc]oast|field|"
    r"[Mm]arine|[Ww]ildlife|[Bb]iological|[Rr]edshift|[Bb]oundary|[Rr]adar|[Ff]auna|[Cc]ensus) $"
)
#: What land surveyors survey.
_THING_SURVEYED = re.compile(
    r"\b(?:lands?|areas?|acres|territor(?:y|ies)|routes?|coast(?:line)?s?|islands?|rivers?|waters|sites?|"
    r"grounds?|estates?|propert(?:y|ies)|boundar(?:y|ies)|roads?|railways?|lines?|galaxies|stars) $"
)
_AT_THE_POLLS = re.compile(r"\b(?:at|to|from) the $")


def find_cues(same: str) -> list[re.Match[str]]:
    """The words of a text that may speak of a survey, in order of their offsets.

    Each match has one of the groups ``firm`` ("polling firm"), ``survey`` ("poll"), ``asked``
    ("surveyed"), ``people`` ("respondents") or ``study`` ("report", which alone says little).

    Args:
        same: A text that is :func:`~pipeline.mentions.typography.plain`.
    """
    if not any(part in same for part in _CUE_PARTS):
        return []
    return [cue for cue in _CUE.finditer(same) if _is_of_opinions(same, cue)]


def _is_of_opinions(same: str, cue: re.Match[str]) -> bool:
    start, end = cue.span()
    if cue["asked"]:
        return not _THING_SURVEYED.search(same, max(0, start - 14), start)
    return cue["survey"] is None or not (
        _NO_OPINION_AFTER.match(same, end)
        or _NO_OPINION_BEFORE.search(same, max(0, start - 18), start)
        or (same[start:end] == "polls" and _AT_THE_POLLS.search(same, max(0, start - 9), start))
    )
