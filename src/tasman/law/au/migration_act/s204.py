"""Section 204: how long a person had been here when the offence was committed."""

from __future__ import annotations

from tasman.facts.vocabulary import Custody, Person, Sentence, Stay
from tasman.law.au.migration_act.act import act
from tasman.rules.handles import Date, Number, Truth, as_at, choose, readings

AS_NEW_ZEALANDER = ("exempt_non_citizen", "special_category_visa")
AS_PERMANENT_RESIDENT = ("permanent", "citizen")
AS_EITHER = AS_PERMANENT_RESIDENT + AS_NEW_ZEALANDER


@act.provision(
    "204(1) prison",
    sources="S1",
    mark="I",
    plain="Time in prison for an offence does not count as time here.",
    citation="Migration Act 1958 (Cth) s 204(1), (3)",
    note="A prison is any custodial institution; periodic detention and time as an "
    "escapee are included. Remand is left out of account or not on two readings.",
)
def confined_in_prison(custody: Custody) -> Truth:
    """Confinement in a prison for an offence whose conviction was not quashed."""
    under_sentence = custody.basis.is_("sentence")
    counted_out = readings(
        "whether time on remand is confinement for the offence",
        under_sentence,
        under_sentence | custody.basis.is_("remand"),
    )
    prison = custody.place.is_("gaol", "youth_detention") & counted_out
    stands = custody.conviction_quashed_on > as_at
    return prison & stands


def _earlier(first: Date, second: Date) -> Date:
    return choose(first < second, first, second)


def _days_here(person: Person, sentence: Sentence, footings: tuple[str, ...]) -> Number:
    """Days here on these footings before the offence, less those in prison."""
    offence = sentence.committed_on
    prison = person.custody.where(confined_in_prison)

    def counted_days(stay: Stay) -> Number:
        until = _earlier(stay.departed_on, offence)
        confined = prison.covered_days(
            lambda c: c.began_on, lambda c: c.ended_on, within=(stay.arrived_on, until)
        )
        return (until - stay.arrived_on) - confined

    stays = person.stays.where(
        lambda s: s.footing.is_(*footings) & (s.arrived_on < offence)
    )
    return stays.total(counted_days)


@act.provision(
    "204 New Zealander",
    sources="S1",
    plain="Days here as a New Zealander before the offence, prison left out.",
    citation="Migration Act 1958 (Cth) ss 201(b)(ii), 204",
)
def days_as_new_zealander(person: Person, sentence: Sentence) -> Number:
    """Days as an exempt non-citizen or special category visa holder, less prison."""
    return _days_here(person, sentence, AS_NEW_ZEALANDER)


@act.provision(
    "204(2)",
    sources="S1",
    plain="Days here without a limit on the stay before the offence, prison left out.",
    citation="Migration Act 1958 (Cth) ss 201(b)(i), 204",
    note="Time as a citizen is included; unlawful time is not.",
)
def days_as_permanent_resident(person: Person, sentence: Sentence) -> Number:
    """Days as a permanent resident before the offence, less prison."""
    return _days_here(person, sentence, AS_PERMANENT_RESIDENT)


@act.provision(
    "204(2) with special category visa",
    sources="S1",
    mark="?",
    plain="The same, if holding a special category visa is permanent residence.",
    citation="Migration Act 1958 (Cth) ss 201(b)(i), 204",
    note="Whether it is, for this purpose, is open; both readings are tried.",
)
def days_as_resident_or_new_zealander(person: Person, sentence: Sentence) -> Number:
    """Days on either footing before the offence, less prison."""
    return _days_here(person, sentence, AS_EITHER)
