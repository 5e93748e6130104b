"""Closed vocabularies: the only values that a coded column may hold.

This module imports nothing but the standard library, so that every stage may use it cheaply.
"""

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
    CANCELLED = "cancelled"


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
    INSIDE_A_NAME = "inside_a_name"
    OUT_OF_RANGE = "out_of_range"
    FAILED_SCHEMA = "failed_schema"
