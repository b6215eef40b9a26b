"""Duties of others that a case has set going and whose last day cannot be counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tasman.casework.limits import time_limits
from tasman.casework.notices import notices_of
from tasman.facts.case import NO, YES, Elements, Facts
from tasman.facts.choices import word
from tasman.facts.days import EARLIEST, NEVER, iso
from tasman.facts.vocabulary import Decision
from tasman.law.au.time_limits import NO_LENGTH, SITTING_DAYS
from tasman.rules.evaluate import Element, Evaluation
from tasman.rules.law import Law
from tasman.rules.provisions import Version

WHY_NOT = {
    NO_LENGTH: "the law fixes no number of days",
    SITTING_DAYS: "the Houses' calendar of sitting days is not carried",
}
"""By unit: why the last day of a limit is not counted."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A duty without a countable last day: whose it is, since when, and why not."""

    version: Version
    path: str
    length: int | None
    since: int | None
    sure: bool

    @property
    def why_not(self) -> str:
        """Why no last day is given."""
        return WHY_NOT[str(self.version.data["unit"])]

    def line(self) -> str:
        """Return the duty in one line."""
        data = self.version.data
        within = "" if self.length is None else f" within {self.length} {data['unit']}"
        since = "" if self.since is None else f", from {iso(self.since)}"
        duty = str(data["duty"])
        force = "is to" if self.sure else "may have to"
        who = str(data["who"]).replace("minister", "Minister")
        done = f"The {who} {force} {duty[0].lower()}{duty[1:]}{within}{since}"
        return f"{done}. No last day is counted: {self.why_not}."

    def to_dict(self) -> dict[str, Any]:
        """Return the duty as plain data."""
        data = self.version.data
        return {
            "limit": data["limit"],
            "duty": data["duty"],
            "who": data["who"],
            "path": self.path,
            "unit": data["unit"],
            "length": self.length,
            "trigger": data["trigger"],
            "since": None if self.since is None else iso(self.since),
            "if_missed": data["missed"],
            "citation": self.version.citation,
            "mark": str(self.version.mark),
            "note": self.version.note,
            "certainty": "definite" if self.sure else "undetermined",
            "why_not_counted": self.why_not,
        }


def uncounted(evaluation: Evaluation) -> list[Uncounted]:
    """Return the duties still open whose last day cannot be counted.

    What has been done is left out: notice once given, an answer once decided.
    """
    known: Elements = evaluation.root.facts.get("decisions", Elements())
    return [
        duty
        for i, decision in enumerate(known.items)
        if _standing(decision, evaluation.clocks["as_at"])
        for version in _limits_of_decisions(evaluation.law)
        if (duty := _duty(evaluation, version, f"decisions[{i}]", decision))
    ]


def _standing(decision: Facts, as_at: int) -> bool:
    made = decision.get("made_on", (EARLIEST, NEVER))
    undone = decision.get("undone_on", (NEVER, NEVER))
    return bool(made[0] <= as_at < undone[0])


def _duty(
    evaluation: Evaluation, version: Version, path: str, decision: Facts
) -> Uncounted | None:
    """Return the duty that a decision sets going, unless none or done already."""
    facts, as_at = evaluation.root.facts, evaluation.clocks["as_at"]
    element = Element("Decision", decision, f"{path}.")
    applies = str(version.data["applies"] or version.pinpoint)
    truth = evaluation.provision(applies, element)[0]
    limit = version.data["limit"]
    since = decision.get("made_on", (EARLIEST, NEVER))[0]
    if limit == "L17" and _notified(facts, path, decision, as_at):
        return None
    if limit == "L19":
        answered = _answered_on(facts, path, as_at)
        if answered is None or _answer_decided(facts, as_at):
            return None
        since = answered
    if truth == NO:
        return None
    length = None
    if version.type == "number":
        length = evaluation.provision(version.pinpoint, element)[0]
    day = since if since > EARLIEST else None
    return Uncounted(version, path, length, day, truth == YES or limit == "L19")


@lru_cache(maxsize=8)
def _limits_of_decisions(law: Law) -> tuple[Version, ...]:
    """Return the limits that a decision sets going and that can be asked of it."""
    return tuple(
        versions[-1]
        for versions in time_limits(law).values()
        if versions[-1].arguments == ("Decision",)
        and (versions[-1].type == "truth" or versions[-1].data["applies"])
    )


def _own_notices(facts: Facts, path: str, as_at: int) -> Iterator[Facts]:
    for given in notices_of(facts, as_at):
        if given.decision == path:
            yield given.facts


def _notified(facts: Facts, path: str, decision: Facts, as_at: int) -> bool:
    """Whether notice has been given, or may have been: then nothing is said."""
    if "notified_on" in decision:
        return bool(decision["notified_on"][0] <= as_at)
    return any(
        "given_on" in each or "received_on" in each
        for each in _own_notices(facts, path, as_at)
    )


def _answered_on(facts: Facts, path: str, as_at: int) -> int | None:
    """Return the day on which representations were sent, if they were."""
    days = [
        each["answered_on"][1]
        for each in _own_notices(facts, path, as_at)
        if "answered_on" in each
    ]
    return min((day for day in days if day <= as_at), default=None)


def _answer_decided(facts: Facts, as_at: int) -> bool:
    known: Elements = facts.get("decisions", Elements())
    return any(
        word(Decision, each, "power") in ("501CA(4)", "501C(4)")
        and each.get("made_on", (EARLIEST, NEVER))[0] <= as_at
        for each in known.items
    )
