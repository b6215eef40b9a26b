"""Counting days to a last day, each step with its reason.

Day 0 is the day of the trigger; the last day is day 0 plus the length, and the whole
of it may be used. `nominal` relies on no roll. `safe` moves on only past Saturdays,
Sundays and holidays that all of Australia keeps; `arguable` also past those of the
places named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from tasman.facts.days import EARLIEST, NEVER, iso, to_date
from tasman.law.au.holidays import (
    PLACE_NAMES,
    PLACES,
    bank_holidays_of,
    common_holiday,
    holiday,
    possible_holidays_of,
    year_of,
)

Reason = Callable[[int], str | None]
_WEEKEND = {5: "Saturday", 6: "Sunday"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a count: a day and what it is."""

    day: int
    says: str

    def __str__(self) -> str:
        return f"{show_day(self.day)}: {self.says}"


@dataclass(frozen=True, slots=True)
class Count:
    """A last day as the calendar gives it, as is safe, and as can be argued."""

    nominal: int
    safe: int
    arguable: int
    act_by: int
    steps: tuple[Step, ...] = ()


def show_day(day: int) -> str:
    """Return a day with its weekday: `Fri 2026-12-04`."""
    if not EARLIEST < day < NEVER:
        return iso(day)
    return f"{to_date(day):%a} {iso(day)}"


def why_shut(
    day: int,
    places: Iterable[str],
    *,
    possible: bool = False,
    banks: bool = False,
) -> str | None:
    """Return why offices are shut in one of the places, or None if they are not."""
    weekend = _WEEKEND.get((day + 3) % 7)
    if weekend:
        return weekend
    year = year_of(day)
    for place in places:
        name = holiday(place, day)
        if name is None and possible:
            name = possible_holidays_of(place, year).get(day)
        if name is None and banks:
            name = bank_holidays_of(place, year).get(day)
        if name:
            return f"{name} in {PLACE_NAMES[place]}"
    return None


def why_shut_everywhere(day: int) -> str | None:
    """Return why offices are shut in all eight places, or None if they are not."""
    weekend = _WEEKEND.get((day + 3) % 7)
    if weekend:
        return weekend
    name = common_holiday(day)
    return f"{name}, all of Australia" if name else None


def roll(day: int, reason: Reason) -> tuple[int, list[Step]]:
    """Return the day, or the next that no reason shuts, and the days passed over."""
    steps = []
    while EARLIEST < day < NEVER and (why := reason(day)):
        steps.append(Step(day, f"{why}: not counted"))
        day += 1
    return day, steps


def working_days_after(
    day: int, count: int, places: Iterable[str]
) -> tuple[int, list[Step]]:
    """Return the last of so many working days after a day, and every step."""
    return _working_days(day, count, tuple(places), 1, "working day {}")


def working_days_before(
    day: int, count: int, places: Iterable[str]
) -> tuple[int, list[Step]]:
    """Return the first of so many working days before a day, and every step."""
    return _working_days(day, count, tuple(places), -1, "business day {} back")


def _working_days(
    day: int, count: int, places: tuple[str, ...], onward: int, named: str
) -> tuple[int, list[Step]]:
    steps = [Step(day, "day 0: not counted")]
    done = 0
    while done < count:
        day += onward
        why = why_shut(day, places)
        if why:
            steps.append(Step(day, f"{why}: not counted"))
        else:
            done += 1
            steps.append(Step(day, named.format(done)))
    return day, steps


def last_working_day(day: int, places: tuple[str, ...]) -> int:
    """Return the day, or the last before it on which no office there is shut.

    Without a place, offices everywhere must be open. Local and doubtful holidays count
    as shut.
    """
    while why_shut(day, places or PLACES, possible=True):
        day -= 1
    return day


def count_forward(
    day_zero: int,
    nominal: int,
    *,
    rolls: bool = True,
    places: tuple[str, ...] = (),
    any_place: bool = False,
    banks: bool = False,
) -> Count:
    """Return the last day that a limit gives from day 0, rolled as the rule allows.

    `places` are the person's State and the registry's; with `any_place` they are not
    known, and the latest that any one State allows is arguable.
    """
    steps = [Step(day_zero, "day 0: not counted")] if day_zero > EARLIEST else []
    if not EARLIEST < nominal < NEVER:
        return Count(nominal, nominal, nominal, nominal, tuple(steps))
    steps.append(Step(nominal, f"day {nominal - day_zero}, the last day"))
    act_by = last_working_day(nominal, places)
    if not rolls:
        return Count(nominal, nominal, nominal, act_by, tuple(steps))
    safe, skipped = roll(nominal, why_shut_everywhere)
    steps += skipped
    if skipped:
        steps.append(Step(safe, "the next day on which offices are open"))
    arguable, why = _arguable(nominal, safe, places, any_place, banks)
    return Count(nominal, safe, arguable, act_by, (*steps, *why))


def _arguable(
    nominal: int, safe: int, places: tuple[str, ...], any_place: bool, banks: bool
) -> tuple[int, list[Step]]:
    """Return the latest day that can be argued for, and why, where it is later."""
    best, why = safe, ""
    for group in [(place,) for place in PLACES] if any_place else [places]:
        last, skipped = roll(nominal, partial(_shut_in, group, banks))
        local = [step for step in skipped if not why_shut_everywhere(step.day)]
        if last > best:
            best = last
            why = "; ".join(step.says.removesuffix(": not counted") for step in local)
    return best, [Step(best, f"arguable only: {why}")] if why else []


def _shut_in(places: tuple[str, ...], banks: bool, day: int) -> str | None:
    return why_shut(day, places, banks=banks)


def count_back(hearing: int, count: int, places: Iterable[str]) -> Count:
    """Return the last day at least so many business days before a hearing.

    `nominal` takes the last business day as enough; `safe` leaves that many whole
    business days between.
    """
    places = tuple(places)
    lenient, steps = working_days_before(hearing, count, places)
    safe, _ = working_days_before(hearing, count + 1, places)
    steps.append(Step(safe, f"{count} whole business days between: the safe day"))
    return Count(lenient, safe, lenient, safe, tuple(steps))
