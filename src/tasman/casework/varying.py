"""One fact at a time let go: which values of it give an answer, exactly.

A fact that may have any value within bounds is an interval with a mark of its own, as a
moving clock is; stretches in which the answer does not hang on it are settled at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tasman.casework.causes import Snapshot
from tasman.facts.case import NO, UNKNOWN, YES, Elements, Facts
from tasman.facts.days import NEVER, day, iso, show_date
from tasman.facts.fields import ChoiceField, Field, ListField, NumberField
from tasman.facts.paths import field_at, get
from tasman.facts.terms import show_term
from tasman.facts.vocabulary import Person
from tasman.rules.evaluate import Element, Environment, Evaluation
from tasman.rules.expressions import Node
from tasman.rules.law import Law
from tasman.rules.moving import CLOCK, case_days, steps_of
from tasman.rules.provisions import Version
from tasman.rules.values import TRUTH_NAMES, Value

FIRST_DAY, LAST_DAY = day(1900), day(2100)
MOST_MONTHS, MOST_DAYS = 600, 3660
BOUNDS = (
    f"dates from {iso(FIRST_DAY)} to {iso(LAST_DAY)} and `never`, exact to the day",
    f"lengths to {MOST_MONTHS} months (or {MOST_DAYS} days where pronounced in days), "
    "exact in that unit",
    "numbers within the bounds of their field; every word of a choice; yes and no",
)
"""What the search for one fact covers."""


@dataclass(frozen=True, slots=True)
class Lever:
    """One fact that could be otherwise: its path, its field and its value now."""

    path: str
    field: Field[Any]
    now: Any
    unit: str = ""
    cuts: tuple[int, ...] = ()

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most that are searched."""
        if self.field.type == "date":
            return (FIRST_DAY, LAST_DAY + 1)
        if self.field.type == "term":
            return (0, MOST_DAYS if self.unit == "d" else MOST_MONTHS)
        assert isinstance(self.field, NumberField)
        return (self.field.least, min(self.field.most, 100_000))

    @property
    def telling(self) -> tuple[str, ...]:
        """A few values that would show whether the fact matters beside another."""
        if self.field.type == "truth":
            return ("yes", "no")
        if isinstance(self.field, ChoiceField):
            return self.field.values
        if self.field.type == "term":
            return ("0d", "5m", "6m", "11m", "12m", "23m", "24m", "60m")
        if self.field.type == "date":
            return ("never", *(iso(cut) for cut in self.cuts[-3:]))
        low, high = self.bounds
        return (str(low), str(high))


class Free(Evaluation):
    """A law put to a case in which some facts may have any value of a range."""

    def __init__(self, law: Law, facts: Facts, clocks: Mapping[str, int]) -> None:
        super().__init__(
            law,
            facts,
            as_at=clocks["as_at"],
            law_at=clocks["law_at"],
            known_at=clocks["known_at"],
        )
        self._freed: dict[str, Value] = {}

    def with_(self, pinpoint: str, freed: Mapping[str, Value]) -> Value:
        """Return a provision's value while these paths have these values."""
        self._values.clear()
        self._selected.clear()
        self._freed = dict(freed)
        return self.provision(pinpoint)

    def may_be(self, pinpoint: str, target: int, levers: Sequence[Lever]) -> bool:
        """Say whether the answer could be the target were these facts otherwise."""
        freed = {lever.path: any_value(lever) for lever in levers}
        truth, kinds = self.with_(pinpoint, freed)
        return truth == target or (truth == UNKNOWN and bool(kinds & CLOCK))

    def _op_field(self, node: Node, bound: Environment, v: Version | None) -> Value:
        element = bound[node.args[0].attrs[0]]
        value = self._freed.get(f"{element.path}{node.attrs[1]}")
        return super()._op_field(node, bound, v) if value is None else value

    def _provision(self, pinpoint: str, records: tuple[Element, ...]) -> Value:
        value = super()._provision(pinpoint, records)
        selected = self.selected(pinpoint, *records)
        definite = len(value) == 2 and not value[-1]
        if selected.certain or definite or not selected.kinds & CLOCK:
            return value
        return (*value[:-1], value[-1] | CLOCK)


def any_value(lever: Lever) -> Value:
    """Return the value that leaves everything searched open."""
    if lever.field.type == "truth":
        return (UNKNOWN, CLOCK)
    if isinstance(lever.field, ChoiceField):
        return (lever.field.all_values, CLOCK)
    return _between(lever, *lever.bounds)


def _between(lever: Lever, low: int, high: int) -> Value:
    """Return the value that lies between two whole numbers of the lever's unit."""
    hanging = CLOCK if low < high else 0
    if lever.field.type == "term":
        return (
            (0, 0, low, high, hanging)
            if lever.unit == "d"
            else (low, high, 0, 0, hanging)
        )
    if lever.field.type == "date":
        # The last number stands for `never`: every day up to it may come.
        return (_day(low), _day(high), hanging)
    return (low, high, hanging)


def _day(number: int) -> int:
    return NEVER if number > LAST_DAY else number


