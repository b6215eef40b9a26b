"""What is checked once, when a law is loaded: shape, time, references, citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations, pairwise

from tasman.facts.days import iso
from tasman.rules.errors import LawError
from tasman.rules.expressions import references
from tasman.rules.provisions import Gap, Version


def check(versions: Mapping[str, tuple[Version, ...]], gaps: Iterable[Gap]) -> None:
    """Raise LawError unless every provision is sound in shape, time and reference."""
    declared: dict[str, list[Gap]] = {}
    for gap in gaps:
        declared.setdefault(gap.pinpoint, []).append(gap)
    for pinpoint, stands in versions.items():
        _check_shape(stands)
        _check_overlaps(stands)
        _check_gaps(stands, declared.get(pinpoint, []))
    check_references(versions, versions)


def check_references(
    versions: Mapping[str, tuple[Version, ...]], changed: Iterable[str]
) -> None:
    """Raise LawError when a changed provision refers to nothing, or to itself."""
    done: set[str] = set()
    for pinpoint in changed:
        _walk(versions, pinpoint, [], done)


def _walk(
    versions: Mapping[str, tuple[Version, ...]],
    pinpoint: str,
    path: list[str],
    done: set[str],
) -> None:
    if pinpoint in path:
        circle = " -> ".join([*path[path.index(pinpoint) :], pinpoint])
        raise LawError(f"provisions refer to each other in a circle: {circle}")
    if pinpoint in done:
        return
    if pinpoint not in versions:
        user = versions[path[-1]][0]
        raise LawError(
            f"{user.where}  {path[-1]} refers to {pinpoint}: no such provision"
        )
    path.append(pinpoint)
    for version in versions[pinpoint]:
        for name in sorted(references(version.body) | references(version.selector)):
            _walk(versions, name, path, done)
    path.pop()
    done.add(pinpoint)


def _check_shape(stands: tuple[Version, ...]) -> None:
    first = stands[0]
    for version in stands:
        place = f"{version.where}  {version.pinpoint}"
        if not version.statement:
            raise LawError(f"{place}: a rule states what it says in its docstring")
        if version.since >= version.until or version.known_since >= version.known_until:
            raise LawError(f"{place}: {version.name} ends before it starts")
        shape = (version.type, version.arguments, version.selector)
        if shape != (first.type, first.arguments, first.selector):
            raise LawError(
                f"{place}: {first.name} and {version.name} differ in type, arguments "
                f"or application rule; the versions of one pinpoint must agree"
            )


def _check_overlaps(stands: tuple[Version, ...]) -> None:
    for a, b in combinations(stands, 2):
        first, after = max(a.since, b.since), min(a.until, b.until)
        known_first = max(a.known_since, b.known_since)
        known_after = min(a.known_until, b.known_until)
        if first < after and known_first < known_after:
            raise LawError(
                f"{b.where}  {a.pinpoint}: {a.name} and {b.name}\nboth apply from "
                f"{iso(first)} to {iso(after - 1)}. End one or start the other later."
            )


def _check_gaps(stands: tuple[Version, ...], gaps: list[Gap]) -> None:
    """Every cell between the first and the last day has a version or a declared gap."""
    edges = {d for v in stands for d in (v.since, v.until)}
    edges |= {d for g in gaps for d in (g.since, g.until)}
    known = sorted({d for v in stands for d in (v.known_since, v.known_until)})
    for first, after in pairwise(sorted(edges)):
        if any(g.since <= first and after <= g.until for g in gaps):
            continue
        for known_first, known_after in pairwise(known):
            if not any(
                v.since <= first
                and after <= v.until
                and v.known_since <= known_first
                and known_after <= v.known_until
                for v in stands
            ):
                raise LawError(
                    f"{stands[0].where}  {stands[0].pinpoint}: no version from "
                    f"{iso(first)} to {iso(after - 1)} as known from "
                    f"{iso(known_first)}. Write one, or declare the gap with a reason."
                )
