"""Direction 41: arrival as a minor and years before offending become primary.

In force from 2009-06-15. The expectations of the community are gone. Paragraph 10 lists
the primary, 11 the other considerations; the latter are from memory.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Child, Person
from tasman.law.au.directions import belonging, conduct
from tasman.law.au.directions.instrument import Direction, Statement
from tasman.law.au.directions.register import TWO_POWERS
from tasman.rules.handles import YES, Duration, Truth, years

D41 = Direction(
    41,
    parts={"": TWO_POWERS},
    layout="One list for refusal and cancellation.",
    weighing=(
        Statement(
            "9 to 11",
            "Other considerations generally weigh less. Only directly relevant matters "
            "are taken into account.",
            "M",
        ),
    ),
)
"""Direction 41."""

primary, other, factor = D41.primary, D41.other, D41.factor


@primary("10(a)", "protection")
def protection_of_the_community(person: Person) -> Truth:
    """Protecting the community from serious criminal or other harmful conduct, violence
    in particular.
    """
    return YES


@factor("10.1", "seriousness", "protection")
def nature_and_seriousness(person: Person) -> Truth:
    """The seriousness and nature of the conduct."""
    return conduct.misconduct(person)


@factor("10.1(2)", "risk", "protection")
def risk_to_the_community(person: Person) -> Truth:
    """The risk of more: both the nature of the harm and its chance."""
    return YES


@primary("10(b)", "minor_on_arrival")
def minor_when_residence_began(
    person: Person, *, majority: Duration = years(18)
) -> Truth:
    """Whether the person was a minor when they began living in Australia."""
    return belonging.began_living_here_by(person, majority)


@primary(
    "10(c)",
    "residence_before_offending",
    note="Whether it used a yardstick of ten years is in doubt.",
)
def residence_before_offending(person: Person) -> Truth:
    """The length of ordinary residence before the offending or relevant conduct."""
    return YES


@primary("10(d)", "international_obligations")
def international_obligations(person: Person) -> Truth:
    """International obligations: the best interests of a child, and non-refoulement."""
    return belonging.affected_children(person) | belonging.fears_harm(person)


@factor("10(d):children", "children", "international_obligations")
def best_interests_of_children(person: Person) -> Truth:
    """The best interests of a child under the Convention on the Rights of the Child."""
    return belonging.affected_children(person)


@factor("10(d):child", "child", "children", mark="M")
def each_child(child: Child) -> Truth:
    """Each affected child apart."""
    return belonging.affected(child)


@factor("10(d):non_refoulement", "non_refoulement", "international_obligations")
def non_refoulement_obligations(person: Person) -> Truth:
    """Obligations not to return the person to harm."""
    return belonging.fears_harm(person)


@other("11:family", "family", mark="M")
def family_ties(person: Person) -> Truth:
    """Family ties and relationships, and hardship to immediate family lawfully here."""
    return belonging.immediate_family(person)


@other("11:person", "personal_circumstances", mark="M")
def personal_circumstances(person: Person) -> Truth:
    """Age, health, education, and hardship to the person."""
    return YES


@other("11:links_abroad", "links_abroad", mark="M")
def links_to_country_of_return(person: Person) -> Truth:
    """Links to the country of return."""
    return belonging.would_be_removed(person)


@other("11:warning", "warning", mark="M")
def earlier_warning(person: Person) -> Truth:
    """An earlier formal warning."""
    return conduct.warned(person)


act = D41.act
"""Direction 41 as an instrument."""
