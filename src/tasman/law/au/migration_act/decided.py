"""Earlier decisions about the person: which stand, and which were undone."""

from __future__ import annotations

from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.aggregate_sentences_act import not_invalid_for_an_aggregate
from tasman.rules.handles import Truth, as_at

REFUSE_OR_CANCEL = ("501(1)", "501(2)", "501(3)", "501(3A)")
SUBSTITUTE = ("501A(2)", "501A(3)", "501B(2)")
CHARACTER = (*REFUSE_OR_CANCEL, *SUBSTITUTE)
"""Powers of ss 501, 501A and 501B; s 501BA is named apart where a section adds it."""


def undone(decision: Decision) -> Truth:
    """Return whether the decision has been revoked, set aside or quashed."""
    return decision.undone_on <= as_at


def stands(decision: Decision) -> Truth:
    """Return whether the decision has not been undone and is valid on aggregates."""
    return ~undone(decision) & not_invalid_for_an_aggregate(decision)


def adverse(decision: Decision) -> Truth:
    """Return whether the decision refused or cancelled a visa."""
    return decision.result.is_("refused", "cancelled")


def stands_against(person: Person, *powers: str) -> Truth:
    """Return whether a refusal or cancellation under one of the powers stands."""
    return person.decisions.any(
        lambda decision: (
            decision.power.is_(*powers) & adverse(decision) & stands(decision)
        )
    )


def mandatory_cancellation(decision: Decision) -> Truth:
    """Return whether the decision is a cancellation under s 501(3A)."""
    return decision.power.is_("501(3A)") & decision.result.is_("cancelled")


def revoked_by(person: Person, *makers: str) -> Truth:
    """Return whether one of them revoked a s 501(3A) cancellation under s 501CA(4).

    The file says so either on the cancellation (when and by whom it was undone) or by
    a decision of its own.
    """
    return person.decisions.any(
        lambda decision: (
            (
                mandatory_cancellation(decision)
                & undone(decision)
                & decision.undone_by.is_(*makers)
            )
            | (
                decision.power.is_("501CA(4)")
                & decision.result.is_("revoked")
                & decision.made_by.is_(*makers)
                & ~undone(decision)
            )
        )
    )
