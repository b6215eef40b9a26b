"""The law as a whole: every provision at every date, immutable once loaded."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tasman.facts.days import iso, parse_day
from tasman.facts.fields import Record
from tasman.rules.errors import LawError, UnknownProvision
from tasman.rules.expressions import Node, references
from tasman.rules.handles import Duration, Expression, Number, Truth, handle, symbol
from tasman.rules.loading import check, check_references
from tasman.rules.provisions import EVER, FOREVER, Act, Gap, Version, record_named

Calendar = Callable[[int], bool]


class Law:
    """All provisions at all dates. `amend` and `enact` return another law."""

    def __init__(
        self,
        versions: Mapping[str, tuple[Version, ...]],
        gaps: tuple[Gap, ...] = (),
        calendars: Mapping[str, Calendar] | None = None,
        opens: Mapping[str, int] | None = None,
        release: str = "",
    ) -> None:
        self._versions = dict(versions)
        self.gaps = gaps
        self.calendars = dict(calendars or {})
        self.opens = dict(opens or {})
        self.release = release
        self._hashes: dict[str, bytes] = {}

    @classmethod
    def load(
        cls,
        acts: Iterable[Act],
        *,
        calendars: Mapping[str, Calendar] | None = None,
        release: str = "",
    ) -> Law:
        """Return the law made of these Acts, checked.

        `calendars` says of a named calendar which days are shut. Raises LawError on
        overlapping versions, undeclared gaps, versions of different shape, uncited
        rules, unknown references and cycles; the message prints both sides.
        """
        versions: dict[str, tuple[Version, ...]] = {}
        gaps: list[Gap] = []
        opens: dict[str, int] = {}
        for act in acts:
            opens[act.slug] = act.opens
            gaps += act.gaps
            for version in act.as_written():
                earlier = versions.get(version.pinpoint, ())
                versions[version.pinpoint] = (*earlier, version)
        law = cls(versions, tuple(gaps), calendars, opens, release)
        check(law._versions, law.gaps)
        return law

    # ------------------------------------------------------------------ reading
    @property
    def pinpoints(self) -> tuple[str, ...]:
        """Every provision, in the order written: by file, then by line."""
        return tuple(self._versions)

    def versions(self, pinpoint: str) -> tuple[Version, ...]:
        """Return the versions of a provision; raises UnknownProvision."""
        try:
            return self._versions[pinpoint]
        except KeyError:
            raise self._unknown(pinpoint) from None

    def in_force(self, pinpoint: str, law_at: int, known_at: int) -> Version | None:
        """Return the version that stands on a day, for those selected by law-at."""
        for version in self.versions(pinpoint):
            known = version.known_since <= known_at < version.known_until
            if version.since <= law_at < version.until and known:
                return version
        return None

    def find(self, name: str) -> str:
        """Return the pinpoint that a full or partial name means.

        `501(7)(c)` finds `migration-act-1958/501(7)(c)`. Raises UnknownProvision when
        nothing, or more than one thing, is meant.
        """
        if name in self._versions:
            return name
        ends = [pin for pin in self._versions if pin.partition("/")[2] == name]
        if len(ends) == 1:
            return ends[0]
        if ends:
            raise UnknownProvision(f"{name!r} may mean {', '.join(ends)}")
        raise self._unknown(name)

    def _unknown(self, name: str) -> UnknownProvision:
        pins = list(self._versions)
        tails = {pin.partition("/")[2]: pin for pin in pins}
        near = difflib.get_close_matches(name, pins, 3, 0.5)
        near += [tails[t] for t in difflib.get_close_matches(name, tails, 3, 0.5)]
        hint = f"; nearest: {', '.join(dict.fromkeys(near))}" if near else ""
        return UnknownProvision(f"no provision {name!r}{hint}")

    # ------------------------------------------------------------------ hashing
    def logic_hash(self, pinpoint: str) -> bytes:
        """Return the hash of a provision's content and of all that it refers to."""
        known = self._hashes.get(pinpoint)
        if known is None:
            sha = hashlib.sha256()
            for version in sorted(self.versions(pinpoint), key=_order):
                sha.update(version.logic)
                for name in sorted(
                    references(version.body) | references(version.selector)
                ):
                    sha.update(self.logic_hash(name))
            known = self._hashes[pinpoint] = sha.digest()
        return known

    @cached_property
    def digest(self) -> str:
        """The hash of all the logic, for caches and receipts."""
        sha = hashlib.sha256()
        for pinpoint in sorted(self._versions):
            sha.update(self.logic_hash(pinpoint))
        return sha.hexdigest()[:16]

    @cached_property
    def text_digest(self) -> str:
        """The hash of all that readers are told, for receipts."""
        sha = hashlib.sha256()
        for pinpoint in sorted(self._versions):
            for version in sorted(self._versions[pinpoint], key=_order):
                sha.update(version.text)
        return sha.hexdigest()[:16]

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Law) and self.digest == other.digest

    # ------------------------------------------------------------------ changing
    def dependents(self, pinpoint: str) -> frozenset[str]:
        """Return the provisions that rest on this one, itself included."""
        found, queue = {pinpoint}, [pinpoint]
        while queue:
            for user in self._users.get(queue.pop(), ()):
                if user not in found:
                    found.add(user)
                    queue.append(user)
        return frozenset(found)

    @cached_property
    def _users(self) -> dict[str, set[str]]:
        users: dict[str, set[str]] = {}
        for pinpoint, versions in self._versions.items():
            for version in versions:
                for name in references(version.body) | references(version.selector):
                    users.setdefault(name, set()).add(pinpoint)
        return users

    def enact(self, *acts: Act) -> Law:
        """Return the law with further Acts in it."""
        versions = dict(self._versions)
        gaps, opens = list(self.gaps), dict(self.opens)
        for act in acts:
            opens.setdefault(act.slug, act.opens)
            gaps += act.gaps
            for version in act.as_written():
                earlier = versions.get(version.pinpoint, ())
                versions[version.pinpoint] = (*earlier, version)
        law = Law(versions, tuple(gaps), self.calendars, opens, self.release)
        check(law._versions, law.gaps)
        return law

    def amend(
        self,
        name: str,
        *,
        unless: Callable[..., Truth] | None = None,
        also: Callable[..., Truth] | None = None,
        instead: Callable[..., Expression] | None = None,
        since: str | None = None,
        until: str | None = None,
        reason: str = "",
        **thresholds: Duration | Number,
    ) -> Law:
        """Return the law with one provision changed, from a day to a day if given.

        `unless` takes cases out, `also` brings cases in, `instead` replaces the rule;
        keyword arguments set the provision's named thresholds. Every other provision is
        shared. Raises LawError for a provision or threshold that does not exist, and
        where no version stands in that time.
        """
        pinpoint = self.find(name)
        change = _Change(unless, also, instead, thresholds, reason)
        first = EVER if since is None else parse_day(since)
        after = FOREVER if until is None else parse_day(until)
        versions = self._versions[pinpoint]
        _check_thresholds(pinpoint, versions, thresholds)
        parts: list[Version] = []
        for version in versions:
            parts += change.within(version, first, after)
        if all(part is version for part, version in zip(parts, versions, strict=False)):
            raise LawError(
                f"{pinpoint}: no version stands from {iso(first)} to {iso(after - 1)}, "
                "so there is nothing to change"
            )
        law = Law(
            {**self._versions, pinpoint: tuple(parts)},
            self.gaps,
            self.calendars,
            self.opens,
            self.release,
        )
        stale = self.dependents(pinpoint)
        law._hashes = {k: h for k, h in self._hashes.items() if k not in stale}
        check_references(law._versions, {pinpoint})
        return law


