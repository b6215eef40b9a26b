"""The same facts under several Directions side by side: what moved, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tasman.casework.considerations import ConsiderationsReport, considerations
from tasman.casework.weighed import Weighed, statement_dict
from tasman.facts.case import NO, Facts
from tasman.facts.days import iso
from tasman.law.au.directions import DIRECTIONS
from tasman.law.au.directions.changes import CHANGES
from tasman.law.au.directions.instrument import Statement
from tasman.law.au.directions.topics import TOPICS
from tasman.rules.law import Law
from tasman.rules.values import TRUTH_NAMES

SCHEMA = "tasman-directions-compared/1"


_STRUCTURE = ("other_ties",)
"""Headings within a consideration: that they are new or gone says nothing."""


class NotADirection(ValueError):
    """A number that no character Direction has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One topic under one Direction; `rank` is empty where the Direction lacks it."""

    number: int
    rank: str = ""
    within: str = ""
    paragraph: str = ""
    engaged: str = ""
    weighs: tuple[str, ...] = ()
    weight: str = ""
    mark: str = ""

    @property
    def place(self) -> str:
        """The class in words: for a factor, what it lies within."""
        if self.rank == "factor":
            label = TOPICS[self.within].label
            return f"inside {label[:1].lower()}{label[1:]}"
        return self.rank

    def to_dict(self) -> dict[str, Any]:
        """Return the cell as plain data."""
        return {
            "direction": self.number,
            "present": bool(self.rank),
            "class": self.rank,
            "within": self.within,
            "paragraph": self.paragraph,
            "engaged": self.engaged,
            "weighs": list(self.weighs),
            "weight": self.weight,
            "verified": self.mark,
        }


@dataclass(frozen=True, slots=True)
class Line:
    """One topic under every Direction compared, and how it moved between them."""

    topic: str
    label: str
    cells: tuple[Cell, ...]
    moved: tuple[str, ...]

    @property
    def is_head(self) -> bool:
        """Whether some Direction makes it a primary or an other consideration."""
        return any(cell.rank in ("primary", "other") for cell in self.cells)

    @property
    def tells(self) -> bool:
        """Whether it moved, and may matter on these facts."""
        counts = any(cell.engaged in ("yes", "unknown") for cell in self.cells)
        return counts and bool(self.moved)

    def to_dict(self) -> dict[str, Any]:
        """Return the line as plain data."""
        return {
            "consideration": self.topic,
            "label": self.label,
            "cells": [cell.to_dict() for cell in self.cells],
            "moved": list(self.moved),
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several Directions on the same facts. `to_dict` is its documented form."""

    as_at: int
    numbers: tuple[int, ...]
    power: str
    lines: tuple[Line, ...]
    tolerance: tuple[tuple[int, Statement], ...]
    changes: tuple[tuple[int, Statement], ...]
    reports: tuple[ConsiderationsReport, ...]

    def line(self, topic: str) -> Line | None:
        """Return the line of a topic, None if no Direction compared has it."""
        return next((line for line in self.lines if line.topic == topic), None)

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as plain data."""
        return {
            "schema": SCHEMA,
            "as_at": iso(self.as_at),
            "directions": list(self.numbers),
            "power": self.power,
            "lines": [line.to_dict() for line in self.lines],
            "tolerance": [
                {"direction": n, **statement_dict(s)} for n, s in self.tolerance
            ],
            "changes": [{"direction": n, **statement_dict(s)} for n, s in self.changes],
        }


def compare_directions(
    facts: Facts,
    law: Law,
    numbers: Sequence[int],
    *,
    as_at: int,
    known_at: int,
    decision_maker: str = "",
    power: str = "",
) -> Comparison:
    """Return the same facts weighed under several Directions, in the order given.

    Each is read as if it governed the decision on `as_at`. Raises NotADirection for a
    number that none has.
    """
    for number in numbers:
        if number not in DIRECTIONS:
            known = ", ".join(map(str, DIRECTIONS))
            raise NotADirection(f"no character Direction {number}; there are {known}")
    reports = [
        considerations(
            facts,
            law,
            as_at=as_at,
            law_at=as_at,
            known_at=known_at,
            decision_maker=decision_maker or "tribunal",
            power=power,
            number=number,
        )
        for number in dict.fromkeys(numbers)
    ]
    kept = tuple(dict.fromkeys(numbers))
    lines = [_line(topic, reports, kept) for topic in _topics(reports)]
    return Comparison(
        as_at,
        kept,
        reports[-1].governing.power if reports else "",
        tuple(line for line in lines if line.is_head or line.tells),
        tuple(_tolerance(kept)),
        tuple(_changes(kept)),
        tuple(reports),
    )


def _topics(reports: Iterable[ConsiderationsReport]) -> Iterable[str]:
    """Return every topic met: the heads first, each set in the order first met."""
    heads: dict[str, None] = {}
    factors: dict[str, None] = {}
    for report in reports:
        for weighed in report.all_weighed():
            if weighed.row.topic in _STRUCTURE:
                continue
            chosen = factors if weighed.row.rank == "factor" else heads
            chosen[weighed.row.topic] = None
    return [*heads, *(topic for topic in factors if topic not in heads)]


def _line(
    topic: str, reports: Sequence[ConsiderationsReport], numbers: Sequence[int]
) -> Line:
    cells = tuple(
        _cell(number, report.find(topic))
        for number, report in zip(numbers, reports, strict=True)
    )
    moved = [text for a, b in pairwise(cells) for text in _moves(a, b)]
    return Line(topic, TOPICS[topic].label, cells, tuple(moved))


def _cell(number: int, weighed: Weighed | None) -> Cell:
    if weighed is None:
        return Cell(number)
    row = weighed.row
    return Cell(
        number,
        row.rank,
        row.within,
        row.paragraph,
        TRUTH_NAMES[weighed.truth],
        weighed.weighs,
        row.weight if weighed.truth != NO else "",
        weighed.mark,
    )


def _moves(before: Cell, after: Cell) -> Iterable[str]:
    """Yield what moved from one Direction to the next, in words."""
    a, b = f"Direction {before.number}", f"Direction {after.number}"
    if not before.rank and not after.rank:
        return
    if not before.rank:
        yield f"new in {b}: {after.place}, paragraph {after.paragraph}"
    elif not after.rank:
        yield f"gone in {b}; it was {before.place} in {a}"
    elif before.place != after.place:
        yield f"{before.place} in {a}, {after.place} in {b}"
    if after.weight and after.weight != before.weight:
        yield f"{b}: {after.weight}"
    if before.weight and after.engaged in ("yes", "unknown") and not after.weight:
        yield f"{b} drops: {before.weight}"
    if before.rank and after.rank and before.engaged != after.engaged:
        yield f"engaged: {before.engaged} in {a}, {after.engaged} in {b}"


def _tolerance(numbers: Iterable[int]) -> Iterable[tuple[int, Statement]]:
    for number in numbers:
        for statement in DIRECTIONS[number].principles:
            if statement.about == "tolerance":
                yield number, statement


def _changes(numbers: Sequence[int]) -> Iterable[tuple[int, Statement]]:
    """Yield every change made after the earliest Direction compared, to the latest."""
    for number, statements in CHANGES.items():
        if min(numbers) < number <= max(numbers):
            for statement in statements:
                yield number, statement
