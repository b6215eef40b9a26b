"""Operations over the elements of a list, as instructions."""

from __future__ import annotations

from tasman.rules.lowering import Step
from tasman.rules.machine.program import I, Operand, Register, T
from tasman.rules.machine.writing import Held, Writer

_SEEN_FROM, _SEEN_UNTIL = -(1 << 20), 1 << 20
"""The window of covered days when a rule gives none, as in the reference."""


class ListWriter(Writer):
    """Writes the operations that range over lists."""

    def _body(self, step: Step, domain: int) -> tuple[int, list[Held], list[Held]]:
        """Work out what a list operation needs of each element, and besides."""
        name, count, _ = step.attrs
        lists = (*self.program.domains[domain].lists, name)
        body = self.domain(lists)
        parts = [self.value(arg, body) for arg in step.args[:count]]
        return body, parts, [self.value(arg, domain) for arg in step.args[count:]]

    def _rows(self, body: int) -> tuple[Register, Register, Register]:
        """What marks rows for others, and says whose rows are which."""
        rows = self.program.domains[body]
        assert rows.others and rows.parent and rows.bounds
        others = rows.others
        if self.shape.lacks(rows.lists[-1], ""):
            others = self.constant(T, body, 1)
        elif self.shape.exact:
            others = self.constant(T, body, 0)
        return others, rows.parent, rows.bounds

    def _listed(self, body: int, *of_each: Held) -> bool:
        """Whether a list's elements are all listed, and these values of them sure."""
        return self._rows(body)[0] in self.definite and self.sure(*of_each)

    def _members(
        self, step: Step, domain: int, body: int, member: Held, shared: bool = True
    ) -> Register:
        """The kinds that leave open which elements are members."""
        others, parent, _ = self._rows(body)
        own = self._none(body, member.kinds)
        operands = (member.bounds[0], own, others, step.attrs[2], parent, body)
        make = self.made if shared else self.fresh
        return make("kinds_members", T, domain, *operands)

    def _op_any(self, step: Step, domain: int) -> Held:
        body, (member,), _ = self._body(step, domain)
        others, parent, _ = self._rows(body)
        operands = (member.bounds[0], others, parent, body)
        sure = self._listed(body, member)
        out = self.truth("any_of", domain, *operands, of=sure)
        if not self.kinds or sure:
            return Held((out,))
        return self._open(domain, out, self._members(step, domain, body, member))

    def _op_count(self, step: Step, domain: int) -> Held:
        body, (member,), _ = self._body(step, domain)
        others, parent, _ = self._rows(body)
        low, high = self.new(I, domain), self.new(I, domain)
        operands = (member.bounds[0], others, parent, body)
        self.emit("count_of", domain, low, high, *operands)
        if self._listed(body, member):
            return Held((low, low))
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
        if self._listed(body, member, value):
            return Held(tuple(bounds[i & ~1] for i in range(len(bounds))))
        return Held(tuple(bounds), self._kinds_with(step, domain, body, member, value))

    def _kinds_with(
        self, step: Step, domain: int, body: int, member: Held, *values: Held
    ) -> Register | None:
        """The kinds of the members, and of these values of them."""
        if not self.kinds:
            return None
        _, parent, _ = self._rows(body)
        kinds = self._members(step, domain, body, member, shared=False)
        for value in values:
            if value.kinds is not None:
                operands = (member.bounds[0], value.kinds, parent, body)
                self.emit("kinds_values", domain, kinds, *operands)
        return kinds

    def _op_latest(self, step: Step, domain: int) -> Held:
        body, (member, value), (default,) = self._body(step, domain)
        others, parent, bounds = self._rows(body)
        low, high = self.new(I, domain), self.new(I, domain)
        operands: tuple[Operand, ...] = (
            member.bounds[0],
            *value.bounds,
            *default.bounds,
            others,
            parent,
            body,
        )
        self.emit("latest_of", domain, low, high, *operands)
        if self._listed(body, member, value) and self.sure(default):
            return Held((low, low))
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
        sure = self._listed(body, member, start, until) and self.sure(*window)
        low = self.new(I, domain)
        high = low if sure else self.new(I, domain)
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
        if sure:
            return Held((low, high))
        kinds = self._kinds_with(step, domain, body, member, start, until)
        if kinds is not None:
            kinds = self._merged(domain, kinds, *(held.kinds for held in window))
        return Held((low, high), kinds)
