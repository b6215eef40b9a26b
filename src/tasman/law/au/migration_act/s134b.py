"""Section 134B: cancellation on ASIO's recommendation, the holder abroad."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import holds_a_visa
from tasman.law.au.migration_act.stated import in_australia, recorded
from tasman.rules.handles import Truth


@act.provision(
    "134B",
    since="2014-12-01",
    kind="duty",
    holder="Minister",
    natural_justice="does not apply (s 134A)",
    mark="M",
    sources="S1 S61",
    plain="The visas of someone abroad must be cancelled if ASIO says they might be a "
    "risk to security and recommends it.",
    note="The text was read, as made; the starting day is from memory.",
    data={"review": "no merits review", "revocation": "s 134C"},
)
def must_cancel_on_recommendation(person: Person) -> Truth:
    """All visas must be cancelled: ASIO recommends it, and the holder is abroad."""
    return (
        non_citizen(person)
        & holds_a_visa(person)
        & ~in_australia(person)
        & recorded(person, "security_cancellation_recommended")
    )
