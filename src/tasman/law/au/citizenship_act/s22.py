"""Sections 21 and 22: who may be given citizenship, and the residence it takes.

The as-at day is the day of application. Each condition that time alone cures is a date:
the first day on which it no longer stands in the way.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Custody, Person
from tasman.law.au.citizenship_act.act import citizenship
from tasman.law.au.past import long_ago
from tasman.rules.handles import (
    Date,
    Duration,
    Number,
    Truth,
    as_at,
    days,
    months,
    number,
    years,
)


@citizenship.provision("22(2)", since="2007-07-01", sources="S1")
def excused_from_four_years(person: Person) -> Truth:
    """Born in Australia or once a citizen: the four years and prison do not matter."""
    return person.born_in.is_("australia") | person.formerly_australian_citizen


@citizenship.provision(
    "22(1)(a) first presence",
    since="2007-07-01",
    kind="time limit",
    mark="?",
    sources="S33",
    plain="Four years after first coming to live here lawfully.",
    note="Read literally, time before a first arrival may be absence that (1A) "
    "excuses, "
    "so that three years would do. Home Affairs counts four from the first lawful day.",
)
def four_years_from_first_day(person: Person, *, needed: Duration = years(4)) -> Date:
    """The day four years after the first day lawfully in Australia."""
    return person.first_lawful_presence_on + needed


def days_here(person: Person, window: Duration) -> Number:
    """Return the days in Australia in the window before the as-at day."""
    return person.stays.covered_days(
        lambda stay: stay.arrived_on,
        lambda stay: stay.departed_on + days(1),
        within=(as_at - window, as_at),
    )


def _days_away(person: Person, window: Duration) -> Number:
    return (as_at - (as_at - window)) - days_here(person, window)


@citizenship.provision(
    "22(1A) days away",
    since="2007-07-01",
    sources="S1",
    note="Only whole days abroad count: the days of leaving and returning are days "
    "here, "
    "as Home Affairs counts them.",
)
def days_away_in_four_years(person: Person) -> Number:
    """The days outside Australia in the four years before the as-at day."""
    return _days_away(person, years(4))


@citizenship.provision(
    "22(1B) days away",
    since="2007-07-01",
    sources="S1",
    note="Counted as under s 22(1A).",
)
def days_away_in_last_year(person: Person) -> Number:
    """The days outside Australia in the twelve months before the as-at day."""
    return _days_away(person, months(12))


@citizenship.provision(
    "22(1A)",
    since="2007-07-01",
    sources="S1 S33",
    note="The Act says 12 months and does not define it for broken time: 365 days.",
)
def little_away_in_four_years(person: Person, *, most: Number = number(365)) -> Truth:
    """Away for no more than 12 months in all of the four years."""
    return days_away_in_four_years(person) <= most


@citizenship.provision("22(1B)", since="2007-07-01", sources="S1")
def little_away_in_last_year(person: Person, *, most: Number = number(90)) -> Truth:
    """Away for no more than 90 days in all of the last twelve months."""
    return days_away_in_last_year(person) <= most


@citizenship.provision(
    "22(1)(b)",
    plain="Four years since last here unlawfully.",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
    note="The Minister may excuse an administrative error: s 22(4A).",
)
def four_years_from_unlawful(person: Person, *, needed: Duration = years(4)) -> Date:
    """The day four years after the last day here as an unlawful non-citizen."""
    spells = person.stays.where(lambda stay: stay.footing.is_("unlawful"))
    last = spells.latest(lambda stay: stay.departed_on + days(1), long_ago())
    return last + needed


@citizenship.provision("22(1C) prison", since="2007-07-01", sources="S1")
def confined_in_prison(custody: Custody) -> Truth:
    """Confined in a prison, on remand too, or in a psychiatric institution by order."""
    prison = custody.place.is_("gaol", "youth_detention") & ~custody.basis.is_(
        "parole", "immigration"
    )
    return prison | custody.place.is_("forensic_hospital")


@citizenship.provision(
    "22(1C)",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
    plain="Any day in prison in the last four years stops an application.",
    note="That remand counts is an inference from s 3. Time served only for a "
    "conviction "
    "since quashed does not count (s 9(2)); the Minister may disapply it (s 22(5A)).",
)
def four_years_from_prison(person: Person, *, needed: Duration = years(4)) -> Date:
    """The day four years after the last day confined in a prison."""
    spells = person.custody.where(confined_in_prison)
    last = spells.latest(lambda spell: spell.ended_on + days(1), long_ago())
    return last + needed


@citizenship.provision(
    "22(1)(c)",
    plain="A year as a permanent resident.",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
)
def year_as_resident(person: Person, *, needed: Duration = months(12)) -> Date:
    """The day twelve months after unbroken permanent residence began."""
    return person.permanent_resident_since_on + needed


@citizenship.provision(
    "22(1)", since="2007-07-01", sources="S1", plain="Has lived here long enough."
)
def general_residence(person: Person) -> Truth:
    """Meets the general residence requirement if applying on the as-at day."""
    four_years = (
        (four_years_from_first_day(person) <= as_at)
        & little_away_in_four_years(person)
        & (four_years_from_unlawful(person) <= as_at)
        & (four_years_from_prison(person) <= as_at)
    )
    return (
        (excused_from_four_years(person) | four_years)
        & (year_as_resident(person) <= as_at)
        & little_away_in_last_year(person)
    )


@citizenship.provision(
    "21(2)(a)", plain="Aged 18.", since="2007-07-01", kind="time limit", sources="S1"
)
def grown_up_on(person: Person, *, age: Duration = years(18)) -> Date:
    """The eighteenth birthday."""
    return person.born_on + age


@citizenship.provision(
    "21(2)",
    since="2007-07-01",
    kind="entitlement",
    sources="S1",
    plain="May apply for citizenship as an adult.",
    note="By the general residence requirement. The test, good character and a close "
    "link with Australia are for the decision. Other routes: s 21(2) by special "
    "residence, (3), (4), (5), (8).",
)
def eligible_adult(person: Person) -> Truth:
    """Meets the age and residence conditions for conferral on the as-at day."""
    return (grown_up_on(person) <= as_at) & general_residence(person)


@citizenship.provision(
    "21(5)",
    since="2007-07-01",
    kind="entitlement",
    sources="S1",
    plain="May apply for citizenship as a child, without years of residence.",
    note="By policy a child usually lives with a consenting parent who is a citizen; "
    "the residual discretion of s 24(2) and the bars of s 24(6) apply.",
)
def eligible_child(person: Person) -> Truth:
    """Under 18 and a permanent resident on the as-at day."""
    return ~(grown_up_on(person) <= as_at) & (
        person.permanent_resident_since_on <= as_at
    )
