"""Section 48: few visas may be applied for here after a refusal or a cancellation."""

from __future__ import annotations

from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import NOT_SUBSTANTIVE, in_effect
from tasman.law.au.migration_act.stated import came_here_after, in_australia
from tasman.rules.handles import Truth


def _counts(decision: Decision) -> Truth:
    """Whether a refusal or cancellation of the kinds that the section names stands."""
    cancelled = decision.result.is_("cancelled") & decision.power.is_(
        "109", "116", "133A", "133C"
    )
    refused = decision.result.is_("refused") & decision.power.is_("32", "other")
    return (cancelled | refused) & stands(decision)


@act.provision(
    "48",
    kind="consequence",
    mark="M",
    sources="S48e",
    plain="After a cancellation apart from s 501, few visas may be applied for here.",
    note="Protection, partner and other classes that reg 2.12 names stay open. Which "
    "powers count (ss 109, 116, 133A, 133C) is from memory, as it is that a decision "
    "under s 501 falls under s 501E instead. It ends with the stay.",
)
def few_visas_while_here(person: Person) -> Truth:
    """Here without a substantive visa, and refused or cancelled since last arriving."""
    holds = person.visas.any(
        lambda visa: in_effect(person, visa) & ~visa.kind.is_(*NOT_SUBSTANTIVE)
    )
    decided = person.decisions.any(
        lambda decision: _counts(decision) & ~came_here_after(person, decision.made_on)
    )
    return non_citizen(person) & in_australia(person) & ~holds & decided
