"""Social Security Act 1991 s 7(2A) to (2G): protected special category visa holders."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.rules.handles import YES, Number, Truth, as_at, number
from tasman.rules.provisions import Act

social_security = Act(
    "Social Security Act 1991",
    jurisdiction="Cth",
    sources={
        "S16": "Social Security Act 1991 s 7: current text, and as enacted",
        "S16b": "Act No. 18 of 2001, Schedule 1 (as made), and s 7(2A) as now in force",
    },
    verified_on="2026-11-21",
)
"""The Act, so far as it says which New Zealanders are protected."""


@social_security.provision("7(2A)(a)", since="2001-02-26", sources="S16 S16b")
def here_on_the_day(person: Person) -> Truth:
    """In Australia on 2001-02-26 holding a special category visa; residence or not."""
    return person.scv_on_2001_02_26


@social_security.provision(
    "7(2A)(b)",
    since="2001-02-26",
    sources="S16 S16b",
    note="'12 months' of broken time is taken as 365 days; the Act does not say.",
)
def here_for_a_year_before(person: Person, *, threshold: Number = number(365)) -> Truth:
    """In Australia for 12 months of the two years before 2001-02-26, and came back."""
    return (person.days_here_to_2001_02_26 >= threshold) & (
        person.returned_after_2001_02_26_on <= as_at
    )


@social_security.provision("7(2B)", since="2001-02-26", sources="S16 S16b")
def paid_while_away(person: Person) -> Truth:
    """Resident but away on a payment on 2001-02-26, back in time, and certified."""
    return (
        person.resided_on_2001_02_26
        & person.away_on_2001_02_26
        & person.paid_on_2001_02_26
        & person.returned_in_time_2001
        & person.protected_certificate
    )


@social_security.provision(
    "7(2C) window",
    since="2001-02-26",
    until="2001-05-26",
    applies_by=lambda person: person.residence_after_2001_began_on,
    sources="S16 S16b",
)
def settled_in_three_months(person: Person) -> Truth:
    """Came, or came back, to live here in the three months from 2001-02-26."""
    return person.residence_after_2001_began_on <= as_at


@social_security.provision(
    "7(2C)(a)", since="2001-02-26", until="2004-02-26", sources="S16 S16b"
)
def within_three_years(person: Person) -> Truth:
    """The day is in the three years from 2001-02-26."""
    return YES


@social_security.provision("7(2C)", since="2001-02-26", sources="S16 S16b")
def settled_just_after(person: Person) -> Truth:
    """Settled just after 2001-02-26: for three years, or for good on determination."""
    return settled_in_three_months(person) & (
        within_three_years(person) | person.protected_determination
    )


@social_security.provision(
    "7(2D)(a)", since="2001-02-26", until="2002-02-26", sources="S16 S16b"
)
def within_one_year(person: Person) -> Truth:
    """The day is in the year from 2001-02-26."""
    return YES


@social_security.provision("7(2D)", since="2001-02-26", sources="S16 S16b")
def resident_but_away(person: Person) -> Truth:
    """Resident, away, unpaid on 2001-02-26: for a year, or for good if determined."""
    return (
        person.resided_on_2001_02_26
        & person.away_on_2001_02_26
        & ~person.paid_on_2001_02_26
        & (within_one_year(person) | person.protected_determination)
    )


@social_security.provision("7(2A)", since="2001-02-26", sources="S16 S16b")
def protected_for_good(person: Person) -> Truth:
    """Protected under a branch of subsection (2A), the only ones the NDIS counts."""
    return here_on_the_day(person) | here_for_a_year_before(person)


@social_security.provision(
    "7(1) protected SCV holder",
    since="2001-02-26",
    sources="S16 S16b",
    plain="Living here, or nearly, on 26 February 2001: welfare, and citizenship.",
)
def protected(person: Person) -> Truth:
    """A protected special category visa holder under any of (2A) to (2D)."""
    return (
        protected_for_good(person)
        | paid_while_away(person)
        | settled_just_after(person)
        | resident_but_away(person)
    )
