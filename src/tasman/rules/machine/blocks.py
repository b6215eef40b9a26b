"""The fallback's registers of one block of persons, and each instruction on them.

An array, once in a register, is never changed: registers may hold parts of a batch. A
constant is held as one number. An instruction is given where to write, and what it
reads as it is held.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from tasman.rules.machine import dates
from tasman.rules.machine.arrays import (
    HIGHEST,
    LOWEST,
    Array,
    as_truth,
    choice,
    choose32,
    mask,
    unbounded,
)
from tasman.rules.machine.batches import Inputs
from tasman.rules.machine.layout import WRAP, Rows
from tasman.rules.machine.over_lists import OverLists
from tasman.rules.machine.stored import Source, StoredList

if TYPE_CHECKING:
    from tasman.rules.machine.fallback import Fallback

_UNDECIDED = np.int8(3)


class Block(OverLists):
    """The registers of one block of persons: consecutive ones, or by row."""

    def __init__(
        self,
        machine: Fallback,
        read: Inputs,
        results: Sequence[Array],
        persons: slice | Array,
    ) -> None:
        self.read, self.results = read, results
        self.persons: slice | Array = persons
        if isinstance(persons, slice):
            super().__init__(machine, persons.stop - persons.start)
            source = Source(persons.start, persons.stop)
        else:
            super().__init__(machine, len(persons))
            self.persons = persons = persons.astype(np.intp)
            first = int(persons.min())
            source = Source(first, int(persons.max()) + 1, persons - first)
        self.sources = {0: source}
        self._choice: tuple[Any, Any] = (None, None)

    def run(self) -> None:
        """Run every instruction; the last ones write the results."""
        held = self.held
        for run, domain, out, operands in self.machine.code:
            values = [held[place] for place in operands]
            if out is None:
                run(self, domain, *values)
            else:
                held[out] = run(*values)

    # ------------------------------------------------------------ rows
    def _enter(self, domain: int, bounds: int, parent: int, place: int | None,
               others: int, row: int, at: int) -> None:  # fmt: skip
        list_ = self.read.stored_list(at)
        if list_.offsets is not None and isinstance(self.persons, slice):
            start, end = self.persons.start, self.persons.stop
            if list_.null is None or not list_.null[start:end].any():
                ends = list_.offsets[start : end + 1].astype(np.intp)
                self.sources[domain] = Source(int(ends[0]), int(ends[-1]))
                ends -= ends[0]
                rows = self._rows_of(domain, ends, bounds, parent, place)
                self.held[others] = rows.others = self.sources[domain].marked(list_)
                return
        first, length = self._scattered(list_)
        ends = np.concatenate([[0], np.cumsum(length)])
        rows = self._rows_of(domain, ends, bounds, parent, place)
        self.sources[domain] = _source(first, length, rows)
        self.held[others] = rows.others = self.sources[domain].marked(list_)

    def _scattered(self, list_: StoredList) -> tuple[Array, Array]:
        """The first row of each person's list and how many it has; row -1 is blank."""
        if list_.offsets is None:
            return np.full(self.count, -1), np.ones(self.count, np.intp)
        persons = self.persons
        if isinstance(persons, slice):
            persons = np.arange(persons.start, persons.stop)
        first = list_.offsets.take(persons).astype(np.intp)
        length = list_.offsets.take(persons + 1) - first
        if list_.null is not None:
            unknown = np.flatnonzero(list_.null.take(persons))
            first[unknown], length[unknown] = -1, 1
        return first, length

    def _rows_of(self, domain: int, ends: Array, bounds: int, parent: int,
                 place: int | None) -> Rows:  # fmt: skip
        rows = self.rows[domain] = Rows(ends)
        self.held[bounds], self.held[parent] = ends, rows.parent
        if place is not None:
            self.held[place] = rows.place
        return rows

    def _enter_pairs(self, domain: int, bounds: int, parent: int, place: int | None,
                     others: int, person: Array, bounds1: Array,
                     others1: Array) -> None:  # fmt: skip
        length = np.diff(bounds1).take(person, mode=WRAP)
        ends = np.concatenate([[0], np.cumsum(length)])
        rows = self._rows_of(domain, ends, bounds, parent, place)
        first = bounds1.take(person, mode=WRAP) - ends[:-1]
        at = first.take(rows.parent, mode=WRAP) + np.arange(rows.count)
        self.held[others] = rows.others = others1.take(at, mode=WRAP)

    def _load8(self, domain: int, to: int, column: int, null: int, row: Any) -> None:
        found = self.sources[domain].load(
            self.read.stored_column(column), null, self._size(domain)
        )
        self.held[to] = found.astype(np.int8, copy=False)

    def _load32(self, domain: int, to: int, column: int, null: int, row: Any) -> None:
        self.held[to] = self.sources[domain].load(
            self.read.stored_column(column), null, self._size(domain)
        )

    def _out8(self, domain: int, value: Any, column: int) -> None:
        self.results[column][self.persons] = value

    _out32 = _out8

    # ------------------------------------------------------------ numbers
    def _choose32(
        self, domain: int, to: int, when: Any, yes: Any, no: Any, high: int
    ) -> None:
        """The bounds of one fact are chosen by the same truth, one after the other."""
        if self._choice[0] is not when:
            self._choice = (when, choice(self._whole(when, domain)))
        self.held[to] = choose32(yes, no, high, self._choice[1])

    def _move(
        self, domain: int, to: int, day: Any, months: Any, days: Any, backwards: int
    ) -> None:
        day = self._whole(day, domain)
        self.held[to] = dates.move(day, months, days, backwards)

    def _roll(self, domain: int, to: int, day: Any, calendar: int) -> None:
        day = self._whole(day, domain)
        self.held[to] = dates.roll(day, self.machine.rolls[calendar])

    def _unbounded(self, domain: int, to: int, place: Array, others: Array) -> None:
        self.held[to] = unbounded(place, others)

    def _at_least(
        self, domain: int, to: int, flag: int, months: Any, *operands: Any
    ) -> None:
        months = self._whole(months, domain)
        self.held[to], self.held[flag] = dates.at_least(months, *operands)

    # ------------------------------------------------------------ versions
    def _cover(self, domain: int, to: int, on: Any, first: Any, last: Any,
               since: int, until: int, start: int) -> None:  # fmt: skip
        days = as_truth(on != 0).astype(np.int32)
        if first is not last:
            days = days * (np.minimum(last + 1, until) - np.maximum(first, since))
        self.held[to] = days if start else self.held[to] + days

    def _known(self, domain: int, to: int, day: Any, since: int, until: int) -> None:
        self.held[to] = self.held[to] & as_truth((since <= day) & (day < until))

    def _select8(self, domain: int, to: int, on: Any, value: Any, start: int) -> None:
        old, stands = _UNDECIDED if start else self.held[to], mask(on != 0)
        same = mask((old == value) | (old == _UNDECIDED))
        joined = (value & same) | (np.int8(1) & ~same)
        self.held[to] = (joined & stands) | (old & ~stands)

    def _select32(
        self, domain: int, to: int, on: Any, value: Any, high: int, start: int
    ) -> None:
        empty = np.int32(LOWEST if high else HIGHEST)
        old = self._whole(empty if start else self.held[to], domain)
        at = np.flatnonzero(self._whole(on, domain) != 0)
        wider = np.maximum if high else np.minimum
        found = old.copy()
        found[at] = wider(old.take(at), dates.placed(value, at))
        self.held[to] = found

    # ------------------------------------------------------------ kinds in place
    def _kind_if_differ(
        self, domain: int, to: int, low: Any, high: Any, kind: int, start: int
    ) -> None:
        new = mask(low != high) & kind
        self.held[to] = new if start else new | self.held[to]

    def _kinds_select(
        self, domain: int, to: int, on: Any, kinds: Any, start: int
    ) -> None:
        new = mask(on != 0) & kinds
        self.held[to] = new if start else new | self.held[to]

    def _kinds_differ8(
        self, domain: int, to: int, when: Any, kinds: Any, a: Any, b: Any
    ) -> None:
        differ = mask((when == 1) & (a != b))
        self.held[to] = self.held[to] | (differ & kinds)

    _kinds_differ32 = _kinds_differ8


def _source(first: Array, length: Array, rows: Rows) -> Source:
    """Where rows are stored, given where each parent's first one is."""
    known = np.flatnonzero(first >= 0)
    start, end = 0, 0
    if len(known):
        begins = first.take(known)
        start, end = int(begins.min()), int((begins + length.take(known)).max())
    shifted = first - rows.ends[:-1]
    at = shifted.take(rows.parent, mode=WRAP) + np.arange(rows.count)
    blank = None
    if len(known) < len(first):
        blank = np.flatnonzero(first.take(rows.parent, mode=WRAP) < 0)
        at[blank] = start
    return Source(start, end, at - start, blank)
