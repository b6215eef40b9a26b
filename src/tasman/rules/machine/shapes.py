"""What columns hold, beforehand: whether rows are without unknowns, what is not there.

A program made for such a shape reads one bound where two are alike, and nothing where
no column is; its answers are those of the program for any columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.facts.arrow import CLOCKS
from tasman.rules.machine.batches import Inputs, others_of
from tasman.rules.machine.program import Column, Program
from tasman.rules.machine.stored import Source

Array = npt.NDArray[Any]
Check = Callable[[int, int], bool]
_TOGETHER = 1 << 14
"""Values looked at together, while they are at hand."""
_FEWEST_A_COLUMN = 4
"""Instructions a column of a program that saves more without unknowns than it takes to
go through the columns for them."""


class Shape(NamedTuple):
    """What a program may take for granted of the columns that it reads.

    `exact`: whatever is there holds no unknown. `absent`: lists, by their name, and
    columns, by their list and name, that are not there or hold nulls alone.
    """

    exact: bool = False
    absent: frozenset[tuple[str, str]] = frozenset()

    def lacks(self, list_: str, column: str) -> bool:
        """Return whether a column, or the list that it belongs to, is not there."""
        return bool(self.absent) and (
            (list_, column) in self.absent or (list_, "") in self.absent
        )


ANY = Shape()
"""Nothing taken for granted."""


def absent(program: Program, read: Inputs) -> frozenset[tuple[str, str]]:
    """Return which lists and columns of a program a batch says nothing in."""
    lists = {
        (name, "")
        for name, array in zip(program.lists, read.lists, strict=True)
        if _says_nothing(array)
    }
    columns = {
        (column.list, column.name)
        for column, array in zip(program.columns, read.columns, strict=True)
        if _says_nothing(array) and (column.list, "") not in lists
    }
    return frozenset(lists | columns)


def _says_nothing(array: pa.Array | None) -> bool:
    return array is None or 0 < len(array) == array.null_count


class Checks(NamedTuple):
    """How columns are looked at: each makes a check of the one in some place.

    Are two bounds the same (given what a null in each is), is each truth known, is
    each choice made? Nulls of truths and choices are looked for besides.
    """

    alike: Callable[[Inputs, int, int, tuple[int, int]], Check]
    decided: Callable[[Inputs, int], Check]
    of_one_word: Callable[[Inputs, int], Check]


class Certainty:
    """Finds the consecutive persons of a batch of whom nothing read is unknown.

    Lists and columns are looked at one after the other, the one that failed last first:
    what is not known of some people is mostly not known of the next either.
    """

    def __init__(
        self, program: Program, read: Inputs, checks: Checks | None = None
    ) -> None:
        self.program, self.read = program, read
        self.checks = checks or CHECKS
        self._taken: Shape | None = None
        self._checks: dict[int, Sequence[Check]] = {}
        self._count = len(program.lists) + len(program.columns)
        fewest = _FEWEST_A_COLUMN * len(program.columns)
        self._worth = bool(program.columns) and len(program.instructions) >= fewest
        self._offsets: dict[str, Array] = {}
        self._failed = 0
        self._found: dict[tuple[int, int], Shape] = {}

    def shape(self, start: int, end: int) -> Shape:
        """Return what may be taken for granted of these persons."""
        found = self._found.get((start, end))
        if found is None:
            if self._taken is None:
                self._taken = Shape(absent=absent(self.program, self.read))
            exact = self._worth and self._hold(start, end)
            found = self._found[start, end] = self._taken._replace(exact=exact)
        return found

    def _hold(self, start: int, end: int) -> bool:
        for at in (self._failed, *range(self._count)):
            for check in self._checks_of(at):
                if not check(start, end):
                    self._failed = at
                    return False
        return True

    def _checks_of(self, at: int) -> Sequence[Check]:
        found = self._checks.get(at)
        if found is None:
            column = at - len(self.program.lists)
            new = self._of_list(at) if column < 0 else self._of_column(column)
            found = self._checks[at] = tuple(new)
        return found

    def _of_list(self, at: int) -> Iterator[Check]:
        array = self.read.lists[at]
        if _says_nothing(array):
            return
        assert array is not None
        if array.null_count:
            yield _without_nulls(array)
        marks = others_of(array)
        if marks is not None and len(marks):
            yield self._within(self.program.lists[at], _without_marks(marks))

    def _of_column(self, at: int) -> Iterator[Check]:
        column, array = self.program.columns[at], self.read.columns[at]
        assert self._taken is not None
        if self._taken.lacks(column.list, column.name) or _is_clock(column):
            return
        if at in self._highs:
            high = self._highs[at]
            nulls = (column.null, self.program.columns[high].null)
            if not _says_nothing(self.read.columns[high]):
                check = self.checks.alike(self.read, at, high, nulls)
                yield self._within(column.list, check)
        elif at not in self._lows:
            assert array is not None
            if array.null_count:
                yield self._within(column.list, _without_nulls(array))
            checks = self.checks
            known = checks.decided if column.truth else checks.of_one_word
            yield self._within(column.list, known(self.read, at))

    @cached_property
    def _highs(self) -> dict[int, int]:
        return dict(self.program.pairs)

    @cached_property
    def _lows(self) -> set[int]:
        return {high for _, high in self.program.pairs}

    def _within(self, name: str, check: Check) -> Check:
        """A check of a list's elements, as one of persons."""
        if not name:
            return check
        offsets = self._offsets.get(name)
        if offsets is None:
            array = self.read.lists[self.program.lists.index(name)]
            assert array is not None
            offsets = self._offsets[name] = np.asarray(array.offsets)
        ends: Array = offsets
        return lambda start, end: check(int(ends[start]), int(ends[end]))


def _is_clock(column: Column) -> bool:
    return not column.list and column.name in CLOCKS


def _without_nulls(array: pa.Array) -> Check:
    return lambda start, end: not array.slice(start, end - start).null_count


def _without_marks(marks: pa.BooleanArray) -> Check:
    return lambda start, end: not marks.slice(start, end - start).true_count


def _decided(read: Inputs, at: int) -> Check:
    truths = _values(read, at)
    return lambda start, end: not np.bitwise_or.reduce(truths[start:end]) & ~2


def _of_one_word(read: Inputs, at: int) -> Check:
    masks = _values(read, at)

    def check(start: int, end: int) -> bool:
        return all(
            _single(masks[first : min(first + _TOGETHER, end)])
            for first in range(start, end, _TOGETHER)
        )

    return check


def _single(masks: Array) -> bool:
    """Whether each mask is one bit: less one, it has all the lower bits instead."""
    return bool(masks.min() > 0 and not ((masks - 1 ^ masks) < masks).any())


def _alike(read: Inputs, low: int, high: int, nulls: tuple[int, int]) -> Check:
    """Whether two bounds are one; each counts for what it is read as where null."""
    one, other = read.stored_column(low), read.stored_column(high)

    def check(start: int, end: int) -> bool:
        for first in range(start, end, _TOGETHER):
            after = min(first + _TOGETHER, end)
            source, count = Source(first, after), after - first
            values = source.load(one, nulls[0], count)
            if (values != source.load(other, nulls[1], count)).any():
                return False
        return True

    return check


def _values(read: Inputs, at: int) -> Array:
    column = read.stored_column(at)
    assert column is not None
    return column.values


CHECKS = Checks(_alike, _decided, _of_one_word)
"""The checks without a compiler."""
