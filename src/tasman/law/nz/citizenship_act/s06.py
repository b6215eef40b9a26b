"""Sections 6, 7, 10 and 13: citizens of New Zealand by birth and by descent."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.nz.citizenship_act.act import REALM, citizenship, samoa
from tasman.rules.handles import Date, Truth, as_at


def _born_on(person: Person) -> Date:
    return person.born_on


def _born_in_realm(person: Person) -> Truth:
    return person.born_in.is_(*REALM)


def _child_of_immunity(person: Person) -> Truth:
    immune = person.parents.any(lambda parent: parent.new_zealand_immunity)
    return immune & ~person.parents.any(lambda parent: parent.new_zealand_citizen)


@citizenship.provision(
    "6(1)",
    since="1949-01-01",
    until="2006-01-01",
    applies_by=_born_on,
    kind="status",
    sources="NZ1",
    plain="Anyone born in New Zealand before 2006 is a citizen.",
    note="But for children of parents with immunity (s 6(2)). Enemy occupation is not "
    "covered.",
)
def citizen_by_birth(person: Person) -> Truth:
    """Born in New Zealand or its realm, and not to someone with immunity."""
    return _born_in_realm(person) & ~_child_of_immunity(person)


@citizenship.provision(
    "6(1)",
    since="2006-01-01",
    applies_by=_born_on,
    kind="status",
    sources="NZ1",
    plain="Since 2006 a parent must be a citizen or settled there.",
    note="Or otherwise stateless (s 6(3)).",
)
def citizen_by_birth_to_settled(person: Person) -> Truth:
    """Born in the realm, to a citizen or someone settled there, or else stateless."""
    settled = person.parents.any(
        lambda parent: parent.new_zealand_citizen | parent.new_zealand_indefinite
    )
    allowed = settled & ~_child_of_immunity(person)
    return _born_in_realm(person) & (allowed | person.stateless)


@citizenship.provision(
    "7(1)",
    since="1978-01-01",
    applies_by=_born_on,
    kind="status",
    sources="NZ1",
    plain="A child born abroad to a citizen is one too, for one generation.",
    note="Automatic: registration is proof only. Crown service abroad (s 6(4)) is not "
    "covered.",
)
def citizen_by_descent(person: Person) -> Truth:
    """Born abroad to a citizen not by descent, or to any citizen if else stateless."""
    return ~_born_in_realm(person) & person.parents.any(
        lambda parent: (
            parent.new_zealand_citizen
            & (~parent.new_zealand_by_descent | person.stateless)
        )
    )


@citizenship.provision(
    "13(3)",
    since="1949-01-01",
    until="1970-01-01",
    applies_by=_born_on,
    kind="status",
    sources="NZ1",
    plain="Before 1970 only a father passed it on.",
    note="Not from a citizen by descent only, unless s 13(4) says so: not covered.",
)
def citizen_through_father(person: Person) -> Truth:
    """Born abroad to a father who was a citizen otherwise than by descent."""
    return ~_born_in_realm(person) & person.parents.any(
        lambda parent: (
            parent.role.is_("father")
            & parent.new_zealand_citizen
            & ~parent.new_zealand_by_descent
        )
    )


@citizenship.provision(
    "13(3)",
    since="1970-01-01",
    until="1978-01-01",
    applies_by=_born_on,
    kind="status",
    sources="NZ1",
    plain="From 1970 to 1977 either parent passed it on.",
    note="Not from a citizen by descent only, unless s 13(4) says so: not covered.",
)
def citizen_through_either(person: Person) -> Truth:
    """Born abroad to a parent who was a citizen otherwise than by descent."""
    return ~_born_in_realm(person) & person.parents.any(
        lambda parent: (
            parent.role.is_("father", "mother")
            & parent.new_zealand_citizen
            & ~parent.new_zealand_by_descent
        )
    )


@citizenship.provision(
    "10",
    until="1978-01-01",
    applies_by=_born_on,
    kind="duty",
    holder="minister",
    sources="NZ1",
    plain="May have citizenship for the asking, through the mother.",
)
def must_grant_through_mother(person: Person) -> Truth:
    """Born before 1978 to a mother who was a citizen otherwise than by descent."""
    return person.parents.any(
        lambda parent: (
            parent.role.is_("mother")
            & parent.new_zealand_citizen
            & ~parent.new_zealand_by_descent
        )
    )


@citizenship.provision(
    "citizen",
    kind="status",
    sources="NZ1",
    citation="Citizenship Act 1977 (NZ) ss 2(1), 6, 7, 13, 15 to 19",
    plain="A New Zealand citizen, whether or not ever there.",
    note="A citizen by descent may never have seen New Zealand and can be sent there.",
)
def citizen(person: Person) -> Truth:
    """A citizen of New Zealand as listed, or by birth or descent; not since lost."""
    listed = person.citizenships.where(lambda held: held.country.is_(*REALM))
    by_law = (
        citizen_by_birth(person)
        | citizen_by_descent(person)
        | citizen_through_father(person)
    )
    lost = listed.any(lambda held: held.ended_on <= as_at)
    return listed.any(lambda held: held.ended_on > as_at) | (by_law & ~lost)


@samoa.provision(
    "4(1)",
    since="1924-05-13",
    until="1949-01-01",
    applies_by=_born_on,
    sources="S24",
    plain="Born in Samoa between 1924 and 1948.",
    note="Deemed never to have been citizens (s 6). Groups linked by marriage or "
    "descent "
    "are not covered.",
)
def born_in_samoa_before_1949(person: Person) -> Truth:
    """Born in Western Samoa in the years for which citizenship was taken away."""
    return person.born_in.is_("samoa")


@samoa.provision(
    "7A",
    since="2024-11-26",
    kind="entitlement",
    sources="S24",
    plain="May claim citizenship as of right.",
    note="Of a special nature: it does not pass by descent to children born abroad.",
)
def may_claim_restored(person: Person) -> Truth:
    """One of the original groups, who may claim a grant; not a citizen until then."""
    return born_in_samoa_before_1949(person)
