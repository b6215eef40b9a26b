"""Public holidays against the dossier's table (part 3.4) and against known dates."""

import subprocess
import sys

import pytest

from tasman.casework.counting import last_working_day
from tasman.facts.days import iso, parse_day
from tasman.law.au.holidays import (
    CALENDARS,
    COMMON,
    CORRECTIONS,
    FIRST_YEAR,
    LAST_YEAR,
    PLACES,
    _library,
    common_holiday,
    holiday,
    holidays_of,
    is_weekend,
    possible_holidays_of,
)

FIXED = {
    2025: "01-01 01-27 04-18 04-21 04-25 12-25 12-26",
    2026: "01-01 01-26 04-03 04-06 04-25 12-25 12-28",
    2027: "01-01 01-26 03-26 03-29 12-27 12-28",
}
"""Those of every jurisdiction."""

EXTRA = {
    "act": {
        2025: "03-10 06-02 06-09 10-06",
        2026: "03-09 04-27 06-01 06-08 10-05",
        2027: "03-08 04-26 05-31 06-14 10-04",
    },
    "nsw": {
        2025: "06-09 10-06",
        2026: "04-27 06-08 10-05",
        2027: "04-26 06-14 10-04",
    },
    "vic": {
        2025: "03-10 06-09 09-26 11-04",
        2026: "03-09 06-08 09-25 11-03",
        2027: "03-08 06-14 11-02",
    },
    "qld": {
        2025: "05-05 10-06",
        2026: "05-04 10-05",
        2027: "04-26 05-03 10-04",
    },
    "wa": {
        2025: "03-03 06-02 09-29",
        2026: "03-02 04-27 06-01 09-28",
        2027: "03-01 04-26 06-07 09-27",
    },
    "sa": {
        2025: "03-10 06-09 10-06",
        2026: "03-09 06-08 10-05",
        2027: "03-08 06-14 10-04",
    },
    "tas": {2025: "03-10 06-09", 2026: "03-09 06-08", 2027: "03-08 06-14"},
    "nt": {
        2025: "05-05 06-09 08-04",
        2026: "05-04 06-08 08-03",
        2027: "04-26 05-03 06-14 08-02",
    },
}
"""Holidays on working days beyond the fixed ones; less two of 2027 that are not sure:
the Friday before the football final, which the dossier leaves open, and Anzac Monday in
South Australia, which it has by a rule whose Act was replaced."""


def listed(year, text):
    return {f"{year}-{each}" for each in text.split()}


@pytest.mark.parametrize("year", FIXED)
@pytest.mark.parametrize("place", PLACES)
def test_every_working_day_that_is_a_holiday(place, year):
    """Each jurisdiction's holidays on Monday to Friday are those of the dossier."""
    found = {iso(day) for day in holidays_of(place, year) if not is_weekend(day)}
    wanted = listed(year, FIXED[year]) | listed(year, EXTRA[place][year])
    assert found == {day for day in wanted if not is_weekend(parse_day(day))}


@pytest.mark.parametrize(
    ("day", "shared"),
    [
        ("2022-09-22", True),  # the day of mourning
        ("2026-04-03", True),  # Good Friday
        ("2026-12-28", True),  # for Boxing and Proclamation Day
        ("2026-04-27", False),  # three jurisdictions only
        ("2026-03-09", False),  # five
    ],
)
def test_holidays_of_all_of_australia(day, shared):
    """A day rolls safely only where all eight places keep it."""
    assert (common_holiday(parse_day(day)) is not None) is shared
    assert CALENDARS[COMMON](parse_day(day)) is shared


@pytest.mark.parametrize("day", ["2025-08-13", "2026-08-12"])
def test_the_brisbane_show_is_local(day):
    """A holiday of Brisbane alone is no holiday of Queensland."""
    assert holiday("qld", parse_day(day)) is None
    assert parse_day(day) in possible_holidays_of("qld", int(day[:4]))


@pytest.mark.parametrize(
    ("place", "day"), [("sa", "2027-04-26"), ("vic", "2027-09-24")]
)
def test_a_doubtful_holiday_lengthens_nothing(place, day):
    """It is shut for a day to act by, and open for every other purpose."""
    assert holiday(place, parse_day(day)) is None
    assert parse_day(day) in possible_holidays_of(place, 2027)
    assert last_working_day(parse_day(day), (place,)) < parse_day(day)


@pytest.mark.parametrize("day", ["2026-12-24", "2026-12-31"])
@pytest.mark.parametrize("place", ["sa", "qld", "nt"])
def test_part_days_are_not_holidays(place, day):
    """An evening's holiday does not make the day one."""
    assert holiday(place, parse_day(day)) is None


def test_each_correction_is_still_needed():
    """A correction that the library has taken up should go."""
    import holidays

    for change in CORRECTIONS:
        place, year = change.place.upper(), int(change.day[:4])
        table = holidays.country_holidays("AU", subdiv=place, years=year)
        assert (change.day in table) is (not change.name)
        assert change.reason


@pytest.mark.parametrize("category", ["public", "bank"])
def test_one_country_alone_has_the_days_that_the_library_gives(category):
    """The module loaded by itself and the library's own way: every place and year."""
    import holidays

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    for place in (each.upper() for each in PLACES):
        alone = _library()(subdiv=place, years=years, categories=(category,))
        whole = holidays.country_holidays(
            "AU", subdiv=place, years=years, categories=(category,)
        )
        assert dict(alone) == dict(whole)
        assert alone or category == "bank"


def test_no_other_country_is_imported_for_one_day():
    """The library's 250 countries stay on the disk; Australia is one module."""
    code = (
        "import sys; from tasman.law.au.holidays import holiday\n"
        "assert holiday('nsw', 20479) == 'Australia Day'\n"
        "print(*(m for m in sys.modules if m.startswith('holidays.countries')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not ran.stdout.strip()


def test_the_librarys_own_way_serves_where_its_file_cannot_be_read(
    monkeypatch, tmp_path
):
    """A library laid out otherwise is asked for the country by name."""
    import holidays

    monkeypatch.setattr(holidays, "__path__", [str(tmp_path)])
    _library.cache_clear()
    try:
        table = _library()(subdiv="NSW", years=2026, categories=("public",))
        assert table["2026-01-26"] == "Australia Day"
        assert type(table).__module__ == "holidays.countries.australia"
    finally:
        _library.cache_clear()


def test_a_common_holiday_is_one_of_every_place():
    """The name where all eight keep the day; none where a single one does not."""
    for day in range(parse_day("2026-01-01"), parse_day("2027-01-01")):
        kept = [holiday(place, day) for place in PLACES]
        assert (common_holiday(day) is not None) is all(kept)
        assert common_holiday(day) in (None, kept[0])


def test_a_calendar_shuts_weekends():
    """Saturday and Sunday are shut in every calendar, Friday and Monday are open."""
    days = ("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23")
    for is_shut in CALENDARS.values():
        assert [is_shut(parse_day(day)) for day in days] == [False, True, True, False]
