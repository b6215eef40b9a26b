"""Section 5(1): non-citizen, and behaviour concern non-citizen.

The second decides who may hold a special category visa (s 32). It counts concurrent
sentences in a way of its own: a period within a longer one is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Offence, Person, Sentence
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5ab import aggregate_counts_elsewhere
from tasman.law.au.migration_act.s501_sentences import (
    ENDLESS,
    PLAINLY_IMPRISONMENT,
    disregarded,
    fine_default,
    home_detention,
    indefinite_term,
    intensive_correction,
    reaches,
    replaced_on_appeal,
    sentence_invisible,
)
from tasman.rules.handles import (
    NO,
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
DAY_COUNTED = "whether and how a sentence counted in days counts outside s 501"


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


# ---- sentences to imprisonment, outside section 501 ---------------------------------
@act.provision(
    "5(1) conviction stands",
    sources="S1 S3a",
    mark="I",
    plain="The conviction was not quashed, pardoned away, invisible or replaced.",
    citation="Migration Act 1958 (Cth) ss 5(1), 201; Crimes Act 1914 (Cth) s 85ZR",
)
def conviction_stands(sentence: Sentence) -> Truth:
    """The conviction behind the sentence is in being, and the sentence not replaced."""
    gone = disregarded(sentence) | sentence_invisible(sentence)
    in_being = ~gone & ~replaced_on_appeal(sentence)
    return in_being & aggregate_counts_elsewhere(sentence)


@act.provision(
    "5(1) sentence to imprisonment",
    sources="S1 S12 S16",
    mark="I",
    plain="A prison sentence, suspended or not, whose conviction stands.",
    citation="Migration Act 1958 (Cth) ss 5(1), 201",
    note="Confinement in a corrective institution is included. s 501(10) is not about "
    "this; a conviction quashed or pardoned away is no conviction.",
)
def sentence_to_imprisonment(sentence: Sentence) -> Truth:
    """A sentence to imprisonment, by a conviction that still stands."""
    doubtful = intensive_correction(sentence) | home_detention(sentence)
    imprisoned = (
        sentence.kind.is_(*PLAINLY_IMPRISONMENT)
        | indefinite_term(sentence)
        | doubtful
        | fine_default(sentence)
    )
    return imprisoned & conviction_stands(sentence)


@act.provision(
    "5(1) day-counted sentence",
    sources="S1",
    mark="?",
    plain="Weekend detention and residential programs: whether and how they count "
    "outside section 501 is not settled.",
    citation="Migration Act 1958 (Cth) ss 5(1), 201",
    note="s 501(8) and (9) apply to s 501 alone. All readings are tried: not counted, "
    "counted at the head term, counted at the days required.",
)
def day_counted_sentence(sentence: Sentence) -> Truth:
    """Periodic detention or a residential program, by a conviction that stands."""
    kind = sentence.kind.is_("periodic_detention", "residential_program")
    return kind & conviction_stands(sentence)


@act.provision(
    "5(1) head term",
    sources="S1",
    mark="I",
    plain="The length of the sentence as pronounced.",
    citation="Migration Act 1958 (Cth) ss 5(1), 201",
)
def head_term(sentence: Sentence) -> Duration:
    """The term as pronounced; without end for life."""
    return choose(sentence.kind.is_("life"), ENDLESS, sentence.term)


def sentenced_for(sentence: Sentence, threshold: Duration) -> Truth:
    """Whether a sentence is to death, or to imprisonment for at least the threshold."""
    starts = sentence.starts_on
    head = reaches(head_term(sentence), threshold, starts)
    plain = sentence_to_imprisonment(sentence) & head
    by_days = day_counted_sentence(sentence) & readings(
        DAY_COUNTED, NO, head, reaches(sentence.required, threshold, starts)
    )
    death = sentence.kind.is_("death") & conviction_stands(sentence)
    return death | plain | by_days


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
