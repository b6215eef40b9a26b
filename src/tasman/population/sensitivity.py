"""How far a reform's reach moves as the assumptions move within their ranges.

A fact that nothing published tells is unknown of everyone here, whatever was made up
for it. Who turns on an unknown fact is counted at both ends of a range: as moved, and
as not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.population.calibration import Calibration, Parameter
from tasman.population.changes import Measure
from tasman.population.moves import Moves, Span, moved
from tasman.population.people import batch_of
from tasman.population.regimes import UNSOURCED_FACTS
from tasman.population.synthetic import make_chunk
from tasman.rules.law import Law
from tasman.rules.machine import KINDS, Machine

Array = npt.NDArray[Any]
TODAY = "the law as it is"
ROWS = 16_384
PILOT_ROWS = 4096
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
    """How each law moves the people of one made-up population, measure by measure."""

    moves: dict[tuple[str, str], Moves]
    twelve_months: float

    def change(self, law: str, measure: Measure) -> Span:
        """Return the change in people whom a measure reaches under a law."""
        return self.moves[law, measure.name].change(measure.of_reach)


@dataclass(frozen=True)
class _Group:
    """Laws of which the same is asked: one machine for what today's law holds too."""

    laws: tuple[str, ...]
    measures: tuple[Measure, ...]
    machine: Machine | None
    of_new: Machine | None


class Trial:
    """Several laws, ready to be put to one made-up population after another.

    `asked` says what is asked of each law, and of today's beside it.
    """

    def __init__(
        self,
        laws: Mapping[str, Law],
        asked: Mapping[str, Sequence[Measure]],
        law_at: int,
        known_at: int,
        progress: Callable[[int], None] = lambda rows: None,
    ) -> None:
        self.laws, self.progress = dict(laws), progress
        self._law_at, self._known_at = law_at, known_at
        together: dict[tuple[Measure, ...], list[str]] = {}
        for name, wanted in asked.items():
            together.setdefault(tuple(wanted), []).append(name)
        self._groups = [self._group(names, each) for each, names in together.items()]

    def _group(self, names: Sequence[str], wanted: tuple[Measure, ...]) -> _Group:
        pins = dict.fromkeys(pin for each in wanted for pin in each.pinpoints)
        old = [pin for pin in pins if pin in set(self.laws[TODAY].pinpoints)]
        new = [pin for pin in pins if pin not in set(old)]
        return _Group(
            tuple(names),
            wanted,
            self._machine((TODAY, *names), old) if old else None,
            self._machine(names, new) if new else None,
        )

    def _machine(self, names: Sequence[str], pins: Sequence[str]) -> Machine:
        laws = {name: self.laws[name] for name in names}
        return Machine(
            laws,
            pins,
            as_at="as_at",
            law_at=self._law_at,
            known_at=self._known_at,
            kinds=True,
        )

    def run(
        self,
        calibration: Calibration,
        seed: int,
        chunks: int = 1,
        rows: int | None = None,
    ) -> Reach:
        """Return each law's moves in the population that a calibration makes."""
        found: dict[tuple[str, str], Moves] = {}
        longer = persons = 0
        for index in range(chunks):
            chunk = make_chunk(calibration, seed, index, rows or ROWS)
            batch = unsourced_left_open(batch_of(chunk, calibration))
            for group in self._groups:
                for key, moves in _moves(group, batch):
                    found[key] = found.get(key, Moves()) + moves
            longer += int(np.sum((chunk.term >= 12) | chunk.life))
            persons += chunk.rows
            self.progress(chunk.rows)
        return Reach(found, longer / persons)


def unsourced_left_open(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return people of whom nothing is known that nothing published tells."""
    at = batch.schema.get_field_index("offences")
    lists = batch.column(at)
    struct = lists.values
    parts = [
        pa.nulls(len(struct), part.type)
        if part.name.startswith(UNSOURCED_FACTS)
        else struct.field(part.name)
        for part in struct.type
    ]
    named = pa.StructArray.from_arrays(parts, fields=list(struct.type))
    column = pa.ListArray.from_arrays(lists.offsets, named)
    return batch.set_column(at, "offences", column)


def _moves(
    group: _Group, batch: pa.RecordBatch
) -> Iterator[tuple[tuple[str, str], Moves]]:
    """Yield how each law of a group moves people, measure by measure."""
    held = [each.run(batch) for each in (group.machine, group.of_new) if each]
    columns = {name: each for each in held for name in each.schema.names}

    def answer(law: str, measure: Measure) -> tuple[Array, Array]:
        truth = np.zeros(batch.num_rows, np.int8)
        kinds = truth.copy()
        for pinpoint in measure.pinpoints:
            name = f"{law}: {pinpoint}"
            if name in columns:
                given = columns[name].column(name).to_numpy()
                kinds |= columns[name].column(name + KINDS).to_numpy()
                truth = np.maximum(truth, given)
        return truth, kinds

    for measure in group.measures:
        before = answer(TODAY, measure)
        for law in group.laws:
            yield (law, measure.name), moved(before, answer(law, measure))


@dataclass(frozen=True)
class Swing:
    """What one assumption does to a reform's reach at either end of its range."""

    parameter: Parameter
    at_low: Span
    at_high: Span

    @property
    def width(self) -> float:
        """How far the reach moves."""
        return abs(sum(self.at_high) - sum(self.at_low)) / 2


@dataclass(frozen=True)
class Sensitivity:
    """The reach of a reform at the stated values, at every end, and at the extremes."""

    base: Reach
    swings: list[Swing]
    ranges: dict[str, Span]
    shares: dict[str, dict[str, Span]]
    least: float
    most: float


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
    trial: Trial,
    calibration: Calibration,
    reform: str,
    headlines: Mapping[str, Measure],
    measured: Sequence[Measure],
    seed: int,
) -> Sensitivity:
    """Return how a reform's reach moves: one assumption at a time, then all at once.

    `headlines` says by which measure each law is ranged. The extremes put every
    assumption at the end that lowers the reform's reach, or at that which raises it.
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
        given = [each.change(reform, headlines[reform]) for each in (low, high)]
        swing = Swing(parameter, *given)
        swings.append(swing)
        rises = sum(swing.at_high) >= sum(swing.at_low)
        for up in (False, True):
            end = parameter.high if rises == up else parameter.low
            ends[up] = ends[up].with_value(name, end)
    seen += [trial.run(ends[up], seed, chunks=2) for up in (False, True)]
    ranges = {
        law: Span.around(each.change(law, measure) for each in seen)
        for law, measure in headlines.items()
    }
    swings.sort(key=lambda swing: -swing.width)
    shares = {each.name: _shares(seen, reform, each) for each in measured}
    return Sensitivity(base, swings, ranges, shares, *ranges[reform])


def _shares(seen: Sequence[Reach], law: str, measure: Measure) -> dict[str, Span]:
    each = [reach.moves[law, measure.name].shares() for reach in seen]
    return {name: Span.around(shares[name] for shares in each) for name in each[0]}
