"""Offences, sentences and time in custody."""

from __future__ import annotations

from tasman.facts.fields import (
    ChoiceField,
    DateField,
    Record,
    TermField,
    TextField,
    TruthField,
)
from tasman.facts.vocabulary.harm import RELATIONS

JURISDICTIONS = (
    "commonwealth",
    "nsw",
    "vic",
    "qld",
    "wa",
    "sa",
    "tas",
    "act",
    "nt",
    "norfolk_island",
    "new_zealand",
    "united_kingdom",
    "canada",
    "united_states",
    "germany",
    "france",
    "elsewhere",
)
AUSTRALIAN = JURISDICTIONS[:10]
FOREIGN = JURISDICTIONS[10:]


class Offence(Record):
    """One offence a person was charged with, and what a court made of it."""

    label = TextField("What you call it, in your own words.")
    jurisdiction = ChoiceField("Whose law was broken.", *JURISDICTIONS)
    committed_on = DateField(
        "Day it was committed; for a course of conduct, the first."
    )
    outcome = ChoiceField(
        "What the court did.",
        "convicted",
        "proved_without_conviction",
        "acquitted_unsound_mind",
        "found_unfit",
        "charged",
        "acquitted",
        "withdrawn",
        meanings={
            "proved_without_conviction": "found guilty, or the charge proved, but "
            "discharged without a conviction",
            "acquitted_unsound_mind": "acquitted for unsoundness of mind or insanity",
            "found_unfit": "found unfit to plead",
            "charged": "charged or indicted, not yet decided",
        },
    )
    found_on = DateField(
        "Day of that outcome; for a pending charge, the day of charge."
    )
    found_committed = TruthField(
        "If unfit to plead: found on the evidence to have committed the offence."
    )
    detained_as_result = TruthField(
        "Detained in a facility or institution as a result of the acquittal or finding."
    )
    category = ChoiceField(
        "The kind of offence.",
        "homicide",
        "sexual",
        "violence",
        "robbery",
        "drugs",
        "weapons",
        "fraud",
        "property",
        "driving",
        "terrorism",
        "people_smuggling",
        "immigration",
        "order_breach",
        "public_order",
        "other",
        "forced_marriage",
        "human_trafficking",
        "worker_exploitation",
    )
    involves_child_sexually = TruthField(
        "A sexually based offence that involves a child.",
        ask="Was it a sexually based offence involving a child?",
    )
    in_immigration_detention = TruthField(
        "Committed in immigration detention, during an escape from it, or after an "
        "escape and before being retaken."
    )
    is_detention_escape = TruthField("An offence against s 197A (escape).")
    international_crime = TruthField(
        "Genocide, a crime against humanity, a war crime, torture, slavery or another "
        "crime of serious international concern."
    )
    violence = TruthField(
        "Violence against a person, or a threat of it, is an element."
    )
    sexual_without_consent = TruthField("Sexual conduct without consent is an element.")
    breaches_protection_order = TruthField(
        "Breach of an order for the personal protection of another is an element."
    )
    uses_weapon = TruthField("Using or possessing a weapon is an element.")
    is_accessory = TruthField(
        "Aiding, inducing, being party to or conspiring in such an offence."
    )
    common_assault = TruthField("Common assault or its equivalent.")
    caused_harm = TruthField(
        "Caused, or substantially contributed to, bodily harm or harm to mental health."
    )
    family_violence = TruthField("Involved family violence.")
    victim_relation = ChoiceField(
        "Who the victim is to the person.", *RELATIONS, ask="Who was the victim?"
    )
    against_child = TruthField("A child was a victim.")
    against_woman = TruthField("A woman was a victim.")
    against_vulnerable = TruthField(
        "The victim was an elderly, disabled or otherwise vulnerable person."
    )
    against_official = TruthField(
        "The victim was an official doing their duty: police, ambulance, court, prison."
    )
    maximum_penalty = TermField("The longest term the law allowed for it.")
    maximum_is_life = TruthField("Punishable by imprisonment for life.")
    taken_never_convicted = TruthField(
        "State or foreign law takes the person never to have been convicted of it "
        "(no conviction recorded against a child, for example)."
    )
    quashed_on = DateField("Day the conviction was quashed or nullified.")
    pardoned_on = DateField("Day of a pardon.")
    pardon_erases = TruthField("The pardon means: taken never to have been convicted.")
    proceedings_ended_on = DateField(
        "Day proceedings for it ended, appeals included; `never` while they go on."
    )
    imprisonable_in_new_zealand = TruthField(
        "The conduct could be punished by imprisonment in New Zealand."
    )
    removal_liability = TruthField(
        "The conviction made the person liable to removal from the country of it."
    )
    drug_supply = TruthField(
        "Supplying, importing or making drugs, rather than having them."
    )
    while_temporary_or_unlawful = TruthField(
        "Committed while on a temporary visa, or unlawfully present, in that country."
    )


