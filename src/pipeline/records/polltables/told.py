"""What the texts around a table tell of its polls; each by the nearest text that tells it."""

import re
from collections.abc import Iterator

from pipeline.documents.model import Line, Paragraph
from pipeline.mentions.dates import find_dates
from pipeline.mentions.model import DateMention
from pipeline.mentions.places import find_places
from pipeline.mentions.populations import find_populations
from pipeline.mentions.survey_cues import find_cues
from pipeline.mentions.surveys import SurveyMention, find_surveys
from pipeline.mentions.typography import plain
from pipeline.records.polltables.cell_dates import years_in
from pipeline.records.polltables.cells import Sample, sample_in
from pipeline.records.polltables.columns import is_date
from pipeline.records.polltables.passages import Spot
from pipeline.records.polltables.surroundings import Surroundings, Text

_RULE = "poll_table_surroundings"
_OPINION = re.compile(r"\b(?:public opinion|approval ratings?|voting intentions?)\b", re.I)
_BALLOT = re.compile(r"\b(?:elections?|referend(?:um|a|ums)|plebiscites?|votes?|ballots?)\b", re.I)
_SAMPLE = re.compile(
    r"\b[nN] ?= ?(?P<n>[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{2,7})"
    r"|(?P<of>[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{2,7}) (?:[a-z]{1,20} ){0,2}"
    r"(?:respondents|adults|people|voters|participants|interviewees|citizens|residents)\b"
)
_QUESTION = re.compile(
    r"[\"“](?P<quoted>[^\"“”]{5,300}\?)[\"”]|(?:^|: )(?P<whole>[^\"“”:\n]{5,300}\?)$"
)
_BEFORE_DATE = re.compile(r"(?:\s+(?:in|on|of|during|from|at))?\s*$")
#: Words that point from a paragraph to the table behind it.
_POINTS_ON = re.compile(r"\b(?:tables?|below|following|as\s+follows)\b|:\s*$", re.I)
_SOURCE = re.compile(r"\s{0,5}Sources?\s?: ?(?P<name>[^.;,()\n]{2,80})")
#: How far from the phrase that speaks of a survey its date may stand, in characters.
_REACH = 90


def speaks_of_polls(around: Surroundings) -> bool:
    """Whether a title, or the paragraph before the table, speaks of a survey of opinions."""
    return (
        titles_speak_of_polls(around)
        or _OPINION.search(around.name) is not None
        or any(cue["study"] is None for cue in find_cues(plain(around.name)))
        or (around.lead is not None and _is_of_survey(_leading_up(around.lead)))
    )


def titles_speak_of_polls(around: Surroundings) -> bool:
    """Whether a caption or heading speaks of a survey of opinions."""
    return any(_is_of_survey(text.prose.text) for text in around.titles)


def _is_of_survey(text: str) -> bool:
    opinion = _OPINION.search(text) is not None
    return opinion or any(not survey.weak for survey in find_surveys(text))


def _leading_up(paragraph: Paragraph) -> str:
    """What a paragraph says of the table behind it: its last sentence, or all of it."""
    prose = paragraph.prose.text
    if _POINTS_ON.search(prose) or not paragraph.sentences:
        return prose
    last = paragraph.sentences[-1]
    return prose[last.prose_start : last.prose_end]


def pollster_told(around: Surroundings) -> tuple[SurveyMention, Spot] | None:
    """Who ran the polls, by the nearest text that names but one pollster."""
    for text in around.all:
        named = [s for s in find_surveys(text.prose.text) if s.pollster]
        if len({survey.pollster for survey in named}) == 1:
            return named[0], Spot(text, named[0].start, named[0].end, named[0].rule)
    return None


def source_told(around: Surroundings) -> Spot | None:
    """The pollster that a row "Source: X" names."""
    for cell in around.foot:
        match = _SOURCE.match(cell.paragraph.prose.text)
        if match:
            start = match.start("name")
            return Spot(
                cell.paragraph, start, start + len(match["name"].rstrip()), "poll_table_source"
            )
    return None


