"""Sections 197C, 197D: no removal to a country where protection is owed against it."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.immunities import out_of_reach_of_detention
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s15 import unlawful_non_citizen
from tasman.law.au.migration_act.stated import stated
from tasman.law.au.migration_regulations.bridging_r_conditions import holds_bridging_r
from tasman.rules.handles import Truth, as_at


@act.provision(
    "197C(3)",
    since="2021-05-25",
    kind="immunity",
    sources="S47",
    plain="Nobody may be removed to a country that a protection finding covers.",
    note="Unless the finding was set aside, reversed under s 197D, or the person asked "
    "in writing to be removed.",
)
def not_to_be_returned(person: Person) -> Truth:
    """No removal to the country that a protection finding which stands is about."""
    finding = stated(person, "protection_obligations")
    return (
        unlawful_non_citizen(person) & finding & ~(person.asked_for_removal_on <= as_at)
    )


@act.provision(
    "197D",
    since="2021-05-25",
    until="2024-12-05",
    kind="power",
    holder="Minister or delegate",
    sources="S47",
    plain="The Minister may reverse the protection finding of someone without a visa.",
)
def may_reverse_protection_finding(person: Person) -> Truth:
    """The protection finding of an unlawful non-citizen may be reversed."""
    return unlawful_non_citizen(person) & stated(person, "protection_obligations")


@act.provision(
    "197D",
    since="2024-12-05",
    kind="power",
    holder="Minister or delegate",
    sources="S55a",
    plain="The Minister may reverse the protection finding of anyone to be removed.",
    note="Widened beyond people without a visa by the Migration Amendment Act 2024; "
    "its start is inferred.",
)
def may_reverse_protection_finding_of_others(person: Person) -> Truth:
    """The protection finding of a person on a removal pathway may be reversed."""
    within = unlawful_non_citizen(person) | holds_bridging_r(person)
    return within & stated(person, "protection_obligations")


@act.provision(
    "198 barred",
    kind="immunity",
    sources="S1 S47 S60",
    citation="Migration Act 1958 (Cth) ss 197C, 198; Constitution s 51(xix)",
    plain="Cannot be removed at all (a citizen, an Aboriginal Australian), or not to "
    "the country that a protection finding covers.",
    note="A protection finding bars removal to its country only, not to another.",
)
def removal_barred(person: Person) -> Truth:
    """Removal cannot apply to a citizen, a non-alien or one owed protection."""
    return out_of_reach_of_detention(person) | not_to_be_returned(person)
