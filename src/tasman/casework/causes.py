"""Which provision makes the difference between two laws, found by swapping.

A cause is tested, not guessed: the provision is taken from the one law into the other,
alone, and the answer must change to the other's. Where no provision does so alone, the
smallest set found that does so jointly is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tasman.casework.linked import put_to
from tasman.facts.case import Facts
from tasman.facts.days import NEVER
from tasman.rules.expressions import Node, references
from tasman.rules.law import Law
from tasman.rules.provisions import EVER, FOREVER, Version


@dataclass(frozen=True, slots=True)
class Cause:
    """What makes the difference: each of `alone` by itself, else all of `jointly`."""

    alone: tuple[str, ...] = ()
    jointly: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the cause as plain data."""
        return {"alone": list(self.alone), "jointly": list(self.jointly)}


Provisions = Mapping[str, tuple[Version, ...]]


class Snapshot:
    """A law held still on a day: every provision in the version of that day."""

    def __init__(self, law: Law, law_at: int, known_at: int) -> None:
        self.law, self.law_at, self.known_at = law, law_at, known_at
        self.versions: dict[str, tuple[Version, ...]] = {
            pinpoint: self._held(pinpoint) for pinpoint in law.pinpoints
        }

    def _held(self, pinpoint: str) -> tuple[Version, ...]:
        """Return the version of the day without its dates.

        One that a date of the case selects keeps its dates on that side.
        """
        versions = self.law.versions(pinpoint)
        known = tuple(
            replace(v, known_since=EVER, known_until=FOREVER)
            for v in versions
            if v.known_since <= self.known_at < v.known_until
        )
        if not _by_law_date(versions[0].selector):
            return known or (_absent(versions[0]),)
        stands = [v for v in known if v.since <= self.law_at < v.until]
        if not stands:
            return (_absent(versions[0]),)
        return (replace(stands[0], since=EVER, until=FOREVER),)

    def cone(self, pinpoint: str) -> frozenset[str]:
        """Return the provisions that one rests on, itself included."""
        found, queue = {pinpoint}, [pinpoint]
        while queue:
            for version in self.versions.get(queue.pop(), ()):
                below = references(version.body) | references(version.selector)
                fresh = below - found
                found |= fresh
                queue += fresh
        return frozenset(found)

    def swapped(self, pinpoints: Iterable[str], other: Snapshot) -> Law:
        """Return this law with these provisions as the other has them."""
        versions = dict(self.versions)
        for pinpoint in other.versions:
            if pinpoint not in versions:
                versions[pinpoint] = (_absent(other.versions[pinpoint][0]),)
        for pinpoint in pinpoints:
            theirs = other.versions.get(pinpoint)
            versions[pinpoint] = theirs or (_absent(versions[pinpoint][0]),)
        return Law(versions, (), self.law.calendars | other.law.calendars)


def _by_law_date(selector: Node) -> bool:
    return selector.op == "clock" and selector.attrs[0] == "law_at"


def _absent(version: Version) -> Version:
    """Return a version that is in force on no day a case can name."""
    return replace(
        version, since=NEVER, until=FOREVER, known_since=EVER, known_until=FOREVER
    )


def cause_of(
    pinpoint: str,
    facts: Facts,
    clocks: dict[str, int],
    mine: Snapshot,
    theirs: Snapshot,
) -> Cause:
    """Return which provisions, swapped into `mine`, give the answer of `theirs`.

    Empty when no set of provisions does: then a date, not the law, differs.
    """

    def answer(swapped: Iterable[str]) -> int:
        law = mine.swapped(swapped, theirs)
        return put_to(law, facts, clocks).provision(pinpoint)[0]

    wanted = answer(theirs.versions.keys() | mine.versions.keys())
    if answer(()) == wanted:
        return Cause()
    reach = mine.cone(pinpoint) | theirs.cone(pinpoint)
    differ = sorted(p for p in reach if _logic(mine, p) != _logic(theirs, p))
    alone = tuple(p for p in differ if answer((p,)) == wanted)
    if alone:
        return Cause(alone=alone)
    if answer(differ) != wanted:
        return Cause()
    return Cause(jointly=_smallest(differ, wanted, answer))


def _logic(snapshot: Snapshot, pinpoint: str) -> tuple[bytes, ...]:
    """Return the content of a provision, the same for equal rules of other days."""
    versions = snapshot.versions.get(pinpoint, ())
    return tuple(v.logic for v in versions if v.since < NEVER)


def _smallest(differ: list[str], wanted: int, answer: Any) -> tuple[str, ...]:
    """Return a set of which no member can be left out."""
    kept = list(differ)
    for pinpoint in differ:
        without = [each for each in kept if each != pinpoint]
        if answer(without) == wanted:
            kept = without
    return tuple(kept)
