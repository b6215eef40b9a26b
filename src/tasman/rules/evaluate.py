"""The reference meaning of the law for one case: values, by walking the expressions.

An incomplete list is its known elements and one further row that stands for any number
of others. Whatever comes out definite stays so however the unknown facts turn out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from tasman.facts.case import NO, NOTHING_KNOWN, UNKNOWN, YES, Facts
from tasman.facts.fields import ChoiceField, ListField, Record
from tasman.facts.kinds import FACT
from tasman.facts.terms import UNBOUNDED
from tasman.rules import calendar
from tasman.rules.errors import LawError
from tasman.rules.expressions import Node
from tasman.rules.law import Law
from tasman.rules.provisions import Version, record_named
from tasman.rules.values import (
    CERTAIN_NO,
    CERTAIN_YES,
    Value,
    clamp,
    join,
    not_in_force,
    unknown_value,
)


class Element(NamedTuple):
    """A record of the case: the person, or one element of a list.

    `others` marks the row that stands for any number of elements not listed; `lacks` is
    the kind of unknown that makes it.
    """

    record: str
    facts: Facts
    path: str = ""
    position: int = 0
    others: bool = False
    lacks: int = FACT


Environment = dict[int, Element]


class Selected(NamedTuple):
    """Which versions of a provision may apply to these records."""

    versions: tuple[Version, ...]
    certain: bool
    gap: bool
    kinds: int


class Evaluation:
    """One law put to one case on given dates: every value is worked out once."""

    def __init__(
        self,
        law: Law,
        facts: Facts,
        *,
        as_at: int,
        law_at: int,
        known_at: int,
        root: str = "Person",
    ) -> None:
        self.law = law
        self.clocks = {"as_at": as_at, "law_at": law_at, "known_at": known_at}
        self.root = Element(root, facts)
        self._values: dict[tuple[str, ...], Value] = {}
        self._selected: dict[tuple[str, ...], Selected] = {}
        self._operations: Mapping[
            str, Callable[[Node, Environment, Version | None], Value]
        ] = {name[4:]: getattr(self, name) for name in dir(self) if name[:4] == "_op_"}

    # ------------------------------------------------------------------ provisions
    def provision(self, pinpoint: str, *records: Element) -> Value:
        """Return the value of a provision, of the person unless records are given.

        Raises UnknownProvision.
        """
        records = records or (self.root,)
        key = (pinpoint, *(record.path for record in records))
        value = self._values.get(key)
        if value is None:
            value = self._values[key] = self._provision(pinpoint, records)
        return value

    def selected(self, pinpoint: str, *records: Element) -> Selected:
        """Return the versions of a provision that may apply.

        And how certain that is.
        """
        records = records or (self.root,)
        key = (pinpoint, *(record.path for record in records))
        found = self._selected.get(key)
        if found is None:
            found = self._selected[key] = self._select(pinpoint, records)
        return found

    def _select(self, pinpoint: str, records: tuple[Element, ...]) -> Selected:
        versions = self.law.versions(pinpoint)
        day = self.value(versions[0].selector, environment(records), None)
        first, last, kinds = day
        known = self.clocks["known_at"]
        live = tuple(
            v
            for v in versions
            if v.since <= last
            and first < v.until
            and v.known_since <= known < v.known_until
        )
        gap = not _covers(live, first, last)
        return Selected(live, len(live) == 1 and not gap, gap, kinds)

    def _provision(self, pinpoint: str, records: tuple[Element, ...]) -> Value:
        selected = self.selected(pinpoint, *records)
        bound = environment(records)
        values = [self.value(v.body, bound, v) for v in selected.versions]
        if selected.gap:
            values.append(not_in_force(self.law.versions(pinpoint)[0].type))
        return values[0] if len(values) == 1 else join(values, selected.kinds)

    def value(self, node: Node, bound: Environment, version: Version | None) -> Value:
        """Return the value of an expression among these records."""
        return self._operations[node.op](node, bound, version)

    # ------------------------------------------------------------------ leaves
    def _op_const(self, node: Node, bound: Environment, v: Version | None) -> Value:
        return constant_value(node)

    def _op_parameter(self, node: Node, bound: Environment, v: Version | None) -> Value:
        assert v is not None
        return constant_value(dict(v.parameters)[node.attrs[1]])

    def _op_clock(self, node: Node, bound: Environment, v: Version | None) -> Value:
        day = self.clocks[node.attrs[0]]
        return (day, day, 0)

    def _op_lack(self, node: Node, bound: Environment, v: Version | None) -> Value:
        return (UNKNOWN, node.attrs[0])

    def _op_field(self, node: Node, bound: Environment, v: Version | None) -> Value:
        record = bound[node.args[0].attrs[0]]
        _, name, lacks = node.attrs
        if name == "position":
            last = UNBOUNDED if record.others else record.position
            return (record.position, last, FACT if record.others else 0)
        known = record.facts.get(name)
        if known is None:
            words = _all_words(record.record, name) if node.type == "choice" else 0
            return unknown_value(node.type, lacks, words)
        return _fact_value(node.type, known, lacks)

    def _op_ref(self, node: Node, bound: Environment, v: Version | None) -> Value:
        records = [bound[arg.attrs[0]] for arg in node.args]
        return self.provision(node.attrs[0], *records)

    # ------------------------------------------------------------------ truth
    def _op_not(self, node: Node, bound: Environment, v: Version | None) -> Value:
        truth, kinds = self.value(node.args[0], bound, v)
        return (YES - truth, kinds)

    def _op_and(self, node: Node, bound: Environment, v: Version | None) -> Value:
        return self._until(NO, node, bound, v)

    def _op_or(self, node: Node, bound: Environment, v: Version | None) -> Value:
        return self._until(YES, node, bound, v)

    def _until(
        self, decisive: int, node: Node, bound: Environment, v: Version | None
    ) -> Value:
        """Read parts until one decides; if none does, an unknown one leaves it open."""
        result, kinds = YES - decisive, 0
        for arg in node.args:
            truth, why = self.value(arg, bound, v)
            if truth == decisive:
                return (decisive, 0)
            if truth == UNKNOWN:
                result, kinds = UNKNOWN, kinds | why
        return (result, kinds)

    def _op_join(self, node: Node, bound: Environment, v: Version | None) -> Value:
        return join([self.value(arg, bound, v) for arg in node.args], node.attrs[0])

    def _op_compare(self, node: Node, bound: Environment, v: Version | None) -> Value:
        a_low, a_high, a_kinds = self.value(node.args[0], bound, v)
        b_low, b_high, b_kinds = self.value(node.args[1], bound, v)
        op = node.attrs[0]
        if op == "<=":
            truth = YES if a_high <= b_low else NO if a_low > b_high else UNKNOWN
        elif op == "<":
            truth = YES if a_high < b_low else NO if a_low >= b_high else UNKNOWN
        elif a_low == a_high == b_low == b_high:
            truth = YES
        else:
            truth = NO if a_high < b_low or b_high < a_low else UNKNOWN
        return (truth, a_kinds | b_kinds if truth == UNKNOWN else 0)

    def _op_is_in(self, node: Node, bound: Environment, v: Version | None) -> Value:
        mask, kinds = self.value(node.args[0], bound, v)
        wanted = node.attrs[0]
        if not mask & ~wanted:
            return CERTAIN_YES
        return (UNKNOWN, kinds) if mask & wanted else CERTAIN_NO

    def _op_at_least(self, node: Node, bound: Environment, v: Version | None) -> Value:
        m0, m1, d0, d1, kinds = self.value(node.args[0], bound, v)
        n0, n1, e0, e1, more = self.value(node.args[1], bound, v)
        backwards, anchor, anchor_kinds = node.attrs[0], (0, 1), 0
        if len(node.args) > 2:
            first, last, anchor_kinds = self.value(node.args[2], bound, v)
            anchor = (first, last)
        low = calendar.term_at_least(m0, d0, (n1, e1), anchor, backwards)
        high = calendar.term_at_least(m1, d1, (n0, e0), anchor, backwards)
        if low == YES:
            return CERTAIN_YES
        if high == NO:
            return CERTAIN_NO
        if UNKNOWN in (low, high):
            # No fact settles a count from no day, or from a day that never comes.
            kinds |= anchor_kinds or node.attrs[1]
        return (UNKNOWN, kinds | more)

    # ------------------------------------------------------------------ values
    def _op_choose(self, node: Node, bound: Environment, v: Version | None) -> Value:
        truth, kinds = self.value(node.args[0], bound, v)
        if truth != UNKNOWN:
            return self.value(node.args[1 if truth == YES else 2], bound, v)
        sides = [self.value(arg, bound, v) for arg in node.args[1:]]
        return join(sides, kinds)

    def _op_plus(self, node: Node, bound: Environment, v: Version | None) -> Value:
        a, b = (self.value(arg, bound, v) for arg in node.args)
        return (clamp(a[0] + b[0]), clamp(a[1] + b[1]), a[2] | b[2])

    def _op_minus(self, node: Node, bound: Environment, v: Version | None) -> Value:
        a, b = (self.value(arg, bound, v) for arg in node.args)
        return (clamp(a[0] - b[1]), clamp(a[1] - b[0]), a[2] | b[2])

    def _op_as_days(self, node: Node, bound: Environment, v: Version | None) -> Value:
        low, high, kinds = self.value(node.args[0], bound, v)
        return (0, 0, low, high, kinds)

    def _op_add_term(self, node: Node, bound: Environment, v: Version | None) -> Value:
        day, term = (self.value(arg, bound, v) for arg in node.args)
        first = calendar.add_term(day[0], term[0], term[2])
        last = calendar.add_term(day[1], term[1], term[3])
        return (first, last, day[2] | term[4])

    def _op_take_term(self, node: Node, bound: Environment, v: Version | None) -> Value:
        day, term = (self.value(arg, bound, v) for arg in node.args)
        first = calendar.take_term(day[0], term[1], term[3])
        last = calendar.take_term(day[1], term[0], term[2])
        return (first, last, day[2] | term[4])

    def _op_roll(self, node: Node, bound: Environment, v: Version | None) -> Value:
        first, last, kinds = self.value(node.args[0], bound, v)
        shut = self.law.calendars.get(node.attrs[0])
        if shut is None:
            raise LawError(f"the law was loaded without the calendar {node.attrs[0]!r}")
        return (calendar.next_open(first, shut), calendar.next_open(last, shut), kinds)

    # ------------------------------------------------------------------ lists
    def elements(self, node: Node, bound: Environment) -> Iterator[Element]:
        """Yield the elements of a list operation's list, the row for others last."""
        owner = bound[node.args[0].attrs[0]]
        field = _list_field(owner.record, node.attrs[0])
        known = owner.facts.get(field.name, NOTHING_KNOWN)
        record = field.of.__name__
        for i, facts in enumerate(known.items):
            yield Element(record, facts, f"{owner.path}{field.name}[{i}].", i)
        if known.rest is not None:
            path, count = f"{owner.path}{field.name}[...].", len(known.items)
            yield Element(record, known.rest, path, count, True, field.lacks)

    def members(
        self, node: Node, bound: Environment, v: Version | None
    ) -> Iterator[tuple[int, int, Environment]]:
        """Yield membership, kinds and environment of elements not certainly out."""
        depth = node.attrs[1]
        for element in self.elements(node, bound):
            inner = {**bound, depth: element}
            truth, kinds = self.value(node.args[1], inner, v)
            if truth == NO:
                continue
            if element.others:
                truth, kinds = UNKNOWN, kinds | element.lacks
            yield truth, kinds, inner

    def _op_any(self, node: Node, bound: Environment, v: Version | None) -> Value:
        result, kinds = NO, 0
        for truth, why, _ in self.members(node, bound, v):
            if truth == YES:
                return CERTAIN_YES
            result, kinds = UNKNOWN, kinds | why
        return (result, kinds)

    def _op_count(self, node: Node, bound: Environment, v: Version | None) -> Value:
        least = most = kinds = 0
        for truth, why, inner in self.members(node, bound, v):
            least += truth == YES
            most += UNBOUNDED if inner[node.attrs[1]].others else 1
            kinds |= why if truth == UNKNOWN else 0
        return (least, clamp(most), kinds)

    def _op_total(self, node: Node, bound: Environment, v: Version | None) -> Value:
        sums = [0] * (4 if node.type == "term" else 2)
        kinds = 0
        for truth, why, inner in self.members(node, bound, v):
            value = self.value(node.args[2], inner, v)
            kinds |= value[-1] | (why if truth == UNKNOWN else 0)
            times = UNBOUNDED if inner[node.attrs[1]].others else 1
            for i in range(0, len(sums), 2):
                low, high = value[i], value[i + 1]
                if truth == UNKNOWN:
                    low, high = min(low, 0) * times, max(high, 0) * times
                sums[i] = clamp(sums[i] + low)
                sums[i + 1] = clamp(sums[i + 1] + high)
        return (*sums, kinds)

    def _op_latest(self, node: Node, bound: Environment, v: Version | None) -> Value:
        first, last, kinds = self.value(node.args[3], bound, v)
        for truth, why, inner in self.members(node, bound, v):
            value = self.value(node.args[2], inner, v)
            if value[1] > first:
                kinds |= value[2] | (why if truth == UNKNOWN else 0)
            if truth == YES:
                first = max(first, value[0])
            last = max(last, value[1])
        return (first, last, kinds)

    def _op_covered(self, node: Node, bound: Environment, v: Version | None) -> Value:
        window = [self.value(arg, bound, v) for arg in node.args[4:]]
        opens, closes = window or ((-(1 << 20), -(1 << 20), 0), (1 << 20, 1 << 20, 0))
        kinds = opens[2] | closes[2]
        core: list[tuple[int, int]] = []
        hull: list[tuple[int, int]] = []
        for truth, why, inner in self.members(node, bound, v):
            start = self.value(node.args[2], inner, v)
            until = self.value(node.args[3], inner, v)
            kinds |= start[2] | until[2] | (why if truth == UNKNOWN else 0)
            hull.append((max(start[0], opens[0]), min(until[1], closes[1])))
            if truth == YES:
                core.append((max(start[1], opens[1]), min(until[0], closes[0])))
        return (calendar.covered(core), calendar.covered(hull), kinds)