def nearest(
    free: Free, pinpoint: str, target: int, lever: Lever
) -> Iterator[tuple[str, float]]:
    """Yield the nearest values of one fact that give an answer, with their size.

    Of a date, length or number the nearest on either side; of a choice every word.
    """
    if lever.field.type == "truth":
        for truth in (NO, YES):
            given = (truth, 0)
            if lever.now != truth and _gives(free, pinpoint, target, lever, given):
                yield TRUTH_NAMES[truth], 1.0
    elif isinstance(lever.field, ChoiceField):
        for i, word in enumerate(lever.field.values):
            given = (1 << i, 0)
            if lever.now != 1 << i and _gives(free, pinpoint, target, lever, given):
                yield word, 1.0
    else:
        yield from _nearest_numbers(free, pinpoint, target, lever)


def _gives(free: Free, pinpoint: str, target: int, lever: Lever, given: Value) -> bool:
    return free.with_(pinpoint, {lever.path: given})[0] == target


def _nearest_numbers(
    free: Free, pinpoint: str, target: int, lever: Lever
) -> Iterator[tuple[str, float]]:
    low, high = lever.bounds

    def over(first: int, last: int) -> Value:
        return free.with_(pinpoint, {lever.path: _between(lever, first, last)})

    steps = steps_of(over, low, high, lever.cuts)
    good = [step for step in steps if step.value[0] == target]
    now = _number_now(lever)
    if now is None:
        for step in good[:2]:
            yield _text(lever, step.first), 1.0
        return
    below = [step.last for step in good if step.last < now]
    above = [step.first for step in good if step.first > now]
    scale = 365.0 if lever.field.type == "date" else 12.0
    for number in (*below[-1:], *above[:1]):
        yield _text(lever, number), min(2.0, abs(number - now) / scale)


def _number_now(lever: Lever) -> int | None:
    """Return the value now in the lever's unit; None if it is not exactly known."""
    now = lever.now
    if now is None or any(a != b for a, b in zip(now[::2], now[1::2], strict=True)):
        return None
    if lever.field.type == "term":
        return int(now[2] if lever.unit == "d" else now[0])
    if lever.field.type == "date" and now[0] >= NEVER:
        return LAST_DAY + 1
    return int(now[0])


def _text(lever: Lever, number: int) -> str:
    """Return a number of the lever's unit as a case file would have it."""
    if lever.field.type == "term":
        return f"{number}{lever.unit}" if number else "0d"
    if lever.field.type == "date":
        return iso(_day(number))
    return str(number)


def levers(
    facts: Facts, law: Law, pinpoint: str, law_at: int, known_at: int
) -> list[Lever]:
    """Return the facts of a case that a provision reads, on the law of a day."""
    read = _read(law, pinpoint, law_at, known_at)
    cuts = tuple(sorted(case_days(facts)))
    return list(_levers(facts, "", Person, read, cuts))


def reads_findings(law: Law, pinpoint: str, law_at: int, known_at: int) -> bool:
    """Say whether a provision hangs on what somebody has found."""
    return ("Finding", "finding") in _read(law, pinpoint, law_at, known_at)


def _read(law: Law, pinpoint: str, law_at: int, known_at: int) -> set[tuple[str, str]]:
    """Return the record and name of every field a provision reads on a day."""
    snapshot = Snapshot(law, law_at, known_at)
    read: set[tuple[str, str]] = set()
    seen: set[Node] = set()
    for name in snapshot.cone(pinpoint):
        for version in snapshot.versions[name]:
            if version.since < NEVER:
                _fields(version.body, read, seen)
                _fields(version.selector, read, seen)
    return read


def _fields(node: Node, read: set[tuple[str, str]], seen: set[Node]) -> None:
    """Collect the record and name of every field an expression reads."""
    if node in seen:
        return
    seen.add(node)
    if node.op == "field" and node.attrs[1] != "position":
        read.add((node.attrs[0], node.attrs[1]))
    for arg in node.args:
        _fields(arg, read, seen)


def _levers(
    facts: Facts,
    path: str,
    record: type[Any],
    read: set[tuple[str, str]],
    cuts: tuple[int, ...],
) -> Iterator[Lever]:
    for name, held in record.fields().items():
        if isinstance(held, ListField):
            elements = facts.get(name, Elements())
            for i, element in enumerate(elements.items):
                yield from _levers(element, f"{name}[{i}].", held.of, read, cuts)
        elif (record.__name__, name) in read:
            now = facts.get(name)
            yield Lever(f"{path}{name}", held, now, _unit(held, now), cuts)


def _unit(held: Field[Any], now: Any) -> str:
    """Return the unit in which a length is varied: days where it was given in days."""
    if held.type != "term":
        return ""
    return "d" if now is not None and now[1] == 0 and now[3] > 0 else "m"


def shown_at(facts: Facts, path: str) -> str:
    """Return the value at a path as people write it; `unknown` if it is not known."""
    value, held = get(facts, path), field_at(path)
    if value is None:
        return "unknown"
    if isinstance(held, ChoiceField):
        words = [w for i, w in enumerate(held.values) if value >> i & 1]
        return " or ".join(words)
    if held.type == "truth":
        return TRUTH_NAMES[value]
    if held.type == "term":
        return show_term(value)
    if held.type == "date":
        return show_date(value)
    if held.type == "number":
        return str(value[0]) if value[0] == value[1] else f"{value[0]} to {value[1]}"
    return str(value) if held.type == "text" else "a list"
