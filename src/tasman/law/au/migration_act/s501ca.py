"""Section 501CA: undoing a mandatory cancellation."""

from __future__ import annotations

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import (
    mandatory_cancellation,
    stands,
    undone,
)
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s501_powers import can_pass
from tasman.law.au.migration_act.stated import stated
from tasman.law.au.migration_regulations.reg_2_52 import made_within_twenty_eight_days
from tasman.rules.handles import Truth, as_at, unknown

AAT = "Administrative Appeals Tribunal, of a delegate's refusal (s 500(1)(ba))"
ART = "Administrative Review Tribunal, of a delegate's refusal (s 500(1)(ba))"
NO_DISCRETION = (
    "If satisfied of either ground, the decision-maker is treated as having no "
    "discretion left to refuse ([2016] FCA 1166, from memory). The Minister's own "
    "refusal cannot be reviewed on the merits."
)


@act.provision(
    "501CA(3)",
    since="2014-12-11",
    kind="duty",
    holder="Minister or delegate",
    sources="S1 S22",
    plain="The person must be told of the cancellation and invited to answer.",
    note="As soon as practicable after the decision.",
)
def must_invite(person: Person) -> Truth:
    """Notice of a s 501(3A) cancellation, and an invitation, are due."""
    return non_citizen(person) & person.decisions.any(
        lambda decision: (
            mandatory_cancellation(decision)
            & stands(decision)
            & (decision.notified_on > as_at)
        )
    )


@act.provision(
    "501CA(3) again",
    since="2014-12-11",
    kind="power",
    holder="Minister or delegate",
    natural_justice="by representations after the event",
    mark="?",
    sources="S22",
    citation="Migration Act 1958 (Cth) s 501CA(3): a second invitation",
    plain="Whether a second invitation can start the 28 days afresh.",
    note="[2021] FCAFC 91 says no; orders of the High Court, made by concession, leave "
    "it open.",
)
def may_invite_again(person: Person) -> Truth:
    """Whether a second invitation can be given is unsettled."""
    notified = person.decisions.any(
        lambda decision: (
            mandatory_cancellation(decision)
            & stands(decision)
            & (decision.notified_on <= as_at)
        )
    )
    again = unknown(UNSETTLED, "whether s 501CA(3) allows a second invitation")
    return non_citizen(person) & notified & again


@act.provision(
    "501CA(4)(a)",
    since="2014-12-11",
    kind="ground",
    sources="S1 S29",
    plain="The person answered the invitation in time.",
)
def answered_in_time(person: Person) -> Truth:
    """Representations were made in accordance with the invitation."""
    return person.decisions.any(
        lambda decision: (
            mandatory_cancellation(decision)
            & stands(decision)
            & made_within_twenty_eight_days(decision)
        )
    )


@act.provision(
    "501CA(4)(b)(i)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="The person passes the character test after all.",
)
def passes_after_all(person: Person) -> Truth:
    """The Minister is satisfied that the person passes the character test."""
    return can_pass(person)


@act.provision(
    "501CA(4)(b)(ii)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="There is another reason to give the visa back.",
)
def another_reason(person: Person) -> Truth:
    """The Minister is satisfied that there is another reason to revoke."""
    return stated(person, "another_reason")


@act.provision(
    "501CA(4)",
    since="2014-12-11",
    until="2024-10-14",
    kind="power",
    holder="Minister or delegate",
    natural_justice="by representations after the event",
    sources="S1 S29",
    plain="The cancellation may be undone, if the person answered in time and passes "
    "the test or gives another reason.",
    note=NO_DISCRETION,
    data={"review": AAT},
)
@act.provision(
    "501CA(4)",
    since="2024-10-14",
    kind="power",
    holder="Minister or delegate",
    natural_justice="by representations after the event",
    sources="S1 S29 S37",
    plain="The cancellation may be undone, if the person answered in time and passes "
    "the test or gives another reason.",
    note=NO_DISCRETION,
    data={"review": ART},
)
def may_revoke(person: Person) -> Truth:
    """The Minister may revoke, on representations in time and either ground."""
    reason = passes_after_all(person) | another_reason(person)
    return non_citizen(person) & answered_in_time(person) & reason


@act.provision(
    "501CA(5)",
    since="2014-12-11",
    kind="consequence",
    sources="S1",
    plain="Once revoked, the cancellation is taken never to have been made.",
)
def taken_never_made(decision: Decision) -> Truth:
    """A revoked s 501(3A) cancellation is taken not to have been made."""
    return (
        mandatory_cancellation(decision)
        & undone(decision)
        & decision.undone_by.is_("delegate", "minister", "tribunal")
    )


@act.provision(
    "501CA(6)",
    since="2014-12-11",
    kind="consequence",
    sources="S1",
    plain="Detention before the revocation stays lawful.",
)
def no_claim_for_detention(decision: Decision) -> Truth:
    """Detention between the cancellation and its revocation stays lawful."""
    return taken_never_made(decision)
