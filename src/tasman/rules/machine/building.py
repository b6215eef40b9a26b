"""From lowered steps to a program: registers, domains, and the maps between domains."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tasman.facts.arrow import column_names, null_values
from tasman.facts.kinds import FACT, NOT_COVERED
from tasman.rules.evaluate import fields_of
from tasman.rules.lowering import Step, Use
from tasman.rules.machine.program import (
    Column,
    Domain,
    I,
    Instruction,
    Operand,
    Output,
    Program,
    Register,
    T,
    packed,
    result_columns,
)
from tasman.rules.values import unknown_value

_SEEN_FROM, _SEEN_UNTIL = -(1 << 20), 1 << 20
"""The window of covered days when a rule gives none, as in the reference."""


class Held(NamedTuple):
    """Where a value is: its bounds' registers, and its kinds' where there are any."""

    bounds: tuple[Register, ...]
    kinds: Register | None = None


def build(outputs: Mapping[str, Step], *, kinds: bool) -> Program:
    """Return the program that works out these steps of the person, each by its name."""
    builder = Builder(kinds)
    for name, step in outputs.items():
        builder.output(name, step)
    return packed(builder.program)


class Builder:
    """Writes instructions for steps, each step once."""

    def __init__(self, kinds: bool) -> None:
        self.program = Program()
        self.kinds = kinds
        self._held: dict[tuple[Step, int, tuple[int, ...]], Held] = {}
        self._domains: dict[tuple[str, ...], int] = {(): 0}
        self._maps: dict[tuple[int, tuple[int, ...]], Register] = {}
        self._constants: dict[tuple[str, int, int], Register] = {}
        self._columns: dict[Column, int] = {}
        self._count = 0
        self._make: Mapping[str, Callable[[Step, int], Held]] = {
            name[4:]: getattr(self, name) for name in dir(self) if name[:4] == "_op_"
        }

    # ------------------------------------------------------------ registers
    def new(self, file: str, domain: int) -> Register:
        """Return a register that nothing else uses."""
        self._count += 1
        return Register(file, domain, self._count)

    def emit(self, op: str, domain: int, *operands: Operand) -> None:
        """Add an instruction."""
        self.program.instructions.append(Instruction(op, domain, operands))

    def made(self, op: str, file: str, domain: int, *operands: Operand) -> Register:
        """Add an instruction that writes one new register, and return that."""
        out = self.new(file, domain)
        self.emit(op, domain, out, *operands)
        return out

    def constant(self, file: str, domain: int, value: int) -> Register:
        """Return a register that always holds a value."""
        key = (file, domain, value)
        known = self._constants.get(key)
        if known is None:
            known = self._constants[key] = self.new(file, domain)
            self.program.constants[known] = value
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
        rows = [self.new(file, number) for file in (I, I, T)]
        if outer == 0:
            row = self.new(I, number)
            self.program.domains.append(Domain(lists, bounds, *rows, row))
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
        """Return where each row's loops `at` stand in the domain of those loops alone."""
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

    # ------------------------------------------------------------ values
    def output(self, name: str, step: Step) -> None:
        """Write what a step comes to into output columns."""
        held = self.value(Use(step, ()), 0)
        columns = []
        for register in held.bounds:
            columns.append(self._result(register))
        kinds = -1
        if self.kinds:
            kinds = self._result(self._none(0, held.kinds))
        suffixes = result_columns(step.type)
        assert len(suffixes) == len(columns)
        self.program.outputs.append(Output(name, step.type, tuple(columns), kinds))

    def _result(self, register: Register) -> int:
        self.program.results.append(register.file)
        column = len(self.program.results) - 1
        self.emit("out8" if register.file == T else "out32", 0, register, column)
        return column

    def value(self, use: Use, domain: int) -> Held:
        """Return a step's value on the rows of a domain, made or brought there.

        `use.at` counts loops of that domain.
        """
        step = use.step
        if step.op in ("const", "missing", "lack"):
            return self._fixed(step, domain)
        key = (step, domain, use.at)
        held = self._held.get(key)
        if held is None:
            own = self.domain(step.domain)
            whole = tuple(range(len(step.domain)))
            if own == domain and use.at == whole:
                held = self._make[step.op](step, domain)
            else:
                held = self._brought(self.value(Use(step, whole), own), domain, use.at)
            self._held[key] = held
        return held

    def _brought(self, held: Held, domain: int, at: tuple[int, ...]) -> Held:
        places = self.map(domain, at)
        moved: dict[Register, Register] = {}
        for register in (*held.bounds, *((held.kinds,) if held.kinds else ())):
            if register not in moved:
                op = "gather8" if register.file == T else "gather32"
                moved[register] = self.made(op, register.file, domain, register, places)
        kinds = None if held.kinds is None else moved[held.kinds]
        return Held(tuple(moved[r] for r in held.bounds), kinds)

    def _fixed(self, step: Step, domain: int) -> Held:
        kinds = 0
        if step.op == "lack":
            values: tuple[int, ...] = (1,)
            kinds = step.attrs[0]
        elif step.op == "missing":
            *found, kinds = unknown_value(step.type, step.attrs[0])
            values = tuple(found)
        elif step.type == "term":
            months, days = step.attrs
            values = (months, months, days, days)
        else:
            values = step.attrs if step.type == "truth" else step.attrs * 2
        file = T if step.type == "truth" else I
        bounds = tuple(self.constant(file, domain, value) for value in values)
        if not kinds or not self.kinds:
            return Held(bounds)
        return Held(bounds, self.constant(T, domain, kinds))

    def _args(self, step: Step, domain: int) -> list[Held]:
        return [self.value(arg, domain) for arg in step.args]

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
        if not self.kinds or not found:
            return Held((truth,))
        first = self._merged(domain, *found[:-1]) or found[-1]
        out = self.made("kinds_if_open", T, domain, truth, first, found[-1])
        return Held((truth,), out)

    # ------------------------------------------------------------ leaves
    def _column(self, list_: str, name: str, null: int, truth: bool) -> int:
        column = Column(list_, name, null, truth)
        known = self._columns.get(column)
        if known is None:
            known = self._columns[column] = len(self.program.columns)
            self.program.columns.append(column)
        return known

    def _load(
        self, file: str, domain: int, list_: str, name: str, null: int
    ) -> Register:
        row = self.program.domains[domain].row
        at = self._column(list_, name, null, file == T)
        op = "load8" if file == T else "load32"
        return self.made(op, file, domain, at, null, -1 if row is None else row)

    def _op_clock(self, step: Step, domain: int) -> Held:
        name = step.attrs[0]
        day = self._load(I, domain, "", name, 0)
        return Held((day, day))

    def _op_field(self, step: Step, domain: int) -> Held:
        record, name, lacks, _ = step.attrs
        field = fields_of(record)[name]
        list_ = step.domain[0] if step.domain else ""
        file = T if step.type == "truth" else I
        names, nulls = column_names(field), null_values(field)
        bounds = tuple(
            self._load(file, domain, list_, column, null)
            for column, null in zip(names, nulls, strict=True)
        )
        if not self.kinds:
            return Held(bounds)
        if step.type == "truth":
            kinds = self.made("kind_if_open", T, domain, bounds[0], lacks)
        elif step.type == "choice":
            kinds = self.made("kind_if_many", T, domain, bounds[0], lacks)
        else:
            kinds = self.new(T, domain)
            for i in range(0, len(bounds), 2):
                pair = (bounds[i], bounds[i + 1])
                self.emit("kind_if_differ", domain, kinds, *pair, lacks, int(i == 0))
        return Held(bounds, kinds)

    def _op_position(self, step: Step, domain: int) -> Held:
        here = self.program.domains[domain]
        assert here.place is not None and here.others is not None
        high = self.made("unbounded", I, domain, here.place, here.others)
        if not self.kinds:
            return Held((here.place, high))
        kinds = self.made("kind_of_others", T, domain, here.others, FACT)
        return Held((here.place, high), kinds)

    # ------------------------------------------------------------ truth
    def _op_not(self, step: Step, domain: int) -> Held:
        (held,) = self._args(step, domain)
        return Held((self.made("negate", T, domain, held.bounds[0]),), held.kinds)

    def _folded(self, op: str, step: Step, domain: int) -> Held:
        args = self._args(step, domain)
        out = args[0].bounds[0]
        for arg in args[1:]:
            out = self.made(op, T, domain, out, arg.bounds[0])
        return self._open(domain, out, *(arg.kinds for arg in args))

    def _op_and(self, step: Step, domain: int) -> Held:
        return self._folded("both", step, domain)

    def _op_or(self, step: Step, domain: int) -> Held:
        return self._folded("either", step, domain)

    def _op_join(self, step: Step, domain: int) -> Held:
        args = self._args(step, domain)
        out = args[0].bounds[0]
        for arg in args[1:]:
            out = self.made("agree", T, domain, out, arg.bounds[0])
        if not self.kinds:
            return Held((out,))
        kinds = self.new(T, domain)
        always = self.constant(T, domain, 1)
        why = self.constant(T, domain, step.attrs[0])
        for i, arg in enumerate(args):
            own = self._none(domain, arg.kinds)
            self.emit("kinds_select", domain, kinds, always, own, int(i == 0))
        for arg in args[1:]:
            pair = (args[0].bounds[0], arg.bounds[0])
            self.emit("kinds_differ8", domain, kinds, always, why, *pair)
        return self._open(domain, out, kinds)

    def _op_compare(self, step: Step, domain: int) -> Held:
        a, b = self._args(step, domain)
        op = {"<=": "at_most", "<": "less", "==": "equal"}[step.attrs[0]]
        out = self.made(op, T, domain, *a.bounds, *b.bounds)
        return self._open(domain, out, a.kinds, b.kinds)

    def _op_is_in(self, step: Step, domain: int) -> Held:
        (choice,) = self._args(step, domain)
        out = self.made("is_in", T, domain, choice.bounds[0], step.attrs[0])
        return self._open(domain, out, choice.kinds)

    def _op_at_least(self, step: Step, domain: int) -> Held:
        term, other, *anchors = self._args(step, domain)
        backwards, why = step.attrs
        out, flag = self.new(T, domain), self.new(T, domain)
        anchor = Held((self.constant(I, domain, 0), self.constant(I, domain, 1)))
        if anchors:
            anchor = anchors[0]
        operands = (*term.bounds, *other.bounds, *anchor.bounds, int(backwards))
        self.emit("at_least", domain, out, flag, *operands)
        if not self.kinds:
            return Held((out,))
        own = self._none(domain, self._merged(domain, term.kinds, other.kinds))
        more = self._none(domain, anchor.kinds)
        operands_ = (out, flag, own, more, why)
        return Held((out,), self.made("kinds_at_least", T, domain, *operands_))

    # ------------------------------------------------------------ values
    def _op_choose(self, step: Step, domain: int) -> Held:
        when, yes, no = self._args(step, domain)
        which, truth = when.bounds[0], step.type == "truth"
        bounds = []
        for i, (a, b) in enumerate(zip(yes.bounds, no.bounds, strict=True)):
            if truth:
                bounds.append(self.made("choose8", T, domain, which, a, b))
            else:
                bounds.append(self.made("choose32", I, domain, which, a, b, i % 2))
        if not self.kinds:
            return Held(tuple(bounds))
        sides = (self._none(domain, yes.kinds), self._none(domain, no.kinds))
        kinds = self.made("kinds_choose", T, domain, which, *sides)
        why = self._none(domain, when.kinds)
        for a, b in zip(yes.bounds, no.bounds, strict=True):
            op = "kinds_differ8" if truth else "kinds_differ32"
            self.emit(op, domain, kinds, which, why, a, b)
        if truth:
            return self._open(domain, bounds[0], kinds)
        return Held(tuple(bounds), kinds)

    def _op_plus(self, step: Step, domain: int) -> Held:
        a, b = self._args(step, domain)
        low = self.made("add", I, domain, a.bounds[0], b.bounds[0])
        high = self.made("add", I, domain, a.bounds[1], b.bounds[1])
        return Held((low, high), self._merged(domain, a.kinds, b.kinds))

    def _op_minus(self, step: Step, domain: int) -> Held:
        a, b = self._args(step, domain)
        low = self.made("subtract", I, domain, a.bounds[0], b.bounds[1])
        high = self.made("subtract", I, domain, a.bounds[1], b.bounds[0])
        return Held((low, high), self._merged(domain, a.kinds, b.kinds))

    def _op_as_days(self, step: Step, domain: int) -> Held:
        (days,) = self._args(step, domain)
        none = self.constant(I, domain, 0)
        return Held((none, none, *days.bounds), days.kinds)

    def _op_add_term(self, step: Step, domain: int) -> Held:
        day, term = self._args(step, domain)
        m0, m1, d0, d1 = term.bounds
        low = self.made("move", I, domain, day.bounds[0], m0, d0, 0)
        high = self._same(day, term, low)
        if high is None:
            high = self.made("move", I, domain, day.bounds[1], m1, d1, 0)
        return Held((low, high), self._merged(domain, day.kinds, term.kinds))

    def _op_take_term(self, step: Step, domain: int) -> Held:
        day, term = self._args(step, domain)
        m0, m1, d0, d1 = term.bounds
        low = self.made("move", I, domain, day.bounds[0], m1, d1, 1)
        high = self._same(day, term, low)
        if high is None:
            high = self.made("move", I, domain, day.bounds[1], m0, d0, 1)
        return Held((low, high), self._merged(domain, day.kinds, term.kinds))

    @staticmethod
    def _same(day: Held, term: Held, low: Register) -> Register | None:
        """The low bound again, if nothing can part the bounds."""
        m0, m1, d0, d1 = term.bounds
        exact = day.bounds[0] == day.bounds[1] and m0 == m1 and d0 == d1
        return low if exact else None

    def _op_roll(self, step: Step, domain: int) -> Held:
        (day,) = self._args(step, domain)
        calendars = self.program.calendars
        if step.attrs not in calendars:
            calendars.append(step.attrs)
        at = calendars.index(step.attrs)
        bounds = tuple(self.made("roll", I, domain, bound, at) for bound in day.bounds)
        return Held(bounds, day.kinds)

    # ------------------------------------------------------------ versions
    def _op_select(self, step: Step, domain: int) -> Held:
        day, known, *bodies = self._args(step, domain)
        spans: list[tuple[int, int, int, int]] = list(step.attrs)
        cover = self.new(I, domain)
        standing: list[tuple[Register, Held]] = []
        for i, (span, body) in enumerate(zip(spans, bodies, strict=True)):
            since, until, known_since, known_until = span
            on = self.made("stands", T, domain, *day.bounds, since, until)
            if step.args[1].step.op != "const":
                here = (known.bounds[0], known_since, known_until)
                self.emit("known", domain, on, *here)
            operands = (on, *day.bounds, since, until, int(i == 0))
            self.emit("cover", domain, cover, *operands)
            standing.append((on, body))
        gap = self.made("gap", T, domain, cover, *day.bounds)
        standing.append((gap, self._fixed(_not_in_force(step.type), domain)))
        return self._joined(step.type, domain, standing, day.kinds)

    def _joined(
        self,
        type_: str,
        domain: int,
        standing: Sequence[tuple[Register, Held]],
        why: Register | None,
    ) -> Held:
        truth = type_ == "truth"
        bounds = []
        for at in range(len(standing[0][1].bounds)):
            out = self.new(T if truth else I, domain)
            for i, (on, held) in enumerate(standing):
                value, start = held.bounds[at], int(i == 0)
                if truth:
                    self.emit("select8", domain, out, on, value, start)
                else:
                    self.emit("select32", domain, out, on, value, at % 2, start)
            bounds.append(out)
        if not self.kinds:
            return Held(tuple(bounds))
        kinds = self.new(T, domain)
        for i, (on, held) in enumerate(standing):
            own = self._none(domain, held.kinds)
            self.emit("kinds_select", domain, kinds, on, own, int(i == 0))
        if why is not None:
            op = "kinds_differ8" if truth else "kinds_differ32"
            for on, held in standing:
                for value, out in zip(held.bounds, bounds, strict=True):
                    self.emit(op, domain, kinds, on, why, value, out)
        return (
            self._open(domain, bounds[0], kinds)
            if truth
            else Held(tuple(bounds), kinds)
        )

    # ------------------------------------------------------------ lists
    def _body(self, step: Step, domain: int) -> tuple[int, list[Held], list[Held]]:
        """Work out what a list operation needs of each element, and besides."""
        name, count, _ = step.attrs
        lists = (*self.program.domains[domain].lists, name)
        body = self.domain(lists)
        parts = [self.value(arg, body) for arg in step.args[:count]]
        return body, parts, [self.value(arg, domain) for arg in step.args[count:]]

    def _rows(self, body: int) -> tuple[Register, Register, Register]:
        rows = self.program.domains[body]
        assert rows.others and rows.parent and rows.bounds
        return rows.others, rows.parent, rows.bounds

    def _members(self, step: Step, domain: int, body: int, member: Held) -> Register:
        """The kinds that leave open which elements are members."""
        others, parent, _ = self._rows(body)
        own = self._none(body, member.kinds)
        operands = (member.bounds[0], own, others, step.attrs[2], parent, body)
        return self.made("kinds_members", T, domain, *operands)

    def _op_any(self, step: Step, domain: int) -> Held:
        body, (member,), _ = self._body(step, domain)
        others, parent, _ = self._rows(body)
        out = self.made("any_of", T, domain, member.bounds[0], others, parent, body)
        if not self.kinds:
            return Held((out,))
        return self._open(domain, out, self._members(step, domain, body, member))

    def _op_count(self, step: Step, domain: int) -> Held:
        body, (member,), _ = self._body(step, domain)
        others, parent, _ = self._rows(body)
        low, high = self.new(I, domain), self.new(I, domain)
        operands = (member.bounds[0], others, parent, body)
        self.emit("count_of", domain, low, high, *operands)
        if not self.kinds:
            return Held((low, high))
        return Held((low, high), self._members(step, domain, body, member))

    def _op_total(self, step: Step, domain: int) -> Held:
        body, (member, value), _ = self._body(step, domain)
        others, parent, _ = self._rows(body)
        bounds: list[Register] = []
        for i in range(0, len(value.bounds), 2):
            low, high = self.new(I, domain), self.new(I, domain)
            pair = (value.bounds[i], value.bounds[i + 1])
            operands = (member.bounds[0], *pair, others, parent, body)
            self.emit("total_of", domain, low, high, *operands)
            bounds += (low, high)
        return Held(tuple(bounds), self._kinds_with(step, domain, body, member, value))

    def _kinds_with(
        self, step: Step, domain: int, body: int, member: Held, *values: Held
    ) -> Register | None:
        """The kinds of the members, and of these values of them."""
        if not self.kinds:
            return None
        _, parent, _ = self._rows(body)
        kinds = self._members(step, domain, body, member)
        for value in values:
            if value.kinds is not None:
                operands = (member.bounds[0], value.kinds, parent, body)
                self.emit("kinds_values", domain, kinds, *operands)
        return kinds

    def _op_latest(self, step: Step, domain: int) -> Held:
        body, (member, value), (default,) = self._body(step, domain)
        others, parent, bounds = self._rows(body)
        low, high = self.new(I, domain), self.new(I, domain)
        operands = (
            member.bounds[0],
            *value.bounds,
            *default.bounds,
            others,
            parent,
            body,
        )
        self.emit("latest_of", domain, low, high, *operands)
        if not self.kinds:
            return Held((low, high))
        kinds = self.made(
            "kinds_latest",
            T,
            domain,
            member.bounds[0],
            self._none(body, member.kinds),
            *value.bounds,
            self._none(body, value.kinds),
            default.bounds[0],
            self._none(domain, default.kinds),
            others,
            step.attrs[2],
            bounds,
            body,
        )
        return Held((low, high), kinds)

    def _op_covered(self, step: Step, domain: int) -> Held:
        body, (member, start, until), window = self._body(step, domain)
        others, _, rows = self._rows(body)
        ends = [
            (self.constant(I, domain, day),) * 2 for day in (_SEEN_FROM, _SEEN_UNTIL)
        ]
        opens, closes = [held.bounds for held in window] or ends
        self.program.windows.append((*opens, *closes))
        low, high = self.new(I, domain), self.new(I, domain)
        self.emit(
            "covered_by",
            domain,
            low,
            high,
            member.bounds[0],
            *start.bounds,
            *until.bounds,
            others,
            rows,
            body,
            len(self.program.windows) - 1,
        )
        kinds = self._kinds_with(step, domain, body, member, start, until)
        if kinds is not None:
            kinds = self._merged(domain, kinds, *(held.kinds for held in window))
        return Held((low, high), kinds)


def _not_in_force(type_: str) -> Step:
    """The step for a day on which no version stands."""
    if type_ == "truth":
        return Step("const", "truth", (), (), (0,), -1)
    return Step("missing", type_, (), (), (NOT_COVERED,), -1)
