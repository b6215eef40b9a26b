"""Section 198: when the duty to remove arises. Removal itself has no fixed day.

A court application or a Tribunal application does not suspend it: ss 481, 486AB.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Notice, Person
from tasman.law.au.immunities import out_of_reach_of_detention
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import stands
from tasman.law.au.migration_act.s15 import unlawful_non_citizen
from tasman.law.au.migration_regulations.reg_2_53 import (
    last_day_for_representations,
    last_day_for_representations_after_a_decision_unheard,
    time_has_run_out,
)
from tasman.law.au.time_limits import NO_LENGTH, NOWHERE, terms
from tasman.rules.handles import Truth, as_at

_DUE = terms(
    "L18",
    "Remove the person",
    who="officer",
    trigger="the end of the time for representations, or the refusal to revoke",
    missed="As soon as reasonably practicable; no day is fixed.",
    unit=NO_LENGTH,
    rolls=False,
    whose_holidays=NOWHERE,
)


def _unheard_and_unanswered(notice: Notice) -> Truth:
    last = last_day_for_representations_after_a_decision_unheard(notice)
    unheard = notice.what.is_("cancellation_without_notice")
    return unheard & time_has_run_out(notice, last)


def _unanswered(notice: Notice) -> Truth:
    mandatory = notice.what.is_("mandatory_cancellation")
    return mandatory & time_has_run_out(notice, last_day_for_representations(notice))


def _pending_visa_application(person: Person) -> Truth:
    return person.applications.any(
        lambda application: (
            ~application.kind.is_("bridging", "bridging_e_050")
            & ~(application.finished_on <= as_at)
        )
    )


def _may_be_removed(person: Person) -> Truth:
    """Whether s 198 reaches the person: here without a visa, and an alien."""
    return unlawful_non_citizen(person) & ~out_of_reach_of_detention(person)


@act.provision(
    "198(1)",
    kind="duty",
    holder="officer",
    sources="P1",
    plain="Someone here without a visa who asks in writing to leave must be removed.",
    note="As soon as reasonably practicable. It does not end representations.",
)
def asked_to_be_removed(person: Person) -> Truth:
    """An unlawful non-citizen has asked the Minister in writing to be removed."""
    return _may_be_removed(person) & (person.asked_for_removal_on <= as_at)


@act.provision(
    "198(2A)(d)",
    kind="definition",
    sources="P1 P42",
    plain="The answer under s 501C is over.",
)
def unheard_decision_is_final(person: Person) -> Truth:
    """The time for representations under s 501C passed, or revocation was refused."""
    return person.decisions.any(
        lambda decision: (
            decision.power.is_("501C(4)")
            & decision.result.is_("not_revoked")
            & stands(decision)
        )
    ) | person.notices.any(_unheard_and_unanswered)


def _personal(person: Person, *heard: str) -> Truth:
    decided = person.decisions.any(
        lambda decision: (
            decision.made_by.is_("minister")
            & decision.power.is_(*heard)
            & decision.result.is_("cancelled", "refused")
            & stands(decision)
        )
    )
    unheard = person.decisions.any(
        lambda decision: (
            decision.power.is_("501(3)", "501A(3)")
            & decision.result.is_("cancelled", "refused")
            & stands(decision)
        )
    )
    due = decided | (unheard & unheard_decision_is_final(person))
    return _may_be_removed(person) & due & ~_pending_visa_application(person)


_PERSONAL = ("501(1)", "501(2)", "501A(2)", "501B(2)")
_OPEN = (
    "Whether a mandatory cancellation made by the Minister personally comes under this "
    "subsection is open."
)


@act.provision(
    "198(2A)",
    until="2017-02-23",
    kind="duty",
    holder="officer",
    sources="P1",
    plain="Removal after the Minister's own decision.",
    note=_OPEN,
)
def removal_after_a_personal_decision_before_2017(person: Person) -> Truth:
    """The Minister personally cancelled or refused under ss 501, 501A or 501B."""
    return _personal(person, *_PERSONAL)


@act.provision(
    "198(2A)",
    since="2017-02-23",
    kind="duty",
    holder="officer",
    sources="P1 P42",
    plain="Removal after the Minister's own decision.",
    note="Section 501BA was added on this day. " + _OPEN,
)
def removal_after_a_personal_decision(person: Person) -> Truth:
    """The Minister personally cancelled or refused; no visa application is pending."""
    return _personal(person, *_PERSONAL, "501BA(2)")


@act.provision(
    "198(2B)",
    since="2017-02-23",
    kind="duty",
    holder="officer",
    sources="P42 P43",
    data=_DUE,
    plain="Removal after a mandatory cancellation.",
    note="Whether the refusal to revoke must also have been notified is open. The nine "
    "days to apply to the Tribunal do not postpone the duty, nor does an application; "
    "that removal waits for them in practice is from memory.",
)
def removal_after_a_mandatory_cancellation(person: Person) -> Truth:
    """A s 501(3A) cancellation stands, and no representations are pending.

    Either the time ended without representations, or revocation was refused.
    """
    cancelled = person.decisions.any(
        lambda decision: (
            decision.power.is_("501(3A)")
            & decision.result.is_("cancelled")
            & stands(decision)
        )
    )
    refused = person.decisions.any(
        lambda decision: (
            decision.power.is_("501CA(4)")
            & decision.result.is_("not_revoked")
            & stands(decision)
        )
    )
    over = refused | person.notices.any(_unanswered)
    due = cancelled & over
    return _may_be_removed(person) & due & ~_pending_visa_application(person)


@act.provision(
    "198(6)",
    kind="duty",
    holder="officer",
    mark="?",
    sources="P1",
    plain="Removal of a detainee whose cancellation stands and who has no application.",
    note="Subsections (5) and (6): also the rule for mandatory cancellations before "
    "s 198(2B) began on 2017-02-23.",
)
def removal_of_a_detainee(person: Person) -> Truth:
    """In immigration detention, a decision against the visa stands, none is pending."""
    detained = person.custody.any(
        lambda custody: (
            custody.place.is_("immigration_detention") & ~(custody.ended_on <= as_at)
        )
    )
    against = person.decisions.any(
        lambda decision: (
            decision.power.is_("501(1)", "501(2)", "501(3A)")
            & decision.result.is_("cancelled", "refused")
            & stands(decision)
        )
    )
    waits = person.notices.any(
        lambda notice: notice.what.is_("mandatory_cancellation") & ~_unanswered(notice)
    )
    due = detained & against & ~waits
    return _may_be_removed(person) & due & ~_pending_visa_application(person)
