"""Special return criterion 5001: who may not be granted a visa to come back."""

from __future__ import annotations

from tasman.facts.vocabulary import Decision, Person
from tasman.facts.vocabulary.movement import PERMANENT_VISAS
from tasman.law.au.migration_act.decided import CHARACTER, stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s501_record import (
    sentenced_to_death,
    sentenced_to_life,
    sentenced_to_twelve_months,
)
from tasman.law.au.migration_act.stated import came_here_after, in_australia
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Truth, readings

CITATION = "Migration Regulations 1994 (Cth) Sch 5 cl 5001"
NO_END = "No limit of time and no waiver. Binds only classes whose criteria name it."


def given_a_permanent_visa_since(person: Person) -> Truth:
    """Return whether the Minister personally granted a permanent visa afterwards."""
    return person.visas.any(
        lambda visa: (
            visa.granted_by_minister
            & visa.kind.is_(*PERMANENT_VISAS)
            & person.decisions.any(
                lambda decision: (
                    _cancelled(decision) & (decision.made_on < visa.granted_on)
                )
            )
        )
    )


def _cancelled(decision: Decision) -> Truth:
    return decision.result.is_("cancelled") & stands(decision)


def _cancelled_under(person: Person, *powers: str) -> Truth:
    return person.decisions.any(
        lambda decision: decision.power.is_(*powers) & _cancelled(decision)
    )


def _again(person: Person) -> Truth:
    cancelled = _cancelled_under(person, "501BA(2)")
    return cancelled & ~given_a_permanent_visa_since(person)


@regulations.provision(
    "5001(a)",
    kind="ground",
    sources="S48",
    citation=CITATION + "(a)",
    plain="Left Australia under a deportation order.",
)
def left_under_deportation_order(person: Person) -> Truth:
    """The person left Australia under a deportation order, back since or not."""
    return person.decisions.any(
        lambda decision: (
            decision.result.is_("deportation_ordered")
            & stands(decision)
            & (~in_australia(person) | came_here_after(person, decision.made_on))
        )
    )


@regulations.provision(
    "5001(b)",
    kind="ground",
    sources="S48",
    citation=CITATION + "(b)",
    plain="Visa cancelled for crime before June 1999, under the old section.",
)
def cancelled_under_the_old_section(person: Person) -> Truth:
    """A visa was cancelled under s 501 as it stood before 1999-06-01."""
    return person.decisions.any(
        lambda decision: decision.power.is_("old 501") & _cancelled(decision)
    )


@regulations.provision(
    "5001(c)",
    until="2015-10-17",
    kind="ground",
    mark="?",
    sources="S46 S48",
    citation=CITATION + "(c)",
    plain="Visa cancelled on character grounds because of crime.",
    note="In 2013 only cancellations resting on a substantial criminal record or on "
    "criminal conduct; when it was widened is not established, and is taken to be no "
    "later than the day (d) was added.",
)
def cancelled_for_crime(person: Person) -> Truth:
    """A visa was cancelled under s 501, 501A or 501B for crime, or perhaps at all."""
    cancelled = _cancelled_under(person, *CHARACTER)
    criminal = (
        sentenced_to_death(person)
        | sentenced_to_life(person)
        | sentenced_to_twelve_months(person)
    )
    widened = readings("when (c) was widened", cancelled, cancelled & criminal)
    return widened & ~given_a_permanent_visa_since(person)


@regulations.provision(
    "5001(c)",
    since="2015-10-17",
    kind="ground",
    sources="S48",
    citation=CITATION + "(c)",
    plain="Visa cancelled on character grounds, and not given back.",
)
def cancelled_on_character_grounds(person: Person) -> Truth:
    """A visa was cancelled under s 501, 501A or 501B, and that was not revoked."""
    return _cancelled_under(person, *CHARACTER) & ~given_a_permanent_visa_since(person)


@regulations.provision(
    "5001(d)",
    since="2015-10-17",
    kind="ground",
    sources="S48 S49 C169",
    citation=CITATION + "(d)",
    plain="Visa cancelled a second time by the Minister, under s 501BA.",
)
def cancelled_again(person: Person) -> Truth:
    """A visa was cancelled under s 501BA, with no permanent visa granted since."""
    return _again(person)


@regulations.provision(
    "5001",
    kind="consequence",
    sources="S48",
    citation=CITATION,
    plain="Cannot be granted a visa that requires the special return criterion.",
    note=NO_END,
)
def shut_out(person: Person) -> Truth:
    """The person cannot meet special return criterion 5001."""
    within = (
        left_under_deportation_order(person)
        | cancelled_under_the_old_section(person)
        | cancelled_on_character_grounds(person)
        | cancelled_again(person)
    )
    return non_citizen(person) & within
