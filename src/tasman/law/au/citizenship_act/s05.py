"""Section 5: who is a permanent resident for citizenship, and from when.

For New Zealanders instruments decide, and that of 2023 reached back to 2022-07-01: the
same day of 2022 has one answer as known before 2023-07-01 and another since.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.facts.vocabulary.movement import PERMANENT_VISAS
from tasman.law.au.citizenship_act.act import citizenship
from tasman.law.au.status import (
    SCV,
    absorbed,
    exempt,
    left_on_footing,
    permanent,
    protected_holder,
    special_category,
)
from tasman.law.au.status_protected import protected
from tasman.rules.handles import Truth, as_at

PIN = "5(1)(c)"
OLD = "Australian Citizenship Act 1948 (Cth) s 5A"


@citizenship.provision("5(1)(a)", sources="S1")
def here_on_permanent_visa(person: Person) -> Truth:
    """In Australia and holding a permanent visa, an absorbed person visa included."""
    return permanent(person) | absorbed(person)


@citizenship.provision("5(1)(b)", sources="S1")
def away_on_permanent_visa(person: Person) -> Truth:
    """Away, holding a permanent visa now and immediately before last leaving."""
    return left_on_footing(person, "permanent") & person.visas.any(
        lambda visa: visa.kind.is_(*PERMANENT_VISAS) & (visa.ceased_on > as_at)
    )


@citizenship.provision(
    PIN,
    since="1984-11-22",
    until="1994-09-01",
    mark="?",
    sources="S7 S9",
    citation=OLD,
    note="The outcome is secondary and the text unverified. It served for grants, not "
    "for the citizenship of children born here.",
)
def exempt_as_resident(person: Person) -> Truth:
    """An exempt New Zealander in Australia was accepted as a permanent resident."""
    return exempt(person)


@citizenship.provision(
    PIN,
    since="1994-09-01",
    until="2001-02-27",
    mark="M",
    sources="S5",
    citation=OLD + "(2); Declaration of 1994-08-22",
)
def holder_as_resident(person: Person) -> Truth:
    """Any special category visa holder in Australia."""
    return special_category(person)


@citizenship.provision(
    PIN,
    since="2001-02-27",
    until="2007-07-01",
    sources="S5",
    citation=OLD + "(2); Declaration of 2001",
    note="Class text read in part. Grant applications lodged before 2001-02-27 keep "
    "the "
    "old rule; the Declaration of 2004 added classes and took none away.",
)
def protected_as_resident(person: Person) -> Truth:
    """A protected special category visa holder in Australia."""
    return protected_holder(person)


@citizenship.provision(
    PIN,
    since="2007-07-01",
    until="2017-10-01",
    mark="M",
    sources="S4",
    note="The numbers of the determinations are not verified.",
)
@citizenship.provision(PIN, since="2017-10-01", until="2022-07-01", sources="S4")
@citizenship.provision(PIN, since="2022-07-01", known_until="2023-07-01", sources="S4")
def protected_here_or_away(person: Person) -> Truth:
    """A protected holder in Australia, or away having last left as one."""
    return protected_holder(person) | (
        left_on_footing(person, *SCV) & protected(person)
    )


@citizenship.provision(
    PIN,
    since="2022-07-01",
    known_since="2023-07-01",
    sources="S4 S33",
    citation="Australian Citizenship Act 2007 (Cth) s 5(2); LIN 22/103 ss 4, 5",
    plain="Since July 2023 a New Zealander on the ordinary visa counts as a permanent "
    "resident for citizenship, from July 2022.",
    note="Not usable for an application made before 2023-07-01. That it goes on while "
    "away is as Home Affairs has it; the clause was not read.",
)
def any_holder_here_or_away(person: Person) -> Truth:
    """Any special category visa holder, or one away who last left as a holder."""
    return special_category(person) | left_on_footing(person, *SCV)


@citizenship.provision(
    "5(1)(c) subclass 189",
    since="2022-01-01",
    known_since="2023-01-01",
    mark="V",
    sources="S4",
    note="The day 2022-01-01 is secondary; Home Affairs still refers to it since "
    "2023-07-01, so it is taken to live on.",
)
def former_holder_on_189(person: Person) -> Truth:
    """A former special category holder with a subclass 189 visa, from 2022-01-01."""
    return person.permanent_visa_followed_scv & person.visas.any(
        lambda visa: visa.kind.is_("skilled_independent_189")
    )


@citizenship.provision(
    "5(1)",
    sources="S1",
    plain="A permanent resident, as the Citizenship Act uses the words.",
)
def permanent_resident(person: Person) -> Truth:
    """A permanent resident under any paragraph, on the as-at day."""
    return (
        here_on_permanent_visa(person)
        | exempt_as_resident(person)
        | away_on_permanent_visa(person)
    )
