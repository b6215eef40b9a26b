"""Section 82: when visas cease to be in effect."""

from __future__ import annotations

from tasman.facts.vocabulary import Person, Visa
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import stands
from tasman.law.au.migration_act.stated import in_australia
from tasman.rules.handles import Truth, as_at


def _revived(person: Person, visa: Visa) -> Truth:
    return (visa.ceased_on <= as_at) & person.decisions.any(
        lambda decision: (
            decision.result.is_("cancelled")
            & (decision.made_on == visa.ceased_on)
            & ~stands(decision)
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


@act.provision(
    "82",
    kind="status",
    sources="S1",
    plain="The visa is in effect at the end of the day.",
    note="A visa whose cancellation was later undone, or never was valid, is taken to "
    "have stayed in effect.",
)
def in_effect(person: Person, visa: Visa) -> Truth:
    """A visa is in effect until it ceases, and again if its cancellation is undone."""
    lasts = (visa.ceased_on > as_at) | _revived(person, visa)
    return lasts & ~ceased_on_departure(person, visa) & ~ceased_by_deportation(person)


def held_that_day(person: Person, visa: Visa) -> Truth:
    """Return whether the visa was held at some time on the as-at day.

    A visa that ends on the day was there to be cancelled on the day: the decision
    itself is what ended it.
    """
    return in_effect(person, visa) | (visa.ceased_on == as_at)


def holds_a_visa(person: Person) -> Truth:
    """Return whether the person held, on the day, a visa that can be cancelled."""
    return person.visas.any(lambda visa: held_that_day(person, visa))
