"""Bugs to plant in the engine, one or more in every primitive.

Each is a mistake that somebody could make; the suite must notice every one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.kinds import FACT
from tasman.facts.terms import UNBOUNDED
from tasman.rules import calendar, evaluate
from tasman.rules.evaluate import Evaluation, Selected
from tasman.rules.values import Value

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch], None]


class Bug(NamedTuple):
    """A mistake in one primitive, and how to make it."""

    primitive: str
    mistake: str
    plant: Plant

    def __str__(self) -> str:
        return f"{self.primitive}: {self.mistake}"


BUGS: list[Bug] = []


def bug(primitive: str, mistake: str) -> Callable[[Plant], Plant]:
    """Keep the function below as a bug to plant."""

    def keep(plant: Plant) -> Plant:
        BUGS.append(Bug(primitive, mistake, plant))
        return plant

    return keep


def spoil(
    primitive: str, mistake: str, change: Callable[..., Value], op: str = ""
) -> None:
    """Keep a bug that changes what is found: `change(value, node, engine)`."""
    op = op or primitive

    def plant(patch: Patch) -> None:
        original = getattr(Evaluation, f"_op_{op}")

        def spoilt(self: Evaluation, node: Any, bound: Any, v: Any) -> Value:
            return change(original(self, node, bound, v), node, self)

        patch.setattr(Evaluation, f"_op_{op}", spoilt)

    BUGS.append(Bug(primitive, mistake, plant))


def replace(op: str, mistake: str, instead: Callable[..., Value]) -> None:
    """Keep a bug that does it otherwise: `instead(engine, node, bound, version)`."""
    BUGS.append(
        Bug(op, mistake, lambda patch: patch.setattr(Evaluation, f"_op_{op}", instead))
    )


def args(engine: Evaluation, node: Any, bound: Any, v: Any) -> list[Value]:
    """The values of an expression's parts."""
    return [engine.value(arg, bound, v) for arg in node.args if arg.type != "record"]


# --- Leaves ---

spoil(
    "const",
    "the days of a length are dropped",
    lambda x, node, _: (*x[:2], 0, 0, 0) if node.type == "term" else x,
)
spoil(
    "parameter",
    "every threshold is one more",
    lambda x, node, _: (*(n + 1 for n in x[:-1]), 0),
)
spoil(
    "clock",
    "the law's date stands for the facts' date",
    lambda x, node, engine: (engine.clocks["law_at"],) * 2 + (0,),
)
spoil("lack", "what nobody has decided is taken as no", lambda x, *_: (NO, 0))
spoil(
    "field",
    "an unknown truth is read as no",
    lambda x, node, _: (NO, 0) if node.type == "truth" and x[0] == UNKNOWN else x,
)
spoil(
    "field",
    "a date known to the year is read as its first day",
    lambda x, node, _: (x[0], x[0], 0) if node.type == "date" else x,
)
spoil(
    "field",
    "a length not stated is read as none",
    lambda x, node, _: (0, 0, 0, 0, 0) if node.type == "term" and x[-1] else x,
)
spoil(
    "field",
    "a number not stated is read as zero",
    lambda x, node, _: (0, 0, 0) if x[0] == -UNBOUNDED else x,
)
spoil(
    "field",
    "of two possible words the first is taken",
    lambda x, node, _: (x[0] & -x[0], 0) if node.type == "choice" else x,
)
spoil(
    "field",
    "a missing judgment is called a missing fact",
    lambda x, node, _: (*x[:-1], FACT if x[-1] else 0),
)
spoil(
    "position",
    "elements not listed stand in the next place",
    lambda x, node, _: (x[0], x[0], 0) if node.attrs[1] == "position" else x,
    op="field",
)
spoil(
    "position",
    "every element stands first",
    lambda x, node, _: (0, 0, 0) if node.attrs[1] == "position" else x,
    op="field",
)


@bug("ref", "what was found of one element serves for all")
def _(patch: Patch) -> None:
    original = Evaluation.provision

    def provision(self: Evaluation, pinpoint: str, *records: Any) -> Value:
        known = self._values.get((pinpoint,))
        if known is None:
            known = self._values[pinpoint,] = original(self, pinpoint, *records)
        return known

    patch.setattr(Evaluation, "provision", provision)


# --- Truths ---

