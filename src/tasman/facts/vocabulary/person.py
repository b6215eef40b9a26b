"""The person: everything that can be known of one case."""

from __future__ import annotations

from tasman.facts.fields import ChoiceField, DateField, ListField, Record, TruthField
from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary.family import Child, Relative
from tasman.facts.vocabulary.movement import (
    COUNTRIES,
    Citizenship,
    Stay,
    Visa,
    VisaApplication,
)
from tasman.facts.vocabulary.offending import Custody, Offence, Sentence
from tasman.facts.vocabulary.process import Decision, Finding


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
    decisions = ListField("Decisions about visas.", Decision, happens="made_on")
