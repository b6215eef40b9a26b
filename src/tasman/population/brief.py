"""One page on a reform, for someone who must brief a minister by five.

What is counted comes from the law: the provisions whose logic the reform changes, in
the order of `changes.py`; the first under which a made-up person's answer moves leads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tasman.facts.days import iso
from tasman.population.beside import Neighbour
from tasman.population.calibration import Calibration
from tasman.population.changes import DUTY, POWER, Changes, Measure, short
from tasman.population.inquiry import Counted, Inquiry, hundreds
from tasman.population.regimes import UNSOURCED
from tasman.population.removals import Removals
from tasman.population.sensitivity import Sensitivity
from tasman.population.uncounted import Uncounted, uncounted
from tasman.rules.law import Law

if TYPE_CHECKING:
    from tasman.law.reforms import Reform

SCHEMA = "tasman-brief/1"
BASELINE = (
    "620 New Zealanders' visas cancelled in 2017, 339 in 2014-15 (New Zealand's share "
    "46 to 58 %); 595 New Zealanders removed in 2017, 296 in ten months of 2023, under "
    "every power. Nothing by nationality is published after April 2023."
)
"""The published record that a reform is set beside (grade V)."""


@dataclass(frozen=True)
class Brief:
    """What can be said of a reform in one page."""

    chosen: Reform
    today: str
    law_at: str
    changes: Changes
    headline: Measure | None
    reason: str
    found: Sensitivity | None
    counted: tuple[Counted, ...]
    uncounted: tuple[Uncounted, ...]
    beside: tuple[Neighbour, ...]
    unsourced: frozenset[str]
    removals: Removals | None
    assumed: float

    @property
    def reform(self) -> str:
        """The reform's name."""
        return self.chosen.name

    @property
    def per(self) -> str:
        """Against whom a change is counted: those reached today, or everyone."""
        if self.headline is None or self.found is None:
            return ""
        moves = self.found.base.moves[self.reform, self.headline.name]
        return "reached today" if self.headline.of_reach and moves.today else "people"

    def titles(self) -> dict[str, str]:
        """Return the title of the reform and of each beside it, by name."""
        others = {each.reform.name: each.reform.title for each in self.beside}
        return {self.reform: self.chosen.title, **others}

    @property
    def unmoved(self) -> frozenset[str]:
        """The reforms beside it under which no made-up person's answer moves."""
        moves = self.found.base.moves if self.found else {}
        return frozenset(
            each.reform.name
            for each in self.beside
            if not moves[each.reform.name, each.measure.name].unlike
        )

    @property
    def unchanged(self) -> tuple[str, ...]:
        """The duty and the power to cancel, as far as the reform leaves them alone."""
        moved = set(self.changes.all)
        return tuple(short(pin) for pin in (DUTY, POWER) if pin not in moved)

    def to_dict(self) -> dict[str, Any]:
        """Return the brief as plain data."""
        plain: dict[str, Any] = {
            "schema": SCHEMA,
            "reform": self.reform,
            "title": self.chosen.title,
            "description": self.chosen.description,
            "status": self.chosen.status,
            "choices": list(self.chosen.choices),
            "asked_on": self.today,
            "law_at": self.law_at,
            "changes": {
                "direct": [short(pin) for pin in self.changes.direct],
                "downstream": [short(pin) for pin in self.changes.downstream],
                "added": [short(pin) for pin in self.changes.added],
            },
            "unchanged": list(self.unchanged),
            "measured": self.headline.name if self.headline else None,
            "per_hundred": self.per or None,
            "cannot_be_estimated": self.reason or None,
            "cannot_be_counted": [each.to_dict() for each in self.uncounted],
            "published_baseline": BASELINE,
            "share_of_parameters_assumed": round(self.assumed, 3),
            "change": None,
            "counted": [each.to_dict() for each in self.counted],
            "neighbours": dict(self._neighbours()),
            "sensitivity": [],
        }
        if self.found is not None and self.headline is not None:
            plain["change"] = hundreds(self.found.ranges[self.reform])
            plain["sensitivity"] = _swings(self.found)
        if self.removals is not None:
            plain |= self.removals.to_dict()
        return plain

    def _neighbours(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for each in self.beside:
            name = each.reform.name
            plain = {"title": each.reform.title, "measured": each.measure.name}
            untold = name in self.unsourced | self.unmoved
            span = None if untold or not self.found else self.found.ranges[name]
            yield name, {**plain, "change": hundreds(span) if span else None}


def _swings(found: Sensitivity) -> list[dict[str, Any]]:
    return [
        {
            "input": each.parameter.name,
            "grade": each.parameter.grade,
            "low": each.parameter.low,
            "high": each.parameter.high,
            "at_low": hundreds(each.at_low),
            "at_high": hundreds(each.at_high),
        }
        for each in found.swings
    ]


def brief(
    law: Law,
    chosen: Reform,
    calibration: Calibration,
    today: int,
    seed: int = 1,
    progress: Callable[[int], None] = lambda rows: None,
) -> Brief:
    """Return what can be said of a reform: of every one something, if only what lacks.

    Raises CaseErrors where a user's reform cannot be applied.
    """
    asked = Inquiry(law, chosen, calibration, today, seed)
    ranges = asked.ranges(progress)
    lead, found = asked.lead, asked.found
    unsourced = [each for each in asked.beside if asked.rests_on_nothing(each)]
    return Brief(
        chosen=chosen,
        today=iso(today),
        law_at=iso(asked.law_at),
        changes=found,
        headline=lead,
        reason=UNSOURCED if lead and asked.rests_on_nothing(asked.own) else "",
        found=ranges,
        counted=tuple(asked.counted(ranges)) if ranges else (),
        uncounted=tuple(uncounted(found, asked.tried, asked.moves, asked.people)),
        beside=tuple(asked.beside),
        unsourced=frozenset(each.reform.name for each in unsourced),
        removals=asked.removals(ranges) if ranges else None,
        assumed=calibration.share_assumed,
    )
