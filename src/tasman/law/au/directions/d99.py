"""Direction 99: ties to Australia become a primary consideration.

In force from 2023-03-03. Its paragraphs on protection, family violence, children and
expectations are those of Direction 90, the last two moved down by one.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.directions import belonging, conduct
from tasman.law.au.directions.d90 import D90
from tasman.law.au.directions.instrument import Direction, Statement
from tasman.rules.handles import YES, Duration, Truth, years

D99 = Direction(
    99,
    layout="One list for refusal, cancellation and revocation.",
    principles=(
        *D90.principles[:3],
        Statement(
            "5.2(4)",
            "Tolerance is low for those here a short time, on limited visas or still "
            "applying.",
            "M",
        ),
        Statement(
            "5.2(5)",
            "Tolerance will generally be higher for those here most of their life or "
            "from a very young age, and rises with the length of stay, above all in "
            "the formative years.",
            "V",
            "tolerance",
        ),
        Statement(
            "5.2(6)",
            "Some conduct is so serious that even strong countervailing matters may "
            "not suffice; family violence and the list in 8.5(2) are singled out.",
            "M",
        ),
    ),
    weighing=D90.weighing,
)
"""Direction 99."""

primary, other, factor = D99.primary, D99.other, D99.factor

D99.repeat(
    D90,
    "protection",
    "family_violence",
    marks={
        "protection": "V",
        "women_or_children": "?",
        "forced_marriage": "M",
        "detention_offences": "M",
        "risk": "V",
        "harm_if_repeated": "V",
        "likelihood": "V",
        "rehabilitation": "V",
        "stay_limits": "V",
    },
)


@primary("8.3", "ties")
def ties_to_australia(person: Person) -> Truth:
    """The strength, nature and duration of ties to Australia, for every power."""
    return YES


@factor("8.3(1)", "immediate_family", "ties")
def effect_on_immediate_family(person: Person) -> Truth:
    """The effect on immediate family here who are citizens, permanent residents or may
    stay indefinitely.
    """
    return belonging.immediate_family(person)


@factor("8.3(2)", "ties_to_children", "ties", mark="M", weight="more weight")
def ties_with_children(person: Person) -> Truth:
    """More weight to ties with children who are citizens or may stay indefinitely."""
    return belonging.own_children_here(person)


@factor("8.3(3)", "social_links", "ties")
def family_and_social_links(person: Person) -> Truth:
    """Family and social links generally."""
    return belonging.links(person)


@factor("8.3(4)", "other_ties", "ties")
def other_ties(person: Person) -> Truth:
    """Any other ties to the community."""
    return YES


@factor("8.3(4)(a)", "residence", "ties")
def length_of_residence(person: Person) -> Truth:
    """How long the person has lived in the Australian community."""
    return belonging.lived_here(person)


@factor(
    "8.3(4)(a)(i)",
    "formative_years",
    "ties",
    weight="considerable weight, whenever the offending began and at whatever level",
    note="The ages are an assumption of Tasman's: the Direction defines none.",
)
def resident_in_formative_years(
    person: Person, *, childhood: Duration = years(12), adulthood: Duration = years(18)
) -> Truth:
    """Considerable weight to ordinary residence during and since formative years."""
    return belonging.grew_up_here(person, childhood, adulthood)


@factor(
    "8.3(4)(a)(ii)",
    "contribution",
    "ties",
    mark="M",
    weight="more weight to the time so spent",
)
def positive_contribution(person: Person) -> Truth:
    """More weight to time spent contributing positively to the community."""
    return belonging.contributed(person)


@factor(
    "8.3(4)(a)(iii)",
    "soon_after_arrival",
    "ties",
    mark="M",
    weight="less weight to the time here, but never for those who grew up here",
)
def offending_soon_after_arrival(
    person: Person, *, childhood: Duration = years(12), adulthood: Duration = years(18)
) -> Truth:
    """Less weight only where the person was not resident in the formative years and
    offending began soon after arrival.
    """
    grew_up = belonging.grew_up_here(person, childhood, adulthood)
    return ~grew_up & belonging.offended_soon(person, conduct.crime(person))


D99.repeat(
    D90,
    "children",
    "expectations",
    renumber={"8.3": "8.4", "8.4": "8.5"},
    marks={"listed_conduct": "M"},
)


@other("9.1", "legal_consequences", mark="M")
def legal_consequences(person: Person) -> Truth:
    """What the decision brings by law: detention, removal, bars on return."""
    return YES


@factor("9.1:non_refoulement", "non_refoulement", "legal_consequences", mark="M")
def non_refoulement_obligations(person: Person) -> Truth:
    """Any obligation not to return the person, now among the legal consequences."""
    return belonging.fears_harm(person)


@factor("9.1.1", "protection_finding", "non_refoulement", mark="M")
def with_a_protection_finding(person: Person) -> Truth:
    """With a protection finding: no removal to that country (s 197C(3))."""
    return belonging.protection_finding(person)


@factor("9.1.2", "claims_without_finding", "non_refoulement", mark="M")
def claims_without_a_finding(person: Person) -> Truth:
    """Without one: claims may be raised, and need not be resolved where a protection
    visa can be applied for.
    """
    return person.fears_harm_on_return & ~belonging.protection_finding(person)


D99.repeat(D90, "impediments")
D99.repeat(D90, "victims", mark="M")
D99.repeat(D90, "business", renumber={"9.4.2": "9.4"}, mark="M")

act = D99.act
"""Direction 99 as an instrument."""
