"""Assess one person: what the law does to them, why, and what is not yet known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tasman.casework.conclusions import POWER_KINDS, Conclusion, conclude, refused
from tasman.casework.linked import linked
from tasman.casework.receipts import Receipt, receipt
from tasman.facts.case import YES, Case, Elements, Warning
from tasman.facts.choices import mask_of
from tasman.facts.days import iso
from tasman.facts.kinds import JUDGMENT, NOT_COVERED, UNSETTLED
from tasman.facts.vocabulary import Decision
from tasman.law import VERIFIED_TO, current_law
from tasman.rules.evaluate import Evaluation
from tasman.rules.explain import Explanation
from tasman.rules.law import Law
from tasman.rules.provisions import Version
from tasman.rules.questions import Question, questions

SCHEMA = "tasman-assessment/1"
MIGRATION_ACT = "migration-act-1958"
TEST = f"{MIGRATION_ACT}/501(6)"
"""The provision that says whether a person does not pass the character test."""

_LIMBS = (f"{MIGRATION_ACT}/501(6)", f"{MIGRATION_ACT}/501(7)")
_AUSTRALIAN = ("migration-act-1958", "migration-regulations-1994", "decided-cases")


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer for one person on three dates. `to_dict` is its documented form."""

    case: Case
    as_at: int
    law_at: int
    known_at: int
    receipt: Receipt
    passes_character_test: Conclusion
    limbs: tuple[Conclusion, ...]
    powers: tuple[Conclusion, ...]
    consequences: tuple[Conclusion, ...]
    immunities: tuple[Conclusion, ...]
    questions: tuple[Question, ...]
    not_covered: tuple[str, ...]
    warnings: tuple[Warning, ...]
    explanation: Explanation
    sections: dict[str, Any] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether the law date lies before the days Tasman answers for."""
        return bool(self.passes_character_test.kinds & NOT_COVERED) and not (
            self.passes_character_test.in_force
        )

    @property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """Every conclusion, the character test first."""
        rest = (*self.limbs, *self.powers, *self.consequences, *self.immunities)
        return (self.passes_character_test, *rest)

    def to_dict(self, *, reasons: bool = False) -> dict[str, Any]:
        """Return the assessment as plain data.

        With the whole graph of reasons if asked.
        """
        plain: dict[str, Any] = {
            "schema": SCHEMA,
            "label": self.case.label,
            "as_at": iso(self.as_at),
            "law_at": iso(self.law_at),
            "known_at": iso(self.known_at),
            "receipt": self.receipt.to_dict(),
            "passes_character_test": self.passes_character_test.to_dict(),
            "limbs": [each.to_dict() for each in self.limbs],
            "powers": [each.to_dict() for each in self.powers],
            "consequences": [each.to_dict() for each in self.consequences],
            "immunities": [each.to_dict() for each in self.immunities],
            "questions": [each.to_dict() for each in self.questions],
            "not_covered": list(self.not_covered),
            "assumed": list(self.case.assumed),
            "warnings": [
                {"code": w.code, "message": w.message, "fields": list(w.fields)}
                for w in self.warnings
            ],
        }
        for name, section in self.sections.items():
            if section:
                known = isinstance(section, dict)
                plain[name] = section if known else section.to_dict()
        if reasons:
            roots = [each.provision for each in self.conclusions]
            plain["explanation"] = self.explanation.to_dict(roots)
        return plain


Section = Callable[[Case, Law, int, int, int], Any]


def assess(
    case: Case,
    *,
    today: int,
    law: Law | None = None,
    as_at: int | None = None,
    law_at: int | None = None,
    known_at: int | None = None,
    sections: dict[str, Section] | None = None,
) -> Assessment:
    """Return what the law does to one person, why, and what is not yet known.

    The dates default to: `as_at` the case file's own, else `today`; `law_at` the day of
    the case's latest decision, else `as_at`; `known_at` today. `sections` adds further
    parts by name. Days are day numbers (`tasman.facts.days`).
    """
    law = current_law() if law is None else law
    day = (
        as_at if as_at is not None else case.as_at if case.as_at is not None else today
    )
    decided = latest_decision(case, day)
    law_day = law_at if law_at is not None else decided if decided is not None else day
    known = today if known_at is None else known_at
    clocks = {"as_at": day, "law_at": law_day, "known_at": known}
    given, case = case, linked(case, law, **clocks)
    explanation = Explanation(Evaluation(law, case.facts, root="Person", **clocks))
    answer = _Answers(law, explanation, law_day)
    test = answer.to(TEST).reversed()
    limbs = answer.all(lambda v: v.kind == "ground" and v.pinpoint.startswith(_LIMBS))
    powers = answer.all(lambda v: v.kind in POWER_KINDS)
    consequences = answer.all(lambda v: v.kind == "consequence")
    immunities = answer.all(lambda v: v.kind == "immunity")
    everything = (test, *limbs, *powers, *consequences, *immunities)
    asked = [c.provision for c in everything if c.in_force and c.truth != YES]
    return Assessment(
        case,
        **clocks,
        receipt=receipt(law, given.facts, clocks),
        passes_character_test=test,
        limbs=limbs,
        powers=powers,
        consequences=consequences,
        immunities=immunities,
        questions=tuple(questions(explanation, asked)),
        not_covered=_not_covered(everything),
        warnings=(
            *case.warnings,
            *_dates_warnings(day, law_day, known, today),
            *_decided_that_day(case, day),
            *(_law_of_the_decision(law, law_day, day) if law_at is None else ()),
        ),
        explanation=explanation,
        sections={
            name: section(case, law, day, law_day, known)
            for name, section in (sections or {}).items()
        },
    )


def latest_decision(case: Case, as_at: int) -> int | None:
    """Return the day of the latest decision known to the day, on or before `as_at`."""
    decisions = case.facts.get("decisions", Elements()).items
    days = [
        made[0]
        for made in (decision.get("made_on") for decision in decisions)
        if made is not None and made[0] == made[1] <= as_at
    ]
    return max(days, default=None)


class _Answers:
    """Conclusions of one explanation, refused where the law date is out of scope."""

    def __init__(self, law: Law, explanation: Explanation, law_at: int) -> None:
        self._law, self._explanation, self._law_at = law, explanation, law_at

    def to(self, pinpoint: str) -> Conclusion:
        """Return the conclusion of one provision."""
        opens = self._law.opens.get(pinpoint.partition("/")[0], self._law_at)
        if self._law_at < opens:
            why = (
                f"Tasman answers for this law from {iso(opens)}; "
                f"the law was asked for as at {iso(self._law_at)}"
            )
            return refused(self._law.versions(pinpoint)[0], why)
        return conclude(self._explanation, pinpoint)

    def all(self, wanted: Callable[[Version], bool]) -> tuple[Conclusion, ...]:
        """Return the conclusions of the Australian provisions about a person wanted."""
        found = []
        for pinpoint in self._law.pinpoints:
            version = self._law.versions(pinpoint)[0]
            about_person = version.arguments == ("Person",) and version.type == "truth"
            ours = pinpoint.partition("/")[0] in _AUSTRALIAN and about_person
            if ours and wanted(version):
                found.append(self.to(pinpoint))
        return tuple(found)


def _not_covered(conclusions: Iterable[Conclusion]) -> tuple[str, ...]:
    """Return what no fact can decide: matters Tasman leaves, and where they matter."""
    found: dict[str, dict[str, None]] = {}
    for conclusion in conclusions:
        for lack in conclusion.missing:
            if lack.kinds & (NOT_COVERED | UNSETTLED) and not lack.kinds & JUDGMENT:
                kind = "not covered" if lack.kinds & NOT_COVERED else "unsettled"
                where = found.setdefault(f"{kind}: {lack.path}", {})
                where[conclusion.version.citation] = None
    return tuple(f"{what} ({'; '.join(where)})" for what, where in found.items())


def _decided_that_day(case: Case, as_at: int) -> Iterable[Warning]:
    cancelled = mask_of(Decision, "result", "cancelled")
    for i, decision in enumerate(case.facts.get("decisions", Elements()).items):
        that_day = decision.get("made_on") == (as_at, as_at)
        if that_day and decision.get("result") == cancelled:
            yield Warning(
                "decided-that-day",
                f"a visa was cancelled on {iso(as_at)}, the day asked about: powers "
                "are shown as they were for that decision, the visa still held; ask "
                "about the next day for what is open after it",
                (f"decisions[{i}]",),
            )


def _law_of_the_decision(law: Law, law_at: int, as_at: int) -> Iterable[Warning]:
    """Say that powers are those of an earlier law, where it has changed since."""
    edges = (
        edge
        for pinpoint in law.pinpoints
        if pinpoint.startswith(MIGRATION_ACT)
        for version in law.versions(pinpoint)
        for edge in (version.since, version.until)
    )
    if any(law_at < edge <= as_at for edge in edges):
        yield Warning(
            "law-of-the-decision",
            f"the law is that of the latest decision, {iso(law_at)}, and has changed "
            f"since: for what may be done now, ask for the law at {iso(as_at)}",
            ("decisions",),
        )


def _dates_warnings(
    as_at: int, law_at: int, known_at: int, today: int
) -> Iterable[Warning]:
    if max(law_at, known_at) > VERIFIED_TO:
        yield Warning(
            "law-not-verified-so-far",
            f"the law was last looked up on {iso(VERIFIED_TO)}; the answer is for "
            f"{iso(max(law_at, known_at))} and may have changed since",
        )
    if as_at > today:
        yield Warning("future", f"the facts are taken as at {iso(as_at)}, a future day")
