"""Sections 133A, 133C, 133F: the Minister's personal powers on ss 109, 116 grounds."""

from __future__ import annotations

from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s109 import may_cancel_for_wrong_answers
from tasman.law.au.migration_act.s116 import (
    may_cancel,
    other_ground,
    presence_may_be_a_risk,
)
from tasman.law.au.migration_act.stated import stated
from tasman.law.au.migration_regulations.reg_2_43 import (
    assessed_as_security_risk,
    foreign_minister_determined,
)
from tasman.rules.handles import Truth

NO_REVIEW = {"review": "no merits review"}


def _public_interest(person: Person) -> Truth:
    return stated(person, "public_interest")


@act.provision(
    "133A(1)",
    since="2014-12-11",
    kind="power",
    holder="Minister personally",
    natural_justice="applies",
    sources="S1 S3",
    plain="The Minister may cancel for wrong answers, after hearing the person.",
    data=NO_REVIEW,
)
def may_cancel_for_wrong_answers_after_hearing(person: Person) -> Truth:
    """The Minister may cancel on the ground of s 109, in the public interest, heard."""
    return may_cancel_for_wrong_answers(person) & _public_interest(person)


@act.provision(
    "133A(3)",
    since="2014-12-11",
    kind="power",
    holder="Minister personally",
    natural_justice="does not apply",
    sources="S1 S3",
    plain="The Minister may cancel for wrong answers without hearing the person.",
    data={"review": "no merits review", "revocation": "s 133F"},
)
def may_cancel_for_wrong_answers_unheard(person: Person) -> Truth:
    """The Minister may cancel on the ground of s 109, unheard."""
    return may_cancel_for_wrong_answers(person) & _public_interest(person)


@act.provision(
    "133C(1)",
    since="2014-12-11",
    kind="power",
    holder="Minister personally",
    natural_justice="applies",
    sources="S1 S3",
    plain="The Minister may cancel on a general ground, after hearing the person.",
    note="Subject to s 117, as s 116 is.",
    data=NO_REVIEW,
)
def may_cancel_on_general_ground_after_hearing(person: Person) -> Truth:
    """The Minister may cancel on a ground of s 116, in the public interest, heard."""
    return may_cancel(person) & _public_interest(person)


@act.provision(
    "133C(3)",
    since="2014-12-11",
    kind="power",
    holder="Minister personally",
    natural_justice="does not apply",
    sources="S1 S3",
    plain="The Minister may cancel on a general ground without hearing the person.",
    note="Subject to s 117, as s 116 is.",
    data={"review": "no merits review", "revocation": "s 133F"},
)
def may_cancel_on_general_ground_unheard(person: Person) -> Truth:
    """The Minister may cancel on a ground of s 116, unheard."""
    return may_cancel(person) & _public_interest(person)


@act.provision(
    "133F",
    since="2014-12-11",
    kind="power",
    holder="Minister personally",
    natural_justice="by representations after the event",
    sources="S1 S3",
    plain="The Minister may undo it, but only if the ground did not exist.",
    data=NO_REVIEW,
)
def may_revoke_if_no_ground(person: Person) -> Truth:
    """A cancellation unheard may be revoked only if its ground does not exist."""

    def cancelled(decision: Decision, power: str) -> Truth:
        return (
            decision.power.is_(power)
            & decision.result.is_("cancelled")
            & stands(decision)
        )

    wrong_answers = stated(person, "incorrect_information")
    ground = (
        presence_may_be_a_risk(person)
        | other_ground(person)
        | foreign_minister_determined(person)
        | assessed_as_security_risk(person)
    )
    return non_citizen(person) & person.decisions.any(
        lambda decision: (
            (cancelled(decision, "133A") & ~wrong_answers)
            | (cancelled(decision, "133C") & ~ground)
        )
    )
