"""What if a fact were otherwise; and the converse: the least change that would do.

For a date, a length or a number the answer is worked out as an exact step function of
that fact within stated bounds; for the rest every value is tried. Two facts at once
are a bounded search. What was searched is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from tasman.casework.assessment import latest_decision
from tasman.casework.compare import CONCLUSIONS, REVERSED, conclusion_pinpoint
from tasman.casework.linked import linked, put_to
from tasman.casework.varying import (
    BOUNDS,
    Free,
    Lever,
    levers,
    nearest,
    reads_findings,
    shown_at,
)
from tasman.facts.case import UNKNOWN, YES, Case, Elements, Facts
from tasman.facts.choices import mask_of
from tasman.facts.days import EARLIEST, NEVER, iso
from tasman.facts.errors import CaseErrors
from tasman.facts.paths import put
from tasman.facts.vocabulary import Finding
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law
from tasman.rules.values import TRUTH_NAMES

SCHEMA = "tasman-what-if/1"
SEARCHED_FINDING = "a finding that the person passes the character test"
MOST_PAIRS = 400
"""Pairs of facts tried, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that would be otherwise: its path, as it is, and as it would be."""

    path: str
    was: str
    would_be: str

    def to_dict(self) -> dict[str, str]:
        """Return the change as plain data."""
        return {"path": self.path, "was": self.was, "would_be": self.would_be}


@dataclass(frozen=True, slots=True)
class Turned:
    """One conclusion that comes out otherwise."""

    conclusion: str
    before: str
    after: str

    def to_dict(self) -> dict[str, str]:
        """Return it as plain data."""
        return {
            "conclusion": self.conclusion,
            "before": self.before,
            "after": self.after,
        }


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What changed facts change. `to_dict` is its documented form."""

    changes: tuple[Change, ...]
    turned: tuple[Turned, ...]
    compared: int

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "schema": SCHEMA,
            "changes": [each.to_dict() for each in self.changes],
            "turned": [each.to_dict() for each in self.turned],
            "compared": self.compared,
        }


@dataclass(frozen=True, slots=True)
class Way:
    """A change of one or two facts that gives the answer wanted."""

    changes: tuple[Change, ...]
    size: float

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"changes": [each.to_dict() for each in self.changes]}


@dataclass(frozen=True, slots=True)
class Search:
    """The ways to an answer, the least change first, and what was searched.

    `opened` holds, where there is no way, the changes of one fact that at least leave
    the conclusion open.
    """

    conclusion: str
    now: str
    wanted: str
    ways: tuple[Way, ...]
    opened: tuple[Way, ...]
    searched: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "schema": SCHEMA,
            "conclusion": self.conclusion,
            "now": self.now,
            "wanted": self.wanted,
            "ways": [way.to_dict() for way in self.ways],
            "leave_it_open": [way.to_dict() for way in self.opened],
            "searched": list(self.searched),
        }


class Question:
    """One law on three dates: what it answers on a conclusion of changing facts."""

    def __init__(
        self,
        case: Case,
        *,
        today: int,
        law: Law | None = None,
        as_at: int | None = None,
        law_at: int | None = None,
        known_at: int | None = None,
    ) -> None:
        self.law = current_law() if law is None else law
        on = as_at if as_at is not None else case.as_at
        day = today if on is None else on
        decided = latest_decision(case, day)
        chosen = law_at if law_at is not None else decided
        self.clocks = {
            "as_at": day,
            "law_at": day if chosen is None else chosen,
            "known_at": today if known_at is None else known_at,
        }

    def put(self, case: Case) -> Evaluation:
        """Return the law put to a case."""
        return put_to(self.law, case.facts, self.clocks)

    def facts(self, case: Case) -> Facts:
        """Return the facts that the law is put to: what notices say is linked."""
        return linked(case, self.law, **self.clocks).facts

    def pinpoint(self, name: str) -> str:
        """Return the provision of a conclusion; raises UnknownProvision."""
        return conclusion_pinpoint(self.law, name)

    def truth(self, case: Case, name: str) -> int:
        """Return what is answered on a conclusion."""
        truth = self.put(case).provision(self.pinpoint(name))[0]
        return YES - truth if name in REVERSED else truth


