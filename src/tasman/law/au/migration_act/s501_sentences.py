"""Section 501(8), (9), (10): which sentences count, and for how long.

Every court counts, Australian or foreign ([2022] FCAFC 28), civil or military, of
whatever age the person was and however long ago. A conviction that is merely spent
counts: Crimes Act 1914 s 85ZZH(d) takes this Act out of that scheme.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Offence, Sentence
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5ab import aggregate_counts
from tasman.law.au.migration_act.s501_imprisonment import imprisonment
from tasman.rules.handles import (
    Date,
    Duration,
    Truth,
    as_at,
    choose,
    days,
    readings,
    years,
)

ENDLESS = years(200)
"""A life sentence as a length: the longest that Tasman can name, without an end."""


_COMMON_YEAR = days(365)


def reaches(length: Duration, threshold: Duration, start: Date) -> Truth:
    """Whether a term is at least the threshold, by the calendar from its start.

    A term of a common year's days or more that the calendar decides against, though
    it would do in another year (365 days over a 29 February), is unsettled: no
    authority was found. Eleven months and 29 days never reach twelve months.
    """
    in_another_year = (length >= threshold) & length.at_least(_COMMON_YEAR, start=start)
    return length.at_least(threshold, start=start) | in_another_year


# ---- convictions and sentences that are left out ------------------------------------
@act.provision(
    "501(10)",
    since="1999-06-01",
    until="2014-12-11",
    sources="S1 S4a",
    mark="M",
    plain="A sentence is ignored once its conviction is quashed or pardoned.",
    note="The text before 2014-12-11 was not seen; whether every pardon sufficed is "
    "answered as unsettled.",
)
def disregarded_to_2014(sentence: Sentence) -> Truth:
    """The conviction is quashed or nullified, or pardoned."""
    pardoned = sentence.pardoned_on <= as_at
    return (sentence.quashed_on <= as_at) | readings(
        "whether any pardon sufficed", pardoned, pardoned & sentence.pardon_erases
    )


@act.provision(
    "501(10)",
    since="2014-12-11",
    sources="S1 S4a S19",
    plain="A sentence is ignored once its conviction is quashed, or so pardoned that "
    "the person is taken never to have been convicted.",
    note="The finding of guilt goes with the conviction: [2021] FCA 1079.",
)
def disregarded(sentence: Sentence) -> Truth:
    """The conviction is quashed or nullified, or pardoned as if never made."""
    erased = (sentence.pardoned_on <= as_at) & sentence.pardon_erases
    return (sentence.quashed_on <= as_at) | erased


@act.provision(
    "501(10) conviction",
    since="1999-06-01",
    sources="S1 S19",
    mark="I",
    plain="A conviction is ignored once quashed, or so pardoned that the person is "
    "taken never to have been convicted.",
    citation="Migration Act 1958 (Cth) s 501(10)",
    note="Before 2014-12-11 the subsection spoke of sentences; a quashed conviction "
    "was then no conviction on general principles.",
)
def conviction_disregarded(offence: Offence) -> Truth:
    """The conviction is quashed or nullified, or pardoned as if never made."""
    erased = (offence.pardoned_on <= as_at) & offence.pardon_erases
    return (offence.quashed_on <= as_at) | erased


@act.provision(
    "501(7) invisible conviction",
    since="1999-06-01",
    sources="S3a S16 S17 S18",
    plain="A conviction that State or foreign law says never was is invisible here.",
    citation="Crimes Act 1914 (Cth) s 85ZR(2)",
    note="Findings against children without conviction: [2023] HCA 17 (Queensland), "
    "[2024] HCA 6 (NSW). A Victorian child's detention with conviction counts: "
    "[2022] FCAFC 197. Whether New Zealand's clean-slate law goes so far is open.",
)
def sentence_invisible(sentence: Sentence) -> Truth:
    """State or foreign law takes the person never to have been convicted."""
    return sentence.taken_never_convicted


@act.provision(
    "501(6) invisible conviction",
    since="1999-06-01",
    sources="S3a S17 S18",
    plain="A charge or finding that State or foreign law says never led to a "
    "conviction is invisible here.",
    citation="Crimes Act 1914 (Cth) s 85ZR(2)",
    note="The charge is invisible as well as the finding: [2023] HCA 17.",
)
def finding_invisible(offence: Offence) -> Truth:
    """State or foreign law takes the person never to have been convicted of it."""
    return offence.taken_never_convicted


@act.provision(
    "501(7) replaced sentence",
    since="1999-06-01",
    sources="S11",
    mark="I",
    plain="A sentence that an appeal replaced gives way to the new one.",
    citation="Migration Act 1958 (Cth) s 501(7)",
    note="For later decisions. What becomes of a s 501(3A) decision made before the "
    "appeal is not settled; the usual remedy is s 501CA(4)(b)(i).",
)
def replaced_on_appeal(sentence: Sentence) -> Truth:
    """An appeal has put another sentence in its place."""
    return sentence.replaced_on <= as_at


# ---- for how long -------------------------------------------------------------------
@act.provision(
    "501(8)",
    since="1999-06-01",
    sources="S1",
    plain="Periodic detention counts for the days to be spent inside.",
)
def days_in_periodic_detention(sentence: Sentence) -> Duration:
    """The days that must be spent in detention: 52 weekends of two days are 104."""
    return sentence.required


@act.provision(
    "501(9)",
    since="1999-06-01",
    until="2011-04-26",
    sources="S1",
    mark="M",
    plain="A residential program ordered on conviction counts for its days.",
    note="That it stood in this form throughout 1999 to 2011 is from memory.",
)
@act.provision(
    "501(9)",
    since="2011-04-26",
    sources="S1",
    plain="A residential program ordered on conviction counts for its days.",
)
def days_in_residential_program(sentence: Sentence) -> Duration:
    """The days of a residential drug or mental-health program ordered on conviction."""
    return sentence.required


@act.provision(
    "501(7) term counted",
    since="1999-06-01",
    sources="S1 S9 S12 S13 S13a",
    plain="A sentence counts at its full length, whatever part is served.",
    citation="Migration Act 1958 (Cth) s 501(7)-(9)",
    note="The head term: non-parole periods, remissions and release do not matter. A "
    "term of 12 months from 14 January that ends with 13 January is 12 months: "
    "[2023] FCA 335.",
)
def term_counted(sentence: Sentence) -> Duration:
    """The head term as pronounced; the days required where (8) or (9) applies."""
    kind = sentence.kind
    pronounced = choose(kind.is_("life"), ENDLESS, sentence.term)
    program = days_in_residential_program(sentence)
    other = choose(kind.is_("residential_program"), program, pronounced)
    periodic = days_in_periodic_detention(sentence)
    return choose(kind.is_("periodic_detention"), periodic, other)


@act.provision(
    "501(7) standing sentence",
    since="1999-06-01",
    sources="S1 S3a",
    plain="A sentence not quashed, pardoned away, invisible or replaced.",
    citation="Migration Act 1958 (Cth) s 501(10); Crimes Act 1914 (Cth) s 85ZR",
)
def standing(sentence: Sentence) -> Truth:
    """A sentence that is not disregarded, invisible or replaced on appeal."""
    gone = disregarded(sentence) | sentence_invisible(sentence)
    return ~gone & ~replaced_on_appeal(sentence)


@act.provision(
    "501(7) counted sentence",
    since="1999-06-01",
    sources="S1 S14",
    plain="Which sentences count: prison terms whose convictions still stand.",
    citation="Migration Act 1958 (Cth) s 501(7), (10), (12)",
    note="No limit of time, place or age: a foreign term counts ([2022] FCAFC 28).",
)
def counted(sentence: Sentence) -> Truth:
    """A term of imprisonment that nothing takes out of account."""
    return imprisonment(sentence) & standing(sentence) & aggregate_counts(sentence)
