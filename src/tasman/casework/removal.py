"""Whether removal is possible on a day, and why: the duties of s 198."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tasman.casework.giving import receipt, settled
from tasman.casework.notices import GivenNotice
from tasman.facts.case import NO, YES, Elements, Facts
from tasman.facts.kinds import FACT, JUDGMENT, NOT_COVERED, UNSETTLED
from tasman.rules.evaluate import Evaluation

DUTIES = (
    "migration-act-1958/198(1)",
    "migration-act-1958/198(2A)",
    "migration-act-1958/198(2B)",
    "migration-act-1958/198(6)",
)
_ASK = {DUTIES[0]: "has the person asked in writing to be removed?"}
_ANSWER = {NO: "no", YES: "yes"}


_KINDS = {
    FACT: "a fact is missing",
    JUDGMENT: "it is left to the decision-maker",
    UNSETTLED: "the law is unsettled",
    NOT_COVERED: "not covered",
}


def why_unknown(kinds: int) -> str:
    """Return in words why something is not known."""
    return "; ".join(said for kind, said in _KINDS.items() if kinds & kind)


@dataclass(frozen=True, slots=True)
class Removal:
    """Whether a duty to remove has arisen: `yes`, `no` or `unknown`, and by what."""

    possible: str
    why: tuple[str, ...]
    provisions: tuple[tuple[str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain data."""
        return {
            "possible": self.possible,
            "why": list(self.why),
            "provisions": dict(self.provisions),
        }


def removal(evaluation: Evaluation, notices: list[GivenNotice]) -> Removal:
    """Return whether the duty to remove has arisen, by s 198 of the as-at day."""
    facts = with_notices(evaluation, notices)
    clocks = evaluation.clocks
    own = Evaluation(
        evaluation.law,
        facts,
        as_at=clocks["as_at"],
        law_at=clocks["as_at"],
        known_at=clocks["known_at"],
    )
    found: list[tuple[str, str]] = []
    why: list[str] = []
    for pinpoint in DUTIES:
        version = own.law.in_force(pinpoint, clocks["as_at"], clocks["known_at"])
        if version is None:
            continue
        truth, kinds = own.provision(pinpoint)
        found.append((pinpoint, _ANSWER.get(truth, "unknown")))
        if truth == YES:
            why.append(f"{version.citation}: {version.statement}")
        elif truth != NO:
            reasons = _ASK.get(pinpoint) or why_unknown(kinds)
            why.append(f"{version.citation}: not known ({reasons})")
    answers = {answer for _, answer in found}
    possible = next((each for each in ("yes", "unknown") if each in answers), "no")
    if possible == "yes":
        why.append(
            "An application to the Tribunal or a court does not suspend this (ss 481, "
            "486AB); that removal waits for them in practice is from memory."
        )
    return Removal(possible, tuple(why), tuple(found))


def with_notices(evaluation: Evaluation, notices: list[GivenNotice]) -> Facts:
    """Return the facts with the receipt of each notice settled, implied ones added."""
    as_at = evaluation.clocks["as_at"]
    items = tuple(
        settled(given, receipt(given, evaluation, as_at)) for given in notices
    )
    facts = evaluation.root.facts
    known = facts.get("notices")
    rest = known.rest if known is not None else {}
    return {**facts, "notices": Elements(items, rest)}
