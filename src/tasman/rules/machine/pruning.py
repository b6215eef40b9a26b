"""Programs made smaller: what constants already say, and what nothing reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from tasman.rules.machine.arrays import ELEMENTS
from tasman.rules.machine.program import (
    OPERANDS,
    OPERATIONS,
    Instruction,
    Operand,
    Program,
    Register,
    T,
    read_by,
)

_ELSEWHERE = ("map", "map_last", "gather8", "gather32")
"""Instructions on elements that read the rows of another domain."""
_DECISIVE = {"both": 0, "either": 2}


def folded(
    op: str, operands: tuple[Operand, ...], constants: Mapping[Register, int]
) -> Operand | None:
    """Return what an instruction comes to whatever the rows: a value, or an operand."""
    values = [constants.get(o) if isinstance(o, Register) else o for o in operands]
    if op in ("gather8", "gather32", "any_of") and values[0] is not None:
        return _of_rows(op, values[0], values[1])
    if op in _DECISIVE:
        return _of_two(_DECISIVE[op], operands, values)
    if op == "kinds_members" and values[0] == 0:
        return 0
    if op not in ELEMENTS or op in _ELSEWHERE or None in values:
        return None
    arrays = [
        np.array([value], np.int8 if operand.file == T else np.int32)
        if isinstance(operand, Register)
        else value
        for operand, value in zip(operands, values, strict=True)
    ]
    return int(ELEMENTS[op](*arrays)[0])


def _of_rows(op: str, value: int, others: int | None) -> int | None:
    """What a constant is elsewhere, or makes of a list: of one row if all is others."""
    if op != "any_of" or not value:
        return value
    return min(value, 1) if others == 1 else None


def _of_two(
    decisive: int, operands: tuple[Operand, ...], values: list[int | None]
) -> Operand | None:
    if decisive in values:
        return decisive
    if operands[0] == operands[1] or values[1] == 2 - decisive:
        return operands[0]
    return operands[1] if values[0] == 2 - decisive else None


def pruned(program: Program) -> Program:
    """Return the program without the instructions that lead to no result."""
    live: set[Register] = set()
    domains: set[int] = set()
    kept = []
    for instruction in reversed(program.instructions):
        op, domain, operands = instruction
        entering = op in ("enter", "enter_pairs")
        written = {
            operand
            for name, operand in zip(OPERATIONS[op].split(), operands, strict=True)
            if name.startswith("=")
        }
        wanted = not live.isdisjoint(written) or (entering and domain in domains)
        if wanted or not written:
            kept.append(instruction)
            live.update(read_by(program, instruction))
            domains.add(domain)
            if entering:
                domains.add(program.parent_of(domain))
            elif "body" in OPERANDS[op]:
                body = operands[OPERANDS[op].index("body")]
                assert isinstance(body, int)
                domains.add(body)
    return _with_windows(program, kept[::-1])


def _with_windows(program: Program, kept: list[Instruction]) -> Program:
    """The program of these instructions, and the windows of those that have one."""
    windows: list[tuple[Register, ...]] = []
    for i, (op, domain, operands) in enumerate(kept):
        if op == "covered_by":
            at = operands[-1]
            assert isinstance(at, int)
            kept[i] = Instruction(op, domain, (*operands[:-1], len(windows)))
            windows.append(program.windows[at])
    return replace(program, instructions=kept, windows=windows)
