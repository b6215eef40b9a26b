"""Section 501BA: the Minister cancels again after another revoked."""

from __future__ import annotations

from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import (
    mandatory_cancellation,
    revoked_by,
    undone,
)
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import holds_a_visa
from tasman.law.au.migration_act.s501_powers import fails_for_mandatory_cancellation
from tasman.law.au.migration_act.stated import stated
from tasman.rules.handles import YES, Duration, Truth, as_at, months, readings


def _revocation_on_or_after(decision: Decision, within: Duration) -> Truth:
    """Whether the decision is, or suffered, a revocation no longer ago than that."""
    on_its_own = decision.power.is_("501CA(4)") & decision.result.is_("revoked")
    return (
        mandatory_cancellation(decision)
        & undone(decision)
        & (decision.undone_on + within >= as_at)
    ) | (on_its_own & (decision.made_on + within >= as_at))


@act.provision(
    "501BA(1)",
    since="2014-12-11",
    sources="S1",
    plain="A delegate or the Tribunal, not the Minister, gave the visa back.",
)
def revoked_but_not_by_the_minister(person: Person) -> Truth:
    """A delegate or the Tribunal revoked a s 501(3A) cancellation under s 501CA."""
    return revoked_by(person, "delegate", "tribunal")


@act.provision(
    "501BA (time)",
    since="2014-12-11",
    kind="time limit",
    mark="?",
    sources="S23",
    citation="Migration Act 1958 (Cth) s 501BA: implied limit of time",
    plain="Whether the Minister must act within a reasonable time.",
    note="Judges differ: 3 years 2 months was too long in [2025] FCA 553; a challenge "
    "for delay failed in [2025] FCA 496; nine months was not too late in [2025] FCA "
    "266. No appellate answer was found.",
)
def in_time(person: Person, *, not_too_late: Duration = months(9)) -> Truth:
    """No fixed time; up to nine months was held in time, and beyond it is unsettled."""
    recently = person.decisions.any(
        lambda decision: _revocation_on_or_after(decision, not_too_late)
    )
    return readings("whether s 501BA has an implied limit of time", YES, recently)


@act.provision(
    "501BA(2)",
    since="2014-12-11",
    kind="power",
    holder="Minister personally",
    natural_justice="does not apply",
    sources="S1 S23",
    plain="The Minister may cancel the visa again, unheard, in the national interest.",
    note="A national-interest challenge built on [2023] HCA 37 failed in [2025] FCAFC "
    "115.",
    data={"review": "no merits review", "revocation": "none"},
)
def may_cancel_again(person: Person) -> Truth:
    """The Minister may set a revocation aside and cancel, in the national interest."""
    return (
        non_citizen(person)
        & revoked_but_not_by_the_minister(person)
        & holds_a_visa(person)
        & fails_for_mandatory_cancellation(person)
        & stated(person, "national_interest")
        & in_time(person)
    )
