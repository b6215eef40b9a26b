"""Section 5(1): non-citizen, and behaviour concern non-citizen.

The second decides who may hold a special category visa (s 32). It counts concurrent
sentences in a way of its own: a period within a longer one is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Offence, Person, Sentence
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5_imprisonment import (
    DAY_COUNTED,
    day_counted_sentence,
    head_term,
    sentence_to_imprisonment,
    sentenced_for,
)
from tasman.rules.handles import (
    Duration,
    Number,
    Truth,
    as_at,
    choose,
    months,
    number,
    readings,
    unknown,
)

BEGAN = "1994-09-01"
"""When the universal visa rule, and with it the special category visa, began."""


@act.provision(
    "5(1) non-citizen",
    kind="status",
    sources="S1",
    plain="Not an Australian citizen.",
)
def non_citizen(person: Person) -> Truth:
    """A person who is not an Australian citizen."""
    return ~person.citizenships.any(
        lambda c: c.country.is_("australia") & (as_at < c.ended_on)
    )


# ---- behaviour concern non-citizen --------------------------------------------------
@act.provision(
    "5(1) behaviour concern non-citizen (a)",
    since=BEGAN,
    kind="ground",
    sources="S1",
    plain="Sentenced to prison for a year or more, in any country.",
)
def concern_one_sentence(person: Person, *, threshold: Duration = months(12)) -> Truth:
    """Convicted and sentenced to death, or to imprisonment for at least one year."""
    return person.sentences.any(lambda s: sentenced_for(s, threshold))


@act.provision(
    "5(1) within a longer period",
    sources="S1",
    plain="A sentence served wholly while another, no shorter, was being served.",
    citation="Migration Act 1958 (Cth) s 5(1) (behaviour concern non-citizen (b))",
)
def within(inner: Sentence, outer: Sentence) -> Truth:
    """The first period lies wholly within the second."""
    inner_ends = inner.starts_on + head_term(inner)
    outer_ends = outer.starts_on + head_term(outer)
    return (outer.starts_on <= inner.starts_on) & (inner_ends <= outer_ends)


@act.provision(
    "5(1) partly concurrent",
    sources="S1",
    mark="?",
    plain="Two sentences that ran together for part of each.",
    citation="Migration Act 1958 (Cth) s 5(1) (behaviour concern non-citizen (b))",
    note="What then counts is unclear from the words: answered as unsettled.",
)
def partly_concurrent(first: Sentence, second: Sentence) -> Truth:
    """Two periods overlap, and neither lies within the other."""
    first_ends = first.starts_on + head_term(first)
    second_ends = second.starts_on + head_term(second)
    overlap = (first.starts_on < second_ends) & (second.starts_on < first_ends)
    return overlap & ~within(first, second) & ~within(second, first)


def _adds_up(
    person: Person,
    included: Callable[[Sentence], Truth],
    length: Callable[[Sentence], Duration],
    threshold: Duration,
    fewest: Number,
) -> Truth:
    """Whether the periods left after dropping concurrent ones reach the threshold."""
    terms = person.sentences.where(included)

    def left_out(a: Sentence) -> Truth:
        return terms.any(
            lambda b: within(a, b) & (~within(b, a) | (b.position < a.position))
        )

    def overlapped(a: Sentence) -> Truth:
        return terms.any(lambda b: partly_concurrent(a, b))

    kept = terms.where(lambda a: ~left_out(a))
    clear = kept.where(lambda a: ~overlapped(a))
    enough = readings(
        "how periods that overlap in part add up",
        clear.total(length) >= threshold,
        kept.total(length) >= threshold,
    )
    return (terms.count() >= fewest) & enough


@act.provision(
    "5(1) behaviour concern non-citizen (b)",
    since=BEGAN,
    kind="ground",
    sources="S1",
    plain="Two or more crimes and prison periods that come to a year or more, a "
    "period served within a longer one left out.",
    note="Not tied to s 501(7A): two six-month terms served together come to six "
    "months here. Partial overlap is unsettled.",
)
def concern_several_sentences(
    person: Person, *, threshold: Duration = months(12), fewest: Number = number(2)
) -> Truth:
    """Two or more sentences that add up to one year, concurrent periods left out."""

    def either(s: Sentence) -> Truth:
        return sentence_to_imprisonment(s) | day_counted_sentence(s)

    def by_days(s: Sentence) -> Duration:
        return choose(day_counted_sentence(s), s.required, head_term(s))

    return readings(
        DAY_COUNTED,
        _adds_up(person, sentence_to_imprisonment, head_term, threshold, fewest),
        _adds_up(person, either, head_term, threshold, fewest),
        _adds_up(person, either, by_days, threshold, fewest),
    )


@act.provision(
    "5(1) behaviour concern non-citizen (c)",
    since=BEGAN,
    kind="ground",
    sources="S1",
    plain="Acquitted for unsoundness of mind, or found guilty while of unsound mind.",
    note="Whether a finding of unfitness to plead is within it is unsettled.",
)
def concern_unsound_mind(person: Person) -> Truth:
    """Charged, and found guilty while of unsound mind or acquitted on that ground."""

    def unsound(offence: Offence) -> Truth:
        unfit = unknown(UNSETTLED, "whether unfitness to plead is within (c)")
        acquitted = offence.outcome.is_("acquitted_unsound_mind")
        return acquitted | (offence.outcome.is_("found_unfit") & unfit)

    return person.offences.any(unsound)


@act.provision(
    "5(1) behaviour concern non-citizen (d)",
    since=BEGAN,
    kind="ground",
    sources="S1",
    plain="Removed or deported from Australia or another country.",
)
def concern_removed(person: Person) -> Truth:
    """Removed or deported from Australia, or from another country."""
    return person.removed_or_deported


@act.provision(
    "5(1) behaviour concern non-citizen (e)",
    since=BEGAN,
    kind="ground",
    sources="S1",
    plain="Excluded from another country in circumstances the regulations name.",
)
def concern_excluded(person: Person) -> Truth:
    """Excluded from another country in prescribed circumstances."""
    return person.excluded_elsewhere


@act.provision(
    "5(1) behaviour concern non-citizen",
    since=BEGAN,
    kind="status",
    sources="S1",
    plain="A record that bars a New Zealander from a new special category visa.",
    note="No limit of place: a New Zealand sentence counts.",
)
def behaviour_concern_non_citizen(person: Person) -> Truth:
    """A behaviour concern non-citizen: a non-citizen within any of (a) to (e)."""
    ground = (
        concern_removed(person)
        | concern_excluded(person)
        | concern_one_sentence(person)
        | concern_several_sentences(person)
        | concern_unsound_mind(person)
    )
    return non_citizen(person) & ground
