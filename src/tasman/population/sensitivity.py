"""How far a reform's reach moves as the assumptions move within their ranges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tasman.population.calibration import Calibration, Parameter
from tasman.population.people import batch_of
from tasman.population.synthetic import make_chunk
from tasman.rules.law import Law
from tasman.rules.machine import Machine

TODAY = "the law as it is"
ROWS = 16_384
FOLLOWS = (
    "k_trigger",
    "represents_in_time",
    "department_revokes",
    "seeks_review",
    "tribunal_sets_aside",
    "tribunal_sets_aside_now",
    "override_after_set_aside",
    "seeks_judicial_review",
    "judicial_review_succeeds",
    "removal_lag_days",
    "detention_months",
    "detention_cost_a_year",
    "nz_citizens_born_elsewhere",
    "nz_born_australian_citizens",
    "life_served_years",
    "sweep_months",
    "cancelling_against_usual",
    "border_closure",
    "removed_under_other_powers_a_year",
)
"""Parameters of what follows a cancellation, of scale and of the past: they change
nobody's facts in a year's sentences."""


@dataclass(frozen=True)
class Reach:
    """How many people a provision reaches under each law, in one made-up population."""

    reached: dict[str, int]
    released: dict[str, int]
    newly: dict[str, int]
    twelve_months: float

    def change(self, name: str) -> float:
        """Return the change in people reached, against those reached today."""
        today = max(1, self.reached[TODAY])
        return (self.reached[name] - self.reached[TODAY]) / today


class Trial:
    """Several laws, ready to be put to one made-up population after another."""

    def __init__(
        self,
        laws: dict[str, Law],
        pinpoint: str,
        known_at: int,
        progress: Callable[[int], None] = lambda rows: None,
    ) -> None:
        self.laws, self.pinpoint, self.progress = laws, pinpoint, progress
        self.machine = Machine(
            laws, (pinpoint,), as_at="as_at", law_at="as_at", known_at=known_at
        )

    def run(self, calibration: Calibration, seed: int, chunks: int = 1) -> Reach:
        """Return the reach of each law in the population that a calibration makes."""
        reached = dict.fromkeys(self.laws, 0)
        released, newly = dict(reached), dict(reached)
        longer, rows = 0, 0
        for index in range(chunks):
            chunk = make_chunk(calibration, seed, index, ROWS)
            found = self.machine.run(batch_of(chunk, calibration))
            yes = {
                name: found.column(f"{name}: {self.pinpoint}").to_numpy() == 2
                for name in self.laws
            }
            for name, each in yes.items():
                reached[name] += int(each.sum())
                released[name] += int((yes[TODAY] & ~each).sum())
                newly[name] += int((each & ~yes[TODAY]).sum())
            longer += int(np.sum((chunk.term >= 12) | chunk.life))
            rows += chunk.rows
            self.progress(chunk.rows)
        return Reach(reached, released, newly, longer / rows)


@dataclass(frozen=True)
class Swing:
    """What one assumption does to a reform's reach at either end of its range."""

    parameter: Parameter
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far the reach moves."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Sensitivity:
    """The reach of a reform at the stated values, at every end, and at the extremes."""

    base: Reach
    swings: list[Swing]
    least: float
    most: float
    ranges: dict[str, tuple[float, float]]


def ranged(calibration: Calibration) -> Iterator[Parameter]:
    """Yield the assumptions with a range that shape the people themselves."""
    for parameter in calibration.values():
        known = parameter.low is not None and parameter.high is not None
        if known and parameter.name not in FOLLOWS:
            yield parameter


def persons_tried(calibration: Calibration) -> int:
    """Return how many made-up people a sensitivity run takes."""
    return ROWS * (2 * len(list(ranged(calibration))) + 6)


def sensitivity(
    trial: Trial, calibration: Calibration, reform: str, seed: int
) -> Sensitivity:
    """Return how a reform's reach moves: one assumption at a time, then all at once.

    The extremes put every assumption at the end that lowers the reach, or raises it.
    """
    base = trial.run(calibration, seed, chunks=2)
    seen = [base]
    swings = []
    ends: dict[bool, Calibration] = {False: calibration, True: calibration}
    for parameter in ranged(calibration):
        assert parameter.low is not None and parameter.high is not None
        name = parameter.name
        low = trial.run(calibration.with_value(name, parameter.low), seed)
        high = trial.run(calibration.with_value(name, parameter.high), seed)
        seen += [low, high]
        swing = Swing(parameter, low.change(reform), high.change(reform))
        swings.append(swing)
        rises = swing.at_high >= swing.at_low
        for up in (False, True):
            end = parameter.high if rises == up else parameter.low
            ends[up] = ends[up].with_value(name, end)
    seen += [trial.run(ends[up], seed, chunks=2) for up in (False, True)]
    ranges = {name: _range(seen, name) for name in trial.laws}
    swings.sort(key=lambda swing: -swing.width)
    return Sensitivity(base, swings, *ranges[reform], ranges)


def _range(seen: Sequence[Reach], name: str) -> tuple[float, float]:
    changes = [each.change(name) for each in seen]
    return min(changes), max(changes)
