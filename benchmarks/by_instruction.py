"""Where the machine's time goes: the kernel's own loop with a clock read around each
instruction, for the benchmarks only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numba
import numpy as np
import pyarrow as pa
from llvmlite import ir
from numba.extending import intrinsic

from tasman.rules.machine import Machine, rows
from tasman.rules.machine.kernels import MOST_OPERANDS, facts_at, machine_at, step
from tasman.rules.machine.memory import int64_at
from tasman.rules.machine.program import CODES, Instruction
from tasman.rules.machine.running import Kernel

GROUPS = {
    "reading facts": ("load8", "load32"),
    "laying out lists": ("enter", "enter_pairs"),
    "values of other rows": ("map", "map_last", "gather8", "gather32"),
    "truths": ("negate", "both", "either", "agree", "choose8"),
    "comparisons": ("at_most", "less", "equal", "is_in"),
    "terms by the calendar": ("at_least", "move"),
    "business days": ("roll",),
    "numbers": ("add", "subtract", "choose32", "unbounded"),
    "versions": ("stands", "known", "cover", "gap", "select8", "select32"),
    "any of a list": ("any_of",),
    "counts and totals": ("count_of", "total_of"),
    "latest, days covered": ("latest_of", "covered_by"),
    "writing results": ("out8", "out32"),
}
"""The instructions without kinds, in groups for a reader."""
ROUNDS = 4


@intrinsic
def ticks(typing_context: Any) -> Any:
    """The processor's own count of its clock."""

    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        kind = ir.FunctionType(ir.IntType(64), [])
        read = builder.module.declare_intrinsic("llvm.readcyclecounter", [], kind)
        return builder.call(read, [])

    return numba.types.int64(), generate


@numba.njit(nogil=True, boundscheck=False, error_model="numpy")
def clocked(
    taken,
    addresses,
    capacity,
    nests,
    columns,
    lists,
    results,
    persons,
    start,
    end,
    most,
    instructions,
):
    """`kernels.run`, adding up each instruction's ticks and rows in `taken`."""
    files, program, work = machine_at(addresses)
    codes, bodies = program[0], program[1]
    facts = facts_at(columns, lists, results, persons)
    sizes = np.zeros((2, capacity.shape[0]), np.int64)
    size = int64_at(sizes[0].ctypes.data)
    first_row = int64_at(sizes[1].ctypes.data)
    lengths = np.zeros((lists.shape[0], most), np.int64)
    s = start
    while s < end:
        n = rows.block_of(capacity, nests, lists, persons, s, end, most, lengths)
        if n < 0:
            return s, -1 - n
        sizes[0, 0] = n
        for at in range(instructions):
            before = ticks()
            step(at, s, size, first_row, files, program, facts, work)
            taken[0, at] += ticks() - before
            code, domain = codes[at * MOST_OPERANDS], codes[at * MOST_OPERANDS + 1]
            taken[1, at] += size[bodies[2 * at] if code >= CODES.any_of else domain]
        s += n
    return end, 0


class Clocked(Kernel):
    """A program ready to run and to be measured."""

    def __init__(self, program: Any) -> None:
        super().__init__(program)
        self.taken = np.zeros((2, len(program.instructions)), np.int64)

    def kernel(self, *args: Any) -> Any:
        """Run, measured."""
        return clocked(self.taken, *args)


def measured(machine: Machine, batch: pa.RecordBatch) -> list[tuple[Instruction, Any]]:
    """Each instruction of a program for one day, with its least ticks and its rows."""
    kernel = Clocked(machine.program)
    machine._runners[-1] = kernel
    machine.run(batch.slice(0, 5_000))
    least = None
    for _ in range(ROUNDS):
        kernel.taken[:] = 0
        machine.run(batch)
        least = (
            kernel.taken.copy() if least is None else np.minimum(least, kernel.taken)
        )
    del machine._runners[-1]
    return list(zip(machine.program.instructions, least.T, strict=True))


def table(machine: Machine, batch: pa.RecordBatch, ns: float) -> Iterator[str]:
    """A row a group of instructions, given what a case takes in all."""
    found = measured(machine, batch)
    every = sum(ticks for _, (ticks, _) in found)
    yield "| instructions | how many | share | ns of processor a case | ns a row |"
    yield "|---|---|---|---|---|"
    lines = []
    for name, group in GROUPS.items():
        mine = [taken for instruction, taken in found if instruction.op in group]
        if mine:
            spent, rows_ = np.sum(mine, axis=0)
            cost = spent / every * ns
            each = cost * batch.num_rows / max(1, rows_)
            cells = f"{len(mine)} | {spent / every:.0%} | {cost:.0f} | {each:.2f}"
            lines.append((cost, f"| {name} | {cells} |"))
    yield from (line for _, line in sorted(lines, reverse=True))
    yield ""
