"""Years that the Directions speak of without fixing any number: shown, never judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tasman.facts.case import NOTHING_KNOWN, Facts
from tasman.facts.days import (
    EARLIEST,
    NEVER,
    UNKNOWN_DATE,
    DateRange,
    show_date,
    to_date,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of whole years, or a date, as far as the facts give it."""

    name: str
    label: str
    shown: str

    def to_dict(self) -> dict[str, Any]:
        """Return the measure as plain data."""
        return {"name": self.name, "label": self.label, "value": self.shown}


def measures(facts: Facts, as_at: int) -> Iterable[Measure]:
    """Yield first arrival, age then, years since, and years before offending."""
    born = facts.get("born_on", UNKNOWN_DATE)
    arrived = _earliest(facts, "stays", "arrived_on", as_at)
    offended = _earliest(facts, "offences", "committed_on", as_at)
    yield Measure("first_arrival", "First arrived", show_date(arrived))
    yield Measure("age_on_arrival", "Age on arrival", _years(born, arrived))
    yield Measure("years_since_arrival", "Years since", _years(arrived, (as_at, as_at)))
    yield Measure(
        "years_before_offending",
        "Years from arrival to the first offence",
        "none known" if offended[0] == NEVER else _years(arrived, offended),
    )


def _earliest(facts: Facts, name: str, day: str, as_at: int) -> DateRange:
    """Return the range of a list's earliest day; never when the list is empty."""
    listed = facts.get(name, NOTHING_KNOWN)
    days = [each.get(day, UNKNOWN_DATE) for each in _until(listed.items, day, as_at)]
    if listed.rest is not None:
        last = min((d[1] for d in days), default=NEVER)
        return (EARLIEST, last)
    if not days:
        return (NEVER, NEVER)
    return (min(d[0] for d in days), min(d[1] for d in days))


def _until(items: Iterable[Facts], day: str, as_at: int) -> Iterator[Facts]:
    return (each for each in items if each.get(day, UNKNOWN_DATE)[0] <= as_at)


def _years(start: DateRange, end: DateRange) -> str:
    """Return whole years between two dates, as a range where they are not exact."""
    if EARLIEST in (start[0], end[0]) or NEVER in (start[1], end[1]):
        return "unknown"
    least = max(0, _whole_years(start[1], end[0]))
    most = max(0, _whole_years(start[0], end[1]))
    return str(least) if least == most else f"{least} to {most}"


def _whole_years(start: int, end: int) -> int:
    first, last = to_date(start), to_date(end)
    reached = (last.month, last.day) >= (first.month, first.day)
    return last.year - first.year - (0 if reached else 1)
