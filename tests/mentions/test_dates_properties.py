"""What holds of find_dates on any text, and on every day of the calendar in every written order."""

from calendar import month_abbr, month_name
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.mentions.dates import DateContext, find_dates
from schemas.vocabularies import DatePrecision

MONTHS = list(month_name)[1:]
DATES = st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31))
FRAGMENTS = (
    *MONTHS,
    *month_abbr[1:],
    *(
        "Monday",
        "the",
        "a",
        "early",
        "mid-",
        "late",
        "end of",
        "week of",
        "first",
        "half",
        "quarter",
    ),
    *("that", "same", "following", "year", "month", "day", "days later", "after", "before", "ago"),
    *("Christmas Eve", "Easter", "Brumaire", "Year VIII", "[O.S.", "]", "the night of", "hours"),
    *("weeks", "noon on", "almost", "another", "the fifth of", "last Friday of", "that March"),
    *(
        "spring",
        "winter of",
        "1970s",
        "19th",
        "century",
        "BC",
        "AD",
        "between",
        "and",
        "to",
        "since",
    ),
    *(
        "3",
        "31",
        "29",
        "2022",
        "1945",
        "1939–45",
        "9999",
        "0",
        "–",
        "-",
        "/",
        ",",
        ".",
        "(",
        ")",
        "%",
    ),
    *(
        "2022-02-30",
        "99/99/2000",
        "three",
        "several",
        "İ",
        "ß",
        "٣",
        "\u00a0",
        "\n",
        '"',
        "people",
        "months of",
        "weeks of",
        "last",
        "next",
        "night",
    ),
)
SOUP = st.lists(st.sampled_from(FRAGMENTS), max_size=25).flatmap(
    lambda words: st.sampled_from(("", " ", "  ")).map(lambda gap: gap.join(words))
)


def ordinal(number: int) -> str:
    suffixes = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    return f"{number}{suffixes.get(number, 'th')}"


WRITTEN = {
    "day month year": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "month day year": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "ordinal day month year": lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "the ordinal of": lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "month ordinal year": lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    "abbreviated": lambda d: f"{d.day} {month_abbr[d.month]} {d.year}",
    "with weekday": lambda d: f"{d:%A}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "iso": lambda d: d.isoformat(),
}


@given(text=st.one_of(st.text(max_size=200), SOUP))
def test_offsets_are_true_on_any_text(text: str) -> None:
    mentions = find_dates(text)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert (mention.first_day is None) == (mention.last_day is None)
        if mention.first_day is not None and mention.last_day is not None:
            assert mention.first_day <= mention.last_day
            assert mention.precision is not None
        for end in mention.ends:
            assert mention.start <= end.start < end.end <= mention.end
    assert all(before.end <= after.start for before, after in pairwise(mentions))


@given(text=SOUP, day=st.dates())
def test_any_context_is_borne(text: str, day: date) -> None:
    context = DateContext().after(find_dates(f"{day.day} {MONTHS[day.month - 1]} {day.year}"))
    for mention in find_dates(text, context=context):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("order", WRITTEN)
@given(day=DATES)
def test_a_written_day_is_read_back(order: str, day: date) -> None:
    phrase = WRITTEN[order](day)
    [mention] = find_dates(f"The parties met on {phrase}.")
    assert (mention.text, mention.first_day, mention.last_day) == (phrase, day, day)
    assert mention.precision is DatePrecision.DAY
    assert not mention.inferred


@pytest.mark.parametrize(
    "frame", ["between {} and {}", "from {} to {}", "({} – {})", "{} until {}"]
)
@given(first=DATES, length=st.integers(min_value=1, max_value=500))
def test_a_written_range_is_read_back(frame: str, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assume(last.year < 2100)
    written = WRITTEN["day month year"]
    [mention] = find_dates(f"It was held {frame.format(written(first), written(last))}.")
    assert (mention.first_day, mention.last_day) == (first, last)
    assert [end.first_day for end in mention.ends] == [first, last]


@given(first=DATES, length=st.integers(min_value=1, max_value=300))
def test_the_first_day_of_a_range_may_leave_its_year_to_the_last(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assume(last.year < 2100)
    phrase = f"{first.day} {MONTHS[first.month - 1]} to {WRITTEN['day month year'](last)}"
    assume((first.day, first.month) != (29, 2) or last.year == first.year)
    assume((first.month, first.day) != (last.month, last.day))
    [mention] = find_dates(f"It was held from {phrase}.")
    assert (mention.first_day, mention.last_day) == (first, last)


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024])
@pytest.mark.parametrize("month", range(1, 13))
def test_every_day_number_of_every_month(month: int, year: int) -> None:
    for number in range(1, 32):
        try:
            expected = date(year, month, number)
        except ValueError:
            expected = None
        [mention] = find_dates(f"on {number} {MONTHS[month - 1]} {year}.")
        assert mention.first_day == expected


def test_a_context_gives_the_year_and_only_where_the_text_does_not() -> None:
    context = DateContext().after(find_dates("The Lisbon talks (1974)"))
    [in_context] = find_dates("On 3 May they met.", context=context)
    assert (in_context.first_day, in_context.inferred) == (date(1974, 5, 3), True)
    [_, in_text] = find_dates("In 1975 all changed; on 3 May they met.", context=context)
    assert in_text.first_day == date(1975, 5, 3)


def test_a_context_remembers_the_last_date_that_was_placed() -> None:
    context = DateContext().after(find_dates("In 1974 and 1975.")).after(find_dates("On Monday."))
    [mention] = find_dates("That year they met.", context=context)
    assert mention.first_day == date(1975, 1, 1)


@pytest.mark.parametrize(
    ("text", "open_start", "open_end"),
    [
        ("The seat is empty since 2014.", False, True),
        ("The seat is empty from 2014 onwards.", False, True),
        ("The conflict (2014–present) goes on.", False, True),
        ("He stayed until May 2011.", True, False),
        ("He came in May 2011.", False, False),
    ],
)
def test_open_ends(text: str, open_start: bool, open_end: bool) -> None:
    [mention] = find_dates(text)
    assert (mention.open_start, mention.open_end) == (open_start, open_end)


def test_a_deadline_is_named_by_its_rule() -> None:
    [deadline] = find_dates("It was over by the end of March 1911.")
    [plain] = find_dates("It was over at the end of March 1911.")
    assert (deadline.rule, plain.rule) == ("by_part_of_month", "part_of_month")
