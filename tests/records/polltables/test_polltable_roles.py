"""The words by which tables of polls call their columns and rows."""

import pytest

from pipeline.records.polltables.naming import (
    names_answer,
    names_average,
    names_dated_vote,
    names_everybody,
    names_group,
    names_partisans,
    names_sum,
    names_vote,
)
from pipeline.records.polltables.roles import Role, is_sure_of_polls, role_of, says_only_share

LABELS = {
    Role.POLLSTER: "Pollster; Polling firm; Polling organisation; Company; Institute; Source(s); "
    "Conducted by; Poll source; Polling firm/Link; Polling group; Survey; Name of pollster",
    Role.SPONSOR: "Client; Commissioned by; Commissioner(s); Sponsor; Media outlet",
    Role.POLLSTER_AND_SPONSOR: "Polling firm/Client; Pollster/client(s); Organisation / Sponsor",
    Role.DATE: "Date; Date(s) conducted; Date administered; Fieldwork date; Last date of polling; "
    "Year; Polled; Polling period; Month; Survey end date; When; Date of survey",
    Role.PUBLISHED: "Publication date; Published; Release date; Date published",
    Role.SAMPLE: "Sample size; Sample; Respondents; N; Number of respondents; People surveyed; "
    "Number polled; Sample size (weighted)",
    Role.MARGIN_OF_ERROR: "Margin of error; MoE; ±; +/–; Sampling error",
    Role.MODE: "Mode; Method; Polling method; Polling type; Methodology",
    Role.QUESTION: "Question; Statement; Issue; Question asked",
    Role.COUNTRY: "Country; Area; Region; State; Area polled; Country/Territory",
    Role.GROUP: "Group; Demographic; Age group; Gender; Population; Segment polled",
    Role.ANSWER: "Answer; Response; Opinion; Candidate; Party",
    Role.LEAD: "Lead; Net; Margin; Difference; Swing; Net approval; Red lead; Change; Growth",
    Role.TURNOUT: "Turnout; Estimated turnout",
    Role.BALLOT: "Seats; Votes; Number of votes",
    Role.NOTE: "Notes; Refs; Link; #",
    None: "Yes; No; Don't know; Undecided; Red; Would not vote; Blank votes; Other; Support; "
    "Strongly agree; Approve; Date palms; Poll tax; 2010; %",
}
CASES = [(label, role) for role, labels in LABELS.items() for label in labels.split("; ")]


@pytest.mark.parametrize(("label", "role"), CASES)
def test_that_a_label_names_a_role(label: str, role: Role | None) -> None:
    assert role_of(label) is role


def test_that_a_long_label_names_none() -> None:
    assert role_of("Date " * 40) is None


@pytest.mark.parametrize(
    ("label", "sure"),
    [("Pollster", True), ("Polling firm", True), ("Poll source", True), ("Poll", False),
     ("Source", False), ("Firm", False)],
)  # fmt: skip
def test_that_some_labels_leave_no_doubt(label: str, sure: bool) -> None:
    assert is_sure_of_polls(label) is sure


@pytest.mark.parametrize(
    ("label", "expected"),
    [("", True), ("%", True), ("Percentage of respondents", True), ("Result", True),
     ("Share (%)", True), ("Yes", False), ("of the", False)],
)  # fmt: skip
def test_that_some_labels_say_only_that_numbers_are_shares(label: str, expected: bool) -> None:
    assert says_only_share(label) is expected


VOTES = (
    "2015 general election; General election, 2015; 7 May 2015 general election; Referendum result;"
    " Election results; Result; 2016 referendum; Official results; Presidential election 2008"
)
NO_VOTES = "Gallup; Exit poll; Election poll; Election Data Services; Results International plc"


@pytest.mark.parametrize("label", [label.strip() for label in VOTES.split(";")])
def test_that_rows_of_votes_are_known(label: str) -> None:
    assert names_vote(label)


@pytest.mark.parametrize("label", NO_VOTES.split("; "))
def test_that_rows_of_polls_are_no_votes(label: str) -> None:
    assert not names_vote(label)


def test_that_an_early_election_may_be_an_answer() -> None:
    assert names_vote("Early election")
    assert not names_dated_vote("Early election")
    assert names_dated_vote("2012 election")


def test_that_answers_groups_averages_and_sums_are_known() -> None:
    assert all(map(names_answer, ("Yes", "Strongly oppose", "Don’t know", "Refused", "DK/NA")))
    assert not any(map(names_answer, ("Smith", "Red", "Know-how")))
    assert all(map(names_group, ("Men", "18–24", "Aged 65 and over", "65+", "Urban", "Total")))
    assert not any(map(names_group, ("Mendez", "1824", "Liberals")))
    assert all(map(names_partisans, ("Democrats", "Labour voters")))
    assert names_everybody("All respondents")
    assert all(map(names_average, ("Average", "Poll of polls", "Polling averages")))
    assert names_sum("Total")
    assert not names_sum("Total France")