class Sentence(Record):
    """One sentence, as a court imposed it. `term` is the head term, before parole."""

    label = TextField("What you call it, in your own words.")
    kind = ChoiceField(
        "What was ordered.",
        "gaol",
        "life",
        "indefinite",
        "death",
        "suspended",
        "part_suspended",
        "periodic_detention",
        "intensive_correction",
        "home_detention",
        "residential_program",
        "youth_detention",
        "fine_default",
        "community_order",
        "bond",
        "fine",
        "discharge",
        meanings={
            "gaol": "imprisonment served in a prison (military detention included)",
            "intensive_correction": "imprisonment served in the community (ICO)",
            "residential_program": "a residential drug program, or a residential "
            "program for the mentally ill, ordered on conviction",
            "fine_default": "time in place of an unpaid fine",
            "indefinite": "no fixed end, whatever the nominal term",
        },
    )
    term = TermField(
        "Head term as pronounced, before any non-parole period.",
        ask="How long was the head sentence, in the court's words?",
    )
    required = TermField(
        "Days that must be spent in periodic detention or in the program."
    )
    imposed_on = DateField("Day the court imposed it.", ask="When was it imposed?")
    convicted_on = DateField("Day of the conviction it was imposed for.")
    starts_on = DateField("Day the term starts.", ask="From what day does it run?")
    jurisdiction = ChoiceField("Whose court imposed it.", *JURISDICTIONS)
    court = ChoiceField(
        "What sort of court.", "adult", "childrens", "military", "elsewhere"
    )
    aggregate = TruthField(
        "One sentence for two or more offences.",
        ask="Is it one sentence for several offences (an aggregate sentence)?",
    )
    committed_on = DateField(
        "Day of the offence it was imposed for; for several, the first."
    )
    serves_term = TruthField(
        "For home detention: a way of serving a term of imprisonment that the court "
        "fixed, not an order that stands alone.",
        ask="Did the court fix a term of imprisonment, to be served at home?",
    )
    ordered_as_punishment = TruthField(
        "For time in default of a fine: the court ordered it as punishment itself."
    )
    taken_never_convicted = TruthField(
        "State or foreign law takes the person never to have been convicted.",
        ask="Does State or foreign law say that no conviction stands "
        "(a child's case, for example)?",
    )
    quashed_on = DateField(
        "Day the conviction was quashed or nullified.",
        ask="Has the conviction been quashed, and when?",
    )
    pardoned_on = DateField("Day of a pardon.")
    pardon_erases = TruthField("The pardon means: taken never to have been convicted.")
    replaced_on = DateField(
        "Day an appeal put another sentence in its place (enter that one as well)."
    )
    cumulative = TruthField(
        "One of two or more terms ordered to be served one after another."
    )
    security_ends_on = DateField(
        "Last day of the suspension, bond or undertaking to be of good behaviour."
    )
    drug_offence = TruthField("Imposed for a drug offence.")
    violent_offence = TruthField("Imposed for a violent offence.")
    sexual_offence = TruthField("Imposed for a sexual offence.")


class Custody(Record):
    """One unbroken time in one kind of place, on one footing."""

    place = ChoiceField(
        "Where.",
        "gaol",
        "youth_detention",
        "police_cells",
        "forensic_hospital",
        "residential_program",
        "home",
        "community",
        "immigration_detention",
    )
    basis = ChoiceField(
        "Why.",
        "sentence",
        "remand",
        "acquittal_or_unfitness",
        "parole",
        "immigration",
        "other",
        meanings={"parole": "on parole, licence or leave, outside the prison"},
    )
    full_time = TruthField("Full time: not weekends or periodic detention.")
    australian_offence = TruthField(
        "For an offence against Commonwealth, State or Territory law."
    )
    country = ChoiceField("In which country.", "australia", "new_zealand", "elsewhere")
    serious_sentence = TruthField(
        "Served because of a sentence of 12 months or more (a serious prison sentence)."
    )
    began_on = DateField("First day.")
    ended_on = DateField("Day of release; `never` if still there.")
    conviction_quashed_on = DateField(
        "Day the conviction that led to it was quashed; `never` if it stands."
    )
