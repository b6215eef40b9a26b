"""Direction 110: the safety of the community comes first.

In force from 2024-06-21; last seen applied as current after 2026-07-01. Protection
generally weighs more than every other primary consideration; ties stay primary without
Direction 99's "considerable weight"; victims move inside protection.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.directions import belonging, conduct
from tasman.law.au.directions.d90 import D90
from tasman.law.au.directions.d99 import D99
from tasman.law.au.directions.instrument import Direction, Statement
from tasman.rules.handles import YES, Truth

D110 = Direction(
    110,
    layout="One list for refusal, cancellation and revocation.",
    principles=(
        Statement("5.2(1)", D90.principles[0].text, "M"),
        Statement(
            "5.2(2)",
            "The safety of the Australian community is the Government's highest "
            "priority. The rule was read; its number is from memory.",
        ),
        Statement("5.2(3)", D90.principles[1].text, "M"),
        Statement("5.2(4)", D90.principles[2].text, "M"),
        Statement("5.2(5)", D99.principles[3].text, "M"),
        Statement(
            "5.2(6)",
            "Tolerance may be higher for those here most of their life or from a very "
            "young age. That 'will generally' became 'may' was read in a news report; "
            "whether tolerance still rises with time is in doubt.",
            "?",
            "tolerance",
        ),
        Statement("5.2, last", D99.principles[5].text, "M"),
    ),
    weighing=(
        Statement("7(1)", "Independent and authoritative sources get due weight."),
        Statement(
            "7(2)",
            "Protection of the community generally weighs more than each other primary "
            "consideration; otherwise one or more may outweigh others. The rule was "
            "read; its number is from memory.",
        ),
        Statement(
            "7(3)",
            "Primary considerations generally weigh more than the others. The rule was "
            "read; its number is from memory.",
        ),
    ),
)
"""Direction 110."""

primary, other, factor = D110.primary, D110.other, D110.factor


@primary(
    "8.1",
    "protection",
    weight="generally more than each other primary consideration",
)
def protection_of_the_community(person: Person) -> Truth:
    """Protecting the community from harm by crime or other serious conduct: generally
    the weightiest primary consideration.
    """
    return YES


@factor("8.1.1", "seriousness", "protection")
def nature_and_seriousness(person: Person) -> Truth:
    """The nature and seriousness of the person's conduct to date."""
    return conduct.misconduct(person)


D110.repeat(D90, "violent_or_sexual")


@factor("8.1.1(1)(a)(ii)", "women_or_children", "seriousness")
def violence_or_sex_against_women_or_children(person: Person) -> Truth:
    """Violent or sexual crimes against women or children are viewed very seriously,
    whatever the sentence.
    """
    return conduct.violence_or_sex_against_women_or_children(person)


D110.repeat(
    D90,
    "family_violence_conduct",
    "forced_marriage",
    "vulnerable_or_officials",
    "conduct_by_opinion",
    "detention_offences",
    "sentence",
    marks={"forced_marriage": "M", "detention_offences": "M"},
)


@factor(
    "8.1.1(1)(d)",
    "victims",
    "seriousness",
    weighs=("removal", "neutral"),
    note="It looks to the effect of the offending: a victim's wish that the person "
    "stay has to enter through ties or as an unlisted matter.",
)
def effect_of_offending_on_victims(person: Person) -> Truth:
    """The effect of the offending on victims and their family, if known and fairly put
    to the person.
    """
    return conduct.victims_heard_of(person)


D110.repeat(
    D90,
    "frequency",
    "cumulative",
    "false_information",
    "after_warning",
    "overseas_offence",
    renumber={
        "8.1.1(1)(d)": "8.1.1(1)(e)",
        "8.1.1(1)(e)": "8.1.1(1)(f)",
        "8.1.1(1)(f)": "8.1.1(1)(g)",
        "8.1.1(1)(g)": "8.1.1(1)(h)",
        "8.1.1(1)(h)": "8.1.1(1)(i)",
    },
    marks={"frequency": "V", "after_warning": "V"},
)
D110.repeat(D90, "risk", marks={"risk": "V"})
D110.repeat(D90, "family_violence")


@primary("8.3", "ties")
def ties_to_australia(person: Person) -> Truth:
    """The strength, nature and duration of ties to Australia."""
    return YES


@factor("8.3(1)", "immediate_family", "ties", mark="M")
def effect_on_immediate_family(person: Person) -> Truth:
    """The effect on immediate family here who are citizens, permanent residents or may
    stay indefinitely.
    """
    return belonging.immediate_family(person)


@factor(
    "8.3(2)",
    "other_ties",
    "ties",
    note="Whether this takes in the person's own loss of those ties went to the "
    "Federal Court; the answer was not seen.",
)
def other_ties(person: Person) -> Truth:
    """Any other ties to the Australian community."""
    return YES


@factor("8.3(2)(a)", "residence", "ties", mark="M")
def length_of_residence(person: Person) -> Truth:
    """How long the person has lived here, and whether from early childhood."""
    return belonging.lived_here(person)


@factor(
    "8.3(2)(a)(i)",
    "soon_after_arrival",
    "ties",
    mark="M",
    weight="less weight to the time here",
)
def offending_soon_after_arrival(person: Person) -> Truth:
    """Less weight where offending began soon after arrival."""
    return belonging.offended_soon(person, conduct.crime(person))


@factor(
    "8.3(2)(a)(ii)",
    "contribution",
    "ties",
    mark="M",
    weight="more weight to the time so spent",
)
def positive_contribution(person: Person) -> Truth:
    """More weight to time spent contributing positively to the community."""
    return belonging.contributed(person)


@factor("8.3(2)(b)", "social_links", "ties", mark="M")
def family_and_social_links(person: Person) -> Truth:
    """Family and social links with people who may stay in Australia."""
    return belonging.links(person)


D110.repeat(D99, "children", "expectations")
D110.repeat(D99, "legal_consequences", mark="M", marks={"legal_consequences": "V"})
D110.repeat(D99, "impediments")
D110.repeat(D99, "business", renumber={"9.4": "9.3"}, mark="M")

act = D110.act
"""Direction 110 as an instrument."""
