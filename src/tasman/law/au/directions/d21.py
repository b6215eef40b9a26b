"""Direction 21: protection, expectations and the best interests of the child.

In force from 2001-08-23. Paragraph 2.3 lists the primary considerations, 2.17 the
others. No paragraph gives weight to years in Australia as such, but 2.17(j) lists the
length of stay.
"""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Child, Person
from tasman.law.au.directions import belonging, conduct
from tasman.law.au.directions.instrument import Direction, Statement
from tasman.law.au.directions.register import TWO_POWERS
from tasman.rules.handles import NO, YES, Truth, readings, unknown

D21 = Direction(
    21,
    parts={"": TWO_POWERS},
    layout="Part 1 guides the character test; Part 2, set out here, the discretion.",
    principles=(
        Statement(
            "Preamble",
            "The community is to be protected from criminal or reprehensible conduct. "
            "There is no rule on tolerance for long residents.",
            "V",
            "tolerance",
        ),
    ),
    weighing=(
        Statement(
            "2.2",
            "Every primary consideration needs due regard; the decision is a balance.",
        ),
        Statement(
            "2.17", "Each of the other considerations generally weighs less by itself."
        ),
    ),
)
"""Direction 21."""

PLACE = "The letter was read; that the list stands in paragraph 2.16 is inferred."

primary, other, factor = D21.primary, D21.other, D21.factor


# ------------------------------------------------------------------ protection
@primary("2.3(a)", "protection")
def protection_of_the_community(person: Person) -> Truth:
    """Protecting the community and its members, vulnerable people above all (2.4)."""
    return YES


@factor("2.5", "seriousness", "protection")
def nature_and_seriousness(person: Person) -> Truth:
    """The seriousness and nature of the conduct (2.5 to 2.9)."""
    return conduct.misconduct(person)


@factor("2.6(a)", "drug_crime", "seriousness")
def drug_crime(person: Person) -> Truth:
    """Importing or trafficking drugs, given special prominence."""
    return person.offences.any(
        lambda o: conduct.proved(o) & o.category.is_("drugs") & o.drug_supply
    )


@factor("2.6(e)", "armed_robbery", "seriousness")
def armed_robbery(person: Person) -> Truth:
    """Armed robbery."""
    return person.offences.any(
        lambda o: conduct.proved(o) & o.category.is_("robbery") & o.uses_weapon
    )


@factor("2.6(f)", "violent_or_sexual", "seriousness", label="Homicide and violence")
def any_violence(person: Person) -> Truth:
    """Murder, manslaughter, assault and any other violence."""
    return person.offences.any(lambda o: conduct.proved(o) & conduct.violent(o))


@factor("2.6(l)", "theft_or_fraud", "seriousness")
def serious_theft(person: Person) -> Truth:
    """Serious theft, white collar crime included."""
    return conduct.of_kind(person, "property", "fraud")


@factor("2.7", "sentence", "seriousness")
def sentence_as_a_guide(person: Person) -> Truth:
    """The sentence as a guide to seriousness, and how repugnant the crime is."""
    return conduct.crime(person)


@factor("2.8", "mitigation", "seriousness")
def mitigating_factors(person: Person) -> Truth:
    """Mitigating factors in the crime."""
    mitigated = unknown(JUDGMENT, "whether anything mitigates the crime")
    return conduct.crime(person) & mitigated


@factor("2.10", "risk", "protection")
def risk_of_repetition(person: Person) -> Truth:
    """The likelihood that the conduct may be repeated."""
    return YES


@factor("2.10(a)", "after_warning", "risk")
def reoffending_after_warning(person: Person) -> Truth:
    """Offending again after a warning."""
    return conduct.offended_after_warning(person)


@factor("2.10(b)", "several_convictions", "risk")
def several_convictions(person: Person) -> Truth:
    """Several convictions raise the risk; gaps may not reassure."""
    return conduct.repeated(person)


@factor("2.10(c)", "rehabilitation", "risk")
def rehabilitation_and_prospects(person: Person) -> Truth:
    """Rehabilitation done, its prospects, and the contribution expected."""
    return person.rehabilitation_done


@factor("2.11", "deterrence", "protection", weight="important, not conclusive")
def general_deterrence(person: Person) -> Truth:
    """Whether the decision would discourage others from like conduct."""
    return conduct.crime(person)


@primary("2.3(b)", "expectations")
def expectations_of_the_community(person: Person) -> Truth:
    """Obedience to the law is expected; after a breach, its risk or a conviction an
    adverse decision may be apt, sometimes from the offence alone; due regard goes to
    the Government's view (2.12).
    """
    return YES


# ------------------------------------------------------------------ children
def _in_the_class(child: Child) -> Truth:
    tie = belonging.parental(child) | child.close_relationship
    return belonging.minor(child) & tie


