"""Topics about people: ties, each child, and what removal means."""

from __future__ import annotations

from tasman.law.au.directions.topic import (
    EITHER_WAY,
    FAMILY_STATEMENTS,
    FOR_REMOVAL,
    FOR_STAYING,
    NEUTRAL,
    REMOVAL,
    REMOVAL_OR_NEUTRAL,
    STATUS,
    STAYING_OR_NEUTRAL,
    Topic,
)

PEOPLE: dict[str, Topic] = {
    "immediate_family": Topic(
        "Effect on immediate family who may stay",
        "What the decision would do to close family with status here.",
        STAYING_OR_NEUTRAL,
        (FAMILY_STATEMENTS, STATUS),
    ),
    "ties_to_children": Topic(
        "Ties with children who may stay",
        "Ties count for more where the children may stay in Australia.",
        FOR_STAYING,
        ("Proof of the children's citizenship or residence",),
    ),
    "other_ties": Topic(
        "Other ties to the community",
        "Every other tie, and how strong and long it is.",
        STAYING_OR_NEUTRAL,
    ),
    "residence": Topic(
        "Length of residence",
        "How long, and whether from early childhood.",
        STAYING_OR_NEUTRAL,
        ("Movement records; school, work and tax records over the years",),
    ),
    "formative_years": Topic(
        "Resident during and since the formative years",
        "Grew up in Australia and stayed.",
        FOR_STAYING,
        ("School records and movement records from childhood",),
    ),
    "soon_after_arrival": Topic(
        "Offending began soon after arrival",
        "Takes weight from the years here. No number of years is fixed.",
        FOR_REMOVAL,
        ("The dates of arrival and of the first offence, and the person's age then",),
    ),
    "contribution": Topic(
        "Time spent contributing positively",
        "Years of work, study, care or service add weight.",
        FOR_STAYING,
        ("Tax records, employers' references, proof of volunteering or care",),
    ),
    "social_links": Topic(
        "Family and social links",
        "Friends, relatives, work and community here.",
        STAYING_OR_NEUTRAL,
        ("Letters from friends, employers, teachers and community groups",),
    ),
    # ------------------------------------------------------------- each child
    "child": Topic(
        "The child's best interests",
        "Whether the decision is, or is not, best for this child.",
        EITHER_WAY,
    ),
    "relationship": Topic(
        "Nature and duration of the relationship",
        "Less weight where it is not parental, or there was long absence.",
        EITHER_WAY,
        ("Photographs, calls, visits, money sent: how the relationship was kept up",),
    ),
    "little_contact": Topic(
        "Non-parental, long absence or limited contact",
        "Generally takes weight from the child's interest in the person staying.",
        (NEUTRAL,),
    ),
    "future_role": Topic(
        "Likely positive role until the child is 18",
        "What part the person may play, and what any court order says.",
        EITHER_WAY,
        ("Parenting orders or a parenting plan", "The other parent's statement"),
    ),
    "effect_of_conduct": Topic(
        "Effect of the person's conduct on the child",
        "Whether it has harmed, or would harm, the child.",
        REMOVAL_OR_NEUTRAL,
    ),
    "separation": Topic(
        "Effect of separation on the child",
        "What being apart would do, and whether calls and visits could bridge it.",
        STAYING_OR_NEUTRAL,
        ("A psychologist's, school's or doctor's report on the child",),
    ),
    "other_carers": Topic(
        "Others who already act as parents",
        "Whether someone else fills the role.",
        (NEUTRAL, REMOVAL),
        ("Who looks after the child, day by day",),
    ),
    "childs_view": Topic(
        "The child's own view",
        "What the child wants, by age and maturity.",
        EITHER_WAY,
        ("The child's letter, or a counsellor's account of the child's wish",),
    ),
    "violence_to_child": Topic(
        "Violence, abuse or neglect of the child",
        "The child was, or may be, hurt, neglected or exposed to family violence.",
        FOR_REMOVAL,
    ),
    "trauma": Topic(
        "Trauma from the person's conduct",
        "Physical or emotional trauma the child has suffered.",
        FOR_REMOVAL,
    ),
    "childs_age": Topic(
        "The child's age",
        "How old the child is, and so how long until 18.",
        EITHER_WAY,
        ("The child's birth certificate",),
    ),
    "childs_time_here": Topic(
        "The child's time in Australia",
        "How long the child has lived here.",
        STAYING_OR_NEUTRAL,
        ("School and health records from the child's years here",),
    ),
    "childs_status": Topic(
        "The child's citizenship or residence",
        "Whether the child may stay in Australia.",
        STAYING_OR_NEUTRAL,
        ("The child's citizenship certificate or visa",),
    ),
    "life_abroad": Topic(
        "The child's life in the other country",
        "Schools, health, language and culture, if the child went too.",
        STAYING_OR_NEUTRAL,
        ("Evidence on schools, health care and language in the other country",),
    ),
    # ------------------------------------------------------------- the rest
    "listed_conduct": Topic(
        "Conduct the expectations single out",
        "Family violence, forced marriage, serious crimes against women, children, the "
        "vulnerable or officials, trafficking and the like, exploitation of workers.",
        FOR_REMOVAL,
    ),
    "protection_finding": Topic(
        "A protection finding has been made",
        "Cannot be removed to the country of the finding: s 197C(3).",
        FOR_STAYING,
        ("The decision that made the finding",),
    ),
    "claims_without_finding": Topic(
        "Harm is claimed, without a finding",
        "Claims that may be raised; a protection visa may have to be applied for.",
        STAYING_OR_NEUTRAL,
        ("A statement of what is feared and why",),
    ),
    "age_and_health": Topic(
        "Age and health",
        "How old and how well; not only diagnosed illness.",
        STAYING_OR_NEUTRAL,
        ("Medical reports, and what treatment the other country offers",),
    ),
    "language_or_culture": Topic(
        "Language or cultural barriers",
        "Whether language or customs would stand in the way.",
        STAYING_OR_NEUTRAL,
    ),
    "support_abroad": Topic(
        "Social, medical and economic support abroad",
        "Who and what would help there, as for other citizens of that country.",
        STAYING_OR_NEUTRAL,
        ("Which relatives, if any, live there, and what help is open to returnees",),
    ),
    "disruption": Topic(
        "Disruption to family, business and other ties",
        "What would be broken off.",
        STAYING_OR_NEUTRAL,
    ),
    "partner": Topic(
        "A genuine marriage or partnership",
        "Whether it is genuine, and what the partner knew.",
        STAYING_OR_NEUTRAL,
        ("Proof of the relationship, and of what the partner knew and when",),
    ),
    "family_composition": Topic(
        "Where the family is",
        "Who is here and who is abroad.",
        EITHER_WAY,
    ),
    "evasion": Topic(
        "Likely evasion of legal matters",
        "Whether the person is likely to evade legal matters.",
        FOR_REMOVAL,
    ),
    "breach_of_conditions": Topic(
        "Likely breach of visa conditions",
        "Whether conditions would be kept.",
        FOR_REMOVAL,
    ),
    "visa_kind": Topic(
        "Temporary or permanent visa",
        "What kind of visa it is.",
        EITHER_WAY,
    ),
    "purpose_and_stay": Topic(
        "Purpose and length of stay, compassionate circumstances",
        "Why and for how long the person is here.",
        EITHER_WAY,
    ),
    "warning": Topic(
        "An earlier formal warning",
        "Whether the person was warned before.",
        REMOVAL_OR_NEUTRAL,
        ("The warning letter, and proof of when it was received",),
    ),
    "victim_for_staying": Topic(
        "A victim wants the person to stay",
        "What a victim has said in the person's favour.",
        FOR_STAYING,
        ("The victim's own statement, freely made",),
    ),
    "victim_for_removal": Topic(
        "A victim wants the person to go",
        "What a victim has said against the person.",
        FOR_REMOVAL,
    ),
    "personal_circumstances": Topic(
        "Age, health, education, hardship to the person",
        "The person's own situation.",
        STAYING_OR_NEUTRAL,
        ("Medical reports; school and training records",),
    ),
    "links_abroad": Topic(
        "Links to the country of return",
        "Whom and what the person knows there.",
        EITHER_WAY,
    ),
}
"""These topics by name."""
