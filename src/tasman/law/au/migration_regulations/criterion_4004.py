"""Public interest criterion 4004: debts to the Commonwealth."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Truth


@regulations.provision(
    "4004",
    kind="ground",
    mark="M",
    sources="P1",
    citation="Migration Regulations 1994 (Cth) Sch 4 cl 4004",
    plain="A debt to the Commonwealth stands in the way of many visas.",
    note="Until paid, or arrangements to pay are made. The cost of a removal (s 210) "
    "and court costs are such debts.",
)
def owes_the_commonwealth(person: Person) -> Truth:
    """A debt to the Commonwealth is outstanding, and no arrangement made to pay it."""
    return non_citizen(person) & person.commonwealth_debt
