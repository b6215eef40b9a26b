"""Direction 90: family violence a primary consideration; one list for every power.

In force from 2021-04-15. Paragraph 8 lists the primary, 9 the other considerations.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Child, Person
from tasman.law.au.directions import belonging, conduct
from tasman.law.au.directions.children import add_child_factors
from tasman.law.au.directions.instrument import Direction, Statement
from tasman.law.au.directions.register import CANCEL, REFUSE, REVOKE
from tasman.law.au.directions.wishes import add_wishes
from tasman.rules.handles import YES, Truth

D90 = Direction(
    90,
    layout="One list for refusal, cancellation and revocation.",
    principles=(
        Statement(
            "5.2(1)",
            "Australia decides who comes and stays. Staying is a privilege, given in "
            "the expectation of lawful conduct and respect for institutions.",
            "M",
        ),
        Statement(
            "5.2(2)",
            "Whoever engages in criminal or other serious conduct should expect to be "
            "denied that privilege, or to lose it.",
            "M",
        ),
        Statement(
            "5.2(3)",
            "The community expects refusal or cancellation where character concerns "
            "are serious, even without a measurable risk of physical harm.",
            "M",
        ),
        Statement(
            "5.2(4)",
            "Tolerance is low for those here a short time, on limited visas or still "
            "applying. It may be higher for those here most of their life or from a "
            "very young age.",
            "M",
            "tolerance",
        ),
        Statement(
            "5.2(5)",
            "Some conduct is so serious that even strong countervailing matters may "
            "not suffice; family violence and the list in 8.4(2) are singled out, even "
            "without a measurable risk.",
            "M",
        ),
    ),
    weighing=(
        Statement("7(1)", "Independent and authoritative sources get due weight."),
        Statement(
            "7(2)",
            "Primary considerations generally weigh more than the others. This is a "
            "default, not a ranking.",
        ),
        Statement(
            "7(3)",
            "One or more primary considerations may outweigh other primary ones.",
        ),
    ),
)
"""Direction 90."""

primary, other, factor = D90.primary, D90.other, D90.factor


# ------------------------------------------------------------------ 8.1 protection
@primary("8.1", "protection", mark="M")
def protection_of_the_community(person: Person) -> Truth:
    """Protecting the community from harm by crime or other serious conduct; entry and
    stay are a privilege given in the expectation of lawful conduct.
    """
    return YES


@factor("8.1.1", "seriousness", "protection")
def nature_and_seriousness(person: Person) -> Truth:
    """The nature and seriousness of the person's conduct to date."""
    return conduct.misconduct(person)


SERIOUSNESS = (
    "Whether the decision-maker must find such conduct very serious was in issue in "
    "[2025] FCAFC 82; here it is a matter to have regard to, not a forced finding."
)


@factor("8.1.1(1)(a)(i)", "violent_or_sexual", "seriousness", note=SERIOUSNESS)
def violent_or_sexual_crimes(person: Person) -> Truth:
    """Violent and sexual crimes are viewed very seriously."""
    return conduct.violent_or_sexual(person)


@factor("8.1.1(1)(a)(ii)", "women_or_children", "seriousness")
def violence_against_women_or_children(person: Person) -> Truth:
    """Violent crimes against women or children are viewed very seriously, whatever the
    sentence.
    """
    return conduct.violence_to_women_or_children(person)


@factor("8.1.1(1)(a)(iii)", "family_violence_conduct", "seriousness")
def acts_of_family_violence(person: Person) -> Truth:
    """Acts of family violence are viewed very seriously, convicted or not."""
    return conduct.family_violence(person)


@factor("8.1.1(1)(b)(i)", "forced_marriage", "seriousness")
def forced_marriage(person: Person) -> Truth:
    """Causing a forced marriage, or joining in one other than as its victim."""
    return conduct.forced_marriage(person)


@factor(
    "8.1.1(1)(b)(ii)",
    "vulnerable_or_officials",
    "seriousness",
    note="One judge read the four kinds in (b) as deemed serious under 99 "
    "([2024] FCA 402 at [31]); whether such a finding is forced was argued under 110.",
)
def crimes_against_vulnerable_or_officials(person: Person) -> Truth:
    """Crimes against vulnerable people, or officials because of their office."""
    return conduct.vulnerable_or_officials(person)


@factor("8.1.1(1)(b)(iii)", "conduct_by_opinion", "seriousness")
def conduct_found_by_opinion(person: Person) -> Truth:
    """Conduct behind a failure of the character test that rests on opinion."""
    return conduct.by_opinion(person)


