"""The person: everything that can be known of one case."""

from __future__ import annotations

from tasman.facts.fields import (
    ChoiceField,
    DateField,
    ListField,
    NumberField,
    Record,
    TruthField,
)
from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary.family import Child, Relative
from tasman.facts.vocabulary.harm import Victim, ViolenceReport
from tasman.facts.vocabulary.movement import (
    COUNTRIES,
    Citizenship,
    Stay,
    Visa,
    VisaApplication,
)
from tasman.facts.vocabulary.offending import Custody, Offence, Sentence
from tasman.facts.vocabulary.process import Decision, Finding, Notice


class Person(Record):
    """The person whom a case is about."""

    born_on = DateField("Date of birth.", ask="When was the person born?")
    born_in = ChoiceField("Country of birth.", *COUNTRIES)
    aboriginal_descent = TruthField(
        "Of Aboriginal or Torres Strait Islander descent.",
        ask="Is the person of Aboriginal or Torres Strait Islander descent?",
    )
    identifies_as_aboriginal = TruthField(
        "Identifies as an Aboriginal person or a Torres Strait Islander."
    )
    recognised_as_aboriginal = TruthField(
        "Recognised as such by elders or others with traditional authority."
    )
    in_australia = TruthField("Is in Australia on the as-at day.")
    presents_nz_passport = TruthField("Presents a New Zealand passport in force.")
    health_concern = TruthField("Is a health concern non-citizen.")
    removed_or_deported = TruthField(
        "Was ever removed or deported, from Australia or another country."
    )
    removed_only_after_revoked_501_3a = TruthField(
        "The only removal followed a s 501(3A) cancellation since revoked."
    )
    excluded_elsewhere = TruthField(
        "Was excluded from another country in prescribed circumstances."
    )
    excluded_without_weight = TruthField(
        "The Minister thinks that exclusion no reason to exclude from Australia.",
        lacks=JUDGMENT,
    )
    stateless = TruthField("Has no nationality.")
    removal_requested_on = DateField(
        "Day the person asked in writing to be removed; `never` if not."
    )
    foreign_permission_on = DateField(
        "Day another country gave permission to enter and stay there; `never` if not."
    )
    warned_on = DateField(
        "Day of a formal warning, or of written notice, that offending may cost the "
        "visa; `never` if none.",
        ask="Was the person ever warned that offending could cost the visa?",
    )
    gave_false_information = TruthField(
        "Gave the Department false or misleading information."
    )
    offended_soon_after_arrival = TruthField(
        "Began offending soon after arriving; no number of years is fixed.",
        lacks=JUDGMENT,
    )
    years_contributing = NumberField(
        "Years of work, study, care or voluntary service in Australia.",
        most=120,
        unit="years",
        ask="How many years of work, study, care or voluntary service?",
    )
    has_social_links = TruthField(
        "Has friends, work, study, community or other links in Australia."
    )
    fears_harm_on_return = TruthField("Says that harm awaits in the other country.")
    health_condition = TruthField("Has a physical or mental illness or disability.")
    language_barrier_abroad = TruthField(
        "Would meet substantial barriers of language or culture abroad."
    )
    support_abroad = TruthField(
        "Would have family, social, medical or economic support abroad."
    )
    needed_for_major_project = TruthField(
        "Removal would gravely harm a major project or important service in Australia.",
        lacks=JUDGMENT,
    )
    rehabilitation_done = TruthField(
        "Has done courses, treatment or other work on the causes of the offending."
    )
    risk_assessed = TruthField("A report assesses the risk of offending again.")
    citizenships = ListField("Citizenships.", Citizenship, happens="began_on")
    stays = ListField("Stays in Australia.", Stay, happens="arrived_on")
    visas = ListField("Australian visas.", Visa, happens="granted_on")
    applications = ListField(
        "Applications for Australian visas.", VisaApplication, happens="made_on"
    )
    offences = ListField("Offences charged or found.", Offence, happens="found_on")
    sentences = ListField("Sentences.", Sentence, happens="imposed_on")
    custody = ListField("Times in custody.", Custody, happens="began_on")
    children = ListField("Minor children affected.", Child, happens="born_on")
    relatives = ListField("Other close family.", Relative)
    findings = ListField(
        "Findings and suspicions.", Finding, happens="made_on", lacks=JUDGMENT
    )
    victims = ListField("Victims, so far as known.", Victim)
    violence_reports = ListField(
        "Reports of family violence, convicted or not.",
        ViolenceReport,
        happens="made_on",
    )
    decisions = ListField("Decisions about visas.", Decision, happens="made_on")
    notices = ListField(
        "Notices given, and answers to them.", Notice, happens="given_on"
    )
    asked_for_removal_on = DateField(
        "Day the person asked in writing to be removed: s 198(1); `never` if not."
    )
