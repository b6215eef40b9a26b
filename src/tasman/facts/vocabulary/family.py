"""Children and other family."""

from __future__ import annotations

from tasman.facts.fields import ChoiceField, DateField, Record, TextField, TruthField


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
