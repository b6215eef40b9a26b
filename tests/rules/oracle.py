"""What a law says of a case in which nothing is unknown, worked out the plain way.

An independent reading of the expressions: Python's truths, whole numbers and
`datetime`, no intervals and no kinds. Where the law itself leaves something open (a
judgment, one of two readings, a length counted from no day) the oracle takes any one
outcome, at random: a definite answer of the engine must hold in all of them.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from tasman.facts.case import YES, Elements, Facts
from tasman.facts.days import EARLIEST, NEVER, day
from tasman.facts.fields import ListField, Record
from tasman.facts.terms import MOST_DAYS, MOST_MONTHS
from tasman.rules.expressions import Node
from tasman.rules.law import Law
from tasman.rules.provisions import Version
from tasman.rules.values import Value

_EPOCH = date(1970, 1, 1)


class Row(NamedTuple):
    """A record of the case and where it stands."""

    record: type[Record]
    facts: Facts
    path: str = ""
    position: int = 0


Rows = dict[int, Row]


def moved(start: int, months: int) -> int:
    """The same day so many months on, clamped to its month and to the ends of time."""
    if not EARLIEST < start < NEVER:
        return start
    then = _EPOCH + timedelta(start)
    year, month = divmod(then.year * 12 + then.month - 1 + months, 12)
    if not 1700 <= year <= 2500:
        return EARLIEST if year < 2000 else NEVER
    first = date(year, month + 1, 1)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    there = min(first + timedelta(then.day - 1), following - timedelta(1))
    return max(EARLIEST, min((there - _EPOCH).days, NEVER))


def shifted(start: int, months: int, days: int, sign: int) -> int:
    """A day a term later (sign 1) or earlier (sign -1): months first, then days."""
    if months >= MOST_MONTHS:
        return NEVER if sign > 0 else EARLIEST
    there = moved(start, sign * months)
    if not EARLIEST < there < NEVER:
        return there
    return max(EARLIEST, min(there + sign * days, NEVER))


class Oracle:
    """One law, one complete case, three dates, and one way that open law turns out."""

    def __init__(
        self,
        law: Law,
        root: type[Record],
        facts: Facts,
        clocks: dict[str, int],
        rnd: random.Random,
    ) -> None:
        self.law, self.clocks, self.rnd = law, clocks, rnd
        self.root = Row(root, facts)
        self._known: dict[tuple[str, ...], Any] = {}

    def provision(self, pinpoint: str, *rows: Row) -> Any:
        """The value of a provision: a bool, a day, a number or (months, days)."""
        rows = rows or (self.root,)
        key = (pinpoint, *(row.path for row in rows))
        if key not in self._known:
            self._known[key] = self._provision(pinpoint, rows)
        return self._known[key]

    def _provision(self, pinpoint: str, rows: tuple[Row, ...]) -> Any:
        bound = {-1 - i: row for i, row in enumerate(rows)}
        versions = self.law.versions(pinpoint)
        on = self.value(versions[0].selector, bound, None)
        known = self.clocks["known_at"]
        standing = [
            v
            for v in versions
            if v.since <= on < v.until and v.known_since <= known < v.known_until
        ]
        assert len(standing) < 2, f"{pinpoint}: two versions on one day"
        if standing:
            return self.value(standing[0].body, bound, standing[0])
        return self.anything(versions[0].type)

    def anything(self, type_: str) -> Any:
        """Some value, where no version stands: a truth is then no."""
        if type_ == "truth":
            return False
        if type_ == "term":
            return (self.rnd.randint(0, MOST_MONTHS), self.rnd.randint(0, MOST_DAYS))
        if type_ == "date":
            return self.rnd.randint(EARLIEST, NEVER)
        return self.rnd.randint(-100_000, 100_000)

    def value(self, node: Node, bound: Rows, version: Version | None) -> Any:
        """The value of an expression among these rows."""
        return getattr(self, "op_" + node.op)(node, bound, version)

    def _values(self, node: Node, bound: Rows, v: Version | None) -> list[Any]:
        return [self.value(arg, bound, v) for arg in node.args]

    # ------------------------------------------------------------------ leaves
    def op_const(self, node: Node, bound: Rows, v: Version | None) -> Any:
        if node.type == "truth":
            return node.attrs[0] == YES
        return node.attrs if node.type == "term" else node.attrs[0]

    def op_parameter(self, node: Node, bound: Rows, v: Version | None) -> Any:
        assert v is not None
        return self.op_const(dict(v.parameters)[node.attrs[1]], bound, v)

    def op_clock(self, node: Node, bound: Rows, v: Version | None) -> int:
        return self.clocks[node.attrs[0]]

    def op_lack(self, node: Node, bound: Rows, v: Version | None) -> bool:
        return self.rnd.random() < 0.5

    def op_field(self, node: Node, bound: Rows, v: Version | None) -> Any:
        row = bound[node.args[0].attrs[0]]
        if node.attrs[1] == "position":
            return row.position
        known = row.facts[node.attrs[1]]
        if node.type == "truth":
            return known == YES
        if node.type == "term":
            return known[0], known[2]
        return known if node.type == "choice" else known[0]

    def op_ref(self, node: Node, bound: Rows, v: Version | None) -> Any:
        return self.provision(node.attrs[0], *(bound[a.attrs[0]] for a in node.args))

    # ------------------------------------------------------------------ truths
    def op_not(self, node: Node, bound: Rows, v: Version | None) -> bool:
        return not self.value(node.args[0], bound, v)

    def op_and(self, node: Node, bound: Rows, v: Version | None) -> bool:
        return all(self._values(node, bound, v))

    def op_or(self, node: Node, bound: Rows, v: Version | None) -> bool:
        return any(self._values(node, bound, v))

    def op_join(self, node: Node, bound: Rows, v: Version | None) -> Any:
        return self.rnd.choice(self._values(node, bound, v))

    def op_compare(self, node: Node, bound: Rows, v: Version | None) -> bool:
        left, right = self._values(node, bound, v)
        tests = {"<=": left <= right, "<": left < right, "==": left == right}
        return tests[node.attrs[0]]

    def op_is_in(self, node: Node, bound: Rows, v: Version | None) -> bool:
        return bool(self.value(node.args[0], bound, v) & node.attrs[0])

    def op_at_least(self, node: Node, bound: Rows, v: Version | None) -> bool:
        (months, days), (wanted, more), *anchor = self._values(node, bound, v)
        sign = -1 if node.attrs[0] else 1
        start = anchor[0] if anchor else NEVER
        ends = [moved(start, sign * each) for each in (months, wanted)]
        while not all(EARLIEST < each < NEVER for each in (start, *ends)):
            if max(months, wanted) > 2000:
                return self._long(months - wanted, days - more, sign)
            start = self.rnd.randint(day(1973), day(2046))
            ends = [moved(start, sign * each) for each in (months, wanted)]
        return sign * (ends[0] - ends[1]) + days - more >= 0

    def _long(self, months: int, days: int, sign: int) -> bool:
        """The same for lengths too long for the calendar: from a day in any cycle."""
        start = self.rnd.randint(day(1973), day(2046))
        cycles, rest = divmod(months, 4800)
        ahead = sign * (moved(start, sign * (rest - 2400)) - start)
        back = sign * (moved(start, sign * 2400) - start)
        return cycles * 146_097 + ahead + back + days >= 0

    # ------------------------------------------------------------------ values
    def op_choose(self, node: Node, bound: Rows, v: Version | None) -> Any:
        condition = self.value(node.args[0], bound, v)
        return self.value(node.args[1 if condition else 2], bound, v)

    def op_plus(self, node: Node, bound: Rows, v: Version | None) -> int:
        left, right = self._values(node, bound, v)
        return int(left + right)

    def op_minus(self, node: Node, bound: Rows, v: Version | None) -> int:
        left, right = self._values(node, bound, v)
        return int(left - right)

    def op_as_days(self, node: Node, bound: Rows, v: Version | None) -> Any:
        return (0, self.value(node.args[0], bound, v))

    def op_add_term(self, node: Node, bound: Rows, v: Version | None) -> int:
        start, term = self._values(node, bound, v)
        return shifted(start, *term, 1)

    def op_take_term(self, node: Node, bound: Rows, v: Version | None) -> int:
        end, term = self._values(node, bound, v)
        return shifted(end, *term, -1)

    def op_roll(self, node: Node, bound: Rows, v: Version | None) -> int:
        on = self.value(node.args[0], bound, v)
        shut = self.law.calendars[node.attrs[0]]
        while EARLIEST < on < NEVER and shut(on):
            on += 1
        return int(on)

    # ------------------------------------------------------------------ lists
    def members(self, node: Node, bound: Rows, v: Version | None) -> list[Rows]:
        """The environments of the elements of which the condition holds."""
        owner = bound[node.args[0].attrs[0]]
        field = owner.record.fields()[node.attrs[0]]
        assert isinstance(field, ListField)
        known: Elements = owner.facts[field.name]
        assert known.rest is None
        rows = [
            Row(field.of, facts, f"{owner.path}{field.name}[{i}].", i)
            for i, facts in enumerate(known.items)
        ]
        inner = [{**bound, node.attrs[1]: row} for row in rows]
        return [each for each in inner if self.value(node.args[1], each, v)]

    def op_any(self, node: Node, bound: Rows, v: Version | None) -> bool:
        return bool(self.members(node, bound, v))

    def op_count(self, node: Node, bound: Rows, v: Version | None) -> int:
        return len(self.members(node, bound, v))

    def op_total(self, node: Node, bound: Rows, v: Version | None) -> Any:
        every = self.members(node, bound, v)
        values = [self.value(node.args[2], each, v) for each in every]
        if node.type == "term":
            return (sum(m for m, _ in values), sum(d for _, d in values))
        return sum(values)

    def op_latest(self, node: Node, bound: Rows, v: Version | None) -> int:
        every = self.members(node, bound, v)
        days = [self.value(node.args[2], each, v) for each in every]
        return max([*days, self.value(node.args[3], bound, v)])

    def op_covered(self, node: Node, bound: Rows, v: Version | None) -> int:
        first, after = -(1 << 20), 1 << 20
        if len(node.args) > 4:
            first, after = (self.value(arg, bound, v) for arg in node.args[4:])
        spans = []
        for each in self.members(node, bound, v):
            start, until = (self.value(arg, each, v) for arg in node.args[2:4])
            spans.append((max(start, first), min(until, after)))
        cuts = sorted({edge for pair in spans for edge in pair})
        pieces = pairwise(cuts)
        return sum(b - a for a, b in pieces if any(s <= a and b <= u for s, u in spans))


def encloses(type_: str, value: Value, concrete: Any) -> bool:
    """Whether what the engine leaves possible takes in what the oracle found."""
    if type_ == "truth":
        return value[0] == 1 or (value[0] == YES) == concrete
    if type_ == "term":
        months, days = concrete
        return value[0] <= months <= value[1] and value[2] <= days <= value[3]
    return bool(value[0] <= concrete <= value[1])


def narrows(type_: str, after: Value, before: Value) -> bool:
    """Whether a value leaves no more possible than another did."""
    if type_ == "truth":
        return before[0] in (1, after[0])
    pairs = zip(before[:-1], after[:-1], strict=True)
    inside = [a <= b if i % 2 == 0 else b <= a for i, (a, b) in enumerate(pairs)]
    return all(inside)


def is_exact(type_: str, value: Value) -> bool:
    """Whether only one thing is left possible."""
    if type_ == "truth":
        return value[0] != 1
    return all(a == b for a, b in zip(value[:-1:2], value[1:-1:2], strict=True))
