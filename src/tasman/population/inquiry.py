"""A reform put to made-up people: what it changes, and what of that can be counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tasman.population.beside import Neighbour, neighbours
from tasman.population.calibration import Calibration
from tasman.population.changes import (
    DUTY,
    Measure,
    changes,
    day_of_law,
    direction_of,
    measures,
)
from tasman.population.moves import Moves, Span
from tasman.population.people import batch_of
from tasman.population.regimes import rests_on_nothing
from tasman.population.removals import Removals, removals
from tasman.population.sensitivity import (
    PILOT_ROWS,
    TODAY,
    Sensitivity,
    Trial,
    sensitivity,
    unsourced_left_open,
)
from tasman.population.synthetic import make_chunk
from tasman.population.uncounted import lacking
from tasman.rules.law import Law

if TYPE_CHECKING:
    from tasman.law.reforms import Reform

MOST_COUNTED = 5


def hundreds(span: Span) -> dict[str, float]:
    """Return a span of shares as the least and the most in every hundred."""
    return {"least": round(100 * span.low, 1), "most": round(100 * span.high, 1)}


@dataclass(frozen=True)
class Counted:
    """One measure of a reform: shares of everyone moved, and the facts left open."""

    measure: Measure
    shares: dict[str, Span]
    turns_on: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data: of every hundred made-up people."""
        plain: dict[str, Any] = {
            "provision": self.measure.name,
            "says": self.measure.says,
            "turns_on": list(self.turns_on),
        }
        for name, span in self.shares.items():
            plain[name] = hundreds(span)
        return plain


class Inquiry:
    """One reform put to made-up people: what it changes, and what of it is counted."""

    def __init__(
        self,
        law: Law,
        chosen: Reform,
        calibration: Calibration,
        today: int,
        seed: int,
    ) -> None:
        self.chosen, self.calibration = chosen, calibration
        self.today, self.seed = today, seed
        self.found = changes(law, chosen.apply(law))
        self.law_at = day_of_law(self.found, today)
        self.tried = measures(self.found, self.law_at, today)
        self.laws = {TODAY: law, chosen.name: self.found.after}
        chunk = make_chunk(calibration, seed, 0, PILOT_ROWS)
        self.people = unsourced_left_open(batch_of(chunk, calibration))
        self.moves = self._pilot()
        moved = [each for each in self.tried if self.moves[each.name].unlike]
        reached = [each for each in moved if self.moves[each.name].reaches]
        self.lead: Measure | None = next(iter(reached or moved), None)
        self.measured = self._distinct(moved)
        self.first = self.lead or next(iter(self.tried), None)
        self.beside: list[Neighbour] = []
        if self.first is not None:
            self.own = Neighbour(chosen, self.found.after, self.first)
            self.beside = neighbours(
                self.found, self.first, chosen.name, self.law_at, today
            )

    def _pilot(self) -> dict[str, Moves]:
        """Return how some people move, at the stated values, by each measure."""
        name = self.chosen.name
        trial = Trial(self.laws, {name: self.tried}, self.law_at, self.today)
        reach = trial.run(self.calibration, self.seed, rows=PILOT_ROWS)
        return {each.name: reach.moves[name, each.name] for each in self.tried}

    def _distinct(self, moved: Sequence[Measure]) -> list[Measure]:
        """Return what is counted: the lead, and others that move other people."""
        lead = [self.lead] if self.lead else []
        today = set(self.found.before.pinpoints)
        known = [each for each in moved if today & set(each.pinpoints)]
        kept: dict[Moves, Measure] = {}
        known.sort(key=lambda each: not self.moves[each.name].reaches)
        for each in (*lead, *(known or moved)):
            kept.setdefault(self.moves[each.name], each)
        return list(kept.values())[:MOST_COUNTED]

    def ranges(self, progress: Callable[[int], None]) -> Sensitivity | None:
        """Return how the reform and those beside it move people, and how widely."""
        if self.first is None:
            return None
        name = self.chosen.name
        heads = {name: self.first}
        heads |= {each.reform.name: each.measure for each in self.beside}
        asked = {of: [measure] for of, measure in heads.items()}
        asked[name] = self.measured or [self.first]
        laws = self.laws | {each.reform.name: each.law for each in self.beside}
        trial = Trial(laws, asked, self.law_at, self.today, progress)
        return sensitivity(trial, self.calibration, name, heads, asked[name], self.seed)

    def rests_on_nothing(self, each: Neighbour) -> bool:
        """Return whether a reform's measure reads a fact without any source."""
        return any(
            rests_on_nothing(each.law, pinpoint, self.law_at)
            for pinpoint in each.measure.pinpoints
            if pinpoint in each.law.pinpoints
        )

    def counted(self, ranges: Sensitivity) -> Iterator[Counted]:
        """Yield each measure that moves people, and what those left open turn on."""
        for each in self.measured:
            moves, turns_on = self.moves[each.name], list[str]()
            if moves.on_facts:
                turns_on += lacking(self.found, each, self.people)
            if moves.maybe_newly + moves.maybe_released > moves.on_facts:
                turns_on.append("judgment")
            yield Counted(each, ranges.shares[each.name], tuple(turns_on))

    def removals(self, ranges: Sensitivity) -> Removals | None:
        """Return what may follow, if the duty or the Direction is another."""
        before, after = (
            direction_of(each, self.law_at, self.today)
            for each in (self.found.before, self.found.after)
        )
        of_duty = self.lead is not None and DUTY in self.lead.pinpoints
        change = ranges.ranges[self.chosen.name]
        if not of_duty and before == after:
            return None
        if of_duty and self.rests_on_nothing(self.own):
            return None
        if not of_duty:
            change = Span(0.0, 0.0)
        return removals(
            self.calibration,
            self.chosen.name,
            ranges.base.twelve_months,
            (before, after),
            change,
            self.seed,
        )
