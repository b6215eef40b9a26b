"""Sections 15 and 17: who may not come to New Zealand after a removal elsewhere."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Person
from tasman.law.nz.immigration_act.act import immigration
from tasman.law.nz.immigration_act.s161 import START, out_of_reach
from tasman.rules.handles import Truth, unknown


@immigration.provision(
    "17(2)(a)",
    since=START,
    kind="immunity",
    sources="NZ2",
    plain="A settled resident may come back all the same.",
    note="A permanent resident visa, a resident visa granted there, or one used to "
    "re-enter.",
)
def settled_resident(person: Person) -> Truth:
    """Holds a permanent resident visa, or a resident visa granted in New Zealand."""
    return person.new_zealand_resident_visa_kept


@immigration.provision(
    "15(1)(f)",
    since=START,
    kind="consequence",
    sources="NZ2",
    plain="Removed from another country: no visa for New Zealand, unless a citizen.",
    note="So whoever is removed from Australia is let in as of right only as a citizen "
    "of New Zealand.",
)
def excluded_after_a_removal(person: Person) -> Truth:
    """Removed or deported from another country; no citizen and no settled resident."""
    removed = person.removed_or_deported & ~out_of_reach(person)
    return removed & ~settled_resident(person)


@immigration.provision(
    "17(1)",
    since=START,
    kind="power",
    holder="minister",
    sources="NZ2",
    plain="A special direction may let an excluded person in.",
)
def special_direction(person: Person) -> Truth:
    """An excluded person may be let in by special direction."""
    given = unknown(JUDGMENT, "whether a special direction is given")
    return excluded_after_a_removal(person) & given
