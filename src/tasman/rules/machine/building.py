"""From lowered steps to a program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tasman.facts.arrow import column_names, null_values
from tasman.facts.kinds import FACT, NOT_COVERED
from tasman.rules.evaluate import fields_of
from tasman.rules.lowering import Step, Use
from tasman.rules.machine.program import (
    Column,
    I,
    Operand,
    Output,
    Program,
    Register,
    T,
    packed,
    result_columns,
)
from tasman.rules.machine.pruning import pruned
from tasman.rules.machine.ranging import ListWriter
from tasman.rules.machine.shapes import ANY, Shape
from tasman.rules.machine.writing import Held
from tasman.rules.values import unknown_value


def build(
    outputs: Mapping[str, Step],
    *,
    kinds: bool,
    like: Program | None = None,
    shape: Shape = ANY,
) -> Program:
    """Return the program that works out these steps of the person, each by its name.

    Its output columns are those of `like`, a program for the same names, if given; it
    may be run on rows of that shape alone.
    """
    builder = Builder(kinds, like, shape)
    for name, step in outputs.items():
        builder.output(name, step)
    if shape == ANY:
        return packed(builder.program)
    return packed(pruned(builder.program))


class Builder(ListWriter):
    """Writes instructions for steps, each step once."""

    def __init__(
        self, kinds: bool, like: Program | None = None, shape: Shape = ANY
    ) -> None:
        super().__init__(kinds, shape)
        self._like = None if like is None else {o.name: o for o in like.outputs}
        self._written: set[int] = set()
        if like is not None:
            self.program.results = list(like.results)
        self._held: dict[tuple[Step, int, tuple[int, ...]], Held] = {}
        self._columns_of: dict[Register, int] = {}
        self._make: Mapping[str, Callable[[Step, int], Held]] = {
            name[4:]: getattr(self, name) for name in dir(self) if name[:4] == "_op_"
        }

    # ------------------------------------------------------------ values
    def output(self, name: str, step: Step) -> None:
        """Write what a step comes to into output columns."""
        held = self.value(Use(step, ()), 0)
        registers = list(held.bounds)
        assert len(registers) == len(result_columns(step.type))
        if self.kinds:
            registers.append(self._none(0, held.kinds))
        if self._like is None:
            columns = [self._column_of(register) for register in registers]
        else:
            like = self._like[name]
            columns = [*like.columns, like.kinds][: len(registers)]
        for column, register in zip(columns, registers, strict=True):
            if column not in self._written:
                self._written.add(column)
                op = "out8" if register.file == T else "out32"
                self.emit(op, 0, register, column)
        kinds = columns.pop() if self.kinds else -1
        self.program.outputs.append(Output(name, step.type, tuple(columns), kinds))

    def _column_of(self, register: Register) -> int:
        """The output column of a register: one, for all results that it is."""
        column = self._columns_of.get(register)
        if column is None:
            self.program.results.append(register.file)
            column = self._columns_of[register] = len(self.program.results) - 1
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
                new = self.made(op, register.file, domain, register, places)
                moved[register] = new
                if register in self.definite:
                    self.definite.add(new)
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
        if self.shape.lacks(list_, name):
            return self.constant(file, domain, null)
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
        columns = tuple(zip(column_names(field), null_values(field), strict=True))
        bounds = self._bounds(file, domain, list_, columns)
        if not self.kinds or self.sure(Held(bounds)):
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

    def _bounds(
        self, file: str, domain: int, list_: str, columns: Sequence[tuple[str, int]]
    ) -> tuple[Register, ...]:
        """Read a fact's columns; of two bounds that are alike, only one."""
        there = [not self.shape.lacks(list_, name) for name, _ in columns]
        found: list[Register] = []
        for i, (name, null) in enumerate(columns):
            if i % 2 and self.shape.exact and there[i - 1] and there[i]:
                found.append(found[-1])
            else:
                found.append(self._load(file, domain, list_, name, null))
        if len(columns) == 1 and self.shape.exact and there[0]:
            self.definite.add(found[0])
        if self.shape == ANY and len(columns) > 1:
            at = [self._column(list_, name, null, False) for name, null in columns]
            self.program.pairs += zip(at[::2], at[1::2], strict=True)
        return tuple(found)

    def _op_position(self, step: Step, domain: int) -> Held:
        here = self.program.domains[domain]
        others, *_ = self._rows(domain)
        assert here.place is not None
        if others in self.definite:
            return Held((here.place, here.place))
        high = self.made("unbounded", I, domain, here.place, others)
        if not self.kinds:
            return Held((here.place, high))
        kinds = self.made("kind_of_others", T, domain, others, FACT)
        return Held((here.place, high), kinds)

    # ------------------------------------------------------------ truth
    def _op_not(self, step: Step, domain: int) -> Held:
        (held,) = self._args(step, domain)
        out = self.truth("negate", domain, held.bounds[0], of=self.sure(held))
        return Held((out,), held.kinds)

    def _folded(self, op: str, step: Step, domain: int) -> Held:
        args = self._args(step, domain)
        out = args[0].bounds[0]
        for arg in args[1:]:
            sure = out in self.definite and self.sure(arg)
            out = self.truth(op, domain, out, arg.bounds[0], of=sure)
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
        out = self.truth(op, domain, *a.bounds, *b.bounds, of=self.sure(a, b))
        return self._open(domain, out, a.kinds, b.kinds)

    def _op_is_in(self, step: Step, domain: int) -> Held:
        (choice,) = self._args(step, domain)
        operands = (choice.bounds[0], step.attrs[0])
        out = self.truth("is_in", domain, *operands, of=self.sure(choice))
        return self._open(domain, out, choice.kinds)

    def _op_at_least(self, step: Step, domain: int) -> Held:
        term, other, *anchors = self._args(step, domain)
        backwards, why = step.attrs
        out, flag = self.new(T, domain), self.new(T, domain)
        anchor = Held((self.constant(I, domain, 0), self.constant(I, domain, 1)))
        if anchors:
            anchor = anchors[0]
        operands: tuple[Operand, ...]
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
        sure, bounds = self.sure(when, yes, no), []
        for i, (a, b) in enumerate(zip(yes.bounds, no.bounds, strict=True)):
            if truth:
                bounds.append(self.truth("choose8", domain, which, a, b, of=sure))
            else:
                high = 0 if sure else i % 2
                bounds.append(self.made("choose32", I, domain, which, a, b, high))
        if not self.kinds or sure:
            return Held(tuple(bounds))
        sides = (self._none(domain, yes.kinds), self._none(domain, no.kinds))
        kinds = self.fresh("kinds_choose", T, domain, which, *sides)
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
        high = self.made("move", I, domain, day.bounds[1], m1, d1, 0)
        return Held((low, high), self._merged(domain, day.kinds, term.kinds))

    def _op_take_term(self, step: Step, domain: int) -> Held:
        day, term = self._args(step, domain)
        m0, m1, d0, d1 = term.bounds
        low = self.made("move", I, domain, day.bounds[0], m1, d1, 1)
        high = self.made("move", I, domain, day.bounds[1], m0, d0, 1)
        return Held((low, high), self._merged(domain, day.kinds, term.kinds))

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
            always = step.args[1].step.op == "const"
            make = self.made if always else self.fresh
            on = make("stands", T, domain, *day.bounds, since, until)
            if not always:
                here = (known.bounds[0], known_since, known_until)
                self.emit("known", domain, on, *here)
            operands: tuple[Operand, ...]
            operands = (on, *day.bounds, since, until, int(i == 0))
            self.emit("cover", domain, cover, *operands)
            standing.append((on, body))
        gap = self.made("gap", T, domain, cover, *day.bounds)
        standing.append((gap, self._fixed(_not_in_force(step.type), domain)))
        held = self._joined(step.type, domain, standing, day.kinds)
        if step.type == "truth" and self.sure(day, *bodies):
            # Versions do not overlap, so that one stands, or none and it is "no".
            self.definite.add(held.bounds[0])
            return Held(held.bounds)
        return held

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


def _not_in_force(type_: str) -> Step:
    """The step for a day on which no version stands."""
    if type_ == "truth":
        return Step("const", "truth", (), (), (0,), -1)
    return Step("missing", type_, (), (), (NOT_COVERED,), -1)
