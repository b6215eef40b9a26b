"""What a reform changes, found from the law itself: provisions whose logic differs.

A brief counts people under what is changed, in this order: the duty to cancel, the
power to cancel, other duties, then by kind (`ORDER`); within a kind what the reform
itself rewrites before what only follows from it, and then as the law is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tasman.facts.days import NEVER
from tasman.rules.expressions import fields, references
from tasman.rules.law import Law
from tasman.rules.provisions import Version

MIGRATION_ACT = "migration-act-1958"
DUTY, POWER = f"{MIGRATION_ACT}/501(3A)", f"{MIGRATION_ACT}/501(2)"
DIRECTION = "directions/in force"
ORDER = (
    "duty",
    "power",
    "deemed",
    "consequence",
    "immunity",
    "time limit",
    "entitlement",
    "status",
    "ground",
    "definition",
    "consideration",
)
"""Kinds of provision, the first to be counted first."""
OF_REACH = frozenset(ORDER[:4])
"""Kinds that do something to whom they reach: counted against those reached today."""

Fact = tuple[str, str]
"""A record and the name of a fact of it."""


@dataclass(frozen=True)
class Changes:
    """What differs between two laws: rewritten, following from that, and new."""

    before: Law
    after: Law
    direct: tuple[str, ...]
    downstream: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every provision whose answer may differ."""
        return (*self.direct, *self.downstream, *self.added)

    @cached_property
    def facts(self) -> frozenset[Fact]:
        """The facts that the changed rules read, and today's do not."""
        read = facts_of(self.after, (*self.direct, *self.added))
        return read - facts_of(self.before, self.direct)


def changes(before: Law, after: Law) -> Changes:
    """Return which provisions a reform rewrites, which follow, and which are new."""
    known = set(before.pinpoints)
    moved = [
        pinpoint
        for pinpoint in before.pinpoints
        if after.logic_hash(pinpoint) != before.logic_hash(pinpoint)
    ]
    direct = [pin for pin in moved if _own(before, pin) != _own(after, pin)]
    return Changes(
        before,
        after,
        tuple(direct),
        tuple(pin for pin in moved if pin not in set(direct)),
        tuple(pin for pin in after.pinpoints if pin not in known),
    )


def _own(law: Law, pinpoint: str) -> list[bytes]:
    return sorted(version.logic for version in law.versions(pinpoint))


def day_of_law(found: Changes, today: int) -> int:
    """Return today, or the first day on which all that a reform begins has begun."""
    kept = {each.logic for pin in found.direct for each in found.before.versions(pin)}
    begun = [
        version.since
        for pin in (*found.direct, *found.added)
        for version in found.after.versions(pin)
        if version.logic not in kept and today < version.since < NEVER
    ]
    return max(begun, default=today)


def facts_of(law: Law, pinpoints: Iterable[str]) -> frozenset[Fact]:
    """Return the facts that provisions read, and all that these refer to."""
    found: set[Fact] = set()
    seen: set[str] = set()
    queue = list(pinpoints)
    while queue:
        pinpoint = queue.pop()
        if pinpoint in seen:
            continue
        seen.add(pinpoint)
        for version in law.versions(pinpoint):
            for node in (version.body, version.selector):
                found |= fields(node)
                queue += references(node)
    return frozenset(found)


@dataclass(frozen=True)
class Measure:
    """Something answered of each person: one provision, or one consideration."""

    name: str
    pinpoints: tuple[str, ...]
    kind: str
    says: str

    @property
    def of_reach(self) -> bool:
        """Whether it does something to the people whom it reaches."""
        return self.kind in OF_REACH


def measures(found: Changes, law_at: int, known_at: int) -> list[Measure]:
    """Return what may be counted of a reform, in the order in which it is tried.

    One consideration that several Directions hold is one measure.
    """
    ranked: list[tuple[tuple[bool, bool, int, int], str, Version]] = []
    for group, pins in enumerate((found.direct, found.downstream, found.added)):
        for pinpoint in pins:
            law = found.after if group == 2 else found.before
            version = law.in_force(pinpoint, law_at, known_at) or (
                found.after.in_force(pinpoint, law_at, known_at)
                or law.versions(pinpoint)[-1]
            )
            if version.type == "truth" and version.arguments == ("Person",):
                place = ORDER.index(version.kind)
                rank = (pinpoint != DUTY, pinpoint != POWER, place, group)
                ranked.append((rank, pinpoint, version))
    merged: dict[str, Measure] = {}
    for _, pinpoint, version in sorted(ranked, key=lambda each: each[0]):
        each = _measure(pinpoint, version)
        one = merged.get(each.name)
        pins_ = (*one.pinpoints, pinpoint) if one else (pinpoint,)
        first = one or each
        merged[each.name] = Measure(first.name, pins_, first.kind, first.says)
    return list(merged.values())


def _measure(pinpoint: str, version: Version) -> Measure:
    name = short(pinpoint)
    if version.kind == "consideration" and "label" in version.data:
        name = str(version.data["label"])
    return Measure(name, (pinpoint,), version.kind, version.plain or version.statement)


def short(pinpoint: str) -> str:
    """Return how a pinpoint is shown: a section of the Migration Act by itself."""
    act, _, section = pinpoint.partition("/")
    if act == MIGRATION_ACT:
        return f"s {section}"
    return f"{act.replace('-', ' ')} {section}"


def direction_of(law: Law, law_at: int, known_at: int) -> str:
    """Return the number of the Direction in force under a law."""
    version = law.in_force(DIRECTION, law_at, known_at)
    return "" if version is None else str(version.data["direction"])
