"""Section 21: the routes to conferral beside that of s 21(2) by general residence.

The as-at day is the day of application. What the Minister must be satisfied of is in
provisions of its own, which no route takes for granted.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.citizenship_act.act import citizenship
from tasman.law.au.citizenship_act.s22 import general_residence, grown_up_on
from tasman.law.au.citizenship_act.s22a import (
    beneficial_activity_residence,
    defence_service,
    regular_travel_residence,
)
from tasman.rules.handles import Date, Duration, Truth, as_at, years

JUDGED = "What the Minister must be satisfied of at the decision is listed apart."


@citizenship.provision(
    "21 permanent resident",
    since="2007-07-01",
    sources="S1",
    plain="A permanent resident under s 5.",
    note="At the application and at the decision.",
)
def resident(person: Person) -> Truth:
    """A permanent resident on the as-at day."""
    return person.permanent_resident_since_on <= as_at


@citizenship.provision(
    "21 adult", since="2007-07-01", sources="S1", plain="Aged 18 or more."
)
def adult(person: Person) -> Truth:
    """Aged 18 or more on the day of application."""
    return grown_up_on(person) <= as_at


@citizenship.provision(
    "21 residence",
    since="2007-07-01",
    sources="S1",
    plain="One of the residence requirements: s 22, 22A, 22B or 23.",
)
def residence(person: Person) -> Truth:
    """Meets the general or a special residence requirement, or that of service."""
    return (
        general_residence(person)
        | beneficial_activity_residence(person)
        | regular_travel_residence(person)
        | defence_service(person)
    )


@citizenship.provision(
    "21(2) by special residence",
    since="2007-07-01",
    kind="entitlement",
    sources="S1",
    plain="May apply as an adult on listed work or on service in the forces.",
    note=JUDGED,
)
def eligible_by_special_residence(person: Person) -> Truth:
    """An adult and permanent resident who meets s 22A, 22B or 23."""
    special = (
        beneficial_activity_residence(person)
        | regular_travel_residence(person)
        | defence_service(person)
    )
    return adult(person) & resident(person) & special


@citizenship.provision(
    "21(3) incapacity",
    since="2007-07-01",
    sources="S1",
    plain="A permanent or enduring incapacity to understand the application.",
)
def incapable(person: Person) -> Truth:
    """Has a permanent or enduring incapacity, physical or mental."""
    return person.enduring_incapacity


@citizenship.provision(
    "21(3)",
    since="2007-07-01",
    kind="entitlement",
    sources="S1",
    plain="May apply without the test, having an enduring incapacity.",
    note=JUDGED + " No test and no pledge is asked.",
)
def eligible_with_incapacity(person: Person) -> Truth:
    """An adult and permanent resident with an incapacity, and residence enough."""
    return adult(person) & resident(person) & residence(person) & incapable(person)


@citizenship.provision(
    "21(4) sixty",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
    plain="The sixtieth birthday.",
)
def sixty_on(person: Person, *, age: Duration = years(60)) -> Date:
    """The sixtieth birthday."""
    return person.born_on + age


@citizenship.provision(
    "21(4) sixty or impairment",
    since="2007-07-01",
    sources="S1",
    plain="Aged 60, or an adult whose hearing, speech or sight is lost or impaired.",
)
def sixty_or_impaired(person: Person) -> Truth:
    """Aged 60 or more, or 18 or more with a loss of hearing, speech or sight."""
    impaired = adult(person) & person.hearing_speech_or_sight_impaired
    return (sixty_on(person) <= as_at) | impaired


@citizenship.provision(
    "21(4)",
    since="2007-07-01",
    kind="entitlement",
    sources="S1",
    plain="May apply without the test, being 60 or impaired in hearing or sight.",
    note=JUDGED,
)
def eligible_at_sixty(person: Person) -> Truth:
    """Sixty or impaired, a permanent resident, and with residence enough."""
    return sixty_or_impaired(person) & resident(person) & residence(person)


@citizenship.provision(
    "21(8)",
    since="2007-07-01",
    kind="entitlement",
    sources="S1",
    plain="May apply at any age: born here and without any nationality.",
    note="No residence is asked, and the bars of s 24(6) and (7) do not apply. That "
    "the person must never have had, nor be entitled to, another nationality is from "
    "memory, and is left to the fact that the case states.",
)
def eligible_stateless(person: Person) -> Truth:
    """Born in Australia and stateless."""
    return person.born_in.is_("australia") & person.stateless


# ---- what the Minister must be satisfied of ----
@citizenship.provision(
    "21 test",
    since="2007-07-01",
    sources="S1",
    plain="Passed the citizenship test.",
    citation="Australian Citizenship Act 2007 (Cth) ss 21(2A), 23A",
)
def passed_the_test(person: Person) -> Truth:
    """Passed the test that s 21(2) asks of adults under 60."""
    return person.passed_citizenship_test


@citizenship.provision(
    "21 understands",
    since="2007-07-01",
    sources="S1",
    plain="Understood what the application is.",
    citation="Australian Citizenship Act 2007 (Cth) s 21(4)",
)
def understands(person: Person) -> Truth:
    """Understood the nature of the application when making it."""
    return person.understands_citizenship_application


@citizenship.provision(
    "21 close association",
    since="2007-07-01",
    sources="S1",
    plain="Likely to live here, or to keep a close and continuing association.",
    citation="Australian Citizenship Act 2007 (Cth) s 21(2)(g), (3)(e), (4)(e)",
    note="The paragraph letters are from memory.",
)
def close_association(person: Person) -> Truth:
    """Likely to reside in Australia or keep a close and continuing association."""
    return person.close_association


@citizenship.provision(
    "21 good character",
    since="2007-07-01",
    sources="S1 S36",
    plain="Of good character when the decision is made.",
    citation="Australian Citizenship Act 2007 (Cth) s 21(2)(h), (3)(f), (4)(f)",
    note="Enduring moral qualities are meant, and nobody without them can be "
    "approved. Convictions in New Zealand count; false answers about them on passenger "
    "cards have told against applicants: [2015] AATA 116; [2007] AATA 2115.",
)
def good_character(person: Person) -> Truth:
    """The Minister is satisfied of good character at the decision."""
    return person.good_character_for_citizenship
