"""Sections 5(1) and 201: imprisonment where section 501 does not say how to count.

The rules of s 501(8) and (9) for days in weekend detention and in programs are for the
character test alone, so that every reading is tried here.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Sentence
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5ab import aggregate_counts_elsewhere
from tasman.law.au.migration_act.s501_imprisonment import (
    PLAINLY_IMPRISONMENT,
    fine_default,
    home_detention,
    indefinite_term,
    intensive_correction,
)
from tasman.law.au.migration_act.s501_sentences import (
    ENDLESS,
    disregarded,
    reaches,
    replaced_on_appeal,
    sentence_invisible,
)
from tasman.rules.handles import NO, Duration, Truth, choose, readings

DAY_COUNTED = "whether and how a sentence counted in days counts outside s 501"


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