def environment(records: tuple[Element, ...]) -> Environment:
    """Return the environment in which a provision's arguments are these records."""
    return {-1 - i: record for i, record in enumerate(records)}


def constant_value(node: Node) -> Value:
    """Return the value of a constant."""
    if node.type == "truth":
        return (node.attrs[0], 0)
    if node.type == "term":
        months, days = node.attrs
        return (months, months, days, days, 0)
    return (node.attrs[0], node.attrs[0], 0)


def _fact_value(type_: str, known: Any, lacks: int) -> Value:
    if type_ == "truth":
        return (known, lacks if known == UNKNOWN else 0)
    if type_ == "choice":
        return (known, lacks if known & (known - 1) else 0)
    exact = all(a == b for a, b in zip(known[::2], known[1::2], strict=True))
    return (*known, 0 if exact else lacks)


_fields: dict[str, Mapping[str, Any]] = {}


def fields_of(record: str) -> Mapping[str, Any]:
    """Return the fields of the record class of this name."""
    known = _fields.get(record)
    if known is None:
        kind: type[Record] = record_named(record)
        known = _fields[record] = kind.fields()
    return known


def _list_field(record: str, name: str) -> ListField[Any]:
    field = fields_of(record)[name]
    assert isinstance(field, ListField)
    return field


def _all_words(record: str, name: str) -> int:
    field = fields_of(record)[name]
    assert isinstance(field, ChoiceField)
    return field.all_values


def _covers(versions: tuple[Version, ...], first: int, last: int) -> bool:
    """Whether the versions leave no day of first to last out."""
    day = first
    for version in sorted(versions, key=lambda v: v.since):
        if version.since > day:
            return False
        day = max(day, version.until)
        if day > last:
            return True
    return False
