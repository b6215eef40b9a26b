"""Section 501C: the Minister revokes a decision made without hearing the person."""

from __future__ import annotations

from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import adverse, stands, undone
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s501_powers import can_pass
from tasman.law.au.migration_regulations.reg_2_52 import made_within_seven_days
from tasman.rules.handles import Truth, as_at

UNHEARD = ("501(3)", "501A(3)")


def _unheard(decision: Decision) -> Truth:
    return decision.power.is_(*UNHEARD) & adverse(decision)


@act.provision(
    "501C(3)",
    since="1999-06-01",
    kind="duty",
    holder="Minister",
    sources="S1",
    plain="The Minister must give the person notice and invite representations.",
    note="As soon as practicable after the decision.",
)
def must_invite(person: Person) -> Truth:
    """Notice of a decision unheard, and an invitation, are due if not yet given."""
    return non_citizen(person) & person.decisions.any(
        lambda decision: (
            _unheard(decision) & stands(decision) & (decision.notified_on > as_at)
        )
    )


@act.provision(
    "501C(4)(b)",
    since="1999-06-01",
    kind="ground",
    sources="S1",
    plain="The person satisfies the Minister that they pass the character test.",
    note="The only ground: unlike s 501CA(4) there is no 'another reason'.",
)
def passes_after_all(person: Person) -> Truth:
    """The person satisfies the Minister that they pass the character test."""
    return can_pass(person)


@act.provision(
    "501C(4)",
    since="1999-06-01",
    kind="power",
    holder="Minister personally",
    natural_justice="by representations after the event",
    sources="S1 S29",
    plain="The Minister may undo the decision if the person passes the test after all.",
    data={"review": "no merits review"},
)
def may_revoke(person: Person) -> Truth:
    """The Minister may revoke, on representations in time, if the person passes."""
    answered = person.decisions.any(
        lambda decision: (
            _unheard(decision) & stands(decision) & made_within_seven_days(decision)
        )
    )
    return non_citizen(person) & passes_after_all(person) & answered


@act.provision(
    "501C(6)",
    since="1999-06-01",
    kind="consequence",
    sources="S1",
    plain="Once revoked, the decision is taken never to have been made.",
)
def taken_never_made(decision: Decision) -> Truth:
    """A revoked decision under s 501(3) or 501A(3) is taken not to have been made."""
    return _unheard(decision) & undone(decision)


@act.provision(
    "501C(7)",
    since="1999-06-01",
    kind="consequence",
    sources="S1",
    plain="Detention before the revocation stays lawful.",
)
def no_claim_for_detention(decision: Decision) -> Truth:
    """Detention between the decision and its revocation stays lawful."""
    return taken_never_made(decision)
