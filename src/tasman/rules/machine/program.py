"""Programs for the vector machine: instructions on registers, made from lowered steps.

A register is a vector with one place for each row of a domain: the persons of a
block, or the elements of one of their lists, or pairs of elements. File T holds int8
(truths, kinds, flags), file I int32 (days, numbers, masks, places). A register is used
again once nothing reads it any more.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

T, I = "T", "I"  # noqa: E741


class Register(NamedTuple):
    """One vector: its file, the domain whose rows it holds, and its number there."""

    file: str
    domain: int
    number: int


Operand = Register | int

OPERATIONS: dict[str, str] = {
    # from other domains
    "map": "=map parent outer",
    "map_last": "=map parent outer place bounds",
    "gather8": "=out value map",
    "gather32": "=out value map",
    # truth
    "negate": "=out a",
    "both": "=out a b",
    "either": "=out a b",
    "agree": "=out a b",
    "choose8": "=out condition yes no",
    "at_most": "=out a_low a_high b_low b_high",
    "less": "=out a_low a_high b_low b_high",
    "equal": "=out a_low a_high b_low b_high",
    "is_in": "=out choice mask",
    "at_least": "=out =flag months0 months1 days0 days1 wanted0 wanted1 wanted_days0 "
    "wanted_days1 first last backwards",
    # values
    "add": "=out a b",
    "subtract": "=out a b",
    "move": "=out day months days backwards",
    "roll": "=out day calendar",
    "choose32": "=out condition yes no high",
    "unbounded": "=out place others",
    # versions
    "stands": "=out first last since until",
    "known": "=out day since until",
    "cover": "=out stands first last since until start",
    "gap": "=out covered first last",
    "select8": "=out stands value start",
    "select32": "=out stands value high start",
    # rows of a domain
    "enter": "=bounds =parent =place =others =row list",
    "enter_pairs": "=bounds =parent =place =others person bounds1 others1",
    # facts
    "load8": "=out column null row",
    "load32": "=out column null row",
    # results
    "out8": "value column",
    "out32": "value column",
    # lists
    "any_of": "=out member others parent body",
    "count_of": "=low =high member others parent body",
    "total_of": "=low =high member least most others parent body",
    "latest_of": "=low =high member least most default_low default_high others parent "
    "body",
    "covered_by": "=low =high member from0 from1 until0 until1 others bounds body "
    "window",
    # kinds of unknown
    "kind_if_open": "=out truth kind",
    "kind_if_differ": "=out low high kind start",
    "kind_if_many": "=out mask kind",
    "kind_of_others": "=out others kind",
    "kinds": "=out a b",
    "kinds_if_open": "=out truth a b",
    "kinds_at_least": "=out truth flag kinds anchor why",
    "kinds_choose": "=out condition yes no",
    "kinds_select": "=out stands kinds start",
    "kinds_differ8": "=out when kinds a b",
    "kinds_differ32": "=out when kinds a b",
    "kinds_members": "=out member kinds others lacks parent body",
    "kinds_values": "=out member kinds parent body",
    "kinds_latest": "=out member member_kinds least most kinds default_low "
    "default_kinds others lacks bounds body",
}
"""Every instruction and its operands; those with `=` are written.

The kernel tells groups apart by this order: on elements, on facts, on lists, on kinds.
"""

CODES: Any = namedtuple("CODES", tuple(OPERATIONS))(*range(len(OPERATIONS)))
"""The number of each instruction, by its name."""
OPERANDS = {
    name: tuple(part.lstrip("=") for part in layout.split())
    for name, layout in OPERATIONS.items()
}


class Instruction(NamedTuple):
    """One operation on every row of a domain."""

    op: str
    domain: int
    operands: tuple[Operand, ...]


class Column(NamedTuple):
    """A column of facts that a program reads: of the person or a list's elements."""

    list: str
    name: str
    null: int
    truth: bool


@dataclass(frozen=True, slots=True)
class Domain:
    """The rows that a nest of lists has in a block, and the registers that say so."""

    lists: tuple[str, ...]
    bounds: Register | None = None
    parent: Register | None = None
    place: Register | None = None
    others: Register | None = None
    row: Register | None = None


