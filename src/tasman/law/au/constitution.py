"""The Constitution s 51(xix), aliens: who Parliament may treat as one."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import SOURCES
from tasman.rules.handles import NO, Truth, as_at, readings
from tasman.rules.provisions import Act

act = Act(
    "Constitution",
    jurisdiction="Cth",
    opens="1999-06-01",
    sources={key: SOURCES[key] for key in ("S60", "S60a")}
    | {"memory": "Not read: [2001] HCA 51 and [2003] HCA 72, as generally reported"},
    verified_on="2026-11-21",
)

ACTS = (act,)

ABORIGINAL = "51(xix) Aboriginal Australians"
BRITISH = "51(xix) British subjects"


@act.provision(
    ABORIGINAL,
    known_until="2020-02-11",
    kind="immunity",
    sources="S60",
    citation="Constitution s 51(xix), as understood until 2020-02-11",
    plain="Aboriginal Australians born abroad were treated like any other non-citizen.",
)
def treated_as_alien(person: Person) -> Truth:
    """Until [2020] HCA 3 a non-citizen was treated as an alien without exception."""
    return NO


@act.provision(
    ABORIGINAL,
    known_since="2020-02-11",
    kind="immunity",
    sources="S60 S60a",
    citation="Constitution s 51(xix); [2020] HCA 3",
    plain="An Aboriginal Australian is no alien: cannot be detained or removed.",
    note="Descent, self-identification, and recognition by elders or others with "
    "traditional authority; on proof see [2020] FCAFC 223 and [2021] FCA 647. The "
    "character test may still be failed on its text. From memory: an attempt to have "
    "it overruled was dropped in 2022, and past detention on reasonable suspicion was "
    "no wrong ([2022] HCA 20).",
)
def aboriginal_non_alien(person: Person) -> Truth:
    """An Aboriginal or Torres Strait Islander person is not an alien."""
    return (
        person.aboriginal_descent
        & person.identifies_as_aboriginal
        & person.recognised_as_aboriginal
    )


@act.provision(
    BRITISH,
    known_until="2001-09-06",
    kind="immunity",
    mark="M",
    sources="memory",
    citation="Constitution s 51(xix), as understood until 2001-09-06",
    plain="British subjects who came after citizenship began were treated as aliens.",
)
@act.provision(
    BRITISH,
    known_since="2003-12-09",
    kind="immunity",
    mark="M",
    sources="memory",
    citation="Constitution s 51(xix); [2003] HCA 72",
    plain="Being a British subject is no shield.",
    note="Of those who came after 1949-01-26 and were not naturalised. [2003] HCA 72 "
    "in effect overruled [2001] HCA 51.",
)
def british_subject_shielded(person: Person) -> Truth:
    """A British subject who came after 1949-01-26, unnaturalised, is an alien."""
    return NO


@act.provision(
    BRITISH,
    known_since="2001-09-06",
    known_until="2003-12-09",
    kind="immunity",
    mark="M",
    sources="memory",
    citation="Constitution s 51(xix); [2001] HCA 51",
    plain="Some British subjects were held out of reach; which, was not settled.",
)
def british_subject_perhaps_shielded(person: Person) -> Truth:
    """Between [2001] HCA 51 and [2003] HCA 72 some British subjects were not aliens."""
    british = person.citizenships.any(
        lambda each: each.country.is_("united_kingdom") & (each.ended_on > as_at)
    )
    return readings("[2001] HCA 51: no common reasoning", british, NO)
