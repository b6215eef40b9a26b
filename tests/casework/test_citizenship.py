"""Citizenship: birth, descent, first day to apply, bars, loss (examples 25 to 64)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasman.casework.citizenship import bears_on, citizenship_answer
from tasman.casework.citizenship_text import citizenship_text
from tasman.casework.residence import ACT, FIRST, PRISON, Residence, first_days
from tasman.casework.status import status_history
from tasman.casework.status_facts import with_derived
from tasman.facts.case import Case
from tasman.facts.days import iso, parse_day
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tests.casework.test_status import TODAY, UNSETTLED_2001, E, S, facts, nz

HERE = UNSETTLED_2001
FREE = UNSETTLED_2001 + "\ncustody: []"


def parent(status, protected="no", granted_189="never"):
    """One parent at the birth."""
    return (
        f"parents: [{{australian_status: {status}, protected_at_birth: {protected}, "
        f"granted_189_on: {granted_189}}}]\n"
    )


def born(where, day, more):
    """Someone with no listed Australian citizenship, born where and when given."""
    return facts(
        f"born_on: {day}\nborn_in: {where}\nstateless: no\n"
        "citizenships: [{country: new_zealand, ended_on: never}]\n" + more
    )


HOME, NOT_HOME = "ordinarily_resident_to_ten: yes", "ordinarily_resident_to_ten: no"
BIRTHS = [
    (25, "1985-03-03", parent("exempt_non_citizen"), "1985-03-03", None, 2),
    (26, "1988-07-01", parent("exempt_non_citizen") + HOME, "1990-01-01", None, 0),
    (26, "1988-07-01", parent("exempt_non_citizen") + HOME, "1998-06-30", None, 0),
    (26, "1988-07-01", parent("exempt_non_citizen") + HOME, "1998-07-01", None, 2),
    (27, "1988-07-01", parent("exempt_non_citizen") + NOT_HOME, "2010-01-01", None, 0),
    (28, "1996-05-05", parent("special_category_visa"), "1996-05-05", None, 2),
    (29, "2005-02-02", parent("special_category_visa", "yes"), "2005-02-02", None, 2),
    (30, "2005-02-02", parent("special_category_visa") + HOME, "2015-02-01", None, 0),
    (30, "2005-02-02", parent("special_category_visa") + HOME, "2015-02-02", None, 2),
    (31, "2022-06-30", parent("special_category_visa") + HOME, "2024-01-01", None, 0),
    (31, "2022-06-30", parent("special_category_visa") + HOME, "2032-06-30", None, 2),
    (
        32,
        "2022-09-15",
        parent("special_category_visa") + NOT_HOME,
        "2022-09-15",
        "2023-03-01",
        0,
    ),
    (32, "2022-09-15", parent("special_category_visa"), "2022-09-15", "2023-07-01", 2),
    (
        34,
        "2022-03-10",
        parent("special_category_visa", granted_189="2023-02-01") + NOT_HOME,
        "2022-03-10",
        "2023-01-02",
        0,
    ),
    (
        34,
        "2022-03-10",
        parent("special_category_visa", granted_189="2023-02-01"),
        "2022-03-10",
        "2023-02-02",
        2,
    ),
    (35, "2025-05-05", parent("diplomat") + NOT_HOME, "2025-12-31", None, 0),
]


@pytest.mark.parametrize(
    ("number", "day", "more", "at", "known_at", "expected"), BIRTHS
)
def test_citizenship_by_birth(number, day, more, at, known_at, expected):
    """Born in Australia, by period, parent and what was known (examples 25 to 35)."""
    on = parse_day(at)
    known = parse_day(known_at) if known_at else max(on, TODAY)
    put = Evaluation(
        current_law(),
        with_derived(
            born("australia", day, more), current_law(), as_at=on, known_at=known
        ),
        as_at=on,
        law_at=on,
        known_at=known,
    )
    assert put.provision("status/citizen")[0] == expected


@pytest.mark.parametrize(
    ("number", "more", "expected"),
    [
        (36, parent("special_category_visa"), 0),
        (
            38,
            "parents: [{australian_status: citizen, citizen_by_descent: yes, "
            "lawful_time_in_australia: 18m}]",
            0,
        ),
        (
            38,
            "parents: [{australian_status: citizen, citizen_by_descent: yes, "
            "lawful_time_in_australia: 24m}]",
            2,
        ),
        (38, "parents: [{australian_status: citizen, citizen_by_descent: no}]", 2),
    ],
)
def test_citizenship_by_descent(number, more, expected):
    """Born abroad: a holder gives nothing; by descent needs two years (36 and 38)."""
    answer = citizenship_answer(born("new_zealand", "2025-05-05", more), as_at=TODAY)
    assert answer.by_descent == expected


FIRST_DAYS = [
    (40, nz(f"{S} 2019-09-01 never", FREE), "2009-09-21", "2023-09-01"),
    (41, nz(f"{S} 2022-10-15 never", FREE), "2009-09-21", "2026-10-15"),
    (42, nz(f"{S} 2024-03-01 never", FREE), "2009-09-21", "2028-03-01"),
    (
        43,
        nz(f"{S} 2012-01-01 2025-02-01; {S} 2025-05-13 never", FREE),
        "2025-05-14",
        "2026-02-12",
    ),
    (
        44,
        nz(f"{S} 2012-01-01 2026-03-01; {S} 2026-05-31 never", FREE),
        "2026-06-01",
        "2026-06-01",
    ),
    (
        46,
        nz(f"{S} 2015-03-01 2024-01-10; {S} 2025-06-30 never", FREE),
        "2025-06-30",
        "2028-06-30",
    ),
    (
        49,
        nz(f"{S} 2019-06-01 2023-05-01; {S} 2023-08-15 never", FREE),
        "2009-09-21",
        "2023-07-01",
    ),
    (
        50,
        nz(
            f"{S} 2008-02-01 never",
            HERE + "\ncustody: [{place: gaol, basis: sentence, country: australia, "
            "began_on: 2020-03-01, ended_on: 2021-08-31}]",
        ),
        "2009-09-21",
        "2025-09-01",
    ),
    (
        51,
        nz(
            f"{S} 2010-02-01 never",
            HERE + "\ncustody: [{place: gaol, basis: remand, country: australia, "
            "began_on: 2024-05-01, ended_on: 2024-05-20}]",
        ),
        "2024-05-21",
        "2028-05-21",
    ),
    (
        52,
        nz(
            f"{E} 1990-03-03 1995-01-01; {S} 2015-02-01 never",
            HERE
            + "\n"
            + parent("exempt_non_citizen")
            + NOT_HOME
            + "\ncustody: [{place: gaol, basis: sentence, country: australia, "
            "began_on: 2021-02-01, ended_on: 2021-10-31}]",
            "1990-03-03",
            "australia",
        ),
        "2009-09-21",
        "2023-07-01",
    ),
    (
        55,
        nz(f"{S} 2010-02-01 never", FREE, "2007-06-15"),
        "2009-09-21",
        "2025-06-15",
    ),
]


@pytest.mark.parametrize(("number", "known", "start", "expected"), FIRST_DAYS)
def test_the_first_day_to_apply(number, known, start, expected):
    """The earliest application day of each example (40 to 55)."""
    answer = citizenship_answer(known, as_at=TODAY, start=parse_day(start))
    assert [iso(day) for day in answer.apply_from] == [expected, expected]


def test_the_literal_reading_takes_three_years_from_a_first_arrival():
    """Example 42, s 22(1A) read literally: 2027-03-02."""
    known = nz(f"{S} 2024-03-01 never", FREE)
    residence = Residence(known, current_law(), as_at=TODAY, known_at=TODAY)
    day = first_days(residence, TODAY, frozenset({FIRST}))
    assert [iso(each) for each in day] == ["2027-03-02", "2027-03-02"]


@pytest.mark.parametrize(
    ("number", "born_on", "arrived", "expected"),
    [
        (54, "2009-06-01", "2022-03-01", "2023-07-01"),
        (55, "2007-06-15", "2010-02-01", "2023-07-01"),
    ],
)
def test_a_child_needs_no_years_of_residence(number, born_on, arrived, expected):
    """s 21(5) from 2023-07-01 (examples 54 and 55)."""
    answer = citizenship_answer(
        nz(f"{S} {arrived} never", FREE, born_on), as_at=parse_day("2024-06-01")
    )
    assert answer.child_from is not None
    assert [iso(day) for day in answer.child_from] == [expected, expected]


def test_a_former_permanent_resident_could_apply_long_before_2023():
    """A protected holder since 1998: from the first day that Tasman covers."""
    answer = citizenship_answer(nz(f"{S} 1998-01-01 never", FREE), as_at=TODAY)
    assert iso(answer.apply_from[1]) == "2009-09-21"


CONFINED = (
    "citizenship_applied_on: 2023-08-01\n"
    "sentences: [{kind: gaol, term: 14m, imposed_on: 2024-01-01}]"
    "\noffences: []\ncustody:\n  - {place: gaol, basis: sentence, country: australia, "
    "began_on: 2024-01-01, ended_on: 2024-11-30}\n"
)
REPEAT = (
    "citizenship_applied_on: 2023-08-01\noffences: []\nsentences:\n"
    "  - {kind: gaol, term: 2y, imposed_on: 2014-01-01, committed_on: 2013-06-01}\n"
    "  - {kind: gaol, term: 2y, imposed_on: 2019-05-15, committed_on: 2018-02-02}\n"
    "custody:\n"
    "  - {place: gaol, basis: sentence, country: australia, began_on: 2014-01-01, "
    "ended_on: 2015-12-31}\n"
    "  - {place: gaol, basis: sentence, country: australia, began_on: 2019-05-15, "
    "ended_on: 2021-05-14}\n"
)
SHORT = CONFINED.replace("14m", "11m")


@pytest.mark.parametrize(
    ("number", "more", "as_at", "expected"),
    [
        (57, CONFINED, "2024-12-01", "2026-12-01"),
        (58, REPEAT, "2023-09-01", "2031-05-15"),
        (59, SHORT, "2024-12-01", "2024-12-01"),
    ],
)
def test_the_first_day_approval_is_possible(number, more, as_at, expected):
    """The bars of s 24(6) (examples 57 to 59)."""
    known = nz(f"{S} 2008-01-01 never", HERE + "\n" + more)
    answer = citizenship_answer(known, as_at=parse_day(as_at))
    assert [iso(day) for day in answer.approve_from] == [expected, expected]


def test_a_pending_charge_bars_approval_for_an_unknown_time():
    """s 24(6)(a): while proceedings go on."""
    known = nz(
        f"{S} 2008-01-01 never",
        FREE + "\nsentences: []\noffences: [{outcome: charged, jurisdiction: nsw, "
        "found_on: 2024-01-01}]",
    )
    answer = citizenship_answer(known, as_at=TODAY)
    assert [pin for pin, _ in answer.bars] == [f"{ACT}/24(6)(a)"]
    assert iso(answer.approve_from[1]) == "never"


PLEDGED = (
    "born_on: 1980-01-01\nborn_in: new_zealand\ncitizenship_applied_on: 2023-09-01\n"
    "citizenships:\n"
    "  - {country: new_zealand, began_on: 1980-01-01, ended_on: never}\n"
    "  - {country: australia, by: grant, began_on: 2024-03-15, ended_on: never}\n"
    "sentences: [{kind: gaol, term: 2y, imposed_on: 2025-03-03, committed_on: "
)


@pytest.mark.parametrize(
    ("number", "committed", "expected"), [(62, "2024-06-01", 0), (63, "2023-12-01", 2)]
)
def test_a_grant_may_be_revoked_only_for_a_crime_before_it(number, committed, expected):
    """s 34(2)(b)(ii) (examples 62 and 63)."""
    answer = citizenship_answer(facts(PLEDGED + committed + "}]"), as_at=TODAY)
    assert (answer.is_citizen, answer.may_revoke) == (2, expected)


def test_citizenship_by_birth_cannot_be_revoked():
    """Example 64: born 2022-09-15 to a holder; s 34(2) is not available."""
    known = born("australia", "2022-09-15", parent("special_category_visa"))
    answer = citizenship_answer(known, as_at=TODAY)
    assert (answer.is_citizen, answer.may_revoke) == (2, 0)


def test_a_visa_cancelled_before_the_pledge_leaves_a_non_citizen():
    """Example 61: approved 2024-03-01, cancelled 2024-03-20; s 25(2)(b)(i)."""
    known = nz(
        f"{S} 2012-01-01 never",
        FREE + "\ncitizenship_applied_on: 2023-09-01\n"
        "citizenship_approved_on: 2024-03-01\ndecisions: [{result: cancelled, "
        "power: 501(3A), made_on: 2024-03-20, undone_on: never}]",
    )
    at = parse_day("2024-03-20")
    answer = citizenship_answer(known, as_at=at)
    assert (answer.is_citizen, answer.may_cancel_approval) == (0, 2)
    assert status_history(known, as_at=at).now.code == "UNLAWFUL"


def test_prison_is_named_as_what_would_shorten_it_most():
    """Example 50: as at 2023-09-01, but for the prison term she could apply at once."""
    known = next(known for number, known, *_ in FIRST_DAYS if number == 50)
    answer = citizenship_answer(known, as_at=parse_day("2023-09-01"))
    assert answer.shortcut is not None
    assert answer.shortcut.pinpoint == PRISON
    assert iso(answer.shortcut.day) == "2023-09-01"


def test_missing_custody_gives_a_day_at_the_earliest():
    """Nothing known of prison: the best case stands as the earliest, not as the day."""
    known = nz(f"{S} 2015-09-01 never", HERE)
    answer = citizenship_answer(known, as_at=TODAY)
    assert iso(answer.apply_from[0]) == "2023-07-01"
    assert answer.apply_from[1] > TODAY
    assert any("custody" in note for note in answer.notes)


DAYS = st.integers(parse_day("2012-01-01"), parse_day("2025-12-31"))


@settings(max_examples=15, deadline=None)
@given(st.lists(DAYS, min_size=3, max_size=7, unique=True), st.data())
def test_the_search_finds_what_asking_every_day_finds(marks, data):
    """Brute force: no earlier day meets the rules, and the day found does."""
    marks = sorted(marks)
    marks = marks if len(marks) % 2 else marks[:-1]
    ends = [iso(day) for day in marks[1:]] + ["never"]
    text = "; ".join(
        f"{S} {iso(a)} {b}" for a, b in zip(marks[::2], ends[::2], strict=True)
    )
    known = nz(text, FREE)
    residence = Residence(known, current_law(), as_at=TODAY, known_at=TODAY)
    start = data.draw(st.integers(parse_day("2023-01-01"), TODAY))
    best, worst = first_days(residence, start)
    assert best == worst
    pin = f"{ACT}/21(2)"
    assert residence.put(best).provision(pin) == (2, 0)
    for day in range(max(start, best - 400), best):
        assert residence.put(day).provision(pin) == (0, 0)


def test_the_text_fits_a_terminal_and_says_when():
    """80 columns at most, with the first day and what would shorten it."""
    known = next(known for number, known, *_ in FIRST_DAYS if number == 50)
    text = citizenship_text(citizenship_answer(known, as_at=parse_day("2023-09-01")))
    assert max(map(len, text.splitlines())) <= 80
    assert "2025-09-01" in text and "22(5A)" in text


def test_it_bears_on_new_zealanders_with_a_life_here():
    """Shown for anyone with stays or a birthplace; not for other nationalities."""
    assert bears_on(Case(FIRST_DAYS[0][1]))
    assert not bears_on(Case({}))
