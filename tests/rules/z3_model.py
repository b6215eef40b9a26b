"""A law as formulas over all complete cases with at most so many elements in a list.

The same expressions that are evaluated for one case become Z3 terms: references are
followed, and the versions that stand on given dates are chosen. A truth is a pair,
*must* (the engine says yes) and *may* (it does not say no): they part only where the
law leaves something open. Other values are intervals.

Days are whole numbers and months are not days, so the calendar enters as functions of
which only true things are said: so many months span at least 28 and at most 31 days
each, more months span more days. Whatever is proved of every such calendar is true of
ours. A counterexample may be one of another calendar: it is to be put to the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import z3

from tasman.facts.case import YES, Elements
from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.fields import ChoiceField, Field, ListField, Record
from tasman.facts.terms import MOST_DAYS, MOST_MONTHS
from tasman.rules.expressions import Node
from tasman.rules.law import Law
from tasman.rules.provisions import Version

Truth = tuple[Any, Any]
Rows = Mapping[int, tuple[type[Record], str, int]]
"""By depth: the record, its path in the case, its place in the list."""

INT = z3.IntSort()


class Model:
    """A law's provisions as formulas, on one day of knowledge and any as-at day.

    `given` collects what is true of every case and every calendar. Two models of one
    root share their variables: they speak of the same case, perhaps on two days.
    """

    def __init__(
        self,
        law: Law,
        root: type[Record],
        known_at: int,
        most: int,
        as_at: int | None = None,
    ) -> None:
        self.law, self.root, self.known_at, self.most = law, root, known_at, most
        self.as_at = z3.Int("as_at") if as_at is None else z3.IntVal(as_at)
        self.given: list[Any] = [self.as_at > EARLIEST, self.as_at < NEVER]
        self.fields: dict[str, tuple[Field[Any], Any]] = {}
        self._lists: dict[str, list[Any]] = {}
        self._known: dict[Any, Any] = {}
        self._spans: list[Any] = []
        self._least = z3.Function("fewest_days", INT, INT)
        self._most = z3.Function("most_days", INT, INT)
        self._between = z3.Function("days_between", INT, INT, INT, z3.BoolSort(), INT)
        self._inside = z3.Function(
            "in_calendar", INT, INT, z3.BoolSort(), z3.BoolSort()
        )
        self._moved = z3.Function("moved", INT, INT, INT, z3.BoolSort(), INT)

    # ------------------------------------------------------------------ provisions
    def truth(self, pinpoint: str, law_at: int) -> Truth:
        """Must and may of a provision about the person, on a date of the law."""
        rows = {-1: (self.root, "", 0)}
        found: Truth = self._provision(self.law.find(pinpoint), rows, law_at)
        return found

    def _provision(self, pinpoint: str, rows: Rows, law_at: int) -> Any:
        key = (pinpoint, tuple(row[1] for row in rows.values()), law_at)
        if key not in self._known:
            self._known[key] = self._versions(pinpoint, rows, law_at)
        return self._known[key]

    def _versions(self, pinpoint: str, rows: Rows, law_at: int) -> Any:
        standing = [
            version
            for version in self.law.versions(pinpoint)
            if version.known_since <= self.known_at < version.known_until
        ]
        type_ = self.law.versions(pinpoint)[0].type
        if not standing:
            return self._out_of_force(type_)
        selector = standing[0].selector
        if selector.op == "clock" and selector.attrs[0] == "law_at":
            for version in standing:
                if version.since <= law_at < version.until:
                    return self.value(version.body, rows, version, law_at)
            return self._out_of_force(type_)
        on, last = self.value(selector, rows, None, law_at)
        if not z3.eq(on, last):
            raise NotImplementedError(f"{pinpoint}: an open date selects its version")
        result = self._out_of_force(type_)
        for version in standing:
            inside = z3.And(version.since <= on, on < version.until)
            value = self.value(version.body, rows, version, law_at)
            pairs = zip(value, result, strict=True)
            result = tuple(z3.If(inside, this, other) for this, other in pairs)
        return result

    def _out_of_force(self, type_: str) -> Any:
        if type_ == "truth":
            return (z3.BoolVal(False), z3.BoolVal(False))
        return self._anything(type_)

    def _anything(self, type_: str) -> Any:
        found = []
        for _ in range(2 if type_ == "term" else 1):
            low, high = z3.FreshInt(type_), z3.FreshInt(type_)
            self.given.append(low <= high)
            found += [low, high]
        return tuple(found)

    def value(
        self, node: Node, rows: Rows, version: Version | None, law_at: int
    ) -> Any:
        """An expression as Z3 terms: must and may, or the ends of an interval."""
        paths = tuple((depth, row[1]) for depth, row in rows.items())
        key = (node, paths, version and version.parameters, law_at)
        if key not in self._known:
            work = getattr(self, f"_op_{node.op}")
            self._known[key] = work(_At(self, node, rows, version, law_at))
        return self._known[key]

    # ------------------------------------------------------------------ leaves
    def _op_const(self, at: _At) -> Any:
        return _constant(at.node)

    def _op_parameter(self, at: _At) -> Any:
        assert at.version is not None
        return _constant(dict(at.version.parameters)[at.node.attrs[1]])

    def _op_clock(self, at: _At) -> Any:
        known = {"law_at": at.law_at, "known_at": self.known_at}
        day = known.get(at.node.attrs[0])
        return (self.as_at,) * 2 if day is None else (z3.IntVal(day),) * 2

    def _op_lack(self, at: _At) -> Any:
        return (z3.BoolVal(False), z3.BoolVal(True))

    def _op_field(self, at: _At) -> Any:
        record, path, place = at.rows[at.node.args[0].attrs[0]]
        name = at.node.attrs[1]
        if name == "position":
            return (z3.IntVal(place),) * 2
        where = f"{path}{name}"
        if where not in self.fields:
            field = record.fields()[name]
            self.fields[where] = (field, self._variable(where, field))
        return self.fields[where][1]

    def _variable(self, where: str, field: Field[Any]) -> Any:
        if field.type == "truth":
            return (z3.Bool(where),) * 2
        if field.type == "term":
            months, days = z3.Int(f"{where} months"), z3.Int(f"{where} days")
            self.given += [months >= 0, months <= MOST_MONTHS]
            self.given += [days >= 0, days <= MOST_DAYS]
            return (months, months, days, days)
        whole = z3.Int(where)
        if isinstance(field, ChoiceField):
            self.given += [whole >= 0, whole < len(field.values)]
            return (whole,)
        low, high = (EARLIEST, NEVER) if field.type == "date" else (-(10**6), 10**6)
        self.given += [low <= whole, whole <= high]
        return (whole, whole)

    def _op_ref(self, at: _At) -> Any:
        rows = {-1 - i: at.rows[a.attrs[0]] for i, a in enumerate(at.node.args)}
        return self._provision(at.node.attrs[0], rows, at.law_at)

    # ------------------------------------------------------------------ truths
    def _op_not(self, at: _At) -> Any:
        must, may = at.arg(0)
        return (z3.Not(may), z3.Not(must))

    def _op_and(self, at: _At) -> Any:
        return tuple(z3.And(list(plane)) for plane in zip(*at.args(), strict=True))

    def _op_or(self, at: _At) -> Any:
        return tuple(z3.Or(list(plane)) for plane in zip(*at.args(), strict=True))

    def _op_join(self, at: _At) -> Any:
        must, may = zip(*at.args(), strict=True)
        return (z3.And(list(must)), z3.Or(list(may)))

    def _op_compare(self, at: _At) -> Any:
        (a_low, a_high), (b_low, b_high) = at.args()
        if at.node.attrs[0] == "<=":
            return (a_high <= b_low, a_low <= b_high)
        if at.node.attrs[0] == "<":
            return (a_high < b_low, a_low < b_high)
        exact = z3.And(a_low == a_high, b_low == b_high, a_low == b_low)
        return (exact, z3.And(a_low <= b_high, b_low <= a_high))

    def _op_is_in(self, at: _At) -> Any:
        (word,) = at.arg(0)
        mask = at.node.attrs[0]
        among = z3.Or([word == i for i in range(30) if mask >> i & 1])
        return (among, among)

    def _op_at_least(self, at: _At) -> Any:
        m0, m1, d0, d1 = at.arg(0)
        n0, n1, e0, e1 = at.arg(1)
        anchor = at.arg(2) if len(at.node.args) > 2 else None
        backwards = z3.BoolVal(bool(at.node.attrs[0]))
        must, _ = self._reaches(m0, d0, n1, e1, anchor, backwards)
        _, may = self._reaches(m1, d1, n0, e0, anchor, backwards)
        return (must, may)

    def _reaches(
        self, months: Any, days: Any, wanted: Any, more: Any, anchor: Any, back: Any
    ) -> Truth:
        """Whether so many months and days are as many months and days as wanted."""
        short, spare = wanted - months, days - more
        fewest, most = self._span(z3.If(short >= 0, short, -short))
        ahead = z3.And(short <= 0, spare >= 0)
        behind = z3.And(short >= 0, spare <= 0, z3.Not(ahead))
        surely = z3.If(short > 0, spare >= most, -spare <= fewest)
        perhaps = z3.If(short > 0, spare >= fewest, -spare <= most)
        if anchor is not None:
            first, last = anchor
            between = self._between(first, months, wanted, back)
            self.given.append(z3.Implies(short > 0, fewest <= between))
            self.given.append(z3.Implies(short > 0, between <= most))
            self.given.append(z3.Implies(short < 0, fewest <= -between))
            self.given.append(z3.Implies(short < 0, -between <= most))
            counted = z3.And(
                first == last,
                self._inside(first, months, back),
                self._inside(first, wanted, back),
            )
            surely = z3.If(counted, spare >= between, surely)
            perhaps = z3.If(counted, spare >= between, perhaps)
        must = z3.Or(ahead, z3.And(z3.Not(behind), surely))
        return (must, z3.Or(ahead, z3.And(z3.Not(behind), perhaps)))

    def _span(self, months: Any) -> tuple[Any, Any]:
        """Fewest and most days of so many months, with what is true of both."""
        fewest, most = self._least(months), self._most(months)
        self.given += [28 * months <= fewest, fewest <= most, most <= 31 * months]
        for other in self._spans:
            for days in (self._least, self._most):
                self.given.append(
                    z3.Implies(months <= other, days(months) <= days(other))
                )
                self.given.append(
                    z3.Implies(other <= months, days(other) <= days(months))
                )
        if not any(z3.eq(months, other) for other in self._spans):
            self._spans.append(months)
        return fewest, most

    # ------------------------------------------------------------------ values
    def _op_choose(self, at: _At) -> Any:
        (must, may), yes, no = at.args()
        if at.node.type == "truth":
            both = z3.And(yes[0], no[0]), z3.Or(yes[1], no[1])
        else:
            both = tuple(
                z3.If(a <= b if i % 2 == 0 else a >= b, a, b)
                for i, (a, b) in enumerate(zip(yes, no, strict=True))
            )
        return tuple(
            z3.If(must, a, z3.If(may, either, b))
            for a, b, either in zip(yes, no, both, strict=True)
        )

    def _op_plus(self, at: _At) -> Any:
        (a_low, a_high), (b_low, b_high) = at.args()
        return (a_low + b_low, a_high + b_high)

    def _op_minus(self, at: _At) -> Any:
        (a_low, a_high), (b_low, b_high) = at.args()
        return (a_low - b_high, a_high - b_low)

    def _op_as_days(self, at: _At) -> Any:
        return (z3.IntVal(0), z3.IntVal(0), *at.arg(0))

    def _op_add_term(self, at: _At) -> Any:
        (first, last), (m0, m1, d0, d1) = at.args()
        return (self._shifted(first, m0, d0, False), self._shifted(last, m1, d1, False))

    def _op_take_term(self, at: _At) -> Any:
        (first, last), (m0, m1, d0, d1) = at.args()
        return (self._shifted(first, m1, d1, True), self._shifted(last, m0, d0, True))

    def _shifted(self, day: Any, months: Any, days: Any, back: bool) -> Any:
        there = self._moved(day, months, days, z3.BoolVal(back))
        self.given += [there >= EARLIEST, there <= NEVER]
        nowhere = z3.And(months == 0, days == 0)
        self.given.append(z3.Implies(nowhere, there == day))
        longer = z3.And(months >= 0, days >= 0)
        self.given.append(z3.Implies(longer, there <= day if back else there >= day))
        return there

    def _op_roll(self, at: _At) -> Any:
        found = []
        for day in at.arg(0):
            rolled = z3.Function(f"rolled {at.node.attrs[0]}", INT, INT)(day)
            self.given += [day <= rolled, rolled <= day + 30]
            found.append(rolled)
        return tuple(found)

    # ------------------------------------------------------------------ lists
    def _members(self, at: _At) -> list[tuple[Any, Any, Rows]]:
        """Of each element that may exist: is it in, may it be, and its rows."""
        owner, path, _ = at.rows[at.node.args[0].attrs[0]]
        field = owner.fields()[at.node.attrs[0]]
        assert isinstance(field, ListField)
        base = f"{path}{field.name}"
        found = []
        for i, exists in enumerate(self._existing(base)):
            inner = {**at.rows, at.node.attrs[1]: (field.of, f"{base}[{i}].", i)}
            must, may = self.value(at.node.args[1], inner, at.version, at.law_at)
            found.append((z3.And(exists, must), z3.And(exists, may), inner))
        return found

    def _existing(self, base: str) -> list[Any]:
        """Whether there is a first element, a second ...: each after the one before."""
        if base not in self._lists:
            exist = [z3.Bool(f"{base}[{i}] exists") for i in range(self.most)]
            for one, following in pairwise(exist):
                self.given.append(z3.Implies(following, one))
            self._lists[base] = exist
        return self._lists[base]

    def _op_any(self, at: _At) -> Any:
        members = self._members(at)
        return tuple(z3.Or([member[i] for member in members]) for i in (0, 1))

    def _op_count(self, at: _At) -> Any:
        members = self._members(at)
        return tuple(z3.Sum([z3.If(m[i], 1, 0) for m in members]) for i in (0, 1))

    def _op_total(self, at: _At) -> Any:
        sums: list[list[Any]] = []
        for must, may, inner in self._members(at):
            ends = self.value(at.node.args[2], inner, at.version, at.law_at)
            sums.append([_part(must, may, i, end) for i, end in enumerate(ends)])
        return tuple(z3.Sum(list(column)) for column in zip(*sums, strict=True))

    def _op_latest(self, at: _At) -> Any:
        first, last = self.value(at.node.args[3], at.rows, at.version, at.law_at)
        for must, may, inner in self._members(at):
            low, high = self.value(at.node.args[2], inner, at.version, at.law_at)
            first = z3.If(z3.And(must, low > first), low, first)
            last = z3.If(z3.And(may, high > last), high, last)
        return (first, last)

    def _op_covered(self, at: _At) -> Any:
        """Any number of days: nothing is proved from how spans overlap."""
        (low, high) = self._anything("covered")
        self.given.append(low >= 0)
        return (low, high)


class _At:
    """One expression among these rows, under one version, on one date of the law."""

    def __init__(
        self, model: Model, node: Node, rows: Rows, version: Version | None, law_at: int
    ) -> None:
        self.model, self.node, self.rows = model, node, rows
        self.version, self.law_at = version, law_at

    def arg(self, place: int) -> Any:
        """One argument as Z3 terms."""
        arg = self.node.args[place]
        return self.model.value(arg, self.rows, self.version, self.law_at)

    def args(self) -> list[Any]:
        """All arguments as Z3 terms."""
        return [self.arg(place) for place in range(len(self.node.args))]


def _constant(node: Node) -> Any:
    if node.type == "truth":
        return (z3.BoolVal(node.attrs[0] == YES),) * 2
    if node.type == "term":
        months, days = (z3.IntVal(part) for part in node.attrs)
        return (months, months, days, days)
    return (z3.IntVal(node.attrs[0]),) * 2


def _part(must: Any, may: Any, place: int, end: Any) -> Any:
    """What one element adds to the lower (even) or upper (odd) end of a sum."""
    zero = z3.IntVal(0)
    bound = z3.If(end < 0, end, zero) if place % 2 == 0 else z3.If(end > 0, end, zero)
    return z3.If(must, end, z3.If(may, bound, zero))


def counterexample(claim: Any, *models: Model) -> Any | None:
    """A Z3 model in which the claim is false, or None when there is none.

    Raises TimeoutError when a minute does not decide it.
    """
    return satisfied([z3.Not(claim)], *models)


def satisfied(conditions: list[Any], *models: Model) -> Any | None:
    """A Z3 model of these conditions, or None when they contradict one another."""
    solver = z3.Solver()
    solver.set("timeout", 60_000)
    solver.add(*conditions, *(each for model in models for each in model.given))
    verdict = solver.check()
    if verdict == z3.unknown:
        raise TimeoutError(f"undecided: {solver.reason_unknown()}")
    return solver.model() if verdict == z3.sat else None


def facts_of(model: Model, found: Any) -> dict[str, Any]:
    """The case that a Z3 model describes, as facts to be evaluated."""
    facts: dict[str, Any] = {}
    lists: dict[str, list[dict[str, Any]]] = {}
    for base, exist in model._lists.items():
        count = sum(z3.is_true(found.eval(each, True)) for each in exist)
        lists[base] = [{} for _ in range(count)]
    for where, (field, value) in model.fields.items():
        base, _, name = where.rpartition("].")
        if not base:
            facts[where] = _fact(field, value, found)
            continue
        base, _, place = base.rpartition("[")
        if int(place) < len(lists[base]):
            lists[base][int(place)][name] = _fact(field, value, found)
    return {**facts, **{name: Elements(tuple(rows)) for name, rows in lists.items()}}


def _fact(field: Field[Any], value: Any, found: Any) -> Any:
    if field.type == "truth":
        return YES if z3.is_true(found.eval(value[0], True)) else 0
    numbers = tuple(found.eval(each, True).as_long() for each in value)
    return 1 << numbers[0] if field.type == "choice" else numbers


def pinned(model: Model, facts: Mapping[str, Any], as_at: int) -> list[Any]:
    """What makes the model's case this one: every variable has its value."""
    found: list[Any] = [model.as_at == as_at]
    for base, exist in model._lists.items():
        count = len(facts[base].items)
        found += [each == (i < count) for i, each in enumerate(exist)]
    for where, (field, value) in model.fields.items():
        known = _known_at(facts, where)
        if known is None:
            continue
        if field.type == "truth":
            found.append(value[0] == (known == YES))
        elif field.type == "choice":
            found.append(value[0] == known.bit_length() - 1)
        else:
            found += [each == n for each, n in zip(value, known, strict=True)]
    return found


def _known_at(facts: Mapping[str, Any], where: str) -> Any | None:
    base, _, name = where.rpartition("].")
    if not base:
        return facts[where]
    base, _, place = base.rpartition("[")
    items = facts[base].items
    return items[int(place)][name] if int(place) < len(items) else None
