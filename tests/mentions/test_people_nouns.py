"""Which noun phrases name people."""

import pytest

from pipeline.mentions.people_nouns import names_people

PEOPLE = (
    "registered voters",
    "the population",
    "Greek Cypriots",
    "those under thirty",
    "shop assistants and clerks who were asked",
    "cyclists in the capital",
    "parents of pupils",
    "members of the club",
    "respondents",
    "Democrats",
    "prisoners",
)
THINGS = (
    "the electricity generated",
    "registrations",
    "all sales of games",
    "its 91 cases",
    "the seats in parliament",
    "marriages of pensioners",
    "the machines ran a version",
    "computers",
    "papers of record",
    "fatal collisions",
)
NEITHER = ("the total", "that", "", "42", "numbers")


@pytest.mark.parametrize("phrase", PEOPLE)
def test_people(phrase: str) -> None:
    assert names_people(phrase) is True


@pytest.mark.parametrize("phrase", THINGS)
def test_things(phrase: str) -> None:
    assert names_people(phrase) is False


@pytest.mark.parametrize("phrase", NEITHER)
def test_words_that_do_not_tell(phrase: str) -> None:
    assert names_people(phrase) is None
