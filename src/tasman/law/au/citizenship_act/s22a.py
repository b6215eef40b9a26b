"""Sections 22A, 22B and 23: residence for some kinds of work, and defence service."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.citizenship_act.act import citizenship
from tasman.law.au.citizenship_act.s22 import days_here, year_as_resident
from tasman.rules.handles import Duration, Number, Truth, as_at, months, number, years

ALSO = (
    "The activity or work must be on the Minister's list, last amended in 2026, which "
    "was not read. That unlawful time and prison also count against it is from memory."
)


@citizenship.provision(
    "22A",
    since="2009-09-21",
    sources="S1",
    plain="Half a year here in two years, for an activity of benefit to Australia.",
    note=ALSO + " The day on which it began is from memory.",
)
def beneficial_activity_residence(
    person: Person,
    *,
    in_two_years: Number = number(180),
    in_last_year: Number = number(90),
    resident: Duration = years(2),
) -> Truth:
    """A listed activity; 180 days here in 2 years, 90 in the last; resident 2 years."""
    return (
        person.beneficial_activity
        & (days_here(person, years(2)) >= in_two_years)
        & (days_here(person, months(12)) >= in_last_year)
        & (person.permanent_resident_since_on + resident <= as_at)
    )


@citizenship.provision(
    "22B",
    since="2009-09-21",
    sources="S1",
    plain="Four years with fewer days here, for work that needs regular travel.",
    note=ALSO + " The day on which it began is from memory.",
)
def regular_travel_residence(
    person: Person,
    *,
    in_four_years: Number = number(480),
    in_last_year: Number = number(120),
) -> Truth:
    """Listed work; 480 days here in 4 years, 120 in the last; resident 12 months."""
    return (
        person.work_with_regular_travel
        & (days_here(person, years(4)) >= in_four_years)
        & (days_here(person, months(12)) >= in_last_year)
        & (year_as_resident(person) <= as_at)
    )


@citizenship.provision(
    "23",
    since="2007-07-01",
    sources="S1",
    plain="Ninety days in the forces take the place of years of residence.",
    note="Permanent residence is needed all the same.",
)
def defence_service(person: Person, *, least: Number = number(90)) -> Truth:
    """Served 90 days, or was discharged as medically unfit because of the service."""
    return (person.defence_service_days >= least) | person.medically_discharged
