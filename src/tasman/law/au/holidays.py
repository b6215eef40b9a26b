"""Public holidays of the States and Territories, and which days offices are shut.

The `holidays` library supplies the tables. They were compared with the published dates
for 2025 to 2027; `CORRECTIONS` holds each difference that matters, with its reason.
Differences that cannot matter (a holiday on a Saturday or Sunday, already no working
day) are left alone. Holidays of part of a day are not holidays here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache, partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import NamedTuple

from tasman.facts.days import parse_day, to_date

LIBRARY = "holidays"
"""Where the tables come from. The law's hash does not cover it: a receipt names it."""
PLACES = ("act", "nsw", "vic", "qld", "wa", "sa", "tas", "nt")
"""The States and Territories whose holidays can matter."""
PLACE_NAMES = {
    "act": "the ACT",
    "nsw": "New South Wales",
    "vic": "Victoria",
    "qld": "Queensland",
    "wa": "Western Australia",
    "sa": "South Australia",
    "tas": "Tasmania",
    "nt": "the Northern Territory",
}
COMMON = "all of Australia"
"""The name of the calendar of holidays that all eight places share."""
FIRST_YEAR, LAST_YEAR = 1995, 2099


class Correction(NamedTuple):
    """One difference between the library and the published dates.

    `name` is empty where the library has a holiday that is not one. A doubtful one
    counts only against a day to act by: it lengthens nothing.
    """

    place: str
    day: str
    name: str
    reason: str
    doubtful: bool = False


CORRECTIONS = (
    Correction(
        "sa",
        "2027-04-26",
        "Anzac Day (Monday after a Sunday)",
        "a rule of the Holidays Act 1910 (SA), kept in 2010 and 2021; the Public "
        "Holidays Act 2023 (SA) took its place, and an article of 2026 leaves South "
        "Australia out",
        doubtful=True,
    ),
)
LOCAL_NAMES = {"The Royal Queensland Show": "Brisbane only"}
"""Holidays of part of a State: the library gives them to the whole of it."""
FORECAST_NAMES = {"Friday before the AFL Grand Final": 2027}
"""Holidays gazetted year by year, and the first year that is a forecast only."""


@cache
def holidays_of(place: str, year: int) -> Mapping[int, str]:
    """Return the names of a place's public holidays in a year, by day number."""
    found = {
        day: name
        for day, name in _listed(place, year, "public").items()
        if not _aside(name, year)
    }
    for day, change in _corrections(place, year):
        found.pop(day, None)
        if change.name and not change.doubtful:
            found[day] = change.name
    return found


@cache
def possible_holidays_of(place: str, year: int) -> Mapping[int, str]:
    """Return days that may be shut: local, forecast or doubtful holidays."""
    found = {
        day: f"{name} ({_aside(name, year)})"
        for day, name in _listed(place, year, "public").items()
        if _aside(name, year)
    }
    for day, change in _corrections(place, year):
        if change.doubtful:
            found[day] = f"{change.name} (doubtful)"
    return found


def _aside(name: str, year: int) -> str:
    """Return why a holiday of the library does not count for a whole State, if so."""
    forecast = year >= FORECAST_NAMES.get(name, LAST_YEAR)
    return "forecast" if forecast else LOCAL_NAMES.get(name, "")


def _corrections(place: str, year: int) -> list[tuple[int, Correction]]:
    dated = [(parse_day(change.day), change) for change in CORRECTIONS]
    return [
        (day, change)
        for day, change in dated
        if change.place == place and year_of(day) == year
    ]


@cache
def bank_holidays_of(place: str, year: int) -> Mapping[int, str]:
    """Return the bank holidays of a place in a year, by day number."""
    return _listed(place, year, "bank")


def _listed(place: str, year: int, category: str) -> dict[int, str]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    table = _library()(subdiv=place.upper(), years=year, categories=(category,))
    epoch = to_date(0).toordinal()
    return {date.toordinal() - epoch: name for date, name in table.items()}


@cache
def _library() -> Callable[..., Mapping[date, str]]:
    """Return the library's class of Australian holidays.

    Asked for one country, the library imports some 250, which took a sixth of a cold
    assessment. So the module of this one is loaded by itself, by importlib's recipe for
    a source file; where that cannot be, the library is asked in its own way.
    """
    import holidays

    ordinary = partial(holidays.country_holidays, "AU")
    place = Path(holidays.__path__[0], "countries", "australia.py")
    spec = spec_from_file_location("holidays_of_australia", place)
    if spec is None or spec.loader is None:
        return ordinary
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (ImportError, OSError):
        return ordinary
    return getattr(module, "Australia", ordinary)


def is_weekend(day: int) -> bool:
    """Whether a day is a Saturday or Sunday."""
    return (day + 3) % 7 >= 5


def year_of(day: int) -> int:
    """Return the calendar year of a day."""
    return to_date(day).year


@lru_cache(maxsize=16384)
def holiday(place: str, day: int) -> str | None:
    """Return the name of a place's public holiday on a day, if it is one."""
    return holidays_of(place, year_of(day)).get(day)


@lru_cache(maxsize=4096)
def common_holiday(day: int) -> str | None:
    """Return the name of a holiday that all eight places keep on a day."""
    first, *others = PLACES
    name = holiday(first, day)
    return name if name and all(holiday(place, day) for place in others) else None


def is_shut(place: str, day: int) -> bool:
    """Whether a day is a Saturday, a Sunday or a public holiday in a place."""
    return is_weekend(day) or holiday(place, day) is not None


def is_shut_everywhere(day: int) -> bool:
    """Whether a day is a Saturday, a Sunday or a holiday in all eight places."""
    return is_weekend(day) or common_holiday(day) is not None


CALENDARS: dict[str, Callable[[int], bool]] = {
    **{place: partial(is_shut, place) for place in PLACES},
    COMMON: is_shut_everywhere,
}
"""The calendars by which rules roll a day; a law that uses them is loaded with them."""
