"""The parts of a report on considerations: each weighed, each child, what to get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tasman.casework.direction_choice import mark_text
from tasman.facts.case import NO, YES
from tasman.facts.kinds import kind_names
from tasman.law.au.directions.instrument import Consideration, Statement
from tasman.law.au.directions.topic import NEUTRAL
from tasman.rules.explain import Missing, Reason
from tasman.rules.provisions import Mark
from tasman.rules.values import TRUTH_NAMES

ALWAYS = "always to be considered"
"""Why a consideration is engaged that every case engages."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One consideration put to one case, with the factors within it."""

    row: Consideration
    reason: Reason
    label: str
    missing: tuple[Missing, ...]
    factors: tuple[Weighed, ...] = ()

    @property
    def truth(self) -> int:
        """Engaged (2), not engaged (0) or unknown (1)."""
        return self.reason.truth

    @property
    def weighs(self) -> tuple[str, ...]:
        """The ways it generally weighs here: neutral when it is not engaged."""
        return (NEUTRAL,) if self.truth == NO else self.row.weighs

    @property
    def mark(self) -> str:
        """How far the text was checked."""
        return mark_text(_letter(self.reason.mark))

    @property
    def because(self) -> tuple[str, ...]:
        """What made it come out so: the facts used, or that it always counts."""
        found: dict[str, None] = {}
        for step in self.reason.because:
            shown = [f"{path}: {text}" for path, text in step.facts if _known(text)]
            for each in shown or [] if step.facts else [_none_of(step.text)]:
                found[each] = None
        if not found and self.truth == YES:
            return (ALWAYS,)
        return tuple(found)

    def walk(self) -> Iterator[Weighed]:
        """Yield this consideration and everything within it."""
        yield self
        for each in self.factors:
            yield from each.walk()

    def to_dict(self) -> dict[str, Any]:
        """Return the consideration as plain data."""
        return {
            "consideration": self.row.topic,
            "label": self.label,
            "class": self.row.rank,
            "order": self.row.order,
            "paragraph": self.row.paragraph,
            "provision": self.row.pinpoint,
            "element": self.reason.element,
            "engaged": TRUTH_NAMES[self.truth],
            "unknown_kinds": kind_names(self.reason.kinds),
            "weighs": list(self.weighs),
            "weight": self.row.weight if self.truth != NO else "",
            "because": list(self.because),
            "missing": [lack.to_dict() for lack in self.missing],
            "citation": self.reason.versions[0].citation,
            "verified": self.mark,
            "note": self.reason.versions[0].note,
            "factors": [each.to_dict() for each in self.factors],
        }


@dataclass(frozen=True, slots=True)
class ChildInterests:
    """One minor child, and what is weighed for that child alone."""

    label: str
    path: str
    interests: Weighed

    def to_dict(self) -> dict[str, Any]:
        """Return the child's part as plain data."""
        return {
            "label": self.label,
            "path": self.path,
            "affected": TRUTH_NAMES[self.interests.truth],
            "interests": self.interests.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One piece of evidence to get: what for, and what it would do."""

    evidence: str
    purpose: str
    considerations: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the item as plain data."""
        return {
            "evidence": self.evidence,
            "purpose": self.purpose,
            "considerations": list(self.considerations),
        }


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One unknown fact, what to ask, and which considerations hang on it."""

    path: str
    ask: str
    considerations: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the question as plain data."""
        return {
            "path": self.path,
            "ask": self.ask,
            "considerations": list(self.considerations),
        }


def statement_dict(statement: Statement) -> dict[str, str]:
    """Return a principle or weighing rule as plain data."""
    return {
        "paragraph": statement.paragraph,
        "text": statement.text,
        "verified": mark_text(statement.mark),
    }


def _known(text: str) -> bool:
    return text not in ("unknown", "any to any")


def _none_of(text: str) -> str:
    return f"none among {text}" if text.isidentifier() else text


def _letter(mark: Mark) -> str:
    letters = {Mark.VERIFIED: "V", Mark.INFERRED: "I", Mark.MEMORY: "M"}
    return letters.get(mark, "?")