def date_told(around: Surroundings) -> tuple[DateMention, Spot] | None:
    """When the polls were taken, by the nearest text that gives one date for them.

    A title counts only if it does not speak of a vote, as "polls before the 2016 election" does,
    a heading only if it is a date or speaks of a survey; in the paragraph before the table the
    date must stand near the survey.
    """
    for text in around.all:
        prose = text.prose.text
        if text is not around.lead and _BALLOT.search(prose):
            continue
        if isinstance(text, Line) and not (is_date(prose) or find_surveys(prose)):
            continue
        dates = [date for date in find_dates(prose) if date.first_day is not None]
        if text is around.lead:
            dates = _near(dates, find_surveys(prose))
        if len(dates) == 1:
            return dates[0], Spot(text, dates[0].start, dates[0].end, dates[0].rule)
    return None


def _near(dates: list[DateMention], surveys: list[SurveyMention]) -> list[DateMention]:
    return [
        date
        for date in dates
        if any(max(date.start - s.end, s.start - date.end) <= _REACH for s in surveys)
    ]


def year_told(around: Surroundings, *, on_votes: bool) -> int | None:
    """The year of dates without one: the only one that the nearest title names.

    Args:
        around: The texts around the table.
        on_votes: Whether titles that speak of a vote count, and the name of the document; polls
            before a vote may be of earlier years.
    """
    return next(_years(around, on_votes=on_votes), None)


def _years(around: Surroundings, *, on_votes: bool) -> Iterator[int]:
    titles = [text.prose.text for text in around.titles]
    for title in (*titles, around.name) if on_votes else titles:
        years = years_in(title)
        if len(years) == 1 and (on_votes or not _BALLOT.search(title)):
            yield from years


def country_told(around: Surroundings) -> tuple[str, Spot | None] | None:
    """The country that the table is about: the only one that the nearest text names.

    Its place is None where that is the name of the document.
    """
    texts: list[tuple[str, Text | None]] = [(t.prose.text, t) for t in around.titles]
    texts.append((around.name, None))
    texts += [(around.lead.prose.text, around.lead)] if around.lead else []
    for prose, text in texts:
        places = [
            place
            for place in find_places(prose)
            if place.country_code and (not place.city or place.text == prose.strip())
        ]
        if len({place.country_code for place in places}) == 1:
            place = places[0]
            spot = Spot(text, place.start, place.end, _RULE) if text else None
            return place.country_code or "", spot
    return None


def population_told(around: Surroundings) -> Spot | None:
    """Who was asked, as a caption or the paragraph before the table says."""
    for text in around.before:
        prose = text.prose.text
        for people in find_populations(prose)[:1]:
            dates = [d.start for d in find_dates(prose) if people.start < d.start < people.end]
            named = _BEFORE_DATE.sub("", prose[people.start : min(dates, default=people.end)])
            return Spot(text, people.start, people.start + len(named), people.rule)
    return None


def sample_told(around: Surroundings) -> tuple[Sample, Spot] | None:
    """How many were asked, where a caption or the paragraph before the table gives one size."""
    for text in around.before:
        found = list(_SAMPLE.finditer(plain(text.prose.text)))
        if len(found) != 1:
            continue
        start, end = found[0].span("n" if found[0]["n"] else "of")
        sample = sample_in(text.prose.text[start:end])
        if sample:
            return sample, Spot(text, start, end, _RULE)
    return None


def question_told(around: Surroundings) -> Spot | None:
    """What was asked, as a caption, the lowest heading or the paragraph before quotes it."""
    texts: tuple[Text, ...] = (*around.captions, *around.headings[:1])
    for text in (*texts, around.lead) if around.lead else texts:
        match = _QUESTION.search(text.prose.text)
        if match and (match["quoted"] or text is not around.lead):
            return Spot(text, *match.span("quoted" if match["quoted"] else "whole"), _RULE)
    return None
