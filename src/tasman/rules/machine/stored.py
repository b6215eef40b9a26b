"""Arrow's buffers as NumPy arrays, for the fallback: values, and bits read in bulk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.rules.machine.layout import WRAP

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Bits:
    """A bitmap, from some bit of its first byte on."""

    packed: npt.NDArray[np.uint8]
    first: int

    def between(self, start: int, end: int) -> Array:
        """Return the bits of some consecutive rows, as booleans."""
        start, end = self.first + start, self.first + end
        packed = self.packed[start >> 3 : (end + 7) >> 3]
        bits = np.unpackbits(packed, bitorder="little")
        return bits[start & 7 : (start & 7) + end - start].view(np.bool_)

    def same_as(self, other: Bits | None) -> bool:
        """Return whether another bitmap holds the same bytes."""
        return (
            other is not None
            and self.first == other.first
            and self.packed.tobytes() == other.packed.tobytes()
        )


@dataclass(frozen=True, slots=True, eq=False)
class StoredColumn:
    """A column of facts: its values, and which are known (all, if that is None)."""

    values: Array
    known: Bits | None


@dataclass(frozen=True, slots=True, eq=False)
class StoredList:
    """A list: where its rows begin and end, which lists are null, which rows marked.

    None for offsets of a list that is not there, for nulls where there are none, and
    for marks where no row stands for others.
    """

    offsets: Array | None
    null: Array | None
    marks: Bits | None
    marks_known: Bits | None

    def marked(self, start: int, end: int) -> Array:
        """Return which of some consecutive rows stand for others."""
        if self.marks is None:
            return np.zeros(end - start, np.bool_)
        marked = self.marks.between(start, end)
        if self.marks_known is not None:
            marked &= self.marks_known.between(start, end)
        return marked


NO_LIST = StoredList(None, None, None, None)
"""A list that a batch lacks."""


def _bits(array: pa.Array, buffer: pa.Buffer | None) -> Bits | None:
    if buffer is None or not len(array):
        return None
    first, length = array.offset & 7, len(array)
    packed = np.frombuffer(buffer, np.uint8)[array.offset >> 3 :]
    return Bits(packed[: (first + length + 7) >> 3], first)


def _known(array: pa.Array) -> Bits | None:
    return _bits(array, array.buffers()[0]) if array.null_count else None


def stored_column(array: pa.Array, before: StoredColumn | None) -> StoredColumn:
    """Return a column as arrays.

    A column with the same nulls as the one read before shares its bitmap: the bounds of
    one fact mostly do.
    """
    dtype = np.dtype(np.int8 if array.type == pa.int8() else np.int32)
    data = array.buffers()[1]
    values = np.zeros(0, dtype)
    if data is not None and len(array):
        values = np.frombuffer(data, dtype, len(array), array.offset * dtype.itemsize)
    known = _known(array)
    if known is not None and before is not None and known.same_as(before.known):
        known = before.known
    return StoredColumn(values, known)


def stored_list(array: pa.ListArray, marks: pa.Array | None) -> StoredList:
    """Return a list as arrays, given which stored elements stand for others."""
    offsets = np.asarray(array.offsets)
    null = np.asarray(array.is_null()) if array.null_count else None
    if marks is None or not len(marks):
        return StoredList(offsets, null, None, None)
    return StoredList(offsets, null, _bits(marks, marks.buffers()[1]), _known(marks))


class Source:
    """Where the rows of a domain are stored: one after the other, or at `places`.

    Places count from `start`; those of `blank` rows, of which nothing is stored, say
    nothing.
    """

    def __init__(
        self,
        start: int,
        end: int,
        places: Array | None = None,
        blank: Array | None = None,
    ) -> None:
        self.start, self.end, self.places, self.blank = start, end, places, blank
        self._masks: dict[tuple[Bits, int], Array] = {}

    def marked(self, list_: StoredList) -> Array:
        """Return which rows stand for others, as bytes; blank rows do."""
        marked = list_.marked(self.start, self.end).view(np.int8)
        return self._placed(marked, 1)

    def load(self, column: StoredColumn | None, null: int, count: int) -> Array:
        """Return the values of a column in so many rows; null where it is null."""
        if column is None:
            return np.full(count, null, np.int32)
        values = column.values[self.start : self.end]
        found = self._placed(values, null)
        if column.known is None or not len(values):
            return found
        # Finding the nulls to write them takes longer than going through every row.
        known = self._mask(column.known, found.dtype)
        if not null:
            return found & known
        found = (found - null) & known
        return np.add(found, null, out=found)

    def _placed(self, values: Array, blank: int) -> Array:
        if self.places is None:
            return values
        if not len(values):
            return np.full(len(self.places), blank, values.dtype)
        found = values.take(self.places, mode=WRAP)
        if self.blank is not None:
            found[self.blank] = blank
        return found

    def _mask(self, known: Bits, dtype: Any) -> Array:
        """Numbers with every bit set in the rows that a bitmap says are known."""
        key = (known, dtype.itemsize)
        found = self._masks.get(key)
        if found is None:
            flags = known.between(self.start, self.end).view(np.int8)
            found = np.negative(self._placed(flags, 0), dtype=dtype)
            self._masks[key] = found
        return found