@primary(
    "2.3(c)",
    "children",
    note="A child outside the class need not be treated as primary: [2006] FCA 445.",
)
def best_interests_of_children(person: Person) -> Truth:
    """The best interests of a child in a parental or other close relationship (2.13 to
    2.16).
    """
    return person.children.any(_in_the_class)


@factor("2.13", "child", "children", mark="I")
def each_child(child: Child) -> Truth:
    """Each child apart: their interests may differ; staying with parents is generally
    best, but for abuse, neglect or trauma.
    """
    return _in_the_class(child)


@factor("2.16(a)", "relationship", "child", mark="I", note=PLACE)
def nature_of_relationship(child: Child) -> Truth:
    """The nature of the relationship, its duration and separations ((a), (b))."""
    return _in_the_class(child)


@factor("2.16(c)", "childs_age", "child", mark="I", note=PLACE)
def age_of_the_child(child: Child) -> Truth:
    """The child's age."""
    return _in_the_class(child)


@factor("2.16(d)", "childs_status", "child", mark="I", note=PLACE)
def status_of_the_child(child: Child) -> Truth:
    """The child's citizenship or permanent residence."""
    return _in_the_class(child) & (child.australian_citizen | child.permanent_resident)


@factor("2.16(e)", "separation", "child", mark="I", note=PLACE)
def effect_of_separation(child: Child) -> Truth:
    """The likely effect of separation on the child."""
    return _in_the_class(child)


@factor("2.16(f)", "effect_of_conduct", "child", mark="I", note=PLACE)
def effect_of_past_conduct(child: Child) -> Truth:
    """The effect of the person's past conduct on the child."""
    return _in_the_class(child) & belonging.works_against_child(child)


@factor("2.16(g)", "childs_time_here", "child", mark="I", note=PLACE)
def time_the_child_has_spent_here(child: Child) -> Truth:
    """The time that the child has spent in Australia."""
    return _in_the_class(child) & child.in_australia


@factor("2.16(h)", "life_abroad", "child", mark="I", note=PLACE)
def life_in_the_other_country(child: Child) -> Truth:
    """Conditions, schools, health, language and culture abroad ((h) to (j))."""
    return _in_the_class(child) & child.may_leave_with_person


# ------------------------------------------------------------------ others
@other("2.17(a)", "disruption")
def disruption_of_ties(person: Person) -> Truth:
    """Disruption to family, business and other ties."""
    ties = belonging.links(person) | person.needed_for_major_project
    return ties | belonging.immediate_family(person)


@other("2.17(b)", "partner")
def genuine_partnership(person: Person) -> Truth:
    """A genuine marriage or partnership, and what the partner knew."""
    return person.relatives.any(
        lambda r: r.relation.is_("partner") & belonging.close(r)
    )


@other("2.17(c)", "family")
def hardship_to_family(person: Person) -> Truth:
    """Hardship to immediate family lawfully in Australia."""
    return belonging.immediate_family(person)


@other("2.17(d)", "family_composition")
def composition_of_family(person: Person) -> Truth:
    """Where the family is, here and abroad."""
    return person.relatives.any() | person.children.any()


@other("2.17(e)", "evasion")
def likely_evasion(person: Person) -> Truth:
    """Likely evasion of legal matters."""
    return unknown(JUDGMENT, "whether the person is likely to evade legal matters")


@other("2.17(f)", "breach_of_conditions")
def likely_breach_of_conditions(person: Person) -> Truth:
    """Likely breach of visa conditions."""
    return unknown(JUDGMENT, "whether the person is likely to breach conditions")


@other("2.17(g)", "sentence", label="Seriousness of the offences in that context")
def seriousness_in_context(person: Person) -> Truth:
    """The seriousness of the offences, set against the ties."""
    return conduct.crime(person)


@other("2.17(h)", "rehabilitation")
def rehabilitation_and_recent_conduct(person: Person) -> Truth:
    """Rehabilitation and recent good conduct."""
    return person.rehabilitation_done


@other("2.17(i)", "visa_kind")
def temporary_or_permanent_visa(person: Person) -> Truth:
    """Whether the visa is temporary or permanent."""
    return YES


@other("2.17(j)", "purpose_and_stay")
def purpose_and_length_of_stay(person: Person) -> Truth:
    """Purpose and length of stay, and compassionate circumstances."""
    return readings(
        "whether 2.17(j) gives weight to years in Australia as such is unsettled",
        YES,
        NO,
    )


@other(
    "2.17(k)",
    "warning",
    note="That there was no warning is at most a matter that may be weighed: "
    "[2007] FCA 1779.",
)
def earlier_warning(person: Person) -> Truth:
    """An earlier formal warning."""
    return conduct.warned(person)


@other("2.18", "non_refoulement")
def international_obligations(person: Person) -> Truth:
    """Obligations under the covenant on civil rights and the torture and refugee
    conventions (2.18 onwards).
    """
    return belonging.fears_harm(person)


act = D21.act
"""Direction 21 as an instrument."""
