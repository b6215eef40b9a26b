"""Runs a program on columns with the compiled kernel, in blocks."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tasman.facts.errors import BadValue
from tasman.rules.machine import kernels, tables
from tasman.rules.machine.batches import Inputs
from tasman.rules.machine.program import CODES, OPERANDS, Program, Register
from tasman.rules.machine.results import Results

STEP = 4096
"""Persons in a block: enough to forget an instruction's cost, few enough to cache."""
MOST_ROWS = 1 << 22
"""Rows of a domain that one person may need: all pairs of 2,000 elements."""
_ROWS_EACH = {0: 1, 1: 6, 2: 24}
_PAD = kernels.WHOLE
_EVERYONE = np.zeros(0, np.int32)


class Arena:
    """Memory for one thread's registers, and the program with their addresses."""

    def __init__(
        self, program: Program, capacity: Sequence[int], fixed: Sequence[Any]
    ) -> None:
        self.capacity = np.array(capacity, np.int64)
        self.places: dict[tuple[str, int, int], int] = {}
        ends = {"T": 0, "I": 0}
        for (file, domain), count in program.registers.items():
            size = (capacity[domain] + 2 * _PAD) // _PAD * _PAD
            for number in range(count):
                self.places[file, domain, number] = ends[file]
                ends[file] += size
        self.t = np.zeros(ends["T"] + _PAD, np.int8)
        self.i = np.zeros(ends["I"] + _PAD, np.int32)
        for register, value in program.constants.items():
            at = self.places[register]
            end = at + capacity[register.domain]
            if register.file == "T":
                self.t[at:end] = value
            else:
                self.i[at:end] = value
        windows = [[self.places[r] for r in w] for w in program.windows]
        bounds = [self.places[d.bounds] if d.bounds else 0 for d in program.domains]
        rows = max(capacity) + 2 * _PAD
        self.memory = (
            self.t,
            self.i,
            *self._code(program),
            np.array(windows or [[0, 0, 0, 0]], np.int64),
            np.array(bounds, np.int64),
            np.zeros(rows, np.int64),
            np.zeros((6, rows), np.int32),
            *fixed,
        )
        """All that the kernel reads and writes but facts and results, in the order in
        which `kernels.machine_at` takes it."""
        shapes = [(a.ctypes.data, a.shape[0], a.shape[-1]) for a in self.memory]
        self.addresses = np.array(shapes, np.int64)

    def _code(self, program: Program) -> tuple[Any, Any]:
        size = len(program.instructions)
        code = np.zeros((size, kernels.MOST_OPERANDS), np.int64)
        bodies = np.zeros((size, 2), np.int64)
        for row, body, (op, domain, operands) in zip(
            code, bodies, program.instructions, strict=True
        ):
            row[0], row[1] = getattr(CODES, op), domain
            for i, operand in enumerate(operands):
                plain = not isinstance(operand, Register)
                row[2 + i] = operand if plain else self.places[operand]  # type: ignore[index]
            named = dict(zip(OPERANDS[op], operands, strict=True))
            body[:] = named.get("body", 0), named.get("window", 0)
        return code, bodies


class Kernel:
    """A program ready to run on batches, in any number of threads."""

    kernel: Any = staticmethod(kernels.run)

    def __init__(self, program: Program, step: int = STEP) -> None:
        self.program, self.step = program, step
        domains = program.domains
        depth = max(len(d.lists) for d in domains)
        self.nests = np.zeros((len(domains), depth + 1), np.int64)
        self.parents = np.zeros(len(domains), np.int64)
        for row, (number, domain) in zip(self.nests, enumerate(domains), strict=True):
            row[0] = len(domain.lists)
            for j, name in enumerate(domain.lists):
                row[1 + j] = program.lists.index(name)
            if number:
                self.parents[number] = program.parent_of(number)
        self.capacity = [
            step * _ROWS_EACH.get(len(domain.lists), 48) for domain in domains
        ]
        rolls = [tables.next_open_days(shut) for _, shut in program.calendars]
        self.fixed = (
            self.parents,
            tables.packed_spans(),
            tables.DAYS,
            tables.MONTHS,
            np.array(rolls, np.int32) if rolls else np.zeros((1, 1), np.int32),
        )
        self._local = threading.local()

    def run(
        self,
        read: Inputs,
        results: Results,
        persons: npt.NDArray[np.int32] = _EVERYONE,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """Write the results of the persons (by row; all if none are given)."""
        columns, lists = read.tables()
        if end is None:
            end = len(persons) if len(persons) else read.count
        while start < end:
            arena = self._arena()
            start, full = self.kernel(
                arena.addresses,
                arena.capacity,
                self.nests,
                columns,
                lists,
                results.addresses,
                persons,
                start,
                end,
                self.step,
                len(self.program.instructions),
            )
            if start < end:
                self._grow(full, start)

    def _arena(self) -> Arena:
        """Registers of this thread, made anew when some person needs more rows."""
        arena: Arena | None = getattr(self._local, "arena", None)
        if arena is None or arena.capacity.tolist() != self.capacity:
            arena = self._local.arena = Arena(
                self.program, tuple(self.capacity), self.fixed
            )
        return arena

    def _grow(self, domain: int, row: int) -> None:
        """Make room for more rows in a domain, for the person who needs them."""
        if self.capacity[domain] > MOST_ROWS:
            lists = " by ".join(self.program.domains[domain].lists)
            raise BadValue(
                f"the person in place {row} has too many elements in {lists}",
                f"At most {MOST_ROWS:,} pairs of elements of one person are compared.",
            )
        self.capacity[domain] *= 2
