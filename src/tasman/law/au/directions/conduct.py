"""Facts that engage the considerations about conduct, risk, warnings and victims."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Finding, Offence, Person, ViolenceReport
from tasman.facts.vocabulary.harm import FAMILY
from tasman.facts.vocabulary.offending import FOREIGN
from tasman.law.au.directions.wishes import heard
from tasman.law.au.migration_act.s501_sentences import (
    finding_invisible,
    sentence_invisible,
)
from tasman.rules.handles import Choice, Truth, as_at, unknown

PARTNER = (
    "an intimate partner who is not a de facto is not a member of the family as of "
    "course: [2022] FCAFC 115"
)
_OPINION = (
    "association",
    "serious_conduct",
    "not_of_good_character",
    "risk_of_crime",
    "risk_of_harassment",
    "risk_of_vilification",
    "risk_of_discord",
    "risk_of_danger",
    "hate_or_extremism",
)
_MAY_BE_VIOLENT = (
    "weapons",
    "terrorism",
    "property",
    "driving",
    "order_breach",
    "public_order",
    "other",
    "forced_marriage",
    "human_trafficking",
)


def proved(offence: Offence) -> Truth:
    """Found by a court to have been committed, not quashed since nor invisible."""
    # A child's finding of guilt that State law says never was may not be weighed
    # against the person: [2023] HCA 17, of a decision under s 501CA(4).
    found = offence.outcome.is_("convicted", "proved_without_conviction")
    return found & (offence.quashed_on > as_at) & ~finding_invisible(offence)


def crime(person: Person) -> Truth:
    """Any offence proved, or any sentence that stands."""
    return person.offences.any(proved) | person.sentences.any(
        lambda sentence: (sentence.quashed_on > as_at) & ~sentence_invisible(sentence)
    )


def misconduct(person: Person) -> Truth:
    """Any crime, any finding of bad conduct, or any report of family violence."""
    return crime(person) | by_opinion(person) | violence_reported(person)


def by_opinion(person: Person) -> Truth:
    """A finding against the person on a limb that rests on opinion or suspicion."""

    def stands(finding: Finding) -> Truth:
        return (
            finding.finding.is_(*_OPINION) & finding.holds & (finding.ended_on > as_at)
        )

    return person.findings.any(stands)


def violent(offence: Offence) -> Truth:
    """A violent crime: by its kind, or because violence is an element."""
    # Unlawful use of force counts, dangerous driving included: [2025] FCA 1033.
    return offence.category.is_("homicide", "violence", "robbery") | (
        offence.category.is_(*_MAY_BE_VIOLENT) & offence.violence
    )


def sexual(offence: Offence) -> Truth:
    """A sexual crime: by its kind, or because it involved a child sexually."""
    other = offence.category.is_("other", "order_breach", "human_trafficking")
    element = offence.sexual_without_consent | offence.involves_child_sexually
    return offence.category.is_("sexual") | (other & element)


def violent_or_sexual(person: Person) -> Truth:
    """Any violent or sexual crime."""
    return person.offences.any(lambda o: proved(o) & (violent(o) | sexual(o)))


def against_women_or_children(offence: Offence) -> Truth:
    """A woman or a child was a victim."""
    child = offence.against_child | offence.involves_child_sexually
    return offence.against_woman | child


def violence_to_women_or_children(person: Person) -> Truth:
    """Any violent crime against a woman or a child."""
    # Only Direction 110 names sexual crimes here: before it, violence is needed.
    return person.offences.any(
        lambda o: (
            proved(o)
            & against_women_or_children(o)
            & (violent(o) | (sexual(o) & o.violence))
        )
    )


def violence_or_sex_against_women_or_children(person: Person) -> Truth:
    """Any violent or sexual crime against a woman or a child."""
    return person.offences.any(
        lambda o: proved(o) & against_women_or_children(o) & (violent(o) | sexual(o))
    )


def forced_marriage(person: Person) -> Truth:
    """Any crime of causing, or joining in, a forced marriage."""
    return person.offences.any(lambda o: proved(o) & o.category.is_("forced_marriage"))


def vulnerable_or_officials(person: Person) -> Truth:
    """Any crime against a vulnerable person, or an official because of the office."""
    return person.offences.any(
        lambda o: proved(o) & (o.against_vulnerable | o.against_official)
    )


def minors_or_vulnerable_or_officials(person: Person) -> Truth:
    """Any crime against a minor, another vulnerable person or an official."""
    return person.offences.any(
        lambda o: (
            proved(o) & (o.against_child | o.against_vulnerable | o.against_official)
        )
    )


def detention_offence(person: Person) -> Truth:
    """Any crime in immigration detention, or in or after an escape from it."""
    return person.offences.any(
        lambda o: proved(o) & (o.in_immigration_detention | o.is_detention_escape)
    )


def of_kind(person: Person, *categories: str) -> Truth:
    """Any crime of these kinds."""
    return person.offences.any(lambda o: proved(o) & o.category.is_(*categories))


def repeated(person: Person) -> Truth:
    """More crimes than one."""
    return person.offences.where(proved).count() >= 2


def overseas(person: Person) -> Truth:
    """Any crime against the law of another country."""
    return person.offences.any(lambda o: proved(o) & o.jurisdiction.is_(*FOREIGN))


def warned(person: Person) -> Truth:
    """Warned in writing, by the as-at day, that offending may cost the visa."""
    return person.warned_on <= as_at


def offended_after_warning(person: Person) -> Truth:
    """Any crime committed after such a warning."""
    return warned(person) & person.offences.any(
        lambda o: proved(o) & (o.committed_on > person.warned_on)
    )


def in_the_family(relation: Choice) -> Truth:
    """The victim is a member of the person's family."""
    partner = relation.is_("intimate_partner") & unknown(JUDGMENT, PARTNER)
    return relation.is_(*FAMILY) | partner


def violence_proved(person: Person) -> Truth:
    """Any offence of family violence that a court found committed."""
    return person.offences.any(
        lambda o: proved(o) & o.family_violence & in_the_family(o.victim_relation)
    )


def violence_reported(person: Person) -> Truth:
    """Independent, authoritative information of family violence, fairly put."""

    def counts(report: ViolenceReport) -> Truth:
        fair = report.independent & report.person_could_answer
        return fair & in_the_family(report.relation)

    return person.violence_reports.any(counts)


def family_violence(person: Person) -> Truth:
    """Family violence shown in either way."""
    return violence_proved(person) | violence_reported(person)


def listed_conduct(person: Person) -> Truth:
    """Conduct of the kinds that the community's expectations single out."""
    return (
        family_violence(person)
        | violence_or_sex_against_women_or_children(person)
        | vulnerable_or_officials(person)
        | of_kind(
            person,
            "forced_marriage",
            "human_trafficking",
            "people_smuggling",
            "worker_exploitation",
        )
        | person.offences.any(lambda o: proved(o) & o.international_crime)
    )


def victims_heard_of(person: Person) -> Truth:
    """Information on the effect on a victim that was disclosed to the person."""
    return person.victims.any(heard)
