"""Closed vocabularies: the only values that a coded column may hold.

What each value means stands in :data:`MEANINGS`. This module imports nothing but the standard
library, so that every stage may use it cheaply.
"""

from collections.abc import Mapping
from enum import StrEnum


class DatePrecision(StrEnum):
    """How finely the text dates something."""

    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    RANGE_OF_MONTHS = "range_of_months"
    SEASON = "season"
    YEAR = "year"
    RANGE_OF_YEARS = "range_of_years"
    DECADE = "decade"


class DateBasis(StrEnum):
    """What the dates of a poll date."""

    FIELDWORK = "fieldwork"
    PUBLISHED = "published"
    REPORTED = "reported"


class Qualifier(StrEnum):
    """How the text qualifies a number."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class TalkFormat(StrEnum):
    """How the parties met."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class TalkOutcome(StrEnum):
    """What the text says the talk ended with."""

    AGREEMENT = "agreement"
    PARTIAL_AGREEMENT = "partial_agreement"
    NO_AGREEMENT = "no_agreement"
    CONTINUED = "continued"


class TalkStatus(StrEnum):
    """Whether the talk took place."""

    HELD = "held"
    PLANNED = "planned"
    CALLED_FOR = "called_for"
    CANCELLED = "cancelled"


class PollMode(StrEnum):
    """How people were asked."""

    FACE_TO_FACE = "face_to_face"
    TELEPHONE = "telephone"
    ONLINE = "online"
    POSTAL = "postal"
    MIXED = "mixed"


class PartyRole(StrEnum):
    """In what capacity somebody took part in a talk."""

    PARTY = "party"
    MEDIATOR = "mediator"
    HOST = "host"


class RecordTable(StrEnum):
    """The tables whose rows are read from text, and so carry evidence."""

    TALKS = "talks"
    POLLS = "polls"
    POLL_RESULTS = "poll_results"


class CandidateKind(StrEnum):
    """What a candidate would have become."""

    TALK = "talk"
    POLL_RESULT = "poll_result"


class RejectReason(StrEnum):
    """Why a candidate did not become a record."""

    NO_DATE_OR_PLACE = "no_date_or_place"
    NOT_BETWEEN_PARTIES = "not_between_parties"
    NOT_ABOUT_A_DISPUTE = "not_about_a_dispute"
    NOT_AN_OCCURRENCE = "not_an_occurrence"
    NO_SURVEY = "no_survey"
    ELECTION_RESULT = "election_result"
    CENSUS_OR_REGISTER = "census_or_register"
    REVIEW_SCORE = "review_score"
    MARGIN_OF_ERROR = "margin_of_error"
    RESPONSE_RATE = "response_rate"
    CHANGE_OR_LEAD = "change_or_lead"
    NOT_A_SHARE_OF_PEOPLE = "not_a_share_of_people"
    OUT_OF_RANGE = "out_of_range"
    FAILED_SCHEMA = "failed_schema"
    EXCLUDED = "excluded"


class MarkKind(StrEnum):
    """What is accounted for in a document."""

    SHARE = "share"
    DATE = "date"
    COUNT = "count"


class MarkOutcome(StrEnum):
    """What became of a share, date or count of a document."""

    EXTRACTED = "extracted"
    REJECTED = "rejected"
    LEFT = "left"


class LeftReason(StrEnum):
    """Why a share, date or count was left that was not even a candidate."""

    NO_SURVEY_HERE = "no_survey_here"
    DATES_NOTHING = "dates_nothing"
    COUNTS_NOBODY = "counts_nobody"
    IN_HEADING = "in_heading"
    IN_TABLE = "in_table"


class ConflictKind(StrEnum):
    """In what two passages contradict each other."""

    SAME_RECORD = "same_record"
    SAME_QUESTION = "same_question"
    SAME_ROUND = "same_round"
    SAME_DAY = "same_day"


