"""The same programs run by NumPy, where nothing can be compiled.

Each instruction is a function of arrays. An array, once in a register, is never
changed: registers may hold parts of a batch. A constant is held as one number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from tasman.rules.machine import dates, segments, tables
from tasman.rules.machine.arrays import (
    ELEMENTS,
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
from tasman.rules.machine.program import OPERATIONS, Program, Register
from tasman.rules.machine.segments import Members
from tasman.rules.machine.stored import Source, StoredList

STEP = 16_384
"""Persons in a block, about: enough to forget an instruction's cost, few enough that
what it reads is still at hand when it is read again."""
_UNDECIDED = np.int8(3)


class Coded(NamedTuple):
    """One instruction, ready to run: where its operands are held.

    `out` is where what a function of elements returns goes; other instructions are told
    where to write by an operand.
    """

    run: Callable[..., Any]
    domain: int
    out: int | None
    operands: tuple[int, ...]


class Fallback:
    """A program ready to run on batches without a compiler."""

    def __init__(self, program: Program, step: int = STEP) -> None:
        self.program, self.step = program, step
        self.rolls = [tables.next_open_days(shut) for _, shut in program.calendars]
        self.start: list[Any] = []
        """What is held at the start of a block: constants, and operands that are no
        registers."""
        self._places: dict[Any, int] = {}
        for register, value in program.constants.items():
            number = np.int8 if register.file == "T" else np.int32
            self._place(register, number(value))
        self.code = [self._coded(at) for at in range(len(program.instructions))]
        self.windows = [[self._place(r) for r in w] for w in program.windows]

    def _place(self, operand: Any, value: Any = None) -> int:
        place = self._places.setdefault(operand, len(self.start))
        if place == len(self.start):
            self.start.append(value)
        return place

    def _coded(self, at: int) -> Coded:
        op, domain, operands = self.program.instructions[at]
        places = []
        for name, operand in zip(OPERATIONS[op].split(), operands, strict=True):
            if not isinstance(operand, Register):
                places.append(self._place(operand, operand))
            elif op in ELEMENTS or not name.startswith("="):
                places.append(self._place(operand))
            else:
                wanted = name != "=place" or self._is_read(operand, at)
                to = self._place(operand) if wanted else None
                places.append(self._place(("to", to), to))
        if op in ELEMENTS:
            return Coded(ELEMENTS[op], domain, places[0], tuple(places[1:]))
        return Coded(getattr(Block, f"_{op}"), domain, None, tuple(places))

    def _is_read(self, register: Register, at: int) -> bool:
        """Whether an instruction reads what the one here writes."""
        for op, _, operands in self.program.instructions[at + 1 :]:
            if register in operands:
                name = OPERATIONS[op].split()[operands.index(register)]
                return not name.startswith("=")
        return False

    def run(
        self,
        read: Inputs,
        results: Sequence[Array],
        persons: Array | None = None,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """Write the results of the persons (by row; all if none are given)."""
        if persons is not None and not len(persons):
            persons = None
        if end is None:
            end = read.count if persons is None else len(persons)
        blocks = max(1, round((end - start) / self.step))
        size = -(-(end - start) // blocks) or 1
        for at in range(start, end, size):
            until = min(at + size, end)
            rows = slice(at, until) if persons is None else persons[at:until]
            Block(self, read, results, rows).run()


class Block:
    """The registers of one block of persons: consecutive ones, or by row."""

    def __init__(
        self,
        machine: Fallback,
        read: Inputs,
        results: Sequence[Array],
        persons: slice | Array,
    ) -> None:
        self.machine, self.read, self.results = machine, read, results
        self.held = machine.start.copy()
        self.persons: slice | Array = persons
        if isinstance(persons, slice):
            source = Source(persons.start, persons.stop)
            self.count = persons.stop - persons.start
        else:
            self.persons = persons = persons.astype(np.intp)
            first, self.count = int(persons.min()), len(persons)
            source = Source(first, int(persons.max()) + 1, persons - first)
        self.sources, self.rows = {0: source}, dict[int, Rows]()
        self._choice: tuple[Any, Any] = (None, None)
        self._members: Members | None = None
        self._member: Any = None

    def run(self) -> None:
        """Run every instruction; the last ones write the results."""
        held = self.held
        for run, domain, out, operands in self.machine.code:
            values = [held[place] for place in operands]
            if out is None:
                run(self, domain, *values)
            else:
                held[out] = run(*values)

    def _size(self, domain: int) -> int:
        return self.rows[domain].count if domain else self.count

    def _whole(self, value: Any, domain: int) -> Array:
        """A register as an array, also when it holds a constant."""
        if np.ndim(value):
            found: Array = value
            return found
        return np.full(self._size(domain), value)

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

    # ------------------------------------------------------------ over lists
    def _among(self, body: int, member: Any) -> Members:
        """Members of a list; the same again if the last instruction asked for them."""
        last = self._members
        if last is None or self._member is not member or self.rows[body] != last.rows:
            last = Members(self.rows[body], self._whole(member, body))
            self._members, self._member = last, member
        return last

    def _any_of(self, domain: int, to: int, member: Any, others: Any, parent: Any,
                body: int) -> None:  # fmt: skip
        self.held[to] = segments.any_of(self._among(body, member))

    def _count_of(self, domain: int, low: int, high: int, member: Any, others: Any,
                  parent: Any, body: int) -> None:  # fmt: skip
        found = segments.count_of(self._among(body, member))
        self.held[low], self.held[high] = found

    def _total_of(self, domain: int, low: int, high: int, member: Any, least: Any,
                  most: Any, others: Any, parent: Any, body: int) -> None:  # fmt: skip
        bounds = self._whole(least, body), self._whole(most, body)
        found = segments.total_of(self._among(body, member), *bounds)
        self.held[low], self.held[high] = found

    def _latest_of(self, domain: int, low: int, high: int, member: Any, least: Any,
                   most: Any, default_low: Any, default_high: Any, others: Any,
                   parent: Any, body: int) -> None:  # fmt: skip
        default = default_low, default_high
        found = segments.latest_of(self._among(body, member), least, most, default)
        self.held[low], self.held[high] = found

    def _covered_by(self, domain: int, low: int, high: int, member: Any, from0: Any,
                    from1: Any, until0: Any, until1: Any, others: Any, bounds: Any,
                    body: int, window: int) -> None:  # fmt: skip
        members = self._among(body, member)
        rows = members.rows
        opens0, opens1, closes0, closes1 = (
            dates.placed(self.held[place], rows.parent)
            for place in self.machine.windows[window]
        )
        start, until = np.maximum(from1, opens1), np.minimum(until0, closes0)
        self.held[low] = segments.covered(rows, start, until, members.sure)
        start, until = np.maximum(from0, opens0), np.minimum(until1, closes1)
        self.held[high] = segments.covered(rows, start, until, members.perhaps)

    def _kinds_members(self, domain: int, to: int, member: Any, kinds: Any,
                       others: Any, lacks: int, parent: Any,
                       body: int) -> None:  # fmt: skip
        members = self._among(body, member)
        self.held[to] = segments.kinds_members(members, kinds, lacks)

    def _kinds_values(self, domain: int, to: int, member: Any, kinds: Any, parent: Any,
                      body: int) -> None:  # fmt: skip
        more = segments.kinds_values(self._among(body, member), kinds)
        self.held[to] = self.held[to] | more

    def _kinds_latest(self, domain: int, to: int, member: Any, member_kinds: Any,
                      least: Any, most: Any, kinds: Any, default_low: Any,
                      default_kinds: Any, others: Any, lacks: int, bounds: Any,
                      body: int) -> None:  # fmt: skip
        members = self._among(body, member)
        least, most = self._whole(least, body), self._whole(most, body)
        default = self._whole(default_low, domain), self._whole(default_kinds, domain)
        self.held[to] = segments.kinds_latest(
            members, member_kinds, least, most, kinds, default, lacks
        )


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