spoil("not", "not unknown is no", lambda x, *_: (NO, 0) if x[0] == UNKNOWN else x)
spoil("not", "the kinds get lost", lambda x, *_: (x[0], 0))
spoil("and", "unknown and yes is yes", lambda x, *_: (YES, 0) if x[0] else x)
spoil("and", "unknown is no", lambda x, *_: (NO, 0) if x[0] == UNKNOWN else x)
spoil(
    "and",
    "a missing fact hides the other kinds",
    lambda x, *_: (x[0], FACT) if x[1] & FACT else x,
)
spoil("or", "unknown or no is no", lambda x, *_: (NO, 0) if x[0] == UNKNOWN else x)
spoil("or", "unknown is yes", lambda x, *_: (YES, 0) if x[0] else x)
replace("join", "the first reading is taken", lambda *a: args(*a)[0])
replace("compare", "only first days are compared", lambda *a: _first_days(*a))
spoil("compare", "overlapping dates count as no", lambda x, *_: (x[0] & 2, 0))
spoil("is_in", "a possible word is taken as so", lambda x, *_: (x[0] and YES, 0))
spoil("is_in", "a possible word is taken as not so", lambda x, *_: (x[0] & 2, 0))


def _first_days(engine: Evaluation, node: Any, bound: Any, v: Any) -> Value:
    left, right = args(engine, node, bound, v)
    test = {"<=": left[0] <= right[0], "<": left[0] < right[0]}
    return (YES if test.get(node.attrs[0], left[0] == right[0]) else NO, 0)


def _at_most(engine: Evaluation, node: Any, bound: Any, v: Any) -> Value:
    left, right = args(engine, node, bound, v)
    if left[-1] or right[-1]:
        return (UNKNOWN, left[-1] | right[-1])
    same = node.attrs[0] == "==" and left[0] == right[0]
    return (YES if same or (left[0] <= right[0] and node.attrs[0] != "==") else NO, 0)


replace("compare", "before is taken as on or before", _at_most)


def _thirty(engine: Evaluation, node: Any, bound: Any, v: Any) -> Value:
    term, wanted = args(engine, node, bound, v)[:2]
    low, high = term[0] * 30 + term[2], term[1] * 30 + term[3]
    if low >= wanted[1] * 30 + wanted[3]:
        return (YES, 0)
    if high < wanted[0] * 30 + wanted[2]:
        return (NO, 0)
    return (UNKNOWN, FACT)


replace("at_least", "months are of thirty days", _thirty)


@bug("at_least", "a length is counted forwards from its end")
def _(patch: Patch) -> None:
    original = calendar.term_at_least
    patch.setattr(calendar, "term_at_least", lambda *a: original(*a[:4], False))


@bug("at_least", "the first of the possible starts is taken")
def _(patch: Patch) -> None:
    original = calendar.term_at_least

    def first(m: int, d: int, wanted: Any, anchor: Any, backwards: bool) -> int:
        return original(m, d, wanted, (anchor[0],) * 2, backwards)

    patch.setattr(calendar, "term_at_least", first)


@bug("at_least", "the start is ignored")
def _(patch: Patch) -> None:
    original = calendar.term_at_least
    patch.setattr(
        calendar, "term_at_least", lambda m, d, w, a, b: original(m, d, w, (0, 1), b)
    )


# --- Values ---


def _yes_side(engine: Evaluation, node: Any, bound: Any, v: Any) -> Value:
    no = engine.value(node.args[0], bound, v)[0] == NO
    return engine.value(node.args[2 if no else 1], bound, v)


def _both_sides(engine: Evaluation, node: Any, bound: Any, v: Any) -> Value:
    condition, *sides = args(engine, node, bound, v)
    return evaluate.join(sides, condition[-1] or FACT)


replace("choose", "while unknown, yes is taken", _yes_side)
replace("choose", "a known condition leaves both sides open", _both_sides)
spoil("plus", "least is added, most is not", lambda x, *_: (x[0], x[0], x[2]))
spoil("minus", "bounds are taken crosswise", lambda x, *_: (x[1], x[0], x[2]))
spoil("as_days", "days become months", lambda x, *_: (x[2], x[3], 0, 0, x[4]))
spoil("add_term", "the longest case is forgotten", lambda x, *_: (x[0], x[0], x[2]))
spoil("take_term", "the longest case is forgotten", lambda x, *_: (x[1], x[1], x[2]))
spoil("roll", "the last day is not rolled", lambda x, *_: (x[0], x[0], x[2]))


def _days_first(move: str) -> Plant:
    def plant(patch: Patch) -> None:
        sign = 1 if move == "add_term" else -1

        def spoilt(start: int, months: int, days: int) -> int:
            if not EARLIEST < start < NEVER:
                return start
            return calendar.add_months(start + sign * days, sign * months)

        patch.setattr(calendar, move, spoilt)

    return plant


BUGS.append(Bug("add_term", "days move before months", _days_first("add_term")))
BUGS.append(Bug("take_term", "days move before months", _days_first("take_term")))


