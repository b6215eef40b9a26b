"""How an answer changes as the clocks move: exact, and never day by day.

A clock that may stand anywhere in a stretch of time is a date known only within bounds.
What the law then says for certain it says on every day of the stretch, because whatever
the engine states as definite stays so however the unknown turns out. Only where an
answer hangs on the clock, which a kind of its own marks, is the stretch cut in two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tasman.facts.case import Elements, Facts
from tasman.facts.days import EARLIEST, NEVER
from tasman.rules.evaluate import Element, Environment, Evaluation
from tasman.rules.expressions import Node, references
from tasman.rules.law import Law
from tasman.rules.provisions import Version
from tasman.rules.values import Value

CLOCK = 1 << 16
"""The kind of an unknown that is only the clock's: no other kind uses this bit."""


class Step(NamedTuple):
    """One value, from its first to its last day."""

    first: int
    last: int
    value: Value


Settled = list[tuple[int, int, Value]]


def steps_of(
    over: Callable[[int, int], Value], first: int, last: int, cuts: Sequence[int] = ()
) -> list[Step]:
    """Return a value at every whole number from first to last, as steps.

    `over` says what holds throughout a stretch; where that hangs on the number, which
    the kind `CLOCK` marks, the stretch is cut, at one of the `cuts` if any is inside.
    """
    found: list[Step] = []
    waiting = [(first, last)]
    while waiting:
        start, end = waiting.pop()
        value = over(start, end)
        if value[-1] & CLOCK:
            cut = _cut(cuts, start, end)
            waiting += [(cut, end), (start, cut - 1)]
        elif found and found[-1].value == value:
            found[-1] = Step(found[-1].first, end, value)
        else:
            found.append(Step(start, end, value))
    return found


class Moving(Evaluation):
    """One law put to one case while clocks move: `as_at` and `law_at` unless fixed."""

    def __init__(
        self,
        law: Law,
        facts: Facts,
        *,
        known_at: int,
        as_at: int | None = None,
        law_at: int | None = None,
        root: str = "Person",
    ) -> None:
        fixed = {"as_at": as_at, "law_at": law_at}
        super().__init__(
            law,
            facts,
            as_at=as_at or 0,
            law_at=law_at or 0,
            known_at=known_at,
            root=root,
        )
        self._moves = frozenset(name for name, day in fixed.items() if day is None)
        self._first = self._last = 0
        self._settled: dict[tuple[object, ...], Settled] = {}
        self._days = case_days(facts)

    def steps(self, pinpoint: str, first: int, last: int) -> list[Step]:
        """Return a provision's value on every day from first to last, as steps."""
        self._settled.clear()
        cuts = sorted({*self._days, *law_days(self.law, pinpoint)})
        return steps_of(
            lambda start, end: self._over(pinpoint, start, end), first, last, cuts
        )

    def _over(self, pinpoint: str, first: int, last: int) -> Value:
        self._first, self._last = first, last
        self._values.clear()
        self._selected.clear()
        return self.provision(pinpoint)

    # ------------------------------------------------------------------ evaluation
    def _op_clock(self, node: Node, bound: Environment, v: Version | None) -> Value:
        if node.attrs[0] not in self._moves:
            return super()._op_clock(node, bound, v)
        hanging = CLOCK if self._first < self._last else 0
        return (self._first, self._last, hanging)

    def _op_compare(self, node: Node, bound: Environment, v: Version | None) -> Value:
        value = super()._op_compare(node, bound, v)
        if not value[-1] & CLOCK:
            return value
        left, right = (self.value(arg, bound, v) for arg in node.args)
        strict = node.attrs[0] == "<"
        if right[-1] == CLOCK and not left[-1] & CLOCK:
            open_ = _open_throughout(left, right, strict, not strict)
        elif left[-1] == CLOCK and not right[-1] & CLOCK:
            open_ = _open_throughout(right, left, not strict, strict)
        else:
            return value
        return (value[0], value[-1] & ~CLOCK) if open_ else value

    def provision(self, pinpoint: str, *records: Element) -> Value:
        """Return a provision's value over the present stretch.

        What was settled for a longer stretch is not worked out again.
        """
        records = records or (self.root,)
        key = (pinpoint, *(record.path for record in records))
        value = self._values.get(key)
        if value is None:
            value = self._known(key)
        if value is None:
            value = self._values[key] = self._provision(pinpoint, records)
            self._settle(key, value)
        return value

    def _provision(self, pinpoint: str, records: tuple[Element, ...]) -> Value:
        value = super()._provision(pinpoint, records)
        selected = self.selected(pinpoint, *records)
        definite = len(value) == 2 and not value[-1]
        if selected.certain or definite or not selected.kinds & CLOCK:
            return value
        # Versions that agree in being unknown may be so for different reasons.
        return (*value[:-1], value[-1] | CLOCK)

    def _op_any(self, node: Node, bound: Environment, v: Version | None) -> Value:
        inside = tuple(sorted((depth, each.path) for depth, each in bound.items()))
        key = (node.uid, inside, None if v is None else v.parameters)
        value = self._known(key)
        if value is None:
            value = super()._op_any(node, bound, v)
            self._settle(key, value)
        return value

    # Stretches are taken from left to right, each within or after the last: what ended
    # before the present one began is never asked for again.
    def _known(self, key: tuple[object, ...]) -> Value | None:
        held = self._settled.get(key)
        while held:
            first, last, value = held[-1]
            if last >= self._first:
                return value if first <= self._first and self._last <= last else None
            held.pop()
        return None

    def _settle(self, key: tuple[object, ...], value: Value) -> None:
        if not value[-1] & CLOCK:
            held = self._settled.setdefault(key, [])
            held.append((self._first, self._last, value))


def _open_throughout(
    held: Value, moving: Value, low_open: bool, high_open: bool
) -> bool:
    """Whether a value only partly known spans wherever the clock's day may stand.

    Then a comparison is unknown on every day for want of that value alone. An end that
    is open may not touch.
    """
    spans_low = held[0] < moving[0] if low_open else held[0] <= moving[0]
    spans_high = held[1] > moving[1] if high_open else held[1] >= moving[1]
    return held[0] < held[1] and spans_low and spans_high


def _cut(cuts: Sequence[int], first: int, last: int) -> int:
    """Return a day after the first at which to cut: a likely one near the middle."""
    low, high = bisect_right(cuts, first), bisect_left(cuts, last + 1)
    if low < high:
        return cuts[(low + high) // 2]
    return (first + last) // 2 + 1


def law_days(law: Law, pinpoint: str) -> set[int]:
    """Return the days on which a provision, or one that it rests on, changes."""
    found: set[int] = set()
    for name in rests_on(law, pinpoint):
        for version in law.versions(name):
            found |= {version.since, version.until}
    return {day for day in found if EARLIEST < day < NEVER}


def rests_on(law: Law, pinpoint: str) -> frozenset[str]:
    """Return the provisions that one rests on in any version, itself included."""
    found, queue = {pinpoint}, [pinpoint]
    while queue:
        for version in law.versions(queue.pop()):
            below = references(version.body) | references(version.selector)
            fresh = below - found
            found |= fresh
            queue += fresh
    return frozenset(found)


def case_days(facts: Facts) -> frozenset[int]:
    """Return the days of a case's dates, and the days after them."""
    found: set[int] = set()
    for value in facts.values():
        if isinstance(value, Elements):
            for element in (*value.items, value.rest or {}):
                found |= case_days(element)
        elif isinstance(value, tuple) and len(value) == 2:
            found |= {day + more for day in value for more in (0, 1)}
    return frozenset(day for day in found if EARLIEST < day < NEVER)