# Keyed by vocabulary first: members of different vocabularies may be equal strings.
MEANINGS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    DatePrecision: {
        DatePrecision.DAY: "One or more days that the text names.",
        DatePrecision.WEEK: "A week.",
        DatePrecision.PART_OF_MONTH: "The beginning, middle or end of a month.",
        DatePrecision.MONTH: "A month.",
        DatePrecision.RANGE_OF_MONTHS: "Several months on end, such as a quarter.",
        DatePrecision.SEASON: "A season of a year.",
        DatePrecision.YEAR: "A year.",
        DatePrecision.RANGE_OF_YEARS: "Several years on end.",
        DatePrecision.DECADE: "A decade.",
    },
    DateBasis: {
        DateBasis.FIELDWORK: "When people were asked; also a poll that is called by its date.",
        DateBasis.PUBLISHED: "When the poll was published.",
        DateBasis.REPORTED: "When somebody spoke or wrote of the poll.",
    },
    Qualifier: {
        Qualifier.EXACT: "The number as it stands, also after “only” or “just”.",
        Qualifier.ABOUT: "Near the number: “about”, “around”, “nearly”, “almost”.",
        Qualifier.OVER: "Above the number: “over”, “more than”.",
        Qualifier.UNDER: "Below the number: “under”, “less than”, “fewer than”.",
        Qualifier.AT_LEAST: "The number or above: “at least”, “or more”.",
        Qualifier.AT_MOST: "The number or below: “at most”, “up to”.",
        Qualifier.RANGE: "Between two numbers: “10–15%”, “between 10 and 15 percent”.",
    },
    TalkFormat: {
        TalkFormat.IN_PERSON: "In one place.",
        TalkFormat.VIDEO: "By video conference.",
        TalkFormat.PHONE: "By telephone.",
    },
    TalkOutcome: {
        TalkOutcome.AGREEMENT: "With an agreement.",
        TalkOutcome.PARTIAL_AGREEMENT: "With an agreement on some of the matters.",
        TalkOutcome.NO_AGREEMENT: "Without an agreement.",
        TalkOutcome.CONTINUED: "With the talks to go on.",
    },
    TalkStatus: {
        TalkStatus.HELD: "It took place.",
        TalkStatus.PLANNED: "It was planned; the text does not say that it took place.",
        TalkStatus.CALLED_FOR: "Somebody asked for it; the text does not say that it was agreed.",
        TalkStatus.CANCELLED: "It was called off.",
    },
    PollMode: {
        PollMode.FACE_TO_FACE: "By interviewers in person.",
        PollMode.TELEPHONE: "By telephone.",
        PollMode.ONLINE: "On the internet.",
        PollMode.POSTAL: "By post.",
        PollMode.MIXED: "In several of these ways.",
    },
    PartyRole: {
        PartyRole.PARTY: "It negotiated.",
        PartyRole.MEDIATOR: "It mediated between others.",
        PartyRole.HOST: "It received the others.",
    },
    RecordTable: {
        RecordTable.TALKS: "The table of talks.",
        RecordTable.POLLS: "The table of polls.",
        RecordTable.POLL_RESULTS: "The table of poll results.",
    },
    CandidateKind: {
        CandidateKind.TALK: "A talk.",
        CandidateKind.POLL_RESULT: "A poll result.",
    },
    RejectReason: {
        RejectReason.NO_DATE_OR_PLACE: "The text gives neither a date nor a place.",
        RejectReason.NOT_BETWEEN_PARTIES: "No parties met one another.",
        RejectReason.NOT_ABOUT_A_DISPUTE: "It was not about peace or the settlement of a dispute.",
        RejectReason.NOT_AN_OCCURRENCE: "The text speaks of talks, but of none that took place.",
        RejectReason.NO_SURVEY: "Nothing shows that people were asked.",
        RejectReason.ELECTION_RESULT: "It is a result of an election or referendum.",
        RejectReason.CENSUS_OR_REGISTER: "It was counted in a census or register, not asked.",
        RejectReason.REVIEW_SCORE: "It is a score of reviews.",
        RejectReason.MARGIN_OF_ERROR: "It is the margin of error of a poll.",
        RejectReason.RESPONSE_RATE: "It is the share of people who answered a survey at all.",
        RejectReason.CHANGE_OR_LEAD: "It is a difference between shares.",
        RejectReason.NOT_A_SHARE_OF_PEOPLE: "It is a share of something other than people.",
        RejectReason.OUT_OF_RANGE: "It is below 0 or above 100 percent.",
        RejectReason.FAILED_SCHEMA: "The record would have broken a rule of its table.",
        RejectReason.EXCLUDED: "The corrections of the corpus exclude it.",
    },
    MarkKind: {
        MarkKind.SHARE: "A share: a percentage, fraction or ratio.",
        MarkKind.DATE: "A date, also one that the text does not place.",
        MarkKind.COUNT: "A number of things or people.",
    },
    MarkOutcome: {
        MarkOutcome.EXTRACTED: "A record rests on it.",
        MarkOutcome.REJECTED: "It belongs to a candidate that did not become a record.",
        MarkOutcome.LEFT: "It belongs to nothing that looked like a talk or a poll result.",
    },
    LeftReason: {
        LeftReason.NO_SURVEY_HERE: "A share where no survey is spoken of.",
        LeftReason.DATES_NOTHING: "A date of something other than a talk or poll.",
        LeftReason.COUNTS_NOBODY: "A count of neither those asked nor those who attended.",
        LeftReason.IN_HEADING: "It stands in a title or heading, which tell no records.",
        LeftReason.IN_TABLE: "It stands in a table, in a cell that gives no poll or result.",
    },
    ConflictKind: {
        ConflictKind.SAME_RECORD: "Two passages give one record different values.",
        ConflictKind.SAME_QUESTION: "Two results of one pollster at the same or overlapping times "
        "give different shares for the same answer of the same people.",
        ConflictKind.SAME_ROUND: "The same round of a series of talks has different dates.",
        ConflictKind.SAME_DAY: "The same parties meet on the same day in different places.",
    },
}