@dataclass(frozen=True, slots=True)
class _Change:
    """What an amendment does to one version."""

    unless: Callable[..., Truth] | None
    also: Callable[..., Truth] | None
    instead: Callable[..., Expression] | None
    thresholds: Mapping[str, Duration | Number]
    reason: str

    def within(self, version: Version, first: int, after: int) -> list[Version]:
        """Return the version split at the days of the change, and changed between."""
        since, until = max(version.since, first), min(version.until, after)
        if since >= until:
            return [version]
        parts = [replace(version, until=since)] if version.since < since else []
        changed = replace(
            version,
            since=since,
            until=until,
            body=self._body(version),
            parameters=self._parameters(version),
            note=" ".join(filter(None, (version.note, self.reason))),
        )
        parts.append(changed)
        if until < version.until:
            parts.append(replace(version, since=until))
        return parts

    def _body(self, version: Version) -> Node:
        records: list[Record] = [
            symbol(record_named(name), -1 - i)
            for i, name in enumerate(version.arguments)
        ]
        body: Any = handle(version.body)
        if self.instead is not None:
            body = self.instead(*records)
        if self.also is not None:
            body = body | self.also(*records)
        if self.unless is not None:
            body = body & ~self.unless(*records)
        node: Node = body.node
        if node.type != version.type:
            raise LawError(
                f"{version.pinpoint}: a {version.type} stays a {version.type}"
            )
        return node

    def _parameters(self, version: Version) -> tuple[tuple[str, Node], ...]:
        return tuple(
            (name, self.thresholds[name].node if name in self.thresholds else node)
            for name, node in version.parameters
        )


def _check_thresholds(
    pinpoint: str,
    versions: tuple[Version, ...],
    thresholds: Mapping[str, Duration | Number],
) -> None:
    known = {name: node.type for v in versions for name, node in v.parameters}
    for name, value in thresholds.items():
        if name not in known:
            has = ", ".join(sorted(known)) or "none"
            raise LawError(f"{pinpoint} has no threshold {name!r}; it has: {has}")
        node = getattr(value, "node", None)  # a plain 6 has none
        if node is None or node.type != known[name]:
            raise LawError(f"{pinpoint}: {name} must be a {known[name]}, not {value!r}")


def _order(version: Version) -> tuple[int, int, str]:
    return (version.since, version.known_since, version.name)
