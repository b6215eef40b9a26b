"""Sections 13 to 15: lawful and unlawful non-citizens."""

from __future__ import annotations

from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import in_effect
from tasman.law.au.migration_act.stated import in_australia
from tasman.rules.handles import Truth


def _has_a_visa(person: Person) -> Truth:
    return person.visas.any(lambda visa: in_effect(person, visa))


@act.provision(
    "13",
    kind="status",
    sources="S1",
    plain="Here lawfully: a non-citizen in Australia who holds a visa.",
)
def lawful_non_citizen(person: Person) -> Truth:
    """A non-citizen in the migration zone who holds a visa that is in effect."""
    return non_citizen(person) & in_australia(person) & _has_a_visa(person)


@act.provision(
    "14",
    kind="status",
    sources="S1",
    plain="Here unlawfully: a non-citizen in Australia without a visa.",
)
def unlawful_non_citizen(person: Person) -> Truth:
    """A non-citizen in the migration zone who is not a lawful non-citizen."""
    return non_citizen(person) & in_australia(person) & ~_has_a_visa(person)


@act.provision(
    "15",
    kind="consequence",
    sources="S1",
    plain="Someone whose visa is cancelled is here unlawfully from then on, unless "
    "they hold another.",
)
def unlawful_upon_cancellation(person: Person) -> Truth:
    """A former visa holder becomes an unlawful non-citizen on cancellation."""

    def cancelled(decision: Decision) -> Truth:
        return decision.result.is_("cancelled") & stands(decision)

    return unlawful_non_citizen(person) & person.decisions.any(cancelled)
