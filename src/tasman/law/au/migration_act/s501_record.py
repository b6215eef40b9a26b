"""Section 501(7) and (7A): a substantial criminal record."""

from __future__ import annotations

from tasman.facts.vocabulary import Person, Sentence
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s501_sentences import (
    counted,
    reaches,
    standing,
    term_counted,
)
from tasman.rules.handles import Duration, Number, Truth, months, number


@act.provision(
    "501(7)(a)",
    since="1999-06-01",
    kind="ground",
    sources="S1",
    plain="Sentenced to death.",
    note="Met though the sentence was commuted or never carried out (inference).",
)
def sentenced_to_death(person: Person) -> Truth:
    """Sentenced to death."""
    return person.sentences.any(lambda s: s.kind.is_("death") & standing(s))


@act.provision(
    "501(7)(b)",
    since="1999-06-01",
    kind="ground",
    sources="S1",
    plain="Sentenced to prison for life.",
)
def sentenced_to_life(person: Person) -> Truth:
    """Sentenced to imprisonment for life."""
    return person.sentences.any(lambda s: s.kind.is_("life") & counted(s))


@act.provision(
    "501(7)(c)",
    since="1999-06-01",
    until="2014-12-11",
    kind="ground",
    sources="S1 S2 S4",
    plain="Sentenced to prison for a year or more, in one term.",
    note="Figure checked in the list as it stood in s 5C(2). Calendar months; a term "
    "of exactly 365 days over a 29 February is unsettled.",
)
@act.provision(
    "501(7)(c)",
    since="2014-12-11",
    kind="ground",
    sources="S1 S2 S9 S12",
    plain="Sentenced to prison for a year or more, in one term.",
    note="Calendar months: 52 weeks are not 12 months; 365 days are, unless they span "
    "a 29 February, which is unsettled. Cumulative terms are not one term "
    "(inference).",
)
def sentenced_to_twelve_months(
    person: Person, *, threshold: Duration = months(12)
) -> Truth:
    """Sentenced to a term of imprisonment of 12 months or more."""
    return person.sentences.any(
        lambda s: counted(s) & reaches(term_counted(s), threshold, s.starts_on)
    )


@act.provision(
    "501(7)(d) concurrent terms",
    since="1999-06-01",
    sources="S6",
    plain="Two terms that run together for at least a day.",
    citation="Migration Act 1958 (Cth) s 501(7)(d); [2004] FCAFC 91",
)
def concurrent(first: Sentence, second: Sentence) -> Truth:
    """Each of two terms begins before the other ends."""
    first_ends = first.starts_on + term_counted(first)
    second_ends = second.starts_on + term_counted(second)
    return (first.starts_on < second_ends) & (second.starts_on < first_ends)


@act.provision(
    "501(7)(d)",
    since="1999-06-01",
    until="2014-12-11",
    kind="ground",
    sources="S4 S4a S4b S6",
    plain="Two or more prison terms that come to two years or more, time served for "
    "both at once counted once.",
    note="Effective time: [2004] FCAFC 91 and 114, which declared the law for the "
    "whole time from 1999. Partial overlap by days covered (inference).",
)
def terms_totalling_two_years(
    person: Person, *, threshold: Duration = months(24), fewest: Number = number(2)
) -> Truth:
    """Two or more terms with an effective total of 24 months or more."""
    terms = person.sentences.where(counted)
    nominal = terms.total(term_counted) >= threshold
    alone = terms.any(lambda s: reaches(term_counted(s), threshold, s.starts_on))
    covered = terms.covered_days(
        lambda s: s.starts_on, lambda s: s.starts_on + term_counted(s)
    ).as_days
    overlapping = terms.any(
        lambda a: terms.any(lambda b: (a.position < b.position) & concurrent(a, b))
    )
    effective = alone | (covered >= threshold) | ~overlapping
    return (terms.count() >= fewest) & nominal & effective


@act.provision(
    "501(7A)",
    since="2014-12-11",
    sources="S1 S6",
    plain="Terms that run together are each counted whole.",
)
def total_counted_whole(person: Person) -> Duration:
    """The total of all terms, each counted whole even where served concurrently."""
    return person.sentences.where(counted).total(term_counted)


@act.provision(
    "501(7)(d)",
    since="2014-12-11",
    kind="ground",
    sources="S1 S4 S4a",
    plain="Two or more prison terms that come to a year or more, each counted whole.",
    note="Applies to decisions from this day, however old the sentences (inference "
    "from [2019] FCA 516, decided of s 501(3A)). No limit on the time between terms.",
)
def terms_totalling_twelve_months(
    person: Person, *, threshold: Duration = months(12), fewest: Number = number(2)
) -> Truth:
    """Two or more terms that total 12 months or more; concurrent ones count whole."""
    several = person.sentences.where(counted).count() >= fewest
    return several & (total_counted_whole(person) >= threshold)


@act.provision(
    "501(7)(e)",
    since="1999-06-01",
    kind="ground",
    sources="S1",
    plain="Acquitted for insanity and detained because of it.",
)
def acquitted_and_detained(person: Person) -> Truth:
    """Acquitted for unsoundness of mind or insanity, and detained as a result."""
    return person.offences.any(
        lambda o: o.outcome.is_("acquitted_unsound_mind") & o.detained_as_result
    )


@act.provision(
    "501(7)(f)",
    since="2014-12-11",
    kind="ground",
    sources="S1 S4a",
    plain="Found unfit to plead, found to have done it, and detained because of it.",
)
def unfit_and_detained(person: Person) -> Truth:
    """Found unfit to plead, found to have committed the offence, and so detained."""
    return person.offences.any(
        lambda o: (
            o.outcome.is_("found_unfit") & o.found_committed & o.detained_as_result
        )
    )
