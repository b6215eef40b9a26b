"""Direction 65: protection, children and expectations primary; Part C for revocation.

In force from 2014-12-23. Part A is for visa holders (s 501(2)), Part B for applicants
(s 501(1)), Part C for revocation (s 501CA(4)). Paragraph numbers below stand for A, B
and C in turn; `*` is the Part's own chapter: 9, 11 or 13.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Child, Person
from tasman.law.au.directions import belonging, conduct
from tasman.law.au.directions.children import add_child_factors
from tasman.law.au.directions.instrument import THREE_PARTS, Direction, Statement
from tasman.law.au.directions.wishes import add_wishes
from tasman.rules.handles import YES, Truth

PRINCIPLES = (
    Statement(
        "6.3(1)",
        "Australia decides who comes and stays. Staying is a privilege, given in the "
        "expectation of lawful conduct and respect for institutions.",
    ),
    Statement(
        "6.3(2)",
        "The community expects refusal or cancellation where character concerns are "
        "serious.",
    ),
    Statement(
        "6.3(3)",
        "Whoever commits serious crime, notably violent or sexual, and against "
        "children or vulnerable people, should expect to be denied that privilege, or "
        "to lose it.",
    ),
    Statement(
        "6.3(4)",
        "Some conduct is so serious that any risk of its being repeated is "
        "unacceptable, whatever speaks against removal.",
    ),
    Statement(
        "6.3(5)",
        "Tolerance is low for those here a short time. It may be higher for those here "
        "most of their life or from a very young age.",
        "V",
        "tolerance",
    ),
    Statement(
        "6.3(6)", "Tolerance is low for those on limited visas or applying.", "M"
    ),
    Statement(
        "6.3(7)",
        "Positive contribution, and the effect on children and immediate family, are "
        "relevant.",
        "M",
    ),
)
"""The principles of Direction 65."""

D65 = Direction(
    65,
    parts=THREE_PARTS,
    mark="M M V",
    layout="Part A for visa holders, B for applicants, C for revocation.",
    principles=PRINCIPLES,
    weighing=(
        Statement("8(2)", "Independent and authoritative sources get due weight."),
        Statement("8(3)", "Every consideration may weigh for or against."),
        Statement(
            "8(4)",
            "Primary considerations generally weigh more than the others. It is error "
            "to treat the others as always lesser ([2018] FCA 594).",
        ),
        Statement(
            "8(5)",
            "One or more primary considerations may outweigh other primary ones.",
        ),
    ),
)
"""Direction 65."""

primary, other, factor = D65.primary, D65.other, D65.factor


# ------------------------------------------------------------------ protection
@primary("*.1", "protection")
def protection_of_the_community(person: Person) -> Truth:
    """Protecting the Australian community from criminal or other serious conduct."""
    return YES


@factor("*.1.1", "seriousness", "protection", mark="V M V")
def nature_and_seriousness(person: Person) -> Truth:
    """The nature and seriousness of the person's conduct to date."""
    return conduct.misconduct(person)


@factor("*.1.1(1)(a)", "violent_or_sexual", "seriousness")
def violent_or_sexual_crimes(person: Person) -> Truth:
    """Violent and sexual crimes are viewed very seriously."""
    return conduct.violent_or_sexual(person)


@factor("*.1.1(1)(b)", "vulnerable_or_officials", "seriousness", mark="M")
def crimes_against_vulnerable_or_officials(person: Person) -> Truth:
    """Crimes against minors, the elderly, the disabled or officials are serious."""
    return conduct.minors_or_vulnerable_or_officials(person)


@factor("*.1.1(1)(c)", "sentence", "seriousness", mark="M")
def sentence_imposed(person: Person) -> Truth:
    """The sentence that the court imposed."""
    return conduct.crime(person)


@factor("*.1.1(1)(d)", "frequency", "seriousness", mark="M")
def frequency_and_trend(person: Person) -> Truth:
    """How frequent the offending was, and whether it grew more serious."""
    return conduct.repeated(person)


@factor("*.1.1(1)(e)", "cumulative", "seriousness", mark="M")
def cumulative_effect(person: Person) -> Truth:
    """The cumulative effect of repeated offending."""
    return conduct.repeated(person)


@factor("*.1.1(1)(f)", "false_information", "seriousness", mark="M")
def false_information(person: Person) -> Truth:
    """False or misleading information given to the Department."""
    return person.gave_false_information


@factor("*.1.1(1)(g)", "after_warning", "seriousness", mark="M")
def offending_after_warning(person: Person) -> Truth:
    """Offending after a formal warning of what it may cost."""
    return conduct.offended_after_warning(person)


@factor("*.1.1(1)(h)", "detention_offences", "seriousness", mark="M")
def offences_in_detention(person: Person) -> Truth:
    """Crimes in immigration detention, or in or after an escape from it."""
    return conduct.detention_offence(person)


@factor("*.1.2", "risk", "protection", mark="M")
def risk_to_the_community(person: Person) -> Truth:
    """The risk if the person offends again, weighed cumulatively."""
    return YES


