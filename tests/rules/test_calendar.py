"""The calendar against an oracle of its own: `datetime`, counting and brute force."""

from __future__ import annotations

import calendar as almanac
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import EARLIEST, NEVER, day, parse_day
from tasman.facts.terms import MOST_MONTHS, UNBOUNDED
from tasman.rules import calendar
from tests.rules.profile import bounded

EPOCH = date(1970, 1, 1)
FIRST, LAST = day(1900), day(2100)
ordinary_days = st.integers(FIRST, LAST)


def later(start: int, months: int, days: int = 0) -> int:
    """The day so many months and days later, by `datetime` and nothing of ours."""
    then = EPOCH + timedelta(start)
    year, month = divmod(then.year * 12 + then.month - 1 + months, 12)
    length = almanac.monthrange(year, month + 1)[1]
    moved = date(year, month + 1, min(then.day, length))
    return (moved - EPOCH).days + days


ADDED = [
    ("2014-12-11", 12, 0, "2015-12-11"),
    ("2016-02-29", 12, 0, "2017-02-28"),
    ("2016-02-29", 48, 0, "2020-02-29"),
    ("2015-01-31", 1, 0, "2015-02-28"),
    ("2016-01-31", 1, 0, "2016-02-29"),
    ("2015-01-31", 1, 1, "2015-03-01"),
    ("2015-08-31", 6, 0, "2016-02-29"),
    ("1999-12-31", 0, 1, "2000-01-01"),
    ("1900-01-29", 1, 0, "1900-02-28"),
]


@pytest.mark.parametrize(("start", "months", "days", "there"), ADDED)
def test_a_term_is_added_months_first_and_clamped_to_the_month(
    start: str, months: int, days: int, there: str
):
    """The last day of a shorter month stands for the days it lacks."""
    assert calendar.add_term(parse_day(start), months, days) == parse_day(there)


@bounded(300)
@given(ordinary_days, st.integers(-1100, 1300))
def test_months_are_added_as_datetime_adds_them(start: int, months: int):
    """Every start and every number of months, forwards and backwards."""
    assert calendar.add_months(start, months) == later(start, months)


@bounded(200)
@given(ordinary_days, st.integers(0, 600), st.integers(-500, 500))
def test_terms_are_added_and_taken_as_datetime_does(start: int, months: int, days: int):
    """Months move first and days after them, in both directions."""
    assert calendar.add_term(start, months, days) == later(start, months, days)
    assert calendar.take_term(start, months, days) == later(start, -months, -days)


@pytest.mark.parametrize("move", [calendar.add_term, calendar.take_term])
@pytest.mark.parametrize("end", [EARLIEST, NEVER])
def test_the_ends_of_time_do_not_move(move, end: int):
    """What has no bound has none a month later."""
    assert move(end, 3, 7) == end


def test_whatever_leaves_the_calendar_stays_out():
    """Two centuries on is no day Tasman can name."""
    assert calendar.add_term(day(2020), MOST_MONTHS, 0) == NEVER
    assert calendar.take_term(day(2020), MOST_MONTHS, 0) == EARLIEST
    assert calendar.add_months(day(2020), 12 * 197) == NEVER
    assert calendar.add_months(day(2020), 12 * 5000) == NEVER
    assert calendar.add_months(day(2020), -12 * 215) == EARLIEST
    assert calendar.add_months(day(2020), -12 * 5000) == EARLIEST


@bounded(200)
@given(
    st.integers(EARLIEST, NEVER),
    st.integers(EARLIEST, NEVER),
    st.integers(0, 2500),
    st.integers(0, 2500),
    st.integers(-9000, 9000),
)
def test_later_starts_and_longer_terms_never_end_earlier(
    one: int, other: int, few: int, many: int, days: int
):
    """Addition is monotone to the ends of time: intervals may be added end by end."""
    one, other = sorted((one, other))
    few, many = sorted((few, many))
    for a, b in (((one, few), (other, few)), ((one, few), (one, many))):
        assert calendar.add_term(*a, days) <= calendar.add_term(*b, days)
    assert calendar.take_term(one, few, days) <= calendar.take_term(other, few, days)
    assert calendar.take_term(one, many, days) <= calendar.take_term(one, few, days)
    assert calendar.add_term(one, few, days) <= calendar.add_term(one, few, days + 1)


# --- How many days months can span ---


def brute_span(months: int, years: range) -> tuple[int, int]:
    """Fewest and most days between any day and the day so many months on."""
    starts = range(day(years.start), day(years.stop))
    spans = [later(start, months) - start for start in starts]
    return min(spans), max(spans)


@pytest.mark.parametrize("months", [0, 1, 2, 3, 6, 11, 12, 13, 24, 36, 120])
def test_spans_of_months_are_those_of_every_start(months: int):
    """Over every day of the years that hold each sort of leap year and century."""
    ordinary = brute_span(months, range(2000, 2006))
    skipped = brute_span(months, range(2095, 2102))
    both = (min(ordinary[0], skipped[0]), max(ordinary[1], skipped[1]))
    assert calendar.span_of_months(months) == both


@bounded(200)
@given(ordinary_days, st.integers(0, 1000))
def test_no_start_escapes_the_span(start: int, months: int):
    """From any start, forwards or backwards, the days lie between fewest and most."""
    fewest, most = calendar.span_of_months(months)
    assert fewest <= later(start, months) - start <= most
    assert fewest <= start - later(start, -months) <= most


# --- Whether a term is at least a threshold ---


