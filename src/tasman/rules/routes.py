"""The shortest route to another answer.

Which tests would have to come out otherwise.
"""

from __future__ import annotations

from tasman.facts.case import NO, YES
from tasman.rules.evaluate import Element, Environment, Evaluation, environment
from tasman.rules.expressions import LIST_OPS, Node
from tasman.rules.provisions import Version
from tasman.rules.wording import Wording

Route = tuple[str, ...]
_NO_WAY: Route = ("",) * 99
"""Longer than any route: what cannot be changed by facts."""


class Routes:
    """Finds, for one evaluation, the fewest tests whose change gives another answer."""

    def __init__(self, evaluation: Evaluation, wording: Wording) -> None:
        self._evaluation, self._wording = evaluation, wording
        self._known: dict[tuple[object, ...], Route] = {}

    def to(self, target: int, pinpoint: str, records: tuple[Element, ...]) -> Route:
        """Return the tests that would have to change; empty when no facts can do it."""
        route = self._provision(target, pinpoint, records)
        return () if len(route) >= len(_NO_WAY) else route

    def _provision(
        self, target: int, pinpoint: str, records: tuple[Element, ...]
    ) -> Route:
        selected = self._evaluation.selected(pinpoint, *records)
        if not selected.versions:
            return () if target == NO else _NO_WAY
        key = (target, pinpoint, *(record.path for record in records))
        route = self._known.get(key)
        if route is None:
            bound = environment(records)
            ways = [self._way(target, v.body, bound, v) for v in selected.versions]
            route = self._known[key] = min(ways, key=len)
        return route

    def _way(self, target: int, node: Node, bound: Environment, v: Version) -> Route:
        if self._evaluation.value(node, bound, v)[0] == target:
            return ()
        if node.op == "not":
            return self._way(YES - target, node.args[0], bound, v)
        if node.op in ("and", "or"):
            return self._combined(target, node, bound, v)
        if node.op == "ref":
            records = tuple(bound[arg.attrs[0]] for arg in node.args)
            return self._provision(target, node.attrs[0], records)
        if node.op == "any":
            return self._any(target, node, bound, v)
        if node.op == "join":
            return self._all([self._way(target, a, bound, v) for a in node.args])
        if node.op == "const" or not _reads_facts(node):
            return _NO_WAY
        return (self._leaf(target, node, bound, v),)

    def _leaf(self, target: int, node: Node, bound: Environment, v: Version) -> str:
        text = self._wording.test(node, bound, v)
        return text if target == YES else f"not: {text}"

    def _combined(
        self, target: int, node: Node, bound: Environment, v: Version
    ) -> Route:
        ways = [self._way(target, arg, bound, v) for arg in node.args]
        if (node.op == "and") == (target == YES):
            return self._all(ways)
        return min(ways, key=len)

    def _all(self, ways: list[Route]) -> Route:
        steps = tuple(dict.fromkeys(step for way in ways for step in way))
        return _NO_WAY if any(way == _NO_WAY for way in ways) else steps

    def _any(self, target: int, node: Node, bound: Environment, v: Version) -> Route:
        ways: list[Route] = []
        for element in self._evaluation.elements(node, bound):
            inner = {**bound, node.attrs[1]: element}
            if element.others:
                ways.append((f"{element.path.rstrip('.')}: what others there are",))
            else:
                ways.append(self._way(target, node.args[1], inner, v))
        if target == NO:
            return self._all(ways)
        new = (f"a further entry in {node.attrs[0]}",)
        return min([*ways, new], key=len)


def _reads_facts(node: Node) -> bool:
    if node.op in ("field", "lack") or node.op in LIST_OPS:
        return True
    return node.op == "ref" or any(_reads_facts(arg) for arg in node.args)
