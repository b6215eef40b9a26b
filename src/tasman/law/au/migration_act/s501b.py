"""Section 501B: the Minister takes over a delegate's refusal or cancellation."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import adverse, stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s501_powers import (
    does_not_satisfy,
    suspected_of_failing,
)
from tasman.law.au.migration_act.stated import stated
from tasman.rules.handles import Truth


@act.provision(
    "501B(1)",
    since="1999-06-01",
    sources="S1",
    plain="A delegate refused or cancelled the visa under s 501(1) or (2).",
    note="Also while the Tribunal is reviewing it: s 501B(5).",
)
def delegate_decided_against(person: Person) -> Truth:
    """A delegate's refusal or cancellation under s 501(1) or (2) stands."""
    return person.decisions.any(
        lambda decision: (
            decision.power.is_("501(1)", "501(2)")
            & adverse(decision)
            & decision.made_by.is_("delegate")
            & stands(decision)
        )
    )


@act.provision(
    "501B(2)",
    since="1999-06-01",
    kind="power",
    holder="Minister personally",
    natural_justice="applies (not excluded)",
    sources="S1",
    plain="The Minister may take a delegate's refusal or cancellation over in person.",
    note="It ends merits review of the delegate's decision.",
    data={"review": "no merits review", "revocation": "none"},
)
def may_take_over(person: Person) -> Truth:
    """The Minister may put a personal refusal or cancellation for a delegate's."""
    return (
        non_citizen(person)
        & delegate_decided_against(person)
        & suspected_of_failing(person)
        & does_not_satisfy(person)
        & stated(person, "national_interest")
    )
