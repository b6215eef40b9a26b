"""Where a case stands in the process, how it came there, and what can happen next.

The history is replayed from decisions, notices and answers. Where facts are missing the
case may stand in more than one state, and all of them are named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tasman.casework.deadline import Deadline, plain_range
from tasman.casework.deadlines import deadlines_of, evaluation_on
from tasman.casework.history import Event, replay
from tasman.casework.notices import GivenNotice, notices_of
from tasman.casework.removal import Removal, removal
from tasman.casework.states import (
    ASKED,
    DETAINED,
    MOVES,
    STATES,
    WITHIN,
    Move,
    Review,
    means,
    review_of,
)
from tasman.facts.case import NO, Case, Elements, Facts
from tasman.facts.choices import word
from tasman.facts.days import EARLIEST, NEVER, iso
from tasman.facts.vocabulary import Custody, Decision
from tasman.rules.calendar import add_term
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law

SCHEMA = "tasman-process/1"
_IN_TIME = "migration-act-1958/501BA (time)"
"""The provision whose threshold says what delay before s 501BA is not too long."""
_POWERS = {
    1: "migration-act-1958/501(3A)",
    15: "migration-act-1958/501(2)",
    19: "migration-act-1958/501(3)",
}
"""By move out of holding a visa: the power it uses."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing that can happen next: who does it, whether they must, and by when."""

    move: Move
    act_by: int | None

    def to_dict(self) -> dict[str, Any]:
        """Return the step as plain data."""
        return {
            "move": self.move.number,
            "who": self.move.who,
            "force": self.move.force,
            "event": self.move.event,
            "provision": self.move.provision,
            "to": self.move.to,
            "to_means": means(self.move.to),
            "act_by": None if self.act_by is None else iso(self.act_by),
        }


@dataclass(frozen=True, slots=True)
class Process:
    """Where a case stands. `states` holds more than one where facts are missing."""

    states: tuple[str, ...]
    history: tuple[Event, ...]
    next_steps: tuple[NextStep, ...]
    reviews: tuple[Review, ...]
    removal: Removal
    flags: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """The state the case stands in, or the first that it may."""
        return self.states[0]

    def to_dict(self) -> dict[str, Any]:
        """Return the process as plain data."""
        return {
            "schema": SCHEMA,
            "state": self.state,
            "means": STATES[self.state],
            "certain": len(self.states) == 1,
            "states": {state: STATES[state] for state in self.states},
            "history": [
                {
                    "day": plain_range(event.day),
                    "what": event.what,
                    "provision": event.provision,
                    "states": list(event.states),
                    "path": event.path,
                }
                for event in self.history
            ],
            "next": [step.to_dict() for step in self.next_steps],
            "reviews": [review._asdict() for review in self.reviews],
            "removal": self.removal.to_dict(),
            "flags": list(self.flags),
        }


def process(
    case: Case,
    law: Law,
    *,
    as_at: int,
    law_at: int | None = None,
    known_at: int | None = None,
) -> Process:
    """Return where a case stands on a day, how it came there and what can follow."""
    evaluation = evaluation_on(case, law, as_at, law_at, known_at)
    notices = notices_of(case.facts, as_at)
    return process_of(evaluation, notices, deadlines_of(evaluation, notices))


def process_of(
    evaluation: Evaluation, notices: list[GivenNotice], clocks: list[Deadline]
) -> Process:
    """Return the process of a case whose clocks are counted already."""
    facts, as_at = evaluation.root.facts, evaluation.clocks["as_at"]
    history = replay(facts, notices, clocks, as_at)
    states = history[-1].states if history else ("S0",)
    can_be_removed = removal(evaluation, notices)
    shut = _shut(evaluation) | _shut_by_custody(facts, as_at, states)
    return Process(
        states,
        tuple(history),
        tuple(_next_steps(states, can_be_removed, clocks, shut)),
        tuple(_reviews(facts, as_at)),
        can_be_removed,
        tuple(_flags(evaluation, can_be_removed)),
    )


