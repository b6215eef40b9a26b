"""Reasons for one case: why each provision came out as it did, and what is missing.

Reasons are a graph keyed by provision and element, never a tree: what many conclusions
share is told once. The format is `tasman-explanation/1`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.kinds import kind_names
from tasman.rules.evaluate import Element, Environment, Evaluation, environment
from tasman.rules.expressions import LIST_OPS, Node
from tasman.rules.provisions import Mark, Version
from tasman.rules.routes import Routes
from tasman.rules.values import TRUTH_NAMES, show
from tasman.rules.wording import Wording, fact_path, fact_text

SCHEMA = "tasman-explanation/1"


@dataclass(frozen=True, slots=True)
class Because:
    """One step of a reason: a test of facts, a provision, or the absence of either."""

    kind: str
    text: str
    truth: str = ""
    key: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the step as plain data."""
        plain: dict[str, Any] = {self.kind: self.key or self.text}
        if self.key:
            plain["says"] = self.text
        if self.truth:
            plain["truth"] = self.truth
        if self.facts:
            plain["facts"] = dict(self.facts)
        return plain


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact, judgment or point of law whose absence leaves something open."""

    path: str
    kinds: int

    def to_dict(self) -> dict[str, Any]:
        """Return the lack as plain data."""
        return {"what": self.path, "kinds": kind_names(self.kinds)}


@dataclass(slots=True)
class Reason:
    """Why one provision came out as it did, for one element or the person."""

    key: str
    pinpoint: str
    element: str
    type: str
    truth: int
    kinds: int
    shown: str
    versions: tuple[Version, ...]
    mark: Mark
    because: list[Because] = field(default_factory=list)
    missing: dict[str, Missing] = field(default_factory=dict)
    route: tuple[str, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether a version of the provision stands on the day that selects it."""
        return bool(self.versions)

    def to_dict(self) -> dict[str, Any]:
        """Return the reason as plain data."""
        plain: dict[str, Any] = {
            "provision": self.pinpoint,
            "element": self.element,
            "in_force": self.in_force,
            "answer": self.shown,
            "unknown_kinds": kind_names(self.kinds),
            "statement": self.versions[0].statement if self.versions else "",
            "citation": self.versions[0].citation if self.versions else "",
            "verified": str(self.mark),
            "because": [step.to_dict() for step in self.because],
            "missing": [lack.to_dict() for lack in self.missing.values()],
            "would_change_it": list(self.route),
        }
        return plain


class Explanation:
    """The reasons of one evaluation, worked out when asked for and shared."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.reasons: dict[str, Reason] = {}
        self.wording = Wording(evaluation)
        self._routes = Routes(evaluation, self.wording)

    def of(self, pinpoint: str, *records: Element) -> Reason:
        """Return the reason for a provision, of the person unless records are given."""
        records = records or (self.evaluation.root,)
        element = ", ".join(r.path.rstrip(".") for r in records if r.path)
        key = f"{pinpoint} [{element}]" if element else pinpoint
        known = self.reasons.get(key)
        if known is None:
            known = self._reason(key, pinpoint, element, records)
        return known

    def to_dict(self, roots: Iterable[str]) -> dict[str, Any]:
        """Return the reasons of these provisions, and all they rest on.

        As plain data.
        """
        keys = [self.of(pinpoint).key for pinpoint in roots]
        reached = self.reached(keys)
        return {
            "schema": SCHEMA,
            "roots": keys,
            "reasons": {key: self.reasons[key].to_dict() for key in reached},
        }

    def reached(self, keys: Iterable[str]) -> list[str]:
        """Return these reasons' keys and those of every reason they rest on."""
        found: dict[str, None] = {}
        queue = list(keys)
        while queue:
            key = queue.pop(0)
            if key not in found:
                found[key] = None
                queue += [step.key for step in self.reasons[key].because if step.key]
        return list(found)

    def lacks(self, key: str) -> dict[str, Missing]:
        """Return everything missing behind a reason, its own and further down."""
        found: dict[str, Missing] = {}
        for reached in self.reached([key]):
            for path, lack in self.reasons[reached].missing.items():
                kinds = lack.kinds | (found[path].kinds if path in found else 0)
                found[path] = Missing(path, kinds)
        return found

    def weakest(self, key: str) -> Mark:
        """Return the weakest mark among the provisions a reason rests on."""
        marks = (self.reasons[reached].mark for reached in self.reached([key]))
        return max(marks, key=lambda mark: mark.rank)

    def _reason(
        self, key: str, pinpoint: str, element: str, records: tuple[Element, ...]
    ) -> Reason:
        value = self.evaluation.provision(pinpoint, *records)
        selected = self.evaluation.selected(pinpoint, *records)
        kind = self.evaluation.law.versions(pinpoint)[0].type
        marks = [version.mark for version in selected.versions]
        reason = self.reasons[key] = Reason(
            key,
            pinpoint,
            element,
            kind,
            value[0] if kind == "truth" else UNKNOWN,
            value[-1],
            show(kind, value),
            selected.versions,
            max(marks, key=lambda mark: mark.rank, default=Mark.VERIFIED),
        )
        if not selected.versions:
            reason.because.append(Because("not_in_force", "not in force on this day"))
        bound = environment(records)
        for version in selected.versions:
            _Walk(self, reason, version).of(version.body, bound)
        if not selected.certain and selected.versions:
            _Walk(self, reason, None).facts(selected.versions[0].selector, bound)
        if kind == "truth" and value[0] != YES:
            reason.route = self._routes.to(YES, pinpoint, records)
        return reason


