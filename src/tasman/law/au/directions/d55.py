"""Direction 55: ties primary for visa holders; expectations only a principle.

In force from 2012-09-01. Part A is for holders (s 501(2)), Part B for applicants
(s 501(1)). The text was not seen: all but its commencement is from memory.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Child, Person
from tasman.law.au.directions import belonging, conduct
from tasman.law.au.directions.instrument import (
    HOLDERS_APPLICANTS,
    Direction,
    Statement,
)
from tasman.rules.handles import YES, Truth

D55 = Direction(
    55,
    parts=HOLDERS_APPLICANTS,
    mark="M",
    layout="Part A for visa holders, Part B for applicants.",
    principles=(
        Statement(
            "6.3",
            "The expectations of the community stand here, and only here.",
            "M",
        ),
    ),
    weighing=(
        Statement("8(3)", "Every consideration may weigh for or against.", "M"),
        Statement("8(4)", "Primary considerations generally weigh more.", "M"),
        Statement(
            "8(5)",
            "One or more primary considerations may outweigh other primary ones.",
            "M",
        ),
    ),
)
"""Direction 55."""

primary, other, factor = D55.primary, D55.other, D55.factor


@primary("9.1 11.1", "protection")
def protection_of_the_community(person: Person) -> Truth:
    """Protecting the Australian community from criminal or other serious conduct."""
    return YES


@factor("9.1:seriousness 11.1:seriousness", "seriousness", "protection")
def nature_and_seriousness(person: Person) -> Truth:
    """The nature and seriousness of the person's conduct."""
    return conduct.misconduct(person)


@factor("9.1:risk 11.1:risk", "risk", "protection")
def risk_to_the_community(person: Person) -> Truth:
    """The risk to the community if the person offends again."""
    return YES


@primary("9.2 -", "ties")
def ties_to_australia(person: Person) -> Truth:
    """For holders: the strength, duration and nature of ties to Australia."""
    return YES


@factor(
    "9.2:soon_after_arrival -",
    "soon_after_arrival",
    "ties",
    mark="?",
    weight="less weight to the time here",
)
def offending_soon_after_arrival(person: Person) -> Truth:
    """Less weight where offending began soon after arrival, if 55 said so at all."""
    return belonging.offended_soon(person, conduct.crime(person))


@factor(
    "9.2:contribution -",
    "contribution",
    "ties",
    mark="?",
    weight="more weight to the time so spent",
)
def positive_contribution(person: Person) -> Truth:
    """More weight to positive contribution, if 55 said so at all."""
    return belonging.contributed(person)


@primary("9.3 11.2", "children")
def best_interests_of_children(person: Person) -> Truth:
    """The best interests of minor children in Australia whom the decision affects."""
    return belonging.affected_children(person)


@factor("9.3:child 11.2:child", "child", "children")
def each_child(child: Child) -> Truth:
    """Each affected child apart, so far as their interests differ."""
    return belonging.affected(child)


@primary("9.4 11.3", "non_refoulement")
def non_refoulement_obligations(person: Person) -> Truth:
    """International non-refoulement obligations."""
    return belonging.fears_harm(person)


@other("10:family 12:family", "family")
def effect_on_immediate_family(person: Person) -> Truth:
    """The effect on immediate family in Australia."""
    return belonging.immediate_family(person)


@other("10:business 12:business", "business")
def business_interests(person: Person) -> Truth:
    """The effect on Australian business interests."""
    return person.needed_for_major_project


@other("10:victims 12:victims", "victims")
def effect_on_victims(person: Person) -> Truth:
    """The effect on members of the community, victims included."""
    return conduct.victims_heard_of(person)


@other("10:impediments -", "impediments")
def impediments_if_removed(person: Person) -> Truth:
    """The extent of impediments if removed."""
    return belonging.would_be_removed(person)


act = D55.act
"""Direction 55 as an instrument."""
