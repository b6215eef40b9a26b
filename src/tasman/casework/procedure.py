"""Procedure as parts of an assessment: its running clocks, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tasman.casework.deadline import SCHEMA, Deadline, headline
from tasman.casework.deadlines import deadlines_of
from tasman.casework.notices import notices_of
from tasman.casework.process import Process, process
from tasman.casework.states import STATES
from tasman.casework.uncounted import Uncounted, uncounted
from tasman.facts.case import YES, Case
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law

CITIZEN = "migration-act-1958/5(1) citizen"
_OVERDUE = {"yes": "OVERDUE. ", "possible": "POSSIBLY OVERDUE. ", "no": ""}


def _doubt(clock: Deadline) -> str:
    """Return in brackets why a clock is not sure, or nothing."""
    if clock.certainty == "definite" or clock.act_by is None:
        return ""
    if clock.certainty == "undetermined":
        return " [may apply]"
    return " [counted from the first day it may be]"


@dataclass(frozen=True, slots=True)
class ClocksSection:
    """The clocks of a case, as a part of its assessment."""

    deadlines: tuple[Deadline, ...]
    not_counted: tuple[Uncounted, ...] = ()
    title: str = "What must be done by when"

    def summary_lines(self) -> Iterator[str]:
        """Yield the clocks that run, and those that a bad notice did not start."""
        for each in self.deadlines:
            if each.running:
                yield f"{_OVERDUE[each.overdue]}{headline(each)}{_doubt(each)}"
            elif each.status == "not started":
                yield f"{each.duty}: not started. {' '.join(each.warnings)}"

        for duty in self.not_counted:
            yield duty.line()

    def to_dict(self) -> dict[str, Any]:
        """Return the clocks as plain data."""
        return {
            "schema": SCHEMA,
            "deadlines": [each.to_dict() for each in self.deadlines],
            "not_counted": [each.to_dict() for each in self.not_counted],
        }


@dataclass(frozen=True, slots=True)
class ProcessSection:
    """Where a case stands, as a part of its assessment."""

    process: Process
    title: str = "Where the case stands"

    def summary_lines(self) -> Iterator[str]:
        """Yield the state, what may follow and who acts, and whether removal is due."""
        states = " or ".join(STATES[state] for state in self.process.states)
        yield f"Now: {states}."
        for step in self.process.next_steps:
            yield f"Next: {step.move.says}"
        yield f"Removal possible today: {self.process.removal.possible}."
        yield from self.process.removal.why

    def to_dict(self) -> dict[str, Any]:
        """Return the process as plain data."""
        return self.process.to_dict()


def clocks_section(
    case: Case, law: Law, as_at: int, law_at: int, known_at: int
) -> ClocksSection | None:
    """Return the clocks of a case, or None when it has started none."""
    put = Evaluation(law, case.facts, as_at=as_at, law_at=law_at, known_at=known_at)
    found = tuple(deadlines_of(put, notices_of(case.facts, as_at)))
    rest = tuple(uncounted(put))
    return ClocksSection(found, rest) if found or rest else None


def process_section(
    case: Case, law: Law, as_at: int, law_at: int, known_at: int
) -> ProcessSection | None:
    """Return where a case stands, or None when nothing has been decided or given.

    None as well for an Australian citizen, who has no visa to lose.
    """
    if not ({"decisions", "notices"} & set(case.facts)):
        return None
    clocks = {"as_at": as_at, "law_at": law_at, "known_at": known_at}
    asked = Evaluation(law, case.facts, root="Person", **clocks)
    citizen, _ = asked.provision(CITIZEN)
    if citizen == YES:
        return None
    found = process(case, law, **clocks)
    return ProcessSection(found) if found.history else None