def what_if(case: Case, changes: Sequence[tuple[str, str]], **dates: Any) -> WhatIf:
    """Return what the law would say were these facts otherwise: paths and their texts.

    Every yes-or-no provision about the person is compared. `dates` are those of
    `Question`. Raises CaseErrors for a path, value or case that cannot be.
    """
    question = Question(case, **dates)
    changed = case
    made = []
    for path, text in changes:
        was = shown_at(question.facts(changed), path)
        changed = put(changed, path, text)
        made.append(Change(path, was, shown_at(question.facts(changed), path)))
    before, after = question.put(case), question.put(changed)
    names = _names(question.law)
    turned = []
    for name, pinpoint in names.items():
        a, b = (each.provision(pinpoint)[0] for each in (before, after))
        if name in REVERSED:
            a, b = YES - a, YES - b
        if a != b:
            turned.append(Turned(name, TRUTH_NAMES[a], TRUTH_NAMES[b]))
    return WhatIf(tuple(made), tuple(turned), len(names))


def _names(law: Law) -> dict[str, str]:
    found = dict(CONCLUSIONS)
    shown = set(found.values())
    for pinpoint in law.pinpoints:
        version = law.versions(pinpoint)[0]
        about = version.arguments == ("Person",) and version.type == "truth"
        if about and pinpoint not in shown:
            found[pinpoint] = pinpoint
    return found


def ways_to(
    case: Case,
    name: str,
    wanted: int,
    *,
    only: Sequence[str] = (),
    pairs: int = MOST_PAIRS,
    **dates: Any,
) -> Search:
    """Return the least changes of one fact, else of two, that give a conclusion.

    `wanted` is YES or NO; `only` limits the facts to these patterns of paths; `pairs`
    is the most pairs tried. Raises UnknownProvision.
    """
    question = Question(case, **dates)
    now = question.truth(case, name)
    search = _Search(case, question, name, wanted, only)
    ways = [] if now == wanted else search.single()
    if not ways and now != wanted and pairs:
        ways = search.beside_a_finding() or search.double(pairs)
    opened: list[Way] = []
    if not ways and now == YES - wanted:
        opened = _Search(case, question, name, UNKNOWN, only).single()
    return Search(
        name,
        TRUTH_NAMES[now],
        TRUTH_NAMES[wanted],
        _ranked(ways),
        _ranked(opened),
        tuple(search.said),
    )


def _ranked(ways: list[Way]) -> tuple[Way, ...]:
    return tuple(sorted(ways, key=lambda way: (len(way.changes), way.size)))


FOUND_TO_PASS = Change("findings[+]", "not stated", "found to pass the character test")


def _found_to_pass(case: Case) -> Case:
    """Return the case with a standing finding that the person passes the test."""
    entry = {
        "finding": mask_of(Finding, "finding", "passes_character_test"),
        "holds": YES,
        "made_on": (EARLIEST + 1, EARLIEST + 1),
        "ended_on": (NEVER, NEVER),
    }
    held: Elements = case.facts.get("findings", Elements((), {}))
    findings = Elements((*held.items, entry), held.rest)
    return replace(case, facts={**case.facts, "findings": findings})