def _shut(evaluation: Evaluation) -> set[int]:
    """Return the moves that these facts rule out: the power is not open."""
    return {
        number
        for number, pinpoint in _POWERS.items()
        if evaluation.provision(pinpoint)[0] == NO
    }


def _shut_by_custody(facts: Facts, as_at: int, states: tuple[str, ...]) -> set[int]:
    """Return the moves ruled out by how the person is held.

    Immigration detention follows a sentence being served; a request to be removed is
    listed for those held so, and where nothing is pending.
    """
    held = _held_in(facts, as_at, "immigration_detention")
    serving = _held_in(facts, as_at, "gaol", "youth_detention")
    shut = set() if serving and not held else {DETAINED}
    return shut if held or "S30" in states else shut | {ASKED}


def _next_steps(
    states: tuple[str, ...],
    can_be_removed: Removal,
    clocks: list[Deadline],
    shut: set[int],
) -> list[NextStep]:
    here = set(states) | ({"S30"} if can_be_removed.possible == "yes" else set())
    if "S40" in here:
        here.discard("S30")
    days = {each.limit: each.act_by for each in reversed(clocks) if each.running}
    return [
        NextStep(move, next((days[x] for x in _within(move) if x in days), None))
        for move in MOVES
        if here.intersection(move.states) and move.number not in shut
    ]


def _within(move: Move) -> tuple[str, ...]:
    return WITHIN.get(move.number, ())


def _decisions(facts: Facts, as_at: int) -> list[Facts]:
    known: Elements = facts.get("decisions", Elements())
    return [
        each for each in known.items if each.get("made_on", (EARLIEST,))[0] <= as_at
    ]


def _reviews(facts: Facts, as_at: int) -> list[Review]:
    found = []
    for decision in _decisions(facts, as_at):
        adverse = word(Decision, decision, "result") in (
            "cancelled",
            "refused",
            "not_revoked",
        )
        undone = decision.get("undone_on", (NEVER, NEVER))[0] <= as_at
        power, maker = (word(Decision, decision, n) for n in ("power", "made_by"))
        review = review_of(power, maker)
        if adverse and not undone and review:
            found.append(review)
    return list(dict.fromkeys(found))


def _held_in(facts: Facts, as_at: int, *places: str) -> bool:
    """Whether the person is known to be held in one of these kinds of place."""
    known: Elements = facts.get("custody", Elements())
    return any(
        word(Custody, each, "place") in places
        and each.get("began_on", (NEVER, NEVER))[1] <= as_at
        and each.get("ended_on", (EARLIEST, NEVER))[0] > as_at
        for each in known.items
    )


def _flags(evaluation: Evaluation, can_be_removed: Removal) -> list[str]:
    facts, as_at = evaluation.root.facts, evaluation.clocks["as_at"]
    flags = ["removable"] if can_be_removed.possible == "yes" else []
    if _held_in(facts, as_at, "immigration_detention"):
        flags.append("in_immigration_detention")
    decisions = _decisions(facts, as_at)
    revoked = [
        d["made_on"][1]
        for d in decisions
        if word(Decision, d, "result") == "revoked" and "made_on" in d
    ]
    revoked += [
        d["undone_on"][1]
        for d in decisions
        if word(Decision, d, "power") == "501(3A)" and "undone_on" in d
    ]
    made = [
        d["made_on"][0]
        for d in decisions
        if word(Decision, d, "power") == "501BA(2)" and "made_on" in d
    ]
    if any(_too_late(evaluation, revoked, day) for day in made):
        flags.append("reasonable_time_arguable")
    return flags


def _too_late(evaluation: Evaluation, revoked: list[int], day: int) -> bool:
    """Whether a s 501BA decision came later than was ever held not too late."""
    known_at = evaluation.clocks["known_at"]
    version = evaluation.law.in_force(_IN_TIME, day, known_at)
    before = [each for each in revoked if each <= day]
    if version is None or not before:
        return False
    months, days = dict(version.parameters)["not_too_late"].attrs
    return day > add_term(max(before), months, days)