class _Walk:
    """Collects the steps that decided one version: only those that mattered."""

    def __init__(
        self, explanation: Explanation, reason: Reason, version: Version | None
    ) -> None:
        self._explanation, self._reason, self._version = explanation, reason, version
        self._evaluation = explanation.evaluation
        self._open = True

    def of(self, node: Node, bound: Environment) -> None:
        """Add the steps that make an expression come out as it does."""
        if node.op in ("and", "or"):
            self._combined(node, bound)
        elif node.op in ("not", "join"):
            for arg in node.args:
                self.of(arg, bound)
            if node.op == "join":
                self._joined(node, bound)
        elif node.op == "ref":
            self._provision(node, bound)
        elif node.op == "any":
            self._any(node, bound)
        elif node.op == "choose" and node.type == "truth":
            self._choice(node, bound)
        elif node.op == "lack":
            self._lack(node.attrs[1], node.attrs[0])
        elif node.op != "const":
            self._test(node, bound)

    def _value(self, node: Node, bound: Environment) -> tuple[int, ...]:
        return self._evaluation.value(node, bound, self._version)

    def _combined(self, node: Node, bound: Environment) -> None:
        truth = self._value(node, bound)[0]
        decisive = [a for a in node.args if self._value(a, bound)[0] == truth]
        alone = truth == (YES if node.op == "or" else NO)
        for arg in decisive[:1] if alone and truth == YES else decisive:
            self.of(arg, bound)

    def _joined(self, node: Node, bound: Environment) -> None:
        truths = {self._value(arg, bound)[0] for arg in node.args}
        if len(truths) > 1:
            self._lack(node.attrs[1], node.attrs[0])

    def _choice(self, node: Node, bound: Environment) -> None:
        self.of(node.args[0], bound)
        truth = self._value(node.args[0], bound)[0]
        if truth == UNKNOWN:
            for arg in node.args[1:]:
                self.of(arg, bound)
        else:
            self.of(node.args[2 - truth // 2], bound)

    def _provision(self, node: Node, bound: Environment) -> None:
        records = [bound[arg.attrs[0]] for arg in node.args]
        below = self._explanation.of(node.attrs[0], *records)
        statement = below.versions[0].statement if below.versions else "not in force"
        truth = below.shown if node.type == "truth" else ""
        step = Because("provision", statement, truth, below.key)
        if step not in self._reason.because:
            self._reason.because.append(step)

    def _any(self, node: Node, bound: Environment) -> None:
        truth = self._value(node, bound)[0]
        shown = 0
        for element in self._evaluation.elements(node, bound):
            inner = {**bound, node.attrs[1]: element}
            here = self._value(node.args[1], inner)[0]
            if element.others:
                if truth == UNKNOWN and here != NO:
                    self._lack(element.path.rstrip("."), element.lacks)
                continue
            if here == truth:
                shown += 1
                self.of(node.args[1], inner)
                if truth == YES:
                    return
        if truth == NO and not shown:
            self._step(Because("none_of", node.attrs[0], "no"))

    def _test(self, node: Node, bound: Environment) -> None:
        truth, kinds = self._value(node, bound)[0], self._value(node, bound)[-1]
        text = self._explanation.wording.test(node, bound, self._version)
        self._open = node.type != "truth" or truth == UNKNOWN
        before = len(self._reason.missing)
        used = self.facts(node, bound)
        self._open = True
        name = TRUTH_NAMES[truth] if node.type == "truth" else ""
        if node.op == "field" and node.type == "truth":
            text = fact_path(node, bound)
        self._step(Because("test", text, name, facts=tuple(used.items())))
        named = used or len(self._reason.missing) > before
        if node.type == "truth" and truth == UNKNOWN and not named:
            self._lack(text, kinds)

    def _step(self, step: Because) -> None:
        if step not in self._reason.because:
            self._reason.because.append(step)

    def _lack(self, what: str, kinds: int) -> None:
        if not self._open:
            return
        known = self._reason.missing.get(what)
        mask = kinds | (known.kinds if known else 0)
        self._reason.missing[what] = Missing(what, mask)

    def facts(self, node: Node, bound: Environment) -> dict[str, str]:
        """Return the facts an expression reads, noting those that are not known."""
        used: dict[str, str] = {}
        self._collect(node, bound, used)
        return used

    def _collect(self, node: Node, bound: Environment, used: dict[str, str]) -> None:
        if node.op == "field":
            value = self._value(node, bound)
            element = bound[node.args[0].attrs[0]]
            path = fact_path(node, bound)
            if node.attrs[1] != "position":
                used[path] = fact_text(node, value, element)
            if value[-1]:
                others = element.path.rstrip(".") if element.others else path
                self._lack(others, element.lacks if element.others else value[-1])
        elif node.op == "ref":
            self._provision(node, bound)
        elif node.op == "lack":
            self._lack(node.attrs[1], node.attrs[0])
        elif node.op in LIST_OPS:
            self._collect_members(node, bound, used)
        else:
            for arg in node.args:
                if arg.type != "record":
                    self._collect(arg, bound, used)

    def _collect_members(
        self, node: Node, bound: Environment, used: dict[str, str]
    ) -> None:
        depth, bodies = node.attrs[1], node.args[2 : 2 + node.attrs[2]]
        for truth, _, inner in self._evaluation.members(node, bound, self._version):
            if inner[depth].others:
                self._lack(inner[depth].path.rstrip("."), inner[depth].lacks)
                continue
            for part in (*bodies, *((node.args[1],) if truth == UNKNOWN else ())):
                self._collect(part, inner, used)
        for extra in node.args[2 + node.attrs[2] :]:
            self._collect(extra, bound, used)