class Output(NamedTuple):
    """One result: its name, type, and the output columns of its bounds and kinds."""

    name: str
    type: str
    columns: tuple[int, ...]
    kinds: int


@dataclass
class Program:
    """What the machine runs: the same for any number of persons."""

    domains: list[Domain] = field(default_factory=lambda: [Domain(())])
    instructions: list[Instruction] = field(default_factory=list)
    constants: dict[Register, int] = field(default_factory=dict)
    windows: list[tuple[Register, ...]] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    """The columns that hold the low and the high bound of one fact."""
    lists: list[str] = field(default_factory=list)
    calendars: list[Any] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    results: list[str] = field(default_factory=list)
    """The file of each output column."""
    registers: dict[tuple[str, int], int] = field(default_factory=dict)
    """How many registers each file holds for each domain."""

    def parent_of(self, domain: int) -> int:
        """Return the domain that a domain's last list is entered from."""
        lists = self.domains[domain].lists[:-1]
        return next(i for i, d in enumerate(self.domains) if d.lists == lists)


def read_by(program: Program, instruction: Instruction) -> Iterable[Register]:
    """Yield every register that an instruction reads or writes."""
    for operand in instruction.operands:
        if isinstance(operand, Register):
            yield operand
    if instruction.op == "covered_by":
        window = instruction.operands[-1]
        assert isinstance(window, int)
        if window >= 0:
            yield from program.windows[window]


class _Places:
    """Gives registers their places, and a place again once it is free."""

    def __init__(
        self, constants: Mapping[Register, int], kept: Collection[Register]
    ) -> None:
        self.constants, self.kept = constants, {*constants, *kept}
        self.count: dict[tuple[str, int], int] = {}
        self._free: dict[tuple[str, int], list[int]] = {}
        self._named: dict[Register, Register] = {}

    def of(self, register: Register) -> Register:
        """Return the register's place; a constant has one of its own."""
        known = self._named.get(register)
        if known is None:
            file = register[:2]
            spare = None if register in self.constants else self._free.get(file)
            if spare:
                number = spare.pop()
            else:
                number = self.count.get(file, 0)
                self.count[file] = number + 1
            known = self._named[register] = Register(*file, number)
        return known

    def release(self, register: Register) -> None:
        """Let another register have the place."""
        if register not in self.kept:
            self._free.setdefault(register[:2], []).append(self.of(register).number)


def packed(program: Program) -> Program:
    """Return the program with registers used again after their last reader."""
    last: dict[Register, int] = {}
    for i, instruction in enumerate(program.instructions):
        last |= dict.fromkeys(read_by(program, instruction), i)
    ending: dict[int, list[Register]] = {}
    for register, i in last.items():
        ending.setdefault(i, []).append(register)
    # The kernel looks lists' bounds up by domain, whatever an instruction names.
    bounds = [domain.bounds for domain in program.domains if domain.bounds]
    places = _Places(program.constants, bounds)
    constants = {places.of(r): v for r, v in program.constants.items() if r in last}
    instructions: list[Instruction] = []
    windows: list[tuple[Register, ...]] = []
    for i, (op, domain, operands) in enumerate(program.instructions):
        if op == "covered_by":
            windows.append(tuple(map(places.of, program.windows[len(windows)])))
        new = tuple(places.of(o) if isinstance(o, Register) else o for o in operands)
        instructions.append(Instruction(op, domain, new))
        for register in ending.get(i, ()):
            places.release(register)
    return replace(
        program,
        domains=[
            replace(d, bounds=places.of(d.bounds)) if d.bounds else d
            for d in program.domains
        ],
        instructions=instructions,
        constants=constants,
        windows=windows,
        registers=places.count,
    )


def result_columns(type_: str) -> Sequence[str]:
    """Return what follows a result's name in each of its columns."""
    return {
        "truth": ("",),
        "date": ("_from", "_to"),
        "number": ("_at_least", "_at_most"),
        "term": (
            "_months_at_least",
            "_months_at_most",
            "_days_at_least",
            "_days_at_most",
        ),
    }[type_]
