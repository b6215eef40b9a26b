"""Section 32: the special category visa that New Zealanders are granted on arrival."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import behaviour_concern_non_citizen, non_citizen
from tasman.law.au.migration_regulations.reg_5_15a import (
    excluded_without_weight,
    mandatory_cancellation_revoked,
)
from tasman.rules.handles import Truth, as_at


def new_zealander(person: Person) -> Truth:
    """Return whether the person is a citizen of New Zealand."""
    return person.citizenships.any(
        lambda each: each.country.is_("new_zealand") & (each.ended_on > as_at)
    )


@act.provision(
    "32(2)(a)(i)",
    sources="S1",
    plain="A New Zealand citizen who shows a New Zealand passport in force.",
)
def new_zealander_with_passport(person: Person) -> Truth:
    """A non-citizen who is a New Zealand citizen and presents a passport in force."""
    return non_citizen(person) & new_zealander(person) & person.presents_nz_passport


@act.provision(
    "32(2)(a)",
    kind="entitlement",
    sources="S1",
    plain="A New Zealander with a passport, and no record or health concern.",
)
def no_concern(person: Person) -> Truth:
    """A New Zealander of neither behaviour concern nor health concern."""
    return (
        new_zealander_with_passport(person)
        & ~behaviour_concern_non_citizen(person)
        & ~person.health_concern
    )


@act.provision(
    "32(2)(c)",
    kind="entitlement",
    sources="S1 S51",
    plain="A New Zealander let in by regulation although of behaviour concern.",
    note="Paragraphs (b) and (c) both work by declaration in the regulations.",
)
def declared_by_regulation(person: Person) -> Truth:
    """Within a class that reg 5.15A declares, and no health concern."""
    return (
        new_zealander_with_passport(person)
        & ~person.health_concern
        & (excluded_without_weight(person) | mandatory_cancellation_revoked(person))
    )


@act.provision(
    "32(2)",
    kind="entitlement",
    sources="S1 S51",
    plain="Meets the criterion for a special category visa.",
    note="The criterion is not the grant: s 501(1) may still be used against an "
    "applicant who fails the character test.",
)
def meets_the_criterion(person: Person) -> Truth:
    """Meets the criterion for a special category visa: s 32(2)(a), (b) or (c)."""
    return no_concern(person) | declared_by_regulation(person)


@act.provision(
    "32 bar",
    kind="consequence",
    sources="S1 S51",
    citation="Migration Act 1958 (Cth) s 32(2)",
    plain="Cannot get a new special category visa because of the record.",
    note="Tested again on every arrival: the visa ends on every departure.",
)
def barred_from_a_new_visa(person: Person) -> Truth:
    """A New Zealander of behaviour concern whom reg 5.15A does not rescue."""
    rescued = excluded_without_weight(person) | mandatory_cancellation_revoked(person)
    return new_zealander(person) & behaviour_concern_non_citizen(person) & ~rescued
