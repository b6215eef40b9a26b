"""Sections 109 to 134B: the other powers to cancel a visa.

They do not ask about the character test. A special category visa is temporary, however
long the holder has lived here, so s 117(2) gives it no protection from s 116.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person, Visa
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import held_that_day
from tasman.law.au.migration_act.stated import in_australia, stated
from tasman.law.au.migration_regulations.reg_2_43 import (
    assessed_as_security_risk,
    charged_on_a_bridging_visa,
    convicted_on_a_temporary_visa,
    foreign_minister_determined,
    subject_of_interpol_notice,
    temporary,
)
from tasman.rules.handles import Truth, as_at

ORDINARY = {"review": "Tribunal, as in ordinary migration matters"}
CODE = "by a code: notice and a chance to answer (ss 119 to 124)"


@act.provision(
    "117(2)",
    kind="immunity",
    sources="S1",
    plain="A permanent visa cannot be cancelled under s 116 once its holder has been "
    "cleared through immigration.",
    note="While the holder is in Australia. It protects no temporary visa, and a "
    "special category visa is temporary: s 32(1).",
)
def permanent_visa_protected(person: Person, visa: Visa) -> Truth:
    """A permanent visa whose holder is in Australia and cleared is out of s 116."""
    cleared = person.stays.any(
        lambda stay: (stay.departed_on > as_at) & stay.immigration_cleared
    )
    return ~temporary(visa) & in_australia(person) & cleared


def within_reach(person: Person, visa: Visa) -> Truth:
    """Return whether s 116(1) can reach a visa that the person holds."""
    return held_that_day(person, visa) & ~permanent_visa_protected(person, visa)


def _a_visa_within_reach(person: Person) -> Truth:
    return non_citizen(person) & person.visas.any(
        lambda visa: within_reach(person, visa)
    )


# ---- section 116: the grounds ----
@act.provision(
    "116(1)(a)",
    kind="ground",
    sources="S1",
    plain="The visa was granted on a fact that has ended or never was.",
    note="Paragraph (aa) is the fact that never existed.",
)
def granted_on_a_false_or_ended_fact(person: Person) -> Truth:
    """A circumstance on which the grant was based no longer exists, or never did."""
    return stated(person, "grant_fact_false_or_ended")


@act.provision(
    "116(1)(d)",
    kind="ground",
    sources="S1",
    plain="A holder not yet cleared through immigration gave incorrect information.",
    note="That it reaches those whose visa s 109 would reach, were they cleared, is "
    "from memory.",
)
def not_yet_cleared(person: Person) -> Truth:
    """The holder is not immigration cleared, and s 109 would reach the visa if so."""
    uncleared = person.stays.any(
        lambda stay: (stay.departed_on > as_at) & ~stay.immigration_cleared
    )
    return uncleared & stated(person, "incorrect_information")


@act.provision(
    "116(1)(e)",
    until="2014-12-11",
    kind="ground",
    mark="M",
    sources="S1",
    plain="Being here is, or would be, a risk to the community.",
    note="No 'may' and no 'might', and no mention of harm to an individual.",
)
def presence_is_a_risk(person: Person) -> Truth:
    """Presence is, or would be, a risk to the community's health, safety or order."""
    return stated(person, "presence_is_a_risk")


@act.provision(
    "116(1)(e)",
    since="2014-12-11",
    kind="ground",
    sources="S1 S31",
    plain="Being here is or might be a risk to the community or to anyone in it.",
    note="Used on charges alone ([2018] AATA 4220) and on convictions, even after a "
    "revocation under s 501CA ([2018] AATA 731; [2018] AATA 5542); with s 501, see "
    "[2018] AATA 2214.",
)
def presence_may_be_a_risk(person: Person) -> Truth:
    """Presence is, may be, would be or might be a risk, to the community or to one."""
    return stated(person, "presence_is_a_risk", "presence_might_be_a_risk")


@act.provision(
    "116(1)(g)",
    kind="ground",
    sources="S1 S30",
    plain="A ground that the regulations name: reg 2.43.",
    note="Reg 2.43(1)(oa), any conviction, leaves out Subclass 444.",
)
def prescribed_ground(person: Person, visa: Visa) -> Truth:
    """A ground in reg 2.43 applies to the holder of this visa."""
    return (
        foreign_minister_determined(person)
        | assessed_as_security_risk(person)
        | convicted_on_a_temporary_visa(person, visa)
        | subject_of_interpol_notice(person, visa)
        | charged_on_a_bridging_visa(person, visa)
    )


@act.provision(
    "116(1AA)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="The Minister is not satisfied who the holder is.",
)
def identity_not_established(person: Person) -> Truth:
    """The Minister is not satisfied as to the holder's identity."""
    return stated(person, "identity_not_established")


@act.provision(
    "116(1AB)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="Incorrect information was given, outside the rules of ss 101 to 105.",
)
def incorrect_information(person: Person) -> Truth:
    """Incorrect information was given, to which Subdivision C does not apply."""
    return stated(person, "incorrect_information")


def other_ground(person: Person) -> Truth:
    """Return whether a ground other than (e) and (g) is made out."""
    return (
        granted_on_a_false_or_ended_fact(person)
        | not_yet_cleared(person)
        | identity_not_established(person)
        | incorrect_information(person)
    )


def any_ground(person: Person, visa: Visa) -> Truth:
    """Return whether a ground of s 116(1) is made out of the holder of this visa."""
    return (
        presence_may_be_a_risk(person)
        | prescribed_ground(person, visa)
        | other_ground(person)
    )


# ---- section 116: the power ----
@act.provision(
    "116(1) by (e)",
    kind="power",
    holder="Minister or delegate",
    natural_justice=CODE,
    citation="Migration Act 1958 (Cth) s 116(1)(e)",
    sources="S1 S31",
    plain="A visa may be cancelled because being here is a risk to the community.",
    data=ORDINARY,
)
def may_cancel_for_risk(person: Person) -> Truth:
    """A visa within reach of s 116 may be cancelled on ground (e)."""
    return _a_visa_within_reach(person) & presence_may_be_a_risk(person)


@act.provision(
    "116(1) by (g)",
    kind="power",
    holder="Minister or delegate",
    natural_justice=CODE,
    citation="Migration Act 1958 (Cth) s 116(1)(g)",
    sources="S1 S30",
    plain="A visa may be cancelled on a ground that the regulations name.",
    data=ORDINARY,
)
def may_cancel_on_prescribed_ground(person: Person) -> Truth:
    """A visa within reach of s 116 may be cancelled on a ground in reg 2.43."""
    return non_citizen(person) & person.visas.any(
        lambda visa: within_reach(person, visa) & prescribed_ground(person, visa)
    )


@act.provision(
    "116(1)",
    kind="power",
    holder="Minister or delegate",
    natural_justice=CODE,
    sources="S1 S30 S31",
    plain="A visa may be cancelled on one of the general grounds.",
    data=ORDINARY,
)
def may_cancel(person: Person) -> Truth:
    """A visa within reach of s 116 may be cancelled on any ground it names."""
    return (
        may_cancel_for_risk(person)
        | may_cancel_on_prescribed_ground(person)
        | (_a_visa_within_reach(person) & other_ground(person))
    )
