"""The same programs run by NumPy, where nothing can be compiled.

Each instruction is a function of arrays. Operations over lists go by place in the list:
first elements of all parents at once, then second ones, so that what is done in order
stays in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.terms import UNBOUNDED
from tasman.rules.machine import tables
from tasman.rules.machine.arrays import ELEMENTS, Array, at_least, held
from tasman.rules.machine.batches import Inputs
from tasman.rules.machine.program import Program, Register

STEP = 16_384
"""Persons in a block."""
LOWEST, HIGHEST = -(1 << 31), (1 << 31) - 1


class Fallback:
    """A program ready to run on batches without a compiler."""

    def __init__(self, program: Program, step: int = STEP) -> None:
        self.program, self.step = program, step
        self.rolls = [tables.next_open_days(shut) for _, shut in program.calendars]

    def run(
        self,
        read: Inputs,
        results: Sequence[Array],
        persons: Array | None = None,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """Write the results of the persons (by row; all if none are given)."""
        if persons is None or not len(persons):
            persons = np.arange(read.count)
        for at in range(start, len(persons) if end is None else end, self.step):
            until = min(at + self.step, len(persons) if end is None else end)
            block = Block(self, read, persons[at:until])
            for column, values in block.run().items():
                results[column][persons[at:until]] = values


class Block:
    """The registers of one block of persons."""

    def __init__(self, machine: Fallback, read: Inputs, persons: Array) -> None:
        self.program, self.rolls, self.read = machine.program, machine.rolls, read
        self.persons = persons
        self.size = {0: len(persons)}
        self.bounds: dict[int, Array] = {}
        self.places = {0: _places(persons)}
        self.held: dict[Register, Array] = {}
        self.results: dict[int, Array] = {}

    def run(self) -> dict[int, Array]:
        """Return the results by output column."""
        for op, domain, operands in self.program.instructions:
            if op in ELEMENTS:
                values = [self._get(o) for o in operands[1:]]
                self._put(operands[0], ELEMENTS[op](*values))
            else:
                getattr(self, f"_{op}")(domain, *operands)
        return self.results

    def _get(self, operand: Any) -> Any:
        if not isinstance(operand, Register):
            return operand
        found = self.held.get(operand)
        if found is None:
            value = self.program.constants[operand]
            dtype = np.int8 if operand.file == "T" else np.int32
            found = np.full(self.size[operand.domain], value, dtype)
            self.held[operand] = found
        return found

    def _put(self, register: Any, value: Array) -> None:
        dtype = np.int8 if register.file == "T" else np.int32
        self.held[register] = value.astype(dtype, copy=False)

    # ------------------------------------------------------------ rows
    def _enter(self, domain: int, bounds: Any, parent: Any, place: Any, others: Any,
               row: Any, at: int) -> None:  # fmt: skip
        count = len(self.persons)
        offsets, null, marks = self.read.list_arrays(at)
        if offsets is None:
            first, length = np.full(count, -1), np.ones(count, np.int64)
        else:
            first = offsets[self.persons]
            length = offsets[self.persons + 1] - first
            if null is not None:
                unknown = null[self.persons]
                first = np.where(unknown, -1, first)
                length = np.where(unknown, 1, length)
        ends = np.concatenate([[0], np.cumsum(length)])
        parents = np.repeat(np.arange(count), length)
        places = np.arange(ends[-1]) - ends[parents]
        rows = np.where(first[parents] < 0, -1, first[parents] + places)
        self.size[domain], self.bounds[domain] = int(ends[-1]), ends
        self.places[domain] = _places(rows)
        blank = rows < 0
        marked = marks[np.where(blank, 0, rows)] if len(marks) else np.zeros_like(blank)
        self._put(bounds, ends)
        self._put(parent, parents)
        self._put(place, places)
        self._put(others, blank | marked)
        self._put(row, rows)

    def _enter_pairs(self, domain: int, bounds: Any, parent: Any, place: Any,
                     others: Any, person: Any, bounds1: Any,
                     others1: Any) -> None:  # fmt: skip
        owner, ends1 = self._get(person), self._get(bounds1)
        length = ends1[owner + 1] - ends1[owner]
        ends = np.concatenate([[0], np.cumsum(length)])
        parents = np.repeat(np.arange(len(owner)), length)
        places = np.arange(ends[-1]) - ends[parents]
        self.size[domain], self.bounds[domain] = int(ends[-1]), ends
        self._put(bounds, ends)
        self._put(parent, parents)
        self._put(place, places)
        self._put(others, self._get(others1)[ends1[owner[parents]] + places])

    def _load8(self, domain: int, out: Any, column: int, null: int, row: Any) -> None:
        self._load(domain, out, column, null, np.int8)

    def _load32(self, domain: int, out: Any, column: int, null: int, row: Any) -> None:
        self._load(domain, out, column, null, np.int32)

    def _load(self, domain: int, out: Any, column: int, null: int, dtype: Any) -> None:
        values = self.read.filled(column, null, dtype)
        if values is None or not len(values):
            self._put(out, np.full(self.size[domain], null, dtype))
            return
        rows, blank = self.places[domain]
        found = values[rows] if isinstance(rows, slice) else values.take(rows)
        self._put(out, found if blank is None else np.where(blank, null, found))

    def _out8(self, domain: int, value: Any, column: int) -> None:
        self.results[column] = self._get(value).copy()

    _out32 = _out8

    # ------------------------------------------------------------ written twice
    def _cover(self, domain: int, out: Any, on: Any, first: Any, last: Any,
               since: int, until: int, start: int) -> None:  # fmt: skip
        a = np.maximum(self._get(first), since)
        days = np.minimum(self._get(last) + 1, until) - a
        days = np.where(self._get(on) != 0, days, 0)
        self._put(out, days if start else self._get(out) + days)

    def _known(self, domain: int, out: Any, day: Any, since: int, until: int) -> None:
        at = self._get(day)
        self._put(out, self._get(out) & ((since <= at) & (at < until)))

    def _select8(self, domain: int, out: Any, on: Any, value: Any, start: int) -> None:
        new = self._get(value)
        old = np.full_like(new, 3) if start else self._get(out)
        joined = np.where((old == new) | (old == 3), new, 1)
        self._put(out, np.where(self._get(on) != 0, joined, old))

    def _select32(
        self, domain: int, out: Any, on: Any, value: Any, high: int, start: int
    ) -> None:
        new = self._get(value)
        empty = LOWEST if high else HIGHEST
        old = np.full_like(new, empty) if start else self._get(out)
        wider = np.maximum(old, new) if high else np.minimum(old, new)
        self._put(out, np.where(self._get(on) != 0, wider, old))

    def _kind_if_differ(
        self, domain: int, out: Any, low: Any, high: Any, kind: int, start: int
    ) -> None:
        new = np.where(self._get(low) != self._get(high), kind, 0)
        self._put(out, new if start else new | self._get(out))

    def _kinds_select(
        self, domain: int, out: Any, on: Any, kinds: Any, start: int
    ) -> None:
        new = np.where(self._get(on) != 0, self._get(kinds), 0)
        self._put(out, new if start else new | self._get(out))

    def _kinds_differ8(
        self, domain: int, out: Any, when: Any, kinds: Any, a: Any, b: Any
    ) -> None:
        differ = (self._get(when) == 1) & (self._get(a) != self._get(b))
        self._put(out, self._get(out) | np.where(differ, self._get(kinds), 0))

    _kinds_differ32 = _kinds_differ8

    # ------------------------------------------------------------ over lists
    def _by_place(self, bounds: Array) -> Iterator[tuple[Array, Array]]:
        """Yield parents and the rows of their elements, one place after the other."""
        length = np.diff(bounds)
        parents = np.flatnonzero(length)
        place = 0
        while len(parents):
            yield parents, bounds[parents] + place
            place += 1
            parents = parents[length[parents] > place]

    def _rows(
        self, member: Any, others: Any, body: int
    ) -> Iterator[tuple[Array, Array, Array, Array]]:
        truth, mark = self._get(member), self._get(others)
        for parents, rows in self._by_place(self.bounds[body]):
            yield parents, rows, truth[rows], mark[rows] != 0

    def _any_of(
        self, domain: int, out: Any, member: Any, others: Any, parent: Any, body: int
    ) -> None:
        truth, mark = self._get(member), self._get(others)
        capped = np.where(mark != 0, np.minimum(truth, 1), truth)
        self._put(out, self._reduced(np.maximum, capped, domain, body))

    def _reduced(self, over: Any, values: Array, domain: int, body: int) -> Array:
        """Each parent's values taken together; 0 where it has none."""
        ends = self.bounds[body]
        some = np.flatnonzero(ends[1:] > ends[:-1])
        found = np.zeros(self.size[domain], values.dtype)
        if len(some):
            found[some] = over.reduceat(values, ends[some])
        return found

    def _count_of(self, domain: int, low: Any, high: Any, member: Any, others: Any,
                  parent: Any, body: int) -> None:  # fmt: skip
        truth, mark = self._get(member), self._get(others) != 0
        least = ((truth == 2) & ~mark).astype(np.int64)
        most = np.where(truth != 0, np.where(mark, UNBOUNDED, 1), 0)
        self._put(low, self._reduced(np.add, least, domain, body))
        total = self._reduced(np.add, most, domain, body)
        self._put(high, np.minimum(total, UNBOUNDED))

    def _total_of(self, domain: int, low: Any, high: Any, member: Any, least: Any,
                  most: Any, others: Any, parent: Any, body: int) -> None:  # fmt: skip
        truth, mark = self._get(member), self._get(others) != 0
        times = np.where(mark, UNBOUNDED, 1)
        perhaps = (truth == 1) | mark
        for out, bound, extreme in ((low, least, np.minimum), (high, most, np.maximum)):
            value = self._get(bound).astype(np.int64)
            value = np.where(perhaps, extreme(value, 0) * times, value)
            value = np.where(truth != 0, value, 0)
            self._put(out, self._sum(value, domain, body))

    def _sum(self, values: Array, domain: int, body: int) -> Array:
        """Each parent's sum, held at every step within what counts as unbounded."""
        if not len(values) or values.min() >= 0 or values.max() <= 0:
            return held(self._reduced(np.add, values, domain, body))
        total = np.zeros(self.size[domain], np.int64)
        for parents, rows in self._by_place(self.bounds[body]):
            total[parents] = held(total[parents] + values[rows])
        return total

    def _latest_of(self, domain: int, low: Any, high: Any, member: Any, least: Any,
                   most: Any, default_low: Any, default_high: Any, others: Any,
                   parent: Any, body: int) -> None:  # fmt: skip
        first, last = self._get(default_low).copy(), self._get(default_high).copy()
        for parents, rows, truth, mark in self._rows(member, others, body):
            a = np.where((truth == 2) & ~mark, self._get(least)[rows], LOWEST)
            b = np.where(truth != 0, self._get(most)[rows], LOWEST)
            first[parents] = np.maximum(first[parents], a)
            last[parents] = np.maximum(last[parents], b)
        self._put(low, first)
        self._put(high, last)

    def _covered_by(self, domain: int, low: Any, high: Any, member: Any, from0: Any,
                    from1: Any, until0: Any, until1: Any, others: Any, bounds: Any,
                    body: int, window: int) -> None:  # fmt: skip
        ends = self._get(bounds)
        truth, mark = self._get(member), self._get(others) != 0
        opens0, opens1, closes0, closes1 = map(self._get, self.program.windows[window])
        parents = np.repeat(np.arange(self.size[domain]), np.diff(ends))
        sure = (truth == 2) & ~mark
        start = np.maximum(self._get(from1), opens1[parents])
        until = np.minimum(self._get(until0), closes0[parents])
        self._put(low, self._union(ends, parents, start, until, sure))
        start = np.maximum(self._get(from0), opens0[parents])
        until = np.minimum(self._get(until1), closes1[parents])
        self._put(high, self._union(ends, parents, start, until, truth != 0))

    def _union(
        self, bounds: Array, parents: Array, start: Array, until: Array, among: Array
    ) -> Array:
        """How many days each parent's half-open spans cover."""
        start = np.where(among, start, HIGHEST)
        until = np.where(among, until, LOWEST)
        order = np.lexsort((start, parents))
        start, until = start[order], until[order]
        total = np.zeros(len(bounds) - 1, np.int64)
        end = np.full(len(bounds) - 1, EARLIEST, np.int64)
        for owner, rows in self._by_place(bounds):
            first = np.maximum(start[rows].astype(np.int64), end[owner])
            more = until[rows] > first
            total[owner] += np.where(more, until[rows] - first, 0)
            end[owner] = np.where(more, until[rows], end[owner])
        return total

    def _kinds_members(self, domain: int, out: Any, member: Any, kinds: Any,
                       others: Any, lacks: int, parent: Any,
                       body: int) -> None:  # fmt: skip
        found = np.zeros(self.size[domain], np.int8)
        why = self._get(kinds)
        for parents, rows, truth, mark in self._rows(member, others, body):
            perhaps = (truth == 1) | ((truth == 2) & mark)
            found[parents] |= np.where(
                perhaps, why[rows] | np.where(mark, lacks, 0), 0
            ).astype(np.int8)
        self._put(out, found)

    def _kinds_values(
        self, domain: int, out: Any, member: Any, kinds: Any, parent: Any, body: int
    ) -> None:
        found, truth, why = self._get(out).copy(), self._get(member), self._get(kinds)
        for parents, rows in self._by_place(self.bounds[body]):
            found[parents] |= np.where(truth[rows] != 0, why[rows], 0).astype(np.int8)
        self._put(out, found)

    def _kinds_latest(self, domain: int, out: Any, member: Any, member_kinds: Any,
                      least: Any, most: Any, kinds: Any, default_low: Any,
                      default_kinds: Any, others: Any, lacks: int, bounds: Any,
                      body: int) -> None:  # fmt: skip
        first, found = self._get(default_low).copy(), self._get(default_kinds).copy()
        for parents, rows, truth, mark in self._rows(member, others, body):
            why = self._get(member_kinds)[rows] | np.where(mark, lacks, 0)
            more = self._get(kinds)[rows] | np.where((truth == 1) | mark, why, 0)
            moves = (truth != 0) & (self._get(most)[rows] > first[parents])
            found[parents] |= np.where(moves, more, 0).astype(np.int8)
            sure = (truth == 2) & ~mark
            later = np.maximum(first[parents], self._get(least)[rows])
            first[parents] = np.where(sure, later, first[parents])
        self._put(out, found)

    def _roll(self, domain: int, out: Any, day: Any, calendar: int) -> None:
        self._put(
            out,
            self.rolls[calendar][np.clip(self._get(day), EARLIEST, NEVER) - EARLIEST],
        )

    def _at_least(self, domain: int, out: Any, flag: Any, *operands: Any) -> None:
        values = [self._get(operand) for operand in operands]
        truth, open_ = at_least(*values)
        self._put(out, truth)
        self._put(flag, open_)


def _places(rows: Array) -> tuple[slice | Array, Array | None]:
    """How to read stored rows: a slice where it will do, and which rows are blank."""
    if not len(rows):
        return slice(0, 0), None
    blank = rows < 0
    if blank.any():
        return np.maximum(rows, 0), blank
    if (np.diff(rows) == 1).all():
        return slice(int(rows[0]), int(rows[-1]) + 1), None
    return rows, None
