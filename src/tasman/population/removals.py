"""What may follow a reform of the duty or of the Direction, for a brief: a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tasman.population.calibration import Calibration
from tasman.population.detention import Detention, detention, in_words
from tasman.population.moves import Span
from tasman.population.scale import sentenced_now_a_year
from tasman.population.scenario import (
    STEPS,
    Interval,
    cancelled,
    rate_of,
    scenario,
)
from tasman.population.sensitivity import TODAY

NOBODY_MORE = Span(0.0, 0.0)


@dataclass(frozen=True)
class Removals:
    """Removals and detention a year, today and under a reform, as nine runs in ten."""

    cancelled: Interval
    removed: dict[str, Interval]
    directions: dict[str, str]
    difference: Interval
    rates: dict[str, tuple[str, ...]]
    detained: dict[str, Detention]
    detained_words: str

    def to_dict(self) -> dict[str, Any]:
        """Return the scenario as plain data."""
        return {
            "cancelled_a_year": _ends(self.cancelled),
            "removed_a_year_scenario": {n: _ends(i) for n, i in self.removed.items()},
            "removed_difference": _ends(self.difference),
            "directions": self.directions,
            "rates": {name: list(rates) for name, rates in self.rates.items()},
            "detained_a_year_scenario": {
                name: each.to_dict() for name, each in self.detained.items()
            },
        }


def _ends(interval: Interval) -> dict[str, float]:
    return {"low": interval.low, "high": interval.high}


def removals(
    calibration: Calibration,
    reform: str,
    twelve_months: float,
    directions: tuple[str, str],
    change: Span = NOBODY_MORE,
    seed: int = 1,
) -> Removals:
    """Return the scenario of a reform, from the share sentenced to twelve months.

    `change` is the least and most by which the duty's reach changes; `directions` the
    Direction in force today and under the reform.
    """
    flow = sentenced_now_a_year(calibration) * twelve_months
    before, after = directions
    now = scenario(calibration, flow, direction=before, seed=seed)
    kept = (1 + change.low, 1 + change.high)
    then = scenario(calibration, flow, kept, direction=after, seed=seed)
    each = {TODAY: now, reform: then}
    detained = {name: detention(calibration, runs, seed) for name, runs in each.items()}
    return Removals(
        Interval.of(cancelled(calibration, flow, seed)),
        {name: runs.interval for name, runs in each.items()},
        {TODAY: before, reform: after},
        Interval.of(then.removed - now.removed),
        {number: rates(calibration, number) for number in dict.fromkeys(directions)},
        detained,
        in_words(detained, calibration),
    )


_STEPS = {
    "represents": "asks for revocation",
    "revoked": "Department revokes",
    "review": "seeks review",
    "set_aside": "Tribunal sets aside",
    "override": "Minister overrides",
    "court": "goes to court",
    "wins": "wins there",
}


def rates(calibration: Calibration, direction: str) -> tuple[str, ...]:
    """Return each step's rate with its range and grade, under a Direction."""
    found = []
    period = "to_2018" if direction == "65" else "from_2022"
    for step, words in _STEPS.items():
        rate = rate_of(calibration, step, direction)
        name = {"period": period, "direction": direction, "": ""}[STEPS[step][1]]
        ends = [
            100 * (each[name] if isinstance(each, Mapping) else each)
            for each in (rate.low, rate.high)
            if each is not None
        ]
        found.append(f"{words} {ends[0]:.0f}-{ends[-1]:.0f} % ({rate.grade})")
    return tuple(found)
