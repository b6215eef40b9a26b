"""What every instruction needs to be written: registers, domains, maps between them."""

from __future__ import annotations

from typing import NamedTuple

from tasman.rules.lowering import Use
from tasman.rules.machine.program import (
    Column,
    Domain,
    I,
    Instruction,
    Operand,
    Program,
    Register,
    T,
)
from tasman.rules.machine.pruning import folded
from tasman.rules.machine.shapes import ANY, Shape


class Held(NamedTuple):
    """Where a value is: its bounds' registers, and its kinds' where there are any."""

    bounds: tuple[Register, ...]
    kinds: Register | None = None


class Writer:
    """Writes instructions, registers and the rows that they are about."""

    def __init__(self, kinds: bool, shape: Shape = ANY) -> None:
        self.program = Program()
        self.kinds, self.shape = kinds, shape
        self.definite: set[Register] = set()
        """Truths and choices that are never unknown."""
        self._made: dict[tuple[str, int, tuple[Operand, ...]], Register] = {}
        self._domains: dict[tuple[str, ...], int] = {(): 0}
        self._maps: dict[tuple[int, tuple[int, ...]], Register] = {}
        self._constants: dict[tuple[str, int, int], Register] = {}
        self._columns: dict[Column, int] = {}
        self._count = 0

    def value(self, use: Use, domain: int) -> Held:
        """Return a step's value on the rows of a domain."""
        raise NotImplementedError

    # ------------------------------------------------------------ registers
    def new(self, file: str, domain: int) -> Register:
        """Return a register that nothing else uses."""
        self._count += 1
        return Register(file, domain, self._count)

    def emit(self, op: str, domain: int, *operands: Operand) -> None:
        """Add an instruction."""
        self.program.instructions.append(Instruction(op, domain, operands))

    def fresh(self, op: str, file: str, domain: int, *operands: Operand) -> Register:
        """Add an instruction that writes one new register, and return that."""
        out = self.new(file, domain)
        self.emit(op, domain, out, *operands)
        return out

    def made(self, op: str, file: str, domain: int, *operands: Operand) -> Register:
        """Return what an instruction makes of its operands, written only once.

        Nothing else may write that register.
        """
        key = (op, domain, operands)
        known = self._made.get(key)
        if known is None:
            says = folded(op, operands, self.program.constants)
            if isinstance(says, Register):
                known = says
            elif says is not None:
                known = self.constant(file, domain, says)
            else:
                known = self.fresh(op, file, domain, *operands)
            self._made[key] = known
        return known

    def truth(self, op: str, domain: int, *operands: Operand, of: bool) -> Register:
        """Return the truth an instruction makes: `of` says whether never unknown."""
        out = self.made(op, T, domain, *operands)
        if of:
            self.definite.add(out)
        return out

    def sure(self, *held: Held) -> bool:
        """Return whether values are never unknown: if two bounds, they are one."""
        return all(
            bounds[0] in self.definite
            if len(bounds) == 1
            else bounds[::2] == bounds[1::2]
            for bounds, _ in held
        )

    def constant(self, file: str, domain: int, value: int) -> Register:
        """Return a register that always holds a value."""
        key = (file, domain, value)
        known = self._constants.get(key)
        if known is None:
            known = self._constants[key] = self.new(file, domain)
            self.program.constants[known] = value
            if file == T and value != 1:
                self.definite.add(known)
        return known

    def _none(self, domain: int, kinds: Register | None) -> Register:
        return self.constant(T, domain, 0) if kinds is None else kinds

    # ------------------------------------------------------------ domains
    def domain(self, lists: tuple[str, ...]) -> int:
        """Return the domain of a nest of lists, entered if it was not."""
        known = self._domains.get(lists)
        if known is not None:
            return known
        outer = self.domain(lists[:-1])
        single = self.domain(lists[-1:]) if len(lists) > 1 else 0
        number = len(self.program.domains)
        self._domains[lists] = number
        bounds = self.new(I, outer)
        rows = (self.new(I, number), self.new(I, number), self.new(T, number))
        if outer == 0:
            row = self.new(I, number)
            self.program.domains.append(Domain(lists, bounds, *rows, row=row))
            self.program.lists += lists
            at = len(self.program.lists) - 1
            self.emit("enter", number, bounds, *rows, row, at)
        else:
            self.program.domains.append(Domain(lists, bounds, *rows))
            inner = self.program.domains[single]
            assert inner.bounds is not None and inner.others is not None
            person = self.map(outer, ())
            operands = (bounds, *rows, person, inner.bounds, inner.others)
            self.emit("enter_pairs", number, *operands)
        return number

    def map(self, domain: int, at: tuple[int, ...]) -> Register:
        """Return where each row's loops `at` stand in the domain of those alone."""
        lists = self.program.domains[domain].lists
        assert len(at) < len(lists)
        known = self._maps.get((domain, at))
        if known is None:
            known = self._maps[domain, at] = self._map(domain, at, lists)
        return known

    def _map(
        self, domain: int, at: tuple[int, ...], lists: tuple[str, ...]
    ) -> Register:
        here = self.program.domains[domain]
        assert here.parent is not None and here.place is not None
        outer = self.domain(lists[:-1])
        last = len(lists) - 1
        if last not in at:
            if at == tuple(range(last)):
                return here.parent
            return self.made("map", I, domain, here.parent, self.map(outer, at))
        target = self.program.domains[self.domain(tuple(lists[i] for i in at))]
        assert target.bounds is not None
        before = self.map(outer, at[:-1])
        operands = (here.parent, before, here.place, target.bounds)
        return self.made("map_last", I, domain, *operands)

    # ------------------------------------------------------------ kinds
    def _merged(self, domain: int, *kinds: Register | None) -> Register | None:
        """The kinds of several values together."""
        found = list(dict.fromkeys(k for k in kinds if k is not None))
        if not found:
            return None
        merged = found[0]
        for more in found[1:]:
            merged = self.made("kinds", T, domain, merged, more)
        return merged

    def _open(self, domain: int, truth: Register, *kinds: Register | None) -> Held:
        """A truth with these kinds wherever it is unknown."""
        found = list(dict.fromkeys(k for k in kinds if k is not None))
        if not self.kinds or not found or truth in self.definite:
            return Held((truth,))
        first = self._merged(domain, *found[:-1]) or found[-1]
        out = self.made("kinds_if_open", T, domain, truth, first, found[-1])
        return Held((truth,), out)
