"""A program as text, for people who want to see what the machine does."""

from __future__ import annotations

from collections.abc import Iterator

from tasman.rules.machine.program import OPERATIONS, Instruction, Program, Register


def listing(program: Program) -> str:
    """Return the program as text: a line an instruction, under what it works on."""
    return "\n".join(_lines(program)) + "\n"


def _lines(program: Program) -> Iterator[str]:
    count = sum(program.registers.values())
    yield (
        f"{len(program.instructions)} instructions, {count} registers, "
        f"{len(program.columns)} columns, {len(program.outputs)} results"
    )
    for i, domain in enumerate(program.domains[1:], 1):
        yield f"rows {i}: each of {', of each of '.join(reversed(domain.lists))}"
    for register, value in program.constants.items():
        yield f"{_name(program, register)} = {value} always"
    for instruction in program.instructions:
        yield _line(program, instruction)


def _line(program: Program, instruction: Instruction) -> str:
    written, read = [], []
    named = dict(
        zip(OPERATIONS[instruction.op].split(), instruction.operands, strict=True)
    )
    for name, operand in named.items():
        if isinstance(operand, Register):
            text = _name(program, operand)
            if name.startswith("="):
                written.append(text)
            else:
                read.append(text)
        elif name == "column" and instruction.op.startswith("out"):
            read.append(f"result {operand}")
        elif name == "column":
            column = program.columns[operand]
            read.append(".".join(filter(None, (column.list, column.name))))
        elif name == "list":
            read.append(program.lists[operand])
        else:
            read.append(f"{name}={operand}")
    head = f"{', '.join(written)} = " if written else ""
    return f"{head}{instruction.op} {', '.join(read)}"


def _name(program: Program, register: Register) -> str:
    rows = f"@{register.domain}" if register.domain else ""
    return f"{register.file.lower()}{register.number}{rows}"
