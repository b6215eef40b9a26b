"""The search for the first day on which someone could apply for citizenship.

The rules say, of one day, what stands in the way and until when. The search puts them
to a day, moves to the latest of the days they give, and asks again until nothing moves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tasman.casework.status_days import BACKDATED, PERMANENT_RESIDENT, StatusDays
from tasman.casework.status_facts import with_derived
from tasman.facts.case import NO, UNKNOWN, YES, Facts
from tasman.facts.days import NEVER, DateRange, parse_day
from tasman.rules.calendar import add_months
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law

ACT = "australian-citizenship-act-2007"
AGE, RESIDENT = f"{ACT}/21(2)(a)", f"{ACT}/22(1)(c)"
FIRST, UNLAWFUL = f"{ACT}/22(1)(a) first presence", f"{ACT}/22(1)(b)"
PRISON = f"{ACT}/22(1C)"
AWAY_YEAR, AWAY_FOUR = f"{ACT}/22(1B)", f"{ACT}/22(1A)"
EXCUSED = f"{ACT}/22(2)"
ALWAYS = (AGE, RESIDENT, AWAY_YEAR)
FOUR_YEARS = (FIRST, UNLAWFUL, PRISON, AWAY_FOUR)

OPENS = parse_day("2009-09-21")
"""The residence rules took their present form; earlier applications are not covered."""
_HORIZON_MONTHS = 12 * 40
_MOST_STEPS = 2000


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One condition that stood in the way, and the day on which it no longer did."""

    pinpoint: str
    until: DateRange