@factor("8.1.1(1)(b)(iv)", "detention_offences", "seriousness")
def offences_in_detention(person: Person) -> Truth:
    """Crimes in immigration detention, or in or after an escape from it."""
    return conduct.detention_offence(person)


@factor(
    "8.1.1(1)(c)",
    "sentence",
    "seriousness",
    weight="not used for crimes against women or children, family violence or forced "
    "marriage",
)
def sentence_imposed(person: Person) -> Truth:
    """The sentence that the court imposed, but for the kinds set apart."""
    return conduct.crime(person)


@factor("8.1.1(1)(d)", "frequency", "seriousness", mark="M")
def frequency_and_trend(person: Person) -> Truth:
    """How frequent the offending was, and whether it grew more serious."""
    return conduct.repeated(person)


@factor("8.1.1(1)(e)", "cumulative", "seriousness", mark="M")
def cumulative_effect(person: Person) -> Truth:
    """The cumulative effect of repeated offending."""
    return conduct.repeated(person)


@factor("8.1.1(1)(f)", "false_information", "seriousness", mark="M")
def false_information(person: Person) -> Truth:
    """False or misleading information given to the Department."""
    return person.gave_false_information


@factor("8.1.1(1)(g)", "after_warning", "seriousness", mark="M")
def offending_after_warning(person: Person) -> Truth:
    """Offending after a formal warning, or written notice of what it may cost; that
    none was given does not count for the person.
    """
    return conduct.offended_after_warning(person)


@factor("8.1.1(1)(h)", "overseas_offence", "seriousness", mark="M")
def offence_overseas(person: Person) -> Truth:
    """For an offence abroad: whether the conduct would be an offence in Australia."""
    return conduct.overseas(person)


@factor("8.1.2", "risk", "protection", mark="M")
def risk_to_the_community(person: Person) -> Truth:
    """The risk if the person offends again; tolerance falls as the harm grows."""
    return YES


@factor("8.1.2(2)(a)", "harm_if_repeated", "risk", mark="M")
def harm_if_repeated(person: Person) -> Truth:
    """The nature of the harm to people or the community if it happened again."""
    return YES


@factor("8.1.2(2)(b)(i)", "likelihood", "risk", mark="M")
def likelihood_of_more(person: Person) -> Truth:
    """The likelihood of further conduct, from information and evidence about it."""
    return YES


@factor("8.1.2(2)(b)(ii)", "rehabilitation", "risk", mark="M")
def rehabilitation_achieved(person: Person) -> Truth:
    """Rehabilitation achieved by the time of the decision, with weight to time in the
    community since the last offence; a decision need not wait for courses.
    """
    return person.rehabilitation_done


@factor("8.1.2(2)(c)", "stay_limits", "risk", mark="M", powers=(REFUSE,))
def stay_applied_for(person: Person) -> Truth:
    """On refusal: whether the length, purpose or reasons of the stay alter the risk."""
    return YES


# ------------------------------------------------------------------ 8.2 violence
@primary(
    "8.2",
    "family_violence",
    weight="in proportion to how serious the family violence was",
    note="Whether it could ever weigh for the person was argued under Direction 110.",
)
def family_violence_committed(person: Person) -> Truth:
    """Family violence that the person has committed, weighed by its seriousness."""
    return conduct.family_violence(person)


@factor("8.2(2)(a)", "violence_convicted", "family_violence")
def family_violence_found_by_court(person: Person) -> Truth:
    """Convicted or found guilty of an offence of family violence, or charge proved."""
    return conduct.violence_proved(person)


@factor("8.2(2)(b)", "violence_reported", "family_violence")
def family_violence_reported(person: Person) -> Truth:
    """Independent and authoritative information of family violence, with procedural
    fairness given.
    """
    return conduct.violence_reported(person)


@factor("8.2(3)", "violence_weight", "family_violence", mark="M")
def weight_of_family_violence(person: Person) -> Truth:
    """Frequency and trend, cumulative effect, rehabilitation since, and further acts
    after a warning.
    """
    return conduct.family_violence(person)


# ------------------------------------------------------------------ 8.3 children
@primary("8.3", "children")
def best_interests_of_children(person: Person) -> Truth:
    """Whether the decision is, or is not, in the best interests of minor children in
    Australia whom it affects.
    """
    return belonging.affected_children(person)


@factor("8.3(3)", "child", "children")
def each_child(child: Child) -> Truth:
    """Each affected child apart, so far as their interests differ."""
    return belonging.affected(child)


