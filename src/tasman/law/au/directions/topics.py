"""What the Directions weigh, under one name across all of them.

Each topic has a label, plain words, the ways it generally weighs, and the evidence that
would show or strengthen it in representations.
"""

from __future__ import annotations

from dataclasses import dataclass

REMOVAL, STAYING, EITHER, NEUTRAL = "removal", "staying", "either", "neutral"
FOR_REMOVAL = (REMOVAL,)
FOR_STAYING = (STAYING,)
EITHER_WAY = (EITHER,)
REMOVAL_OR_NEUTRAL = (REMOVAL, NEUTRAL)
STAYING_OR_NEUTRAL = (STAYING, NEUTRAL)


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter that a Direction may tell the decision-maker to weigh."""

    label: str
    plain: str
    weighs: tuple[str, ...]
    evidence: tuple[str, ...] = ()


_SENTENCING = "Sentencing remarks and the full criminal record"
_PROGRAMS = "Certificates and reports from courses, treatment and work in custody"
_RISK = "A psychologist's or corrections report on the risk of offending again"
_FAMILY = "Statements from family members on what removal would do to them"
_STATUS = "Proof that family members are citizens or may stay for good"

TOPICS: dict[str, Topic] = {
    # ------------------------------------------------------------- the main heads
    "protection": Topic(
        "Protection of the community",
        "How serious the conduct was, and the risk of more.",
        REMOVAL_OR_NEUTRAL,
        (_SENTENCING, _RISK, _PROGRAMS),
    ),
    "family_violence": Topic(
        "Family violence committed",
        "Whether the conduct was family violence.",
        REMOVAL_OR_NEUTRAL,
        (
            "The answer to each report of family violence, point by point",
            "Completion of a behaviour change program; acceptance of responsibility",
        ),
    ),
    "ties": Topic(
        "Strength, nature and duration of ties to Australia",
        "Family, friends, work and years in Australia.",
        STAYING_OR_NEUTRAL,
        (_FAMILY, "Letters from friends, employers, teachers and community groups"),
    ),
    "children": Topic(
        "Best interests of minor children",
        "What is best for each child under 18 whom the decision touches.",
        EITHER_WAY,
        ("For each child: birth certificate, school and health reports",),
    ),
    "expectations": Topic(
        "Expectations of the Australian community",
        "A norm that the Government states; nobody's opinion is measured.",
        REMOVAL_OR_NEUTRAL,
        ("Submissions on how much weight the stated norm should carry here",),
    ),
    "international_obligations": Topic(
        "International obligations",
        "The rights of children, and not returning people to harm.",
        STAYING_OR_NEUTRAL,
        ("Evidence on each child, and on any harm feared abroad",),
    ),
    "non_refoulement": Topic(
        "Non-refoulement: not returning people to harm",
        "Whether the person is owed protection or fears harm on return.",
        STAYING_OR_NEUTRAL,
        (
            "Any protection finding; a statement of what is feared and why",
            "Country information on the harm feared",
        ),
    ),
    "legal_consequences": Topic(
        "Legal consequences of the decision",
        "Detention, removal, bars on coming back.",
        STAYING_OR_NEUTRAL,
        ("Submissions on detention, removal and bars that would follow",),
    ),
    "impediments": Topic(
        "Extent of impediments if removed",
        "How hard it would be to settle and live in the other country.",
        STAYING_OR_NEUTRAL,
        ("Medical reports", "Evidence of who and what awaits in the other country"),
    ),
    "family": Topic(
        "Effect on immediate family in Australia",
        "What the decision would do to close family who may stay.",
        STAYING_OR_NEUTRAL,
        (_FAMILY, _STATUS),
    ),
    "victims": Topic(
        "Victims",
        "What is known, and was disclosed, of the effect on victims.",
        EITHER_WAY,
        ("Victim impact statements, and any word from victims, as disclosed",),
    ),
    "business": Topic(
        "Australian business interests",
        "Whether a major project or important service would suffer.",
        STAYING_OR_NEUTRAL,
        ("An employer's letter on the project and why the person is needed",),
    ),
    "minor_on_arrival": Topic(
        "A minor when they began living in Australia",
        "Came to live in Australia before turning 18.",
        STAYING_OR_NEUTRAL,
        ("Movement records and school records from the first years",),
    ),
    "residence_before_offending": Topic(
        "Length of residence before the offending",
        "How long Australia was home before the offending began.",
        STAYING_OR_NEUTRAL,
        ("Movement records; the date of the first offence",),
    ),
    # ------------------------------------------------------------- seriousness
    "seriousness": Topic(
        "Nature and seriousness of the conduct",
        "What was done, and how grave it was.",
        FOR_REMOVAL,
        (_SENTENCING,),
    ),
    "violent_or_sexual": Topic(
        "Violent or sexual crimes",
        "Violent and sexual crimes are seen as very serious.",
        FOR_REMOVAL,
        (_SENTENCING,),
    ),
    "women_or_children": Topic(
        "Crimes against women or children",
        "Seen as very serious whatever the sentence was.",
        FOR_REMOVAL,
        (_SENTENCING,),
    ),
    "family_violence_conduct": Topic(
        "Acts of family violence",
        "Seen as very serious, convicted or not.",
        FOR_REMOVAL,
    ),
    "forced_marriage": Topic(
        "Forced marriage",
        "Causing a forced marriage or taking part, other than as victim.",
        FOR_REMOVAL,
    ),
    "vulnerable_or_officials": Topic(
        "Crimes against vulnerable people or officials",
        "Crimes against the elderly, the disabled, or officials doing their duty.",
        FOR_REMOVAL,
    ),
    "conduct_by_opinion": Topic(
        "Conduct behind a failure of the test that rests on opinion",
        "For example bad conduct that was not a conviction.",
        FOR_REMOVAL,
    ),
    "detention_offences": Topic(
        "Offences in or escaping immigration detention",
        "Crimes in immigration detention, or on escape from it.",
        FOR_REMOVAL,
    ),
    "sentence": Topic(
        "The sentence the court imposed",
        "A guide to how serious the crime was.",
        FOR_REMOVAL,
        (_SENTENCING,),
    ),
    "frequency": Topic(
        "Frequency, and any rising trend",
        "How often, and whether it grew worse.",
        FOR_REMOVAL,
        ("The dates of all offences, and the years without any",),
    ),
    "cumulative": Topic(
        "Cumulative effect of repeated offending",
        "What the offences come to together.",
        FOR_REMOVAL,
    ),
    "false_information": Topic(
        "False or misleading information to the Department",
        "Untrue answers, such as on a passenger card.",
        FOR_REMOVAL,
        ("The card or form, and how the answer came to be given",),
    ),
    "after_warning": Topic(
        "Offending after a warning",
        "Offending after a formal warning. That there was none is no credit.",
        REMOVAL_OR_NEUTRAL,
        ("The warning letter, and proof of when it was received",),
    ),
    "overseas_offence": Topic(
        "Whether an overseas offence is one here",
        "A crime abroad counts by what it would be in Australia.",
        REMOVAL_OR_NEUTRAL,
        ("The foreign law and the court's record",),
    ),
    "drug_crime": Topic(
        "Drug importation and trafficking",
        "Singled out as very serious.",
        FOR_REMOVAL,
    ),
    "armed_robbery": Topic("Armed robbery", "Seen as very serious.", FOR_REMOVAL),
    "theft_or_fraud": Topic(
        "Serious theft, white collar crime included",
        "Seen as very serious.",
        FOR_REMOVAL,
    ),
    "mitigation": Topic(
        "Mitigating factors",
        "What makes the crime less grave, as the court or the person says.",
        STAYING_OR_NEUTRAL,
        (_SENTENCING,),
    ),
    # ------------------------------------------------------------- risk
    "risk": Topic(
        "Risk to the community of further conduct",
        "How bad it would be if it happened again, and how likely.",
        REMOVAL_OR_NEUTRAL,
        (_RISK, _PROGRAMS),
    ),
    "harm_if_repeated": Topic(
        "Harm if the conduct were repeated",
        "The graver the harm, the less risk is tolerated.",
        REMOVAL_OR_NEUTRAL,
    ),
    "likelihood": Topic(
        "Likelihood of offending again",
        "What the evidence says of the chance of more.",
        REMOVAL_OR_NEUTRAL,
        (_RISK, "Time in the community without offending, and how it was spent"),
    ),
    "rehabilitation": Topic(
        "Rehabilitation",
        "What has been done about the causes, up to the decision.",
        STAYING_OR_NEUTRAL,
        (_PROGRAMS, "A plan for work, home, treatment and support on release"),
    ),
    "stay_limits": Topic(
        "Length and purpose of the stay applied for",
        "Whether a short stay or strong reasons for it alter the risk.",
        EITHER_WAY,
        ("The reasons for the visit and how long it would last",),
    ),
    "several_convictions": Topic(
        "Several convictions",
        "They raise the risk; a gap between them may not reassure.",
        FOR_REMOVAL,
    ),
    "deterrence": Topic(
        "General deterrence",
        "Whether the decision would discourage others.",
        FOR_REMOVAL,
    ),
    # ------------------------------------------------------------- family violence
    "violence_convicted": Topic(
        "Family violence: found by a court",
        "Convicted, found guilty, or the charge proved.",
        FOR_REMOVAL,
    ),
    "violence_reported": Topic(
        "Family violence: independent information",
        "Independent and authoritative information that the person could answer.",
        FOR_REMOVAL,
        ("What was put to the person, when, and the answer given",),
    ),
    "violence_weight": Topic(
        "How serious the family violence was",
        "How often, how it grew, its effect, and what was done about it since.",
        REMOVAL_OR_NEUTRAL,
        ("Courses done since; what the person now says of the effect on others",),
    ),
    # ------------------------------------------------------------- ties
    "immediate_family": Topic(
        "Effect on immediate family who may stay",
        "What the decision would do to close family with status here.",
        STAYING_OR_NEUTRAL,
        (_FAMILY, _STATUS),
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
"""Every topic by its name."""
