"""The same facts under several laws, side by side, and what makes the difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tasman.casework.assessment import MIGRATION_ACT, TEST, latest_decision
from tasman.casework.causes import Cause, Snapshot, cause_of
from tasman.casework.linked import linked, put_to
from tasman.facts.case import NO, UNKNOWN, YES, Case
from tasman.facts.days import iso
from tasman.facts.kinds import NOT_COVERED, kind_names
from tasman.law import current_law
from tasman.law.comparators import (
    OUTCOME_WORDS,
    OUTCOMES,
    Comparator,
    comparator,
    comparator_law,
)
from tasman.law.reforms import Reform
from tasman.rules.errors import UnknownProvision
from tasman.rules.evaluate import Evaluation
from tasman.rules.explain import Explanation
from tasman.rules.law import Law
from tasman.rules.values import TRUTH_NAMES

SCHEMA = "tasman-comparison/1"
DUTY, POWER = f"{MIGRATION_ACT}/501(3A)", f"{MIGRATION_ACT}/501(2)"
DIRECTION = "directions/in force"
PASSES = "passes_character_test"
CONCLUSIONS = {
    PASSES: TEST,
    "must_be_cancelled": DUTY,
    "may_be_cancelled": POWER,
}
"""What is compared unless asked otherwise, by the name shown."""
REVERSED = frozenset({PASSES})
"""Conclusions that say the opposite of their provision."""
AUSTRALIAN_WORDS = {
    "not_liable": "no cancellation under s 501(2) or (3A)",
    "liable_discretion": "cancellation may follow, at discretion",
    "mandatory_removal": "cancellation must follow",
}
"""What may follow under Australian law, as far as s 501(2) and (3A) go."""
_MOST_REASONS = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """What one law says on one conclusion."""

    truth: int
    kinds: int

    @property
    def text(self) -> str:
        """`yes`, `no` or `unknown`."""
        return TRUTH_NAMES[self.truth]


@dataclass(frozen=True, slots=True)
class Weighed:
    """One consideration a country weighs: its words, which way, and whether engaged."""

    label: str
    weighs: str
    engaged: int

    def to_dict(self) -> dict[str, str]:
        """Return the consideration as plain data."""
        engaged = TRUTH_NAMES[self.engaged]
        return {"label": self.label, "weighs": self.weighs, "engaged": engaged}


@dataclass(frozen=True, slots=True)
class Column:
    """One law put to the case: its answers, what follows, and what it rests on."""

    label: str
    kind: str
    law_at: int
    answers: dict[str, Answer]
    outcomes: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    direction: str = ""
    standard: str = ""
    considerations: tuple[Weighed, ...] = ()

    @property
    def outcome_text(self) -> str:
        """What follows, in words: every possibility while facts are missing."""
        words = OUTCOME_WORDS if self.kind == "country" else AUSTRALIAN_WORDS
        return " or ".join(words[each] for each in self.outcomes)

    def to_dict(self) -> dict[str, Any]:
        """Return the column as plain data."""
        return {
            "label": self.label,
            "kind": self.kind,
            "law_at": iso(self.law_at),
            "answers": {
                name: {"truth": a.text, "unknown_kinds": kind_names(a.kinds)}
                for name, a in self.answers.items()
            },
            "outcomes": list(self.outcomes),
            "reasons": list(self.reasons),
            "notes": list(self.notes),
            "direction": self.direction,
            "standard": self.standard,
            "considerations": [each.to_dict() for each in self.considerations],
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """One conclusion on which a column differs from the first, and the cause."""

    conclusion: str
    column: str
    before: str
    after: str
    cause: Cause

    def to_dict(self) -> dict[str, Any]:
        """Return the difference as plain data."""
        return {
            "conclusion": self.conclusion,
            "column": self.column,
            "before": self.before,
            "after": self.after,
            "cause": self.cause.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Columns side by side. `to_dict` is its documented form."""

    label: str
    as_at: int
    known_at: int
    conclusions: tuple[str, ...]
    columns: tuple[Column, ...]
    differences: tuple[Difference, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as plain data."""
        return {
            "schema": SCHEMA,
            "label": self.label,
            "as_at": iso(self.as_at),
            "known_at": iso(self.known_at),
            "conclusions": list(self.conclusions),
            "columns": [column.to_dict() for column in self.columns],
            "differences": [each.to_dict() for each in self.differences],
        }


def compare(
    case: Case,
    *,
    today: int,
    laws: Sequence[int] = (),
    reforms: Sequence[Reform] = (),
    countries: Sequence[str] = (),
    conclusions: Sequence[str] = (),
    as_at: int | None = None,
    known_at: int | None = None,
    law: Law | None = None,
) -> Comparison:
    """Return the case under each law: days, then reforms, then countries.

    The facts stay those of the as-at day throughout. The first day given (else the day
    of the latest decision, else the as-at day) is what the rest is held against, and
    the day on which reforms apply is the last one given. Raises UnknownProvision.
    """
    base = current_law() if law is None else law
    day = (
        as_at if as_at is not None else case.as_at if case.as_at is not None else today
    )
    decided = latest_decision(case, day)
    days = list(laws) or [day if decided is None else decided]
    known = today if known_at is None else known_at
    asked = _asked(base, conclusions)
    compared = _Compared(case, day, known, asked)
    for each in days:
        compared.law(iso(each), "law", base, each)
    for change in reforms:
        reformed = change.apply(base)
        notes = (f"{change.status}: {change.description}", *change.choices)
        compared.law(change.title, "reform", reformed, days[-1], notes, base)
    for name in countries:
        compared.country(comparator(name), today if day > today else day)
    return compared.result()


def _asked(law: Law, conclusions: Sequence[str]) -> dict[str, str]:
    """Return the provisions asked for by the name shown; the usual ones if none."""
    if not conclusions:
        return dict(CONCLUSIONS)
    return {name: conclusion_pinpoint(law, name) for name in conclusions}


def conclusion_pinpoint(law: Law, name: str) -> str:
    """Return the provision of a conclusion, by its name here or its own.

    Raises UnknownProvision for one that does not exist, or is no yes or no about the
    person.
    """
    pinpoint = CONCLUSIONS.get(name) or law.find(name)
    version = law.versions(pinpoint)[0]
    if version.type == "truth" and version.arguments == ("Person",):
        return pinpoint
    what = "a yes or no" if version.type != "truth" else "about the person as a whole"
    raise UnknownProvision(f"{pinpoint} is not {what}: it cannot be a conclusion")


class _Compared:
    """Columns as they are worked out, with what is needed to find the causes."""

    def __init__(
        self, case: Case, as_at: int, known_at: int, asked: dict[str, str]
    ) -> None:
        self._case, self._asked = case, asked
        self._as_at, self._known = as_at, known_at
        self._columns: list[Column] = []
        self._differences: list[Difference] = []
        self._snapshots: list[Snapshot] = []

    def law(
        self,
        label: str,
        kind: str,
        law: Law,
        law_at: int,
        notes: tuple[str, ...] = (),
        against: Law | None = None,
    ) -> None:
        """Add the column of a law on a day; `against` is the law a reform changes."""
        clocks = {"as_at": self._as_at, "law_at": law_at, "known_at": self._known}
        run = put_to(law, self._case.facts, clocks)
        answers = {
            name: _answer(run, pinpoint, name, law_at)
            for name, pinpoint in self._asked.items()
        }
        column = Column(
            label,
            kind,
            law_at,
            answers,
            australian_outcomes(run, law_at),
            notes=notes,
            direction=_direction(run),
        )
        snapshot = Snapshot(law, law_at, self._known)
        first = (
            Snapshot(against, law_at, self._known)
            if against is not None and self._other_day(law_at)
            else self._snapshots[0]
            if self._snapshots
            else None
        )
        self._columns.append(column)
        self._snapshots.append(snapshot)
        if first is not None:
            self._against(first, column, snapshot, clocks)

    def _other_day(self, law_at: int) -> bool:
        return self._columns[0].law_at != law_at

    def _against(
        self,
        first: Snapshot,
        column: Column,
        snapshot: Snapshot,
        clocks: dict[str, int],
    ) -> None:
        before = put_to(first.law, self._case.facts, {**clocks, "law_at": first.law_at})
        for name, pinpoint in self._asked.items():
            was = _answer(before, pinpoint, name, first.law_at)
            now = column.answers[name]
            if was.truth == now.truth:
                continue
            cause = cause_of(pinpoint, self._case.facts, clocks, first, snapshot)
            self._differences.append(
                Difference(name, column.label, was.text, now.text, cause)
            )

    def country(self, other: Comparator, law_at: int) -> None:
        """Add the column of another country's law."""
        clocks = {"as_at": self._as_at, "law_at": law_at, "known_at": self._known}
        told = linked(self._case, current_law(), **clocks)
        run = put_to(comparator_law(other.name), told.facts, clocks)
        self._columns.append(
            Column(
                other.country,
                "country",
                law_at,
                {},
                comparator_outcomes(other, run),
                reasons=_grounds(other, run),
                notes=(
                    f"Version: {other.version}.",
                    other.mapping,
                    *(f"Approximation: {text}" for text in other.approximations),
                ),
                standard=_standard(other, run),
                considerations=_weighed(run),
            )
        )

    def result(self) -> Comparison:
        """Return the columns and their differences from the first."""
        return Comparison(
            self._case.label,
            self._as_at,
            self._known,
            tuple(self._asked),
            tuple(self._columns),
            tuple(self._differences),
        )


def _answer(run: Evaluation, pinpoint: str, name: str, law_at: int) -> Answer:
    opens = run.law.opens.get(pinpoint.partition("/")[0], law_at)
    if law_at < opens or pinpoint not in run.law.pinpoints:
        return Answer(UNKNOWN, NOT_COVERED)
    truth, kinds = run.provision(pinpoint)[0], run.provision(pinpoint)[-1]
    return Answer(YES - truth if name in REVERSED else truth, kinds)


def australian_outcomes(run: Evaluation, law_at: int) -> tuple[str, ...]:
    """Return what may follow under s 501: a must, a may or nothing."""
    duty = _answer(run, DUTY, "", law_at).truth
    power = _answer(run, POWER, "", law_at).truth
    found = []
    for name, truth in (("mandatory_removal", duty), ("liable_discretion", power)):
        if truth != NO:
            found.append(name)
        if truth == YES:
            break
    else:
        found.append("not_liable")
    return tuple(name for name in OUTCOMES if name in found)


def comparator_outcomes(other: Comparator, run: Evaluation) -> tuple[str, ...]:
    """Return what may follow under another country's law, mildest first."""
    truths = {}
    for name in OUTCOMES:
        pinpoint = other.outcome_pinpoint(name)
        if pinpoint in run.law.pinpoints:
            truths[name] = run.provision(pinpoint)[0]
    certain = [name for name, truth in truths.items() if truth == YES]
    if certain:
        return tuple(certain)
    found = {name for name, truth in truths.items() if truth != NO}
    if "not_liable" not in truths:
        found.add("not_liable")
    return tuple(name for name in OUTCOMES if name in found)


def _grounds(other: Comparator, run: Evaluation) -> tuple[str, ...]:
    """Return the provisions that hold behind what may follow, in plain words."""
    explanation = Explanation(run)
    pins = [other.outcome_pinpoint(n) for n in comparator_outcomes(other, run)]
    keys = [explanation.of(p).key for p in pins if p in run.law.pinpoints]
    found: dict[str, None] = {}
    for key in explanation.reached(keys):
        reason = explanation.reasons[key]
        if reason.type == "truth" and reason.truth != NO and not reason.element:
            version = reason.versions[0] if reason.versions else None
            if version is not None and "outcome" not in version.data:
                doubt = "" if reason.truth == YES else "perhaps: "
                found[f"{doubt}{version.plain} ({version.citation})"] = None
    return tuple(found)[:_MOST_REASONS]


def _direction(run: Evaluation) -> str:
    """Return the number of the Direction in force, if there is one."""
    if DIRECTION not in run.law.pinpoints:
        return ""
    low, high, _ = run.provision(DIRECTION)
    return str(low) if low == high else ""


def _standard(other: Comparator, run: Evaluation) -> str:
    """Return which standard applies, in words; both while it is unknown."""
    if other.standard is None:
        return ""
    pinpoint, holds, fails = other.standard
    truth = run.provision(pinpoint)[0]
    return {YES: holds, NO: fails}.get(truth, f"{holds}, or {fails}")


def _weighed(run: Evaluation) -> tuple[Weighed, ...]:
    """Return what a country's law has weighed, in its order: never a score."""
    found = []
    for pinpoint in run.law.pinpoints:
        version = run.law.versions(pinpoint)[0]
        if version.kind == "consideration":
            truth = run.provision(pinpoint)[0]
            weighs = ", ".join(version.data["direction_of_weight"])
            found.append(Weighed(version.data["label"], weighs, truth))
    return tuple(found)


def texts(differences: Iterable[Difference]) -> list[str]:
    """Return each difference as a sentence that names its cause."""
    found = []
    for each in differences:
        what = f"{each.column}: {each.conclusion} {each.before} -> {each.after}"
        if each.cause.alone:
            why = "made by " + ", or by ".join(each.cause.alone) + " alone"
        elif each.cause.jointly:
            why = "made jointly by " + ", ".join(each.cause.jointly)
        else:
            why = "made by the date, not by a provision"
        found.append(f"{what}: {why}")
    return found
