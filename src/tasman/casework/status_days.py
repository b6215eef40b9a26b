"""The truths of status on each day of a life, worked out at breakpoints only.

Between two breakpoints nothing that a status rule reads can change. Spans that look
alike to the rules are evaluated once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tasman.casework.status_facts import (
    Movements,
    date_edges,
    edges,
    unbroken_since_1984,
    with_derived,
)
from tasman.facts.case import NO, YES, Elements, Facts
from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.vocabulary import Person
from tasman.rules.calendar import add_months
from tasman.rules.evaluate import Evaluation
from tasman.rules.expressions import references
from tasman.rules.handles import clock
from tasman.rules.law import Law

CITIZEN = "status/citizen"
ABROAD_UNLESS = "status/in Australia"
PINS = (
    CITIZEN,
    ABROAD_UNLESS,
    "status/absorbed person visa",
    "status/permanent visa",
    "status/protected special category visa holder",
    "status/special category visa",
    "status/exempt non-citizen",
    "status/temporary visa",
    "status/bridging visa",
    "status/unlawful non-citizen",
)
"""In order: the first that holds (or, of presence, does not) is the day's status."""
PERMANENT_RESIDENT = "australian-citizenship-act-2007/5(1)"
BACKDATED = "australian-citizenship-act-2007/5(1)(c) subclass 189"
_DATE_FIELDS = tuple(
    name for name, field in Person.fields().items() if field.type == "date"
)
_LAW_AT = clock("law_at").node
_LISTS = ("citizenships", "visas")

Truths = dict[str, tuple[int, int]]
"""The value of each provision of PINS until one decides, and of s 5(1)."""


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days on which every truth of status is the same."""

    first: int
    last: int
    truths: Truths


class StatusDays:
    """The days of a life to the as-at day, with the truths of status on each."""

    def __init__(self, facts: Facts, law: Law, *, as_at: int, known_at: int) -> None:
        self.facts = with_derived(facts, law, as_at=as_at, known_at=known_at)
        self.law, self.as_at, self.known_at = law, as_at, known_at
        self.movements = Movements(self.facts)
        self._left = unbroken_since_1984(self.facts, self.movements)
        own = self._person_edges()
        self._cells = sorted(
            own | _law_edges(law, *PINS, PERMANENT_RESIDENT, BACKDATED)
        )
        self._citizen_cells = sorted(own | _law_edges(law, CITIZEN))
        self._citizen: dict[int, tuple[int, int]] = {}
        self._arrivals = [stay["arrived_on"][0] for stay in self._exact_stays()]
        self._seen: dict[Any, Truths] = {}

    def first_day(self) -> int:
        """Return the day of birth, or the first day known of where that is missing."""
        born: int = self.facts.get("born_on", (EARLIEST, NEVER))[0]
        if born > EARLIEST:
            return born
        known = [day for day in self._all_edges() if EARLIEST < day <= self.as_at]
        return min(known, default=self.as_at)

    def runs(self) -> Iterator[Days]:
        """Yield the runs of days from the first day to the as-at day, in order."""
        first = self.first_day()
        inside = {day for day in self._all_edges() if first < day <= self.as_at}
        starts = sorted({first} | inside)
        for i, start in enumerate(starts):
            end = starts[i + 1] - 1 if i + 1 < len(starts) else self.as_at
            yield Days(start, end, self.on(start))

    def on(self, day: int) -> Truths:
        """Return the truths of status on a day."""
        stays = self._stays_that_matter(day)
        key = (
            bisect_right(self._cells, day),
            tuple(
                (stay["departed_on"][0] >= day, stay.get("footing")) for stay in stays
            )
            if stays is not None
            else day,
        )
        known = self._seen.get(key)
        if known is None:
            known = self._seen[key] = self._evaluate(day, stays)
        return known

    def _evaluate(self, day: int, stays: list[Facts] | None) -> Truths:
        facts: Facts = dict(self.facts)
        if stays is not None:
            facts = {**facts, "stays": Elements(tuple(stays))}
        if "away_since_1984_04_02" not in facts and self._left is not None:
            facts = {**facts, "away_since_1984_04_02": YES if day > self._left else NO}
        evaluation = self._put(facts, day)
        truths: Truths = {CITIZEN: self._citizen_on(day)}
        for pin in PINS if truths[CITIZEN][0] != YES else ():
            if pin == CITIZEN:
                continue
            truth, kinds = evaluation.provision(pin)
            truths[pin] = (truth, kinds)
            if truth == (NO if pin == ABROAD_UNLESS else YES):
                break
        truth, kinds = evaluation.provision(PERMANENT_RESIDENT)
        truths[PERMANENT_RESIDENT] = (truth, kinds)
        return truths

    def _put(self, facts: Facts, day: int) -> Evaluation:
        return Evaluation(
            self.law, facts, as_at=day, law_at=day, known_at=self.known_at
        )

    def _citizen_on(self, day: int) -> tuple[int, int]:
        """Return whether a citizen on a day: no rule on that reads the stays."""
        cell = bisect_right(self._citizen_cells, day)
        known = self._citizen.get(cell)
        if known is None:
            facts = {**self.facts, "stays": Elements()}
            truth, kinds = self._put(facts, day).provision(CITIZEN)
            known = self._citizen[cell] = (truth, kinds)
        return known

    def _stays_that_matter(self, day: int) -> list[Facts] | None:
        """Return the stays of the day and the last before; None to take all."""
        stays = self._exact_stays()
        if len(stays) != len(self.movements.stays):
            return None
        at = bisect_right(self._arrivals, day) - 1
        found: list[Facts] = []
        while at >= 0:
            found.insert(0, stays[at])
            if stays[at]["departed_on"][0] < day:
                break
            at -= 1
        # Stays never overlap: whatever else is not listed cannot fall on a day that is.
        covered = bool(found) and found[-1]["departed_on"][0] >= day
        return found if covered or self.movements.complete else None

    def _exact_stays(self) -> list[Facts]:
        return self.movements.stays if self.movements.exact else []

    def _person_edges(self) -> set[int]:
        found = edges(self.facts, _LISTS)
        for name in _DATE_FIELDS:
            if name in self.facts:
                found |= date_edges(self.facts[name])
        born = self.facts.get("born_on")
        if born is not None:
            found |= date_edges((add_months(born[0], 120), add_months(born[1], 120)))
        if self._left is not None and self._left > EARLIEST:
            found |= {self._left + 1}
        return found

    def _all_edges(self) -> set[int]:
        return set(self._cells) | edges(self.facts, ("stays",))


@lru_cache(maxsize=16)
def _law_edges(law: Law, *pins: str) -> frozenset[int]:
    """Return the days on which a version behind these provisions begins or ends."""
    found: set[int] = set()
    queue = list(pins)
    for pinpoint in queue:
        for version in law.versions(pinpoint):
            if version.selector == _LAW_AT:
                found |= {version.since, version.until}
            queue += [n for n in references(version.body) if n not in queue]
    return frozenset(day for day in found if EARLIEST < day <= NEVER)
