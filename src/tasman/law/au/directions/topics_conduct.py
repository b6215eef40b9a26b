"""Topics about conduct: seriousness, risk, family violence."""

from __future__ import annotations

from tasman.law.au.directions.topic import (
    EITHER_WAY,
    FOR_REMOVAL,
    PROGRAMS,
    REMOVAL_OR_NEUTRAL,
    RISK_REPORT,
    SENTENCING,
    STAYING_OR_NEUTRAL,
    Topic,
)

CONDUCT: dict[str, Topic] = {
    "seriousness": Topic(
        "Nature and seriousness of the conduct",
        "What was done, and how grave it was.",
        FOR_REMOVAL,
        (SENTENCING,),
    ),
    "violent_or_sexual": Topic(
        "Violent or sexual crimes",
        "Violent and sexual crimes are seen as very serious.",
        FOR_REMOVAL,
        (SENTENCING,),
    ),
    "women_or_children": Topic(
        "Crimes against women or children",
        "Seen as very serious whatever the sentence was.",
        FOR_REMOVAL,
        (SENTENCING,),
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
        (SENTENCING,),
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
        (SENTENCING,),
    ),
    # ------------------------------------------------------------- risk
    "risk": Topic(
        "Risk to the community of further conduct",
        "How bad it would be if it happened again, and how likely.",
        REMOVAL_OR_NEUTRAL,
        (RISK_REPORT, PROGRAMS),
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
        (RISK_REPORT, "Time in the community without offending, and how it was spent"),
    ),
    "rehabilitation": Topic(
        "Rehabilitation",
        "What has been done about the causes, up to the decision.",
        STAYING_OR_NEUTRAL,
        (PROGRAMS, "A plan for work, home, treatment and support on release"),
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
}
"""These topics by name."""