class _Search:
    """The search for one answer, and an account of it."""

    def __init__(
        self,
        case: Case,
        question: Question,
        name: str,
        wanted: int,
        only: Sequence[str],
    ) -> None:
        self._case, self._question, self._name = case, question, name
        self._wanted = wanted
        self._pinpoint = question.pinpoint(name)
        self._target = YES - wanted if name in REVERSED else wanted
        law_at, known = question.clocks["law_at"], question.clocks["known_at"]
        facts = question.facts(case)
        found = levers(facts, question.law, self._pinpoint, law_at, known)
        self._levers = [
            each
            for each in found
            if not only or any(_like(each.path, pattern) for pattern in only)
        ]
        self.said: list[str] = []
        self._refused = 0
        self._judged = not only and reads_findings(
            question.law, self._pinpoint, law_at, known
        )

    def single(self) -> list[Way]:
        """Return the ways that change one fact."""
        free = self._free(self._case)
        ways = []
        for lever in self._levers:
            if free.may_be(self._pinpoint, self._target, (lever,)):
                ways += self._along(free, lever, ())
        ways += list(self._removals())
        passing = _found_to_pass(self._case)
        if self._judged and self._question.truth(passing, self._name) == self._wanted:
            ways.append(Way((FOUND_TO_PASS,), 1.0))
        self.said += [
            f"{len(self._levers)} facts that the conclusion reads, each alone",
            *BOUNDS,
            "every list entry left out, one at a time",
            *([SEARCHED_FINDING] if self._judged else []),
        ]
        if self._refused:
            self.said.append(
                f"{self._refused} changes left out: they contradict other facts"
            )
        return ways

    def _along(
        self, free: Free, lever: Lever, others: tuple[tuple[Lever, str], ...]
    ) -> list[Way]:
        """Return the least changes of one fact, to either side."""
        found = []
        for text, size in nearest(free, self._pinpoint, self._target, lever):
            way = self._verified([*others, (lever, text)], size + len(others))
            if way is not None:
                found.append(way)
        return found

    def _verified(self, given: list[tuple[Lever, str]], size: float) -> Way | None:
        """Return the way if the changed case can be, and is answered as wanted."""
        changed = self._case
        made = []
        try:
            for lever, text in given:
                was = self._shown(changed, lever.path)
                changed = put(changed, lever.path, text)
                made.append(Change(lever.path, was, self._shown(changed, lever.path)))
        except CaseErrors:
            self._refused += 1
            return None
        if self._question.truth(changed, self._name) != self._wanted:
            return None
        return Way(tuple(made), size)

    def _free(self, case: Case) -> Free:
        return Free(
            self._question.law, self._question.facts(case), self._question.clocks
        )

    def _shown(self, case: Case, path: str) -> str:
        return shown_at(self._question.facts(case), path)

    def _removals(self) -> Iterator[Way]:
        """Yield the list entries without which the answer is as wanted."""
        read = {lever.path.partition("[")[0] for lever in self._levers}
        for name in sorted(read):
            held = self._case.facts.get(name)
            if not isinstance(held, Elements):
                continue
            for i in range(len(held.items)):
                rest = (*held.items[:i], *held.items[i + 1 :])
                facts = {**self._case.facts, name: Elements(rest, held.rest)}
                changed = replace(self._case, facts=facts)
                if self._question.truth(changed, self._name) == self._wanted:
                    yield Way((Change(f"{name}[{i}]", "given", "left out"),), 0.5)

    def double(self, most: int) -> list[Way]:
        """Return the ways that change two facts, among so many pairs."""
        free = self._free(self._case)
        tried = possible = 0
        ways: list[Way] = []
        for first, second in combinations(self._levers, 2):
            if tried >= most:
                break
            tried += 1
            if not free.may_be(self._pinpoint, self._target, (first, second)):
                continue
            possible += 1
            ways += self._pair(first, second)
        total = len(self._levers) * (len(self._levers) - 1) // 2
        self.said.append(
            f"{tried} of {total} pairs of facts, of which {possible} could matter; of "
            f"the first of each pair only its telling values"
        )
        return ways

    def beside_a_finding(self) -> list[Way]:
        """Return the ways that change one fact beside a finding of passing."""
        if not self._judged:
            return []
        self.said.append("one fact beside such a finding")
        case = _found_to_pass(self._case)
        beside = _Search(case, self._question, self._name, self._wanted, ("*",))
        found = beside.single()
        return [Way((FOUND_TO_PASS, *w.changes), 1.0 + w.size) for w in found]

    def _pair(self, first: Lever, second: Lever) -> Iterable[Way]:
        for text in first.telling:
            try:
                changed = put(self._case, first.path, text)
            except CaseErrors:
                self._refused += 1
                continue
            free = self._free(changed)
            if free.may_be(self._pinpoint, self._target, (second,)):
                yield from self._along(free, second, ((first, text),))


def _like(path: str, pattern: str) -> bool:
    """Whether a path is like a pattern, in which only `*` stands for other text."""
    parts = [re.escape(part) for part in pattern.split("*")]
    return re.fullmatch(".*".join(parts), path) is not None


def target_of(text: str) -> tuple[str, int]:
    """Return the conclusion and the answer that `passes_character_test=yes` means.

    Raises ValueError for anything else.
    """
    name, equals, answer = text.rpartition("=")
    if not equals or answer not in ("yes", "no"):
        raise ValueError(
            f"{text!r} is not a conclusion and an answer. Write it like "
            "passes_character_test=yes or 501(3A)=no."
        )
    return name, TRUTH_NAMES.index(answer)


def dates_line(question: Question) -> str:
    """Return the three dates in one line."""
    named = question.clocks
    return (
        f"Facts as at {iso(named['as_at'])} | law at {iso(named['law_at'])} | "
        f"law as known at {iso(named['known_at'])}"
    )
