"""Those harmed by the person's conduct, and what is reported of family violence."""

from __future__ import annotations

from tasman.facts.fields import ChoiceField, DateField, Record, TextField, TruthField
from tasman.facts.kinds import JUDGMENT

RELATIONS = (
    "spouse_or_de_facto",
    "former_spouse_or_de_facto",
    "intimate_partner",
    "child",
    "parent",
    "other_family",
    "not_family",
)
"""What a victim is to the person."""
FAMILY = tuple(r for r in RELATIONS if r not in ("intimate_partner", "not_family"))
"""Those who are members of the person's family beyond argument."""


class Victim(Record):
    """A person harmed by the conduct, and what is known of the effect on them."""

    label = TextField("What you call this person (no name is needed).")
    relation = ChoiceField("Who the victim is to the person.", *RELATIONS)
    effect_known = TruthField(
        "There is information about the effect on this victim or their family.",
        ask="Is there a victim impact statement, or other word of the effect?",
    )
    disclosed_to_person = TruthField(
        "That information may be, and was, disclosed to the person."
    )
    wants_person_to_stay = TruthField(
        "Has said the person should stay (yes) or should go (no)."
    )


class ViolenceReport(Record):
    """One piece of information that the person has committed family violence."""

    label = TextField("What you call it, in your own words.")
    source = ChoiceField(
        "Where it comes from.",
        "police",
        "court_order",
        "child_protection",
        "health_service",
        "victim",
        "other",
    )
    made_on = DateField("Day it was made.")
    relation = ChoiceField("Who the victim is to the person.", *RELATIONS)
    independent = TruthField(
        "From an independent and authoritative source.", lacks=JUDGMENT
    )
    person_could_answer = TruthField(
        "The person was told of it and could answer it.",
        ask="Was the report put to the person, with a fair chance to answer it?",
    )
