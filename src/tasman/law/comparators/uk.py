"""United Kingdom: automatic deportation and its exceptions.

UK Borders Act 2007 ss 32 and 33; Nationality, Immigration and Asylum Act 2002 s 117C.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person, Sentence
from tasman.law.comparators.comparator import MANDATORY, Comparator, outcome
from tasman.law.comparators.settled import (
    PRISON,
    SUSPENDED,
    citizen_of_host,
    own_minor_citizen_child,
    partner_citizen_for,
    sentenced_in_host,
    share_of_life_over,
    term_at_least,
)
from tasman.rules.handles import Date, Duration, Truth, as_at, days, months, years
from tasman.rules.provisions import Act

BEGAN = "2014-07-28"

borders = Act(
    "UK Borders Act 2007",
    jurisdiction="UK",
    opens=BEGAN,
    sources={
        "S43": "UK Borders Act 2007 ss 32 and 33",
        "SI38": "UK Borders Act 2007 s 38, as reproduced; [2015] UKUT 628 (s 117D(4))",
        "SI1818": "UK Borders Act 2007 (Commencement No. 3) Order 2008, SI 2008/1818",
        "S44": "A handbook on the exception for victims of trafficking",
        "S45": "Home Office guidance on article 8 in criminality cases, version 9.0",
        "S51": "Government factsheet on foreign national offenders, 2025-11-27",
        "S52": "Law journal note of 2026-03-09 on the alignment of the Rules",
    },
    verified_on="2026-11-21",
)
"""Automatic deportation."""
part_5a = Act(
    "Nationality, Immigration and Asylum Act 2002",
    jurisdiction="UK",
    opens=BEGAN,
    sources={
        "S46": "Note on [2019] EWCA Civ 2098",
        "S47": "Immigration Directorate Instructions ch 13, version 5.0",
    },
    verified_on="2026-11-21",
)
"""Article 8 in deportation cases."""


def _sentenced_at(sentence: Sentence) -> Date:
    return sentence.imposed_on


@borders.provision(
    "32(2)",
    until="2026-03-26",
    applies_by=_sentenced_at,
    sources="S43 SI38 SI1818",
    plain="A prison term of a year or more, not suspended.",
    note="Section 38: a suspended sentence does not count unless a court later puts it "
    "into effect (which the facts do not tell), and consecutive terms are not added. "
    "In force from 2008-08-01; Tasman answers from the later date of Part 5A.",
)
def immediate_year(sentence: Sentence, *, threshold: Duration = months(12)) -> Truth:
    """Sentenced here to an immediate term of imprisonment of 12 months or more."""
    inside = sentence.kind.is_(*PRISON, "part_suspended")
    return sentenced_in_host(sentence) & inside & term_at_least(sentence, threshold)


@borders.provision(
    "32(2)",
    since="2026-03-26",
    applies_by=_sentenced_at,
    sources="S43 S51 S52",
    mark="?",
    plain="A prison term of a year or more, suspended or not.",
    note="Policy and the aligned Rules were read; the section and its start were not. "
    "By the date of the sentence.",
)
def any_year(sentence: Sentence, *, threshold: Duration = months(12)) -> Truth:
    """Sentenced here to a term, immediate or suspended, of 12 months or more."""
    kind = sentence.kind.is_(*PRISON, *SUSPENDED)
    return sentenced_in_host(sentence) & kind & term_at_least(sentence, threshold)


def irish(person: Person) -> Truth:
    """Return whether the person is a citizen of Ireland."""
    return person.citizenships.any(
        lambda held: held.country.is_("ireland") & (as_at < held.ended_on)
    )


@borders.provision(
    "32(4)",
    since=BEGAN,
    kind="ground",
    sources="S43",
    plain="A foreign criminal: not a citizen, and sentenced to a year or more.",
    note="Irish citizens are outside; so are some Commonwealth citizens here since "
    "before 1973 (from memory, not modelled).",
)
def foreign_criminal(person: Person) -> Truth:
    """Not a British or Irish citizen, and sentenced as subsection (2) says."""
    within_reach = ~citizen_of_host(person) & ~irish(person)
    return within_reach & person.sentences.any(immediate_year)


@borders.provision(
    "33(3)",
    since=BEGAN,
    kind="ground",
    sources="S43",
    plain="Every such sentence is for a conviction before the age of 18.",
)
def minor_at_conviction(person: Person, *, adult: Duration = years(18)) -> Truth:
    """Under 18 on the day of each conviction that would bring the duty."""

    def as_minor(sentence: Sentence) -> Truth:
        birthday = person.born_on + adult
        # A conviction lies between the offence and the sentence, so that those two
        # days often decide it without the third.
        return (sentence.imposed_on < birthday) | (
            (sentence.committed_on < birthday) & (sentence.convicted_on < birthday)
        )

    return person.sentences.where(immediate_year).all(as_minor)


@part_5a.provision(
    "117C(4)",
    since=BEGAN,
    kind="ground",
    sources="S46 S47",
    plain="Here lawfully most of their life, integrated, and facing very significant "
    "obstacles abroad.",
)
def private_life(person: Person) -> Truth:
    """Exception 1: most of life, integration and very significant obstacles."""
    return (
        share_of_life_over(person, 1, 2)
        & person.socially_integrated
        & person.very_significant_obstacles_abroad
    )


@part_5a.provision(
    "117C(5)",
    since=BEGAN,
    kind="ground",
    sources="S47",
    plain="A partner or child for whom removal would be unduly harsh.",
    note="A qualifying child is a citizen, or has lived there seven years (from "
    "memory); only the first is modelled.",
)
def family_life(person: Person) -> Truth:
    """Exception 2: a qualifying partner or child, and unduly harsh effect."""
    child = person.children.any(
        lambda each: own_minor_citizen_child(each) & each.parental_role
    )
    family = partner_citizen_for(person, days(0)) | child
    return family & person.removal_unduly_harsh


@part_5a.provision(
    "117C(6)",
    since=BEGAN,
    kind="ground",
    sources="S46",
    plain="A sentence of four years or more: only very compelling circumstances help.",
)
def serious_class(person: Person, *, threshold: Duration = months(48)) -> Truth:
    """Sentenced to imprisonment for four years or more."""
    return person.sentences.any(
        lambda s: immediate_year(s) & term_at_least(s, threshold)
    )


@part_5a.provision(
    "117C exceptions",
    since=BEGAN,
    kind="ground",
    sources="S46 S47",
    plain="An exception that takes the public interest in deportation away.",
    citation="Nationality, Immigration and Asylum Act 2002 (UK) s 117C(3), (6)",
    note="That those under four years may also show very compelling circumstances "
    "([2022] UKSC 22) is from memory.",
)
def an_exception(person: Person) -> Truth:
    """Exception 1 or 2 under four years; very compelling circumstances always."""
    ordinary = private_life(person) | family_life(person)
    medium = ~serious_class(person) & ordinary
    return medium | person.very_compelling_circumstances


@borders.provision(
    "32(5)",
    since=BEGAN,
    kind="duty",
    holder="Secretary of State",
    sources="S43",
    plain="A deportation order must be made, unless an exception applies.",
    note="The exceptions for refugees, extradition, mental health orders and victims "
    "of trafficking are not modelled.",
)
def must_deport(person: Person) -> Truth:
    """A deportation order must be made: a foreign criminal, an adult at conviction."""
    return foreign_criminal(person) & ~minor_at_conviction(person)


@outcome(borders, MANDATORY, since=BEGAN, sources="S43")
def mandatory(person: Person) -> Truth:
    """The duty stands and no article 8 exception takes it away."""
    return must_deport(person) & ~an_exception(person)


@outcome(borders, "protected", since=BEGAN, sources="S43")
def protected(person: Person) -> Truth:
    """The duty would stand, and an article 8 exception takes it away."""
    return must_deport(person) & an_exception(person)


@outcome(borders, "liable_discretion", since=BEGAN, sources="S45")
def conducive(person: Person) -> Truth:
    """No duty, but serious harm or persistence: deportation conducive to the good."""
    as_child = foreign_criminal(person) & minor_at_conviction(person)
    other = person.serious_harm_or_persistent & ~foreign_criminal(person)
    return ~citizen_of_host(person) & ~irish(person) & (as_child | other)


@outcome(borders, "not_liable", since=BEGAN, sources="S43 S45")
def not_liable(person: Person) -> Truth:
    """Neither the duty nor, as modelled, the power."""
    return ~must_deport(person) & ~conducive(person)


UK = Comparator(
    name="uk",
    country="United Kingdom",
    version="2014-07-28 to 2026-11-21; suspended sentences from 2026-03-26 (doubtful)",
    acts=(borders, part_5a),
    approximations=(
        "The refugee, extradition, mental health, trafficking and treaty exceptions "
        "of s 33 are left out.",
        "A partly suspended term counts at its head length.",
        "Partners count from their first day; a qualifying child is a citizen child.",
        "The general power to deport (Immigration Act 1971 s 3(5)(a)) is shown only "
        "for serious harm, persistence, or convictions as a child.",
    ),
)
"""The United Kingdom as a comparator."""
