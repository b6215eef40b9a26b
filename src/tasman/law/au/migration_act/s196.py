"""Sections 189 and 196: immigration detention, and its limit.

The limit comes from the Constitution: [2023] HCA 37 of 2023-11-08. It was always there;
as understood on an earlier day, [2004] HCA 37 allowed detention without end.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.immunities import out_of_reach_of_detention
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import stands_against
from tasman.law.au.migration_act.s15 import unlawful_non_citizen
from tasman.law.au.migration_act.stated import recorded, stated
from tasman.rules.handles import NO, Truth, readings

LIMIT = "196(1) limit"
NZYQ = "Migration Act 1958 (Cth) ss 189(1), 196(1); [2023] HCA 37"


def _no_real_prospect(person: Person) -> Truth:
    """Whether someone here without a visa has no real prospect of being removed."""
    return unlawful_non_citizen(person) & stated(person, "no_real_prospect_of_removal")


@act.provision(
    LIMIT,
    known_until="2023-11-08",
    kind="immunity",
    mark="M",
    sources="S1",
    citation="Migration Act 1958 (Cth) s 196(1), as understood until 2023-11-08",
    plain="Detention could last as long as removal took, even for ever.",
    note="[2004] HCA 37, from 2004-08-06; before it the point was disputed.",
)
def no_limit(person: Person) -> Truth:
    """Detention until removal had no limit, foreseeable or not."""
    return NO


@act.provision(
    LIMIT,
    known_since="2023-11-08",
    known_until="2024-05-10",
    kind="immunity",
    sources="S52",
    citation=NZYQ,
    plain="Nobody may be held who has no real prospect of being removed soon.",
    note="Orders of 2023-11-08, reasons of 2023-11-28. Whether it helps someone who "
    "prevents their own removal was still open.",
)
def unlawful_without_a_prospect(person: Person) -> Truth:
    """Detention is beyond power where removal has no real prospect, foreseeably."""
    return readings(
        "whether someone who prevents their own removal may be held",
        _no_real_prospect(person),
        _no_real_prospect(person) & ~recorded(person, "prevents_own_removal"),
    )


@act.provision(
    LIMIT,
    known_since="2024-05-10",
    kind="immunity",
    sources="S52",
    mark="M",
    citation=NZYQ + "; [2024] HCA 19",
    plain="Nobody may be held who has no real prospect of being removed soon, unless "
    "they themselves prevent it.",
    note="That refusing to co-operate defeats it ([2024] HCA 19) is from memory. For "
    "New Zealanders removal is nearly always practicable (inference).",
)
def unlawful_without_a_prospect_unless_prevented(person: Person) -> Truth:
    """Detention is beyond power: no real prospect of removal, not of their making."""
    prevents = recorded(person, "prevents_own_removal")
    return _no_real_prospect(person) & ~prevents


@act.provision(
    "189(1)",
    kind="duty",
    holder="officer",
    sources="S1 S52 S60",
    plain="An officer must detain someone who is here without a visa.",
    note="On knowing or reasonably suspecting it. In practice on release from prison.",
)
def must_be_detained(person: Person) -> Truth:
    """An officer must detain an unlawful non-citizen."""
    return (
        unlawful_non_citizen(person)
        & ~out_of_reach_of_detention(person)
        & ~unlawful_without_a_prospect_unless_prevented(person)
    )


@act.provision(
    "196(1)",
    kind="consequence",
    sources="S1 S52",
    plain="Detention lasts until removal, deportation or the grant of a visa.",
)
def kept_until_removed(person: Person) -> Truth:
    """A detainee is kept until removed, deported or granted a visa."""
    return must_be_detained(person)


@act.provision(
    "196(4)",
    since="2003-09-24",
    until="2017-02-23",
    kind="consequence",
    sources="S1 S32 S63",
    plain="After a s 501 cancellation only a court's final word ends the detention.",
    note="An Act of 2003 added it, for people of character concern alone; the day it "
    "began and the day it was widened are from memory. As at 2015 it named s 501 "
    "alone.",
)
def detention_until_a_final_order(person: Person) -> Truth:
    """Detention after a s 501 decision lasts until a court finally rules."""
    return kept_until_removed(person) & stands_against(
        person, "501(1)", "501(2)", "501(3)", "501(3A)"
    )


@act.provision(
    "196(4)",
    since="2017-02-23",
    kind="consequence",
    mark="M",
    sources="S15 S32",
    plain="After any character decision only a court's final word ends the detention.",
    note="Later text, as quoted in case law, names ss 501, 501A, 501B, 501BA and 501F.",
)
def detention_until_a_final_order_for_all(person: Person) -> Truth:
    """Detention after a character decision goes on until a court finally rules."""
    return kept_until_removed(person) & stands_against(
        person,
        "501(1)",
        "501(2)",
        "501(3)",
        "501(3A)",
        "501A(2)",
        "501A(3)",
        "501B(2)",
        "501BA(2)",
    )
