"""What must hold of the engine on any law and any facts: the suite's properties.

`violations` tries them all on one case. The tests ask that it finds none; the planted
bugs, that it finds some.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from tasman.facts.case import UNKNOWN, Elements, Facts
from tasman.facts.fields import ListField, Record
from tasman.facts.kinds import FACT, JUDGMENT, NOT_COVERED, UNSETTLED
from tasman.rules.evaluate import Evaluation
from tasman.rules.expressions import Node
from tasman.rules.law import Law
from tasman.rules.values import Value
from tests.rules.oracle import Oracle, encloses, is_exact, narrows
from tests.rules.random_facts import (
    completed,
    exact_within,
    random_day,
    random_facts,
    refined,
)

Clocks = dict[str, int]


def random_clocks(rnd: random.Random) -> Clocks:
    """Three dates; the law's is often the as-at day."""
    as_at = random_day(rnd)
    law_at = rnd.choice((as_at, random_day(rnd)))
    return {"as_at": as_at, "law_at": law_at, "known_at": random_day(rnd)}


def random_case(rnd: random.Random, root: type[Record]) -> Facts:
    """Facts of which little, some or much is unknown."""
    facts: Facts = random_facts(rnd, root, rnd.choice((0.05, 0.2, 0.4)))
    return facts


def about(law: Law, root: type[Record]) -> list[str]:
    """The provisions about the person of the case."""
    wanted = (root.__name__,)
    return [pin for pin in law.pinpoints if law.versions(pin)[0].arguments == wanted]


def values(
    law: Law, root: type[Record], facts: Facts, clocks: Clocks
) -> dict[str, Any]:
    """The value of every provision about the person."""
    evaluation = Evaluation(law, facts, **clocks, root=root.__name__)
    return {pin: evaluation.provision(pin) for pin in about(law, root)}


def violations(law: Law, root: type[Record], rnd: random.Random) -> Iterator[str]:
    """Yield each way in which one random case breaks a property."""
    facts, clocks = random_case(rnd, root), random_clocks(rnd)
    before = values(law, root, facts, clocks)
    for pin, value in before.items():
        if law.versions(pin)[0].type == "truth":
            if (value[0] == UNKNOWN) != (value[1] != 0):
                yield f"{pin}: {value} has kinds though it is known, or none"
        elif not value[-1] and not is_exact(law.versions(pin)[0].type, value):
            yield f"{pin}: {value} is open for no reason"
    better = values(law, root, refined(rnd, root, facts), clocks)
    yield from _widened("more information", law, before, better)
    whole = completed(rnd, root, facts)
    final = values(law, root, whole, clocks)
    yield from _widened("a completion", law, before, final)
    oracle = Oracle(law, root, whole, clocks, rnd)
    for pin, value in final.items():
        type_ = law.versions(pin)[0].type
        concrete = oracle.provision(pin)
        if not encloses(type_, value, concrete):
            yield f"{pin}: {value} of a complete case, the oracle says {concrete}"
        if not is_exact(type_, value) and closed(law, pin, value):
            yield f"{pin}: {value} of a complete case, though the law leaves none open"
        if value[-1] & FACT and not any(
            FACT in n.attrs[:1] for n in open_points(law, pin)
        ):
            yield f"{pin}: {value} of a complete case lacks a fact"
    yield from _kinds_hold(law, root, facts, clocks, before, rnd)


def _widened(
    what: str, law: Law, before: dict[str, Any], after: dict[str, Any]
) -> Iterator[str]:
    for pin, value in after.items():
        if not narrows(law.versions(pin)[0].type, value, before[pin]):
            yield f"{pin}: {before[pin]} became {value} with {what}"


def _kinds_hold(
    law: Law,
    root: type[Record],
    facts: Facts,
    clocks: Clocks,
    before: dict[str, Any],
    rnd: random.Random,
) -> Iterator[str]:
    """Settling unknowns of one kind settles nothing that did not name the kind."""
    for kind in (FACT, JUDGMENT):
        after = values(law, root, settled(rnd, root, facts, kind), clocks)
        for pin, value in before.items():
            if not value[-1] & kind and after[pin][:-1] != value[:-1]:
                yield f"{pin}: {value} became {after[pin]} by settling kind {kind}"


def settled(
    rnd: random.Random, record: type[Record], facts: Facts, kind: int
) -> dict[str, Any]:
    """The facts with every unknown of one kind filled in, and no other."""
    better: dict[str, Any] = {}
    for name, field in record.fields().items():
        if name == "position":
            continue
        known = facts.get(name)
        if isinstance(field, ListField):
            better[name] = _settled_list(rnd, field, known, kind)
        elif field.lacks & kind:
            better[name] = exact_within(rnd, field, known)
        elif known is not None:
            better[name] = known
    return better


def _settled_list(
    rnd: random.Random, field: ListField[Any], known: Elements | None, kind: int
) -> Elements:
    known = known or Elements((), {})
    items = [settled(rnd, field.of, each, kind) for each in known.items]
    if known.rest is None or not field.lacks & kind:
        return Elements(tuple(items), known.rest)
    others = range(rnd.choice((0, 0, 1, 2, 3)))
    items += [settled(rnd, field.of, known.rest, kind) for _ in others]
    return Elements(tuple(items))


def open_points(law: Law, pinpoint: str) -> list[Node]:
    """The judgments and readings that a provision, or one it rests on, leaves open."""
    nodes = [
        n for v in law.versions(pinpoint) for n in (*walk(v.body), *walk(v.selector))
    ]
    found = [node for node in nodes if node.op in ("lack", "join")]
    for below in {node.attrs[0] for node in nodes if node.op == "ref"}:
        found += open_points(law, below)
    return found


def closed(law: Law, pinpoint: str, value: Value) -> bool:
    """Whether the law itself leaves nothing open: a complete case then has one answer.

    It leaves open judgments, readings, a length counted from no day or from one that
    never comes, and any value that no version gives.
    """
    return not value[-1] & (UNSETTLED | NOT_COVERED) and not open_points(law, pinpoint)


def walk(node: Node) -> Iterator[Node]:
    """Yield an expression and all its parts."""
    yield node
    for arg in node.args:
        yield from walk(arg)
