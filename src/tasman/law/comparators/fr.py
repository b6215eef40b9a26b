"""France: expulsion and the protections against it, CESEDA arts L. 631-1 to L. 631-4.

Since 2024 the protections yield to the maximum penalty of the offence, not the
sentence.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Child, Person
from tasman.law.comparators.comparator import Comparator, outcome
from tasman.law.comparators.settled import (
    LAWFUL,
    PRISON,
    citizen_of_host,
    convicted_in_host,
    lawfully_here_over,
    maximum_at_least,
    own_minor_citizen_child,
    partner_citizen_for,
    sentenced_in_host,
    term_at_least,
)
from tasman.rules.handles import (
    NO,
    Duration,
    Number,
    Truth,
    as_at,
    months,
    number,
    readings,
    years,
)
from tasman.rules.provisions import Act

BEGAN = "2021-05-01"
REFORM = "2024-01-28"

act = Act(
    "CESEDA",
    jurisdiction="France",
    unit="art",
    opens=BEGAN,
    sources={
        "S56": "An association's questions and answers on expulsion",
        "S57": "A law firm's note of 2023-10-13",
        "S58": "Text of art L. 631-3 as updated 2024-02-13",
        "S59": "CAA Lyon, 2020-10-08, 18LY04478",
        "S60": "Senate text 59 (2023) on art L. 631-2, and amendments",
    },
    verified_on="2026-11-21",
)
"""The code on the entry and stay of foreigners, as recodified."""


def _raises(child: Child) -> Truth:
    return own_minor_citizen_child(child) & child.parental_role


@act.provision(
    "L. 631-4",
    since=BEGAN,
    kind="immunity",
    sources="S57",
    plain="No one under 18 is expelled.",
)
def minor(person: Person, *, adult: Duration = years(18)) -> Truth:
    """Under 18."""
    return as_at < person.born_on + adult


@act.provision(
    "L. 631-3 childhood",
    since=BEGAN,
    kind="immunity",
    sources="S58",
    citation="CESEDA (France) art L. 631-3, 1",
    plain="Habitually resident since the age of 13 at most.",
    note="Whether arriving in the year of being 13 suffices is unsettled here.",
)
def here_since_childhood(person: Person, *, age: Duration = years(13)) -> Truth:
    """Habitually resident since at most the age of 13."""

    def by(limit: Duration) -> Truth:
        return person.stays.any(
            lambda s: s.footing.is_(*LAWFUL) & (s.arrived_on <= person.born_on + limit)
        )

    before_fourteen = person.stays.any(
        lambda s: s.footing.is_(*LAWFUL) & (s.arrived_on < person.born_on + years(14))
    )
    return readings("arrival at the age of 13", by(age), before_fourteen)


@act.provision(
    "L. 631-3",
    since=BEGAN,
    kind="immunity",
    sources="S58",
    plain="Nearly absolute protection: here since childhood, for over twenty years, or "
    "over ten with a citizen spouse or child.",
    note="Serious illness is not modelled.",
)
def nearly_absolute(
    person: Person,
    *,
    long: Duration = years(20),
    shorter: Duration = years(10),
    married: Duration = years(4),
) -> Truth:
    """Here since childhood, over 20 years, or over 10 years with citizen family."""
    family = partner_citizen_for(person, married) | person.children.any(_raises)
    return (
        here_since_childhood(person)
        | lawfully_here_over(person, long, as_at)
        | (lawfully_here_over(person, shorter, as_at) & family)
    )


@act.provision(
    "L. 631-2",
    since=BEGAN,
    kind="immunity",
    mark="M",
    sources="S60",
    plain="Relative protection: a citizen child or spouse, or over ten years here.",
)
def relative(
    person: Person, *, stay: Duration = years(10), married: Duration = years(3)
) -> Truth:
    """Parent or spouse of a citizen, or regularly here for over ten years."""
    return (
        person.children.any(_raises)
        | partner_citizen_for(person, married)
        | lawfully_here_over(person, stay, as_at)
    )


def _convicted(person: Person, maximum: Duration) -> Truth:
    return person.offences.any(
        lambda o: convicted_in_host(o) & maximum_at_least(o, maximum)
    )


@act.provision(
    "L. 631-3 lifted",
    since=BEGAN,
    until=REFORM,
    kind="ground",
    sources="S59",
    citation="CESEDA (France) art L. 631-3; CAA Lyon 18LY04478",
    plain="No sentence lifts the nearly absolute protection.",
)
def not_lifted_by_sentence(person: Person) -> Truth:
    """No length of sentence lifts it."""
    return NO


@act.provision(
    "L. 631-3 lifted",
    since=REFORM,
    kind="ground",
    mark="M",
    sources="S58 S60",
    citation="CESEDA (France) art L. 631-3",
    plain="Lifted by a conviction that could bring five years, or three if repeated.",
    note="The Senate's figures were read; that the promulgated text follows is from "
    "memory. Two convictions are taken for repetition.",
)
def lifted_by_maximum(
    person: Person,
    *,
    maximum: Duration = months(60),
    repeated: Duration = months(36),
    times: Number = number(2),
) -> Truth:
    """Convicted of an offence punishable by five years, or by three on repetition."""
    several = person.offences.where(
        lambda o: convicted_in_host(o) & maximum_at_least(o, repeated)
    )
    return _convicted(person, maximum) | (several.count() >= times)


@act.provision(
    "L. 631-2 lifted",
    since=BEGAN,
    until=REFORM,
    kind="ground",
    sources="S59",
    citation="CESEDA (France) art L. 631-2; CAA Lyon 18LY04478",
    plain="Lifted by a firm sentence of five years or more.",
)
def lifted_by_firm_sentence(
    person: Person, *, threshold: Duration = months(60)
) -> Truth:
    """Finally sentenced to five years or more, not suspended."""
    return person.sentences.any(
        lambda s: (
            sentenced_in_host(s) & s.kind.is_(*PRISON) & term_at_least(s, threshold)
        )
    )


@act.provision(
    "L. 631-2 lifted",
    since=REFORM,
    kind="ground",
    mark="M",
    sources="S60",
    citation="CESEDA (France) art L. 631-2",
    plain="Lifted by a conviction that could bring three years, or for violence in the "
    "family or against officials.",
)
def lifted_by_three_years(person: Person, *, maximum: Duration = months(36)) -> Truth:
    """Convicted of an offence punishable by three years, or of such violence.

    Such violence is violence in the family, or against someone who holds an office.
    """
    such = person.offences.any(
        lambda o: (
            convicted_in_host(o)
            & (o.family_violence | (o.violence & o.against_official))
        )
    )
    return _convicted(person, maximum) | such


@outcome(act, "protected", since=BEGAN, sources="S57 S58")
def protected(person: Person) -> Truth:
    """Under 18, or in a protected class whose protection is not lifted."""
    nearly = nearly_absolute(person) & ~lifted_by_maximum(person)
    merely = (
        ~nearly_absolute(person) & relative(person) & ~lifted_by_three_years(person)
    )
    return ~citizen_of_host(person) & (minor(person) | nearly | merely)


@outcome(act, "liable_discretion", since=BEGAN, sources="S56")
def discretion(person: Person) -> Truth:
    """Not protected, and a serious threat to public order."""
    open_to = ~citizen_of_host(person) & ~protected(person)
    return open_to & person.serious_threat_to_public_order


@outcome(act, "not_liable", since=BEGAN, sources="S56")
def not_liable(person: Person) -> Truth:
    """A citizen, or unprotected but no serious threat to public order."""
    harmless = ~protected(person) & ~person.serious_threat_to_public_order
    return citizen_of_host(person) | harmless


FRANCE = Comparator(
    name="fr",
    country="France",
    version="2021-05-01; protections as changed from 2024-01-28 (partly from memory)",
    acts=(act,),
    approximations=(
        "Partners are taken as spouses, from the day the relation began.",
        "Two convictions are taken for repetition; foreign convictions are left out.",
        "Illness, work accidents, threats to the State's fundamental interests, "
        "terrorism and incitement are left out.",
        "Absences do not break residence since childhood.",
    ),
)
"""France as a comparator."""
