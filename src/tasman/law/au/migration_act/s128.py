"""Sections 128 and 131: cancellation while the holder is outside Australia."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import held_that_day
from tasman.law.au.migration_act.s116 import any_ground
from tasman.law.au.migration_act.stated import in_australia
from tasman.rules.handles import Truth, as_at, unknown


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


@act.provision(
    "131",
    kind="duty",
    holder="Minister or delegate",
    natural_justice="by an answer to the notice under s 129",
    mark="M",
    sources="S1",
    plain="A cancellation made abroad must be revoked, if there was no ground or there "
    "is another reason.",
    note="That revocation lies under s 131 was read; its two grounds are from memory. "
    "It depends on an answer within the time that the notice fixes.",
    data={"review": "Tribunal, as in ordinary migration matters"},
)
def must_revoke_a_cancellation_made_abroad(person: Person) -> Truth:
    """A cancellation under s 128 must be revoked if there was no ground for it."""
    cancelled = person.decisions.any(
        lambda decision: (
            decision.power.is_("128")
            & decision.result.is_("cancelled")
            & (decision.undone_on > as_at)
        )
    )
    reason = unknown(JUDGMENT, "whether there was a ground, or is a reason to revoke")
    return non_citizen(person) & cancelled & reason
