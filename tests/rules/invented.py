"""A vocabulary that no law uses: lighthouse keepers, their watches, lamps and reports.

It has a field of every type, lists with and without a day on which things happen, and
lists whose absence is a judgment.
"""

from tasman.facts.fields import (
    ChoiceField,
    DateField,
    ListField,
    NumberField,
    Record,
    TermField,
    TextField,
    TruthField,
)
from tasman.facts.kinds import JUDGMENT


class Watch(Record):
    """One watch that a keeper stood."""

    label = TextField("What you call it.")
    kind = ChoiceField("Which watch.", "first", "middle", "morning", "dog", "idle")
    began_on = DateField("First day.")
    ended_on = DateField("Day it ended; `never` if it goes on.")
    logged_on = DateField("Day it was entered in the log.")
    length = TermField("Length, as ordered.")
    extra = TermField("Length added.")
    ships = NumberField("Ships seen.", least=0, most=500)
    alone = TruthField("Nobody else was there.")
    diligent = TruthField("Stood with care.", lacks=JUDGMENT)


class Lamp(Record):
    """One lamp of a keeper."""

    colour = ChoiceField("Colour.", "red", "green", "white")
    lit_on = DateField("Day it was first lit.")
    out_on = DateField("Day it went out; `never` if it burns.")
    oil = NumberField("Measures of oil.", least=-50, most=50)
    trimmed = TruthField("Trimmed.")


class Report(Record):
    """One report on a keeper."""

    tone = ChoiceField("Tone.", "warm", "cool", lacks=JUDGMENT)
    made_on = DateField("Day it was made.")
    believed = TruthField("Believed.", lacks=JUDGMENT)


class Keeper(Record):
    """The keeper of a lighthouse."""

    born_on = DateField("Date of birth.")
    appointed_on = DateField("Day of appointment.")
    tower = ChoiceField("Which tower.", "north", "south", "rock")
    service = TermField("Length of service.")
    stairs = NumberField("Stairs climbed.", least=0, most=1000)
    sober = TruthField("Sober.")
    trusted = TruthField("Trusted.", lacks=JUDGMENT)
    watches = ListField("Watches.", Watch, happens="began_on")
    lamps = ListField("Lamps.", Lamp)
    reports = ListField("Reports.", Report, happens="made_on", lacks=JUDGMENT)
