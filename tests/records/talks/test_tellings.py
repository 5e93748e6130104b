from dataclasses import replace
from datetime import date

import pytest

from pipeline.records.model import Passage, Talk, When
from pipeline.records.talks.tellings import joined_tellings
from schemas.vocabularies import DatePrecision, TalkStatus

DAYS = When(date(1818, 9, 29), date(1818, 11, 22), DatePrecision.DAY)
FIRST_DAY = When(date(1818, 9, 29), date(1818, 9, 29), DatePrecision.DAY)
AUTUMN = When(date(1818, 9, 1), date(1818, 11, 30), DatePrecision.SEASON)
YEAR = When(date(1818, 1, 1), date(1818, 12, 31), DatePrecision.YEAR)
OTHER_YEAR = When(date(1822, 1, 1), date(1822, 12, 31), DatePrecision.YEAR)


def told(start, when, city=None, **columns):
    passage = Passage("record", "doc", start, start + 1, "x", "x.", (), "test")
    return Talk(when, place=city, city=city, passages=(passage,), **columns)


def starts(talk):
    return [passage.start for passage in talk.passages]


@pytest.mark.parametrize(
    ("telling", "talk"),
    [
        pytest.param(told(0, AUTUMN, "Aix"), told(9, DAYS, "Aix"), id="season and days"),
        pytest.param(told(0, YEAR, "Aix"), told(9, AUTUMN, "Aix"), id="year and season"),
        pytest.param(told(0, None, "Aix"), told(9, DAYS, "Aix"), id="no date and days"),
        pytest.param(told(0, FIRST_DAY, "Aix"), told(9, DAYS, "Aix"), id="first day and all days"),
        pytest.param(told(0, FIRST_DAY), told(9, DAYS, "Aix"), id="same first day, no place"),
    ],
)
def test_a_coarser_telling_is_joined_to_the_talk_wherever_it_stands(telling, talk):
    (joined,) = joined_tellings([telling, talk])
    assert (joined.when, joined.city, starts(joined)) == (talk.when, talk.city, [9, 0])
    later = replace(telling, passages=told(12, None).passages)
    (joined,) = joined_tellings([talk, later])
    assert (joined.when, joined.city, starts(joined)) == (talk.when, talk.city, [9, 12])


@pytest.mark.parametrize(
    ("telling", "talk"),
    [
        pytest.param(told(0, OTHER_YEAR, "Aix"), told(9, DAYS, "Aix"), id="another year"),
        pytest.param(told(0, YEAR, "Verona"), told(9, DAYS, "Aix"), id="another city"),
        pytest.param(told(0, YEAR), told(9, DAYS, "Aix"), id="coarse date without a place"),
        pytest.param(told(0, None), told(9, DAYS, "Aix"), id="neither date nor place"),
        pytest.param(told(0, None, "Aix", round=2), told(9, DAYS, "Aix", round=1), id="rounds"),
        pytest.param(
            told(0, YEAR, "Aix", status=TalkStatus.CANCELLED), told(9, DAYS, "Aix"), id="cancelled"
        ),
        pytest.param(
            told(0, YEAR), told(9, replace(YEAR, last_day=date(1819, 12, 31))), id="coarse starts"
        ),
    ],
)
def test_another_talk_stays(telling, talk):
    assert joined_tellings([telling, talk]) == (telling, talk)


def test_a_telling_that_fits_several_talks_is_joined_to_the_last_one_before_it():
    first, second = told(0, FIRST_DAY, "Aix"), told(5, OTHER_YEAR, "Aix")
    undated = told(9, None, "Aix")
    assert [starts(talk) for talk in joined_tellings([first, second, undated])] == [[0], [5, 9]]
    assert [starts(talk) for talk in joined_tellings([undated, first, second])] == [[0, 9], [5]]


def test_what_a_telling_adds_is_kept_but_not_another_place():
    talk = told(0, FIRST_DAY, "Aix")
    telling = told(9, AUTUMN, "Aix", participant_count=4, series="congress", country_code="DEU")
    (joined,) = joined_tellings([talk, telling])
    assert (joined.participant_count, joined.series) == (4, "congress")
    assert joined.country_code is None


def test_of_two_tellings_alike_the_first_stays_first():
    (joined,) = joined_tellings([told(0, None, "Aix"), told(9, None, "Aix")])
    assert starts(joined) == [0, 9]
