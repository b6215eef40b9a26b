"""Regulation 1.03: who is an eligible New Zealand citizen."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.s32 import new_zealander
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.law.au.status_protected import protected
from tasman.rules.handles import Truth, unknown


@regulations.provision(
    "1.03 eligible New Zealand citizen",
    since="2001-02-27",
    kind="status",
    sources="ENZ",
    plain="A New Zealander of long standing, almost as a permanent resident.",
    note="For sponsoring, and for the waivers of criteria 4013, 4014 and 5002. Asks "
    "the same presence round 2001-02-26 as protection under social security law, to "
    "which it was later reworded (secondary), and that public interest criteria 4001 "
    "to 4004 and 4007 to 4009 would have been met at the last entry.",
)
def eligible_new_zealand_citizen(person: Person) -> Truth:
    """A protected New Zealander who would have met the criteria at the last entry."""
    met = unknown(JUDGMENT, "whether the criteria would have been met on last entry")
    return new_zealander(person) & protected(person) & met
