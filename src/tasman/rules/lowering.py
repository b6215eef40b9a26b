"""Law made flat: provisions, on dates known or not, as one graph without names.

References are followed, versions placed, thresholds filled in. A step knows only which
lists its value ranges over (its domain) and how its arguments' domains sit in its own,
so that what is said of an element is one step wherever it is said, under every law
lowered together: a reform shares all that it does not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tasman.facts.case import NO, YES
from tasman.facts.fields import ChoiceField, ListField
from tasman.facts.kinds import NOT_COVERED
from tasman.rules.errors import LawError
from tasman.rules.evaluate import fields_of
from tasman.rules.expressions import LIST_OPS, Node, references
from tasman.rules.law import Law
from tasman.rules.provisions import EVER, FOREVER, Version

ROOT = -1
"""Stands for the person among the loops that an expression ranges over."""

Window = tuple[int, int]
"""The first and the last day that a clock may show."""


class Step:
    """One operation on the values of other steps.

    `domain` names the lists it ranges over, outermost first; none means the person. An
    operation on a list has that list, last, in the domain of its first `attrs[1]`
    arguments.
    """

    __slots__ = ("args", "attrs", "domain", "op", "type", "uid")

    def __init__(
        self,
        op: str,
        type_: str,
        domain: tuple[str, ...],
        args: tuple[Use, ...],
        attrs: tuple[Any, ...],
        uid: int,
    ) -> None:
        self.op, self.type, self.domain = op, type_, domain
        self.args, self.attrs, self.uid = args, attrs, uid


class Use(NamedTuple):
    """A step as an argument: `at` says which of the user's loops are the step's own."""

    step: Step
    at: tuple[int, ...]


Scope = tuple[tuple[int, int], ...]
"""For each variable in sight (argument or loop element), the loop it is; or ROOT."""


class Lowering:
    """Lowers one or several laws into one graph, for clocks known within windows."""

    def __init__(self, root: str, clocks: Mapping[str, Window]) -> None:
        self.root, self.clocks = root, dict(clocks)
        self._steps: dict[tuple[Any, ...], Step] = {}
        self._nodes: dict[tuple[Any, ...], Use] = {}
        self._provisions: dict[tuple[Any, ...], Use] = {}

    def output(self, law: Law, pinpoint: str) -> Step:
        """Return the step of a provision about the person.

        Raises LawError for a provision about something else.
        """
        wanted = law.versions(pinpoint)[0].arguments
        if wanted != (self.root,):
            raise LawError(
                f"{pinpoint} is about {', '.join(wanted)}: only provisions about "
                f"{self.root} alone can be put to a population"
            )
        return self._provision(law, pinpoint, (ROOT,), ()).step

    # ------------------------------------------------------------ provisions
    def _provision(
        self, law: Law, pinpoint: str, records: tuple[int, ...], loops: tuple[str, ...]
    ) -> Use:
        """Lower a provision once for each way its arguments coincide, then place it."""
        levels = sorted({level for level in records if level != ROOT})
        place = {ROOT: ROOT} | {level: i for i, level in enumerate(levels)}
        arguments = tuple(place[level] for level in records)
        names = tuple(loops[level] for level in levels)
        key = (id(law), pinpoint, arguments, names)
        found = self._provisions.get(key)
        if found is None:
            scope = tuple((-1 - i, level) for i, level in enumerate(arguments))
            found = self._select(law, law.versions(pinpoint), scope, names)
            self._provisions[key] = found
        return Use(found.step, tuple(levels[i] for i in found.at))

    def _select(
        self,
        law: Law,
        versions: tuple[Version, ...],
        scope: Scope,
        loops: tuple[str, ...],
    ) -> Use:
        type_ = versions[0].type
        day = self._node(law, versions[0].selector, scope, loops, None)
        known = self._clock("known_at")
        first, last = self._window(day)
        known_first, known_last = self._window(known)
        live = [
            v
            for v in versions
            if v.since <= last
            and first < v.until
            and v.known_since <= known_last
            and known_first < v.known_until
        ]
        if not live:
            return self._missing(type_)
        whole = _rectangle(first, last, known_first, known_last, live[0])
        if len(live) == 1 and whole:
            return self._node(law, live[0].body, scope, loops, live[0])
        bodies = [self._node(law, v.body, scope, loops, v) for v in live]
        spans = tuple((v.since, v.until, v.known_since, v.known_until) for v in live)
        return self._make("select", type_, [day, known, *bodies], spans)

    def _missing(self, type_: str) -> Use:
        """What a provision says on a day it has no version."""
        if type_ == "truth":
            return self._make("const", "truth", [], (NO,))
        return self._make("missing", type_, [], (NOT_COVERED,))

    def _window(self, use: Use) -> Window:
        """The days that a date may turn out to be, as far as known before any case."""
        step = use.step
        if step.op == "const":
            return (step.attrs[0], step.attrs[0])
        if step.op == "clock":
            return self.clocks.get(step.attrs[0], (EVER, FOREVER - 1))
        return (EVER, FOREVER - 1)

    # ------------------------------------------------------------ expressions
    def _node(
        self,
        law: Law,
        node: Node,
        scope: Scope,
        loops: tuple[str, ...],
        version: Version | None,
    ) -> Use:
        part = None if version is None else (version.parameters, id(law))
        key = (node, scope, loops, part or id(law))
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = self._lower(law, node, scope, loops, version)
        return found

    def _lower(
        self,
        law: Law,
        node: Node,
        scope: Scope,
        loops: tuple[str, ...],
        version: Version | None,
    ) -> Use:
        op = node.op
        if op == "const":
            return self._make("const", node.type, [], node.attrs)
        if op == "parameter":
            assert version is not None
            value = dict(version.parameters)[node.attrs[1]]
            return self._make("const", value.type, [], value.attrs)
        if op == "clock":
            return self._clock(node.attrs[0])
        if op == "lack":
            return self._make("lack", "truth", [], node.attrs[:1])
        if op == "field":
            return self._field(node, dict(scope)[node.args[0].attrs[0]], loops)
        if op == "ref":
            bound = dict(scope)
            records = tuple(bound[arg.attrs[0]] for arg in node.args)
            return self._provision(law, node.attrs[0], records, loops)
        if op in LIST_OPS:
            return self._over_list(law, node, scope, loops, version)
        args = [self._node(law, arg, scope, loops, version) for arg in node.args]
        attrs = node.attrs[:1] if op in ("join", "is_in") else node.attrs
        if op == "roll":
            attrs = (node.attrs[0], law.calendars[node.attrs[0]])
        return self._simpler(op, node.type, args, attrs)

    def _clock(self, name: str) -> Use:
        first, last = self.clocks.get(name, (EVER, FOREVER))
        if first == last:
            return self._make("const", "date", [], (first,))
        return self._make("clock", "date", [], (name,))

    def _field(self, node: Node, level: int, loops: tuple[str, ...]) -> Use:
        record, name, lacks = node.attrs
        at = () if level == ROOT else (level,)
        domain = tuple(loops[i] for i in at)
        if name == "position":
            return Use(self._step("position", "number", domain, (), ()), at)
        field = fields_of(record)[name]
        every = field.all_values if isinstance(field, ChoiceField) else 0
        attrs = (record, name, lacks, every)
        return Use(self._step("field", node.type, domain, (), attrs), at)

    def _over_list(
        self,
        law: Law,
        node: Node,
        scope: Scope,
        loops: tuple[str, ...],
        version: Version | None,
    ) -> Use:
        bound = dict(scope)
        name, depth, bodies = node.attrs
        if bound[node.args[0].attrs[0]] != ROOT:
            raise LawError(f"{name}: a list inside an element of a list")
        field = fields_of(self.root)[name]
        assert isinstance(field, ListField)
        level = len(loops)
        inner = tuple(sorted((bound | {depth: level}).items()))
        within = (*loops, name)
        parts = [
            self._node(law, arg, inner, within, version)
            for arg in node.args[1 : 2 + bodies]
        ]
        extra = [
            self._node(law, arg, scope, loops, version)
            for arg in node.args[2 + bodies :]
        ]
        member = parts[0].step
        if node.op == "any" and member.op == "const" and member.attrs[0] == NO:
            return self._make("const", "truth", [], (NO,))
        outer = sorted({i for use in (*parts, *extra) for i in use.at} - {level})
        place = {i: at for at, i in enumerate([*outer, level])}
        args = tuple(
            Use(use.step, tuple(place[i] for i in use.at)) for use in (*parts, *extra)
        )
        domain = tuple(loops[i] for i in outer)
        attrs = (name, len(parts), field.lacks)
        return Use(self._step(node.op, node.type, domain, args, attrs), tuple(outer))

    # ------------------------------------------------------------ making steps
    def _simpler(
        self, op: str, type_: str, args: list[Use], attrs: tuple[Any, ...]
    ) -> Use:
        """Make a step, unless constants among its arguments already say what it is."""
        if op in ("and", "or"):
            return self._decided(op, args)
        if op == "not" and args[0].step.op == "const":
            return self._make("const", "truth", [], (YES - args[0].step.attrs[0],))
        if op == "join" and all(arg == args[0] for arg in args):
            return args[0]
        if op == "choose" and args[0].step.op == "const":
            truth = args[0].step.attrs[0]
            if truth in (YES, NO):
                return args[1 if truth == YES else 2]
        return self._make(op, type_, args, attrs)

    def _decided(self, op: str, args: list[Use]) -> Use:
        decisive = NO if op == "and" else YES
        kept = []
        for arg in dict.fromkeys(args):
            if arg.step.op != "const":
                kept.append(arg)
            elif arg.step.attrs[0] == decisive:
                return self._make("const", "truth", [], (decisive,))
        if not kept:
            return self._make("const", "truth", [], (YES - decisive,))
        return kept[0] if len(kept) == 1 else self._make(op, "truth", kept, ())

    def _make(
        self, op: str, type_: str, uses: Iterable[Use], attrs: tuple[Any, ...]
    ) -> Use:
        """Make a step whose domain is the loops that its arguments range over."""
        uses = list(uses)
        levels = sorted({level for use in uses for level in use.at})
        names: dict[int, str] = {}
        for use in uses:
            names.update(zip(use.at, use.step.domain, strict=True))
        place = {level: i for i, level in enumerate(levels)}
        args = tuple(Use(use.step, tuple(place[i] for i in use.at)) for use in uses)
        domain = tuple(names[level] for level in levels)
        return Use(self._step(op, type_, domain, args, attrs), tuple(levels))

    def _step(
        self,
        op: str,
        type_: str,
        domain: tuple[str, ...],
        args: tuple[Use, ...],
        attrs: tuple[Any, ...],
    ) -> Step:
        key = (op, type_, domain, args, attrs)
        known = self._steps.get(key)
        if known is None:
            known = Step(op, type_, domain, args, attrs, len(self._steps))
            self._steps[key] = known
        return known


def _rectangle(
    first: int, last: int, known_first: int, known_last: int, version: Version
) -> bool:
    """Whether a version stands on every day and on every day as known."""
    return (
        version.since <= first
        and last < version.until
        and version.known_since <= known_first
        and known_last < version.known_until
    )


def days_of_change(law: Law, pinpoints: Iterable[str]) -> tuple[int, ...]:
    """Return the law-at days on which what these provisions rest on changes."""
    days: set[int] = set()
    queue, seen = list(pinpoints), set(pinpoints)
    while queue:
        for version in law.versions(queue.pop()):
            if version.selector.op == "clock" and version.selector.attrs == ("law_at",):
                days |= {version.since, version.until}
            below = references(version.body) | references(version.selector)
            queue += below - seen
            seen |= below
    return tuple(sorted(day for day in days if EVER < day < FOREVER))
