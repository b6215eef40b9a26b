"""What cancellations mean in months of detention and in money: of many, never of one.

By Little's law the people held at a time are those who come in a year times how long
they stay; so the months are held people over people cancelled, whatever became of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tasman.population.calibration import Calibration, Parameter
from tasman.population.draws import Draws, Floats
from tasman.population.scenario import RUNS, Interval, Scenario, drawn, triangular

DAYS = 365.25
RECORD = "On record 214 New Zealanders were held in July 2022, 167 in August 2023."
"""The number held on a day, which the person-years of a year should be near."""


@dataclass(frozen=True)
class Detention:
    """Runs of what a year's cancellations mean: person-years held, dollars.

    `awaiting_removal` is the part from the final loss to the flight, in person-years.
    """

    person_years: Floats
    awaiting_removal: Floats
    dollars: Floats

    def to_dict(self) -> dict[str, dict[str, float]]:
        """Return the middle nine tenths of the runs as plain data."""
        found = {}
        for name in ("person_years", "awaiting_removal", "dollars"):
            each = Interval.of(getattr(self, name))
            found[name] = {"low": each.low, "high": each.high}
        return found


def detention(calibration: Calibration, runs: Scenario, seed: int = 1) -> Detention:
    """Return the detention of a year's cancellations and removals, run by run."""
    draws = Draws(seed, 0, RUNS)
    low, latest, high = months_held(calibration)
    months = triangular(low, latest, high, draws.uniform("rate detention_months"))
    lag = drawn(calibration["removal_lag_days"], "", draws.uniform("rate lag"))
    cost = drawn(calibration["detention_cost_a_year"], "", draws.uniform("rate cost"))
    person_years = runs.cancelled * months / 12
    awaiting = np.minimum(runs.removed * lag / DAYS, person_years)
    return Detention(person_years, awaiting, person_years * cost)


def months_held(calibration: Calibration) -> tuple[float, float, float]:
    """Return the fewest months held in any year on record, the latest and the most."""
    made = calibration["detention_months"]
    by_year = calibration.shares("detention_months")
    latest = by_year[max(by_year)]
    ends = [latest, *_values(made.low), *_values(made.high)]
    return min(ends), latest, max(ends)


def _values(stated: object) -> list[float]:
    return list(stated.values()) if isinstance(stated, dict) else []


def in_words(found: dict[str, Detention], calibration: Calibration) -> str:
    """Return one sentence: person-years and money for each law, with the grades."""
    told = []
    for name, each in found.items():
        held, cost = Interval.of(each.person_years), Interval.of(each.dollars)
        told.append(
            f"{name}: {held.low:,.0f} to {held.high:,.0f} person-years, A$"
            f"{cost.low / 1e6:,.0f} to {cost.high / 1e6:,.0f} million"
        )
    months, lag = calibration["detention_months"], calibration["removal_lag_days"]
    cost_made = calibration["detention_cost_a_year"]
    low, _, high = months_held(calibration)
    return (
        f"Held in detention, on average: {'; '.join(told)}. Inputs: months held for "
        f"each cancellation {low:g}-{high:g} ({months.grade}); {_days(lag)} days from "
        f"the final loss to the flight, within that ({lag.grade}); "
        f"{_thousands(cost_made)} a person-year ({cost_made.grade}). {RECORD}"
    )


def _days(lag: Parameter) -> str:
    return f"{lag.low:g}-{lag.high:g}"


def _thousands(cost: Parameter) -> str:
    assert isinstance(cost.low, float) and isinstance(cost.high, float)
    return f"A${cost.low / 1000:.0f},000-{cost.high / 1000:.0f},000"
