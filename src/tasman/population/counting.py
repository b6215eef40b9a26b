"""Counting answers: how many people, for each provision, under each law."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from tasman.facts.kinds import FACT, JUDGMENT

Array = npt.NDArray[Any]

ANSWERS = ("no", "yes", "unknown: fact", "unknown: judgment", "unknown: unsettled")
"""No, yes, or unknown: a missing fact, else a judgment, else unsettled law."""
NO, YES = 0, 1
EVERYTHING = "*"
"""In the place of a provision: the table of all of them, under every law, together."""
_DENSE = 1 << 16
WORD = 1 << 62
"""Codes below this fit a machine word; longer ones are Python's own integers."""


def answer_codes(truth: Array, kinds: Array) -> Array:
    """Return the place of each answer among ANSWERS."""
    unknown = np.where(kinds & FACT, 2, np.where(kinds & JUDGMENT, 3, 4))
    return np.where(truth == 0, NO, np.where(truth == 2, YES, unknown)).astype(np.int64)


_APART = "\n"


def everything(columns: Sequence[tuple[str, str]], sizes: tuple[int, ...]) -> Joint:
    """Return an empty table of every provision under every regime together."""
    names = tuple(f"{regime}{_APART}{pinpoint}" for pinpoint, regime in columns)
    return Joint(EVERYTHING, names, sizes)


@dataclass
class Joint:
    """People by their band in each dimension and their answer under each regime."""

    provision: str
    regimes: tuple[str, ...]
    sizes: tuple[int, ...]
    counts: Counter[int] = field(default_factory=Counter)

    @property
    def columns(self) -> list[tuple[str, str]]:
        """The provision and the regime of each answer, in order."""
        if self.provision != EVERYTHING:
            return [(self.provision, name) for name in self.regimes]
        pairs = [name.rpartition(_APART) for name in self.regimes]
        return [(pinpoint, regime) for regime, _, pinpoint in pairs]

    @property
    def space(self) -> int:
        """How many different codes there may be."""
        return math.prod(self.sizes) * len(ANSWERS) ** len(self.regimes)

    def add(self, bands: Sequence[Array], answers: Sequence[Array], rows: int) -> None:
        """Count some people."""
        parts = [*zip(self.sizes, bands, strict=True)]
        parts += [(len(ANSWERS), answer) for answer in answers]
        if self.space > WORD:
            self._add_long(parts, rows)
            return
        code = np.zeros(rows, np.int64)
        for size, place in parts:
            code = code * size + place
        if self.space <= _DENSE:
            found = np.bincount(code, minlength=1)
            for at in np.flatnonzero(found):
                self.counts[int(at)] += int(found[at])
        else:
            for at, count in zip(*np.unique(code, return_counts=True), strict=True):
                self.counts[int(at)] += int(count)

    def _add_long(self, parts: Sequence[tuple[int, Array]], rows: int) -> None:
        """Count people whose codes are too long for a machine word."""
        if not rows:
            return
        places = np.stack([place for _, place in parts], axis=1)
        for row, count in zip(
            *np.unique(places, axis=0, return_counts=True), strict=True
        ):
            code = 0
            for (size, _), place in zip(parts, row.tolist(), strict=True):
                code = code * size + place
            self.counts[code] += int(count)

    def merge(self, other: Joint) -> None:
        """Add the counts of other people."""
        self.counts.update(other.counts)

    def cells(self) -> list[tuple[tuple[int, ...], tuple[int, ...], int]]:
        """Return bands, answers and number of people, cell by cell."""
        found = []
        for code, count in sorted(self.counts.items()):
            answers: list[int] = []
            for _ in self.regimes:
                code, answer = divmod(code, len(ANSWERS))
                answers.insert(0, answer)
            bands: list[int] = []
            for size in reversed(self.sizes):
                code, band = divmod(code, size)
                bands.insert(0, band)
            found.append((tuple(bands), tuple(answers), count))
        return found

    def empty(self) -> Joint:
        """Return the same table with nobody in it."""
        return Joint(self.provision, self.regimes, self.sizes)
