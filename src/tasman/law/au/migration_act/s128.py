"""Section 128: cancellation while the holder is outside Australia."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import held_that_day
from tasman.law.au.migration_act.s116 import any_ground
from tasman.law.au.migration_act.stated import in_australia
from tasman.rules.handles import Truth


@act.provision(
    "128",
    kind="power",
    holder="Minister or delegate",
    natural_justice="none before; notice afterwards (s 129)",
    sources="S1 S31",
    plain="A visa may be cancelled while its holder is abroad.",
    note="A special category visa ended when its holder left, so there is none to "
    "cancel (inference).",
    data={"review": "revocation under s 131"},
)
def may_cancel_abroad(person: Person) -> Truth:
    """A visa may be cancelled on a ground of s 116, its holder outside Australia."""
    return (
        non_citizen(person)
        & ~in_australia(person)
        & person.visas.any(
            lambda visa: held_that_day(person, visa) & any_ground(person, visa)
        )
    )
