"""The rows of one domain in a block of the fallback, and what is taken over them.

NumPy's own operations by segments cost more for each segment than for ten elements. So
parents are ordered by how many rows they have, longest first, and rows by their place:
the first rows of all parents, then the second ones. The parents that have a row in a
place are then the first so many, and what is taken over lists is taken over slices.
Rows in places that few parents have come last, and are taken one by one.
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
FEW = 200
"""Parents for whom a step for one place costs more than taking their rows singly."""
SHORT = 12
"""Rows of the longest list up to which no rows are taken singly."""


class Rows:
    """Which rows belong to which parent, in the order of the parents.

    `others` marks the rows that stand for any number of elements not listed.
    """

    others: Array

    def __init__(self, ends: Array) -> None:
        self.ends, self.parents = ends, len(ends) - 1
        self.count = int(ends[-1])
        self.length = ends[1:] - ends[:-1]
        self.longest = int(self.length.max(initial=0))

    @cached_property
    def by_length(self) -> Array:
        """The parents that have rows, those with the most first."""
        fewer = self.longest - self.length
        fewer = fewer.astype(np.min_scalar_type(self.longest), copy=False)
        return fewer.argsort(kind="stable")[: np.count_nonzero(self.length)]

    @cached_property
    def sizes(self) -> list[int]:
        """How many parents have a first row, a second one, and so on."""
        rising = self.length.take(self.by_length[::-1])
        shorter = rising.searchsorted(np.arange(self.longest), side="right")
        sizes: list[int] = (len(rising) - shorter).tolist()
        return sizes

    @cached_property
    def usual(self) -> list[int]:
        """The sizes of the places that are taken over slices: always the first."""
        if self.longest <= SHORT:
            return self.sizes
        return self.sizes[:1] + [size for size in self.sizes[1:] if size >= FEW]

    @cached_property
    def _seldom(self) -> tuple[Array, Array]:
        """The rows in other places, and where in `by_length` their parents stand."""
        first = len(self.usual)
        size = self.sizes[first]
        parents = self.by_length[:size]
        length = self.length.take(parents) - first
        rank = np.repeat(np.arange(size), length)
        place = np.arange(len(rank)) - (np.cumsum(length) - length).take(rank)
        return self.ends.take(parents).take(rank) + first + place, rank

    @cached_property
    def by_place(self) -> Array:
        """The rows by their place: all first ones, then all second ones."""
        first = self.ends.take(self.by_length)
        rows, at = np.empty(self.count, np.intp), 0
        for place, size in enumerate(self.usual):
            np.add(first[:size], place, out=rows[at : at + size])
            at += size
        if at < self.count:
            rows[at:] = self._seldom[0]
        return rows

    def places(self) -> Iterator[tuple[Array, Array]]:
        """Yield parents and the rows of their elements, one place after the other."""
        for place, size in enumerate(self.sizes):
            parents = self.by_length[:size]
            yield parents, self.ends.take(parents) + place

    @cached_property
    def parent(self) -> Array:
        """The parent of each row."""
        found, at = np.empty(self.count, np.intp), 0
        for size in self.usual:
            found[self.by_place[at : at + size]] = self.by_length[:size]
            at += size
        if at < self.count:
            rows, rank = self._seldom
            found[rows] = self.by_length.take(rank)
        return found

    @cached_property
    def place(self) -> Array:
        """The place of each row among its parent's."""
        first = self.ends.take(self.parent, mode=WRAP)
        return (np.arange(self.count) - first).astype(np.int32)

    @cached_property
    def cap(self) -> Array:
        """The most that each row's membership can be: unknown, for others, or yes."""
        return np.int8(2) - self.others

    @cached_property
    def unlisted(self) -> Array:
        """The rows that stand for others."""
        return np.flatnonzero(self.others != 0)

    def reduced(self, over: np.ufunc, values: Array) -> Array:
        """Return each parent's values taken together; 0 where it has none.

        Sums are held in the type of the values.
        """
        found = np.zeros(self.parents, values.dtype)
        if not self.count:
            return found
        values = values.take(self.by_place, mode=WRAP)
        at = self.sizes[0]
        taken = values[:at]
        for size in self.usual[1:]:
            over(taken[:size], values[at : at + size], out=taken[:size])
            at += size
        if at < self.count:
            over.at(taken, self._seldom[1], values[at:])
        found[self.by_length] = taken
        return found