add_child_factors(D90, "8.3(4)", marks={"trauma": "M"})


# ------------------------------------------------------------------ 8.4 expectations
@primary(
    "8.4",
    "expectations",
    weight="a stated norm: little weight where the conduct was not serious and the "
    "risk acceptable",
)
def expectations_of_the_community(person: Person) -> Truth:
    """The community, as a norm, expects no entry or stay after serious conduct or where
    the risk is unacceptable, measurable or not; nobody is to assess it independently.
    """
    return YES


@factor("8.4(2)", "listed_conduct", "expectations", mark="M")
def conduct_singled_out(person: Person) -> Truth:
    """Refusal or cancellation is expected in particular for the conduct listed."""
    return conduct.listed_conduct(person)


# ------------------------------------------------------------------ 9 others
@other("9.1", "non_refoulement")
def non_refoulement_obligations(person: Person) -> Truth:
    """Any obligation not to return the person, weighed against the seriousness of the
    conduct; it does not bar an adverse decision.
    """
    return belonging.fears_harm(person)


@other("9.2", "impediments")
def impediments_if_removed(person: Person) -> Truth:
    """Impediments to settling and keeping basic living standards, in the context of
    what other citizens of that country have.
    """
    return belonging.would_be_removed(person)


@factor("9.2(1)(a)", "age_and_health", "impediments")
def age_and_health(person: Person) -> Truth:
    """The person's age and health."""
    return belonging.would_be_removed(person)


@factor("9.2(1)(b)", "language_or_culture", "impediments")
def barriers_of_language_or_culture(person: Person) -> Truth:
    """Substantial language or cultural barriers."""
    return belonging.would_be_removed(person) & person.language_barrier_abroad


@factor("9.2(1)(c)", "support_abroad", "impediments")
def support_in_the_other_country(person: Person) -> Truth:
    """What social, medical and economic support is wanting there."""
    return belonging.would_be_removed(person) & ~person.support_abroad


@other("9.3", "victims", mark="M")
def effect_on_victims(person: Person) -> Truth:
    """The effect of the decision on victims, if known and disclosed to the person."""
    return conduct.victims_heard_of(person)


add_wishes(D90, "9.3", mark="M")


@other("9.4.1", "ties")
def ties_to_australia(person: Person) -> Truth:
    """The strength, nature and duration of ties to Australia."""
    return YES


@factor("9.4.1(1)", "immediate_family", "ties")
def effect_on_immediate_family(person: Person) -> Truth:
    """The effect on immediate family here who are citizens, permanent residents or may
    stay indefinitely.
    """
    return belonging.immediate_family(person)


@factor("9.4.1(2)", "other_ties", "ties", powers=(CANCEL, REVOKE))
def other_ties(person: Person) -> Truth:
    """On cancellation or revocation only: any other ties to the community."""
    return YES


@factor("9.4.1(2)(a)", "residence", "ties", powers=(CANCEL, REVOKE))
def length_of_residence(person: Person) -> Truth:
    """How long the person has lived here, and whether from early childhood."""
    return belonging.lived_here(person)


@factor(
    "9.4.1(2)(a)(i)",
    "soon_after_arrival",
    "ties",
    powers=(CANCEL, REVOKE),
    weight="less weight to the time here",
    note="No number of years is fixed; up to twelve years was argued, the answer was "
    "not seen.",
)
def offending_soon_after_arrival(person: Person) -> Truth:
    """Less weight where offending began soon after arrival."""
    return belonging.offended_soon(person, conduct.crime(person))


@factor(
    "9.4.1(2)(a)(ii)",
    "contribution",
    "ties",
    powers=(CANCEL, REVOKE),
    weight="more weight to the time so spent",
)
def positive_contribution(person: Person) -> Truth:
    """More weight to time spent contributing positively to the community."""
    return belonging.contributed(person)


@factor("9.4.1(2)(b)", "social_links", "ties", powers=(CANCEL, REVOKE))
def family_and_social_links(person: Person) -> Truth:
    """Family and social links with people who may stay in Australia."""
    return belonging.links(person)


@other(
    "9.4.2",
    "business",
    mark="M",
    weight="generally only where a major project or important service would suffer",
)
def business_interests(person: Person) -> Truth:
    """The effect on Australian business, where a major project or an important service
    would be significantly compromised.
    """
    return person.needed_for_major_project


act = D90.act
"""Direction 90 as an instrument."""
