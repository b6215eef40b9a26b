"""Check the law against decided cases.

Every field that can be decided, none that cannot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tasman.casework.assessment import MIGRATION_ACT, TEST
from tasman.casework.decided import Row, dates_of, facts_of
from tasman.casework.linked import put_to
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import parse_day
from tasman.rules.evaluate import Evaluation
from tasman.rules.explain import Explanation
from tasman.rules.law import Law
from tasman.rules.values import TRUTH_NAMES

AGREED, DISAGREED, UNDECIDABLE = "agreed", "disagreed", "undecidable"
_OPENS = parse_day("1999-06-01")


@dataclass(frozen=True, slots=True)
class Check:
    """One stated field of one decided case, against what the law gives."""

    citation: str
    field: str
    status: str
    stated: str
    found: str
    reason: str

    @property
    def key(self) -> str:
        """How a reasons file names this check."""
        return f"{self.citation} {self.field}"

    def to_dict(self) -> dict[str, str]:
        """Return the check as plain data."""
        return {name: getattr(self, name) for name in self.__slots__}


Checker = Callable[[Row, Law], Iterable[Check]]


def checks_of(row: Row, law: Law, more: Iterable[Checker] = ()) -> list[Check]:
    """Return the checks of every field a row states, by this module's and `more`."""
    found: list[Check] = []
    for checker in (_character_test, _limbs, _power, *more):
        found += checker(row, law)
    return found


def _runs(row: Row, law: Law) -> list[Evaluation]:
    """Return the law put to a row on every end of its dates.

    None when it has no date.
    """
    dated = dates_of(row)
    if dated is None or dated.law_at[0] < _OPENS:
        return []
    facts = facts_of(row)
    days = {(a, k) for a in dated.law_at for k in dated.known_at}
    return [
        put_to(law, facts, {"as_at": day, "law_at": day, "known_at": known})
        for day, known in sorted(days)
    ]


def _truth(runs: list[Evaluation], pinpoint: str) -> tuple[int, str]:
    """Return what a provision says on every run.

    And what is missing where it differs.
    """
    truths = {run.provision(pinpoint)[0] for run in runs}
    if len(truths) == 1 and UNKNOWN not in truths:
        return truths.pop(), ""
    explanation = Explanation(runs[0])
    lacks = explanation.lacks(explanation.of(pinpoint).key)
    return UNKNOWN, ", ".join(sorted(lacks)[:6]) or "the day of the decision"


def _compare(
    row: Row, field: str, stated: int, runs: list[Evaluation], pinpoint: str
) -> Check:
    if not runs:
        reason = "the row states no day on which to put the law"
        return Check(
            row["citation"], field, UNDECIDABLE, TRUTH_NAMES[stated], "", reason
        )
    truth, missing = _truth(runs, pinpoint)
    status = UNDECIDABLE if truth == UNKNOWN else AGREED
    reason = f"missing: {missing}" if truth == UNKNOWN else ""
    if truth not in (UNKNOWN, stated):
        status, reason = DISAGREED, f"{pinpoint} comes out {TRUTH_NAMES[truth]}"
    return Check(
        row["citation"], field, status, TRUTH_NAMES[stated], TRUTH_NAMES[truth], reason
    )


def _character_test(row: Row, law: Law) -> Iterable[Check]:
    passes = row.get("passes_character_test")
    if isinstance(passes, bool):
        fails = NO if passes else YES
        yield _compare(row, "fails_character_test", fails, _runs(row, law), TEST)


def _limbs(row: Row, law: Law) -> Iterable[Check]:
    """Each limb in issue was in force; the only one in issue decided the test."""
    limbs = row.get("limbs") or []
    runs = _runs(row, law)
    for limb in limbs:
        pinpoint = f"{MIGRATION_ACT}/{limb}"
        field = f"limb {limb}"
        if pinpoint not in law.pinpoints:
            yield from _sublimb(row, law, limb)
        elif len(limbs) == 1 and isinstance(row.get("passes_character_test"), bool):
            stated = NO if row["passes_character_test"] else YES
            yield _compare(row, field, stated, runs, pinpoint)
        else:
            yield _in_force(row, field, law, [pinpoint])


def _sublimb(row: Row, law: Law, limb: str) -> Iterable[Check]:
    """A limb named more finely than the law's provisions.

    Its paragraph must be in force.
    """
    parent = f"{MIGRATION_ACT}/{limb[: limb.rindex('(')]}"
    pins = [p for p in law.pinpoints if p.startswith(f"{MIGRATION_ACT}/{limb}")]
    pins = pins or ([parent] if parent in law.pinpoints else [])
    yield _in_force(row, f"limb {limb}", law, pins)


def _power(row: Row, law: Law) -> Iterable[Check]:
    """Each power named was in force on the day it was used."""
    power = str(row.get("power") or "")
    if not power or power.startswith("NZ"):
        return
    for name in power.split(" (")[0].split("+"):
        begins = f"{MIGRATION_ACT}/{name}"
        pins = [p for p in law.pinpoints if p == begins or p.startswith(f"{begins}(")]
        yield _in_force(row, f"power {name}", law, pins)


def _in_force(row: Row, field: str, law: Law, pins: list[str]) -> Check:
    dated = dates_of(row)
    stated = "in force"
    if not pins:
        reason = "no provision of this name"
        return Check(row["citation"], field, UNDECIDABLE, stated, "", reason)
    if dated is None:
        reason = "the row states no day on which to put the law"
        return Check(row["citation"], field, UNDECIDABLE, stated, "", reason)
    days = [(a, k) for a in dated.law_at for k in dated.known_at]
    stands = [any(law.in_force(p, day, known) for p in pins) for day, known in days]
    if all(stands):
        return Check(row["citation"], field, AGREED, stated, stated, "")
    status = UNDECIDABLE if any(stands) else DISAGREED
    reason = f"{', '.join(pins)} not in force on every day the row allows"
    return Check(row["citation"], field, status, stated, "not in force", reason)


@dataclass(frozen=True, slots=True)
class Report:
    """All checks of a file, and which disagreements are accepted with a reason."""

    checks: tuple[Check, ...]
    accepted: Mapping[str, str]

    @property
    def disagreements(self) -> list[Check]:
        """The disagreements that no reason accepts."""
        return [
            check
            for check in self.checks
            if check.status == DISAGREED and check.key not in self.accepted
        ]

    @property
    def stale(self) -> list[str]:
        """Accepted reasons that no longer meet a disagreement."""
        live = {check.key for check in self.checks if check.status == DISAGREED}
        return [key for key in self.accepted if key not in live]

    def by_field(self) -> dict[str, Counter[str]]:
        """Return the count of each status by kind of field."""
        table: dict[str, Counter[str]] = {}
        for check in self.checks:
            count = table.setdefault(check.field.split()[0], Counter())
            accepted = check.status == DISAGREED and check.key in self.accepted
            count["accepted" if accepted else check.status] += 1
        return table

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "schema": "tasman-validation/1",
            "fields": {name: dict(count) for name, count in self.by_field().items()},
            "checks": [
                {**check.to_dict(), "accepted": self.accepted.get(check.key)}
                for check in self.checks
            ],
            "stale_reasons": self.stale,
        }


def validate(
    rows: Iterable[Row],
    law: Law,
    accepted: Mapping[str, str] | None = None,
    more: Iterable[Checker] = (),
) -> Report:
    """Return how the law fares against decided cases."""
    checkers = tuple(more)
    found = [check for row in rows for check in checks_of(row, law, checkers)]
    return Report(tuple(found), dict(accepted or {}))
