"""Which Direction governs a decision: by who decides, when, and under which power."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tasman.facts.case import Elements, Facts
from tasman.facts.choices import word
from tasman.facts.days import iso
from tasman.facts.vocabulary import Decision
from tasman.law.au.directions.register import (
    CANCEL,
    GAP_1999,
    GAP_2014,
    REFUSE,
    REGISTER,
    REVOKE,
    Entry,
)

MAKERS = ("delegate", "tribunal", "minister")
"""Whose decision it is."""
UNVERIFIED = "unverified: check the instrument"
"""How everything from memory, or in doubt, is marked in what people read."""
REVIEW_DAYS = 84
"""How long the Tribunal has to decide: s 500(6L)."""
_GOVERNED = {
    "501(1)": REFUSE,
    "501(2)": CANCEL,
    "501(3A)": REVOKE,
    "501CA(4)": REVOKE,
}
_PERSONAL = ("501(3)", "501A(2)", "501A(3)", "501B(2)", "501BA(2)", "501C(4)")
IN_PERSON = (
    "No Direction binds the Minister deciding in person, who may use one as a guide "
    "([2004] FCAFC 327)."
)
STILL_TO_COME = (
    "the decision still to come is on revocation, and that day's Direction will guide "
    "it; none guides the mandatory cancellation itself"
)
OTHER_POWER = "The character Directions do not reach this power."


@dataclass(frozen=True, slots=True)
class Governing:
    """The Direction that governs a decision, or why none does."""

    decision_maker: str
    day: int
    entry: Entry | None
    reason: str
    power: str = ""

    @property
    def number(self) -> int | None:
        """The Direction's number, None when none governs."""
        return self.entry.number if self.entry else None

    def to_dict(self) -> dict[str, Any]:
        """Return the choice as plain data."""
        entry = self.entry
        return {
            "number": self.number,
            "decision_maker": self.decision_maker,
            "decided_on": iso(self.day),
            "power": self.power,
            "reason": self.reason,
            "in_force_from": entry.since if entry else None,
            "last_day": iso(entry.day_after - 1) if entry and entry.until else None,
            "made_on": entry.made_on if entry else None,
            "minister": entry.minister if entry else None,
            "verified": mark_text(entry.mark) if entry else None,
            "note": entry.note if entry else None,
        }


def mark_text(mark: str) -> str:
    """Return how a mark is shown: `verified`, `inferred` or what is to be checked."""
    return {"V": "verified", "I": "inferred"}.get(mark, UNVERIFIED)


def direction_for(decision_maker: str, day: int, power: str = "") -> Governing:
    """Return the Direction that governs: the one in force when the decision is made.

    The Tribunal applies the one in force when it decides ([2025] HCA 33). Raises
    ValueError for a decision-maker that is not one of `MAKERS`.
    """
    if decision_maker not in MAKERS:
        raise ValueError(f"{decision_maker!r} is not one of {', '.join(MAKERS)}")
    if decision_maker == "minister" or power in _PERSONAL:
        return Governing(decision_maker, day, None, IN_PERSON, power)
    if power and power not in _GOVERNED:
        return Governing(decision_maker, day, None, OTHER_POWER, power)
    entry = in_force(day)
    if entry is None:
        return Governing(decision_maker, day, None, GAP_1999, power)
    governed = _GOVERNED.get(power, "")
    if governed and governed not in entry.powers:
        return Governing(decision_maker, day, None, GAP_2014, power)
    who = "The Tribunal" if decision_maker == "tribunal" else "A delegate"
    reason = f"{who} applies the Direction in force on the day of the decision."
    return Governing(decision_maker, day, entry, reason, power)


def in_force(day: int) -> Entry | None:
    """Return the register's entry in force on a day, None before the first."""
    for entry in REGISTER:
        if entry.first_day <= day < entry.day_after:
            return entry
    return None


def next_within_review(day: int) -> Entry | None:
    """Return the Direction that may govern the review of a delegate's decision instead.

    Decisions notified in the 84 days (s 500(6L)) before a change may be reviewed under
    either Direction.
    """
    for entry in REGISTER:
        if day < entry.first_day <= day + REVIEW_DAYS:
            return entry
    return None


def governed_power(power: str) -> str:
    """Return the power whose exercise is guided: a mandatory cancellation's revocation.

    An empty answer means that no Direction reaches the power.
    """
    return _GOVERNED.get(power, "")


@dataclass(frozen=True, slots=True)
class Setting:
    """Who is taken to decide, under which power, and what of that is assumed."""

    decision_maker: str
    power: str
    assumed: tuple[str, ...]


def setting_of(
    facts: Facts, as_at: int, day: int, decision_maker: str = "", power: str = ""
) -> Setting:
    """Return who decides and under which power, from what is given, else the facts.

    What neither says is assumed, and said to be: a delegate, deciding on revocation (or
    on cancellation, before revocation existed).
    """
    latest = _latest(facts, as_at)
    assumed: list[str] = []
    if not power:
        power = word(Decision, latest, "power")
        if power == "501(3A)":
            power = REVOKE
            assumed.append(STILL_TO_COME)
    if not power:
        entry = in_force(day)
        power = REVOKE if entry is None or REVOKE in entry.powers else CANCEL
        assumed.append(f"the decision is under s {power}: no decision in the file says")
    if not decision_maker:
        made_by = word(Decision, latest, "made_by")
        if STILL_TO_COME in assumed and made_by == "minister":
            made_by = ""
        decision_maker = made_by if made_by in MAKERS else "delegate"
        if decision_maker != made_by:
            assumed.append("a delegate decides")
    return Setting(decision_maker, power, tuple(assumed))


def _latest(facts: Facts, as_at: int) -> Facts:
    decisions = facts.get("decisions", Elements()).items
    dated = [
        (each["made_on"][0], each)
        for each in decisions
        if "made_on" in each and each["made_on"][1] <= as_at
    ]
    return max(dated, key=lambda pair: pair[0])[1] if dated else {}