@bug("take_term", "the shortest length gives the first day")
def _(patch: Patch) -> None:
    def spoilt(self: Evaluation, node: Any, bound: Any, v: Any) -> Value:
        day, term = args(self, node, bound, v)
        first = calendar.take_term(day[0], term[0], term[2])
        last = calendar.take_term(day[1], term[1], term[3])
        return (min(first, last), max(first, last), day[2] | term[4])

    patch.setattr(Evaluation, "_op_take_term", spoilt)


@bug("roll", "no day is shut")
def _(patch: Patch) -> None:
    patch.setattr(calendar, "next_open", lambda day, shut: day)


# --- Lists ---


@bug("others", "an incomplete list is read as complete")
def _(patch: Patch) -> None:
    original = Evaluation.elements

    def elements(self: Evaluation, node: Any, bound: Any) -> Iterator[Any]:
        return (e for e in original(self, node, bound) if not e.others)

    patch.setattr(Evaluation, "elements", elements)


@bug("others", "the row for others counts as one element")
def _(patch: Patch) -> None:
    original = Evaluation.elements

    def elements(self: Evaluation, node: Any, bound: Any) -> Iterator[Any]:
        return (e._replace(others=False) for e in original(self, node, bound))

    patch.setattr(Evaluation, "elements", elements)


@bug("others", "what is missing is always a fact, never a judgment")
def _(patch: Patch) -> None:
    original = Evaluation.elements

    def elements(self: Evaluation, node: Any, bound: Any) -> Iterator[Any]:
        return (e._replace(lacks=FACT) for e in original(self, node, bound))

    patch.setattr(Evaluation, "elements", elements)


def _members(change: Callable[[int, int], tuple[int, int]]) -> Plant:
    def plant(patch: Patch) -> None:
        original = Evaluation.members

        def members(self: Evaluation, *rest: Any) -> Iterator[Any]:
            for truth, kinds, inner in original(self, *rest):
                yield (*change(truth, kinds), inner)

        patch.setattr(Evaluation, "members", members)

    return plant


BUGS.append(
    Bug("members", "perhaps in is taken as in", _members(lambda truth, kinds: (YES, 0)))
)


@bug("members", "perhaps in is taken as out")
def _(patch: Patch) -> None:
    original = Evaluation.members

    def members(self: Evaluation, *rest: Any) -> Iterator[Any]:
        return (each for each in original(self, *rest) if each[0] == YES)

    patch.setattr(Evaluation, "members", members)


spoil("any", "perhaps one is taken as one", lambda x, *_: (x[0] and YES, 0))
spoil("any", "perhaps one is taken as none", lambda x, *_: (x[0] & 2, 0))
spoil("count", "elements perhaps in are left out", lambda x, *_: (x[0], x[0], 0))
spoil("count", "elements perhaps in are counted", lambda x, *_: (x[1], x[1], 0))
spoil(
    "count",
    "others count as one",
    lambda x, *_: (x[0], x[0] + 1, x[2]) if x[1] >= UNBOUNDED else x,
)
spoil(
    "total",
    "others add nothing",
    lambda x, *_: _bounded(x, lambda low, high: low if high >= UNBOUNDED else high),
)
spoil("total", "the least is the most", lambda x, *_: _bounded(x, lambda low, _: low))
spoil(
    "total",
    "months are turned into days",
    lambda x, *_: (0, 0, x[0] * 30 + x[2], x[1] * 30 + x[3], x[4]) if x[4:] else x,
)


def _bounded(value: Value, most: Callable[[int, int], int]) -> Value:
    found: list[int] = []
    for low in range(0, len(value) - 1, 2):
        found += [value[low], most(value[low], value[low + 1])]
    return (*found, value[-1])


spoil("latest", "the last possible day is certain", lambda x, *_: (x[1], x[1], 0))
spoil("latest", "elements perhaps in are left out", lambda x, *_: (x[0], x[0], 0))


@bug("latest", "the default is forgotten")
def _(patch: Patch) -> None:
    def spoilt(self: Evaluation, node: Any, bound: Any, v: Any) -> Value:
        first = last = EARLIEST
        kinds = 0
        for truth, why, inner in self.members(node, bound, v):
            low, high, open_ = self.value(node.args[2], inner, v)
            kinds |= why | open_
            first = max(first, low if truth == YES else EARLIEST)
            last = max(last, high)
        return (first, last, kinds)

    patch.setattr(Evaluation, "_op_latest", spoilt)


spoil("covered", "the hull is taken for the core", lambda x, *_: (x[1], x[1], 0))
spoil("covered", "the core is taken for the hull", lambda x, *_: (x[0], x[0], 0))


