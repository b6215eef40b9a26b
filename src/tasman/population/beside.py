"""Which reforms stand beside another in a brief: the nearest in what they change.

Nearest are those that rewrite the same provisions and make them read the same facts. A
reform that changes what hardly any other does stands beside those that read the same
new facts, counted by what they themselves change: the duty to cancel.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasman.population.changes import DUTY, Changes, Measure, changes, measures
from tasman.rules.law import Law

if TYPE_CHECKING:
    from tasman.law.reforms import Reform

MOST = 5
FAR_END = "no-mandatory-cancellation"
"""Stands beside every change of the duty: nobody would be reached."""


@dataclass(frozen=True)
class Neighbour:
    """A reform beside the one asked about, and by what it is counted."""

    reform: Reform
    law: Law
    measure: Measure


def neighbours(
    found: Changes, measure: Measure, name: str, law_at: int, known_at: int
) -> list[Neighbour]:
    """Return the reforms to set beside one, the nearest first."""
    from tasman.law.reforms import REFORMS

    others = [
        (each, changes(found.before, each.apply(found.before)))
        for each in REFORMS.values()
        if each.name != name
    ]
    alike = [
        (each, theirs)
        for each, theirs in others
        if set(measure.pinpoints) & set(theirs.all)
    ]
    if len(alike) > 1 or measure.of_reach:
        nearest = sorted(alike, key=lambda each: -_likeness(found, each[1]))
        far = [each for each in nearest if each[0].name == FAR_END]
        kept = nearest[:MOST]
        if DUTY in measure.pinpoints and far and far[0] not in kept:
            kept[-1] = far[0]
        return [Neighbour(each, theirs.after, measure) for each, theirs in kept]
    by_facts = [
        (each, theirs)
        for each, theirs in others
        if DUTY in theirs.all and found.facts & theirs.facts
    ]
    if not by_facts:
        return [Neighbour(each, theirs.after, measure) for each, theirs in alike]
    nearest = sorted(by_facts, key=lambda each: -_likeness(found, each[1]))
    return [
        Neighbour(each, theirs.after, _duty(theirs, law_at, known_at))
        for each, theirs in nearest[:MOST]
    ]


def _duty(found: Changes, law_at: int, known_at: int) -> Measure:
    known = measures(found, law_at, known_at)
    return next(each for each in known if DUTY in each.pinpoints)


def _likeness(one: Changes, other: Changes) -> float:
    return _shared(one.direct, other.direct) + _shared(one.facts, other.facts)


def _shared(one: Iterable[object], other: Iterable[object]) -> float:
    """Return the share of two sets that is in both; two empty ones are half alike."""
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first | second else 0.5
