"""How a reform moves people from one answer to another, and how far at the least."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Any, NamedTuple

import numpy.typing as npt

from tasman.facts.kinds import FACT, NOT_COVERED

Array = npt.NDArray[Any]
OPEN = FACT | NOT_COVERED
"""Kinds of unknown that a fact, or law not covered, would settle; no judgment."""


class Span(NamedTuple):
    """The least and the most of something."""

    low: float
    high: float

    @classmethod
    def around(cls, spans: Iterable[Span]) -> Span:
        """Return the span that holds several."""
        found = list(spans)
        return cls(min(each.low for each in found), max(each.high for each in found))


@dataclass(frozen=True)
class Moves:
    """People whom a reform moves, of one measure; `maybe`: whose answer is then open.

    Newly reached: yes only after. Released: yes before, no after. Ruled out: open
    before, no after. `on_facts` are those left open for want of a fact.
    """

    persons: int = 0
    today: int = 0
    newly: int = 0
    maybe_newly: int = 0
    released: int = 0
    maybe_released: int = 0
    ruled_out: int = 0
    unlike: int = 0
    on_facts: int = 0

    def __add__(self, other: Moves) -> Moves:
        """Return the moves of both lots of people."""
        both = zip(astuple(self), astuple(other), strict=True)
        return Moves(*(a + b for a, b in both))

    @property
    def reaches(self) -> bool:
        """Whether anyone is, or may be, newly reached or released."""
        maybe = self.maybe_newly + self.maybe_released
        return bool(self.newly + self.released + maybe)

    def change(self, of_reach: bool) -> Span:
        """Return the change in people reached, of those reached today or of all."""
        base = max(1, self.today if of_reach and self.today else self.persons)
        least = self.newly - self.released - self.maybe_released
        most = self.newly + self.maybe_newly - self.released
        return Span(least / base, most / base)

    def shares(self) -> dict[str, Span]:
        """Return each kind of move as a share of everyone."""
        newly = (self.newly, self.newly + self.maybe_newly)
        released = (self.released, self.released + self.maybe_released)
        counts = {
            "today": (self.today, self.today),
            "newly_reached": newly,
            "released": released,
            "ruled_out": (self.ruled_out, self.ruled_out),
        }
        whole = max(1, self.persons)
        return {n: Span(low / whole, high / whole) for n, (low, high) in counts.items()}


def moved(before: tuple[Array, Array], after: tuple[Array, Array]) -> Moves:
    """Return how people move, from truths and kinds of unknown before and after."""
    (was, was_kinds), (now, now_kinds) = before, after
    on_facts = (now == 1) & ((now_kinds & OPEN) > 0)
    opened = on_facts & ((was != 1) | ((was_kinds & OPEN) == 0))
    maybe_newly = (now == 1) & ((was == 0) | ((was == 1) & opened))
    each = (
        was == 2,
        (was != 2) & (now == 2),
        maybe_newly,
        (was == 2) & (now == 0),
        (was == 2) & (now == 1),
        (was == 1) & (now == 0),
        (was != now) | opened,
        opened,
    )
    return Moves(len(was), *(int(people.sum()) for people in each))
