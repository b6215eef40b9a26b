"""The parts of an assessment about the Direction that governs and what it weighs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tasman.casework.considerations import ConsiderationsReport, considerations
from tasman.casework.direction_choice import (
    STILL_TO_COME,
    Governing,
    direction_for,
    setting_of,
)
from tasman.facts.case import Case
from tasman.law.au.directions import ACTS
from tasman.rules.law import Law


def direction_section(
    case: Case, law: Law, as_at: int, law_at: int, known_at: int
) -> Governing:
    """Return the Direction that governs the decision, or why none does."""
    setting = setting_of(case.facts, as_at, law_at)
    found = direction_for(setting.decision_maker, law_at, setting.power)
    if STILL_TO_COME in setting.assumed:
        return replace(found, reason=f"{found.reason} But {STILL_TO_COME}.")
    return found


def considerations_section(
    case: Case, law: Law, as_at: int, law_at: int, known_at: int
) -> ConsiderationsReport | dict[str, Any]:
    """Return what must be weighed, or nothing where the law lacks the Directions."""
    if not all(act.slug in law.opens for act in ACTS):
        return {}
    return considerations(
        case.facts, law, as_at=as_at, law_at=law_at, known_at=known_at
    )
