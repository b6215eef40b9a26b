"""Twelve rules of s 501, cut down to what every peer can be asked to run.

They are the rules of `tasman.law` without the doubtful kinds of order, the invisible
convictions and the other limbs of the test; terms are real calendar terms.
"""

from __future__ import annotations

from tasman.facts.vocabulary import (
    Citizenship,
    Custody,
    Finding,
    Offence,
    Person,
    Sentence,
)
from tasman.rules.handles import Duration, Truth, as_at, choose, months
from tasman.rules.law import Law
from tasman.rules.provisions import Act

COUNTED = ("gaol", "life", "suspended", "part_suspended", "youth_detention")
CHANGE = "2014-12-11"

act = Act("Twelve rules", slug="twelve", opens="1999-06-01", sources={"S": "s 501"})


def rule(pinpoint: str, **options: str):
    """A provision of the benchmark's Act."""
    return act.provision(pinpoint, sources="S", verified_on="2026-11-21", **options)


def disregarded(sentence: Sentence) -> Truth:
    """Quashed, or pardoned as if never convicted."""
    erased = (sentence.pardoned_on <= as_at) & sentence.pardon_erases
    return (sentence.quashed_on <= as_at) | erased


def counted(sentence: Sentence) -> Truth:
    """A term of imprisonment that stands."""
    return sentence.kind.is_(*COUNTED, "periodic_detention") & ~disregarded(sentence)


def term(sentence: Sentence) -> Duration:
    """The head term; for periodic detention the days required."""
    periodic = sentence.kind.is_("periodic_detention")
    return choose(periodic, sentence.required, sentence.term)


@rule("(7)(a)")
def sentenced_to_death(person: Person) -> Truth:
    """Sentenced to death."""
    return person.sentences.any(lambda s: s.kind.is_("death") & ~disregarded(s))


@rule("(7)(b)")
def sentenced_to_life(person: Person) -> Truth:
    """Sentenced to imprisonment for life."""
    return person.sentences.any(lambda s: s.kind.is_("life") & counted(s))


@rule("(7)(c)")
def twelve_months(person: Person, *, threshold: Duration = months(12)) -> Truth:
    """Sentenced to a term of 12 months or more."""
    return person.sentences.any(
        lambda s: counted(s) & term(s).at_least(threshold, start=s.starts_on)
    )


@rule("(7)(d)", until=CHANGE)
def two_years_effective(person: Person, *, threshold: Duration = months(24)) -> Truth:
    """Two or more terms of 24 months in effect, overlaps counted once."""
    terms = person.sentences.where(counted)
    alone = terms.any(lambda s: term(s).at_least(threshold, start=s.starts_on))
    days = terms.covered_days(lambda s: s.starts_on, lambda s: s.starts_on + term(s))
    overlap = terms.any(
        lambda a: terms.any(
            lambda b: (
                (a.position < b.position)
                & (a.starts_on < b.starts_on + term(b))
                & (b.starts_on < a.starts_on + term(a))
            )
        )
    )
    effective = alone | (days.as_days >= threshold) | ~overlap
    return (terms.count() >= 2) & (terms.total(term) >= threshold) & effective


@rule("(7)(d)", since=CHANGE)
def twelve_months_in_all(person: Person, *, threshold: Duration = months(12)) -> Truth:
    """Two or more terms that total 12 months or more."""
    terms = person.sentences.where(counted)
    return (terms.count() >= 2) & (terms.total(term) >= threshold)


@rule("(6)(a)")
def substantial_record(person: Person) -> Truth:
    """A substantial criminal record."""
    return (
        sentenced_to_death(person)
        | sentenced_to_life(person)
        | twelve_months(person)
        | twelve_months_in_all(person)
    )


@rule("(6)(b)")
def association(person: Person) -> Truth:
    """A standing finding of association."""

    def stands(finding: Finding) -> Truth:
        return (
            finding.finding.is_("association")
            & finding.holds
            & (as_at < finding.ended_on)
        )

    return person.findings.any(stands)


@rule("(6)(e)", since=CHANGE)
def offence_against_a_child(person: Person) -> Truth:
    """Convicted, or found proved, of a sexually based offence involving a child."""

    def such(offence: Offence) -> Truth:
        proved = offence.outcome.is_("convicted", "proved_without_conviction")
        return proved & offence.involves_child_sexually

    return person.offences.any(such)


@rule("(6)")
def fails_test(person: Person) -> Truth:
    """Does not pass the character test."""
    return (
        substantial_record(person)
        | association(person)
        | offence_against_a_child(person)
    )


@rule("(3A)(b)", since=CHANGE)
def in_prison(person: Person) -> Truth:
    """Serving a sentence full time in a prison for an Australian offence."""

    def now(custody: Custody) -> Truth:
        serving = custody.place.is_("gaol") & custody.basis.is_("sentence")
        whole = custody.full_time & custody.australian_offence
        return serving & whole & (as_at < custody.ended_on)

    return person.custody.any(now)


@rule("citizen")
def citizen(person: Person) -> Truth:
    """An Australian citizen."""

    def still(citizenship: Citizenship) -> Truth:
        return citizenship.country.is_("australia") & (as_at < citizenship.ended_on)

    return person.citizenships.any(still)


@rule("(3A)", since=CHANGE)
def must_cancel(person: Person) -> Truth:
    """The visa must be cancelled."""
    ground = (
        sentenced_to_death(person)
        | sentenced_to_life(person)
        | twelve_months(person)
        | offence_against_a_child(person)
    )
    return ~citizen(person) & ground & in_prison(person)


LAW = Law.load([act])
PINPOINTS = LAW.pinpoints


def amended(threshold: int = 24) -> Law:
    """The law with another threshold, in months, in (7)(c)."""
    return LAW.amend("twelve/(7)(c)", threshold=months(threshold))
