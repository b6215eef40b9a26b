"""The further parts of an assessment as lines of words, the same in text and HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tasman.casework.assessment import Assessment
from tasman.casework.considerations import ConsiderationsReport
from tasman.casework.direction_choice import Governing
from tasman.facts.case import NO, UNKNOWN, YES

_PLACES = {"deadlines": 0, "process": 1}
"""Clocks open a report; where the case stands follows the conclusion; then the rest."""
LAST = 2
_TITLES = {
    "status": "Status in Australia",
    "citizenship": "Citizenship",
    "entitlements": "Entitlements",
    "new_zealand": "New Zealand's side",
}
_ENGAGED = {YES: "Engaged", UNKNOWN: "Not known yet", NO: "Not engaged"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: a title, its lines, and its place (0 before the conclusion, 1, 2)."""

    title: str
    lines: tuple[str, ...]
    place: int


def parts_of(assessment: Assessment) -> list[Part]:
    """Return the parts that have something to say of this person."""
    found = []
    for name, section in assessment.sections.items():
        title, lines = _view(name, section)
        told = tuple(lines)
        if told:
            found.append(Part(title, told, _PLACES.get(name, LAST)))
    return found


def _view(name: str, section: Any) -> tuple[str, Iterable[str]]:
    if isinstance(section, Governing):
        return "The Direction that governs", _direction(section)
    if isinstance(section, ConsiderationsReport):
        return "What must be weighed", _considerations(section)
    title = getattr(section, "title", _TITLES.get(name, name))
    if hasattr(section, "summary_lines"):
        return title, section.summary_lines()
    return title, ()


def _direction(governing: Governing) -> Iterable[str]:
    number = governing.number
    named = f"Direction {number}" if number else "No Direction"
    yield f"{named}: {governing.reason.rstrip('.')}."


def _considerations(report: ConsiderationsReport) -> Iterable[str]:
    for truth, words in _ENGAGED.items():
        heads = [w for w in report.considerations if w.truth == truth]
        listed = [f"{w.label} ({w.row.rank}, para {w.row.paragraph})" for w in heads]
        if listed:
            yield f"{words}: {'; '.join(listed)}."
    for child in report.children:
        affected = _ENGAGED[child.interests.truth].lower()
        yield f"Best interests of {child.label}, weighed apart: {affected}."
    if report.considerations:
        yield "Each with its factors and a checklist: tasman considerations FILE."