@bug("covered", "overlaps count twice")
def _(patch: Patch) -> None:
    patch.setattr(
        calendar,
        "covered",
        lambda spans: sum(max(0, after - first) for first, after in spans),
    )


@bug("covered", "spans upside down count as fewer than none")
def _(patch: Patch) -> None:
    def covered(spans: list[tuple[int, int]]) -> int:
        total, end = 0, EARLIEST
        for first, after in sorted(spans):
            if after > end:
                total, end = total + after - max(first, end), after
        return total

    patch.setattr(calendar, "covered", covered)


@bug("covered", "the window is ignored")
def _(patch: Patch) -> None:
    original = Evaluation._op_covered

    def spoilt(self: Evaluation, node: Any, bound: Any, v: Any) -> Value:
        open_ended = type(node)(node.op, node.type, node.args[:4], node.attrs)
        return original(self, open_ended, bound, v)

    patch.setattr(Evaluation, "_op_covered", spoilt)


# --- Versions ---


def _selection(mistake: str, change: Callable[[Selected], Selected]) -> None:
    def plant(patch: Patch) -> None:
        original = Evaluation._select
        patch.setattr(Evaluation, "_select", lambda *a: change(original(*a)))

    BUGS.append(Bug("version selection", mistake, plant))


_selection(
    "of several possible versions the first is taken",
    lambda s: s._replace(versions=s.versions[:1], gap=s.gap and not s.versions),
)
_selection(
    "a gap between versions is overlooked",
    lambda s: s._replace(gap=s.gap and not s.versions),
)
_selection("the doubt about the version has no kind", lambda s: s._replace(kinds=0))


def _days_of_versions(mistake: str, change: Callable[..., bool]) -> None:
    def plant(patch: Patch) -> None:
        def select(self: Evaluation, pinpoint: str, records: Any) -> Selected:
            versions = self.law.versions(pinpoint)
            bound = evaluate.environment(records)
            first, last, kinds = self.value(versions[0].selector, bound, None)
            known = self.clocks["known_at"]
            live = tuple(v for v in versions if change(v, first, last, known))
            gap = not evaluate._covers(live, first, last)
            return Selected(live, len(live) == 1 and not gap, gap, kinds)

        patch.setattr(Evaluation, "_select", select)

    BUGS.append(Bug("version selection", mistake, plant))


_days_of_versions(
    "the last day is in as well",
    lambda v, first, last, known: (
        v.since <= last and first <= v.until and v.known_since <= known < v.known_until
    ),
)
_days_of_versions(
    "the first day is out",
    lambda v, first, last, known: (
        v.since < last and first < v.until and v.known_since <= known < v.known_until
    ),
)
_days_of_versions(
    "what was known then is ignored",
    lambda v, first, last, known: v.since <= last and first < v.until,
)


# --- What the primitives share ---


@bug("clamp", "numbers stop at fifty")
def _(patch: Patch) -> None:
    patch.setattr(evaluate, "clamp", lambda number: max(-50, min(number, 50)))


@bug("join of values", "the first alternative is taken")
def _(patch: Patch) -> None:
    patch.setattr(evaluate, "join", lambda values, kind: values[0])


@bug("join of values", "no doubt is left between alternatives")
def _(patch: Patch) -> None:
    original = evaluate.join
    patch.setattr(evaluate, "join", lambda values, kind: original(values, 0))


@bug("unknown value", "a day not stated is today")
def _(patch: Patch) -> None:
    original = evaluate.unknown_value

    def spoilt(type_: str, kinds: int, words: int = 0) -> Value:
        return (0, 0, 0) if type_ == "date" else original(type_, kinds, words)

    patch.setattr(evaluate, "unknown_value", spoilt)


@bug("not in force", "what is not in force is unknown")
def _(patch: Patch) -> None:
    patch.setattr(
        evaluate, "not_in_force", lambda t: evaluate.unknown_value(t, FACT, 0)
    )


@bug("months", "the thirty-first is carried into the next month")
def _(patch: Patch) -> None:
    def spoilt(start: int, months: int) -> int:
        if not EARLIEST < start < NEVER:
            return start
        here = calendar.bisect_right(calendar.MONTH_STARTS, start) - 1
        there = max(0, min(here + months, len(calendar.MONTH_STARTS) - 1))
        return calendar.MONTH_STARTS[there] + start - calendar.MONTH_STARTS[here]

    patch.setattr(calendar, "add_months", spoilt)


@bug("spans of months", "every month has thirty days")
def _(patch: Patch) -> None:
    patch.setattr(calendar, "span_of_months", lambda months: (30 * months,) * 2)
