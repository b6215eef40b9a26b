"""What might follow cancellations, as a scenario: published rates, assumed ranges.

Never of a person: only how many of many. Each step's rate is drawn from its range; the
same draws serve every regime, so that regimes differ by the law and the rates alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tasman.population.calibration import Calibration, Parameter, Value
from tasman.population.draws import Draws

Floats = npt.NDArray[np.float64]

RUNS = 4000
STEPS = {
    "represents": ("represents_in_time", ""),
    "revoked": ("department_revokes", "period"),
    "review": ("seeks_review", ""),
    "set_aside": ("tribunal_sets_aside", "direction"),
    "override": ("override_after_set_aside", "direction"),
    "court": ("seeks_judicial_review", ""),
    "wins": ("judicial_review_succeeds", ""),
}
"""Each step's parameter, and by what its rate differs."""

DIRECTIONS = ("65", "79", "90", "99", "110")


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle nine tenths of a scenario's runs, and their median."""

    low: float
    median: float
    high: float

    @classmethod
    def of(cls, runs: Floats) -> Interval:
        """Return the interval of some runs."""
        low, median, high = np.quantile(runs, (0.05, 0.5, 0.95))
        return cls(float(low), float(median), float(high))


@dataclass(frozen=True)
class Scenario:
    """Runs of what may follow, for one law and one Direction: people a year."""

    removed: Floats
    cancelled: Floats

    @property
    def interval(self) -> Interval:
        """The middle nine tenths of the runs."""
        return Interval.of(self.removed)


def _value(stated: Value | None, name: str) -> float:
    if isinstance(stated, Mapping):
        return stated[name]
    assert stated is not None
    return stated


def triangular(low: float, mode: float, high: float, share: Floats) -> Floats:
    """Return, for each share, the value below which it lies in a triangle of values."""
    if high <= low:
        return np.full(len(share), mode)
    turn = (mode - low) / (high - low)
    rising = low + np.sqrt(share * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - share) * (high - low) * (high - mode))
    return np.asarray(np.where(share < turn, rising, falling))


def drawn(parameter: Parameter, name: str, share: Floats) -> Floats:
    """Return, for each share, a value of a parameter (or of its part) in its range."""
    mode = _value(parameter.value, name)
    low = mode if parameter.low is None else _value(parameter.low, name)
    high = mode if parameter.high is None else _value(parameter.high, name)
    return triangular(min(low, mode), mode, max(high, mode), share)


def rate_of(calibration: Calibration, step: str, direction: str) -> Parameter:
    """Return the parameter that holds a step's rate under a Direction."""
    found = calibration[STEPS[step][0]]
    named = found.value if isinstance(found.value, Mapping) else {direction: 0.0}
    if STEPS[step][1] == "direction" and direction not in named:
        return calibration[f"{found.name}_now"]
    return found


def removed_shares(calibration: Calibration, direction: str, seed: int = 1) -> Floats:
    """Return, run by run, the share of cancellations that end in removal."""
    draws = Draws(seed, 0, RUNS)
    period = "to_2018" if direction == "65" else "from_2022"
    names = {"period": period, "direction": direction, "": ""}
    rate = {
        step: drawn(
            rate_of(calibration, step, direction),
            names[by],
            draws.uniform(f"rate {step}"),
        )
        for step, (_, by) in STEPS.items()
    }
    set_aside = rate["review"] * rate["set_aside"]
    kept = set_aside * (1 - rate["override"])
    kept += (1 - set_aside) * rate["court"] * rate["wins"]
    returned = rate["revoked"] + (1 - rate["revoked"]) * kept
    return np.asarray(1 - rate["represents"] * returned)


def cancelled(calibration: Calibration, flow: float, seed: int = 1) -> Floats:
    """Return, run by run, the people a year whom the duty of today's law reaches."""
    share = Draws(seed, 0, RUNS).uniform("rate k_trigger")
    return flow * drawn(calibration["k_trigger"], "", share)


def scenario(
    calibration: Calibration,
    flow: float,
    reached: tuple[float, float] = (1.0, 1.0),
    direction: str = "110",
    seed: int = 1,
) -> Scenario:
    """Return the people removed a year, if so much of today's duty stays.

    `reached` is the least and most that may stay of those whom the duty reaches today.
    """
    share = Draws(seed, 0, RUNS).uniform("rate reached")
    kept = reached[0] + share * (reached[1] - reached[0])
    expected = cancelled(calibration, flow, seed) * kept
    removed = expected * removed_shares(calibration, direction, seed)
    return Scenario(removed, expected)
