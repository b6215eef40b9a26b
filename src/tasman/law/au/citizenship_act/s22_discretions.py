"""Section 22: what the Minister may treat as residence, or leave out of account.

Each is open only where it would cure something; whether it is used is never computed.
"""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Person
from tasman.law.au.citizenship_act.act import citizenship
from tasman.law.au.citizenship_act.s22 import (
    excused_from_four_years,
    four_years_from_prison,
    four_years_from_unlawful,
    year_as_resident,
)
from tasman.law.au.status import citizen
from tasman.rules.handles import Truth, as_at, unknown

HOLDER = "Minister or delegate"


def _year_short(person: Person) -> Truth:
    return ~citizen(person) & ~(year_as_resident(person) <= as_at)


def _four_years_matter(person: Person) -> Truth:
    return ~citizen(person) & ~excused_from_four_years(person)


@citizenship.provision(
    "22(4A)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1",
    plain="Unlawful time may be left out, if an official error caused it.",
)
def may_excuse_unlawful_time(person: Person) -> Truth:
    """Unlawful presence may be disregarded where an administrative error caused it."""
    error = unknown(JUDGMENT, "whether an administrative error made the time unlawful")
    short = four_years_from_unlawful(person) > as_at
    return _four_years_matter(person) & short & error


@citizenship.provision(
    "22(5)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1",
    plain="Time may count as permanent residence, if an official error cost it.",
)
def may_excuse_an_error(person: Person) -> Truth:
    """Time may count as permanent residence but for an administrative error."""
    error = unknown(JUDGMENT, "whether an administrative error cost the residence")
    return _year_short(person) & error


@citizenship.provision(
    "22(5A)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1",
    plain="Prison may be left out, if counting it would be unreasonable.",
)
def may_disapply_prison(person: Person) -> Truth:
    """Confinement may be left out where counting it would be unreasonable."""
    unfair = unknown(JUDGMENT, "whether counting the confinement is unreasonable")
    short = four_years_from_prison(person) > as_at
    return _four_years_matter(person) & short & unfair


@citizenship.provision(
    "22(6)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1",
    plain="Lawful time may count as permanent residence, to spare great hardship.",
)
def may_relieve_hardship(person: Person) -> Truth:
    """Lawful presence may count where the person would suffer significant hardship."""
    lawful = person.stays.any(
        lambda stay: ~stay.footing.is_("unlawful") & (stay.arrived_on <= as_at)
    )
    hardship = unknown(JUDGMENT, "whether there would be significant hardship")
    return _year_short(person) & lawful & hardship


@citizenship.provision(
    "22(9)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1",
    plain="Time abroad may count for the partner of an Australian citizen.",
    note="The partner must be a permanent resident with a close and continuing "
    "association with Australia.",
)
def may_count_a_partners_time_abroad(person: Person) -> Truth:
    """A citizen's partner, permanent resident, may have time abroad counted."""
    partner = person.relatives.any(
        lambda relative: (
            relative.relation.is_("partner")
            & relative.australian_citizen
            & (relative.ended_on > as_at)
        )
    )
    close = unknown(JUDGMENT, "whether there was a close and continuing association")
    settled = person.permanent_resident_since_on <= as_at
    return ~citizen(person) & partner & settled & close


@citizenship.provision(
    "22(11)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1",
    plain="Time abroad may count in an interdependent relationship with a citizen.",
)
def may_count_time_of_interdependence(person: Person) -> Truth:
    """A permanent resident interdependent with a citizen may have time counted."""
    close = unknown(JUDGMENT, "whether there was a close and continuing association")
    settled = person.permanent_resident_since_on <= as_at
    return ~citizen(person) & person.interdependent_with_citizen & settled & close
