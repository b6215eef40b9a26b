"""Conclusions: what one provision says of a person, with its reasons and its marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tasman.facts.case import UNKNOWN, YES
from tasman.facts.days import to_date
from tasman.facts.kinds import NOT_COVERED, kind_names
from tasman.rules.explain import Because, Explanation, Missing, Reason
from tasman.rules.provisions import Mark, Version
from tasman.rules.values import TRUTH_NAMES

_KIND_WORDS = {"duty": "must", "power": "may", "deemed": "deemed"}
POWER_KINDS = frozenset(_KIND_WORDS)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What one provision says of one person on the assessment's dates."""

    provision: str
    name: str
    in_force: bool
    truth: int
    kinds: int
    because: tuple[Because, ...]
    missing: tuple[Missing, ...]
    route: tuple[str, ...]
    version: Version
    weakest: Mark
    unverified: tuple[str, ...]

    @property
    def answer(self) -> str:
        """`yes`, `no` or `unknown`."""
        return TRUTH_NAMES[self.truth]

    @property
    def verified(self) -> str:
        """How far the text was checked.

        This provision's, and the weakest it rests on.
        """
        own = str(self.version.mark)
        if self.version.verified_on is not None and not own.startswith("unverified"):
            own += f" {to_date(self.version.verified_on).isoformat()}"
        if self.weakest.rank > self.version.mark.rank:
            own += f"; rests on a provision that is {self.weakest}"
        return own

    @property
    def doubtful(self) -> bool:
        """Whether it rests on anything whose text was not verified."""
        return self.weakest.rank >= Mark.MEMORY.rank

    def reversed(self) -> Conclusion:
        """Return the opposite conclusion from the same provision."""
        from dataclasses import replace

        return replace(self, truth=YES - self.truth)

    def to_dict(self) -> dict[str, Any]:
        """Return the conclusion as plain data, in the documented form."""
        plain: dict[str, Any] = {
            "provision": self.provision,
            "name": self.name,
            "in_force": self.in_force,
            "truth": self.answer,
            "unknown_kinds": kind_names(self.kinds),
            "statement": self.version.statement,
            "plain": self.version.plain,
            "because": [step.to_dict() for step in self.because],
            "missing": [lack.to_dict() for lack in self.missing],
            "would_change_it": list(self.route),
            "citation": self.version.citation,
            "sources": [source.text for source in self.version.sources],
            "verified": self.verified,
            "unverified_parts": list(self.unverified),
        }
        if self.version.note:
            plain["note"] = self.version.note
        if self.version.kind in _KIND_WORDS:
            plain["kind"] = _KIND_WORDS[self.version.kind]
            plain["holder"] = self.version.holder
            plain["natural_justice"] = self.version.natural_justice
        return plain


def conclude(explanation: Explanation, pinpoint: str) -> Conclusion:
    """Return what a provision says of the person, with reasons."""
    reason = explanation.of(pinpoint)
    law = explanation.evaluation.law
    version = reason.versions[0] if reason.versions else law.versions(pinpoint)[0]
    reached = explanation.reached([reason.key])
    unverified = [r for r in reached if _unverified(explanation.reasons[r])]
    lacks = explanation.lacks(reason.key) if reason.truth == UNKNOWN else {}
    return Conclusion(
        pinpoint,
        version.name,
        reason.in_force,
        reason.truth,
        reason.kinds,
        tuple(reason.because),
        tuple(lacks.values()),
        reason.route,
        version,
        explanation.weakest(reason.key),
        tuple(dict.fromkeys(explanation.reasons[r].pinpoint for r in unverified)),
    )


def refused(version: Version, why: str) -> Conclusion:
    """Return the conclusion that Tasman does not answer for, and why."""
    step = Because("not_covered", why)
    return Conclusion(
        version.pinpoint,
        version.name,
        False,
        UNKNOWN,
        NOT_COVERED,
        (step,),
        (Missing(why, NOT_COVERED),),
        (),
        version,
        version.mark,
        (),
    )


def _unverified(reason: Reason) -> bool:
    return reason.mark.rank >= Mark.MEMORY.rank
