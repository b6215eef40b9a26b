"""Children and other family."""

from __future__ import annotations

from tasman.facts.fields import (
    ChoiceField,
    DateField,
    Record,
    TermField,
    TextField,
    TruthField,
)


class Child(Record):
    """A child whom a decision about the person would affect."""

    label = TextField("What you call the child (no name is needed).")
    born_on = DateField("Date of birth.")
    in_australia = TruthField("Lives in Australia.")
    australian_citizen = TruthField("Is an Australian citizen.")
    permanent_resident = TruthField("May live in Australia indefinitely.")
    own_child = TruthField("The person's own child, by birth, adoption or law.")
    parental_role = TruthField("The person acts as a parent to the child.")
    lives_with_person = TruthField("Lives with the person.")
    harmed_by_person = TruthField("Has suffered from the person's conduct.")
    close_relationship = TruthField("Is close to the person, as to a parent or not.")
    long_absence = TruthField(
        "Has been apart from the person for long, or has little meaningful contact."
    )
    contact_limited_by_order = TruthField("A court order limits or bars contact.")
    other_parental_carer = TruthField("Another person already acts as a parent.")
    has_stated_view = TruthField(
        "The child's own view is known.",
        ask="What does the child want, and who has heard it?",
    )
    at_risk_from_person = TruthField(
        "Was, or is at risk of being, abused, neglected or exposed to family violence "
        "by the person."
    )
    may_leave_with_person = TruthField("Might go abroad with the person.")


class Relative(Record):
    """A member of the immediate family, other than a minor child."""

    label = TextField("What you call this person (no name is needed).")
    relation = ChoiceField(
        "Relation to the person.", "partner", "parent", "child", "sibling", "other"
    )
    in_australia = TruthField("Lives in Australia.")
    australian_citizen = TruthField("Is an Australian citizen.")
    permanent_resident = TruthField("May live in Australia indefinitely.")
    began_on = DateField("Day the relation began.")
    ended_on = DateField("Day it ended; `never` if it lasts.")


class Parent(Record):
    """A parent of the person, and what the parent was on the day of the birth."""

    label = TextField("What you call this parent (no name is needed).")
    role = ChoiceField("Which parent.", "mother", "father", "other")
    australian_status = ChoiceField(
        "Status in Australia on the day the person was born.",
        "citizen",
        "permanent_visa",
        "special_category_visa",
        "exempt_non_citizen",
        "other_visa",
        "unlawful",
        "diplomat",
        "outside_australia",
        meanings={
            "exempt_non_citizen": "a New Zealander before 1994-09-01, needing no visa",
            "diplomat": "a diplomatic or consular representative, or the spouse or "
            "dependent child of one",
            "outside_australia": "abroad, and not a citizen",
        },
        ask="What was the parent's status in Australia when the person was born?",
    )
    protected_at_birth = TruthField(
        "Was a protected special category visa holder when the person was born."
    )
    granted_189_on = DateField(
        "Day this parent, as a New Zealander, was granted a subclass 189 visa."
    )
    citizen_by_descent = TruthField("Was an Australian citizen by descent.")
    lawful_time_in_australia = TermField(
        "Time lawfully in Australia, in total, before the application."
    )
    new_zealand_citizen = TruthField("Was a citizen of New Zealand at the birth.")
    new_zealand_by_descent = TruthField("Was a citizen of New Zealand by descent only.")
    new_zealand_indefinite = TruthField(
        "Could stay in New Zealand, the Cook Islands, Niue or Tokelau indefinitely."
    )
    new_zealand_immunity = TruthField(
        "Had diplomatic or consular immunity in New Zealand at the birth."
    )
