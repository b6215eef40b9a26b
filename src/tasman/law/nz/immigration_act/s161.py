"""Sections 13 and 161: residents who offend, and why citizens are out of reach.

The residence clock runs from the day the person first held residence, anew after five
years away, and stops in prison.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Offence, Person, Sentence
from tasman.law.nz.citizenship_act.act import REALM
from tasman.law.nz.citizenship_act.s06 import citizen
from tasman.law.nz.immigration_act.act import immigration
from tasman.rules.handles import (
    Date,
    Duration,
    Number,
    Truth,
    as_at,
    days,
    months,
    years,
)

START = "2010-11-29"


@immigration.provision(
    "13",
    since=START,
    kind="immunity",
    sources="NZ2",
    plain="A citizen may always come in, and is never deported.",
)
def enters_as_of_right(person: Person) -> Truth:
    """A citizen of New Zealand: entry as of right, no deportation in any case."""
    return citizen(person)


@immigration.provision(
    "13(3)",
    since=START,
    kind="immunity",
    sources="NZ2",
    plain="Citizenship ends exposure to deportation.",
    note="Read from the citizenships that the case lists.",
)
def out_of_reach(person: Person) -> Truth:
    """Holds a listed citizenship of New Zealand on the as-at day."""
    return person.citizenships.any(
        lambda held: held.country.is_(*REALM) & (held.ended_on > as_at)
    )


def _prison_days(person: Person, until: Date) -> Number:
    spells = person.custody.where(
        lambda spell: (
            spell.basis.is_("sentence") & ~spell.place.is_("immigration_detention")
        )
    )
    return spells.covered_days(
        lambda spell: spell.began_on,
        lambda spell: spell.ended_on + days(1),
        within=(person.new_zealand_residence_from_on, until),
    )


def within_years(person: Person, day: Date, window: Duration) -> Truth:
    """Whether a day is in the first years of residence, prison left out."""
    start = person.new_zealand_residence_from_on
    last = start + window + _prison_days(person, day).as_days
    return (start <= day) & (day <= last)


def could_get(offence: Offence, least: Duration) -> Truth:
    """Whether a court could have imposed so much, on a conviction that stands."""
    guilty = offence.outcome.is_("convicted") & ~(offence.quashed_on <= as_at)
    return guilty & (offence.maximum_is_life | offence.maximum_penalty.at_least(least))


@immigration.provision(
    "161(1)(a)(i) and (ii)",
    since=START,
    kind="ground",
    sources="NZ2 S25",
    plain="Offended while there unlawfully or on a temporary visa.",
)
def while_temporary(person: Person, *, least: Duration = months(3)) -> Truth:
    """Could have had three months, for an offence while unlawful or temporary."""
    return person.offences.any(
        lambda offence: could_get(offence, least) & offence.while_temporary_or_unlawful
    )


@immigration.provision(
    "161(1)(a)(iii)",
    since=START,
    kind="ground",
    sources="NZ2 S25 S26",
    plain="A small offence in the first two years.",
    note="What counts is the longest term the court could impose, not what it did.",
)
def first_years(
    person: Person, *, least: Duration = months(3), within: Duration = years(2)
) -> Truth:
    """Could have had three months, for an offence in the first two years."""
    return person.offences.any(
        lambda offence: (
            could_get(offence, least)
            & within_years(person, offence.committed_on, within)
        )
    )


@immigration.provision(
    "161(1)(b)",
    since=START,
    kind="ground",
    sources="NZ2 S25",
    plain="A more serious offence in the first five years.",
)
def first_five_years(
    person: Person, *, least: Duration = months(24), within: Duration = years(5)
) -> Truth:
    """Could have had two years, for an offence in the first five."""
    return person.offences.any(
        lambda offence: (
            could_get(offence, least)
            & within_years(person, offence.committed_on, within)
        )
    )


def sentenced_to(sentence: Sentence, least: Duration) -> Truth:
    """Whether the sentence is so long or without end; suspended ones count."""
    prison = sentence.kind.is_(
        "gaol", "suspended", "part_suspended", "home_detention", "youth_detention"
    )
    long = prison & sentence.term.at_least(least, start=sentence.starts_on)
    endless = sentence.kind.is_("life", "indefinite")
    return (long | endless) & ~(sentence.quashed_on <= as_at)


@immigration.provision(
    "161(1)(c)",
    since=START,
    kind="ground",
    sources="NZ2 S25",
    plain="Sentenced to five years for an offence in the first ten.",
    note="Suspended and deferred sentences count. Cumulative terms from one occasion "
    "are "
    "added by s 161(4): enter them as one.",
)
def first_ten_years(
    person: Person, *, least: Duration = months(60), within: Duration = years(10)
) -> Truth:
    """Sentenced to five years or more, for an offence in the first ten years."""
    return person.sentences.any(
        lambda sentence: (
            sentenced_to(sentence, least)
            & within_years(person, sentence.committed_on, within)
        )
    )


@immigration.provision(
    "161(1)(d)",
    since="2015-05-07",
    kind="ground",
    mark="?",
    sources="S25",
    plain="An employer's offence against immigration law in the first ten years.",
    note="That there is such a limb was read, in a summary of about 2025. Which "
    "offences (ss 350(1)(a), 351) and the day it began are from memory; it was not in "
    "the reprint of 2014.",
)
def employers_offence(person: Person, *, within: Duration = years(10)) -> Truth:
    """Convicted in New Zealand of exploiting workers, in the first ten years."""

    def exploited(offence: Offence) -> Truth:
        return (
            offence.category.is_("worker_exploitation")
            & offence.jurisdiction.is_("new_zealand")
            & offence.outcome.is_("convicted")
            & ~(offence.quashed_on <= as_at)
            & within_years(person, offence.committed_on, within)
        )

    return person.offences.any(exploited)


@immigration.provision(
    "161",
    since=START,
    kind="consequence",
    sources="NZ2 S25",
    plain="A resident liable to deportation for crime.",
)
def liable(person: Person) -> Truth:
    """Convicted within the windows of s 161(1), and not a citizen."""
    resident = person.new_zealand_residence_from_on <= as_at
    grounds = (
        while_temporary(person)
        | first_years(person)
        | first_five_years(person)
        | first_ten_years(person)
        | employers_offence(person)
    )
    return resident & ~out_of_reach(person) & grounds
