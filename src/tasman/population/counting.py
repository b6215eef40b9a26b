"""Counting answers: how many people, for each provision, under each law."""

from __future__ import annotations

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


def answer_codes(truth: Array, kinds: Array) -> Array:
    """Return the place of each answer among ANSWERS."""
    unknown = np.where(kinds & FACT, 2, np.where(kinds & JUDGMENT, 3, 4))
    return np.where(truth == 0, NO, np.where(truth == 2, YES, unknown)).astype(np.int64)


@dataclass
class Joint:
    """People by their band in each dimension and their answer under each regime."""

    provision: str
    regimes: tuple[str, ...]
    sizes: tuple[int, ...]
    counts: Counter[int] = field(default_factory=Counter)

    def add(self, bands: Sequence[Array], answers: Sequence[Array], rows: int) -> None:
        """Count some people."""
        code = np.zeros(rows, np.int64)
        for size, band in zip(self.sizes, bands, strict=True):
            code = code * size + band
        for answer in answers:
            code = code * len(ANSWERS) + answer
        space = int(np.prod([*self.sizes, *[len(ANSWERS)] * len(self.regimes)]))
        if space <= 1 << 16:
            found = np.bincount(code, minlength=1)
            for place in np.flatnonzero(found):
                self.counts[int(place)] += int(found[place])
        else:
            for place, count in zip(*np.unique(code, return_counts=True), strict=True):
                self.counts[int(place)] += int(count)

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
