"""Section 82: when visas cease to be in effect."""

from __future__ import annotations

from tasman.facts.kinds import FACT
from tasman.facts.vocabulary import Decision, Person, Visa
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import CHARACTER, stands
from tasman.law.au.migration_act.stated import in_australia
from tasman.rules.handles import Truth, as_at, unknown


def _lasts(person: Person, visa: Visa) -> Truth:
    """Not recorded as ended, or ended by a cancellation since undone."""
    given_back = (visa.ceased_on <= as_at) & person.decisions.any(
        lambda decision: (
            decision.result.is_("cancelled")
            & (decision.made_on == visa.ceased_on)
            & ~stands(decision)
        )
    )
    return (visa.ceased_on > as_at) | given_back


def _takes(visa: Visa, decision: Decision) -> Truth:
    """Whether a character cancellation took it: that leaves no other visa (s 501F)."""
    return (
        decision.power.is_(*CHARACTER, "501BA(2)")
        & decision.result.is_("cancelled")
        & stands(decision)
        & (visa.granted_on < decision.made_on)
        & (~visa.kind.is_("protection") | unknown(FACT, "which visa was cancelled"))
    )


def _deported(person: Person, visa: Visa) -> Truth:
    return ceased_by_deportation(person) & person.decisions.any(
        lambda decision: (
            decision.result.is_("deportation_ordered")
            & stands(decision)
            & (visa.granted_on <= decision.made_on)
        )
    )


@act.provision(
    "82(1)",
    kind="consequence",
    sources="S1",
    plain="A cancelled visa ends when it is cancelled.",
)
def ceased_by_cancellation(person: Person, visa: Visa) -> Truth:
    """A visa that is cancelled, by a decision that stands, ceases to be in effect."""
    return (visa.ceased_on <= as_at) & person.decisions.any(
        lambda decision: (
            decision.result.is_("cancelled")
            & (decision.made_on == visa.ceased_on)
            & stands(decision)
        )
    )


NOT_SUBSTANTIVE = (
    "bridging",
    "bridging_e_050",
    "removal_pending_070",
    "criminal_justice",
)
"""Kinds of visa that are not substantive: s 5(1)."""


@act.provision(
    "82(2)",
    kind="consequence",
    sources="S1",
    plain="A substantive visa ends when another one comes into effect.",
    note="So a special category visa ends with the grant of a permanent one. A "
    "bridging visa ends nothing, nor does a special purpose visa.",
)
def ceased_by_another(person: Person, visa: Visa) -> Truth:
    """A substantive visa ceases when a later substantive visa comes into effect."""
    return ~visa.kind.is_(*NOT_SUBSTANTIVE) & person.visas.any(
        lambda later: (
            ~later.kind.is_(*NOT_SUBSTANTIVE)
            & (later.granted_on > visa.granted_on)
            & (later.granted_on <= as_at)
        )
    )


@act.provision(
    "82(4)",
    kind="consequence",
    sources="S1",
    plain="A visa ends when its holder leaves because of a deportation order.",
)
def ceased_by_deportation(person: Person) -> Truth:
    """The visas of a person who leaves because of a deportation order cease."""
    return ~in_australia(person) & person.decisions.any(
        lambda decision: decision.result.is_("deportation_ordered") & stands(decision)
    )


@act.provision(
    "82(8)",
    kind="consequence",
    mark="I",
    sources="S31",
    plain="A special category visa ends when its holder leaves Australia.",
    note="With cl 444.511 of Schedule 2 to the Migration Regulations 1994: the visa "
    "allows a stay, not a return, so none is left to cancel offshore.",
)
def ceased_on_departure(person: Person, visa: Visa) -> Truth:
    """A special category visa ceases when its holder leaves Australia."""
    return visa.kind.is_("special_category_444") & ~in_australia(person)


def _gone(person: Person, visa: Visa) -> Truth:
    return (
        ceased_on_departure(person, visa)
        | ceased_by_another(person, visa)
        | _deported(person, visa)
    )


@act.provision(
    "82",
    kind="status",
    sources="S1",
    plain="The visa is in effect at the end of the day.",
    note="A visa whose cancellation was later undone, or never was valid, is taken to "
    "have stayed in effect. A cancellation on character grounds ends every visa but a "
    "protection visa, whether or not the file says that it ceased.",
)
def in_effect(person: Person, visa: Visa) -> Truth:
    """A visa is in effect until it ceases, and again if its cancellation is undone."""
    taken = person.decisions.any(lambda decision: _takes(visa, decision))
    return _lasts(person, visa) & ~taken & ~_gone(person, visa)


def held_that_day(person: Person, visa: Visa) -> Truth:
    """Return whether the visa was held at some time on the as-at day.

    A visa that ends on the day was there to be cancelled on the day: the decision
    itself is what ended it.
    """
    earlier = person.decisions.any(
        lambda decision: _takes(visa, decision) & (decision.made_on < as_at)
    )
    still = _lasts(person, visa) & ~earlier & ~_gone(person, visa)
    return still | (visa.ceased_on == as_at)


def holds_a_visa(person: Person) -> Truth:
    """Return whether the person held, on the day, a visa that can be cancelled."""
    return person.visas.any(lambda visa: held_that_day(person, visa))
