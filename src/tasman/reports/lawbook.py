"""The law as pages: what stands on a day, what changed, what wants checking again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tasman.facts.days import iso
from tasman.reports.layout import Line, as_plain, wrapped
from tasman.rules.expressions import references
from tasman.rules.law import Law
from tasman.rules.provisions import EVER, FOREVER, Version
from tasman.rules.values import show


@dataclass(frozen=True, slots=True)
class Change:
    """One provision that says something else on the later of two days."""

    pinpoint: str
    before: Version | None
    after: Version | None

    @property
    def what(self) -> str:
        """`new`, `ended` or `changed`."""
        if self.before is None:
            return "new"
        return "ended" if self.after is None else "changed"

    def to_dict(self) -> dict[str, Any]:
        """Return the change as plain data."""
        return {
            "provision": self.pinpoint,
            "change": self.what,
            "before": self.before.statement if self.before else None,
            "after": self.after.statement if self.after else None,
            "on": iso(self.after.since) if self.after else _until(self.before),
        }


def _until(version: Version | None) -> str | None:
    return iso(version.until) if version and version.until < FOREVER else None


def changes(law: Law, first: int, second: int, known_at: int) -> list[Change]:
    """Return the provisions whose version differs between two days.

    As known at a day.
    """
    found = []
    for pinpoint in law.pinpoints:
        before = law.in_force(pinpoint, first, known_at)
        after = law.in_force(pinpoint, second, known_at)
        same = before is after or (
            before is not None
            and after is not None
            and (before.body, before.parameters, before.statement)
            == (after.body, after.parameters, after.statement)
        )
        if not same:
            found.append(Change(pinpoint, before, after))
    return found


def span(version: Version) -> str:
    """Return when a version stands, first and last day included."""
    since = "from the start" if version.since == EVER else f"from {iso(version.since)}"
    until = "" if version.until == FOREVER else f" to {iso(version.until - 1)}"
    known = ""
    if version.known_since != EVER:
        known += f", as known from {iso(version.known_since)}"
    if version.known_until != FOREVER:
        known += f", as known until {iso(version.known_until - 1)}"
    return since + until + known


def thresholds(version: Version) -> dict[str, str]:
    """Return a version's named thresholds, which a reform may change."""
    shown = {}
    for name, node in version.parameters:
        low = node.attrs
        value = (
            (low[0], low[0], low[1], low[1], 0)
            if node.type == "term"
            else (low[0], low[0], 0)
        )
        shown[name] = show(node.type, value)
    return shown


def page(law: Law, pinpoint: str, at: int, known_at: int) -> str:
    """Return a provision as a page of text.

    The version of a day, and all the others.
    """
    versions = law.versions(pinpoint)
    stands = law.in_force(pinpoint, at, known_at)
    lines = [f"{(stands or versions[0]).citation}   [{pinpoint}]"]
    if stands is None:
        lines.append(f"Not in force on {iso(at)}.")
    else:
        lines += [f"As at {iso(at)}:", *_version_lines(stands), *_rests_on(law, stands)]
    others = [v for v in versions if v is not stands]
    if others:
        lines += ["", "Other versions:"]
        for version in others:
            lines.append(f"  {span(version)}: {version.statement} [{version.mark}]")
    for gap in law.gaps:
        if gap.pinpoint == pinpoint:
            lines.append(
                f"  none from {iso(gap.since)} to {iso(gap.until - 1)}: {gap.reason}"
            )
    users = sorted(law.dependents(pinpoint) - {pinpoint})
    if users:
        lines += ["", f"Used by: {', '.join(_short(users))}"]
    return as_plain(_wrapped(lines))


def _wrapped(lines: Iterable[str]) -> Iterable[Line]:
    for line in lines:
        indent = len(line) - len(line.lstrip())
        yield from wrapped(line.strip(), indent, indent + 2) if line else (Line(),)


def _version_lines(version: Version) -> Iterable[str]:
    yield f"  {version.statement}"
    if version.plain:
        yield f"  In plain words: {version.plain}"
    yield f"  In force {span(version)}; a {version.kind}."
    if version.holder:
        yield f"  Held by: {version.holder}."
    if version.natural_justice:
        yield f"  Natural justice: {version.natural_justice}."
    for name, value in thresholds(version).items():
        yield f"  Threshold {name}: {value}"
    for name, value in version.data.items():
        yield f"  {name.replace('_', ' ')}: {value}"
    checked = "" if version.verified_on is None else f" on {iso(version.verified_on)}"
    yield f"  Text: {version.mark}{checked}"
    for source in version.sources:
        yield f"  Source {source.key}: {source.text}"
    if version.note:
        yield f"  Note: {version.note}"


def _rests_on(law: Law, version: Version) -> Iterable[str]:
    names = sorted(references(version.body))
    if names:
        yield f"  Rests on: {', '.join(_short(names))}"


def _short(pinpoints: Iterable[str]) -> list[str]:
    return [pinpoint.partition("/")[2] for pinpoint in pinpoints]


def due(law: Law, today: int) -> list[tuple[int | None, Version]]:
    """Return versions in force by days since their text was verified, longest first.

    None stands for never verified, and comes first.
    """
    found = [
        (None if v.verified_on is None else today - v.verified_on, v)
        for pinpoint in law.pinpoints
        if (v := law.in_force(pinpoint, today, today)) is not None
    ]
    return sorted(found, key=lambda pair: (pair[0] is not None, -(pair[0] or 0)))
