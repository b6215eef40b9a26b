"""The same programs run by NumPy, where nothing can be compiled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from tasman.rules.machine import tables
from tasman.rules.machine.arrays import ELEMENTS, Array
from tasman.rules.machine.batches import Inputs
from tasman.rules.machine.blocks import Block
from tasman.rules.machine.program import OPERATIONS, Program, Register

STEP = 16_384
"""Persons in a block, about: enough to forget an instruction's cost, few enough that
what it reads is still at hand when it is read again."""


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