class Residence:
    """One person's conditions for conferral, on any day of application."""

    def __init__(self, facts: Facts, law: Law, *, as_at: int, known_at: int) -> None:
        self.given = facts
        self.facts = with_derived(facts, law, as_at=as_at, known_at=known_at)
        self.law, self.as_at, self.known_at = law, as_at, known_at
        self._resident: dict[int, list[tuple[int, int, int]]] = {}
        self._puts: dict[int, Evaluation] = {}

    @cached_property
    def eras(self) -> tuple[int, ...]:
        """The days on which what is known of permanent residence changed."""
        pins = (f"{ACT}/5(1)(c)", BACKDATED)
        versions = [v for pin in pins for v in self.law.versions(pin)]
        return tuple(sorted({v.known_since for v in versions}))

    def known_on(self, day: int) -> int:
        """Return how far the law was known on a day of application."""
        return min(day, self.known_at)

    def resident_spells(self, known: int) -> list[tuple[int, int, int]]:
        """Return runs of days with the truth of permanent residence, as known."""
        era = max(each for each in self.eras if each <= known)
        if era not in self._resident:
            days = StatusDays(self.given, self.law, as_at=self.as_at, known_at=known)
            runs = [
                (run.first, run.last, self._truth(run.first, known, run.truths))
                for run in days.runs()
            ]
            self._resident[era] = _joined(runs)
        return self._resident[era]

    def _truth(
        self, day: int, known: int, truths: Mapping[str, tuple[int, int]]
    ) -> int:
        truth = truths[PERMANENT_RESIDENT][0]
        if truth == YES:
            return truth
        # A grant after the day makes it one of residence: facts as they stand at last.
        put = Evaluation(
            self.law, self.facts, as_at=self.as_at, law_at=day, known_at=known
        )
        return max(truth, put.provision(BACKDATED)[0])

    def resident_since(self, day: int) -> DateRange:
        """Return the first day of the permanent residence that a day is part of."""
        spells = self.resident_spells(self.known_on(day))
        at = min(day, self.as_at)
        index = next(
            (i for i, (first, last, _) in enumerate(spells) if first <= at <= last),
            None,
        )
        if index is None or spells[index][2] == NO:
            return (NEVER, NEVER)
        possible = index
        while possible > 0 and spells[possible - 1][2] != NO:
            possible -= 1
        sure = spells[index][0] if spells[index][2] == YES else NEVER
        return (spells[possible][0], sure)

    def put(self, day: int) -> Evaluation:
        """Return the evaluation of the law for an application on a day."""
        known = self._puts.get(day)
        if known is None:
            facts = dict(self.facts)
            if "permanent_resident_since_on" not in facts:
                facts["permanent_resident_since_on"] = self.resident_since(day)
            known = self._puts[day] = Evaluation(
                self.law, facts, as_at=day, law_at=day, known_at=self.known_on(day)
            )
        return known

    def first_day(
        self,
        start: int,
        *,
        hopeful: bool,
        without: frozenset[str] = frozenset(),
    ) -> tuple[int, tuple[Obstacle, ...]]:
        """Return the first day from `start` to apply on as an adult, and the obstacles.

        `hopeful` takes every unknown the better way, otherwise the worse. Conditions in
        `without` are passed over. `NEVER` if no day within forty years will do.
        """
        day, horizon = max(start, OPENS), add_months(self.as_at, _HORIZON_MONTHS)
        met: dict[str, Obstacle] = {}
        for _ in range(_MOST_STEPS):
            later = self._obstacles(day, hopeful, without)
            met.update({each.pinpoint: each for each in later})
            if not later:
                return day, tuple(met.values())
            side = 0 if hopeful else 1
            day = max(each.until[side] for each in later)
            if day >= horizon:
                break
        return NEVER, tuple(met.values())

    def _obstacles(
        self, day: int, hopeful: bool, without: frozenset[str]
    ) -> list[Obstacle]:
        put = self.put(day)
        excused = put.provision(EXCUSED)[0]
        passes = excused != NO if hopeful else excused == YES
        pins = ALWAYS if passes else (*ALWAYS, *FOUR_YEARS)
        found: list[Obstacle] = []
        for pin in pins:
            if pin in without:
                continue
            away = pin in (AWAY_YEAR, AWAY_FOUR)
            until = self._away(put, pin, day) if away else self._cured(put, pin, day)
            if until[0 if hopeful else 1] > day:
                found.append(Obstacle(pin, until))
        return found

    def _cured(self, put: Evaluation, pin: str, day: int) -> DateRange:
        low, high, _ = put.provision(pin)
        if pin == RESIDENT:
            soonest = self.next_residence(day)
            low, high = (min(x, soonest) if x >= NEVER else x for x in (low, high))
        return (low, high)

    def next_residence(self, day: int) -> int:
        """Return the next day on which permanent residence may begin or be known."""
        spells = self.resident_spells(self.known_on(day))
        days = [first for first, _, truth in spells if truth != NO]
        days += [era for era in self.eras if era <= self.known_at]
        return min((each for each in days if each > day), default=NEVER)

    def _away(self, put: Evaluation, pin: str, day: int) -> DateRange:
        """Return the first day on which few enough days away could be left.

        A window moves on by a day at a time, two at the end of February: so many days
        too many cannot be lost sooner.
        """
        low, high, _ = put.provision(f"{pin} days away")
        (version,) = self.law.versions(pin)
        most = dict(version.parameters)["most"].attrs[0]
        steps = (n - most for n in (low, high))
        first, last = (day + max(1, n - 1) if n > 0 else day for n in steps)
        return (first, last)


def _joined(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    joined: list[tuple[int, int, int]] = []
    for first, last, truth in runs:
        if joined and joined[-1][2] == truth:
            joined[-1] = (joined[-1][0], last, truth)
        else:
            joined.append((first, last, truth))
    return joined


def first_days(
    residence: Residence, start: int, without: frozenset[str] = frozenset()
) -> DateRange:
    """Return the earliest day to apply, at best and at worst."""
    best, _ = residence.first_day(start, hopeful=True, without=without)
    worst, _ = residence.first_day(start, hopeful=False, without=without)
    return (best, worst)


def child_days(residence: Residence) -> DateRange | None:
    """Return the first day to apply as a child under s 21(5); None if none."""
    birthday: int
    found: list[int] = []
    for hopeful in (True, False):
        day, birthday = OPENS, NEVER
        for _ in range(_MOST_STEPS):
            put = residence.put(day)
            low, high, _ = put.provision(AGE)
            birthday = high if hopeful else low
            truth = put.provision(f"{ACT}/21(5)")[0]
            if truth == YES or (hopeful and truth == UNKNOWN) or day >= birthday:
                break
            day = min(residence.next_residence(day), birthday)
        found.append(day if day < birthday else NEVER)
    return None if found[0] >= NEVER else (found[0], found[1])
