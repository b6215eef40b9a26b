"""Sections 10 and 78: a child born in Australia who is not a citizen."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.citizenship_act.s12 import citizen_by_birth
from tasman.law.au.migration_act.act import act
from tasman.rules.handles import Truth


def _born_here(person: Person) -> Truth:
    return person.born_in.is_("australia") & ~citizen_by_birth(person)


@act.provision(
    "10",
    kind="status",
    sources="S1",
    plain="A child born here who is no citizen is taken to have come in at birth.",
)
def taken_to_have_entered(person: Person) -> Truth:
    """Born in Australia and not a citizen by birth: taken to have entered then."""
    return _born_here(person)


@act.provision(
    "78",
    kind="status",
    sources="S1",
    plain="A child born here holds from birth a visa like that of its parent.",
    note="Of the same kind, class and terms. If both parents held visas, one of each.",
)
def holds_a_visa_from_birth(person: Person) -> Truth:
    """Born here, no citizen, of a parent who held a visa: a visa like it from birth."""
    held = person.parents.any(
        lambda parent: parent.australian_status.is_(
            "permanent_visa", "special_category_visa", "other_visa"
        )
    )
    return _born_here(person) & held


@act.provision(
    "78 special category visa",
    kind="status",
    sources="S1 S31",
    plain="A child born here to a New Zealander holds a special category visa.",
    note="What becomes of it where the child is not a citizen of New Zealand is open: "
    "see cl 444.511.",
)
def holds_the_parents_special_category_visa(person: Person) -> Truth:
    """Born here, no citizen, of a parent with a special category visa: holds one."""
    held = person.parents.any(
        lambda parent: parent.australian_status.is_("special_category_visa")
    )
    return _born_here(person) & held
