"""The rows of one domain in a block of the fallback, and what is taken over them.

NumPy's own operations by segments cost more for each segment than for ten elements. So
parents are ordered by how many rows they have, longest first, and rows by their place:
the first rows of all parents, then the second ones. The parents that have a row in a
place are then the first so many, and what is taken over lists is taken over slices.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
WRAP: Any = "wrap"
"""How places are taken that are known to be there: the fastest check NumPy has."""
MANY = 100
"""Rows of one parent from which a step for each place costs more than one a parent."""


class Rows:
    """Which rows belong to which parent, in the order of the parents."""

    def __init__(self, ends: Array) -> None:
        self.ends, self.parents = ends, len(ends) - 1
        self.count = int(ends[-1])
        self.length = np.diff(ends)
        self.longest = int(self.length.max(initial=0))

    @cached_property
    def by_length(self) -> Array:
        """The parents, those with the most rows first."""
        fewer = self.longest - self.length
        fewer = fewer.astype(np.min_scalar_type(self.longest), copy=False)
        return fewer.argsort(kind="stable")

    @cached_property
    def sizes(self) -> list[int]:
        """How many parents have a first row, a second one, and so on."""
        some = self.parents - np.cumsum(np.bincount(self.length, minlength=1))
        sizes: list[int] = some[: self.longest].tolist()
        return sizes

    @cached_property
    def by_place(self) -> Array:
        """The rows by their place: all first ones, then all second ones."""
        first = self.ends[:-1].take(self.by_length)
        rows, at = np.empty(self.count, np.intp), 0
        for place, size in enumerate(self.sizes):
            np.add(first[:size], place, out=rows[at : at + size])
            at += size
        return rows

    def places(self) -> Iterator[tuple[Array, Array]]:
        """Yield parents and the rows of their elements, one place after the other."""
        at = 0
        for size in self.sizes:
            yield self.by_length[:size], self.by_place[at : at + size]
            at += size

    @cached_property
    def parent(self) -> Array:
        """The parent of each row."""
        if self.longest > MANY:
            return np.repeat(np.arange(self.parents), self.length)
        found = np.empty(self.count, np.intp)
        for parents, rows in self.places():
            found[rows] = parents
        return found

    @cached_property
    def place(self) -> Array:
        """The place of each row among its parent's."""
        found = np.empty(self.count, np.int32)
        if self.longest > MANY:
            found[:] = np.arange(self.count) - self.ends.take(self.parent)
            return found
        for place, (_, rows) in enumerate(self.places()):
            found[rows] = place
        return found

    def reduced(self, over: np.ufunc, values: Array) -> Array:
        """Return each parent's values taken together; 0 where it has none.

        Sums are held in the type of the values, `MANY` of which must fit.
        """
        found = np.zeros(self.parents, values.dtype)
        if self.longest > MANY:
            some = np.flatnonzero(self.length)
            found[some] = over.reduceat(values, self.ends.take(some))
        elif self.count:
            values = values.take(self.by_place, mode=WRAP)
            at = self.sizes[0]
            taken = values[:at]
            for size in self.sizes[1:]:
                over(taken[:size], values[at : at + size], out=taken[:size])
                at += size
            found[self.by_length[: len(taken)]] = taken
        return found