def compare(
    start: int, term: tuple[int, int], threshold: tuple[int, int], sign: int
) -> int:
    """By counting out both from the start; backwards, both back from the end."""
    reached = sign * later(start, sign * term[0]) + term[1]
    needed = sign * later(start, sign * threshold[0]) + threshold[1]
    return YES if reached >= needed else NO


term_parts = st.tuples(
    st.sampled_from([0, 1, 2, 3, 6, 11, 12, 13, 24, 120]) | st.integers(0, 130),
    st.sampled_from([0, 1, 28, 30, 31, 59, 364, 365, 366, 731]) | st.integers(-40, 800),
)
thresholds = st.tuples(st.sampled_from([0, 1, 6, 12, 24, 36, 120]), st.integers(0, 31))


@bounded(400)
@given(ordinary_days, term_parts, thresholds, st.booleans())
def test_with_an_exact_anchor_the_calendar_decides(
    start: int, term: tuple[int, int], threshold: tuple[int, int], backwards: bool
):
    """Forwards from a start and backwards from an end, as counted by `datetime`."""
    found = calendar.term_at_least(*term, threshold, (start, start), backwards)
    assert found == compare(start, term, threshold, -1 if backwards else 1)


EXHAUSTED = [(m, d) for m in (0, 1, 2, 11, 12) for d in (-1, 0, 1, 28, 30, 31, 59, 365)]


@pytest.mark.parametrize("threshold", [(0, 30), (1, 0), (2, 0), (12, 0), (12, 1)])
def test_without_an_anchor_only_what_every_day_agrees_on_is_definite(
    threshold: tuple[int, int],
):
    """Exactly: yes where every day says yes, no where every day says no."""
    anchors = [*range(day(2003), day(2005)), *range(day(2099), day(2101))]
    for term in EXHAUSTED:
        for backwards, sign in ((False, 1), (True, -1)):
            every = {compare(start, term, threshold, sign) for start in anchors}
            wanted = every.pop() if len(every) == 1 else UNKNOWN
            found = calendar.term_at_least(*term, threshold, (0, 1), backwards)
            assert found == wanted, (term, backwards)


@bounded(200)
@given(ordinary_days, term_parts, thresholds, st.booleans())
def test_no_anchor_contradicts_an_answer_given_without_one(
    start: int, term: tuple[int, int], threshold: tuple[int, int], backwards: bool
):
    """What is definite before the anchor is known stays so."""
    before = calendar.term_at_least(*term, threshold, (FIRST, LAST), backwards)
    after = calendar.term_at_least(*term, threshold, (start, start), backwards)
    assert before in (UNKNOWN, after)


LONG = [
    ((0, 366), (12, 0), YES),
    ((0, 365), (12, 0), UNKNOWN),
    ((0, 364), (12, 0), NO),
    ((11, 31), (12, 0), YES),
    ((11, 28), (12, 0), UNKNOWN),
    ((11, 27), (12, 0), NO),
    ((12, -1), (12, 0), NO),
    ((13, -1), (12, 0), YES),
    ((UNBOUNDED, 0), (12, 0), YES),
    ((0, UNBOUNDED), (12, 0), YES),
    ((0, 80_000), (2401, 0), YES),
    ((0, 73_000), (2401, 0), NO),
    ((2401, 0), (0, 80_000), NO),
    ((24_000, 0), (0, 365_000 * 2), YES),
    ((0, 0), (UNBOUNDED, 0), NO),
]


@pytest.mark.parametrize(("term", "threshold", "wanted"), LONG)
def test_terms_are_never_turned_into_months_of_so_many_days(
    term: tuple[int, int], threshold: tuple[int, int], wanted: int
):
    """A year of days is 365 or 366, whatever the length; nothing is rounded."""
    assert calendar.term_at_least(*term, threshold, (0, 1), False) == wanted


def test_the_same_days_are_a_year_from_one_start_and_not_from_another():
    """365 days make 12 months, except over a leap day."""
    for start, wanted in (("2015-02-01", YES), ("2016-02-01", NO), ("never", UNKNOWN)):
        anchor = NEVER if start == "never" else parse_day(start)
        found = calendar.term_at_least(0, 365, (12, 0), (anchor, anchor), False)
        assert found == wanted, start


# --- Days covered ---

span = st.tuples(st.integers(-30, 60), st.integers(-30, 60))


@bounded(300)
@given(st.lists(span, max_size=7))
def test_covered_days_are_those_in_at_least_one_span(spans: list[tuple[int, int]]):
    """Counted day by day; a span that ends before it begins covers none."""
    inside = {d for first, after in spans for d in range(first, after)}
    assert calendar.covered(spans) == len(inside)


def test_an_upside_down_span_covers_nothing():
    """Uncertain ends may cross: the certain core is then empty, never negative."""
    assert calendar.covered([(10, 5)]) == 0
    assert calendar.covered([(10, 5), (6, 8)]) == 2
    assert calendar.covered([]) == 0


# --- Days on which offices are shut ---


@bounded(100)
@given(ordinary_days, st.sets(st.integers(0, 12)))
def test_the_next_open_day_is_the_first_that_is_not_shut(start: int, shut: set[int]):
    """The day itself if it is open."""
    open_days = (d for d in range(start, start + 20) if d - start not in shut)
    assert calendar.next_open(start, lambda d: d - start in shut) == next(open_days)


@pytest.mark.parametrize("end", [EARLIEST, NEVER])
def test_the_ends_of_time_are_never_rolled(end: int):
    """A calendar says nothing of a day that has no number."""
    assert calendar.next_open(end, lambda d: True) == end
