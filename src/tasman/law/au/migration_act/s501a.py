"""Section 501A: the Minister overrules a decision in the person's favour."""

from __future__ import annotations

from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import stands, undone
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import holds_a_visa
from tasman.law.au.migration_act.s501_powers import (
    applies_for_a_visa,
    does_not_satisfy,
    suspected_of_failing,
)
from tasman.law.au.migration_act.stated import stated
from tasman.rules.handles import Truth


def _within_reach(person: Person) -> Truth:
    visa = holds_a_visa(person) | applies_for_a_visa(person)
    return non_citizen(person) & visa & favourable_decision(person)


def _left_alone(decision: Decision) -> Truth:
    return (
        decision.power.is_("501(1)", "501(2)")
        & decision.result.is_("not_refused", "not_cancelled")
        & decision.made_by.is_("delegate", "tribunal")
        & stands(decision)
    )


def _undid(decision: Decision) -> Truth:
    return (
        decision.power.is_("501(1)", "501(2)")
        & decision.result.is_("refused", "cancelled")
        & undone(decision)
        & decision.undone_by.is_("tribunal")
    )


@act.provision(
    "501A(1)",
    since="1999-06-01",
    sources="S1",
    plain="A delegate or the Tribunal decided in the person's favour under s 501.",
)
def favourable_decision(person: Person) -> Truth:
    """A delegate or the Tribunal decided not to refuse or cancel."""
    return person.decisions.any(
        lambda decision: _left_alone(decision) | _undid(decision)
    )


@act.provision(
    "501A(2)",
    since="1999-06-01",
    kind="power",
    holder="Minister personally",
    natural_justice="applies",
    sources="S1",
    plain="The Minister may overrule a favourable decision, after hearing the person.",
    note="No duty to consider using it.",
    data={"review": "no merits review", "revocation": "none"},
)
def may_overrule_after_hearing(person: Person) -> Truth:
    """The Minister may refuse or cancel instead, after notice."""
    return (
        _within_reach(person)
        & suspected_of_failing(person)
        & does_not_satisfy(person)
        & stated(person, "national_interest")
    )


@act.provision(
    "501A(3)",
    since="1999-06-01",
    kind="power",
    holder="Minister personally",
    natural_justice="does not apply",
    sources="S1",
    plain="The Minister may overrule a favourable decision without hearing the person.",
    data={"review": "no merits review", "revocation": "s 501C"},
)
def may_overrule_unheard(person: Person) -> Truth:
    """The Minister may refuse or cancel instead, unheard."""
    return (
        _within_reach(person)
        & suspected_of_failing(person)
        & stated(person, "national_interest")
    )
