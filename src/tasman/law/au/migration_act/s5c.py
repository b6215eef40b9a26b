"""Section 5C: of character concern, a concept for the sharing of identity information.

It is neither a ground of refusal nor of cancellation, and lagged behind s 501(6).
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s501_judgment import (
    any_significant_risk,
    not_of_good_character,
    suspected_association,
)
from tasman.law.au.migration_act.s501_test import (
    fails_character_test,
    limbs_of_2014,
    substantial_criminal_record,
)
from tasman.rules.handles import Truth, readings

NO_POWER = "For the sharing of identity information: no power rests on it."


@act.provision(
    "5C",
    until="2017-02-23",
    kind="status",
    mark="I",
    sources="S1 S4",
    plain="Of character concern, while that asked for a significant risk.",
    note=f"{NO_POWER} Its total of terms fell from 24 to 12 months on 2014-12-11, with "
    "s 501(7)(d), but a risk had to be significant until 2017-02-23. The day it began, "
    "and how its association limb read, were not established.",
)
def of_character_concern_before_2017(person: Person) -> Truth:
    """Substantial record, association, not of good character, or significant risk."""
    return (
        substantial_criminal_record(person)
        | suspected_association(person)
        | not_of_good_character(person)
        | any_significant_risk(person)
    )


@act.provision(
    "5C",
    since="2017-02-23",
    until="2026-01-22",
    kind="status",
    sources="S1 S15 S35",
    plain="Of character concern, as the character test has it.",
    note=NO_POWER,
)
def of_character_concern(person: Person) -> Truth:
    """Of character concern: any limb of the character test of 2014."""
    return limbs_of_2014(person)


@act.provision(
    "5C",
    since="2026-01-22",
    kind="status",
    mark="?",
    sources="S33 S35",
    plain="Of character concern, perhaps with the ground of hatred and extremism.",
    note=f"{NO_POWER} Whether Act No. 2 of 2026 gave s 5C a limb to match was not "
    "established.",
)
def of_character_concern_perhaps_for_hatred(person: Person) -> Truth:
    """Of character concern: the limbs of 2014, and perhaps the ground of 2026."""
    return readings(
        "whether s 5C got the ground of 2026",
        limbs_of_2014(person),
        fails_character_test(person),
    )
