"""Section 501(1) to (5): refusing and cancelling visas on character grounds.

A power answers yes where every fact it needs is established; a person who fails the
test on the record is a person whom the Minister may reasonably suspect of failing it.
It never says whether the power will be used.
"""

from __future__ import annotations

from tasman.facts.kinds import FACT
from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import holds_a_visa
from tasman.law.au.migration_act.s501_custody import serving_full_time_sentence
from tasman.law.au.migration_act.s501_record import (
    sentenced_to_death,
    sentenced_to_life,
    sentenced_to_twelve_months,
)
from tasman.law.au.migration_act.s501_spent import (
    facts_perhaps_answered,
    mandatory_ground_spent,
    tribunal_left_the_visa,
)
from tasman.law.au.migration_act.s501_test import (
    child_sex_offence,
    fails_character_test,
)
from tasman.law.au.migration_act.stated import stated
from tasman.rules.handles import YES, Truth, as_at, unknown

AAT = {"review": "Administrative Appeals Tribunal, of a delegate's decision (s 500)"}
ART = {"review": "Administrative Review Tribunal, of a delegate's decision (s 500)"}
"""Who reviews: the second took the first's place on 2024-10-14."""


SEPARATE = (
    "A power separate from s 501(3): use of one does not spend the other. New "
    "offending may matter to the discretion as well as to the test: [2016] FCAFC 185. "
    "Open also to people whom the ten years of s 201 protect: [2006] HCA 50 (from "
    "memory)."
)


def applies_for_a_visa(person: Person) -> Truth:
    """Return whether an application for a visa was pending on the as-at day."""
    return person.applications.any(lambda each: each.finished_on >= as_at)


def suspected_of_failing(person: Person) -> Truth:
    """Return whether the Minister may reasonably suspect that the person fails."""
    return fails_character_test(person)


def can_pass(person: Person) -> Truth:
    """Return whether the person may satisfy the Minister that they pass the test."""
    return ~fails_character_test(person)


def does_not_satisfy(person: Person) -> Truth:
    """Return whether the person has not satisfied the Minister that they pass."""
    return fails_character_test(person) | ~stated(person, "passes_character_test")


def _excused_from_tabling() -> Truth:
    return unknown(FACT, "whether the decision rests on s 501(6)(a), (e) or (g)")


@act.provision(
    "501(1)",
    since="1999-06-01",
    until="2024-10-14",
    kind="power",
    holder="Minister or delegate",
    natural_justice="applies",
    sources="S1",
    plain="A visa may be refused to someone who does not show that they pass.",
    data=AAT,
)
@act.provision(
    "501(1)",
    since="2024-10-14",
    kind="power",
    holder="Minister or delegate",
    natural_justice="applies",
    sources="S1 S37",
    plain="A visa may be refused to someone who does not show that they pass.",
    data=ART,
)
def may_refuse(person: Person) -> Truth:
    """A visa may be refused: the applicant has not shown that they pass the test."""
    return (
        non_citizen(person) & applies_for_a_visa(person) & fails_character_test(person)
    )


@act.provision(
    "501(2)",
    since="1999-06-01",
    until="2024-10-14",
    kind="power",
    holder="Minister or delegate",
    natural_justice="applies",
    sources="S1 S21",
    plain="A visa may be cancelled if the holder is suspected of failing the test and "
    "does not show that they pass.",
    note=SEPARATE,
    data=AAT,
)
@act.provision(
    "501(2)",
    since="2024-10-14",
    kind="power",
    holder="Minister or delegate",
    natural_justice="applies",
    sources="S1 S21 S37",
    plain="A visa may be cancelled if the holder is suspected of failing the test and "
    "does not show that they pass.",
    note=SEPARATE,
    data=ART,
)
def may_cancel(person: Person) -> Truth:
    """A visa may be cancelled: reasonable suspicion, and not shown to pass the test."""
    return (
        non_citizen(person)
        & holds_a_visa(person)
        & suspected_of_failing(person)
        & does_not_satisfy(person)
        & ~tribunal_left_the_visa(person)
        & ~facts_perhaps_answered(person)
    )


@act.provision(
    "501(3)",
    since="1999-06-01",
    kind="power",
    holder="Minister personally",
    natural_justice="does not apply",
    sources="S1 S21",
    plain="The Minister may refuse or cancel, unheard, in the national interest.",
    note="Personal: s 501(4). Since 2021-05-25 notice of the decision is tabled in "
    "Parliament: s 501(4A).",
    data={"review": "no merits review", "revocation": "s 501C"},
)
def may_refuse_or_cancel_unheard(person: Person) -> Truth:
    """The Minister may refuse or cancel on suspicion, in the national interest."""
    return (
        non_citizen(person)
        & (holds_a_visa(person) | applies_for_a_visa(person))
        & suspected_of_failing(person)
        & stated(person, "national_interest")
    )


@act.provision(
    "501(3A)(a)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="The record that makes cancellation mandatory: death, life, a year or more, "
    "or a sexual offence involving a child.",
    note="Never (7)(d), (e) or (f): short terms that add up are not enough.",
)
def fails_for_mandatory_cancellation(person: Person) -> Truth:
    """Fails by (6)(a) through (7)(a), (b) or (c), or by (6)(e)."""
    return (
        sentenced_to_death(person)
        | sentenced_to_life(person)
        | sentenced_to_twelve_months(person)
        | child_sex_offence(person)
    )


@act.provision(
    "501(3A)",
    since="2014-12-11",
    kind="duty",
    holder="Minister or delegate",
    natural_justice="does not apply",
    sources="S1 S9 S20",
    plain="The visa must be cancelled: a year or more in prison (or a sexual offence "
    "involving a child), and in prison full time now.",
    note="Held valid and not punitive in [2018] HCA 2 (from memory).",
    data={"review": "no merits review (s 500(4A)(c))", "revocation": "s 501CA"},
)
def must_cancel(person: Person) -> Truth:
    """The visa must be cancelled: a mandatory ground, and custody full time."""
    return (
        non_citizen(person)
        & holds_a_visa(person)
        & fails_for_mandatory_cancellation(person)
        & serving_full_time_sentence(person)
        & ~mandatory_ground_spent(person)
    )


@act.provision(
    "501(3B)",
    since="2014-12-11",
    sources="S1",
    plain="The duty to cancel leaves the powers to cancel as they were.",
)
def duty_leaves_powers_alone(person: Person) -> Truth:
    """Subsection (3A) does not limit subsections (2) and (3)."""
    return YES


@act.provision(
    "501(4A)",
    since="2021-05-25",
    applies_by=lambda decision: decision.made_on,
    kind="duty",
    holder="Minister",
    sources="S4c",
    plain="Parliament must be told of the decision within 15 sitting days.",
    note="Not if it rests on (6)(a), (e) or (g), or the person has an adverse or "
    "qualified security assessment: s 501(4B). What it rests on is not among the "
    "facts. Breach is not said to affect validity.",
    data={"sitting_days": 15},
)
def must_be_tabled(decision: Decision) -> Truth:
    """Notice of a s 501(3) decision must be tabled, subject to s 501(4B)."""
    return decision.power.is_("501(3)") & ~_excused_from_tabling()


@act.provision(
    "501H(1)",
    since="1999-06-01",
    sources="S1",
    plain="These powers are additional to every other power to refuse or cancel.",
    note="Section 118 says the same of cancellation powers; since 2017-02-23 it names "
    "s 501BA. Section 499(1A) allows a direction to use s 501 instead of ss 200, 201.",
)
def additional_to_other_powers(person: Person) -> Truth:
    """The powers of the s 501 family are additional to every other such power."""
    return YES