@factor("*.1.2:harm", "harm_if_repeated", "risk", mark="M M V")
def harm_if_repeated(person: Person) -> Truth:
    """The nature of the harm to people or the community if it happened again."""
    return YES


@factor("*.1.2:likelihood", "likelihood", "risk", mark="M")
def likelihood_of_more(person: Person) -> Truth:
    """The likelihood of further conduct, from the information about it."""
    return YES


@factor("*.1.2:rehabilitation", "rehabilitation", "risk", mark="M")
def rehabilitation_achieved(person: Person) -> Truth:
    """Rehabilitation at the time of the decision, and time in the community since."""
    return person.rehabilitation_done


# ------------------------------------------------------------------ children
@primary("*.2", "children")
def best_interests_of_children(person: Person) -> Truth:
    """Whether the decision is, or is not, in the best interests of minor children in
    Australia whom it affects.
    """
    return belonging.affected_children(person)


@factor("*.2(3)", "child", "children", mark="M")
def each_child(child: Child) -> Truth:
    """Each affected child apart, so far as their interests differ."""
    return belonging.affected(child)


add_child_factors(D65, "*.2(4)", mark="M")


# ------------------------------------------------------------------ expectations
@primary("*.3", "expectations")
def expectations_of_the_community(person: Person) -> Truth:
    """The community expects obedience to the law; after a breach, an unacceptable risk
    or a conviction an adverse decision may be apt, sometimes from the offence alone;
    the Government's view is given due regard.
    """
    return YES


# ------------------------------------------------------------------ others
@other("10.1 12.1 14.1", "non_refoulement")
def non_refoulement_obligations(person: Person) -> Truth:
    """Any obligation not to return the person; it does not bar an adverse decision, and
    detention without end may follow.
    """
    return belonging.fears_harm(person)


@other("10.2 - 14.2", "ties")
def ties_to_australia(person: Person) -> Truth:
    """The strength, nature and duration of ties: not for applicants."""
    return YES


@factor("10.2(1)(a) - 14.2(1)(a)", "residence", "ties")
def length_of_residence(person: Person) -> Truth:
    """How long the person has lived here, and whether from early childhood."""
    return belonging.lived_here(person)


@factor(
    "10.2(1)(a)(i) - 14.2(1)(a)(i)",
    "soon_after_arrival",
    "ties",
    weight="less weight to the time here",
    note="No number of years is fixed.",
)
def offending_soon_after_arrival(person: Person) -> Truth:
    """Less weight where offending began soon after arrival."""
    return belonging.offended_soon(person, conduct.crime(person))


@factor(
    "10.2(1)(a)(ii) - 14.2(1)(a)(ii)",
    "contribution",
    "ties",
    weight="more weight to the time so spent",
)
def positive_contribution(person: Person) -> Truth:
    """More weight to time spent contributing positively to the community."""
    return belonging.contributed(person)


@factor("10.2(1)(b) - 14.2(1)(b)", "social_links", "ties")
def family_and_social_links(person: Person) -> Truth:
    """Family and social links."""
    return belonging.links(person)


@factor("10.2(1)(b):family - 14.2(1)(b):family", "immediate_family", "ties")
def effect_on_immediate_family(person: Person) -> Truth:
    """The effect of the decision on immediate family in Australia."""
    return belonging.immediate_family(person)


@other("- 12.2 -", "family", mark="M")
def effect_on_family_of_applicant(person: Person) -> Truth:
    """For applicants: the effect on immediate family in Australia with status."""
    return belonging.immediate_family(person)


@other(
    "10.3 12.4 14.3",
    "business",
    weight="generally only where a major project or important service would suffer",
)
def business_interests(person: Person) -> Truth:
    """The effect on Australian business, where a major project or an important service
    would be significantly compromised.
    """
    return person.needed_for_major_project


@other("10.4 12.3 14.4", "victims")
def effect_on_victims(person: Person) -> Truth:
    """The effect of the decision on victims, if known and disclosed to the person."""
    return conduct.victims_heard_of(person)


add_wishes(D65, "10.4 12.3 14.4", mark="M M V")


@other("10.5 - 14.5", "impediments")
def impediments_if_removed(person: Person) -> Truth:
    """Impediments to settling and keeping basic living standards, in the context of
    what other citizens of that country have: not for applicants.
    """
    return belonging.would_be_removed(person)


@factor("10.5(1)(a) - 14.5(1)(a)", "age_and_health", "impediments", mark="M")
def age_and_health(person: Person) -> Truth:
    """The person's age and health."""
    return belonging.would_be_removed(person)


@factor("10.5(1)(b) - 14.5(1)(b)", "language_or_culture", "impediments", mark="M")
def barriers_of_language_or_culture(person: Person) -> Truth:
    """Substantial language or cultural barriers."""
    return belonging.would_be_removed(person) & person.language_barrier_abroad


@factor("10.5(1)(c) - 14.5(1)(c)", "support_abroad", "impediments", mark="M")
def support_in_the_other_country(person: Person) -> Truth:
    """What social, medical and economic support is wanting there."""
    return belonging.would_be_removed(person) & ~person.support_abroad


act = D65.act
"""Direction 65 as an instrument."""
