"""Sections 12 and 16: citizenship by birth in Australia, and by descent.

Each rule is chosen by the day of birth. What an instrument of 2022 or 2023 did to
births before it is written as what was known when.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Parent, Person
from tasman.law.au.citizenship_act.act import citizenship
from tasman.rules.handles import Date, Duration, Truth, as_at, clock, months, years


def _born_on(person: Person) -> Date:
    return person.born_on


def _any_parent(person: Person, *statuses: str) -> Truth:
    return person.born_in.is_("australia") & person.parents.any(
        lambda parent: parent.australian_status.is_(*statuses)
    )


def _protected_parent(parent: Parent) -> Truth:
    return (
        parent.australian_status.is_("special_category_visa")
        & parent.protected_at_birth
    )


def _later_189(parent: Parent) -> Truth:
    # The grant came after the birth, so it is seen through what is known, not as-at.
    return parent.australian_status.is_("special_category_visa") & (
        parent.granted_189_on <= clock("known_at")
    )


SETTLED = ("citizen", "permanent_visa")
PIN = "12(1)(a)"
OLD = "Australian Citizenship Act 1948 (Cth) s 10"


@citizenship.provision(
    PIN,
    since="1949-01-26",
    until="1986-08-20",
    applies_by=_born_on,
    kind="status",
    sources="S7 S8",
    citation=OLD,
    plain="Anyone born in Australia, but for diplomats' children.",
)
def citizen_by_birth(person: Person) -> Truth:
    """Born in Australia, to anyone but a diplomat."""
    return person.born_in.is_("australia") & ~_any_parent(person, "diplomat")


@citizenship.provision(
    PIN,
    since="1986-08-20",
    until="1994-09-01",
    applies_by=_born_on,
    kind="status",
    mark="?",
    sources="S7 S9",
    citation=OLD,
    note="Two secondary sources agree that a New Zealand parent's exempt status did "
    "not count; the text of s 5A as it then stood is unverified.",
)
def citizen_by_settled_parent(person: Person) -> Truth:
    """Born in Australia to a citizen or permanent resident, not to an exempt one."""
    return _any_parent(person, *SETTLED)


@citizenship.provision(
    PIN,
    since="1994-09-01",
    until="2001-02-27",
    applies_by=_born_on,
    kind="status",
    sources="S7",
    citation=OLD,
    note="The Declaration of 1994-08-22 is known to exist; its content is secondary.",
)
def citizen_by_holder_parent(person: Person) -> Truth:
    """Born in Australia to a citizen, permanent resident or special category holder."""
    return _any_parent(person, *SETTLED, "special_category_visa")


@citizenship.provision(
    PIN,
    since="2001-02-27",
    until="2022-01-01",
    applies_by=_born_on,
    kind="status",
    sources="S5 S7",
)
@citizenship.provision(
    PIN,
    since="2022-01-01",
    until="2023-07-01",
    known_until="2023-01-01",
    applies_by=_born_on,
    kind="status",
    sources="S4",
)
def citizen_by_protected_parent(person: Person) -> Truth:
    """Born in Australia to a citizen, permanent resident or protected visa holder."""
    return _any_parent(person, *SETTLED) | (
        person.born_in.is_("australia") & person.parents.any(_protected_parent)
    )


@citizenship.provision(
    PIN,
    since="2022-01-01",
    until="2022-07-01",
    known_since="2023-01-01",
    applies_by=_born_on,
    kind="status",
    sources="S4",
    note="That the permanent residence of a subclass 189 parent runs back to "
    "2022-01-01 rests on secondary sources.",
)
@citizenship.provision(
    PIN,
    since="2022-07-01",
    until="2023-07-01",
    known_since="2023-01-01",
    known_until="2023-07-01",
    applies_by=_born_on,
    kind="status",
    sources="S4",
)
def citizen_by_189_parent(person: Person) -> Truth:
    """As before, or to a New Zealander on that visa later granted a 189 visa."""
    return _any_parent(person, *SETTLED) | (
        person.born_in.is_("australia")
        & person.parents.any(
            lambda parent: _protected_parent(parent) | _later_189(parent)
        )
    )


@citizenship.provision(
    PIN,
    since="2022-07-01",
    until="2023-07-01",
    known_since="2023-07-01",
    applies_by=_born_on,
    kind="status",
    sources="S4",
    plain="Since July 2023 the law treats such a child as a citizen from birth.",
)
@citizenship.provision(
    PIN, since="2023-07-01", applies_by=_born_on, kind="status", sources="S4"
)
def citizen_by_any_holder(person: Person) -> Truth:
    """Born in Australia to a citizen, permanent resident or special category holder."""
    return _any_parent(person, *SETTLED, "special_category_visa")


@citizenship.provision(
    "12(1)(b)",
    since="1986-08-20",
    applies_by=_born_on,
    kind="status",
    sources="S1 S1t S34",
    plain="Born in Australia, and at home here for ten years: citizen on that "
    "birthday.",
)
def citizen_after_ten_years(
    person: Person, *, throughout: Duration = years(10)
) -> Truth:
    """Born in Australia, ordinarily resident throughout ten years, and now aged ten."""
    return (
        person.born_in.is_("australia")
        & person.ordinarily_resident_to_ten
        & (person.born_on + throughout <= as_at)
    )


@citizenship.provision(
    "16(2)",
    plain="Born abroad to a citizen: may register, usually for the asking.",
    since="1949-01-26",
    applies_by=_born_on,
    kind="entitlement",
    sources="S1",
    note="An applicant aged 18 or over must also be of good character at the decision; "
    "citizen on the day of approval, without a pledge (s 19).",
)
def eligible_by_descent(person: Person) -> Truth:
    """Born abroad to a citizen; if that one was by descent, two years here in all."""
    born_abroad = ~person.born_in.is_("australia")
    return born_abroad & person.parents.any(
        lambda parent: (
            parent.australian_status.is_("citizen")
            & (
                ~parent.citizen_by_descent
                | parent.lawful_time_in_australia.at_least(months(24))
                | person.stateless
            )
        )
    )
